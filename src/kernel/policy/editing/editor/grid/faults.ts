import type { Sentence } from '../../../../../platform/contract/public.ts'
import { amountText, wrongWith } from './amount-cells.ts'
import { type AxisHead, type Cell, inOrder, isOfAxis, sayCell } from './axes.ts'
import { combination, type Grid, sayCombination } from './grid.ts'

/** Something wrong in a table: the combination where it is, if it is in one, and a sentence that says what to do. */
export type GridFault = { readonly at?: readonly Cell[]; readonly sentence: Sentence }

/** What keeps a table from being read: texts that are no amounts, two rows for one combination, values that there are not, bands that cross. */
export function faultsOf(grid: Grid): GridFault[] {
  return [...bandFaults(grid), ...cellFaults(grid), ...overlaps(grid)]
}

function bandFaults({ heads }: Grid): GridFault[] {
  return heads.flatMap(({ bands, label }) => {
    if (!bands) return []
    const crossing = bands.findIndex((band, index) => index > 0 && band <= bands[index - 1]!)
    if (crossing < 0) return []
    const [before, after] = [bands[crossing - 1], bands[crossing]]
    return [
      {
        sentence: {
          zh: `“${label.zh}”的分段交叉:${before} 之后又是 ${after}。每一段的起点须大于前一段`,
          en: `the bands of “${label.en}” cross: after ${before} comes ${after}. Each has to begin above the one before`,
        },
      },
    ]
  })
}

function cellFaults(grid: Grid): GridFault[] {
  const { table, heads } = grid
  const placeOf = placesIn(grid)
  return table.rows.flatMap(({ at, fen }): GridFault[] => {
    if (at.length !== heads.length) {
      const { zh, en } = sayCombination(heads, at)
      const sentence = {
        zh: `“${zh}”一行有 ${at.length} 个表头值,应有 ${heads.length} 个,请删除后重新增加`,
        en: `the row “${en}” has ${at.length} values, not ${heads.length}: remove it and add it anew`,
      }
      return [{ at, sentence }]
    }
    const wrong = [wrongWith(fen), ...at.map((cell, axis) => wrongHead(heads[axis]!, cell))].filter(
      (each) => each !== undefined,
    )
    if (wrong.length === 0) return []
    const place = placeOf(at)
    return wrong.map(({ zh, en }) => ({ at, sentence: { zh: `${place.zh}:${zh}`, en: `${place.en}: ${en}` } }))
  })
}

/** A value of an axis that there is not. */
function wrongHead(head: AxisHead, cell: Cell): Sentence | undefined {
  if (isOfAxis(head, cell) && (!head.bands || head.bands.includes(cell as number))) return undefined
  const { zh, en } = head.label
  return {
    zh: `“${zh}”没有“${cell}”这个值,请改选或删除这一行`,
    en: `there is no ${en} “${cell}”; choose another or remove the row`,
  }
}

/** Where a cell is, as somebody before the grid would say it. */
function placesIn({ heads, across, lines, columns }: Grid): (at: readonly Cell[]) => Sentence {
  const numbers = new Map(lines.map((line, index) => [JSON.stringify(line), index + 1]))
  const rest = heads.filter((_, axis) => axis !== across)
  return (at) => {
    const line = at.filter((_, axis) => axis !== across)
    const number = numbers.get(JSON.stringify(line)) ?? 0
    const row = sayCombination(rest, line)
    const head = across === undefined ? undefined : heads[across]
    if (!head || columns[0] === null) return { zh: `第 ${number} 行“${row.zh}”`, en: `row ${number} “${row.en}”` }
    const column = sayCell(head, at[across!]!)
    return {
      zh: `第 ${number} 行“${row.zh}”、“${column.zh}”列`,
      en: `row ${number} “${row.en}”, column “${column.en}”`,
    }
  }
}

function overlaps(grid: Grid): GridFault[] {
  const { table, heads } = grid
  const found = new Map<string, number[]>()
  table.rows.forEach(({ at }, index) => {
    const key = JSON.stringify(at)
    found.set(key, [...(found.get(key) ?? []), index])
  })
  return [...found.values()].flatMap((rows) => {
    if (rows.length < 2) return []
    const { at } = table.rows[rows[0]!]!
    const said = sayCombination(heads, at)
    const amounts = rows.map((row) => amountText(table.rows[row]!.fen))
    return [
      {
        at,
        sentence: {
          zh: `“${said.zh}”有 ${rows.length} 个标准:${amounts.join('、')}。请只留一个`,
          en: `“${said.en}” has ${rows.length} rates: ${amounts.join(', ')}. Keep one`,
        },
      },
    ]
  })
}

/** Combinations of the values in the table that have no rate, in the order of the grid. */
export function gapsOf({ heads, lines, columns, rowsFor, across, table }: Grid, most = 5000): Cell[][] {
  const rest = heads.flatMap((head, axis) => (axis === across ? [] : [{ head, axis }]))
  const values = rest.map(({ head, axis }, index) =>
    inOrder(head, [
      ...new Set([
        ...(head.bands ?? []),
        ...table.rows.map(({ at }) => at[axis]!),
        ...lines.map((line) => line[index]!),
      ]),
    ]),
  )
  const size = values.reduce((count, each) => count * each.length, columns.length)
  // Too many to be told one by one: only those in the lines that are there.
  const all =
    size > 200_000
      ? lines.map((line) => [...line])
      : values.reduce<Cell[][]>((found, list) => found.flatMap((one) => list.map((cell) => [...one, cell])), [[]])
  const gaps: Cell[][] = []
  for (const line of all)
    for (const column of columns) {
      if (gaps.length >= most) return gaps
      if (rowsFor(line, column).length === 0) gaps.push(combination(line, column, across))
    }
  return gaps
}
