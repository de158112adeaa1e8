/**
 * npm run restore -- <folder> [--until "2026-11-26 10:31:00"]: restores the built-in database into an empty `data/`, to a
 * moment or to the end of its log, and verifies it.
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readMoment } from '../src/platform/db/embedded/backup-rules.ts'
import { backupWords } from '../src/platform/db/embedded/backup-words.ts'
import { restoreBackup } from '../src/platform/db/embedded/restore.ts'
import { ensureEmbeddedServer } from '../src/platform/db/embedded.ts'
import { connect } from '../src/platform/db/public.ts'
import { prepareDatabase } from '../src/platform/db/roles.ts'
import { verifyRestored } from '../src/server/restored.ts'
import { commandWords as words, giveUp, tell } from './words.ts'

const DATABASE = 'shanjiang'

const [folder, flag, text, ...others] = process.argv.slice(2)
if (folder === undefined || folder.startsWith('-') || others.length > 0) giveUp(words.restoreUsage)
if (flag !== undefined && (flag !== '--until' || text === undefined)) giveUp(words.restoreUsage)
if (process.env.DATABASE_URL) giveUp(words.ownDatabase)
const until = text === undefined ? undefined : readMoment(text)
if (text !== undefined && until === undefined) giveUp(backupWords.notAMoment(text))

const dataDir = process.env.SHANJIANG_DATA || fileURLToPath(new URL('../data', import.meta.url))
const home = join(dataDir, 'pg')
const keysPath = join(dataDir, 'keys.json')
try {
  const restored = await restoreBackup({ dataDir: home, folder, ...(until ? { until } : {}) })
  for (const note of restored.notes) console.log(note)
  const server = await ensureEmbeddedServer({ dataDir: home })
  // The roles of the backup get the passwords that are kept here.
  await prepareDatabase(server.superuserUrl('postgres'), DATABASE, server.passwords)
  const connection = connect(server.ownerUrl(DATABASE), { max: 2 })
  try {
    const superuserUrl = server.superuserUrl(DATABASE)
    const { rows, problems } = await verifyRestored({ superuserUrl, db: connection.db, keysPath })
    const total = [...rows.values()].reduce((sum, count) => sum + count, 0)
    tell(words.restored(restored.dataDirectory, rows.size, total))
    for (const problem of problems) console.error(problem)
    tell(problems.length === 0 ? words.verified : words.notVerified(problems.length))
    if (problems.length > 0) process.exitCode = 1
    if (!existsSync(keysPath)) tell(words.bringKeys(keysPath))
    tell(words.backUpAgain)
  } finally {
    await connection.close()
    await server.stop()
  }
} catch (error) {
  console.error((error as Error).message)
  process.exitCode = 1
}
