import * as XLSX from '@e965/xlsx'
import * as codepages from '@e965/xlsx/dist/cpexcel'
import type { GridCell, GridRow, SheetFacts } from '../grid.ts'
import { refuse } from '../unreadable-file.ts'
import { type DateStyle, dateStyle } from './date-text.ts'
import { LIMITS, type RowLimits } from './limits.ts'
import { merges } from './merges.ts'
import { RowGate } from './row-gate.ts'
import { numberCell } from './xlsx-sheet.ts'

// Workbooks older than Excel 97 hold text in the office's code page (936 is GBK).
XLSX.set_cptable(codepages)

/** The rows of the first visible sheet of an Excel 97–2003 workbook that holds any. */
export async function* readXls(bytes: Uint8Array, limits: RowLimits): AsyncGenerator<GridRow[], SheetFacts> {
  inspectContainer(bytes)
  const book = parse(bytes)
  const visible = book.SheetNames.filter((_, i) => !book.Workbook?.Sheets?.[i]?.Hidden)
  const from1904 = book.Workbook?.WBProps?.date1904 === true
  const holds = (name: string) =>
    ((book.Sheets[name]?.['!data'] ?? []) as unknown[][]).some((row) => row?.some((c) => c))
  for (const [at, sheetName] of visible.entries()) {
    const sheet = book.Sheets[sheetName]
    const gate = new RowGate(limits)
    const data = (sheet?.['!data'] ?? []) as (XLSX.CellObject | undefined)[][]
    // Only rows that are present have a key: a lone cell in the last row costs one step.
    for (const key of Object.keys(data)) {
      const index = Number(key)
      gate.add(index + 1, cellsOf(data[index] ?? [], index + 1, from1904))
      // Read once: what was handed on need not be held.
      data[index] = undefined as never
      if (gate.waiting >= LIMITS.rowsInChunk) yield gate.take()
    }
    gate.end()
    if (gate.count === 0) continue
    if (gate.waiting > 0) yield gate.take()
    const found = (sheet?.['!merges'] ?? []).map(({ s, e }) => ({
      top: s.r + 1,
      left: s.c,
      bottom: e.r + 1,
      right: e.c,
    }))
    return {
      kind: 'xls',
      sheetName,
      sheetNames: visible,
      furtherSheets: visible.slice(at + 1).filter(holds),
      merges: merges(found, gate.lastRow, limits.maxColumns),
    }
  }
  throw refuse('empty')
}

/** An OLE container holds one of several things: an encrypted .xlsx, a Word document, or a workbook. */
function inspectContainer(bytes: Uint8Array): void {
  const names = new Set<string>()
  try {
    for (const entry of XLSX.CFB.read(bytes, { type: 'buffer' }).FileIndex) names.add(entry.name.toLowerCase())
  } catch {
    throw refuse('truncated')
  }
  if (names.has('encryptedpackage')) throw refuse('password')
  if (names.has('workbook') || names.has('book')) return
  if (names.has('worddocument')) throw refuse('not-a-spreadsheet', 'word')
  if (names.has('powerpoint document')) throw refuse('not-a-spreadsheet', 'slides')
  throw refuse('not-a-spreadsheet', 'other')
}

function parse(bytes: Uint8Array): XLSX.WorkBook {
  try {
    return XLSX.read(bytes, {
      type: 'buffer',
      dense: true,
      cellFormula: true,
      cellNF: true,
      cellText: false,
      cellHTML: false,
    })
  } catch (error) {
    // The parser says what is wrong only in words, and its words may quote the file: they are not passed on.
    throw refuse(error instanceof Error && /password|encrypt/i.test(error.message) ? 'password' : 'truncated')
  }
}

function cellsOf(row: readonly (XLSX.CellObject | undefined)[], rowNumber: number, from1904: boolean): GridCell[] {
  const cells: GridCell[] = []
  row.forEach((found, column) => {
    const cell = found && cellOf(found, column, from1904)
    if (!found || !cell) return
    if (cell.text.length > LIMITS.cellCharacters)
      throw refuse('long-cell', { limit: LIMITS.cellCharacters, row: rowNumber })
    if (found.f !== undefined || found.F !== undefined) cells.push({ column, text: cell.text, raw: 'formula' })
    else if (cell.text !== '') cells.push(cell)
  })
  return cells
}

function cellOf(cell: XLSX.CellObject, column: number, from1904: boolean): GridCell | undefined {
  switch (cell.t) {
    case 'n':
      return numberCell(column, String(cell.v), styleOf(cell), from1904)
    case 'b':
      return { column, text: cell.v ? 'TRUE' : 'FALSE', raw: 'boolean' }
    case 'e':
      return { column, text: cell.w ?? '#N/A', raw: 'error' }
    case 's':
      return { column, text: String(cell.v ?? ''), raw: 'text' }
    case 'd':
    case 'z':
      return undefined
  }
}

function styleOf(cell: XLSX.CellObject): DateStyle | undefined {
  return typeof cell.z === 'string' ? dateStyle(-1, cell.z) : undefined
}
