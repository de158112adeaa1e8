/**
 * What has a process of its own, so that its memory is its own: filling the database, or one trial from the database to the
 * database by the trial's own code. Says what it came to to whoever forked it.
 */
import { namedOf } from '../../src/kernel/funds/trials/showing.ts'
import { runTrial } from '../../src/kernel/funds/trials/running.ts'
import { findTrial, insertTrial } from '../../src/kernel/funds/trials/store.ts'
import { takeTrial } from '../../src/kernel/funds/trials/testing.ts'
import { compile } from '../../src/kernel/policy/deciding/compile.ts'
import { contentHash } from '../../src/kernel/policy/decisions/content-hash.ts'
import { civilDate, newId } from '../../src/kernel/values/public.ts'
import { connect, inDistrict } from '../../src/platform/db/public.ts'
import { peakOfThisProcess } from '../memory.ts'
import { plantCases } from './from-database.store.ts'
import { CAP_FEN, DICTIONARY, FIRST_DAY, LAST_DAY, PACK } from './scheme.ts'

const HERE = 331102

/** The same scheme with a higher cap: what an official would try. */
const DRAFT = {
  ...PACK,
  version: '2022-02',
  parameters: {
    ...PACK.parameters,
    cap: { ...PACK.parameters.cap, values: [{ from: '2021-01-01', value: CAP_FEN + 50_000, cite: 'c1' }] },
  },
}

/** One trial: how many cases there were, how many of them a second, and how much memory it took at most. */
export type Tried = {
  readonly id: string
  readonly cases: number
  readonly perSecond: number
  /** Microseconds of this process's processor for each. */
  readonly ours: number
  readonly peakBytes: number
}

async function tryOnce(appUrl: string, personId: string, before: object | null): Promise<Tried> {
  const connection = connect(appUrl, { max: 3, patienceMs: 600_000 })
  const { db } = connection
  const needs = {
    db,
    slowDb: db,
    suppliers: [],
    gather: async () => new Map(),
    keptDays: () => 30,
    programOf: (document: unknown) => {
      const program = compile(document, { dictionary: DICTIONARY })
      return { pack: program.pack, on: () => program }
    },
  }
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
  const { casesDone: cases } = (await inDistrict(db, HERE, (tx) => findTrial(tx, trial.id)))!
  await connection.close()
  return {
    id: trial.id,
    cases,
    perSecond: cases / seconds,
    ours: (user + system) / cases,
    peakBytes: peakOfThisProcess(),
  }
}

const [what, url, argument, personId] = process.argv.slice(2)
if (what === 'fill') {
  await plantCases(url!, HERE, Number(argument))
  process.send?.({ cases: Number(argument) })
} else process.send?.(await tryOnce(url!, personId!, argument === 'version' ? PACK : null))
process.disconnect?.()
