/**
 * Postings on one hot budget line: single, and batched by 100 in a transaction, by `moveMoney` through row security,
 * against the same four statements by `pg` alone. One run, one machine, one database.
 */
import { ensureTestCluster } from '../src/platform/testing/cluster.ts'
import { freshDatabase } from '../src/platform/testing/database.ts'
import { plantLine, postBare, postOurs } from './postings.store.ts'
import { bestOf } from './timing.ts'

const LIANDU = 331102
const ROUNDS = 3
const WAYS = [
  { name: 'single, 4 at once', times: 800, batch: 1, atOnce: 4 },
  { name: 'batched by 100, 1 at once', times: 3_000, batch: 100, atOnce: 1 },
] as const

process.env.TEST_DATABASE_URL ??= (await ensureTestCluster()).superuserUrl('postgres')
const database = await freshDatabase()
for (const way of WAYS) {
  const [hot, bare] = [
    await plantLine(database.appUrl, LIANDU, `ours ${way.name}`),
    await plantLine(database.appUrl, LIANDU, `bare ${way.name}`),
  ]
  const oursMs = await bestOf(ROUNDS, () => postOurs(database.appUrl, LIANDU, hot, way))
  const bareMs = await bestOf(ROUNDS, () => postBare(database.superuserUrl, LIANDU, bare, way))
  const perSecond = (ms: number) => ((way.times / ms) * 1000).toFixed(0)
  console.log(
    `${way.name.padEnd(28)} ours ${perSecond(oursMs).padStart(6)}/s   bare ${perSecond(bareMs).padStart(6)}/s   ratio ${(bareMs / oursMs).toFixed(2)}`,
  )
}
await database.drop()
