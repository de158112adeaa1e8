/**
 * npm run test:planted: faults are planted in a copy of the sources, one at a time, and the test that must find each is
 * run on it. A test that stays green with its fault in place fails here, and so does one about money that turns red
 * without naming a sum that is wrong. `npm run test:planted -- number` plants one.
 */
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ensureTestCluster } from '../src/platform/testing/cluster.ts'

type Change = { readonly file: string; readonly from: string; readonly to: string }
type Fault = {
  readonly name: string
  readonly what: string
  readonly foundBy: string
  readonly changes: readonly Change[]
}

const CRASH = 'src/kernel/funds/crash/crash.test.ts'
const OWNERSHIP = 'src/server/ownership/ownership.test.ts'
const VERIFY = 'src/server/verify.test.ts'

/** So many pairs of payers may go wrong before a copy is left: one of them comes to a sum that is wrong. */
const PAIRS_TRIED = 3

const FAULTS: readonly Fault[] = [
  {
    name: 'number',
    what: 'a list that is exported again goes to the bank under a new number',
    foundBy: CRASH,
    changes: [
      {
        file: 'src/kernel/funds/batches/export.ts',
        from: 'return { batch, file: kept }',
        to: 'return { batch, file: { ...kept, name: `${newId()}-${kept.name}` } }',
      },
    ],
  },
  {
    name: 'transaction',
    what: 'nothing is held together by a transaction: each statement stands alone',
    foundBy: CRASH,
    changes: [
      {
        file: 'src/platform/db/transaction.ts',
        from: 'start transaction ${mode};\n    set local app.district',
        to: 'set app.district',
      },
    ],
  },
  {
    name: 'guard',
    what: 'a payment, a batch and a claim move on whatever state they are in, and the bank is heard as often as it answers',
    foundBy: CRASH,
    changes: [
      {
        file: 'src/kernel/funds/batches/payment-store.ts',
        from: "    .where('batch_id', '=', which.batchId)\n    .where('status', '=', from)\n",
        to: "    .where('batch_id', '=', which.batchId)\n",
      },
      {
        file: 'src/kernel/funds/batches/settle.ts',
        from: "  if (batch.status !== 'settled' || !doing.partial) permit(batch, 'settle')\n",
        to: '',
      },
      {
        file: 'src/kernel/funds/batches/settle.ts',
        from: "known: payment.status === 'paid' || payment.status === 'returned' ? payment.status : null,",
        to: 'known: null,',
      },
      {
        file: 'src/kernel/funds/claims/move-claim.ts',
        from: 'if (to === undefined) throw new RangeError(`the claim ${claim.number} is ${claim.status}: ${act} is not a way on`)',
        to: 'if (to === undefined) return claim.status',
      },
    ],
  },
  {
    name: 'ownership',
    what: 'a claim is shown to every organisation that knows its id',
    foundBy: OWNERSHIP,
    changes: [
      {
        file: 'src/kernel/funds/claims/routes.ts',
        from: 'route(getClaim, async ({ tx, actor, params, now }) => {\n      const claim = await findClaim(tx, params.claimId, actor.organisationId)',
        to: 'route(getClaim, async ({ tx, actor, params, now }) => {\n      const claim = await findClaim(tx, params.claimId, null)',
      },
    ],
  },
  {
    name: 'seal',
    what: 'the sealer leaves out a source: marks are never sealed',
    foundBy: VERIFY,
    changes: [
      {
        file: 'src/kernel/record/sealing/sealer.ts',
        from: 'for (const source of await takeSources(tx, needs.sealed)) {',
        to: "for (const source of (await takeSources(tx, needs.sealed)).filter((each) => each.table !== 'marking.marks')) {",
      },
    ],
  },
  {
    name: 'permission',
    what: 'the claims that wait can be read by whoever has an account',
    foundBy: OWNERSHIP,
    changes: [
      {
        file: 'src/kernel/funds/claims/contract.ts',
        from: "path: '/claims/queue',\n  may: 'claim.read',",
        to: "path: '/claims/queue',\n  may: 'signed-in',",
      },
    ],
  },
  {
    name: 'verify',
    what: 'the verification compares no row with its leaf',
    foundBy: VERIFY,
    changes: [
      {
        file: 'src/kernel/record/sealing/verify.ts',
        from: "return leafHash(content).equals(hash) ? undefined : 'changed'",
        to: 'return undefined',
      },
    ],
  },
  {
    name: 'fuzz',
    what: 'an operation throws a TypeError when a name begins with no letter',
    foundBy: 'src/server/hostile-requests.test.ts',
    changes: [
      {
        file: 'src/kernel/funds/budget/routes.ts',
        from: 'await insertLine(tx, { id, ...body })',
        to: "if (/^\\p{L}/u.exec(body.name)![0] !== '') await insertLine(tx, { id, ...body })",
      },
    ],
  },
  {
    name: 'restore',
    what: 'a restore does not stop at the moment it was given',
    foundBy: 'src/platform/db/embedded/backup.test.ts',
    changes: [
      {
        file: 'src/platform/db/embedded/restore.ts',
        from: "until ? [`recovery_target_time = '${until.toISOString().replace('T', ' ').replace('Z', '+00')}'`] : [],",
        to: '[],',
      },
    ],
  },
  {
    name: 'upgrade',
    what: 'a migration file is no transaction: a migrator that is killed leaves half of one',
    foundBy: 'src/platform/db/upgrade.test.ts',
    changes: [
      {
        file: 'src/platform/db/migrate.ts',
        from: "await client.query('begin')\n      try {\n        await client.query('lock table public.applied_migrations in exclusive mode')",
        to: 'try {',
      },
    ],
  },
  {
    name: 'away',
    what: 'a lost database is taken for a failure of our own',
    foundBy: 'src/server/keep-running.test.ts',
    changes: [
      {
        file: 'src/platform/db/transaction.ts',
        from: "return /^(08|57P0|53)/.test(code ?? '') || AWAY_CODES.has(code ?? '') || AWAY_MESSAGE.test(message ?? '')",
        to: "return code === 'nothing' && AWAY_CODES.has(code) && AWAY_MESSAGE.test(message ?? '')",
      },
    ],
  },
  {
    name: 'drain',
    what: 'a process that is told to stop cuts the requests in hand',
    foundBy: 'src/server/keep-running.test.ts',
    changes: [
      { file: 'src/server/stopping.ts', from: 'draining.begun = true', to: 'draining.begun = true\n  patienceMs = 0' },
    ],
  },
  {
    name: 'escape',
    what: 'the cells of a form are put on the page as they are, tags and all',
    foundBy: 'e2e/hostile-text.e2e.ts',
    changes: [
      {
        file: 'src/platform/paper/Paper.html.tsx',
        from: 'className={align}>\n      {text}\n',
        to: 'className={align}>\n      <span dangerouslySetInnerHTML={{ __html: text }} />\n',
      },
    ],
  },
  {
    name: 'log',
    what: 'the log is written as it comes: nothing is masked any more',
    foundBy: 'src/server/log-grep.test.ts',
    changes: [
      {
        file: 'src/server/log.ts',
        from: 'return text.replace(LONG_NUMBER, (_found, kept?: string) => kept ?? MASK)',
        to: 'return text',
      },
    ],
  },
]

