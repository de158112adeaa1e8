import type { GridCell, GridRow, RawKind } from '../grid.ts'

/**
 * Rows as they travel between the processes: a few flat arrays and one string instead of an object for every cell, which
 * is what makes crossing cheap.
 */
export type PackedRows = {
  readonly rows: Uint32Array
  readonly sizes: Uint16Array
  readonly columns: Uint16Array
  readonly kinds: Uint8Array
  readonly lengths: Uint16Array
  readonly text: string
}

const KINDS: readonly RawKind[] = ['text', 'number', 'formula', 'boolean', 'date', 'error']

export function pack(rows: readonly GridRow[]): PackedRows {
  const cells = rows.flatMap((row) => row.cells)
  return {
    rows: Uint32Array.from(rows, (row) => row.row),
    sizes: Uint16Array.from(rows, (row) => row.cells.length),
    columns: Uint16Array.from(cells, (cell) => cell.column),
    kinds: Uint8Array.from(cells, (cell) => KINDS.indexOf(cell.raw)),
    lengths: Uint16Array.from(cells, (cell) => cell.text.length),
    text: cells.map((cell) => cell.text).join(''),
  }
}

export function unpack(packed: PackedRows): GridRow[] {
  let cell = 0
  let at = 0
  const next = (): GridCell => {
    const column = packed.columns[cell] ?? 0
    const raw = KINDS[packed.kinds[cell] ?? 0] ?? 'text'
    const text = packed.text.slice(at, (at += packed.lengths[cell++] ?? 0))
    return raw === 'number' ? { column, text, raw, number: Number(text) } : { column, text, raw }
  }
  return Array.from(packed.rows, (row, i) => ({ row, cells: Array.from({ length: packed.sizes[i] ?? 0 }, next) }))
}
