/**
 * Verifying 1,000,000 sealed rows: every leaf into the tree, every row beside its leaf. Against one SQL pass that only
 * hashes the same rows by md5, against only reading them out as text, and against SHA-256 of the same bytes in memory.
 * Says the memory it took, and the load of the machine. Sealing them for the first time comes before.
 */
import pg from 'pg'
import { ensureTestCluster } from '../src/platform/testing/cluster.ts'
import { freshDatabase } from '../src/platform/testing/database.ts'
import { type Effort, effortOf, sessionsOf, shownEffort, shownLoad } from './effort.store.ts'
import { megabytes, peakOfThisProcess } from './memory.ts'
import { copyOut, hashInMemory, md5Pass, plantActs } from './record.store.ts'
import { sealingAt } from './record-sealer.ts'

const ROWS = Number(process.argv[2] ?? 1_000_000)
const HERE = 331102
/** A leaf's text of such an act. */
const BYTES_A_ROW = 330

process.env.TEST_DATABASE_URL ??= (await ensureTestCluster()).superuserUrl('postgres')
const database = await freshDatabase()
await plantActs(database.superuserUrl, ROWS)
const sealing = sealingAt(database.appUrl)
const peer = new pg.Client({ connectionString: database.superuserUrl })
// Sessions are there before they are watched.
await peer.connect()
await sealing.verify(HERE)
const owner = new pg.Client({ connectionString: database.superuserUrl })
await owner.connect()
const sessions = await sessionsOf(owner)
await owner.end()
const measured = async (what: string, work: () => unknown) => {
  const effort = await effortOf(sessions, work)
  const perSecond = Math.round(ROWS / effort.seconds).toLocaleString('en-US')
  console.log(`${what.padEnd(34)} ${perSecond.padStart(9)}/s   ${shownEffort(effort)}   ${shownLoad()}`)
  return effort
}

await measured('sealed the first time', () => sealing.seal(HERE))
let said = ''
const verified = await measured('verified', async () => {
  const { rows, differing } = await sealing.verify(HERE)
  said = `${rows.toLocaleString('en-US')} rows compared, ${differing} differ; at most ${megabytes(peakOfThisProcess()).toFixed(0)} MB`
})
console.log(said)
const bare = [
  ['one SQL pass, md5 of the same rows', () => md5Pass(peer)],
  ['only read out as text (COPY)', () => copyOut(peer)],
  ['SHA-256 of as many bytes in memory', () => hashInMemory(ROWS, BYTES_A_ROW)],
] as const
const processor = (effort: Effort) => effort.ours + effort.database
for (const [what, work] of bare) {
  const limit = await measured(what, work)
  const ratios = [verified.seconds / limit.seconds, processor(verified) / processor(limit)]
  console.log(`  ratio ${ratios.map((ratio) => ratio.toFixed(1)).join(' by the clock, ')} of the processor`)
}
await peer.end()
await sealing.connection.close()
await database.drop()
