import { csvOf, type Grid, readGrid, textAt } from '../../../platform/office/public.ts'
import { sample } from '../../../platform/office/testing.ts'
import { civilDate } from '../../../kernel/values/public.ts'
import type { PersonOfClass } from './person-rows.ts'

/** A day after the class of the samples was over and its certificates were issued. */
export const AFTER_THE_CLASS = civilDate('2022-03-28')

/** A sample sheet as it was read. */
export function sampleGrid(number: string): Promise<Grid> {
  return readGrid(sample(number), { maxRows: 2000 })
}

/** The forty people of sample 01, known by `enrolment-1` and `person-1` and so on. */
export async function peopleOfSample(): Promise<{ people: PersonOfClass[]; personIdOf: Map<string, string> }> {
  const rows = (await sampleGrid('01')).rows.filter((row) => /^\d+$/.test(textAt(row, 0)))
  const people = rows.map((row) => {
    const seq = Number(textAt(row, 0))
    return { enrolmentId: `enrolment-${seq}`, personId: `person-${seq}`, seq, name: textAt(row, 1) }
  })
  return { people, personIdOf: new Map(rows.map((row) => [textAt(row, 3), `person-${textAt(row, 0)}`])) }
}

/** A grid with cells written over: `{ D4: '√' }`; null empties a cell. Merges and kind stay. */
export function withCells(grid: Grid, cells: Readonly<Record<string, string | null>>): Grid {
  const written = Object.entries(cells).map(([name, text]) => {
    const [, letters = '', row = ''] = /^([A-Z]+)(\d+)$/.exec(name) ?? []
    const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
    return { row: Number(row), column, text }
  })
  const rows = grid.rows.map((row) => {
    const own = written.filter((cell) => cell.row === row.row)
    const kept = row.cells.filter((cell) => !own.some(({ column }) => column === cell.column))
    const added = own.flatMap(({ column, text }) => (text === null ? [] : { column, text, raw: 'text' as const }))
    return { row: row.row, cells: [...kept, ...added].sort((a, b) => a.column - b.column) }
  })
  return { ...grid, rows }
}

/** A grid without some rows, as if they had never been typed. */
export function withoutRows(grid: Grid, ...gone: readonly number[]): Grid {
  return { ...grid, rows: grid.rows.filter(({ row }) => !gone.includes(row)) }
}

/** A grid as the CSV file somebody could have saved it as; its rows keep their numbers. */
export function csvOfGrid(grid: Grid): Buffer {
  const width = Math.max(...grid.rows.flatMap(({ cells }) => cells.map(({ column }) => column))) + 1
  const last = grid.rows.at(-1)?.row ?? 0
  const byRow = new Map(grid.rows.map((row) => [row.row, row]))
  const lines = Array.from({ length: last }, (_, at) => {
    const row = byRow.get(at + 1)
    return Array.from({ length: width }, (_, column) => (row ? textAt(row, column) : ''))
  })
  return Buffer.from(csvOf(lines))
}
