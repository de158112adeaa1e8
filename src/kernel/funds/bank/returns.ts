import type { ProblemItem, Sentence } from '../../../platform/contract/public.ts'
import { formatYuan, parseYuan, quotable, sumFen } from '../../values/public.ts'
import { words } from './words.ts'

/** How a bank's return file is recognised: the parameter `bank.returnFile`. */
export type ReturnFileShape = {
  readonly columns: Readonly<
    Record<'reference' | 'accountNumber' | 'amountYuan' | 'status' | 'reason' | 'settledOn', readonly string[]>
  >
  readonly matchBy: 'reference' | 'accountNumber'
  readonly paidWords: readonly string[]
  readonly returnedWords: readonly string[]
}

/** One line of a return file, as text; null where the file has no such column. */
export type ReturnRow = {
  readonly row: number
  readonly reference: string | null
  readonly accountNumber: string | null
  readonly amountYuan: string
  readonly status: string
  /** The bank's words, without any personal number it put into them. */
  readonly reason: string
  /** The day the bank dealt with it, YYYY-MM-DD; empty where the file does not say. */
  readonly settledOn: string
}

export type ReturnFile = {
  readonly rows: readonly ReturnRow[]
  /** What the file's own totals say, where it has any. */
  readonly totals: { readonly count: number | null; readonly amountFen: bigint | null }
}

/** A line as it was sent to the bank; the account in clear, because the bank may answer with all of it. */
export type SentLine = {
  readonly id: string
  readonly reference: string
  readonly accountNumber: string
  readonly amountFen: bigint
  /** What an earlier answer said of it; null where none has. */
  readonly known?: 'paid' | 'returned' | null
}

/** What became of a line, and what the bank says of it: its reason for returning it, or the day it paid. */
export type LineOutcome = { readonly lineId: string; readonly outcome: 'paid' | 'returned'; readonly note: string }

export type Matched =
  /** What is new in it; the same again of a line is nothing new. */
  | { readonly ok: true; readonly outcomes: readonly LineOutcome[] }
  | { readonly ok: false; readonly problems: readonly ProblemItem[] }

/**
 * What a return file says of a batch, or everything in which it differs from it. It is taken whole or not at all: every
 * line of the batch once, nothing else, each with the amount and account that were sent. Only a file that is said to be
 * `partial` may leave lines out; a line that was paid may come back later, and one that came back is never paid by a file.
 * `batchOf` names the batch that a foreign reference belongs to, where there is one.
 */
export function matchReturnFile(
  sent: readonly SentLine[],
  file: ReturnFile,
  shape: ReturnFileShape,
  batchOf: ReadonlyMap<string, string>,
  partial = false,
): Matched {
  const problems: ProblemItem[] = []
  const outcomes: LineOutcome[] = []
  const rowOf = new Map<string, number>()
  const byReference = new Map(sent.map((line) => [line.reference, line]))
  const differs = (row: ReturnRow, what: Sentence) => {
    problems.push({ at: '', sentence: words.inRow(row.row, what) })
  }
  for (const row of file.rows) {
    const line = shape.matchBy === 'reference' ? byReference.get(row.reference ?? '') : byAccount(sent, row, rowOf)
    if (!line) {
      differs(row, strangerOf(row, sent, shape, batchOf))
      continue
    }
    const before = rowOf.get(line.id)
    if (before !== undefined) {
      differs(row, words.twice(line.reference, before))
      continue
    }
    rowOf.set(line.id, row.row)
    for (const change of changedIn(row, line)) differs(row, change)
    const outcome = outcomeOf(row.status, shape)
    if (outcome === 'paid' && line.known === 'returned') differs(row, words.cameBackBefore(line.reference))
    else if (outcome && outcome === line.known) continue
    else if (outcome)
      outcomes.push({ lineId: line.id, outcome, note: outcome === 'returned' ? row.reason : row.settledOn })
    else {
      const known = [...shape.paidWords, ...shape.returnedWords].join('、')
      differs(row, words.unknownStatus(line.reference, quotable(row.status), known))
    }
  }
  const whole = [
    ...(partial ? [] : sent.filter((line) => !rowOf.has(line.id)).map((line) => words.missing(line.reference))),
    ...wrongTotals(file),
  ]
  problems.push(...whole.map((sentence) => ({ at: '', sentence })))
  if (problems.length === 0 && outcomes.length === 0) problems.push({ at: '', sentence: words.nothingNew })
  return problems.length > 0 ? { ok: false, problems } : { ok: true, outcomes }
}

