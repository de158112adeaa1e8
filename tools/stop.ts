/** npm run stop: stops the built-in database of `data/`. It outlives the app, so that a second one can attach to it. */
import { fileURLToPath } from 'node:url'
import { join } from 'node:path'
import { ensureEmbeddedServer } from '../src/platform/db/embedded.ts'

const dataDir = process.env.SHANJIANG_DATA || fileURLToPath(new URL('../data', import.meta.url))
// Found the way the app finds it, wherever it had to be put; one that was not running is stopped again at once.
const server = await ensureEmbeddedServer({ dataDir: join(dataDir, 'pg') })
await server.stop()
console.log(
  '数据库已停止;服务如还在运行,请在它的窗口按 Ctrl+C / The database is stopped; a server that still runs is ended by Ctrl+C in its window',
)
