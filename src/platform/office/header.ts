import { type Grid, type GridRow, textAt } from './grid.ts'

/** A column by its meaning: every name offices write over it. Mark as required the cells that say who a row is about. */
export type ColumnMeaning<K extends string = string> = {
  readonly key: K
  readonly names: readonly string[]
  readonly required?: boolean
}

/** A header cell; two parts when it stands under another (3.7 over 上午). */
export type HeaderCell = { readonly column: number; readonly parts: readonly string[] }

export type Header<K extends string = string> = {
  /** The first and the last row of the header, 1-based; the same unless it has two lines. */
  readonly headerRow: number
  readonly lastHeaderRow: number
  readonly columnOf: ReadonlyMap<K, number>
  readonly unknown: readonly HeaderCell[]
  /** A second column of a meaning already found: which of the two is meant, only the person knows. */
  readonly repeated: readonly (HeaderCell & { readonly key: K })[]
  readonly missing: readonly K[]
  /** The lines above the header; cells of one line are set apart by four spaces. */
  readonly titles: readonly string[]
  /** Rows below the header that hold an entry: neither blank, nor only numbered, nor a footer. */
  readonly bodyRows: readonly GridRow[]
  readonly footerRows: readonly GridRow[]
}

type Sheet = Pick<Grid, 'rows' | 'merges'>

const SEARCHED_ROWS = 50

/** Names are compared without white space, bracketed remarks, marks and width: `* 身份证号码 (必填):` is 身份证号码. */
export function plainName(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/\([^)]*\)|\[[^\]]*\]|【[^】]*】|〔[^〕]*〕/g, '')
    .replace(/[\s*:]/g, '')
    .toUpperCase()
}

/** The header of a sheet, found by what its cells mean, below any title lines. Undefined when no row looks like one. */
export function findHeader<K extends string>(
  sheet: Sheet,
  columns: readonly ColumnMeaning<K>[],
): Header<K> | undefined {
  const candidates = sheet.rows.slice(0, SEARCHED_ROWS).map((_, index) => matchAt(sheet, index, columns))
  const weight = (m: Match<K>) =>
    columns.filter((c) => c.required && m.columnOf.has(c.key)).length * 1000 + m.columnOf.size
  const best = candidates.reduce<Match<K> | undefined>((a, b) => (a && weight(a) >= weight(b) ? a : b), undefined)
  if (!best || best.columnOf.size < Math.min(2, columns.length)) return undefined

  const below = sheet.rows.slice(best.index + best.lines)
  const numberKey = columns.find((c) => c.names.some((name) => plainName(name) === '序号'))?.key
  const isIdentity = (c: ColumnMeaning<K>) => c.required && c.key !== numberKey
  const form: EntryForm = {
    sequence: (numberKey && best.columnOf.get(numberKey)) ?? Math.min(...best.columnOf.values()),
    identity: columns.flatMap((c) => (isIdentity(c) ? (best.columnOf.get(c.key) ?? []) : [])),
  }
  const footerRows = below.filter((row) => isFooter(row, form))
  return {
    headerRow: sheet.rows[best.index]?.row ?? 0,
    lastHeaderRow: sheet.rows[best.index + best.lines - 1]?.row ?? 0,
    columnOf: best.columnOf,
    unknown: best.unknown,
    repeated: best.repeated,
    missing: columns.filter((c) => c.required && !best.columnOf.has(c.key)).map((c) => c.key),
    titles: sheet.rows.slice(0, best.index).map((row) => row.cells.map((c) => c.text).join('    ')),
    bodyRows: below.filter((row) => !isBlank(row, form) && !footerRows.includes(row)),
    footerRows,
  }
}

type Match<K extends string> = {
  readonly index: number
  readonly lines: 1 | 2
  readonly columnOf: Map<K, number>
  readonly unknown: HeaderCell[]
  readonly repeated: (HeaderCell & { key: K })[]
}

function matchAt<K extends string>(sheet: Sheet, index: number, columns: readonly ColumnMeaning<K>[]): Match<K> {
  const row = sheet.rows[index]
  const single = (row?.cells ?? []).map((c) => ({ column: c.column, parts: [c.text.trim()] }))
  const one: Match<K> = { index, lines: 1, ...match(single, columns) }
  const next = sheet.rows[index + 1]
  if (!row || !next || !isSecondLine(row, next, one)) return one
  return { index, lines: 2, ...match(twoLines(sheet, row, next), columns) }
}

