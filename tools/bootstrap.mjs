// Node built-ins only: this runs before anything is installed.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, realpathSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('..', import.meta.url))

const lockFile = join(root, 'package-lock.json')
const stampFile = join(root, 'node_modules', '.shanjiang-lock')

export const say = (zh, en) => console.log(`${zh}  ${en}`)

/** Ends the program with one clear sentence. */
export function giveUp(zh, en) {
  console.error(`${zh}\n${en}`)
  process.exit(1)
}

/** The packages of package-lock.json, exactly those, are in node_modules; no install script is needed or run. */
export async function ensureInstalled() {
  checkNode()
  if (isStamped()) return
  await withInstallLock(async () => {
    if (isStamped()) return
    if (!isInstalledByHand()) await install()
    writeFileSync(stampFile, stamp())
  })
}

export function supportsNode(version) {
  const [major, minor] = version.split('.').map(Number)
  return (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22
}

function checkNode() {
  if (supportsNode(process.versions.node)) return
  giveUp(
    `需要 Node.js 20.19 以上的 20 版、22.12 以上的 22 版或更新版本,当前是 ${process.versions.node};请到 nodejs.org 安装新版后重新运行。`,
    `Node.js 20.19 or newer is needed (of version 22: 22.12 or newer); this is ${process.versions.node}. Install a newer one from nodejs.org and run this again.`,
  )
}

function stamp() {
  // A directory carried to another system holds the wrong binaries.
  const hash = createHash('sha256').update(readFileSync(lockFile)).digest('hex')
  return `${hash} ${process.platform}-${process.arch}\n`
}

function isStamped() {
  return existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp()
}

/** Somebody ran npm in this directory: npm's own record of what it installed agrees with package-lock.json. */
function isInstalledByHand() {
  const record = join(root, 'node_modules', '.package-lock.json')
  if (!existsSync(record)) return false
  const installed = JSON.parse(readFileSync(record, 'utf8')).packages
  const wanted = JSON.parse(readFileSync(lockFile, 'utf8')).packages
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '') return true
    const there = installed[path]
    if (!there) return entry.optional === true && !isForThisSystem(entry)
    return there.version === entry.version && existsSync(join(root, path, 'package.json'))
  })
}

function isForThisSystem(entry) {
  return Boolean(entry.os?.includes(process.platform) && entry.cpu?.includes(process.arch) && !entry.libc)
}

async function install() {
  say('正在安装依赖(首次约一两分钟)……', 'Installing the packages (a minute or two the first time) ...')
  const started = Date.now()
  const { program, args } = npmBesideNode()
  const options = [
    'ci',
    '--ignore-scripts',
    '--include=dev',
    '--include=optional',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ]
  const code = await run(program, [...args, ...options])
  if (code !== 0) {
    giveUp(
      `依赖没有装上(npm ci 退出码 ${code},原因见上);请检查网络或 npm 的镜像设置后重新运行。`,
      `The packages were not installed (npm ci ended with ${code}, reason above); check the network or npm's registry setting and run this again.`,
    )
  }
  const seconds = Math.round((Date.now() - started) / 1000)
  say(`依赖已装好(${seconds} 秒)。`, `The packages are installed (${seconds} s).`)
}

/** npm as a script for this very node; only where none is found beside it, the npm on the path. */
export function npmBesideNode() {
  const here = dirname(realpathSync(process.execPath))
  const places = [
    process.env.npm_execpath,
    join(here, '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    join(here, 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    '/usr/share/nodejs/npm/bin/npm-cli.js',
  ]
  const script = places.find((path) => path?.endsWith('npm-cli.js') && existsSync(path))
  if (script) return { program: process.execPath, args: [script] }
  return { program: process.platform === 'win32' ? 'npm.cmd' : 'npm', args: [] }
}

/** npm's shell does not pass SIGTERM on: when it is gone, this process was meant too. */
export function endWithNpm() {
  if (!process.env.npm_lifecycle_event) return
  const parent = process.ppid
  const watch = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(watch)
    process.kill(process.pid, 'SIGTERM')
  }, 500)
  watch.unref()
}

/** Runs a program in the repository's root with our own output; gives its exit code. */
export function run(program, args, options = {}) {
  const env = { ...process.env, ...options.env, PATH: dirname(process.execPath) + delimiter + process.env.PATH }
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: root,
      stdio: options.stdio ?? 'inherit',
      env,
      shell: program.endsWith('.cmd'),
    })
    const passOn = (signal) => child.kill(signal)
    process.on('SIGINT', passOn)
    process.on('SIGTERM', passOn)
    options.onOutput?.(child)
    const end = (code) => {
      process.off('SIGINT', passOn)
      process.off('SIGTERM', passOn)
      resolve(code)
    }
    child.on('error', (error) => {
      console.error(error.message)
      end(127)
    })
    child.on('close', (code, signal) => end(signal ? 130 : code))
  })
}

/** Two commands started at once on a fresh clone take turns. */
async function withInstallLock(work) {
  const lock = join(root, 'data', 'install.lock')
  mkdirSync(dirname(lock), { recursive: true })
  let told = false
  while (!take(lock)) {
    if (!told) say('另一个进程正在安装依赖,等它完成……', 'Another process is installing; waiting for it ...')
    told = true
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
  const release = () => rmSync(lock, { force: true })
  process.on('exit', release)
  try {
    await work()
  } finally {
    process.off('exit', release)
    release()
  }
}

function take(lock) {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
    if (!isHeld(lock)) rmSync(lock, { force: true })
    return false
  }
}

function isHeld(lock) {
  try {
    // Its process number may have passed to another program since; nobody installs for half an hour.
    if (Date.now() - statSync(lock).mtimeMs > 1_800_000) return false
    const pid = Number(readFileSync(lock, 'utf8'))
    return pid !== process.pid && process.kill(pid, 0)
  } catch (error) {
    return error.code === 'EPERM'
  }
}
