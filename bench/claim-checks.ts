/**
 * Every check of the house about the 1,000 people of one claim, each answer stored, through row security; against storing
 * the same rows by `pg` alone, which asks nothing. One run, one machine, one database.
 */
import { subjectsOf } from '../src/kernel/funds/deciding/subjects.ts'
import { Claimable } from '../src/kernel/funds/public.ts'
import { givenCompletedClass } from '../src/kernel/funds/deciding/testing.ts'
import { testKeys } from '../src/kernel/funds/testing.ts'
import { inDistrict } from '../src/platform/db/public.ts'
import { ensureTestCluster } from '../src/platform/testing/cluster.ts'
import { givenHouse, LIANDU } from '../src/server/testing.ts'
import { storeBare } from './claim-checks.store.ts'

const PEOPLE = 1_000
const ROUNDS = 3

process.env.TEST_DATABASE_URL ??= (await ensureTestCluster()).superuserUrl('postgres')
const house = await givenHouse(testKeys)
const within = <T>(work: Parameters<typeof inDistrict<T>>[2]) => inDistrict(house.connection.db, LIANDU, work)
const { groupId, facts } = await within((tx) =>
  givenCompletedClass(tx, { trainees: Array.from({ length: PEOPLE }, () => ({})) }),
)
const subjects = subjectsOf(
  facts.map((fact) => ({ fact, body: Claimable.parse(fact.body) })),
  groupId,
)
let [best, results, runId] = [Number.POSITIVE_INFINITY, 0, '']
for (let round = 0; round < ROUNDS; round += 1) {
  const from = performance.now()
  const run = await within((tx) => house.integrity.run(tx, { moment: 'claim', groupId, subjects, now: tx.now }))
  best = Math.min(best, performance.now() - from)
  ;[results, runId] = [run.results.length, run.runId]
}
let bare = Number.POSITIVE_INFINITY
for (let round = 0; round < ROUNDS; round += 1)
  bare = Math.min(bare, await storeBare(house.database.superuserUrl, runId))
const perSecond = (ms: number) => ((results / ms) * 1000).toFixed(0)
console.log(
  `${PEOPLE} people, ${results} answers: ours ${perSecond(best)}/s (${(best / 1000).toFixed(2)} s)   only storing them ${perSecond(bare)}/s (${(bare / 1000).toFixed(2)} s)   ratio ${(bare / best).toFixed(2)}`,
)
await house.close()
