import type { Cell, Worksheet } from 'exceljs'
import { type Grid, type GridCell, type GridRow, type Merge, textAt } from './grid.ts'
import { putText, setUpPage, sheetTitle, textWidth } from './sheet-cells.ts'

/** A problem of a row, or of one cell of it. Rows are 1-based and columns 0-based, as in the grid. */
export type Mark = {
  readonly row: number
  readonly column: number | null
  readonly sentence: string
  readonly kind: 'error' | 'doubt'
}

export type MarkedWorkbook = {
  readonly grid: Grid
  readonly marks: readonly Mark[]
  /** What stands over the added last column: 问题. */
  readonly problemColumnTitle: string
  /** The header's last row, from findHeader. */
  readonly headerRow: number
}

const COLOURS = {
  error: { fill: 'FFFFC7CE', text: 'FF9C0006' },
  doubt: { fill: 'FFFFEB9C', text: 'FF7F6000' },
} as const

/** Excel's blank rows between what is written are kept up to this many, so that a cell in the last row costs nothing. */
const BLANK_ROWS_KEPT = 20

/**
 * A new .xlsx of what was read, whatever kind of file it was: the same lines, each bad cell coloured, and a last column
 * with every problem of the row. No formula, macro, link or hidden thing of the original is in it.
 */
export async function writeMarkedWorkbook(content: MarkedWorkbook): Promise<Uint8Array> {
  // Loaded when first needed: it costs a third of a second that a server's start should not pay.
  const { default: ExcelJS } = await import('exceljs')
  const { grid, marks, headerRow } = content
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet(sheetTitle(grid.sheetName))
  const problemColumn =
    Math.max(0, ...grid.rows.flatMap((r) => r.cells.map((c) => c.column)), ...marks.map((m) => m.column ?? 0)) + 1

  const rows = withMarkedRows(grid.rows, marks)
  const placeOf = places(rows.map((r) => r.row))
  for (const row of rows) {
    const place = placeOf.get(row.row) ?? row.row
    const own = marks.filter((m) => m.row === row.row)
    for (const cell of row.cells)
      put(
        sheet.getCell(place, cell.column + 1),
        cell,
        own.some((m) => m.column === cell.column),
      )
    for (const mark of own)
      if (mark.column !== null) colour(sheet.getCell(place, mark.column + 1), worst(own, mark.column))
    writeProblems(sheet.getCell(place, problemColumn + 1), row.row === headerRow ? content.problemColumnTitle : '', own)
    if (row.row === headerRow) sheet.getRow(place).font = { bold: true }
  }
  layOut(sheet, rows, placeOf, content, problemColumn)
  return new Uint8Array(await book.xlsx.writeBuffer())
}

/** The grid's rows, with one for every mark on a row that holds nothing. */
function withMarkedRows(rows: readonly GridRow[], marks: readonly Mark[]): GridRow[] {
  const present = new Set(rows.map((r) => r.row))
  const added = [...new Set(marks.map((m) => m.row))]
    .filter((row) => !present.has(row))
    .map((row) => ({ row, cells: [] }))
  return [...rows, ...added].sort((a, b) => a.row - b.row)
}

/** Where each row is written: its own number, but that a long stretch of blank rows is cut short. */
function places(rows: readonly number[]): Map<number, number> {
  const placeOf = new Map<number, number>()
  let cut = 0
  let before = 0
  for (const row of rows) {
    cut += Math.max(0, row - before - 1 - BLANK_ROWS_KEPT)
    placeOf.set(row, row - cut)
    before = row
  }
  return placeOf
}

/** Numbers stay numbers where that changes nothing to be seen; a marked one is text, so that all its digits are. */
function put(at: Cell, cell: GridCell, marked: boolean): void {
  const plain = cell.raw === 'number' && cell.number !== undefined && String(cell.number) === cell.text
  if (plain && !marked && cell.text.replace(/\D/g, '').length <= 15) at.value = cell.number
  else putText(at, cell.text)
}

function worst(marks: readonly Mark[], column: number | null): Mark['kind'] {
  return marks.some((m) => m.kind === 'error' && (column === null || m.column === column)) ? 'error' : 'doubt'
}

function colour(cell: Cell, kind: Mark['kind']): void {
  cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: COLOURS[kind].fill } }
  cell.font = { color: { argb: COLOURS[kind].text } }
}

function writeProblems(cell: Cell, title: string, marks: readonly Mark[]): void {
  const sentences = marks.map((m) => m.sentence).join(';')
  if (title === '' && sentences === '') return
  putText(cell, [title, sentences].filter(Boolean).join(':'))
  if (marks.length > 0) colour(cell, worst(marks, null))
  cell.alignment = { wrapText: true, vertical: 'top' }
}

function layOut(
  sheet: Worksheet,
  rows: readonly GridRow[],
  placeOf: ReadonlyMap<number, number>,
  { grid, marks, headerRow }: MarkedWorkbook,
  problemColumn: number,
): void {
  for (let column = 0; column < problemColumn; column++) {
    const widths = rows.filter((r) => r.row >= headerRow && r.cells.length > 1).map((r) => textWidth(textAt(r, column)))
    sheet.getColumn(column + 1).width = Math.min(40, Math.max(6, ...widths) + 2)
  }
  sheet.getColumn(problemColumn + 1).width = 60
  for (const merge of mergesToWrite(grid, headerRow, problemColumn)) {
    const rowsOf = rows.filter((r) => r.row >= merge.top && r.row <= merge.bottom)
    const hidden = rowsOf.some((r) => r.cells.some((c) => covers(merge, r.row, c.column)))
    const top = placeOf.get(merge.top)
    if (hidden || top === undefined || marks.some((m) => covers(merge, m.row, m.column ?? problemColumn))) continue
    sheet.mergeCells(top, merge.left + 1, top + merge.bottom - merge.top, merge.right + 1)
    if (merge.bottom >= headerRow) continue
    const first = merge.top === grid.rows[0]?.row
    const title = sheet.getCell(top, merge.left + 1)
    title.alignment = { wrapText: true, vertical: 'middle', horizontal: first ? 'center' : 'left' }
    if (first) title.font = { bold: true, size: 16 }
  }
  setUpPage(sheet, placeOf.get(headerRow) ?? 1)
}

/** Is a cell inside the merge and not its first? What it holds would disappear, so such a merge is not made again. */
function covers(merge: Merge, row: number, column: number): boolean {
  const first = row === merge.top && column === merge.left
  return !first && row >= merge.top && row <= merge.bottom && column >= merge.left && column <= merge.right
}

/** The merges of the original, and for a title line that has none, one across the table. */
function mergesToWrite(grid: Grid, headerRow: number, problemColumn: number): Merge[] {
  const titles = grid.rows.filter((r) => r.row < headerRow && r.cells.length === 1 && r.cells[0]?.column === 0)
  const bare = titles.filter((r) => !grid.merges.some((m) => m.top <= r.row && r.row <= m.bottom))
  const across = bare
    .map((r) => ({ top: r.row, bottom: r.row, left: 0, right: problemColumn - 1 }))
    .filter((m) => m.right > 0)
  return [...grid.merges.filter((m) => m.right < problemColumn && m.bottom - m.top < BLANK_ROWS_KEPT), ...across]
}
