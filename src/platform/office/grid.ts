/** What a cell was in the file. CSV has no types: every CSV cell is text. */
export type RawKind = 'text' | 'number' | 'formula' | 'boolean' | 'date' | 'error'

export type GridCell = {
  /** 0-based. */
  readonly column: number
  /** As stored: digits are never rounded, white space is never trimmed; dates are ISO; a formula is its last result. */
  readonly text: string
  readonly raw: RawKind
  /** Only of number cells; `text` is the exact value, this is the nearest double. */
  readonly number?: number
}

/** A row with at least one cell that holds something; cells that hold nothing are not listed. */
export type GridRow = {
  /** 1-based, as the person sees it in the margin. */
  readonly row: number
  readonly cells: readonly GridCell[]
}

/** Rows 1-based, columns 0-based, all inclusive. Merges that reach beyond the rows present are dropped. */
export type Merge = { readonly top: number; readonly left: number; readonly bottom: number; readonly right: number }

export type FileKind = 'xlsx' | 'xls' | 'csv'

/** What is known of a sheet beside its rows. */
export type SheetFacts = {
  readonly kind: FileKind
  /** The sheet that was read: the first visible one that holds something. */
  readonly sheetName: string
  /** Every visible sheet, so that the person can be told which were not read. */
  readonly sheetNames: readonly string[]
  /** Visible sheets after the one that was read that hold something too. */
  readonly furtherSheets?: readonly string[]
  readonly merges: readonly Merge[]
}

export type Grid = SheetFacts & { readonly rows: readonly GridRow[] }

export function cellAt(row: GridRow, column: number): GridCell | undefined {
  return row.cells.find((cell) => cell.column === column)
}

export function textAt(row: GridRow, column: number): string {
  return cellAt(row, column)?.text ?? ''
}

/** The letters over a column: 0 is A, 26 is AA. */
export function columnLetters(column: number): string {
  let letters = ''
  for (let n = column + 1; n > 0; n = Math.floor((n - 1) / 26))
    letters = String.fromCharCode(65 + ((n - 1) % 26)) + letters
  return letters
}
