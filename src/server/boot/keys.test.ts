import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { newKeyFile } from '../../platform/crypto/keys.ts'
import { verifyRestored } from '../restored.ts'
import { givenHouse, type TestHouse } from '../testing.ts'
import { keyFileOf } from '../testing-program.ts'
import { vaultAt } from './keys.ts'

let house: TestHouse
let folder = ''
const path = () => join(folder, 'keys.json')
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'shanjiang-keys-'))
  house = await givenHouse()
}, 120_000)
afterAll(async () => {
  await house.close()
  rmSync(folder, { recursive: true, force: true })
})

it('makes no new keys beside a database that holds sealed numbers, and takes no other’s', async () => {
  await expect(vaultAt(path(), house.connection.db)).rejects.toThrow(/\[keys\] .*keys\.json 不在/)
  expect(existsSync(path())).toBe(false)
  writeFileSync(path(), newKeyFile())
  await expect(vaultAt(path(), house.connection.db)).rejects.toThrow(/\[keys\] .*另一套的密钥/)
  writeFileSync(path(), keyFileOf(house.keys))
  await vaultAt(path(), house.connection.db)
})

it('a restored database is read whole, its budget recomputed and its keys tried', async () => {
  const needs = { superuserUrl: house.database.superuserUrl, db: house.connection.db, keysPath: path() }
  const sound = await verifyRestored(needs)
  expect(sound.problems).toEqual([])
  expect(sound.rows.get('people.persons')).toBeGreaterThan(10)
  const superuser = new pg.Client({ connectionString: house.database.superuserUrl })
  await superuser.connect()
  await superuser.query(
    'update funds.budget_balances set available_fen = available_fen + 1, appropriated_fen = appropriated_fen + 1',
  )
  // An index that knows nothing of a row: every look-up by it would miss the person.
  await superuser.query(`update pg_index set indisready = false where indexrelid = 'people.persons_pkey'::regclass`)
  await superuser.query(
    `insert into people.persons select district, gen_random_uuid(), name, identity_sealed, '\\x00', identity_masked, sex, birth_date from people.persons limit 1`,
  )
  await superuser.query(`update pg_index set indisready = true where indexrelid = 'people.persons_pkey'::regclass`)
  await superuser.end()
  const { problems } = await verifyRestored(needs)
  expect(problems.join('\n')).toMatch(/people\.persons_pkey.*lacks matching index tuple/)
  expect(problems.filter((problem) => problem.startsWith('331102: '))).not.toEqual([])
})
