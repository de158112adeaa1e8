import type { Sentence } from '../../../../../platform/contract/public.ts'
import type { Unit } from './amount-cells.ts'
import { plainAmount } from './amount-cells.ts'
import { type Cell, readHead } from './axes.ts'
import { combination, type Edit, type Grid, type Table, withCells } from './grid.ts'

export type Range = { readonly line: number; readonly column: number; readonly lines: number; readonly columns: number }

/** What a paste came to: the table, and what could not be put anywhere, so that nothing is lost unseen. */
export type Pasted = { readonly table: Table; readonly cells: number; readonly left: readonly Sentence[] }

/** The cells of a range as a spreadsheet takes them; an overlap gives its first amount. */
export function copied(grid: Grid, range: Range, unit: Unit): string[][] {
  return grid.lines.slice(range.line, range.line + range.lines).map((line) =>
    grid.columns.slice(range.column, range.column + range.columns).map((column) => {
      const [row] = grid.rowsFor(line, column)
      return row === undefined ? '' : plainAmount(grid.table.rows[row]!.fen, unit)
    }),
  )
}

/** Puts cells into the grid from one cell on; or, where they come with the heads of rows and columns, by these. */
export function pasted(
  grid: Grid,
  cells: readonly (readonly string[])[],
  from: { line: number; column: number },
  unit: Unit,
): Pasted {
  const turned = grid.heads.flatMap((_, across) =>
    across === grid.across || grid.across === undefined ? [] : [{ ...grid, across }],
  )
  for (const each of [grid, ...turned]) {
    const done = byHeads(each, cells, unit)
    // Laid out otherwise than the grid is, it counts only where every head is known.
    if (done && (each === grid || done.left.length === 0)) return done
  }
  return fromCell(grid, cells, from, unit)
}

function fromCell(
  grid: Grid,
  cells: readonly (readonly string[])[],
  from: { line: number; column: number },
  unit: Unit,
): Pasted {
  const edits: Edit[] = []
  const left: Sentence[] = []
  cells.forEach((texts, down) =>
    texts.forEach((text, right) => {
      const line = grid.lines[from.line + down]
      const column = grid.columns[from.column + right]
      if (line !== undefined && column !== undefined) edits.push({ at: combination(line, column, grid.across), text })
      else if (text.trim() !== '') left.push(beyond(text, down + 1, right + 1))
    }),
  )
  return { table: withCells(grid.table, edits, unit), cells: edits.length, left }
}

function beyond(text: string, row: number, column: number): Sentence {
  return {
    zh: `粘贴内容第 ${row} 行第 ${column} 列“${text}”超出表格,没有放入。请先增加行或列,或从更靠左上的格子开始粘贴`,
    en: `“${text}” in row ${row}, column ${column} of what was pasted lies beyond the grid and was not put in. Add rows or columns first, or begin further up and left`,
  }
}

/** Cells that carry their heads; undefined where they do not. Heads that are new to a list of texts become new rows. */
function byHeads(grid: Grid, cells: readonly (readonly string[])[], unit: Unit): Pasted | undefined {
  const { heads, across } = grid
  const rest = heads.flatMap((head, axis) => (axis === across ? [] : [head]))
  const [first, ...others] = cells
  if (!first || first.length <= rest.length) return undefined
  const columnsIn = (texts: readonly string[]) =>
    across === undefined ? undefined : texts.slice(rest.length).map((text) => readHead(heads[across]!, text))
  const named = columnsIn(first)
  if (across !== undefined && !named?.some((each) => each !== undefined)) return undefined
  const body = across === undefined ? cells : others
  if (body.length === 0) return undefined
  const lines = body.map((texts) => rest.map((head, index) => readHead(head, texts[index] ?? '')))
  const isRead = (line: readonly (Cell | undefined)[]): line is Cell[] =>
    line.every((cell) => cell !== undefined && !isAmount(cell))
  // One that is only numbers has no heads: it is put in from where one stands.
  if (!lines.some(isRead)) return undefined
  const edits: Edit[] = []
  const left: Sentence[] = []
  body.forEach((texts, index) => {
    const line = lines[index]!
    const offset = across === undefined ? 1 : 2
    if (!isRead(line)) {
      if (texts.some((text) => text.trim() !== '')) left.push(unread(texts, index + offset))
      return
    }
    const values = texts.slice(rest.length)
    if (across === undefined) {
      if (values[0] !== undefined) edits.push({ at: line, text: values[0] })
      return
    }
    values.forEach((text, at) => {
      const column = named?.[at]
      if (column !== undefined) edits.push({ at: combination(line, column, across), text })
      else if (text.trim() !== '') left.push(unread([first[rest.length + at] ?? '', text], index + offset))
    })
  })
  return { table: withCells(grid.table, edits, unit), cells: edits.length, left }
}

/** A row head that is a bare amount is no head of texts. */
const isAmount = (cell: Cell) => typeof cell === 'string' && /^[\d,.]+$/.test(cell)

function unread(texts: readonly string[], row: number): Sentence {
  const said = texts.filter((text) => text.trim() !== '').join(' ')
  return {
    zh: `粘贴内容第 ${row} 行“${said}”的表头不认识,没有放入。请按表格里的名称改写后再粘贴`,
    en: `the head of row ${row} “${said}” of what was pasted is not known and it was not put in. Write it as in the grid and paste again`,
  }
}
