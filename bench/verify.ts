/**
 * Verifying 1,000,000 sealed rows: every leaf into the tree, every row beside its leaf, against one SQL pass that only
 * counts and hashes the same rows, and against SHA-256 of the same bytes in memory. Says the memory it took.
 */
import { ensureTestCluster } from '../src/platform/testing/cluster.ts'
import { freshDatabase } from '../src/platform/testing/database.ts'
import { megabytes, peakOfThisProcess } from './memory.ts'
import { hashInMemory, md5Pass, plantActs } from './record.store.ts'
import { sealingAt } from './record-sealer.ts'

const ROWS = Number(process.argv[2] ?? 1_000_000)
const HERE = 331102
/** A leaf's text of such an act. */
const BYTES_A_ROW = 330

const secondsOf = async (work: () => unknown) => {
  const started = performance.now()
  await work()
  return (performance.now() - started) / 1000
}

process.env.TEST_DATABASE_URL ??= (await ensureTestCluster()).superuserUrl('postgres')
const database = await freshDatabase()
await plantActs(database.superuserUrl, ROWS)
const sealing = sealingAt(database.appUrl)
const perSecond = (seconds: number) => `${Math.round(ROWS / seconds).toLocaleString('en-US')}/s`
const sealed = await secondsOf(() => sealing.seal(HERE))
console.log(`sealed ${ROWS} rows in ${sealed.toFixed(1)} s, ${perSecond(sealed)}`)
let said = ''
const verified = await secondsOf(async () => {
  const { rows, differing } = await sealing.verify(HERE)
  said = `${rows} 行核对,${differing} 处不符`
})
console.log(
  `verified in ${verified.toFixed(1)} s, ${perSecond(verified)}: ${said}; at most ${megabytes(peakOfThisProcess()).toFixed(0)} MB`,
)
const md5 = await secondsOf(() => md5Pass(database.superuserUrl))
const memory = await secondsOf(() => hashInMemory(ROWS, BYTES_A_ROW))
console.log(
  `one SQL pass ${md5.toFixed(1)} s (ratio ${(verified / md5).toFixed(1)}); SHA-256 in memory ${memory.toFixed(1)} s (ratio ${(verified / memory).toFixed(1)})`,
)
await sealing.connection.close()
await database.drop()
