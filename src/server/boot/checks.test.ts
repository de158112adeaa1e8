import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { connect, type Connection } from '../../platform/db/public.ts'
import { freshDatabase, type TestDatabase } from '../../platform/testing/database.ts'
import { testConfig } from '../testing-program.ts'
import { checkBoot } from './checks.ts'

let database: TestDatabase
let connection: Connection
let folder = ''
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'shanjiang-boot-'))
  mkdirSync(join(folder, 'data'), { mode: 0o700 })
  writeFileSync(join(folder, 'data', 'keys.json'), '{}', { mode: 0o600 })
  database = await freshDatabase()
  connection = connect(database.appUrl, { max: 2 })
})
afterAll(async () => {
  await connection.close()
  await database.drop()
  rmSync(folder, { recursive: true, force: true })
})

const check = (accepted: string[] = ['fsync', 'full_page_writes', 'synchronous_commit'], db = connection.db) =>
  checkBoot({ config: testConfig(folder, { accepted }), db, dataDirectory: undefined })

it('looks at the real database and the real files', async () => {
  // The tests' own server does not flush, and says so.
  await expect(check([])).rejects.toThrow(/\[fsync\].*\[full_page_writes\].*\[synchronous_commit\]/s)
  expect((await check()).filter((line) => !line.includes('[disk]'))).toHaveLength(3)
})

it('does not start with keys that others may read', async () => {
  chmodSync(join(folder, 'data', 'keys.json'), 0o644)
  await expect(check()).rejects.toThrow(/\[key-files\] 密钥文件 .*keys\.json 的权限是 0644/)
  chmodSync(join(folder, 'data', 'keys.json'), 0o600)
})

it('does not start as a superuser', async () => {
  const almighty = connect(database.superuserUrl, { max: 1 })
  await expect(check(undefined, almighty.db)).rejects.toThrow(/\[role\] .*superuser/)
  await almighty.close()
})

it('does not start with a table whose fence is down', async () => {
  const owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
  await owner.query('alter table outbox.events no force row level security')
  await expect(check()).rejects.toThrow(/\[row-security\] .*outbox\.events/)
  await owner.query('alter table outbox.events force row level security')
  await owner.end()
})