/** For banks that do not give our reference back: the account and the amount, each line once. */
function byAccount(sent: readonly SentLine[], row: ReturnRow, taken: ReadonlyMap<string, number>) {
  const amount = parseYuan(row.amountYuan)
  return sent.find(
    (line) =>
      !taken.has(line.id) &&
      amount.ok &&
      amount.value === line.amountFen &&
      accountProblem(row.accountNumber ?? '', line) === undefined,
  )
}

function strangerOf(
  row: ReturnRow,
  sent: readonly SentLine[],
  shape: ReturnFileShape,
  batchOf: ReadonlyMap<string, string>,
) {
  if (shape.matchBy === 'accountNumber')
    return words.unknownAccount(tailOf(row.accountNumber ?? ''), quotable(row.amountYuan))
  if (!row.reference) return words.noReference
  const batch = batchOf.get(row.reference)
  if (batch !== undefined) return words.anotherBatch(row.reference, batch)
  return words.unknownReference(looksLikeOurs(row.reference, sent) ? row.reference : quotable(row.reference))
}

/** A reference with a digit wrong is told whole; what stands in its column and has another form may be an account. */
function looksLikeOurs(reference: string, sent: readonly SentLine[]): boolean {
  const formOf = (text: string) => text.replace(/\d/g, '0')
  return /\p{L}/u.test(reference) && sent.some((line) => formOf(line.reference) === formOf(reference))
}

function changedIn(row: ReturnRow, line: SentLine) {
  const amount = parseYuan(row.amountYuan)
  const sent = formatYuan(line.amountFen)
  const wrongAmount = !amount.ok
    ? [words.amountChanged(line.reference, quotable(row.amountYuan) || '—', sent)]
    : amount.value === line.amountFen
      ? []
      : [words.amountChanged(line.reference, formatYuan(amount.value), sent)]
  const wrongAccount = row.accountNumber === null ? undefined : accountProblem(row.accountNumber, line)
  return wrongAccount ? [...wrongAmount, wrongAccount] : wrongAmount
}

/** Banks write the account whole, or mask all but its end: what is there is compared. */
function accountProblem(written: string, line: SentLine) {
  const text = written.replace(/[\s-]/g, '')
  if (text === '') return words.noAccount(line.reference)
  if (tailOf(text) !== tailOf(line.accountNumber))
    return words.accountChanged(line.reference, tailOf(text), tailOf(line.accountNumber))
  const isWhole = /^\d{8,}$/.test(text)
  return isWhole && text !== line.accountNumber ? words.accountDiffers(line.reference) : undefined
}

const tailOf = (account: string) => account.slice(-4)

function outcomeOf(status: string, shape: ReturnFileShape): LineOutcome['outcome'] | undefined {
  if (shape.paidWords.includes(status)) return 'paid'
  return shape.returnedWords.includes(status) ? 'returned' : undefined
}

function wrongTotals({ rows, totals }: ReturnFile) {
  const amounts = rows.map((row) => parseYuan(row.amountYuan))
  const sum = sumFen(amounts.map((amount) => (amount.ok ? amount.value : 0n)))
  const { count, amountFen } = totals
  return [
    ...(count === null || count === rows.length ? [] : [words.wrongCount(count, rows.length)]),
    ...(amountFen === null || amountFen === sum ? [] : [words.wrongTotal(formatYuan(amountFen), formatYuan(sum))]),
  ]
}
