import { setImmediate } from 'node:timers/promises'
import type { Grid, GridRow, SheetFacts } from './grid.ts'
import { fileKind } from './reading/file-kind.ts'
import { LIMITS } from './reading/limits.ts'
import { readInWorker } from './reading/workers.ts'
import { refuse } from './unreadable-file.ts'

export type ReadOptions = {
  /** Only names the sheet of a CSV; what a file is, its bytes say. */
  readonly fileName?: string
  /** Rows that hold something, titles and footers counted. */
  readonly maxRows: number
  readonly maxColumns?: number
  readonly maxBytes?: number
  readonly timeMs?: number
}

/**
 * The first visible sheet that holds anything, read in a worker of limited memory and time.
 * Throws UnreadableFile, whose sentence tells the person what is wrong and what to do.
 */
export async function readGrid(bytes: Uint8Array, options: ReadOptions): Promise<Grid> {
  const rows: GridRow[] = []
  const chunks = start(bytes, options)
  for (;;) {
    const step = await chunks.next()
    if (step.done) return { ...step.value, rows }
    rows.push(...step.value)
  }
}

/** So many rows are handed on before everybody else has a turn: what is done with each must not hold up all requests. */
const ROWS_A_TURN = 200

/**
 * The same rows in chunks while the file is being read, for lists too long to hold; the first is longer than any header and
 * its titles. A refusal may come after rows have been delivered: take them in a transaction.
 */
export async function* streamRows(bytes: Uint8Array, options: ReadOptions): AsyncIterable<GridRow[]> {
  let isFirst = true
  for await (const rows of start(bytes, options)) {
    const most = isFirst ? rows.length : ROWS_A_TURN
    isFirst = false
    for (let at = 0; at < rows.length; at += most) {
      yield rows.slice(at, at + most)
      await setImmediate()
    }
  }
}

/** Reads a file to its end for what is only known there (its merges, its other sheets); each chunk of rows is shown on the way. */
export async function surveyRows(
  bytes: Uint8Array,
  options: ReadOptions,
  see: (rows: readonly GridRow[]) => void,
): Promise<SheetFacts> {
  const chunks = start(bytes, options)
  for (;;) {
    const step = await chunks.next()
    if (step.done) return step.value
    see(step.value)
  }
}

function start(bytes: Uint8Array, options: ReadOptions): AsyncGenerator<GridRow[], SheetFacts> {
  const { maxRows, maxColumns = LIMITS.columns, maxBytes = LIMITS.fileBytes, timeMs = LIMITS.timeMs } = options
  if (bytes.length > maxBytes) throw refuse('too-large', maxBytes)
  const kind = fileKind(bytes)
  const sheetName = options.fileName?.replace(/^.*[/\\]/, '').replace(/\.[^.]*$/, '') || 'CSV'
  // Job bytes are sent as they are now; the caller keeps its own.
  return readInWorker({ bytes, kind, sheetName, limits: { maxRows, maxColumns } }, timeMs)
}
