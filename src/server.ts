import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { inspect } from 'node:util'
import { fileURLToPath } from 'node:url'
import { sweepResidents, sweepSessions } from './kernel/access/public.ts'
import { indexPhones } from './kernel/people/public.ts'
import { loadPolicies, schemesOf } from './kernel/policy/public.ts'
import { outsideIn } from './kernel/record/public.ts'
import { listDistricts, loadReference } from './kernel/reference/public.ts'
import { civilDateOf } from './kernel/values/public.ts'
import { secretFileAt, signerAt } from './platform/crypto/public.ts'
import { EmbeddedServerError } from './platform/db/embedded.ts'
import { connect, inDistrict, inTurn } from './platform/db/public.ts'
import { sweepKeys } from './platform/http/public.ts'
import { fileSms } from './platform/sms/public.ts'
import { type Chore, countGivenUp, sweepEvents } from './platform/outbox/public.ts'
import { checkBoot, StartRefused } from './server/boot/checks.ts'
import { refuseBadPolicies } from './server/boot/policies.ts'
import { vaultAt } from './server/boot/keys.ts'
import { type Config, configFrom } from './server/config.ts'
import { readyDatabase } from './server/database.ts'
import { loggedError, scrubbed } from './server/log.ts'
import { serveHealth } from './server/health.ts'
import { buildHouse, redrawReviewers } from './server/house.ts'
import { drain, type Draining, refuseWhileStopping, stopOnSignal } from './server/stopping.ts'
import { serveWeb } from './server/web.ts'
import { playFirstClasses, playFirstDay } from '../demo/play.ts'
import { accountLines, endFirstDay, seedAccounts, seedDistricts } from '../demo/seed.ts'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
/** The number under which processes that start take turns. */
const STARTING = 20_261_126
const OUTBOX_EVERY_MS = 500
const HOUR_MS = 3_600_000
const FIVE_MINUTES_MS = 300_000
const TEN_MINUTES_MS = 600_000

/** What nobody will ask for any more goes, a small batch at a time; who reviews is drawn anew where the drawn cannot. */
const CHORES: readonly Chore[] = [
  { name: 'sweep idempotency keys', everyMs: HOUR_MS, run: sweepKeys },
  { name: 'sweep sessions', everyMs: HOUR_MS, run: sweepSessions },
  { name: 'sweep residents', everyMs: HOUR_MS, run: sweepResidents },
  { name: 'sweep done events', everyMs: HOUR_MS, run: sweepEvents },
  { name: 'redraw second reviewers', everyMs: FIVE_MINUTES_MS, run: redrawReviewers },
]

export type Running = { readonly address: string; stop(): Promise<void> }

