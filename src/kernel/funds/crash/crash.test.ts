import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { inspect } from 'node:util'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { cloneOf, type TestDatabase } from '../../../platform/testing/database.ts'
import { openBankAccounts } from '../../people/public.ts'
import { formatYuan, sumFen } from '../../values/public.ts'
import { asDatabaseOwner } from '../batches/testing.ts'
import { recomputeBalances } from '../budget/ledger.ts'
import { findLine } from '../budget/store.ts'
import type { Claim } from '../claims/store.ts'
import { listClaimLines } from '../claims/people/store.ts'
import {
  type FundsDatabase,
  givenAccountNumber,
  givenBudgetLine,
  givenFundsDatabase,
  givenPeople,
  testKeys,
  testVault,
} from '../testing.ts'
import { givenApprovedClaim, givenPayableClaim } from '../claims/testing.ts'
import { bankAt } from './bank.ts'
import { payAll } from './payer.ts'
import { payerOf, type PayerTold } from './testing.ts'

/** Every point at which a payer can die, and how often it is reached before: some twice, when the returned one is paid again. */
const POINTS = [
  'freeze.claims',
  'freeze.half',
  'freeze.lines',
  'freeze.end',
  'made',
  'sign.half',
  'sign.half:2',
  'withdraw.lines',
  'withdraw.claims',
  'export.kept',
  'export.sent',
  'bank.before',
  'bank.after',
  'bank.answered',
  'settle.kept',
  'settle.lines',
  'money.half',
  'settle.money',
  'settle.money:2',
  'applied',
  'proposed',
  'confirmed',
  'freeze.half:3',
  'money.half:4',
  'bank.after:3',
  'applied:3',
] as const

const CLAIMS = [3, 2]
/** Another claim on the same line, approved and not to be paid yet: money that a second posting would take without a word. */
const WAITING = 20
let seeded: FundsDatabase
let lineId = ''
let folder = ''
let told: Omit<PayerTold, 'appUrl' | 'folder' | 'doneAt'>
let waitingFen = 0n
/** Everybody who is owed something: the account it must go to in the end, and how much. */
let owed: { readonly account: string; readonly yuan: string }[] = []

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'shanjiang-crash-'))
  writeFileSync(join(folder, 'keys.json'), keysAsFile(), { mode: 0o600 })
  seeded = await givenFundsDatabase()
  lineId = await seeded.within((tx) => givenBudgetLine(tx))
  const claims: Claim[] = []
  for (const people of CLAIMS) claims.push(await seeded.within((tx) => givenPayableClaim(tx, { people })))
  waitingFen = (await seeded.within((tx) => givenApprovedClaim(tx, { people: WAITING }))).amountFen
  await seeded.within(async (tx) => {
    const lines = (await Promise.all(claims.map((claim) => listClaimLines(tx, claim.id)))).flat()
    const accounts = await openBankAccounts(
      tx,
      testVault,
      lines.map((line) => line.bankAccountId),
    )
    const numberOf = (at: number) => accounts.get(lines[at]!.bankAccountId)!.accountNumber
    const [closed, other] = [numberOf(1), givenAccountNumber()]
    owed = lines.map(({ amountFen }, at) => ({
      account: at === 1 ? other : numberOf(at),
      yuan: `${amountFen / 100n}.00`,
    }))
    const people = await givenPeople(tx, 5)
    const [finance, first, second, clerk, reviewer] = people.map(({ personId }) => personId)
    told = {
      personIds: { finance: finance!, first: first!, second: second!, clerk: clerk!, reviewer: reviewer! },
      closedAccounts: [closed],
      instead: { [closed.slice(-4)]: { accountNumber: other, holderName: lines[1]!.payeeName } },
    }
  })
  // Whoever copies a database must be alone with it.
  await seeded.connection.close()
}, 120_000)
afterAll(async () => {
  await seeded.database.drop()
  rmSync(folder, { recursive: true, force: true })
})

