/**
 * What the sealed record costs a write. Acts are written one a transaction at full speed on four connections, in turns:
 * with nobody sealing, and with a seal in the middle, made by a process of its own over what was written since. A turn
 * stands for the minute after which the house seals, so all that a seal costs by itself counts fifteen times over. Then
 * what the act costs the transaction it stands in, and by `pg` alone what its time and index cost a bare insert.
 * Medians of many short turns in pairs; what the processor was asked for in the write's own process and sessions, which
 * a busy machine does not make more, and by the clock.
 */
import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { connect } from '../src/platform/db/public.ts'
import { ensureTestCluster } from '../src/platform/testing/cluster.ts'
import { freshDatabase } from '../src/platform/testing/database.ts'
import { type Effort, effortOf, sessionsOf, shownLoad } from './effort.store.ts'
import { plantLine, postWith } from './postings.store.ts'
import { BARE_TABLES, insertBare, makeBareTables, plantActs, writeActs } from './record.store.ts'
import { sealWhenTold } from './record-sealer.ts'

const HERE = 331102
const AT_ONCE = 4
const MINUTE_MS = 4_000
const ROUNDS = Number(process.env.ROUNDS ?? 12)
const A_MINUTE_OF_ACTS = 40_000
const SHORT_MS = 700
const SHORT_ROUNDS = 2 * ROUNDS

type Turn = Effort & { readonly written: number }

const middle = (all: readonly number[], share = 0.5) => all.toSorted((a, b) => a - b)[Math.floor(all.length * share)]!
const processor = ({ ours, database, written }: Turn) => ((ours + database) / written) * 1e6
const clock = ({ seconds, written }: Turn) => (seconds / written) * 1e6

/** Both in turns, now one first and now the other; what the second costs as a multiple of the first, turn by turn. */
async function inTurns(
  sessions: readonly number[],
  rounds: number,
  [one, other]: readonly [() => Promise<number>, () => Promise<number>],
): Promise<{ first: Turn[]; second: Turn[] }> {
  const turn = async (write: () => Promise<number>): Promise<Turn> => {
    let written = 0
    const effort = await effortOf(sessions, async () => {
      written = await write()
    })
    return { ...effort, written }
  }
  const [first, second]: [Turn[], Turn[]] = [[], []]
  for (let round = 0; round < rounds; round += 1) {
    if (round % 2 === 0) first.push(await turn(one))
    second.push(await turn(other))
    if (round % 2 === 1) first.push(await turn(one))
  }
  return { first, second }
}

function say(what: string, { first, second }: { first: Turn[]; second: Turn[] }): void {
  const shown = (of: (turn: Turn) => number) => {
    const ratios = second.map((turn, at) => of(turn) / of(first[at]!))
    const quarters = [0.25, 0.75].map((share) => middle(ratios, share).toFixed(2)).join(' to ')
    return `${middle(first.map(of)).toFixed(0)} → ${middle(second.map(of)).toFixed(0)} µs, ${middle(ratios).toFixed(2)} (half of the turns ${quarters})`
  }
  console.log(
    `${what}: a write takes of the processor ${shown(processor)}; by the clock ${shown(clock)}   ${shownLoad()}`,
  )
}

async function compare(): Promise<void> {
  process.env.TEST_DATABASE_URL ??= (await ensureTestCluster()).superuserUrl('postgres')
  const database = await freshDatabase()
  const owner = new pg.Client({ connectionString: database.superuserUrl })
  await owner.connect()
  const connection = connect(database.appUrl, { max: AT_ONCE })
  const bare = new pg.Pool({ connectionString: database.superuserUrl, max: AT_ONCE, idleTimeoutMillis: 0 })
  await makeBareTables(owner)
  const acts = (forMs: number) => writeActs(connection.db, { forMs, atOnce: AT_ONCE })
  const inserted = (table: string) => insertBare(bare, table, { forMs: SHORT_MS, atOnce: AT_ONCE })
  // Connections and code are warm, and there before they are watched.
  await acts(1_500)
  await inserted('record.acts')
  const beforeTheSealer = await sessionsOf(owner)

  const sealer = fork(fileURLToPath(import.meta.url), ['seal', database.appUrl], { execArgv: ['--import', 'tsx'] })
  const told = () => new Promise<number>((resolve) => sealer.once('message', (seconds) => resolve(Number(seconds))))
  const sealed: number[] = []
  const seal = async () => {
    const done = told()
    sealer.send('seal')
    sealed.push(await done)
  }
  await told()
  await seal()
  sealed.length = 0
  const alone = async () => {
    const written = await acts(MINUTE_MS)
    // What nobody sealed meanwhile is not left to the next turn.
    await seal()
    sealed.pop()
    return written
  }
  const withSeal = async () => {
    const sealing = new Promise((resolve) => setTimeout(resolve, MINUTE_MS / 2)).then(seal)
    const written = await acts(MINUTE_MS)
    await sealing
    return written
  }
  const turns = await inTurns(beforeTheSealer, ROUNDS, [alone, withSeal])
  say('a seal in the middle of every turn', turns)
  const perTurn = middle(turns.second.map(({ written }) => written))
  console.log(
    `  the seal itself, off the write path: ${middle(sealed).toFixed(2)} s of the processor for about ${perTurn} acts`,
  )
  await plantActs(database.superuserUrl, A_MINUTE_OF_ACTS, 'now()')
  await seal()
  console.log(
    `  and ${sealed.at(-1)!.toFixed(2)} s for ${A_MINUTE_OF_ACTS} acts at once, as many as a minute may bring`,
  )
  sealer.kill()
  await new Promise((resolve) => sealer.once('exit', resolve))

  const line = await plantLine(database.appUrl, HERE, 'bench')
  const posting = (withAct: boolean) => () =>
    postWith(connection.db, HERE, line, { forMs: SHORT_MS, atOnce: AT_ONCE, withAct })
  say(
    'an act beside a posting of money',
    await inTurns(await sessionsOf(owner), SHORT_ROUNDS, [posting(false), posting(true)]),
  )
  await connection.close()
  for (const [what, table] of Object.entries(BARE_TABLES))
    say(
      what,
      await inTurns(await sessionsOf(owner), SHORT_ROUNDS, [() => inserted(table), () => inserted('record.acts')]),
    )

  await bare.end()
  await owner.end()
  await database.drop()
}

if (process.argv[2] === 'seal') await sealWhenTold(process.argv[3]!, MINUTE_MS / 1000)
else await compare()