/** Starts everything: database, reference data, policies, demonstration county, rooms, listener. */
export async function start(config: Config, say: (line: string) => void): Promise<Running> {
  refuseBadPolicies()
  const database = await readyDatabase(config)
  for (const note of database.notes) say(note)
  const connection = connect(database.appUrl, {
    onLost: (error) => say(`数据库连接断开,将自动重连 / Database connection lost, reconnecting: ${error.message}`),
  })
  const { vault, signer } = await inTurn(connection.pool, STARTING, async () => {
    await loadReference(connection.db)
    await loadPolicies(connection.db)
    if (config.seedsDemonstration) await seedDistricts(connection.db)
    return {
      vault: await vaultAt(join(config.dataDir, 'keys.json'), connection.db),
      signer: signerAt(join(config.dataDir, 'seal-keys.json')),
    }
  })
  const { dataDirectory } = database
  for (const warning of await checkBoot({ config, db: connection.db, dataDirectory })) say(warning)
  const districts = await listDistricts(connection.db)
  for (const district of districts.filter((each) => !each.demonstration)) {
    const schemes = await inDistrict(connection.db, district.district, schemesOf, { readOnly: true })
    const examples = schemes.placeholdersOn(civilDateOf(new Date())).length
    if (examples > 0) say(examplesLine(district.district, examples))
  }
  const { maxUploadBytes, origin, trustProxy } = config
  const sms = fileSms(join(config.dataDir, 'short-messages.jsonl'))
  const slow = connect(database.appUrl, { max: 2, patienceMs: TEN_MINUTES_MS })
  const house = buildHouse({
    db: connection.db,
    vault,
    districts,
    maxUploadBytes,
    signer,
    outside: outsideIn(config.checkpointsDir),
    slowDb: slow.db,
    log: config.logLevel,
    sms,
    trustProxy,
    ...(origin === undefined ? {} : { origin }),
  })
  const draining: Draining = { begun: false }
  refuseWhileStopping(house.app, draining)
  serveHealth(house.app, { db: connection.db, draining, migrations: database.migrations })
  const { timelines, integrity } = house
  const residents = { db: connection.db, vault, districts, checks: integrity.checks, timelines, sms }
  await serveWeb(house.app, { ...residents, root: config.root, maxUploadBytes, origin: origin ?? null })
  await house.app.ready()
  if (config.seedsDemonstration) {
    const password = config.demonstrationPassword ?? demonstrationPassword(join(config.dataDir, 'demonstration.json'))
    await inTurn(connection.pool, STARTING, async () => {
      const made = await seedAccounts({ db: connection.db, vault, password })
      for (const county of made) {
        await playFirstDay(house.app, county, password)
        await playFirstClasses(house.app, county, password)
        await endFirstDay(connection.db, county)
      }
    })
    for (const line of accountLines(password)) say(line)
  }
  const stopOutbox = house.outbox.start(async () => districts.map((district) => district.district), OUTBOX_EVERY_MS, [
    ...CHORES,
    { name: 'index phones', everyMs: FIVE_MINUTES_MS, run: (tx) => indexPhones(tx, vault) },
    ...house.chores,
  ])
  for (const { district } of districts) {
    const gaveUp = await inDistrict(connection.db, district, countGivenUp, { readOnly: true })
    if (gaveUp > 0) say(gaveUpLine(district, gaveUp))
  }
  const address = await listen(house.app, config)
  say(`\n  山匠 / Shanjiang: ${address}/\n`)
  return {
    address,
    async stop() {
      await drain(house.app, { draining, stopOutbox, patienceMs: config.drainMs })
      await Promise.all([house.sealing.stop(), house.making.stop(), house.trying.stop()])
      await slow.close()
      await connection.close()
    },
  }
}

/** Starts, and stops in order when told to. Whatever it still says when it fails is masked like all it says. */
export async function runUntilStopped(config: Config): Promise<void> {
  process.on('uncaughtException', (error) => {
    console.error(inspect(loggedError(error)))
    process.exit(1)
  })
  const running = await start(config, (line) => console.log(scrubbed(line))).catch((error: unknown) => {
    if (!(error instanceof StartRefused || error instanceof EmbeddedServerError)) throw error
    console.error(error.message)
    process.exit(1)
  })
  stopOnSignal(() => running.stop())
}

/** Told at every start of a real county, until it has rules of its own. */
function examplesLine(district: number, count: number): string {
  return `⚠ [placeholders] ${district}:还有 ${count} 项参数或条款是示例,不能导出银行清单,见 npm run county -- ready ${district} / ${count} parameters or clauses are examples; the bank’s list is not exported until they are settled`
}

/** Told at every start, until somebody has looked. */
function gaveUpLine(district: number, count: number): string {
  return `${district}:有 ${count} 件后续没有办成,已停止重试,请管理员在工作台“未办成的后续”查看 / ${count} follow-ups gave up; see Stuck follow-ups in the console`
}

/** The first free port from the one asked for: a newcomer's machine may be using it. */
async function listen(
  app: { listen(options: { port: number; host: string }): Promise<string> },
  config: Config,
): Promise<string> {
  for (let port = config.port; ; port += 1) {
    try {
      return await app.listen({ port, host: config.host })
    } catch (error) {
      if ((error as { code?: string }).code !== 'EADDRINUSE' || port >= config.port + 20) throw error
    }
  }
}

/** One password for all demonstration accounts of this installation, made at the first start. */
function demonstrationPassword(path: string): string {
  const made = () => JSON.stringify({ password: `shanjiang-${randomBytes(4).toString('hex')}` })
  return (JSON.parse(secretFileAt(path, made)) as { password: string }).password
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  await runUntilStopped(configFrom(process.argv.slice(2), process.env, ROOT))
