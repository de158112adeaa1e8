import { combined, evaluate, type Node } from '../deciding/conditions.ts'
import type { Slot } from '../deciding/slots.ts'
import type { Test } from '../deciding/comparisons.ts'
import type { Verdict } from '../deciding/trace.ts'
import type { Facts } from '../facts/facts.ts'
import type { Column, Columns } from './columns.ts'

/** Subjects are gone through so many at once: what one step leaves is still near when the next one reads it. */
export const BLOCK = 2048

/** Above so many combinations of values a table of all of them is not laid out; what occurs is remembered instead. */
const MOST_CELLS = 2 ** 16

/** False, unknown, true: in this order all of several is the least, and any of them the greatest. */
export const VERDICTS = ['false', 'unknown', 'true'] as const satisfies readonly Verdict[]
export const FALSE = 0
export const OPEN = 1
export const TRUE = 2
const numberOf = (verdict: Verdict) => (verdict === 'false' ? FALSE : verdict === 'unknown' ? OPEN : TRUE)

/** Writes what it says of the subjects from one on into a block, as many as the block is told to hold. */
export type Fill<Block> = (from: number, count: number, into: Block) => void

export function columnsOfSlots(slots: readonly Slot[], columns: Columns): Column[] {
  return [...new Set(slots.map((slot) => slot.key))].map((key) => columns.of.get(key)!)
}

function slotsOf(node: Node): readonly Slot[] {
  return node.kind === 'test' ? node.slots : node.parts.flatMap(slotsOf)
}

function cellCount(columns: readonly Column[]): number {
  return columns.reduce((cells, { values }) => cells * values.length, 1)
}

/** The facts of one combination of values. */
function factsOfCell(columns: readonly Column[], cell: number): Facts {
  const facts: Record<string, Facts[string]> = {}
  let rest = cell
  for (const { slot, values } of columns.toReversed()) {
    facts[slot.key] = values[rest % values.length]!
    rest = Math.floor(rest / values.length)
  }
  return facts
}

/** Something asked once of every combination of values that its facts can have, or of each that occurs where they are many. */
export function fillOf<Block extends Uint8Array | Float64Array>(
  columns: readonly Column[],
  tableOf: (cells: number) => Block,
  ask: (facts: Facts) => number,
): Fill<Block> {
  const cells = cellCount(columns)
  if (columns.length > 1 && cells > MOST_CELLS)
    return rememberingFill(columns, (cell) => ask(factsOfCell(columns, cell)))
  const table = tableOf(cells)
  for (let cell = 0; cell < cells; cell += 1) table[cell] = ask(factsOfCell(columns, cell))
  return tableFill(columns, table)
}

function tableFill<Block extends Uint8Array | Float64Array>(columns: readonly Column[], table: Block): Fill<Block> {
  const [first, second] = columns
  if (!first) return (_, count, into) => void into.fill(table[0]!, 0, count)
  const { numbers } = first
  if (columns.length === 1)
    return (from, count, into) => {
      for (let at = 0; at < count; at += 1) into[at] = table[numbers[from + at]!]!
    }
  if (columns.length === 2) {
    const [width, others] = [second!.values.length, second!.numbers]
    return (from, count, into) => {
      for (let at = 0; at < count; at += 1) into[at] = table[numbers[from + at]! * width + others[from + at]!]!
    }
  }
  const cell = cellsFill(columns)
  const cells = new Float64Array(BLOCK)
  return (from, count, into) => {
    cell(from, count, cells)
    for (let at = 0; at < count; at += 1) into[at] = table[cells[at]!]!
  }
}

function rememberingFill<Block extends Uint8Array | Float64Array>(
  columns: readonly Column[],
  ask: (cell: number) => number,
): Fill<Block> {
  const known = new Map<number, number>()
  const cell = cellsFill(columns)
  const cells = new Float64Array(BLOCK)
  return (from, count, into) => {
    cell(from, count, cells)
    for (let at = 0; at < count; at += 1) {
      const key = cells[at]!
      let said = known.get(key)
      if (said === undefined) known.set(key, (said = ask(key)))
      into[at] = said
    }
  }
}

/** Which combination of values each subject has. */
function cellsFill(columns: readonly Column[]): Fill<Float64Array> {
  return (from, count, into) => {
    into.fill(0, 0, count)
    for (const { numbers, values } of columns) {
      const width = values.length
      for (let at = 0; at < count; at += 1) into[at] = into[at]! * width + numbers[from + at]!
    }
  }
}

/** The verdicts of a condition: by its facts' values where these are few enough, else by those of its parts. */
export function verdictFill(node: Node, columns: Columns): Fill<Uint8Array> {
  const own = columnsOfSlots(slotsOf(node), columns)
  if (node.kind === 'test' || cellCount(own) <= MOST_CELLS)
    return fillOf<Uint8Array>(
      own,
      (cells) => new Uint8Array(cells),
      (facts) => numberOf(evaluate(node, (test: Test) => test.verdict(facts))),
    )
  const parts = node.parts.map((part) => verdictFill(part, columns))
  const blocks = parts.map(() => new Uint8Array(BLOCK))
  const known = new Map<number | string, number>()
  const keyAt = parts.length <= MOST_PARTS ? (at: number) => numberKey(blocks, at) : (at: number) => textKey(blocks, at)
  return (from, count, into) => {
    parts.forEach((part, index) => part(from, count, blocks[index]!))
    for (let at = 0; at < count; at += 1) {
      const key = keyAt(at)
      let said = known.get(key)
      if (said === undefined) {
        const verdicts = blocks.map((block) => VERDICTS[block[at]!]!)
        known.set(key, (said = numberOf(combined(node, verdicts))))
      }
      into[at] = said
    }
  }
}

/** So many verdicts of three kinds have a whole number of their own. */
const MOST_PARTS = 33

function numberKey(blocks: readonly Uint8Array[], at: number): number {
  let key = 0
  for (const block of blocks) key = key * VERDICTS.length + block[at]!
  return key
}

function textKey(blocks: readonly Uint8Array[], at: number): string {
  return blocks.map((block) => block[at]).join('')
}
