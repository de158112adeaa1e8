import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { inDistrict } from '../../../platform/db/public.ts'
import { readCheckpoint } from './checkpoint.ts'
import { outsideIn } from './outside.ts'
import { findHead } from './store.ts'
import { givenRecord, type RecordDatabase } from './testing.ts'

const HERE = 331102

let record: RecordDatabase
beforeAll(async () => {
  record = await givenRecord()
})
beforeEach(async () => {
  await record.clear()
})
afterAll(() => record.close())

describe('sealing', () => {
  it('takes what was written, a bounded number of rows a time, each once, and signs every root', async () => {
    const ids: string[] = []
    for (let nth = 0; nth < 7; nth += 1) ids.push(await record.done())
    await record.seal(3)
    expect((await record.sealedKeys()).toSorted()).toEqual(ids.toSorted())
    expect(record.outside.kept.get(HERE)!.map((line) => readCheckpoint(line)!.size)).toEqual([3, 6, 7])
    await record.seal()
    expect(await record.sealedKeys()).toHaveLength(7)
    expect(await record.verify()).toMatchObject({ rows: 7, differing: 0, waiting: 0 })
  })

  it('makes no seal where nothing was written', async () => {
    await record.seal()
    expect(await record.within(findHead)).toMatchObject({ number: 0, size: 0 })
    expect(record.outside.kept.get(HERE)).toBeUndefined()
  })

  it('seals a row whose transaction began earlier and ended later, however long it took', async () => {
    const late = new pg.Client({ connectionString: record.database.appUrl })
    await late.connect()
    await late.query(`begin; set local app.district = '${HERE}'`)
    const lateId = '01900000-0000-7000-8000-000000000001'
    await late.query('select now()')
    await record.done()
    await record.seal()
    await record.done()
    await record.seal()
    await late.query(
      `insert into record.acts (district, id, act, subject_kind, subject_id, business_at)
       values (${HERE}, '${lateId}', 'late', 'class', '01900000-0000-7000-8000-000000000002', now())`,
    )
    await record.done()
    await record.seal()
    expect(await record.sealedKeys()).not.toContain(lateId)
    await late.query('commit')
    await late.end()
    await record.seal()
    expect(await record.sealedKeys()).toContain(lateId)
  })

  it('settles nothing while somebody whose transaction we may not see is in one', async () => {
    await record.superuser.query('begin')
    await record.superuser.query('select 1')
    await record.done()
    await record.seal()
    expect((await record.within(findHead))!.settled).toEqual({})
    expect(await record.sealedKeys()).toHaveLength(1)
    await record.superuser.query('commit')
    await record.seal()
    expect((await record.within(findHead))!.settled['record.acts']).toBeDefined()
  })

  it('does not look again at rows that are long settled', async () => {
    await record.done()
    await record.seal()
    const [key] = await record.sealedKeys()
    // A leaf that is taken away from under a settled row stays away: its row is named by the verification instead.
    await record.superuser.query(`update record.acts set recorded_at = recorded_at - interval '1 day'`)
    await record.superuser.query('delete from record.leaves')
    await record.seal()
    expect(await record.sealedKeys()).toEqual([])
    expect((await record.verify()).differences.map((each) => each.key)).toContain(key)
  })

  it('seals each row once when two processes seal at the same moment', async () => {
    for (let nth = 0; nth < 30; nth += 1) await record.done()
    await Promise.all([record.seal(4), record.seal(4), record.seal(4)])
    await record.seal()
    expect(await record.sealedKeys()).toHaveLength(30)
    expect(await record.verify()).toMatchObject({ differing: 0 })
  })

  it('gives a table with a new column the next form, and still reads the leaves of the former', async () => {
    await record.done()
    await record.seal()
    await record.superuser.query(`alter table record.acts add column place text not null default 'here'`)
    await record.done()
    await record.seal()
    const forms = await record.superuser.query(`select form from record.sealed_forms where source = 'record.acts'`)
    expect(forms.rows).toHaveLength(2)
    expect(await record.verify()).toMatchObject({ rows: 2, differing: 0 })
    await record.superuser.query(`update record.acts set place = 'there'`)
    expect(await record.verify()).toMatchObject({ differing: 1 })
    await record.superuser.query('alter table record.acts drop column place')
    expect((await record.verify()).differences[0]!.sentence.zh).toContain('封存时的列已不在')
  })

  it('reads the same whatever the session’s own ways of writing', async () => {
    await record.done()
    await record.superuser.query(
      `alter role shanjiang_app set timezone = 'America/New_York'; alter role shanjiang_app set datestyle = 'German'`,
    )
    await record.connection.pool.query('select 1')
    await record.seal()
    await record.superuser.query('alter role shanjiang_app reset all')
    expect(await record.verify()).toMatchObject({ rows: 1, differing: 0 })
  })

  it('stops where what is outside does not agree, and seals nothing on top of it', async () => {
    await record.done()
    await record.seal()
    await record.superuser.query('delete from record.seals; delete from record.leaves; delete from record.seal_heads')
    await record.done()
    await expect(record.sealOnce()).rejects.toThrow('npm run verify')
    expect(await record.sealedKeys()).toEqual([])
  })
})

describe('checkpoints outside', () => {
  it('are lines in a file that is only added to, and what a crash left out is written the next time', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'shanjiang-checkpoints-'))
    const outside = outsideIn(folder)
    expect(await outside.last(HERE)).toBeUndefined()
    await record.done()
    // Sealed, and killed before the line was written.
    await record.sealOnce()
    expect(record.outside.kept.get(HERE)).toBeUndefined()
    await record.sealOnce()
    const [line] = record.outside.kept.get(HERE)!
    await outside.append(HERE, [line!])
    await outside.append(HERE, [line!])
    expect(readFileSync(join(folder, `${HERE}.checkpoints.txt`), 'utf8')).toBe(`${line}\n${line}\n`)
    expect(await outside.last(HERE)).toBe(line)
    expect(await outside.lines(HERE)).toEqual([line, line])
    expect(line).toMatch(/^shanjiang\/331102 seal 1 size 1 root [0-9a-f]{64} previous [0-9a-f]{64} at .* signature /)
    rmSync(folder, { recursive: true })
  })
})

describe('the record', () => {
  it('is one district’s alone: another has its own seals', async () => {
    await record.done()
    await record.seal()
    expect(await inDistrict(record.connection.db, 331121, findHead)).toBeUndefined()
  })
})
