/**
 * 500 trainees sign in within a minute across 20 classes: two thirds scan the code on their own phone, the others type its
 * digits. Alone, and while the clerk imports one list of insured staff after another. Against the same sign-ins without
 * the import, the import alone, and COPY of the same rows into the same table. The whole platform in a process of its
 * own as `npm start` makes it, with its database; time counts from when somebody wanted to sign, not from when they were
 * let in.
 */
import { randomBytes } from 'node:crypto'
import { Agent, request } from 'node:http'
import { join } from 'node:path'
import pg from 'pg'
import { uploadInsuredList } from '../src/kernel/people/insured/contract.ts'
import { insuredCsv, insuredLines } from '../src/kernel/people/insured/testing.ts'
import { civilDate } from '../src/kernel/values/public.ts'
import { updateStatus } from '../src/mechanisms/training/classes/store.ts'
import { codeAt, digitsAt, type CodeOf } from '../src/mechanisms/training/live/code.ts'
import { givePass } from '../src/mechanisms/training/live/signing.ts'
import { givenLiveSession } from '../src/mechanisms/training/live/testing.ts'
import { listRoster } from '../src/mechanisms/training/rosters/listing.ts'
import { givenClass, givenProvider, session } from '../src/mechanisms/training/testing.ts'
import { listSessions } from '../src/mechanisms/training/timetable/store.ts'
import { setBusinessNow } from '../src/platform/clock/public.ts'
import type { Vault } from '../src/platform/crypto/public.ts'
import { type Connection, connect, inDistrict, type Tx } from '../src/platform/db/public.ts'
import { ensureEmbeddedServer } from '../src/platform/db/embedded.ts'
import { vaultAt } from '../src/server/boot/keys.ts'
import { signInAt } from '../src/server/testing.ts'
import { type Effort, effortOf, shownLoad } from './effort.store.ts'
import { copyGuarded, storedText } from './insured.store.ts'
import { givenDataDir, startServer } from './server.ts'
import { timed } from './timing.ts'

const LIANDU = 331102
const CLASSES = 20
const PEOPLE = 25
const WITHIN_MS = Number(process.env.WITHIN_MS ?? 60_000)
const ROWS = Number(process.env.ROWS ?? 50_000)
const DAY = '2022-03-07'
const PASSWORD = 'password-of-the-bench'
const PORT = 3397

type Trainee = { readonly of: CodeOf; readonly device: string; readonly pass: string; readonly passName: string }

const data = givenDataDir()
const env = { SHANJIANG_DATA: data.dataDir, SHANJIANG_DEMO_PASSWORD: PASSWORD, SHANJIANG_LOG: 'error' }
const server = await startServer('src/server.ts', env, PORT, `/${LIANDU}`)
const embedded = await ensureEmbeddedServer({ dataDir: join(data.dataDir, 'pg') })
const owner = new pg.Client({ connectionString: embedded.superuserUrl('shanjiang') })
await owner.connect()
const connection = connect(embedded.superuserUrl('shanjiang'), { max: 2 })
const vault = await vaultAt(join(data.dataDir, 'keys.json'), connection.db)
const agent = new Agent({ keepAlive: true, maxSockets: 200 })
try {
  await compare(connection, vault)
} finally {
  agent.destroy()
  await connection.close()
  await owner.end()
  await server.stop()
  await data.drop()
}

async function compare({ db }: Connection, keys: Vault): Promise<void> {
  const within = <T>(work: (tx: Tx) => Promise<T>) => inDistrict(db, LIANDU, work)
  const clerk = await signInAt(server.address, 'clerk', LIANDU, 'zh', PASSWORD)
  let lists = 0
  const importOne = async () => {
    const rows = ROWS + lists
    lists += 1
    const file = new Blob([insuredCsv(insuredLines(rows, 1_000)) as Uint8Array<ArrayBuffer>])
    const query = { fileName: `名单${lists}.csv`, asOf: '2022-02-25', source: '演示名单' }
    const took = await timed(() => clerk.call(uploadInsuredList, { query, file }))
    return { rows, took }
  }
  const begin = () => within((tx) => setBusinessNow(tx, new Date(`${DAY}T08:26:00+08:00`)))
  await begin()
  const [warm, alone, beside] = [
    await plant(within, keys, 2),
    await plant(within, keys, CLASSES),
    await plant(within, keys, CLASSES),
  ]
  const warmed = await signAll(warm, 5_000)
  if (warmed.faults[0]) throw new Error(warmed.faults[0])
  const one = await importOne()
  const importAlone = (one.rows / one.took) * 1000
  console.log(`a list of ${one.rows} alone: ${importAlone.toFixed(0)} rows/s   ${shownLoad()}`)

  await begin()
  const without = await signAll(alone, WITHIN_MS)
  console.log(shown(`${alone.length} sign-ins alone`, without))

  await begin()
  let isOver = false
  const imported = { rows: 0, took: 0, faults: 0 }
  const importing = (async () => {
    while (!isOver) {
      const done = await importOne().catch(() => undefined)
      if (!done) imported.faults += 1
      imported.rows += done?.rows ?? 0
      imported.took += done?.took ?? 0
    }
  })()
  const busy = await signAll(beside, WITHIN_MS)
  isOver = true
  await importing
  console.log(shown(`${beside.length} sign-ins beside the import`, busy))
  const perSecond = (imported.rows / imported.took) * 1000
  const text = await storedText(owner)
  const bare = (text.rows / (await timed(() => copyGuarded(owner, text.text)))) * 1000
  console.log(
    `the import beside them: ${imported.rows} rows, ${perSecond.toFixed(0)} rows/s, ${imported.faults} failed; alone ${importAlone.toFixed(0)} rows/s (ratio ${(importAlone / perSecond).toFixed(1)}); COPY of the same rows into the table ${bare.toFixed(0)} rows/s (ratio ${(bare / perSecond).toFixed(1)})`,
  )
  const at = (share: number) => (part(busy.took, share) / part(without.took, share)).toFixed(1)
  console.log(`sign-ins beside the import against alone: p50 ${at(0.5)}, p99 ${at(0.99)} times as long`)
  if (without.faults.length + busy.faults.length + imported.faults > 0) process.exitCode = 1
}

