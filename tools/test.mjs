// npm test: every check there is, one after another; the last line is "N passed, N failed".
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { endWithNpm, ensureInstalled, giveUp, root, run, say } from './bootstrap.mjs'

const tool = (...path) => join(root, 'node_modules', ...path)
const script = (file, ...args) => ({ file, args })

/** Name, what it runs, and how many source files it must say it read: a tool that reads nothing also reports success. */
const steps = {
  types: { run: script(tool('typescript', 'bin', 'tsc'), '--noEmit', '--listFiles'), filesRead: filesInListing },
  lint: { run: script(tool('oxlint', 'bin', 'oxlint')), filesRead: (output) => numberIn(output, /on (\d+) files/) },
  format: {
    run: script(tool('@biomejs', 'biome', 'bin', 'biome'), 'format'),
    filesRead: (output) => numberIn(output, /Checked (\d+) files/),
  },
  house: { run: script(join(root, 'tools', 'house', 'check.mjs')) },
  knip: { run: script(tool('knip', 'bin', 'knip.js'), '--no-progress') },
  unit: { tests: 'vitest.config.ts', cluster: true },
  console: { build: true },
  e2e: { tests: 'vitest.e2e.config.ts' },
  /** Ten minutes of its own, so it runs when it is asked for: npm run test:audit. */
  audit: { tests: 'vitest.audit.config.ts', onlyAsked: true },
}

process.chdir(root)
endWithNpm()
const picked = process.argv.slice(2)
const unknown = picked.filter((name) => !(name in steps))
if (unknown.length > 0) {
  const known = Object.keys(steps).join(' ')
  giveUp(`没有这个步骤:${unknown.join(' ')};可选:${known}`, `No such step: ${unknown.join(' ')}; there are: ${known}`)
}
await ensureInstalled()

const total = { passed: 0, failed: 0 }
const failures = []
const cluster = { started: false }
let interrupted = false
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => (interrupted = true))

try {
  for (const name of Object.keys(steps)) {
    const isAsked = picked.length > 0 ? picked.includes(name) : !steps[name].onlyAsked
    if (interrupted || !isAsked) continue
    await play(name, steps[name])
  }
} finally {
  if (cluster.started) await run(process.execPath, ['--import', 'tsx', 'tools/test-cluster.ts', 'stop'])
}
if (interrupted) failures.push('interrupted 中断')
if (failures.length > 0) say(`没有通过:${failures.join(' ')}`, `Not passed: ${failures.join(' ')}`)
// Nothing passed is no success either.
process.exitCode = total.failed > 0 || total.passed === 0 || interrupted ? 1 : 0
console.log(`${total.passed} passed, ${total.failed} failed`)

async function play(name, step) {
  console.log(`\n── ${name}`)
  const started = Date.now()
  const result = await outcomeOf(step).catch((error) => {
    console.error(error)
    return verdict(false)
  })
  total.passed += result.passed
  total.failed += result.failed
  if (result.failed > 0) failures.push(name)
  const seconds = ((Date.now() - started) / 1000).toFixed(1)
  console.log(`── ${name}: ${result.passed} passed, ${result.failed} failed (${seconds} s)`)
}

async function outcomeOf(step) {
  if (step.cluster) await startCluster()
  if (step.tests) return await playTests(step.tests)
  if (step.build) {
    const { buildConsole } = await import('./console.mjs')
    return verdict(await buildConsole())
  }
  return await playScript(step)
}

function verdict(holds) {
  return holds ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
}

async function playScript({ run: { file, args }, filesRead }) {
  if (!existsSync(file)) {
    say(`缺少 ${file}`, `${file} is missing`)
    return verdict(false)
  }
  const { code, output } = await runAndKeep(file, args)
  const lines = output.split('\n').filter((line) => !filesRead || !isListing(line))
  console.log(lines.join('\n').trim())
  if (code !== 0 || !filesRead) return verdict(code === 0)
  const [read, there] = [filesRead(output), sourcesIn('src').length]
  if (read < there) say(`只读了 ${read} 个文件,应至少 ${there} 个`, `It read ${read} files only, of at least ${there}`)
  return verdict(read >= there)
}

/** Vitest's own counts; a run that ends badly without a failed test, or with skipped or no tests, fails as a step. */
async function playTests(config) {
  const folder = mkdtempSync(join(tmpdir(), 'shanjiang-test-'))
  const report = join(folder, 'report.json')
  const options = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const vitest = tool('vitest', 'vitest.mjs')
  const code = await run(process.execPath, [vitest, 'run', '--config', config, ...options])
  const counts = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : {}
  rmSync(folder, { recursive: true, force: true })
  const passed = counts.numPassedTests ?? 0
  const failed = counts.numFailedTests ?? 0
  const left = (counts.numPendingTests ?? 0) + (counts.numTodoTests ?? 0)
  if (passed + failed === 0) say('没有运行任何测试', 'No test ran')
  if (left > 0) say(`跳过了 ${left} 个测试`, `${left} tests were skipped`)
  const endedWell = code === 0 && passed > 0 && left === 0
  return { passed: passed + (endedWell ? 1 : 0), failed: failed + (endedWell ? 0 : 1) }
}

/** Started here so that it can be stopped here; a server somebody else had started stays. */
async function startCluster() {
  if (process.env.TEST_DATABASE_URL) return
  const { code, output } = await runAndKeep('tools/test-cluster.ts', ['start'], ['--import', 'tsx'])
  if (code !== 0) return console.log(output)
  const facts = JSON.parse(output.trim().split('\n').at(-1))
  cluster.started = facts.started
  for (const note of facts.notes) console.log(note)
}

async function runAndKeep(file, args, nodeOptions = []) {
  let output = ''
  const keep = (child) => {
    child.stdout.on('data', (bytes) => (output += bytes))
    child.stderr.on('data', (bytes) => (output += bytes))
  }
  const options = { stdio: ['ignore', 'pipe', 'pipe'], onOutput: keep }
  const code = await run(process.execPath, [...nodeOptions, file, ...args], options)
  return { code, output }
}

function sourcesIn(folder) {
  const paths = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
  return paths.filter((path) => /\.tsx?$/.test(path))
}

function filesInListing(output) {
  return output
    .split('\n')
    .filter((line) => isListing(line) && line.includes('/src/') && !line.includes('/node_modules/')).length
}

function isListing(line) {
  return /^(\/|[A-Za-z]:[\\/]).*\.(tsx?|mts|cts|json|d\.ts)\r?$/.test(line)
}

function numberIn(text, pattern) {
  return Number(pattern.exec(text)?.[1] ?? 0)
}