/** A story in a browser: its copy has the console as it was built (`node tools/test.mjs console`). */
const isStory = (test: string): boolean => test.startsWith('e2e/')

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const COPIED = [
  'src',
  'tools',
  'db',
  'demo',
  'policies',
  'docs/openapi.json',
  'package.json',
  'tsconfig.json',
  'vitest.config.ts',
  'vitest.e2e.config.ts',
]

const asked = process.argv.slice(2)
const chosen = FAULTS.filter(({ name }) => asked.length === 0 || asked.includes(name))
if (chosen.length === 0) {
  console.error(`没有这个故障;可选:${FAULTS.map(({ name }) => name).join(' ')}`)
  process.exit(1)
}
const cluster = await ensureTestCluster()
let [found, missed] = [0, 0]
try {
  for (const fault of chosen) {
    const said = runWith(fault)
    // Faults with money must be found by the money; any other by whatever its own test says.
    const isFound = said !== null && (fault.foundBy !== CRASH || said.money.length > 0)
    if (isFound) found += 1
    else missed += 1
    const outcome =
      said === null
        ? `${fault.foundBy} stays green: it does not find this.`
        : isFound
          ? `Found:\n${listed(fault.foundBy === CRASH ? said.money : said.errors)}`
          : `${fault.foundBy} is red, but not for the money:\n${listed(said.errors)}`
    console.log(`${isFound ? '✓' : '✗'} ${fault.name}: ${fault.what}. ${outcome}`)
  }
} finally {
  if (cluster.started) await cluster.stop()
}
console.log(`${found} passed, ${missed} failed`)
process.exitCode = missed > 0 ? 1 : 0