/** Classes on file whose morning is being signed, each with its own provider; everybody's phone is remembered. */
async function plant(
  within: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>,
  keys: Vault,
  classes: number,
): Promise<Trainee[]> {
  const trainees: Trainee[] = []
  for (let nth = 0; nth < classes; nth += 1) {
    await within(async (tx) => {
      const provider = await givenProvider(tx, keys)
      const day = civilDate(DAY)
      const sessions = [session(provider, DAY, '08:30', '11:30')]
      const plan = { startsOn: day, endsOn: day }
      const classId = await givenClass(tx, keys, provider, { people: PEOPLE, plan, sessions })
      await updateStatus(tx, classId, { status: 'filed' })
      const [morning] = await listSessions(tx, classId)
      const live = await givenLiveSession(tx, { classId, sessionId: morning!.id, at: tx.now })
      for (const { personId } of await listRoster(tx, classId)) {
        const device = randomBytes(32).toString('base64url')
        const { token } = await givePass(tx, { classId, personId, device: keys.lookup('training.device', device) })
        const passName = `__Host-shanjiang-class-${classId.slice(-12)}`
        trainees.push({ of: { district: LIANDU, liveSessionId: live.id, phase: 'in' }, device, pass: token, passName })
      }
    })
  }
  // As people come: every class at the same time.
  return trainees.map((_, at) => trainees[(at % classes) * PEOPLE + Math.floor(at / classes)]!)
}

type Signing = Effort & { readonly took: readonly number[]; readonly faults: readonly string[] }

/** All of them, evenly over the time, whoever is not done yet; how long each took, and what went wrong. */
async function signAll(trainees: readonly Trainee[], withinMs: number): Promise<Signing> {
  const took: number[] = []
  const faults: string[] = []
  const everybody = (started: number) =>
    trainees.map(async (trainee, at) => {
      const wanted = started + (at * withinMs) / trainees.length
      await new Promise((resolve) => setTimeout(resolve, wanted - performance.now()))
      await sign(trainee, at % 3 === 2).catch((error: unknown) => faults.push(String(error)))
      took.push(performance.now() - wanted)
    })
  const effort = await effortOf([server.pid], () => Promise.all(everybody(performance.now())))
  return { ...effort, took: took.toSorted((a, b) => a - b), faults }
}

async function sign(trainee: Trainee, byDigits: boolean): Promise<void> {
  const { of, device, pass, passName } = trainee
  const jar = new Map([
    ['__Host-shanjiang-device', device],
    [passName, pass],
  ])
  const site = `${server.address}/${LIANDU}/sign`
  let html: string
  if (byDigits) {
    const first = await ask(jar, site)
    html = await ask(jar, site, { token: hidden(first, 'token'), digits: digitsAt(vault, of, Date.now()) })
  } else html = await ask(jar, `${site}/${codeAt(vault, of, Date.now())}`)
  const done = await ask(jar, `${site}/me`, { token: hidden(html, 'token'), ticket: hidden(html, 'ticket') })
  if (!done.includes('签到成功')) throw new Error('not signed')
}

/** What a browser without a script asks, its cookies kept. */
function ask(jar: Map<string, string>, address: string, form?: Record<string, string>): Promise<string> {
  const body = form && new URLSearchParams(form).toString()
  const headers = {
    cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; '),
    origin: server.address,
    ...(body ? { 'content-type': 'application/x-www-form-urlencoded' } : {}),
  }
  return new Promise((resolve, reject) => {
    const asked = request(address, { agent, headers, method: body ? 'POST' : 'GET' }, (answer) => {
      for (const line of answer.headers['set-cookie'] ?? []) {
        const [name = '', value = ''] = line.split(';')[0]!.split(/=(.*)/s)
        jar.set(name, value)
      }
      const chunks: Buffer[] = []
      answer.on('data', (chunk: Buffer) => chunks.push(chunk))
      answer.on('error', reject)
      answer.on('end', () => {
        if ((answer.statusCode ?? 500) < 400) resolve(Buffer.concat(chunks).toString())
        else reject(new Error(`${answer.statusCode} ${address}`))
      })
    })
    asked.on('error', reject)
    asked.end(body)
  })
}

function hidden(html: string, name: string): string {
  return new RegExp(`name="${name}" value="([^"]+)"`).exec(html)?.[1] ?? ''
}

function part(took: readonly number[], share: number): number {
  return took[Math.min(took.length - 1, Math.floor(took.length * share))]!
}

function shown(what: string, { took, faults, seconds, database: processor }: Signing): string {
  const told = faults.length > 0 ? `: ${[...new Set(faults)].slice(0, 3).join('; ')}` : ''
  return `${what}: all done after ${seconds.toFixed(1)} s, p50 ${part(took, 0.5).toFixed(0)} ms, p99 ${part(took, 0.99).toFixed(0)} ms, longest ${part(took, 1).toFixed(0)} ms, ${faults.length} errors${told}; ${((processor / took.length) * 1000).toFixed(0)} ms of the server’s processor for each   ${shownLoad()}`
}
