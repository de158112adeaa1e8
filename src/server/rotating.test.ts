import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { resealSome } from '../kernel/record/keys/resealing.ts'
import { countByKey, nameOf } from '../kernel/record/keys/store.ts'
import { sealedColumns } from '../kernel/record/personal/register.ts'
import { newId } from '../kernel/values/public.ts'
import { keyRingAt, liveRingAt, placeOf, type RingSource, type Vault, vaultOf } from '../platform/crypto/public.ts'
import { connect, type Connection, inDistrict, type Tx } from '../platform/db/public.ts'
import { freshDatabase, type TestDatabase } from '../platform/testing/database.ts'
import { PERSONAL } from './house.ts'
import { givenRow } from './ownership/rows.ts'
import { retireKey, rotateKeys } from './rotating.ts'

const HERE = 331102
const ELSEWHERE = 331121
const COLUMNS = sealedColumns(PERSONAL)
const IDENTITY = '339901197706180675'

let folder: string
let keysPath: string
let vault: Vault
let ring: RingSource
let database: TestDatabase
let connection: Connection
let owner: pg.Client
/** What was sealed under the first key, by place. */
const clear = new Map<string, { of: (typeof COLUMNS)[number]; district: number; id: string; text: string }>()

/** The other sealed columns of the same row, without which it would not stand. */
function others({ table, column }: { table: string; column: string }, district: number, id: string) {
  const given: Record<string, unknown> = alone(table)
  if (table === 'people.persons' && column !== 'identity_sealed')
    given.identity_sealed = vault.seal(placeOf('people.persons.identity_sealed', district, id), IDENTITY)
  return given
}

/** What only one row of a table may rest on, each row its own. */
const alone = (table: string): Record<string, unknown> => TELEPHONES[table]?.() ?? aloneOf(table)

/** A telephone stands with its mask, and the corrected one with its look-up. */
const TELEPHONES: Readonly<Record<string, () => Record<string, unknown>>> = {
  'people.correction_requests': () => ({ item: 'phone', phone_masked: '139****4321', form_key: newId() }),
  'people.corrected_values': () => ({
    request_id: newId(),
    phone_masked: '139****4321',
    phone_lookup: Buffer.alloc(32, 1),
  }),
}

const aloneOf = (table: string): Record<string, string> =>
  table === 'funds.batch_lines'
    ? { claim_line_id: newId() }
    : table === 'training.enrolments'
      ? { person_id: newId() }
      : table === 'access.second_factors'
        ? { account_id: newId() }
        : {}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'shanjiang-keys-'))
  keysPath = join(folder, 'keys.json')
  ring = liveRingAt(keysPath)
  vault = vaultOf(ring)
  database = await freshDatabase()
  connection = connect(database.appUrl, { max: 4 })
  owner = new pg.Client({ connectionString: database.superuserUrl })
  await owner.connect()
  for (const district of [HERE, ELSEWHERE])
    for (const of of COLUMNS)
      for (let nth = 0; nth < 3; nth += 1) {
        const [id, text] = [newId(), `${IDENTITY} ${nameOf(of)} ${nth}`]
        const place = placeOf(nameOf(of), district, id)
        await givenRow(owner, of.table, district, {
          ...others(of, district, id),
          id,
          [of.column]: vault.seal(place, text),
        })
        clear.set(place, { of, district, id, text })
      }
})
afterAll(async () => {
  await owner.end()
  await connection.close()
  await database.drop()
  rmSync(folder, { recursive: true, force: true })
})

const within = <T>(work: (tx: Tx) => Promise<T>, district = HERE) => inDistrict(connection.db, district, work)
const reseal = (tx: Tx) => resealSome(tx, { vault, columns: COLUMNS, most: 2 })

async function resealAll(district = HERE): Promise<void> {
  while (await within(reseal, district));
}