/** Under a header of two lines the named columns are empty, and some cell stands where the first line has none. */
function isSecondLine<K extends string>(row: GridRow, next: GridRow, one: Match<K>): boolean {
  if (next.row !== row.row + 1 || one.columnOf.size < 2) return false
  const named = new Set(one.columnOf.values())
  return next.cells.every((c) => !named.has(c.column)) && next.cells.some((c) => textAt(row, c.column).trim() === '')
}

function twoLines(sheet: Sheet, row: GridRow, next: GridRow): HeaderCell[] {
  const wide = sheet.merges.filter((m) => m.top === row.row && m.right > m.left)
  const above = (column: number): string => {
    const own = textAt(row, column).trim()
    if (own !== '') return own
    const merge = wide.find((m) => m.left <= column && column <= m.right)
    if (merge) return textAt(row, merge.left).trim()
    // Where nothing is merged (a CSV) a heading covers the blank cells to its right.
    return wide.length > 0 ? '' : (row.cells.findLast((c) => c.column < column)?.text.trim() ?? '')
  }
  const all = [...row.cells, ...next.cells].map((c) => c.column)
  return [...new Set(all)]
    .sort((a, b) => a - b)
    .map((column) => ({
      column,
      parts: (textAt(next, column) === ''
        ? [textAt(row, column).trim()]
        : [above(column), textAt(next, column).trim()]
      ).filter(Boolean),
    }))
}

function match<K extends string>(cells: readonly HeaderCell[], columns: readonly ColumnMeaning<K>[]) {
  const keyOf = new Map<string, K>()
  for (const { key, names } of columns) for (const name of names) keyOf.set(plainName(name), key)
  const columnOf = new Map<K, number>()
  const unknown: HeaderCell[] = []
  const repeated: (HeaderCell & { key: K })[] = []
  for (const cell of cells) {
    const spellings = [cell.parts.join(''), [...cell.parts].reverse().join(''), cell.parts.at(-1) ?? '']
    const key = spellings.map((s) => keyOf.get(plainName(s))).find((k) => k !== undefined)
    if (key === undefined) {
      if (cell.parts.some((p) => p !== '')) unknown.push(cell)
    } else if (columnOf.has(key)) repeated.push({ ...cell, key })
    else columnOf.set(key, cell.column)
  }
  return { columnOf, unknown, repeated }
}

/** Which columns tell an entry from a line of the form: the running number (or the first known column), and who it is about. */
export type EntryForm = { readonly sequence: number; readonly identity: readonly number[] }

const FOOTER =
  /^(?:经办人?|负责人|审核人?|制表人?|填表人?|填报人?|复核人?|联系人|备注|说明|注|合计|总计|小计|盖章|签字|签名|签章|日期)(?:[(:,、.\d]|日期|单位|$)|^\d{0,4}年\d{0,2}月\d{0,2}日?$|^以上|\((?:盖章|签字|签名|签章)\)/

/**
 * Is a row below the header part of the form and not an entry? Signature, remark and total lines are, and any line that
 * is not numbered and fills none of the identity columns.
 */
export function isFooter(row: GridRow, { sequence, identity }: EntryForm): boolean {
  const first = row.cells.find((c) => c.text.trim() !== '')
  if (!first) return false
  if (FOOTER.test(first.text.normalize('NFKC').replace(/\s/g, ''))) return true
  const numbered = /^\d+(?:\.0+)?[.、]?$/.test(textAt(row, sequence).normalize('NFKC').trim())
  return !numbered && identity.every((column) => textAt(row, column).trim() === '')
}

/** Nothing but white space, or a running number that was typed ahead. */
function isBlank(row: GridRow, { sequence, identity }: EntryForm): boolean {
  const filled = row.cells.filter((c) => c.text.trim() !== '')
  const ahead = filled.length === 1 && filled[0]?.column === sequence && !identity.includes(sequence)
  return filled.length === 0 || (ahead && /^\s*\d+\s*$/.test(filled[0]?.text ?? ''))
}

/** What the title lines tell: `工种:养老护理员    等级:五级` as pairs, whichever colon was typed. */
export function titleFacts(titles: readonly string[]): Map<string, string> {
  const facts = new Map<string, string>()
  for (const line of titles) {
    // One space also sets pairs apart when a Chinese word and a colon follow it.
    for (const piece of line.trim().split(/\s{2,}|\s+(?=\p{Script=Han}{2,12}\s?[:\uff1a])/u)) {
      const [, key, value] = /^([^:\uff1a]{1,20})[:\uff1a](.*)$/su.exec(piece) ?? []
      if (key?.trim() && value?.trim() && !facts.has(key.trim())) facts.set(key.trim(), value.trim())
    }
  }
  return facts
}
