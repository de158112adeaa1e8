/**
 * A trial from the database to the database: a year's kept decisions, each with its snapshot, read, decided by two
 * documents, and verdict, fen and reasons stored; by the trial's own code. Beside it the way one would write by hand, row
 * by row, and what reading and writing the same bytes takes alone. The database is filled by a process of its own, and each
 * trial has its own too: the memory that is told is that of the trial alone, with the modules of the house.
 */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { compile } from '../../src/kernel/policy/deciding/compile.ts'
import { ensureTestCluster } from '../../src/platform/testing/cluster.ts'
import { freshDatabase } from '../../src/platform/testing/database.ts'
import { shownLoad } from '../effort.store.ts'
import { megabytes } from '../memory.ts'
import { byHandRowByRow, copiedOut, storedBytes, written } from './from-database.store.ts'
import { DICTIONARY, PACK } from './scheme.ts'
import type { Tried } from './trying.ts'

const HERE = 331102
const CASES = Number(process.env.CASES ?? 1_000_000)
const TURNS = Number(process.env.DATABASE_TURNS ?? 2)
const BY_HAND = 5_000

/** Done in a process of its own; what it says it came to. */
async function apart<T>(args: readonly string[]): Promise<T> {
  const child = fork(fileURLToPath(new URL('./trying.ts', import.meta.url)), args, { execArgv: ['--import', 'tsx'] })
  let said: T | undefined
  child.on('message', (message) => {
    said = message as T
  })
  await once(child, 'exit')
  if (said === undefined) throw new Error(`${args[0]} ended without a word`)
  return said
}

/** The better of some turns, with the most memory that any of them took. */
async function best(args: readonly string[]): Promise<Tried> {
  const turns: Tried[] = []
  for (let turn = 0; turn < TURNS; turn += 1) turns.push(await apart<Tried>(args))
  const fastest = turns.reduce((one, next) => (next.perSecond > one.perSecond ? next : one))
  return { ...fastest, peakBytes: Math.max(...turns.map(({ peakBytes }) => peakBytes)) }
}

const say = (what: string, perSecond: number, more = '') =>
  console.log(`  ${what.padEnd(46)} ${Math.round(perSecond).toLocaleString('en').padStart(10)}/s${more}`)

/** Prints how many cases a second, of so many, against a peer and against the physical limit of the same run. */
export async function fromTheDatabase(): Promise<void> {
  process.env.TEST_DATABASE_URL ??= (await ensureTestCluster()).superuserUrl('postgres')
  const database = await freshDatabase()
  const owner = new pg.Client({ connectionString: database.superuserUrl })
  await owner.connect()
  try {
    const from = performance.now()
    await apart(['fill', database.superuserUrl, String(CASES)])
    const filled = (performance.now() - from) / 1000
    await pause(1_000)
    console.log(
      `${CASES.toLocaleString('en')} kept decisions from the database and what is found stored (filled in ${filled.toFixed(0)} s)   ${shownLoad()}`,
    )
    const personId = (await owner.query<{ id: string }>('select id from people.persons limit 1')).rows[0]!.id
    const decided = await best(['try', database.appUrl, 'as-decided', personId])
    const versions = await best(['try', database.appUrl, 'version', personId])
    for (const { cases } of [decided, versions])
      if (cases !== CASES) throw new Error(`the trial did ${cases} of ${CASES} cases`)
    const hand = await byHandRowByRow(owner, HERE, compile(PACK, { dictionary: DICTIONARY }), BY_HAND)
    const [read, put] = [await copiedOut(owner, HERE), await written(owner, decided.id)]
    const limit = 1 / (1 / read.perSecond + 1 / put)
    const told = ({ perSecond, ours, peakBytes }: Tried) =>
      `   ${ours.toFixed(1)} µs of our processor each; ${(perSecond / hand).toFixed(1)} times by hand; the limit is ${(limit / perSecond).toFixed(2)} times as fast; at most ${megabytes(peakBytes).toFixed(0)} MB`
    say('a draft beside what was decided', decided.perSecond, told(decided))
    say('a draft beside another version', versions.perSecond, told(versions))
    say('by hand, row by row', hand)
    say('reading the same snapshots by COPY alone', read.perSecond, `   ${read.bytesEach.toFixed(0)} bytes each`)
    say('writing the same blocks alone', put, `   ${(await storedBytes(owner, decided.id)).toFixed(0)} bytes each`)
    say('both one after the other: the limit', limit, `   ${shownLoad()}`)
  } finally {
    await owner.end()
    await database.drop()
  }
}