async function stillUnder(keyId: string, district = HERE): Promise<number> {
  let count = 0
  await within(async (tx) => {
    for (const of of COLUMNS) count += (await countByKey(tx, of)).get(keyId) ?? 0
  }, district)
  return count
}

async function everythingOpens(): Promise<void> {
  for (const [place, { of, district, id, text }] of clear) {
    const { rows } = await owner.query<{ value: Buffer }>(
      `select ${of.column} as value from ${of.table} where district = $1 and id = $2`,
      [district, id],
    )
    expect(vault.openText(place, rows[0]!.value)).toBe(text)
  }
}

it('does nothing while there is one key, and retires none that is current or absent', async () => {
  expect(await within(reseal)).toBe(false)
  const needs = { keysPath, db: connection.db, districts: [HERE, ELSEWHERE] }
  expect((await retireKey(needs, 'k1')).says.en).toMatch(/is the current key/)
  expect((await retireKey(needs, 'k9')).says.en).toBe('There is no key k9. There are: k1.')
})

it('adds a key to the file whole, for its owner only, the old ones kept and the new one current in every process', () => {
  const other = liveRingAt(keysPath)
  const before = keyRingAt(keysPath)
  expect(rotateKeys(keysPath, new Date('2026-11-26T00:00:00Z')).ok).toBe(true)
  const after = keyRingAt(keysPath)
  expect(after.current).toBe('k2')
  expect(after.since).toEqual({ k2: '2026-11-26T00:00:00.000Z' })
  expect(after.seal.k1).toEqual(before.seal.k1)
  expect(after.lookup).toEqual(before.lookup)
  expect(statSync(keysPath).mode & 0o777).toBe(0o600)
  expect(existsSync(`${keysPath}.lock`)).toBe(false)
  // A process that has not looked since still opens what another sealed under the new key.
  const sealed = vaultOf(after).seal('place', IDENTITY)
  expect(vaultOf(other).openText('place', sealed)).toBe(IDENTITY)
  expect(other.now().current).toBe('k2')
})

it('loses nothing and moves nowhere when it is killed in the middle of a batch', async () => {
  // Looked at once a second; the test does not wait.
  ring.again()
  const before = await stillUnder('k1')
  await expect(
    within(async (tx) => {
      expect(await reseal(tx)).toBe(true)
      throw new Error('killed')
    }),
  ).rejects.toThrow('killed')
  expect(await stillUnder('k1')).toBe(before)
  const { rows } = await owner.query('select 1 from record.resealings')
  expect(rows).toEqual([])
  await everythingOpens()
})

it('refuses to retire a key that is needed and says how many values of which column are under it', async () => {
  const refused = await retireKey({ keysPath, db: connection.db, districts: [HERE, ELSEWHERE] }, 'k1')
  expect(refused.ok).toBe(false)
  expect(refused.says.en).toMatch(new RegExp(`${clear.size + 6} values are still under it`))
  expect(refused.where).toContain(`${HERE} people.persons.identity_sealed 身份证号 / identity number: 6`)
  expect(Object.keys(keyRingAt(keysPath).seal)).toEqual(['k1', 'k2'])
})

it('writes every sealed value of every table anew, two processes at once, a few at a time, of one district', async () => {
  await Promise.all([resealAll(), resealAll()])
  // Where one process had a column's turn the other went on; what it left is taken up.
  await resealAll()
  expect(await stillUnder('k1')).toBe(0)
  expect(await stillUnder('k2')).toBe(clear.size / 2 + 3)
  expect(await stillUnder('k1', ELSEWHERE)).toBe(clear.size / 2 + 3)
  await everythingOpens()
  expect(await within(reseal)).toBe(false)
})

