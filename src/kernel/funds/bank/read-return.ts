import { Problem, type ProblemItem, type Sentence } from '../../../platform/contract/public.ts'
import {
  type ColumnMeaning,
  findHeader,
  type GridRow,
  readGrid,
  textAt,
  titleFacts,
  UnreadableFile,
} from '../../../platform/office/public.ts'
import { compactText, keptText, parseCivilDate, parseYuan } from '../../values/public.ts'
import type { ReturnFile, ReturnFileShape } from './returns.ts'
import { RETURN_COLUMN_WORDS, type ReturnColumn, words } from './words.ts'

/** A technical bound; a batch has at most a tenth of it. */
const MAX_ROWS = 100_000

/** Reads a bank's return file (CSV in UTF-8 or GBK, .xls, .xlsx) into lines; refuses what is no such file. */
export async function readReturnFile(bytes: Uint8Array, fileName: string, shape: ReturnFileShape): Promise<ReturnFile> {
  const grid = await readGrid(bytes, { fileName, maxRows: MAX_ROWS }).catch((error: unknown) => {
    if (error instanceof UnreadableFile) throw new Problem('not-acceptable', error.sentence, { code: error.code })
    throw error
  })
  const columns = columnsOf(shape)
  const header = findHeader(grid, columns)
  if (!header) {
    const needed = columns.filter((column) => column.required).map(({ key }) => RETURN_COLUMN_WORDS[key])
    throw new Problem(
      'not-acceptable',
      words.noHeader(fileName, needed.map(({ zh }) => zh).join('、'), needed.map(({ en }) => en).join(', ')),
      { code: 'no-return-header' },
    )
  }
  const faults: Sentence[] = [
    ...header.missing.map((column) => words.noColumn(column)),
    ...header.repeated.map(({ key }) => words.repeatedColumn(key)),
  ]
  if (faults.length > 0)
    throw refused(
      fileName,
      faults.map((what) => ({ at: '', sentence: words.inRow(header.headerRow, what) })),
    )
  const cell = (row: GridRow, column: ReturnColumn) => {
    const at = header.columnOf.get(column)
    return at === undefined ? null : textAt(row, at)
  }
  return {
    rows: header.bodyRows.map((row) => ({
      row: row.row,
      reference: compactOr(cell(row, 'reference'), null),
      accountNumber: compactOr(cell(row, 'accountNumber'), null),
      amountYuan: compactText(cell(row, 'amountYuan')),
      status: compactText(cell(row, 'status')),
      reason: keptText(cell(row, 'reason') ?? ''),
      settledOn: dayIn(cell(row, 'settledOn') ?? ''),
    })),
    totals: totalsOf(header.titles, header.footerRows, header.columnOf.get('amountYuan')),
  }
}

/** The refusal of a return file as a whole, with everything that is wrong with it, as far as it can be read in one go. */
export function refused(fileName: string, problems: readonly ProblemItem[]): Problem {
  const shown = problems.slice(0, MOST_SHOWN)
  const rest = problems.length - shown.length
  const items = rest > 0 ? [...shown, { at: '', sentence: words.more(rest) }] : shown
  return new Problem('conflict', words.refused(fileName, problems.length), { items, code: 'return-file-differs' })
}

const MOST_SHOWN = 500

/** What a line cannot do without: the key it is found by, its amount and its result. */
function columnsOf({ columns, matchBy }: ReturnFileShape): ColumnMeaning<ReturnColumn>[] {
  const named = Object.entries(columns) as [Exclude<ReturnColumn, 'lineNumber'>, readonly string[]][]
  const needed: readonly ReturnColumn[] = [matchBy, 'amountYuan', 'status']
  return [
    { key: 'lineNumber', names: ['序号', '行号'] },
    ...named.map(([key, names]) => ({ key, names, required: needed.includes(key) })),
  ]
}

const compactOr = <T>(text: string | null, otherwise: T) => (text === null ? otherwise : compactText(text))

const TOTAL = /合计|总计|总额|总金额|总笔数/

/** What the file says its lines come to, in a line above the header or below the list. */
function totalsOf(titles: readonly string[], footers: readonly GridRow[], amountAt: number | undefined) {
  let count: number | null = null
  let amountFen: bigint | null = null
  for (const row of footers) {
    const text = row.cells.map((each) => compactText(each.text)).join(' ')
    if (!TOTAL.test(text)) continue
    count ??= countIn(text)
    amountFen ??= amountIn(amountAt === undefined ? '' : textAt(row, amountAt)) ?? amountInWords(text)
  }
  for (const [key, value] of titleFacts(titles)) {
    if (!TOTAL.test(key)) continue
    if (/笔数/.test(key)) count ??= countIn(`${compactText(value).replace(/笔$/, '')}笔`)
    else amountFen ??= amountIn(value)
  }
  return { count, amountFen }
}

function dayIn(text: string): string {
  const day = parseCivilDate(text)
  return day.ok ? day.value : ''
}

function countIn(text: string): number | null {
  const found = /(\d{1,9})笔/.exec(text)?.[1]
  return found === undefined ? null : Number(found)
}

function amountIn(text: string): bigint | null {
  const amount = parseYuan(text)
  return amount.ok ? amount.value : null
}

/** `合计 37 笔 37,000.00 元` in one cell: the amount is what has fen or stands before 元. */
function amountInWords(text: string): bigint | null {
  const found = /¥?(\d[\d,]*\.\d{2})|(\d[\d,]*)元/.exec(text)
  return found ? amountIn(found[1] ?? found[2] ?? '') : null
}
