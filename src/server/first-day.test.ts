import { mkdtempSync, rmSync } from 'node:fs'
import { chmod } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { demoCounties } from '../../demo/county.ts'
import { type EmbeddedServer, ensureEmbeddedServer } from '../platform/db/embedded.ts'
import { givenProgramFolder, startProgram, testConfig } from './testing-program.ts'

let folder = ''
let server: EmbeddedServer
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'shanjiang-first-day-'))
  await chmod(folder, 0o755)
  server = await ensureEmbeddedServer({ dataDir: join(folder, 'database', 'pg'), durable: false })
}, 120_000)
afterAll(async () => {
  await server?.stop()
  rmSync(folder, { recursive: true, force: true })
})

/** What a first day leaves, counted in the whole database. */
async function counted() {
  const client = new pg.Client({ connectionString: server.superuserUrl('county') })
  await client.connect()
  const { rows } = await client.query<Record<string, number>>(`select
    (select count(*)::int from access.accounts) as accounts,
    (select count(*)::int from training.sites) as sites,
    (select count(*)::int from training.rooms) as rooms,
    (select count(*)::int from training.instructors) as instructors,
    (select count(*)::int from training.provider_documents) as documents,
    (select count(*)::int from training.agreements) as agreements,
    (select count(*)::int from funds.budget_lines) as lines,
    (select coalesce(sum(available_fen), 0)::bigint::text from funds.budget_balances) as available,
    (select count(*)::int from training.classes where status = 'filed') as filed,
    (select count(*)::int from training.classes) as classes,
    (select count(*)::int from record.acts where act = 'demonstration.played') as played`)
  await client.end()
  return rows[0]!
}

const sum = (of: (county: ReturnType<typeof demoCounties>[number]) => number) =>
  demoCounties().reduce((all, county) => all + of(county), 0)

it('killed at whatever point, is finished by the next start, with nothing done twice', {
  timeout: 300_000,
}, async () => {
  const config = testConfig(givenProgramFolder(folder), {
    databaseUrl: server.superuserUrl('county'),
    demonstrationPassword: 'password-of-this-test',
  })
  // After the accounts of the first county; after the sites of its first day; in the midst of its second class.
  for (const point of ['first-day.accounts', 'first-day.sites', 'first-day.classes:2']) {
    const killed = startProgram(config, { SHANJIANG_DIE_AT: point })
    expect(await killed.ended, killed.said()).toMatchObject({ signal: 'SIGKILL' })
    expect((await counted()).played).toBe(0)
  }
  const whole = {
    accounts: sum(({ accounts }) => accounts.length),
    sites: sum(({ sites }) => sites.length),
    rooms: sum(({ sites }) => sites.reduce((all, { rooms }) => all + rooms.length, 0)),
    instructors: sum(({ instructors }) => instructors.length),
    documents: sum(({ documents }) => documents.length),
    agreements: sum(({ agreements }) => agreements.length),
    lines: sum(({ budget }) => budget.length),
    available: String(sum(({ budget }) => budget.reduce((all, line) => all + Number(line.appropriatedFen), 0))),
    filed: sum(({ classes }) => classes.length),
    classes: sum(({ classes }) => classes.length),
    played: demoCounties().length,
  }
  // The next start finishes it, and the one after that plays nothing again.
  for (let start = 0; start < 2; start += 1) {
    const running = startProgram(config)
    await running.address
    running.child.kill('SIGTERM')
    await running.ended
    expect(await counted()).toEqual(whole)
  }
})
