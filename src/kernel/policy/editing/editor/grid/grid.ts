import type { Sentence } from '../../../../../platform/contract/public.ts'
import type { FactDictionary } from '../../../facts/facts.ts'
import type { Axis } from '../../../packs/amount.ts'
import { amountText, type Held, heldFrom, type Unit } from './amount-cells.ts'
import { type AxisHead, type Cell, headOf, inOrder, sayCell, valuesThereAre } from './axes.ts'

export type Row = { readonly at: readonly Cell[]; readonly fen: Held }
/** A rate table as a document has it; a cell may hold a text that is no amount yet. */
export type Table = { readonly axes: readonly Axis[]; readonly rows: readonly Row[] }

/** A table as rows and columns: one axis lies across, the others stand in the heads of the rows. */
export type Grid = {
  readonly table: Table
  readonly heads: readonly AxisHead[]
  /** Which axis lies across; undefined where there is only one, and the grid has a single column. */
  readonly across: number | undefined
  readonly lines: readonly (readonly Cell[])[]
  /** Null in the single column of a table of one axis. */
  readonly columns: readonly (Cell | null)[]
  /** Which rows of the table stand for a combination: none is a gap, two are an overlap. */
  readonly rowsFor: (line: readonly Cell[], column: Cell | null) => readonly number[]
}

/** Values that are shown though no row has them yet, axis by axis. */
export type Blank = readonly (readonly Cell[])[]

const keyOf = (cells: readonly Cell[]) => JSON.stringify(cells)

function once(cells: readonly Cell[]): Cell[] {
  return [...new Map(cells.map((cell) => [keyOf([cell]), cell])).values()]
}

export function gridOf(
  table: Table,
  dictionary: FactDictionary,
  blankLines: Blank = [],
  blankColumns: readonly Cell[] = [],
): Grid {
  const heads = table.axes.map((axis) => headOf(axis, dictionary))
  const across = acrossOf(table, heads)
  const sortBy = new Map(
    heads.map((head, axis) => [
      axis,
      ranksOf(
        head,
        table.rows.map(({ at }) => at[axis]!),
        axis,
        across,
        blankLines,
      ),
    ]),
  )
  const columns =
    across === undefined
      ? [null]
      : inOrder(
          heads[across]!,
          once([...(heads[across]!.bands ?? []), ...table.rows.map(({ at }) => at[across]!), ...blankColumns]),
        )
  const lineOf = (at: readonly Cell[]) => at.filter((_, axis) => axis !== across)
  const lines = [
    ...new Map(
      [...table.rows.map(({ at }) => lineOf(at)), ...bandLines(heads, across), ...blankLines].map((line) => [
        keyOf(line),
        line,
      ]),
    ).values(),
  ]
  const axes = heads.flatMap((_, axis) => (axis === across ? [] : [axis]))
  lines.sort((a, b) =>
    axes.reduce((found, axis, index) => found || sortBy.get(axis)!(a[index]!) - sortBy.get(axis)!(b[index]!), 0),
  )
  const found = new Map<string, number[]>()
  table.rows.forEach(({ at }, index) => {
    const key = keyOf(at)
    const before = found.get(key)
    if (before) before.push(index)
    else found.set(key, [index])
  })
  return {
    table,
    heads,
    across,
    lines,
    columns,
    rowsFor: (line, column) => found.get(keyOf(combination(line, column, across))) ?? NONE,
  }
}

const NONE: readonly number[] = []

/** A table of one axis in bands shows every band. */
function bandLines(heads: readonly AxisHead[], across: number | undefined): Cell[][] {
  const [only] = heads
  return across === undefined && only?.bands ? only.bands.map((band) => [band]) : []
}

function ranksOf(head: AxisHead, cells: readonly Cell[], axis: number, across: number | undefined, blank: Blank) {
  const index = axis - (across !== undefined && across < axis ? 1 : 0)
  const all = once([
    ...(head.bands ?? []),
    ...cells,
    ...blank.flatMap((line) => (axis === across ? [] : [line[index]!])),
  ])
  const ranks = new Map(inOrder(head, all).map((cell, rank) => [keyOf([cell]), rank]))
  return (cell: Cell) => ranks.get(keyOf([cell])) ?? 0
}

/** Across lie the levels; without them the axis with the fewest values, of a kind that has only so many: occupations go down the page. */
function acrossOf({ rows }: Table, heads: readonly AxisHead[]): number | undefined {
  if (heads.length < 2) return undefined
  const levels = heads.findLastIndex(({ definition, bands }) => definition?.type === 'level' && !bands)
  if (levels >= 0) return levels
  const counts = heads.map((head, axis) => {
    if (!valuesThereAre(head)) return Number.POSITIVE_INFINITY
    return Math.max(head.bands?.length ?? 0, new Set(rows.map(({ at }) => at[axis])).size)
  })
  return counts.lastIndexOf(Math.min(...counts))
}

/** The combination that a cell stands for, in the order of the table's axes. */
export function combination(line: readonly Cell[], column: Cell | null, across: number | undefined): Cell[] {
  return across === undefined || column === null ? [...line] : line.toSpliced(across, 0, column)
}

/** What a cell shows; of an overlap the amounts beside each other. */
export function cellText(grid: Grid, line: readonly Cell[], column: Cell | null, unit: Unit): string {
  const rows = grid.rowsFor(line, column)
  return rows.map((row) => amountText(grid.table.rows[row]!.fen, unit)).join(' / ')
}

export type Edit = { readonly at: readonly Cell[]; readonly text: string }

/** The table with cells typed anew: an empty one leaves a gap, a text that is no amount is kept as it is, an overlap becomes one row. */
export function withCells(table: Table, edits: readonly Edit[], unit: Unit): Table {
  const wanted = new Map(edits.map(({ at, text }) => [keyOf(at), { at, held: heldFrom(text, unit) }]))
  const placed = new Set<string>()
  let isSame = true
  const rows = table.rows.flatMap((row) => {
    const key = keyOf(row.at)
    const edit = wanted.get(key)
    if (!edit) return [row]
    const again = placed.has(key)
    placed.add(key)
    if (edit.held === undefined || again) {
      isSame = false
      return []
    }
    if (edit.held === row.fen) return [row]
    isSame = false
    return [{ ...row, fen: edit.held }]
  })
  const added = [...wanted].flatMap(([key, { at, held }]) =>
    placed.has(key) || held === undefined ? [] : [{ at, fen: held }],
  )
  return isSame && added.length === 0 ? table : { ...table, rows: [...rows, ...added] }
}

/** Without a line of the grid: every combination that it stands for. */
export function withoutLine({ table, across }: Grid, line: readonly Cell[]): Table {
  const key = keyOf(line)
  return { ...table, rows: table.rows.filter(({ at }) => keyOf(at.filter((_, axis) => axis !== across)) !== key) }
}

/** Without a column of the grid. */
export function withoutColumn({ table, across }: Grid, column: Cell): Table {
  return { ...table, rows: table.rows.filter(({ at }) => at[across!] !== column) }
}

/** 五级/初级工、就业困难人员 */
export function sayCombination(heads: readonly AxisHead[], at: readonly Cell[]): Sentence {
  const said = at.map((cell, axis) =>
    heads[axis] ? sayCell(heads[axis], cell) : { zh: String(cell), en: String(cell) },
  )
  return { zh: said.map(({ zh }) => zh).join('、'), en: said.map(({ en }) => en).join(', ') }
}
