import type { Sentence } from '../../../../../platform/contract/public.ts'
import type { PackDocument } from '../../../packs/pack.ts'
import type { Table } from '../grid/grid.ts'
import type { Path } from './paths.ts'

/** A rate table of a document, wherever it stands: where its axes and rows are, by whose words, and from which day on. */
export type PlacedTable = {
  /** Of the rows. */
  readonly path: Path
  readonly axesPath: Path
  readonly label: Sentence
  readonly from?: string
  readonly table: Table
}

type Parameters = NonNullable<PackDocument['parameters']>
export type WrittenParameter = Parameters[string]

export function parametersOf(document: PackDocument): { name: string; parameter: WrittenParameter }[] {
  return Object.entries(document.parameters ?? {}).map(([name, parameter]) => ({ name, parameter }))
}

export function isTables(parameter: WrittenParameter): parameter is Extract<WrittenParameter, { tables: unknown }> {
  return 'tables' in parameter
}

type Entry = {
  readonly from: string
  readonly to?: string | undefined
  readonly cite: string
  readonly placeholder?: true | undefined
}

/** The dated entries of a parameter, and where they stand. */
export function entriesPlace(name: string, parameter: WrittenParameter): { path: Path; entries: readonly Entry[] } {
  if ('values' in parameter) return { path: ['parameters', name, 'values'], entries: parameter.values }
  if ('lists' in parameter) return { path: ['parameters', name, 'lists'], entries: parameter.lists }
  if ('tables' in parameter) return { path: ['parameters', name, 'tables'], entries: parameter.tables }
  return { path: ['parameters', name, 'lookups'], entries: parameter.lookups }
}

/** Every table of a document: of its parameters by dates, of the amount, of the amount's steps. */
export function tablesOf(document: PackDocument): PlacedTable[] {
  const dated = parametersOf(document).flatMap(({ name, parameter }) =>
    isTables(parameter)
      ? parameter.tables.map(
          ({ from, rows }, index): PlacedTable => ({
            path: ['parameters', name, 'tables', index, 'rows'],
            axesPath: ['parameters', name, 'axes'],
            label: parameter.label,
            from,
            table: { axes: parameter.axes, rows },
          }),
        )
      : [],
  )
  return [...inAmount(document), ...dated]
}

/** The same table in another version: of the same name and day, or at the same place. */
export function tableIn(
  document: PackDocument | undefined,
  { path, from }: Pick<PlacedTable, 'path' | 'from'>,
): Table | undefined {
  const isSame = (other: PlacedTable) =>
    from === undefined ? other.path.join('.') === path.join('.') : other.path[1] === path[1] && other.from === from
  return document && tablesOf(document).find(isSame)?.table
}

/** The tables that stand in the amount itself, for all days. */
export function inAmount({ amount }: PackDocument): PlacedTable[] {
  const own: PlacedTable[] =
    amount.axes && amount.rows
      ? [
          {
            path: ['amount', 'rows'],
            axesPath: ['amount', 'axes'],
            label: amount.label,
            table: { axes: amount.axes, rows: amount.rows },
          },
        ]
      : []
  const steps = (amount.steps ?? []).flatMap(({ label, table }, index): PlacedTable[] =>
    table && 'rows' in table
      ? [
          {
            path: ['amount', 'steps', index, 'table', 'rows'],
            axesPath: ['amount', 'steps', index, 'table', 'axes'],
            label,
            table,
          },
        ]
      : [],
  )
  return [...own, ...steps]
}