function keysAsFile(): string {
  const seal = Object.fromEntries(Object.entries(testKeys.seal).map(([id, key]) => [id, key.toString('base64')]))
  return JSON.stringify({ current: testKeys.current, seal, lookup: testKeys.lookup.toString('base64') })
}

/** A process that pays, and where it is to die: whether it was killed there, and what it failed of otherwise. */
async function payerDies(
  given: PayerTold,
  dieAt: string,
): Promise<{ readonly killed: boolean; readonly failed: string | null }> {
  const payer = spawn(
    process.execPath,
    ['--import', 'tsx', fileURLToPath(new URL('payer-process.ts', import.meta.url))],
    {
      env: {
        ...process.env,
        SHANJIANG_PAYER: JSON.stringify(given),
        SHANJIANG_TEST_KEYS: join(folder, 'keys.json'),
        SHANJIANG_DIE_AT: dieAt,
      },
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  )
  let said = ''
  payer.stderr.on('data', (text: Buffer) => (said += text.toString()))
  const [code, signal] = (await once(payer, 'exit')) as [number | null, string | null]
  if (signal === 'SIGKILL') return { killed: true, failed: null }
  return { killed: false, failed: code === 0 ? null : `a payer that was to die at ${dieAt} failed: ${errorIn(said)}` }
}

/** The line of a process's last words that names the error. */
const errorIn = (said: string) => /^\s*(?:\w*Error|\w*Refusal|error)\b.*$/m.exec(said)?.[0].trim() ?? said.slice(-300)

const fenOf = (yuan: string) => BigInt(yuan.replace('.', ''))
const sumOf = (lines: readonly { readonly yuan: string }[]) => sumFen(lines.map(({ yuan }) => fenOf(yuan)))
const yuanOf = (fen: bigint) => `${formatYuan(fen)} yuan`

/** What the bank's own books and the ledger say, seen from outside; every difference from what is right. */
async function wrongs(database: TestDatabase, bank: ReturnType<typeof bankAt>): Promise<string[]> {
  const text = ({ account, yuan }: { account: string; yuan: string }) => `${account} ${yuan}`
  const paid = bank.paid()
  const same = JSON.stringify(paid.map(text).sort()) === JSON.stringify(owed.map(text).sort())
  const found: string[] = []
  if (!same)
    found.push(
      `the bank paid ${paid.length} lines of ${yuanOf(sumOf(paid))}, where ${owed.length} of ${yuanOf(sumOf(owed))} are owed`,
    )
  const rows = async <R>(query: string) =>
    asDatabaseOwner({ funds: { ...seeded, database } }, async (ask) => (await ask(query)).rows as R[])
  const [posted] = await rows<{ fen: string }>(`select coalesce(sum(amount_fen) filter (where credit = 'paid'), 0)
      - coalesce(sum(amount_fen) filter (where debit = 'paid'), 0) as fen from funds.transfers`)
  if (BigInt(posted!.fen) !== sumOf(paid))
    found.push(
      `the ledger has posted ${yuanOf(BigInt(posted!.fen))} as paid, where the bank paid ${yuanOf(sumOf(paid))}`,
    )
  const twice = await rows<{ number: string; paid: string; fen: string }>(`select b.number, b.amount_fen as fen,
      sum(f.paid_fen + f.returned_fen)::bigint as paid
    from funds.batches b join funds.return_files f on f.district = b.district and f.batch_id = b.id
    group by b.number, b.amount_fen having sum(f.paid_fen + f.returned_fen) > b.amount_fen order by b.number`)
  for (const { number, paid: answered, fen } of twice)
    found.push(`batch ${number} of ${yuanOf(BigInt(fen))} was settled for ${yuanOf(BigInt(answered))}`)
  const states = await rows(`select status, count(*)::int as n from funds.claims group by status order by status`)
  const right = [
    { status: 'approved', n: 1 },
    { status: 'paid', n: CLAIMS.length },
  ]
  if (JSON.stringify(states) !== JSON.stringify(right)) found.push(`claims are ${JSON.stringify(states)}`)
  const lines = await rows<{
    paid: string
  }>(`select coalesce(sum(p.amount_fen) filter (where p.status = 'paid'), 0)::bigint as paid
    from funds.claim_lines l join funds.claims c on c.district = l.district and c.id = l.claim_id and c.status <> 'approved'
    left join funds.batch_lines p on p.district = l.district and p.claim_line_id = l.id
    group by l.id having count(p.id) filter (where p.status = 'paid') <> 1 or count(p.id) filter (where p.status not in ('returned', 'withdrawn')) <> 1`)
  if (lines.length > 0)
    found.push(
      `${lines.length} claim lines are not paid exactly once here: ${yuanOf(sumFen(lines.map((line) => BigInt(line.paid))))} for them`,
    )
  const open = await rows(`select number, status from funds.batches where status not in ('settled', 'withdrawn')`)
  if (open.length > 0) found.push(`batches are left: ${JSON.stringify(open)}`)
  return found
}

async function books(given: PayerTold): Promise<string[]> {
  const payer = await payerOf({ ...given, appUrl: given.appUrl })
  try {
    const { within } = payer
    const line = (await within((tx) => findLine(tx, lineId)))!
    const found = (await within(recomputeBalances)).map(({ sentence }) => sentence.en)
    const should = { paidFen: sumOf(owed), committedFen: waitingFen, returnedFen: 0n, reservedFen: 0n } as const
    for (const [figure, fen] of Object.entries(should))
      if (line[figure as keyof typeof should] !== fen)
        found.push(
          `the line has ${yuanOf(line[figure as keyof typeof should])} ${figure.slice(0, -3)}, where ${yuanOf(fen)} is right`,
        )
    return found
  } finally {
    await payer.close()
  }
}

const died = new Set<string>()
const HALF = POINTS.length / 2

/** Payers that die at these points, all at once; then one that lives. What the bank and the ledger say must be right. */
async function payersDieAt(points: readonly string[]): Promise<string[]> {
  const database = await cloneOf(seeded.database)
  const run = mkdtempSync(join(folder, 'run-'))
  const given = (name: string): PayerTold => ({
    ...told,
    appUrl: database.appUrl,
    folder: run,
    doneAt: join(run, `done-by-${name}`),
  })
  try {
    const ended = await Promise.all(points.map((point, at) => payerDies(given(String(at)), point)))
    for (const [at, point] of points.entries()) if (ended[at]!.killed) died.add(point)
    // Whoever comes after finds what was answered to the first, and tries everything else.
    const last = await payerOf(given('0'))
    const failed = [
      ...ended.map((each) => each.failed),
      await payAll(last).then(
        () => null,
        (error: unknown) => `the payer that lives failed: ${errorIn(inspect(error))}`,
      ),
    ]
    await last.close()
    // The money is counted whoever failed: what was not paid is a wrong sum too.
    return [
      ...(await wrongs(database, bankAt(run, new Set()))),
      ...(await books(given('0'))),
      ...failed.flatMap((each) => each ?? []),
    ]
  } finally {
    await database.drop()
  }
}

it.each(POINTS.slice(0, HALF).map((point, at) => [point, POINTS[at + HALF]!]))(
  'while one payer dies at %s and another at %s, everybody is paid exactly once in the end',
  async (...points) => {
    expect((await payersDieAt(points)).join('\n')).toBe('')
  },
  120_000,
)

it('whoever did not come to their point because the other was faster dies there alone', async () => {
  for (const point of POINTS.filter((each) => !died.has(each)))
    expect((await payersDieAt([point])).join('\n'), point).toBe('')
  expect(POINTS.filter((point) => !died.has(point))).toEqual([])
}, 300_000)
