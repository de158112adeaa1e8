const MiB = 1024 * 1024

/** Technical bounds on what is read at all. Ordinary office files are a hundredth of any of these. */
export const LIMITS = {
  fileBytes: 32 * MiB,
  columns: 256,
  /** Excel's own bound on one cell. */
  cellCharacters: 32_767,
  rowsInSheet: 1_048_576,
  columnsInSheet: 16_384,
  merges: 20_000,
  zipEntries: 4_096,
  zipDepth: 8,
  /** All parts of a workbook together, inflated. */
  inflatedBytes: 512 * MiB,
  /** One part that is read as a stream (a sheet, the shared strings). */
  partBytes: 256 * MiB,
  /** One part that is held whole (the workbook, its relations, its styles). */
  heldPartBytes: 4 * MiB,
  /** Deflate reaches 1032:1 on zeros; a sheet of repeated rows stays far below this. */
  ratio: 300,
  ratioCountsFromBytes: 4 * MiB,
  sharedStrings: 4_000_000,
  xmlTextCharacters: MiB,
  rowsInChunk: 512,
  timeMs: 20_000,
} as const

/** What the caller allows of one file. */
export type RowLimits = { readonly maxRows: number; readonly maxColumns: number }
