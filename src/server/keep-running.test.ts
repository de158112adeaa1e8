import { mkdtempSync, rmSync } from 'node:fs'
import { chmod } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { planSampleClass, teachSampleClass } from '../../demo/sample-class.ts'
import { whoAmI } from '../kernel/access/contract.ts'
import { listClaims } from '../kernel/funds/claims/contract.ts'
import { approveClass, submitClass } from '../mechanisms/training/filing/contract.ts'
import { type EmbeddedServer, ensureEmbeddedServer } from '../platform/db/embedded.ts'
import { migrationsIn } from '../platform/db/migrate.ts'
import { LIANDU, signInAt } from './testing.ts'
import { givenProgramFolder, type Program, startProgram, testConfig } from './testing-program.ts'

const PASSWORD = 'password-of-this-test'

let folder = ''
let server: EmbeddedServer
let programs: [Program, Program]
let addresses: [string, string]

const startDatabase = () => ensureEmbeddedServer({ dataDir: join(folder, 'database', 'pg'), durable: false })

/** Two processes of the program started at once, on a server with nothing on it. */
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'shanjiang-running-'))
  await chmod(folder, 0o755)
  server = await startDatabase()
  const config = testConfig(givenProgramFolder(folder), {
    databaseUrl: server.superuserUrl('county'),
    demonstrationPassword: PASSWORD,
  })
  programs = [startProgram(config), startProgram(config)]
  addresses = (await Promise.all(programs.map(({ address }) => address))) as [string, string]
}, 240_000)
afterAll(async () => {
  for (const { child } of programs ?? []) child.kill('SIGKILL')
  await server?.stop()
  rmSync(folder, { recursive: true, force: true })
})

async function asSuperuser<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: server.superuserUrl('county') })
  client.on('error', () => undefined)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end().catch(() => undefined)
  }
}

const count = (query: string) =>
  asSuperuser(async (client) =>
    Number((await client.query<{ n: string }>(`select count(*) as n from ${query}`)).rows[0]!.n),
  )

const asks = (address: string, path: string, headers: Record<string, string> = {}) =>
  fetch(`${address}${path}`, { headers: { 'accept-language': 'zh-CN', ...headers } })
const isReady = async (address: string) => (await asks(address, '/readyz')).status === 200

async function untilReady(address: string): Promise<void> {
  const until = Date.now() + 30_000
  while (!(await isReady(address))) {
    if (Date.now() > until) throw new Error('not ready within half a minute')
    await pause(100)
  }
}

/** Holds back whoever looks at sessions, so that their request is in hand, until what is given back is called. */
async function heldBack(): Promise<() => Promise<void>> {
  const client = new pg.Client({ connectionString: server.superuserUrl('county') })
  client.on('error', () => undefined)
  await client.connect()
  await client.query('begin')
  await client.query('lock table access.sessions in access exclusive mode')
  return () => client.end()
}

/** Until this many requests wait for a lock. */
async function untilWaiting(requests: number): Promise<void> {
  const waiting = `pg_stat_activity where application_name = 'shanjiang' and wait_event_type = 'Lock'`
  while ((await count(waiting)) < requests) await pause(50)
}

describe('two processes on one database', () => {
  it('start at once on an empty server: the schema is applied once, and both are ready', async () => {
    expect(await count('public.applied_migrations')).toBe(migrationsIn().length)
    expect(await Promise.all(addresses.map(isReady))).toEqual([true, true])
    expect((await asks(addresses[0], '/healthz')).status).toBe(200)
  })

  it('share sessions: who signs in at one is signed in at the other, and out of both', async () => {
    const clerk = await signInAt(addresses[0], 'clerk', LIANDU, 'zh', PASSWORD)
    const there = await asks(addresses[1], `/${LIANDU}/api${whoAmI.path}`, { cookie: clerk.cookie })
    expect(there.status).toBe(200)
  })

  it('do what follows from an event once, whichever of them does it', { timeout: 180_000 }, async () => {
    const [school, clerk] = await Promise.all([
      signInAt(addresses[0], 'school', LIANDU, 'zh', PASSWORD),
      signInAt(addresses[1], 'clerk', LIANDU, 'zh', PASSWORD),
    ])
    const { classId } = await planSampleClass(school.call)
    await school.call(submitClass, { params: { classId } })
    await clerk.call(approveClass, { params: { classId } })
    await teachSampleClass(school.call, classId)
    const undone = 'outbox.events where done_at is null'
    while ((await count(undone)) > 0) await pause(200)
    expect(await count('outbox.events where attempts > 0')).toBe(0)
    expect(await count('policy.facts')).toBeGreaterThan(0)
    const twice = '(select fact_id from policy.decisions group by fact_id, scheme having count(*) > 1) twice'
    expect(await count(twice)).toBe(0)
    const { items } = await clerk.call(listClaims, { query: { status: 'assembled' } })
    expect(items).toHaveLength(1)
  })
})