it('finds by a second walk what was written under the old key meanwhile', async () => {
  const of = COLUMNS.find((each) => nameOf(each) === 'people.persons.phone_sealed')!
  const id = newId()
  const late = vaultOf({ ...keyRingAt(keysPath), current: 'k1' }).seal(placeOf(nameOf(of), HERE, id), '13800000000')
  await givenRow(owner, of.table, HERE, {
    id,
    identity_sealed: vault.seal(placeOf('people.persons.identity_sealed', HERE, id), IDENTITY),
    phone_sealed: late,
  })
  await resealAll()
  expect(await stillUnder('k1')).toBe(1)
  await owner.query(`update record.resealings set ended_at = ended_at - interval '11 minutes'`)
  await resealAll()
  expect(await stillUnder('k1')).toBe(0)
})

it('leaves a value that does not open as it is, goes on with the others, and keeps its key', async () => {
  const id = newId()
  const moved = vaultOf({ ...keyRingAt(keysPath), current: 'k1' }).seal(
    'people.persons.identity_sealed:1:elsewhere',
    IDENTITY,
  )
  await givenRow(owner, 'people.persons', HERE, { id, identity_sealed: moved })
  await owner.query('update record.resealings set walks = 0')
  await resealAll()
  expect(await stillUnder('k1')).toBe(1)
  expect((await retireKey({ keysPath, db: connection.db, districts: [HERE] }, 'k1')).ok).toBe(false)
  await owner.query('delete from people.persons where id = $1', [id])
})

it('opens nothing else to the application: no direct update, no other value, no other column, no other district', async () => {
  const of = { table: 'people.persons', column: 'identity_sealed' }
  const [place, { id, text }] = [...clear].find(([key]) => key.startsWith(`people.persons.identity_sealed:${HERE}`))!
  const mine = (await owner.query<{ v: Buffer }>('select identity_sealed as v from people.persons where id = $1', [id]))
    .rows[0]!.v
  const app = new pg.Client({ connectionString: database.appUrl })
  await app.connect()
  const inHere = async (query: string, values: unknown[], district = HERE) => {
    await app.query('begin')
    await app.query(`set local app.district = '${district}'`)
    try {
      return (await app.query(query, values)).rows[0] as { written: number } | undefined
    } finally {
      await app.query('rollback')
    }
  }
  const call = 'select public.app_reseal($1, $2, $3, $4, $5) as written'
  await expect(inHere('update people.persons set identity_sealed = $1 where id = $2', [mine, id])).rejects.toThrow(
    /permission denied/,
  )
  // Under the same key: only another value could be meant.
  const another = vault.seal(place, text.replace('3', '4'))
  await expect(inHere(call, [of.table, of.column, [id], [mine], [another]])).rejects.toThrow(/not the same value/)
  const longer = vaultOf({ ...keyRingAt(keysPath), current: 'k1' }).seal(place, `${text}0`)
  await expect(inHere(call, [of.table, of.column, [id], [mine], [longer]])).rejects.toThrow(/not the same value/)
  await expect(inHere(call, [of.table, 'identity_masked', [id], [mine], [mine]])).rejects.toThrow(/holds no sealed/)
  const back = vaultOf({ ...keyRingAt(keysPath), current: 'k1' }).seal(place, text)
  expect(await inHere(call, [of.table, of.column, [id], [mine], [back]], ELSEWHERE)).toEqual({ written: 0 })
  expect(await inHere(call, [of.table, of.column, [id], [back], [mine]])).toEqual({ written: 0 })
  expect(await inHere(call, [of.table, of.column, [id], [mine], [back]])).toEqual({ written: 1 })
  await app.end()
})

it('retires the key once nothing is under it anywhere, and everything still opens', async () => {
  await resealAll(ELSEWHERE)
  const done = await retireKey({ keysPath, db: connection.db, districts: [HERE, ELSEWHERE] }, 'k1')
  expect(done).toMatchObject({ ok: true, where: [] })
  expect(Object.keys(keyRingAt(keysPath).seal)).toEqual(['k2'])
  expect(readFileSync(keysPath, 'utf8')).not.toContain('"k1"')
  await everythingOpens()
})
