/**
 * The claims list over a million claims: session, permission and row security against a bare Fastify + pg route with the
 * same SQL and a literal district, and against the database alone. One run, one machine, one database.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import fastify from 'fastify'
import pg from 'pg'
import { ensureTestCluster } from '../src/platform/testing/cluster.ts'
import { plantClaims } from './claims.store.ts'
import { ask, line, type Measured } from './measure.ts'

const COUNT = Number(process.env.CLAIMS ?? 1_000_000)
const LIANDU = 331102
const ROUNDS = 3
const FILTER = 'status=paid&limit=50'

const SQL = `select * from funds.claims where district = $1 and status = $2 order by id desc limit 51`

if (process.argv[2] === 'bare') await serveBare()
else await compare()

async function serveBare(): Promise<void> {
  const pool = new pg.Pool({ connectionString: process.env.BARE_URL, max: 5 })
  const app = fastify()
  app.get('/claims', async () => {
    const { rows } = await pool.query(SQL, [LIANDU, 'paid'])
    return { items: rows.slice(0, 50), next: rows[49]?.id ?? null }
  })
  console.log(await app.listen({ port: 0, host: '127.0.0.1' }))
}

async function child(file: string, args: string[], env: Record<string, string>) {
  const started = spawn(process.execPath, ['--import', 'tsx', file, ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [said] = (await once(started.stdout, 'data')) as [Buffer]
  return { address: said.toString().trim(), stop: () => started.kill() }
}

async function compare(): Promise<void> {
  process.env.TEST_DATABASE_URL ??= (await ensureTestCluster()).superuserUrl('postgres')
  const { givenHouse } = await import('../src/server/testing.ts')
  const house = await givenHouse()
  const { cookie } = await house.as('clerk')
  console.log(`planting ${COUNT.toLocaleString('en')} claims …`)
  await plantClaims(house.database.superuserUrl, LIANDU, COUNT)
  const ours = await child(fileURLToPath(new URL('../src/server/testing-process.ts', import.meta.url)), [], {
    APP_URL: house.database.appUrl,
  })
  const bare = await child(fileURLToPath(import.meta.url), ['bare'], { BARE_URL: house.database.superuserUrl })
  const load = { times: 2000, atOnce: 5 }
  const results: { ours: Measured[]; bare: Measured[] } = { ours: [], bare: [] }
  await ask(`${ours.address}/331102/api/claims?${FILTER}`, { cookie }, { times: 300, atOnce: 5 })
  await ask(`${bare.address}/claims`, {}, { times: 300, atOnce: 5 })
  for (let round = 0; round < ROUNDS; round += 1) {
    results.ours.push(await ask(`${ours.address}/331102/api/claims?${FILTER}`, { cookie }, load))
    results.bare.push(await ask(`${bare.address}/claims`, {}, load))
  }
  const best = (all: Measured[]) => all.reduce((a, b) => (a.perSecond >= b.perSecond ? a : b))
  console.log(line('ours: session, permission, row security', best(results.ours)))
  console.log(line('bare Fastify + pg, same SQL', best(results.bare)))
  console.log(
    `the database alone, one connection            ${(await databaseAlone(house.database.superuserUrl)).toFixed(2)} ms a query`,
  )
  console.log(
    `ratio ours / bare: ${(best(results.ours).perSecond / best(results.bare).perSecond).toFixed(2)} (aim ≥ 0.50)`,
  )
  ours.stop()
  bare.stop()
  await house.close()
}

async function databaseAlone(url: string): Promise<number> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const times = 500
  const started = performance.now()
  for (let at = 0; at < times; at += 1) await client.query(SQL, [LIANDU, 'paid'])
  const took = (performance.now() - started) / times
  await client.end()
  return took
}
