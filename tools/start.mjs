// npm start: installs, builds, and runs the server in this very process, so signals and the exit code are its own.
import { pathToFileURL } from 'node:url'
import { join } from 'node:path'
import { endWithNpm, ensureInstalled, giveUp, root } from './bootstrap.mjs'

process.chdir(root)
endWithNpm()
await ensureInstalled()

const { ensureConsole } = await import('./console.mjs')
if (!(await ensureConsole())) {
  giveUp('网页控制台没有构建成功,原因见上。', 'The web console was not built; the reason is above.')
}

const server = join(root, 'src', 'server.ts')
const { register } = await import('tsx/esm/api')
register()
process.setSourceMapsEnabled(true)
process.argv[1] = server
await import(pathToFileURL(server).href)
