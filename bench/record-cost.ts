/**
 * What the sealed record costs a write: acts written one a transaction with nobody sealing, and with the sealer at work
 * all the time (in the house it comes once a minute), in a process of its own; and a bare insert as the limit.
 */
import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { ensureTestCluster } from '../src/platform/testing/cluster.ts'
import { freshDatabase } from '../src/platform/testing/database.ts'
import { insertBare, statement, writeActs } from './record.store.ts'
import { sealOften } from './record-sealer.ts'

const AT_ONCE = 4
const FOR_MS = 3_000
const ROUNDS = 6
/** How the sealer comes: as in the house, scaled to a round of seconds; and without a pause. */
const EVERY_MS = { 'a seal a minute, here one in the middle of each round': 1_500, 'sealing without a pause': 50 }

if (process.argv[2] === 'seal') {
  await sealOften(process.argv[3]!, Number(process.argv[4]))
} else {
  process.env.TEST_DATABASE_URL ??= (await ensureTestCluster()).superuserUrl('postgres')
  const database = await freshDatabase()
  const way = { forMs: FOR_MS, atOnce: AT_ONCE }
  await writeActs(database.appUrl, { ...way, forMs: 2_000 })
  for (const [name, everyMs] of Object.entries(EVERY_MS)) {
    let [without, withSealer] = [0, 0]
    for (let round = 0; round < ROUNDS; round += 1) {
      without = Math.max(without, await writeActs(database.appUrl, way))
      const sealer = fork(fileURLToPath(import.meta.url), ['seal', database.appUrl, String(everyMs)], {
        execArgv: ['--import', 'tsx'],
      })
      await new Promise((resolve) => sealer.once('message', resolve))
      withSealer = Math.max(withSealer, await writeActs(database.appUrl, way))
      sealer.kill()
      await new Promise((resolve) => sealer.once('exit', resolve))
    }
    console.log(
      `${name}: without ${without.toFixed(0)}/s, with ${withSealer.toFixed(0)}/s, a write costs ${(without / withSealer).toFixed(2)} times as much`,
    )
  }
  const bare = await insertBare(database.superuserUrl, way)
  await statement(database.superuserUrl, 'drop index record.acts_recorded_at_idx')
  const withoutIndex = await insertBare(database.superuserUrl, way)
  const { rows } = await statement(database.superuserUrl, 'select count(*) as n from record.leaves')
  console.log(
    `a bare insert ${bare.toFixed(0)}/s; without the index by which rows are found ${withoutIndex.toFixed(0)}/s; ${rows[0].n} rows were sealed meanwhile`,
  )
  await database.drop()
}