describe('a database that goes away', () => {
  it('is told in a sentence with when to come again, never as our failure, and is found again by itself', {
    timeout: 120_000,
  }, async () => {
    const clerk = await signInAt(addresses[0], 'clerk', LIANDU, 'zh', PASSWORD)
    const own = `/${LIANDU}/api${whoAmI.path}`
    await server.stop()
    for (const address of addresses) {
      for (let n = 0; n < 20; n += 1) {
        const answer = await asks(address, own, { cookie: clerk.cookie })
        expect(answer.status).toBe(503)
        expect(answer.headers.get('retry-after')).toBe('5')
        expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/)
        expect(((await answer.json()) as { detail: string }).detail).toMatch(/数据库暂时连不上/)
      }
      const inEnglish = await asks(address, own, { cookie: clerk.cookie, 'accept-language': 'en' })
      expect(((await inEnglish.json()) as { detail: string }).detail).toMatch(/cannot be reached/)
      const page = await asks(address, `/${LIANDU}/learn`)
      expect(page.status).toBe(503)
      expect(page.headers.get('retry-after')).toBe('5')
      const html = await page.text()
      expect(html).toMatch(/^<!doctype html>.*页面暂时打不开.*tel:/s)
      expect(html.length).toBeLessThan(30_000)
      expect(await (await asks(address, '/readyz')).json()).toEqual({ ready: false, lacking: 'database' })
      expect((await asks(address, '/healthz')).status).toBe(200)
    }
    server = await startDatabase()
    await Promise.all(addresses.map(untilReady))
    for (const address of addresses) expect((await asks(address, own, { cookie: clerk.cookie })).status).toBe(200)
  })

  it('lets background work wait and go on by itself', { timeout: 60_000 }, async () => {
    await asSuperuser((client) =>
      client.query(
        `insert into outbox.events (district, id, kind, subject_id, body)
         values (${LIANDU}, '01900000-0000-7000-8000-00000000000a', 'nobody-listens', '01900000-0000-7000-8000-00000000000b', '{}')`,
      ),
    )
    const undone = 'outbox.events where done_at is null'
    while ((await count(undone)) > 0) await pause(200)
    const waits = programs.map(({ said }) => said().match(/background work waits for the database/g)?.length ?? 0)
    // Told once for the whole outage, not at every try.
    for (const times of waits) expect(times).toBeLessThan(4)
  })

  it('takes down no process when it ends connections in the middle of their work', async () => {
    const clerk = await signInAt(addresses[0], 'clerk', LIANDU, 'zh', PASSWORD)
    const own = `/${LIANDU}/api${whoAmI.path}`
    const release = await heldBack()
    const inHand = Array.from({ length: 5 }, () => asks(addresses[0], own, { cookie: clerk.cookie }))
    await untilWaiting(5)
    await asSuperuser((client) =>
      client.query(`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'shanjiang'`),
    )
    expect((await Promise.all(inHand)).map(({ status }) => status)).toEqual([503, 503, 503, 503, 503])
    await release()
    await untilReady(addresses[0])
    expect((await asks(addresses[0], own, { cookie: clerk.cookie })).status).toBe(200)
    expect(programs.map(({ child }) => child.exitCode)).toEqual([null, null])
  })
})

describe('a process that is told to stop', () => {
  it('takes no more requests, finishes those in hand, and ends well', { timeout: 60_000 }, async () => {
    const [stopping] = programs
    const clerk = await signInAt(addresses[0], 'clerk', LIANDU, 'zh', PASSWORD)
    const release = await heldBack()
    const inHand = asks(addresses[0], `/${LIANDU}/api${whoAmI.path}`, { cookie: clerk.cookie })
    await untilWaiting(1)
    stopping.child.kill('SIGTERM')
    await pause(300)
    await expect(asks(addresses[0], '/healthz')).rejects.toThrow()
    expect(stopping.child.exitCode).toBeNull()
    const releasedAt = Date.now()
    await release()
    expect((await inHand).status).toBe(200)
    expect(await stopping.ended).toEqual({ code: 0, signal: null })
    expect(Date.now() - releasedAt).toBeLessThan(10_000)
    expect(await isReady(addresses[1])).toBe(true)
  })

  it('ends at once when it is told again', { timeout: 60_000 }, async () => {
    const [, stopping] = programs
    const clerk = await signInAt(addresses[1], 'clerk', LIANDU, 'zh', PASSWORD)
    const release = await heldBack()
    const inHand = asks(addresses[1], `/${LIANDU}/api${whoAmI.path}`, { cookie: clerk.cookie })
    const cutOff = inHand.then(
      () => false,
      () => true,
    )
    await untilWaiting(1)
    stopping.child.kill('SIGTERM')
    await pause(1_000)
    expect(stopping.child.exitCode).toBeNull()
    stopping.child.kill('SIGTERM')
    expect(await stopping.ended).toEqual({ code: 143, signal: null })
    expect(await cutOff).toBe(true)
    await release()
  })
})