function listed(lines: readonly string[]): string {
  return lines
    .slice(0, 8)
    .map((line) => `    ${line}`)
    .join('\n')
}

type Said = { readonly money: readonly string[]; readonly errors: readonly string[] }

/** What the test says of a copy with the fault in it: which sums are wrong, and how it failed; null where it says nothing. */
function runWith({ name, foundBy, changes }: Fault): Said | null {
  const copy = mkdtempSync(join(tmpdir(), `shanjiang-planted-${name}-`))
  try {
    for (const each of COPIED)
      if (existsSync(join(ROOT, each))) cpSync(join(ROOT, each), join(copy, each), { recursive: true })
    symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'))
    if (isStory(foundBy)) {
      cpSync(join(ROOT, 'e2e'), join(copy, 'e2e'), { recursive: true })
      symlinkSync(join(ROOT, 'dist'), join(copy, 'dist'))
    }
    mkdirSync(join(copy, 'data'))
    for (const change of changes) plant(copy, change)
    const run = spawnSync(
      process.execPath,
      [
        join(ROOT, 'node_modules', 'vitest', 'vitest.mjs'),
        'run',
        ...(isStory(foundBy) ? ['--config', 'vitest.e2e.config.ts'] : []),
        foundBy,
        '--bail',
        foundBy === CRASH ? String(PAIRS_TRIED) : '1',
      ],
      {
        cwd: copy,
        env: { ...process.env, TEST_DATABASE_URL: cluster.superuserUrl('postgres'), NO_COLOR: '1' },
        encoding: 'utf8',
        timeout: 600_000,
      },
    )
    const output = `${run.stdout}\n${run.stderr}`
    if (!/Tests\s+.*\d+ (passed|failed)/.test(output)) throw new Error(`the test did not run:\n${output.slice(-3000)}`)
    if (run.status === 0) return null
    const lines = (output.split('Failed Tests')[1] ?? output).split('\n').map((line) => line.trim())
    return {
      money: lines.flatMap((line) => (/^\+ .*\byuan\b/.test(line) ? [line.slice(2)] : [])),
      errors: lines.filter((line) => /Error|Refusal|^[-+] |a payer that|in clear|detail:|^title:/.test(line)),
    }
  } finally {
    rmSync(copy, { recursive: true, force: true })
  }
}

/** Changes exactly one place; a source that has moved on must move this along. */
function plant(copy: string, { file, from, to }: Change): void {
  const path = join(copy, file)
  const text = readFileSync(path, 'utf8')
  if (text.split(from).length !== 2) throw new Error(`${file} does not hold exactly once: ${from}`)
  writeFileSync(
    path,
    text.replace(from, () => to),
  )
}
