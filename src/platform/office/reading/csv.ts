import { isUtf8 } from 'node:buffer'
import type { GridCell, GridRow, SheetFacts } from '../grid.ts'
import { refuse } from '../unreadable-file.ts'
import { LIMITS, type RowLimits } from './limits.ts'
import { RowGate } from './row-gate.ts'

const STEP = 65_536

/** The rows of a delimited text in UTF-8, UTF-16 or GBK, in chunks while it is read. */
export async function* readCsv(
  bytes: Uint8Array,
  limits: RowLimits,
  sheetName: string,
): AsyncGenerator<GridRow[], SheetFacts> {
  const encoding = encodingOf(bytes)
  const delimiter = delimiterOf(new TextDecoder(encoding).decode(bytes.subarray(0, STEP)))
  const gate = new RowGate(limits)
  const records = new CsvRecords(gate, delimiter)
  const decoder = new TextDecoder(encoding, { fatal: true })
  for (let at = 0; at < bytes.length; at += STEP) {
    const last = at + STEP >= bytes.length
    records.write(decode(decoder, bytes.subarray(at, at + STEP), !last))
    if (gate.waiting >= LIMITS.rowsInChunk) yield gate.take()
  }
  records.end()
  gate.end()
  if (gate.count === 0) throw refuse('empty')
  if (gate.waiting > 0) yield gate.take()
  return { kind: 'csv', sheetName, sheetNames: [sheetName], merges: [] }
}

function decode(decoder: TextDecoder, bytes: Uint8Array, stream: boolean): string {
  try {
    return decoder.decode(bytes, { stream })
  } catch {
    throw refuse('not-a-spreadsheet', 'other')
  }
}

/** GB 18030 holds every GBK text; offices' tools write GBK where they do not write UTF-8. */
function encodingOf(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return isUtf8(bytes) ? 'utf-8' : 'gb18030'
}

/**
 * The delimiter that comes equally often in most of the first lines. A TAB that opens a field only keeps Excel from
 * turning digits into a number, so it is not counted.
 */
export function delimiterOf(opening: string): ',' | ';' | '\t' {
  const lines = opening
    .replace(/"(?:[^"]|"")*"/g, '')
    .split(/\r\n|\n|\r/)
    .slice(0, 50)
  const score = (delimiter: RegExp) => {
    const times = new Map<number, number>()
    for (const line of lines) {
      const count = line.match(delimiter)?.length ?? 0
      if (count > 0) times.set(count, (times.get(count) ?? 0) + 1)
    }
    return Math.max(0, ...[...times].map(([count, n]) => count * n))
  }
  const comma = score(/,/g)
  const semicolon = score(/;/g)
  const tab = score(/(?<=[^,;])\t/g)
  if (tab > comma && tab > semicolon) return '\t'
  return semicolon > comma ? ';' : ','
}

const QUOTE = 0x22
const CR = 0x0d
const LF = 0x0a

/** Splits delimited text into rows at the gate, as RFC 4180 says and as Excel does where that is silent. */
class CsvRecords {
  readonly #gate: RowGate
  readonly #delimiter: number
  #row = 1
  #cells: GridCell[] = []
  #column = 0
  #field = ''
  #state: 'start' | 'plain' | 'quoted' | 'quote-in-quoted' = 'start'
  #openedAt = 1
  #afterCr = false

  constructor(gate: RowGate, delimiter: string) {
    this.#gate = gate
    this.#delimiter = delimiter.charCodeAt(0)
  }

  write(text: string): void {
    let from = 0
    for (let i = 0; i < text.length; i++) {
      const c = text.charCodeAt(i)
      if (this.#state === 'quoted') {
        if (c !== QUOTE) continue
        this.#append(text.slice(from, i))
        this.#state = 'quote-in-quoted'
        from = i + 1
      } else if (c === QUOTE && this.#state === 'quote-in-quoted') {
        // A doubled quotation mark stands for one.
        this.#state = 'quoted'
        from = i
      } else if (c === QUOTE && this.#state === 'start') {
        this.#state = 'quoted'
        this.#openedAt = this.#row
        from = i + 1
      } else if (c === this.#delimiter || c === LF || c === CR) {
        this.#append(text.slice(from, i))
        from = i + 1
        if (c === LF && this.#afterCr) this.#afterCr = false
        else if (c === this.#delimiter) this.#endField()
        else this.#endRow()
        this.#afterCr = c === CR
        continue
      } else if (this.#state !== 'plain') {
        this.#state = 'plain'
      }
      this.#afterCr = false
    }
    this.#append(text.slice(from))
  }

  end(): void {
    if (this.#state === 'quoted') throw refuse('quotes', { row: this.#openedAt })
    this.#endRow()
  }

  #append(text: string): void {
    this.#field = this.#field === '' ? text : this.#field + text
    if (this.#field.length <= LIMITS.cellCharacters) return
    throw refuse('long-cell', {
      limit: LIMITS.cellCharacters,
      row: this.#state === 'quoted' ? this.#openedAt : this.#row,
    })
  }

  #endField(): void {
    if (this.#field !== '') this.#cells.push({ column: this.#column, text: this.#field, raw: 'text' })
    this.#field = ''
    this.#column++
    this.#state = 'start'
  }

  #endRow(): void {
    this.#endField()
    this.#gate.add(this.#row, this.#cells)
    this.#row++
    this.#cells = []
    this.#column = 0
  }
}
