import { DIMENSIONS } from './rules.ts'

/** Where in the numbers of a case stands what. The dimensions come first, in their order. */
export const WIDTH = DIMENSIONS.length + 4
export const CHANGE = DIMENSIONS.length
export const BEFORE = DIMENSIONS.length + 1
export const AFTER = DIMENSIONS.length + 2
export const SOURCE = DIMENSIONS.length + 3

/** Bits of a whole number without its sign. */
const BITS = 31

/** So many numbers hold a bit for each of these. */
export const wordsFor = (count: number): number => Math.ceil(count / BITS)

/** Some thousand cases of a trial as they are kept: one after another, by the day they happened and their fact. */
export type Block = {
  readonly count: number
  /** Sixteen bytes each: the recorded fact. */
  readonly ids: Buffer
  readonly keys: Uint16Array
  /** Two each, before and after, in fen. */
  readonly amounts: Float64Array
  /** Which conditions the document finds not met, which are open, and which facts are missing: a bit each. */
  readonly marks: Int32Array
}

export function newBlock(count: number, words: number): Block {
  return {
    count,
    ids: Buffer.alloc(count * 16),
    keys: new Uint16Array(count * WIDTH),
    amounts: new Float64Array(count * 2),
    marks: new Int32Array(count * words),
  }
}

export const hasMark = (marks: Int32Array, from: number, bit: number): boolean =>
  ((marks[from + Math.floor(bit / BITS)]! >> (bit % BITS)) & 1) === 1

export function setMark(marks: Int32Array, from: number, bit: number): void {
  marks[from + Math.floor(bit / BITS)]! |= 1 << (bit % BITS)
}

/** The nth of ids that stand one after another, sixteen bytes each. */
export const uuidAt = (ids: Buffer, at: number): string => {
  const hex = ids.toString('hex', at * 16, at * 16 + 16)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

/** The same, all of them and without their dashes. */
export function hexesOf(ids: Buffer, count: number): string[] {
  const hex = ids.toString('hex', 0, count * 16)
  return Array.from({ length: count }, (_, at) => hex.slice(at * 32, at * 32 + 32))
}
