/**
 * A trial from the database to the database: a year's kept decisions, each with its snapshot, read, decided by two
 * documents, and verdict, fen and reasons stored; by the trial's own code. Beside it the way one would write by hand, row
 * by row, and what reading and writing the same bytes takes alone.
 */
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { insertTrial } from '../../src/kernel/funds/trials/store.ts'
import { takeTrial } from '../../src/kernel/funds/trials/testing.ts'
import { namedOf } from '../../src/kernel/funds/trials/showing.ts'
import { runTrial } from '../../src/kernel/funds/trials/running.ts'
import { compile } from '../../src/kernel/policy/deciding/compile.ts'
import { contentHash } from '../../src/kernel/policy/decisions/content-hash.ts'
import { civilDate, newId } from '../../src/kernel/values/public.ts'
import { connect, inDistrict } from '../../src/platform/db/public.ts'
import { ensureTestCluster } from '../../src/platform/testing/cluster.ts'
import { freshDatabase } from '../../src/platform/testing/database.ts'
import { shownLoad } from '../effort.store.ts'
import { megabytes, peakOfThisProcess } from '../memory.ts'
import { byHandRowByRow, copiedOut, plantCases, storedBytes, written } from './from-database.store.ts'
import { CAP_FEN, DICTIONARY, FIRST_DAY, LAST_DAY, PACK } from './scheme.ts'

const HERE = 331102
const CASES = Number(process.env.CASES ?? 200_000)
const TURNS = Number(process.env.DATABASE_TURNS ?? 3)
const BY_HAND = 5_000

/** The same scheme with a higher cap: what an official would try. */
const DRAFT = {
  ...PACK,
  version: '2022-02',
  parameters: {
    ...PACK.parameters,
    cap: { ...PACK.parameters.cap, values: [{ from: '2021-01-01', value: CAP_FEN + 50_000, cite: 'c1' }] },
  },
}

const NOBODY = async () => new Map()

/** Prints how many cases a second, of so many, the better of some turns. */
export async function fromTheDatabase(): Promise<void> {
  process.env.TEST_DATABASE_URL ??= (await ensureTestCluster()).superuserUrl('postgres')
  const database = await freshDatabase()
  const connection = connect(database.appUrl, { max: 3, patienceMs: 600_000 })
  const owner = new pg.Client({ connectionString: database.superuserUrl })
  await owner.connect()
  try {
    const program = await plantCases(database.superuserUrl, HERE, CASES)
    await pause(1_000)
    const { db } = connection
    const needs = {
      db,
      slowDb: db,
      suppliers: [],
      gather: NOBODY,
      keptDays: () => 30,
      programOf: (document: unknown) => {
        const program = compile(document, { dictionary: DICTIONARY })
        return { pack: program.pack, on: () => program }
      },
    }
    const trying = async (before: object | null) => {
      const personId = (await owner.query<{ id: string }>('select id from people.persons limit 1')).rows[0]!.id
      const trial = {
        id: newId(),
        scheme: PACK.scheme,
        factKind: PACK.trigger,
        afterNamed: namedOf(DRAFT),
        afterDocument: DRAFT,
        afterSha256: Buffer.from(contentHash(DRAFT), 'hex'),
        draftId: null,
        beforeNamed: before && namedOf(before),
        beforeDocument: before,
        beforeSha256: before && Buffer.from(contentHash(before), 'hex'),
        valuesOn: null,
        from: civilDate(FIRST_DAY),
        to: civilDate(LAST_DAY),
        accountId: newId(),
        personId,
        businessAt: new Date(),
      }
      await inDistrict(db, HERE, (tx) => insertTrial(tx, trial))
      const taken = await inDistrict(db, HERE, takeTrial)
      const [from, used] = [performance.now(), process.cpuUsage()]
      await runTrial(needs, HERE, taken!)
      const seconds = (performance.now() - from) / 1000
      const { user, system } = process.cpuUsage(used)
      return { id: trial.id, perSecond: CASES / seconds, ours: (user + system) / CASES }
    }
    const best = async (before: object | null) => {
      let found = await trying(before)
      for (let turn = 1; turn < TURNS; turn += 1) {
        const next = await trying(before)
        if (next.perSecond > found.perSecond) found = next
      }
      return found
    }
    const say = (what: string, perSecond: number, more = '') =>
      console.log(`  ${what.padEnd(46)} ${Math.round(perSecond).toLocaleString('en').padStart(10)}/s${more}`)
    console.log(
      `${CASES.toLocaleString('en')} kept decisions from the database and what is found stored   ${shownLoad()}`,
    )
    const decided = await best(null)
    const versions = await best(PACK)
    say('a draft beside what was decided', decided.perSecond, `   ${decided.ours.toFixed(1)} µs of our processor each`)
    say('a draft beside another version', versions.perSecond, `   ${versions.ours.toFixed(1)} µs of our processor each`)
    const hand = await byHandRowByRow(owner, HERE, program, BY_HAND)
    say('by hand, row by row', hand)
    const [read, put] = [await copiedOut(owner, HERE), await written(owner, decided.id)]
    say('reading the same snapshots by COPY alone', read.perSecond, `   ${read.bytesEach.toFixed(0)} bytes each`)
    say('writing the same blocks alone', put, `   ${(await storedBytes(owner, decided.id)).toFixed(0)} bytes each`)
    const limit = 1 / (1 / read.perSecond + 1 / put)
    console.log(
      `  both one after the other ${Math.round(limit).toLocaleString('en')}/s: ${(limit / decided.perSecond).toFixed(2)} times; at most ${megabytes(peakOfThisProcess()).toFixed(0)} MB in this process   ${shownLoad()}`,
    )
  } finally {
    await connection.close()
    await owner.end()
    await database.drop()
  }
}
