import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root, run, say } from './bootstrap.mjs'

const built = join(root, 'dist', 'console')
const stampFile = join(root, 'dist', 'console.sources')

/** Builds the console unless dist/console was made from exactly today's sources. False when the build failed. */
export async function ensureConsole() {
  const sources = hashOfSources()
  if (existsSync(built) && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === sources) return true
  say('正在构建网页控制台……', 'Building the web console ...')
  return await buildConsole(sources)
}

/** Built beside and swapped in whole: a running server never sees half a console. */
export async function buildConsole(sources = hashOfSources()) {
  const fresh = `${built}.new-${process.pid}`
  const former = `${built}.old-${process.pid}`
  mkdirSync(join(root, 'dist'), { recursive: true })
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js')
  const code = await run(process.execPath, [vite, 'build', '--outDir', fresh, '--emptyOutDir', '--logLevel', 'warn'])
  if (code !== 0 || !existsSync(fresh)) {
    rmSync(fresh, { recursive: true, force: true })
    return false
  }
  rmSync(stampFile, { force: true })
  if (existsSync(built)) renameSync(built, former)
  renameSync(fresh, built)
  rmSync(former, { recursive: true, force: true })
  writeFileSync(stampFile, sources)
  return true
}

/** Everything the console may be made of. Tests are not. */
function hashOfSources() {
  const hash = createHash('sha256')
  const isSource = (path) => /\.(tsx?|css|html|json|svg|png|webp)$/.test(path) && !/\.test\.tsx?$/.test(path)
  const below = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).filter(isSource)
  const files = [
    ...below.sort().map((path) => join('src', path)),
    'vite.config.ts',
    'package-lock.json',
    'tsconfig.json',
  ]
  for (const file of files) {
    if (existsSync(join(root, file))) hash.update(`${file}\0`).update(readFileSync(join(root, file)))
  }
  return hash.digest('hex')
}
