import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type TestDatabase } from '../testing/database.ts'
import { readInBulk } from './bulk.ts'
import { connect, type Connection } from './pool.ts'
import { inDistrict, type Tx } from './transaction.ts'

let database: TestDatabase
let connection: Connection
beforeAll(async () => {
  database = await freshDatabase()
  connection = connect(database.appUrl, { max: 1 })
})
afterAll(async () => {
  await connection.close()
  await database.drop()
})

const within = <T>(work: (tx: Tx) => Promise<T>) => inDistrict(connection.db, 331102, work)

async function everyText(tx: Tx, query: string): Promise<(string | null)[]> {
  const texts: (string | null)[] = []
  for await (const rows of readInBulk(tx, query)) while (rows.next()) texts.push(rows.text(0))
  return texts
}

const backend = async (tx: Tx) =>
  (await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx.db)).rows[0]!.pid

describe('reading in bulk', () => {
  it('gives every row once and in order, whatever its size, and the connection goes on', async () => {
    const query = `select repeat('字', case when n = 7 then 300000 else n % 50 end) || n from generate_series(1, 20000) n order by n`
    await within(async (tx) => {
      for (const _ of [1, 2]) {
        const texts = await everyText(tx, query)
        expect(texts.map((text) => Number(text!.replaceAll('字', '')))).toEqual(Array.from(texts, (_, at) => at + 1))
        expect(texts).toHaveLength(20_000)
        expect(texts[6]).toHaveLength(300_001)
      }
      expect(await everyText(tx, `select 'x' where false`)).toEqual([])
    })
  })

  it('leaves the connection to go on where the last page became full while nobody was reading', async () => {
    // Two pages of 256 KB and a little more, the end of which comes with what fills the second.
    for (const rows of [530, 540, 560, 580])
      await within(async (tx) => {
        let read = 0
        for await (const page of readInBulk(tx, `select repeat('x', 1000) from generate_series(1, ${rows})`)) {
          while (page.next()) read += 1
          await new Promise((resolve) => setTimeout(resolve, 20))
        }
        expect(read).toBe(rows)
        expect(await backend(tx)).toEqual(expect.any(Number))
      })
  }, 10_000)

  it('gives every kind of value, and nothing for nothing', async () => {
    await within(async (tx) => {
      const query = `select '', null::text, 7, null::int, 9007199254740991, '\\x00ff'::bytea, null::bytea, true, false, null::boolean`
      for await (const rows of readInBulk(tx, query)) {
        if (!rows.next()) continue
        expect([rows.text(0), rows.text(1), rows.int(2), rows.int(3), rows.big(4)]).toEqual([
          '',
          null,
          7,
          null,
          2 ** 53 - 1,
        ])
        expect([rows.bytes(5), rows.bytes(6)]).toEqual([Buffer.from([0, 255]), null])
        expect([rows.isTrue(7), rows.isTrue(8), rows.isTrue(9)]).toEqual([true, false, false])
      }
    })
    expect.assertions(3)
  })

  it('is fenced to the district like any other question', async () => {
    const insert = (district: number) =>
      inDistrict(connection.db, district, (tx) =>
        sql`insert into record.acts (district, id, act, subject_kind, subject_id, business_at)
            values (${district}, gen_random_uuid(), 'x', 'class', gen_random_uuid(), now())`.execute(tx.db),
      )
    await insert(331102)
    await insert(331121)
    expect(await within((tx) => everyText(tx, 'select district::text from record.acts'))).toEqual(['331102'])
  })

  it('tells of a failure in the middle, and the transaction is as it would be after any other', async () => {
    await expect(
      within((tx) => everyText(tx, 'select (1 / (100000 - n))::text from generate_series(1, 200000) n')),
    ).rejects.toThrow('division by zero')
    expect(await within((tx) => everyText(tx, `select 'well'`))).toEqual(['well'])
  })

  it('has its connection closed when it is left before the end: nobody else is given its answer', async () => {
    let left = 0
    const leaving = within(async (tx) => {
      left = await backend(tx)
      for await (const rows of readInBulk(tx, 'select n::text from generate_series(1, 3000000) n'))
        if (rows.next()) throw new Error('enough')
    })
    await expect(leaving).rejects.toThrow('enough')
    await within(async (tx) => {
      expect(await backend(tx)).not.toBe(left)
      expect(await everyText(tx, `select 'well'`)).toEqual(['well'])
    })
  })

  it('tells of a connection that broke in the middle', async () => {
    const broken = within(async (tx) => {
      const query = `select case when n = 50000 then pg_terminate_backend(pg_backend_pid())::text else n::text end from generate_series(1, 3000000) n`
      await everyText(tx, query)
    })
    await expect(broken).rejects.toThrow()
    expect(await within((tx) => everyText(tx, `select 'well'`))).toEqual(['well'])
  })

  it('lasts longer than a connection has patience for, where the transaction says so', async () => {
    // The server gives up after 0.2 s, `pg` five seconds later.
    const impatient = connect(database.appUrl, { max: 1, patienceMs: 200 })
    await inDistrict(impatient.db, 331102, async (tx) => {
      await sql`set local statement_timeout = 0`.execute(tx.db)
      const query = `select n::text from generate_series(1, 11) n where pg_sleep(0.5) is not null`
      expect(await everyText(tx, query)).toHaveLength(11)
    })
    await impatient.close()
  }, 20_000)
})
