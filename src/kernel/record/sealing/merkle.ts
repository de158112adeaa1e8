import { hash } from 'node:crypto'

/*
 * The Merkle tree of RFC 6962 (and 9162): a leaf is hashed with 0x00 before it, a node with 0x01, so that neither can be
 * taken for the other; an unbalanced tree is split at the largest power of two below its size.
 */

export function leafHash(content: string | Uint8Array): Buffer {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content
  if (bytes.length >= leaf.length) leaf = Buffer.alloc(2 * bytes.length)
  leaf.set(bytes, 1)
  return sha256(leaf.subarray(0, 1 + bytes.length))
}

export function nodeHash(left: Uint8Array, right: Uint8Array): Buffer {
  node.set(left, 1)
  node.set(right, 33)
  return sha256(node)
}

/* What is hashed, its first byte before it, in one piece. */
let leaf = Buffer.alloc(4_096, 0)
const node = Buffer.alloc(65, 1)

/** In one call and by way of text: a hash object or a memory block each is what a million of them spend most time on. */
const sha256 = (bytes: Uint8Array) => Buffer.from(hash('sha256', bytes, 'binary'), 'binary')

/** The root of a tree without leaves. */
export const EMPTY_ROOT: Buffer = sha256(Buffer.alloc(0))

/** Whole subtrees of this many levels are kept, so that a proof reads hundreds of hashes and not all. */
export const LEVELS_KEPT = 8

export type Subtree = { readonly level: number; readonly nth: number; readonly hash: Buffer }

/** A tree that only grows: of what is in it, only the whole subtrees along its edge are held (one for each bit of its size). */
export class GrowingTree {
  size: number
  private readonly edge: Buffer[]

  constructor(size = 0, frontier: Uint8Array = Buffer.alloc(0)) {
    this.size = size
    this.edge = []
    for (let at = 0; at < frontier.length; at += 32) this.edge.push(Buffer.from(frontier.subarray(at, at + 32)))
    if (this.edge.length !== ones(size))
      throw new RangeError(`a tree of ${size} leaves has not ${this.edge.length} edges`)
  }

  /** Adds a leaf by its hash; answers the subtrees that it made whole and that are kept. */
  add(leaf: Buffer): Subtree[] {
    const whole: Subtree[] = []
    let hash = leaf
    let nth = this.size
    for (let level = 1; nth % 2 === 1; level += 1) {
      hash = nodeHash(this.edge.pop()!, hash)
      nth = (nth - 1) / 2
      if (level % LEVELS_KEPT === 0) whole.push({ level, nth, hash })
    }
    this.edge.push(hash)
    this.size += 1
    return whole
  }

  get root(): Buffer {
    return this.edge.length === 0 ? EMPTY_ROOT : this.edge.reduceRight((right, left) => nodeHash(left, right))
  }

  get frontier(): Buffer {
    return Buffer.concat(this.edge)
  }
}

function ones(size: number): number {
  let count = 0
  for (let rest = size; rest > 0; rest = Math.floor(rest / 2)) count += rest % 2
  return count
}

/** The hash over the leaves from `start` up to, not including, `end`. */
export type RangeHash = (start: number, end: number) => Promise<Buffer>

/** The largest power of two below a number above one. */
export function splitOf(count: number): number {
  let power = 1
  while (power * 2 < count) power *= 2
  return power
}

/** The hashes that lead from a leaf to the root of the first `size` leaves, from the leaf upwards. */
export async function inclusionPath(position: number, size: number, hashOf: RangeHash): Promise<Buffer[]> {
  if (position < 0 || position >= size) throw new RangeError(`no leaf ${position} among ${size}`)
  const path: Buffer[] = []
  let [start, end] = [0, size]
  while (end - start > 1) {
    const middle = start + splitOf(end - start)
    const isLeft = position < middle
    path.push(isLeft ? await hashOf(middle, end) : await hashOf(start, middle))
    if (isLeft) end = middle
    else start = middle
  }
  return path.reverse()
}

/** Whether a leaf stands at its position under this root. */
export function isIncluded(
  leaf: Uint8Array,
  { position, size, path, root }: { position: number; size: number; path: readonly Uint8Array[]; root: Uint8Array },
): boolean {
  if (position < 0 || position >= size) return false
  let [nth, last] = [position, size - 1]
  let hash: Buffer = Buffer.from(leaf)
  for (const other of path) {
    if (last === 0) return false
    if (nth % 2 === 1 || nth === last) {
      hash = nodeHash(other, hash)
      while (nth % 2 === 0 && nth !== 0) [nth, last] = [Math.floor(nth / 2), Math.floor(last / 2)]
    } else {
      hash = nodeHash(hash, other)
    }
    ;[nth, last] = [Math.floor(nth / 2), Math.floor(last / 2)]
  }
  return last === 0 && hash.equals(root)
}

/** The hashes that show that the first `from` of `to` leaves are what they were when there were `from`. */
export async function consistencyPath(from: number, to: number, hashOf: RangeHash): Promise<Buffer[]> {
  if (from < 1 || from > to) throw new RangeError(`a tree does not grow from ${from} to ${to}`)
  const below = async (start: number, end: number, known: number, isWhole: boolean): Promise<Buffer[]> => {
    if (known === end - start) return isWhole ? [] : [await hashOf(start, end)]
    const split = splitOf(end - start)
    const middle = start + split
    return known <= split
      ? [...(await below(start, middle, known, isWhole)), await hashOf(middle, end)]
      : [...(await below(middle, end, known - split, false)), await hashOf(start, middle)]
  }
  return below(0, to, from, true)
}

/** Whether the tree of `to` leaves grew from that of `from`, by RFC 9162, 2.1.4.2. */
export function isConsistent(older: Head, newer: Head, path: readonly Uint8Array[]): boolean {
  const [from, to] = [older.size, newer.size]
  if (from < 1 || from > to) return false
  if (from === to) return path.length === 0 && Buffer.from(older.root).equals(newer.root)
  const hashes = Number.isInteger(Math.log2(from)) ? [older.root, ...path] : [...path]
  const first = hashes.shift()
  if (!first) return false
  let [nth, last] = [from - 1, to - 1]
  while (nth % 2 === 1) [nth, last] = [Math.floor(nth / 2), Math.floor(last / 2)]
  let [before, after]: [Buffer, Buffer] = [Buffer.from(first), Buffer.from(first)]
  for (const hash of hashes) {
    if (last === 0) return false
    if (nth % 2 === 1 || nth === last) {
      before = nodeHash(hash, before)
      after = nodeHash(hash, after)
      while (nth % 2 === 0 && nth !== 0) [nth, last] = [Math.floor(nth / 2), Math.floor(last / 2)]
    } else {
      after = nodeHash(after, hash)
    }
    ;[nth, last] = [Math.floor(nth / 2), Math.floor(last / 2)]
  }
  return last === 0 && before.equals(older.root) && after.equals(newer.root)
}

export type Head = { readonly size: number; readonly root: Uint8Array }
