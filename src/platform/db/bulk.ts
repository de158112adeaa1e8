import { type PostgresCursor, sql } from 'kysely'
import type pg from 'pg'
import type { Tx } from './transaction.ts'

/** So many bytes of rows are handed on at once, and so many more may lie with the socket: the memory of a reading. */
const PAGE_BYTES = 256 * 1024
/** Longer than anything is read; a timer takes no more. */
const NO_TIME_OUT_MS = 2 ** 31 - 1

type Waiting = { resolve(pages: Buffer[]): void; reject(error: Error): void }

/**
 * COPY … TO STDOUT as what Kysely calls a cursor: whole rows in pages of bytes, while the database already makes the
 * next ones. Nobody reading stops the socket. One that is left before its end leaves its connection in the middle of an
 * answer: `onLeft` is told then.
 */
export class CopyOut<T = Buffer> implements PostgresCursor<T>, pg.Submittable {
  readonly query_timeout = NO_TIME_OUT_MS
  /** Set by `pg`, which waits for it to stop its timer. */
  callback: ((error?: Error) => void) | undefined
  onLeft: ((error: Error) => void) | undefined
  private readonly text: string
  private socket: { pause(): void; resume(): void } | undefined
  private page = Buffer.alloc(0)
  private filled = 0
  private readonly full: Buffer[] = []
  private hasEnded = false
  private failure: Error | undefined
  private waiting: Waiting | undefined

  constructor(text: string) {
    this.text = text
  }

  submit(connection: pg.Connection): void {
    const asking = connection as unknown as { stream: CopyOut['socket']; query(text: string): void }
    this.socket = asking.stream
    asking.query(this.text)
  }

  /** One row (the protocol says so); its bytes are the parser's own and are copied. */
  handleCopyData({ chunk }: { readonly chunk: Buffer }): void {
    if (this.filled + chunk.length > this.page.length) {
      const isFull = this.filled > 0
      if (isFull) this.full.push(this.page.subarray(0, this.filled))
      this.page = Buffer.allocUnsafe(Math.max(PAGE_BYTES, chunk.length))
      this.filled = 0
      if (this.waiting) this.answer()
      else if (isFull) this.socket?.pause()
    }
    chunk.copy(this.page, this.filled)
    this.filled += chunk.length
  }

  handleCommandComplete(): void {}

  handleReadyForQuery(): void {
    this.hasEnded = true
    // A page may have become full with nobody reading in what came last: what is asked next needs its answer.
    this.socket?.resume()
    if (this.filled > 0) this.full.push(this.page.subarray(0, this.filled))
    this.callback?.()
    this.answer()
  }

  handleError(error: Error): void {
    this.failure = error
    this.socket?.resume()
    this.callback?.(error)
    this.answer()
  }

  read(): Promise<T[]> {
    return new Promise<Buffer[]>((resolve, reject) => {
      this.waiting = { resolve, reject }
      this.answer()
      if (this.waiting) this.socket?.resume()
    }) as Promise<unknown> as Promise<T[]>
  }

  async close(): Promise<void> {
    if (this.hasEnded || this.failure) return
    this.onLeft?.(new Error('a bulk reading was left before its end'))
  }

  private answer(): void {
    const { waiting } = this
    if (!waiting || !(this.failure || this.hasEnded || this.full.length > 0)) return
    this.waiting = undefined
    if (this.failure) waiting.reject(this.failure)
    else waiting.resolve(this.full.splice(0))
  }
}

const MOST_TEXTS = 4_096
const LONGEST_TEXT = 64

/** Texts that come again and again, found by their bytes. */
export class Texts {
  private readonly known = new Map<number, { readonly bytes: Buffer; readonly text: string }>()

  at(page: Buffer, start: number, length: number): string {
    if (length > LONGEST_TEXT) return page.toString('utf8', start, start + length)
    let sum = length
    for (let at = start; at < start + length; at += 1) sum = (Math.imul(sum, 31) + page[at]!) | 0
    const had = this.known.get(sum)
    if (had && isSame(had.bytes, page, start, length)) return had.text
    const text = page.toString('utf8', start, start + length)
    if (this.known.size >= MOST_TEXTS) this.known.clear()
    this.known.set(sum, { bytes: Buffer.from(page.subarray(start, start + length)), text })
    return text
  }
}

function isSame(bytes: Buffer, page: Buffer, start: number, length: number): boolean {
  if (bytes.length !== length) return false
  for (let at = 0; at < length; at += 1) if (bytes[at] !== page[start + at]) return false
  return true
}

/** COPY's binary form begins with this many bytes that say so; a length of fields below zero ends it. */
const HEAD_BYTES = 19
const HEAD = Buffer.from('PGCOPY\n\xff\r\n\0', 'latin1')

/** Rows as the database wrote them, walked one after another; a field is decoded when it is asked for, and only then. */
export class BulkRows {
  private readonly page: Buffer
  private at: number
  private readonly starts: number[] = []
  private readonly lengths: number[] = []

  constructor(page: Buffer) {
    this.page = page
    this.at = page.subarray(0, HEAD.length).equals(HEAD) ? HEAD_BYTES : 0
  }

  /** Goes on to the next row; false where there is none in this page. */
  next(): boolean {
    if (this.at >= this.page.length) return false
    const fields = this.page.readInt16BE(this.at)
    this.at += 2
    if (fields < 0) return false
    for (let nth = 0; nth < fields; nth += 1) {
      const length = this.page.readInt32BE(this.at)
      this.at += 4
      this.starts[nth] = this.at
      this.lengths[nth] = length
      if (length > 0) this.at += length
    }
    return true
  }

  /** The bytes of a field, not copied; null for none. */
  bytes(nth: number): Buffer | null {
    const [start, length] = [this.starts[nth]!, this.lengths[nth]!]
    return length < 0 ? null : this.page.subarray(start, start + length)
  }

  text(nth: number): string | null {
    const [start, length] = [this.starts[nth]!, this.lengths[nth]!]
    return length < 0 ? null : this.page.toString('utf8', start, start + length)
  }

  /** The same where few different texts come again and again: each is decoded once. */
  sameText(nth: number, texts: Texts): string | null {
    const [start, length] = [this.starts[nth]!, this.lengths[nth]!]
    return length < 0 ? null : texts.at(this.page, start, length)
  }

  /** Copies the bytes of a field into others. */
  copyTo(nth: number, into: Buffer, at: number): void {
    this.page.copy(into, at, this.starts[nth], this.starts[nth]! + this.lengths[nth]!)
  }

  /** An int4. */
  int(nth: number): number | null {
    return this.lengths[nth]! < 0 ? null : this.page.readInt32BE(this.starts[nth])
  }

  /** An int8 within what a number holds exactly. */
  big(nth: number): number | null {
    return this.lengths[nth]! < 0 ? null : Number(this.page.readBigInt64BE(this.starts[nth]))
  }

  isTrue(nth: number): boolean {
    return this.lengths[nth] === 1 && this.page[this.starts[nth]!] === 1
  }
}

/**
 * Reads what a query answers in bulk: a million rows in bounded memory, several times faster than in pieces of a cursor,
 * because nothing is decoded and database and reader work at the same time. The connection is busy until the end; who
 * leaves earlier has it closed.
 */
export async function* readInBulk(tx: Tx, query: string): AsyncGenerator<BulkRows> {
  const copy = sql.raw<Buffer>(`copy (${query}) to stdout (format binary)`).compile(tx.db)
  for await (const { rows } of tx.db.getExecutor().stream<Buffer>(copy, 1))
    for (const page of rows) yield new BulkRows(page)
}
