import type { PackDocument } from '../../../packs/pack.ts'
import { withValue } from '../document/paths.ts'
import type { PlacedTable } from '../document/tables.ts'
import type { Table } from '../grid/grid.ts'

/** The document with a table changed: its rows, and its axes where a band came or went. */
export function withTable(
  document: PackDocument,
  { path, axesPath, table }: Pick<PlacedTable, 'path' | 'axesPath' | 'table'>,
  next: Table,
): PackDocument {
  const rows = next.rows === table.rows ? document : withValue(document, path, next.rows)
  return next.axes === table.axes ? rows : withValue(rows, axesPath, next.axes)
}
