import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { databaseBefore, type TestDatabase } from '../testing/database.ts'
import { schemaText } from './catalogue.ts'
import { migrationsIn } from './migrate.ts'

/** The schema of a county that has not been upgraded for a while: some two thirds of today's migrations. */
const FIRST_UNKNOWN = '202611252320-two-signers.sql'

/** Where each start after the last is killed: inside files, before a file is recorded, between files. */
const DEATHS = [
  'migrate.statement',
  'migrate.recorded',
  'migrate.file',
  'migrate.statement:7',
  'migrate.file:3',
  'migrate.recorded:2',
  'migrate.statement:40',
]

let database: TestDatabase
let looker: pg.Client
beforeAll(async () => {
  database = await databaseBefore(FIRST_UNKNOWN)
  looker = new pg.Client({ connectionString: database.superuserUrl })
  await looker.connect()
  await livedIn()
}, 60_000)
afterAll(async () => {
  await looker.end()
  await database.drop()
})

/** What a county has written meanwhile. Rows stand for themselves: what some refer to is not made. */
async function livedIn(): Promise<void> {
  const id = (n: string) => `('01900000-0000-7000-8000-0000000' || ${n})::uuid`
  await looker.query('set session_replication_role = replica')
  for (const statement of [
    `insert into people.organisations (district, id, kind, name) select 331102, ${id('10000 + n')}, 'provider', '学校' || n from generate_series(1, 20) n`,
    `insert into people.persons (district, id, name, identity_sealed, identity_lookup, identity_masked, sex, birth_date)
     select 331102, ${id('20000 + n')}, '王' || n, '\\x01', sha256(n::text::bytea), '339901****', 'F', '1985-07-01' from generate_series(1, 200) n`,
    `insert into access.accounts (district, id, name, person_id, roles, password_hash, active_from)
     select 331102, ${id('30000 + n')}, 'account' || n, ${id('20000 + n')}, '{clerk}', 'hash', '2022-01-01' from generate_series(1, 20) n`,
    `insert into outbox.events (district, id, kind, subject_id, body) select 331102, ${id('40000 + n')}, 'thing', ${id('20000 + n')}, '{"n":1}' from generate_series(1, 300) n`,
    `insert into funds.budget_lines (district, id, fund, name, year, document) values (331102, ${id('50000')}, 'EMPLOYMENT_SUBSIDY_FUND', '职业培训补贴', 2022, '1号')`,
    `insert into funds.budget_balances (district, line_id, appropriated_fen, available_fen, reserved_fen) values (331102, ${id('50000')}, 1000, 700, 300)`,
    `insert into funds.transfers (district, id, line_id, debit, credit, amount_fen, reason, subject_kind, subject_id, business_at)
     select 331102, ${id('60000 + n')}, ${id('50000')}, d, c, a, 'r' || n, 'claim', ${id('70000')}, '2022-03-31T16:30:00Z'
     from (values (1, 'treasury', 'available', 1000), (2, 'available', 'reserved', 300)) v(n, d, c, a)`,
  ])
    await looker.query(statement)
}

/** Counts of every table that holds something, and what these rows say in columns that have been there from the first. */
async function kept(): Promise<unknown> {
  const { rows } = await looker.query(`
    select (select count(*) from people.organisations) as organisations,
           (select count(*) || ' ' || md5(string_agg(id || name || identity_masked, ',' order by id)) from people.persons) as people,
           (select count(*) || ' ' || md5(string_agg(id || name || password_hash, ',' order by id)) from access.accounts) as accounts,
           (select count(*) || ' ' || md5(string_agg(id || kind || body, ',' order by id)) from outbox.events) as events,
           (select sum(amount_fen) || ' ' || md5(string_agg(debit || credit, ',' order by id)) from funds.transfers) as transfers,
           (select available_fen || ' ' || reserved_fen from funds.budget_balances) as balances`)
  return rows[0]
}

async function appliedNames(): Promise<string[]> {
  const { rows } = await looker.query<{ name: string }>(
    'select name from public.applied_migrations order by name collate "C"',
  )
  return rows.map(({ name }) => name)
}

/** A start of the migrator; how it ended. */
function migrator(dieAt?: string): Promise<{ code: number | null; signal: string | null; said: string }> {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', fileURLToPath(new URL('migrating-process.ts', import.meta.url))],
    {
      env: { ...process.env, OWNER_URL: database.ownerUrl, ...(dieAt ? { SHANJIANG_DIE_AT: dieAt } : {}) },
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  )
  let said = ''
  child.stderr.on('data', (bytes: Buffer) => (said += bytes.toString()))
  return new Promise((resolve) => child.on('close', (code, signal) => resolve({ code, signal, said })))
}

it('an older county is brought to today’s schema although its migrator is killed again and again, and loses nothing', {
  timeout: 180_000,
}, async () => {
  const before = await kept()
  const counts = [(await appliedNames()).length]
  for (const death of DEATHS) {
    expect(await migrator(death)).toMatchObject({ code: null, signal: 'SIGKILL' })
    counts.push((await appliedNames()).length)
  }
  // What was applied before a death stays applied; the file it happened in left nothing.
  const first = counts[0]!
  expect(counts.slice(0, 4).map((count) => count - first)).toEqual([0, 0, 0, 1])
  expect(counts).toEqual([...counts].sort((a, b) => a - b))
  expect(counts.at(-1)!).toBeLessThan(migrationsIn().length)
  const [one, other] = await Promise.all([migrator(), migrator()])
  expect([one, other]).toEqual([
    { code: 0, signal: null, said: '' },
    { code: 0, signal: null, said: '' },
  ])
  expect(await appliedNames()).toEqual(migrationsIn().map(({ name }) => name))
  expect(await kept()).toEqual(before)
  const snapshot = readFileSync(fileURLToPath(new URL('../../../db/schema.sql', import.meta.url)), 'utf8')
  expect(await schemaText(looker)).toBe(snapshot)
})
