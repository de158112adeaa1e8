/** npm run backup -- <folder>: backs up the built-in database of `data/` while it works, and keeps its log there from then on. */
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { backUp, isOnSameDisk } from '../src/platform/db/embedded/backup.ts'
import { ensureEmbeddedServer } from '../src/platform/db/embedded.ts'
import { commandWords as words, giveUp, tell } from './words.ts'

const [folder, ...others] = process.argv.slice(2)
if (folder === undefined || folder.startsWith('-') || others.length > 0) giveUp(words.backupUsage)
if (process.env.DATABASE_URL) giveUp(words.ownDatabase)

const dataDir = process.env.SHANJIANG_DATA || fileURLToPath(new URL('../data', import.meta.url))
try {
  const server = await ensureEmbeddedServer({ dataDir: join(dataDir, 'pg') })
  try {
    const backup = await backUp(server, folder)
    const bytes = backup.files.reduce((sum, { size }) => sum + size, 0)
    tell(words.backedUp(join(folder, backup.name), backup.files.length, Math.ceil(bytes / 1024 / 1024)))
    if (await isOnSameDisk(folder, server.dataDirectory)) tell(words.sameDisk)
    tell(words.keysElsewhere(join(dataDir, 'keys.json')))
  } finally {
    if (server.started) await server.stop()
  }
} catch (error) {
  console.error((error as Error).message)
  process.exitCode = 1
}
