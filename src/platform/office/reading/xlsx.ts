import type { GridRow, SheetFacts } from '../grid.ts'
import { refuse } from '../unreadable-file.ts'
import { LIMITS, type RowLimits } from './limits.ts'
import { merges } from './merges.ts'
import { RowGate } from './row-gate.ts'
import { XmlEvents } from './xml-events.ts'
import { readPackage } from './xlsx-package.ts'
import { XlsxSheet } from './xlsx-sheet.ts'
import { readStrings } from './xlsx-strings.ts'
import { openGuarded, type Parts } from './zip-guard.ts'

/** The rows of the first visible sheet that holds any, in chunks while the file is read. */
export async function* readXlsx(bytes: Uint8Array, limits: RowLimits): AsyncGenerator<GridRow[], SheetFacts> {
  const parts = await openGuarded(bytes)
  refuseOtherArchives(parts)
  const book = await readPackage(parts)
  const strings = book.stringsPath === undefined ? [] : await readStrings(parts.stream(book.stringsPath))
  for (const [at, sheet] of book.sheets.entries()) {
    const gate = new RowGate(limits)
    const cells = new XlsxSheet(gate, { strings, dateStyles: book.dateStyles, from1904: book.from1904 })
    const events = new XmlEvents(cells)
    for await (const xml of parts.stream(sheet.path)) {
      events.write(xml)
      if (gate.waiting >= LIMITS.rowsInChunk) yield gate.take()
    }
    events.end()
    gate.end()
    if (gate.count === 0) continue
    if (gate.waiting > 0) yield gate.take()
    return {
      kind: 'xlsx',
      sheetName: sheet.name,
      sheetNames: book.sheets.map((s) => s.name),
      furtherSheets: await withContent(book.sheets.slice(at + 1), parts),
      merges: merges(cells.merges, gate.lastRow, limits.maxColumns),
    }
  }
  throw refuse('empty')
}

/** The names of those sheets in which a cell holds a value or text; each is read no further than its first. */
async function withContent(sheets: readonly { name: string; path: string }[], parts: Parts): Promise<string[]> {
  const names: string[] = []
  for (const { name, path } of sheets) {
    let tail = ''
    for await (const xml of parts.stream(path)) {
      const text = tail + xml
      tail = text.slice(-8)
      if (!/<(?:\w+:)?(?:v|is)[\s>]/.test(text)) continue
      names.push(name)
      break
    }
  }
  return names
}

/** Many kinds of file are zips; each says what it is by a part it always has. */
function refuseOtherArchives({ names }: Parts): void {
  if (names.has('xl/workbook.bin')) throw refuse('not-a-spreadsheet', 'xlsb')
  if (names.has('word/document.xml')) throw refuse('not-a-spreadsheet', 'word')
  if (names.has('ppt/presentation.xml')) throw refuse('not-a-spreadsheet', 'slides')
  if (names.has('content.xml') && names.has('mimetype')) throw refuse('not-a-spreadsheet', 'ods')
  if (!names.has('[content_types].xml')) throw refuse('not-a-spreadsheet', 'archive')
}
