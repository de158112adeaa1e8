import { combined, evaluate, type Node, slotsRead } from '../deciding/conditions.ts'
import type { Slot } from '../deciding/slots.ts'
import type { Test } from '../deciding/comparisons.ts'
import type { Verdict } from '../deciding/trace.ts'
import type { Facts } from '../facts/facts.ts'
import type { Column, Columns } from './columns.ts'

/** Subjects are gone through so many at once: what one step leaves is still near when the next one reads it. */
export const BLOCK = 1024

/** Above so many combinations of values a table of all of them is not laid out; what occurs is remembered instead. */
const MOST_CELLS = 2 ** 16

/** False, unknown, true: in this order all of several is the least, and any of them the greatest. */
const VERDICTS = ['false', 'unknown', 'true'] as const satisfies readonly Verdict[]
export const FALSE = 0
export const OPEN = 1
export const TRUE = 2
const numberOf = (verdict: Verdict) => (verdict === 'false' ? FALSE : verdict === 'unknown' ? OPEN : TRUE)

/** A number for each subject of a block: a verdict's, or an amount. */
export type Block = Float64Array
export const newBlock = (): Block => new Float64Array(BLOCK)

/** Writes what it says of so many subjects from one on into a block. */
export type Fill = (from: number, count: number, into: Block) => void

export function columnsOfSlots(slots: readonly Slot[], columns: Columns): Column[] {
  return [...new Set(slots.map((slot) => slot.key))].map((key) => columns.of.get(key)!)
}

/** What is asked once of every combination of values that its facts can have; or of each that occurs, where they are many. */
export function fillOf(columns: readonly Column[], ask: (facts: Facts) => number): Fill {
  const cells = columns.reduce((product, { values }) => product * values.length, 1)
  if (columns.length > 1 && cells > MOST_CELLS) return rememberingFill(columns, ask)
  const table = Float64Array.from({ length: cells }, (_, cell) => ask(factsOfCell(columns, cell)))
  const [first, second, third] = columns
  if (!first) return (_, count, into) => void into.fill(table[0]!, 0, count)
  const { numbers } = first
  if (!second)
    return (from, count, into) => {
      for (let at = 0; at < count; at += 1) into[at] = table[numbers[from + at]!]!
    }
  const [width, others] = [second.values.length, second.numbers]
  if (columns.length === 2)
    return (from, count, into) => {
      for (let at = 0; at < count; at += 1) into[at] = table[numbers[from + at]! * width + others[from + at]!]!
    }
  if (columns.length === 3) {
    const [depth, lasts] = [third!.values.length, third!.numbers]
    return (from, count, into) => {
      for (let at = 0; at < count; at += 1) {
        const subject = from + at
        into[at] = table[(numbers[subject]! * width + others[subject]!) * depth + lasts[subject]!]!
      }
    }
  }
  return (from, count, into) => {
    writeCells(columns, from, count, into)
    for (let at = 0; at < count; at += 1) into[at] = table[into[at]!]!
  }
}

function rememberingFill(columns: readonly Column[], ask: (facts: Facts) => number): Fill {
  const known = new Map<number, number>()
  return (from, count, into) => {
    writeCells(columns, from, count, into)
    for (let at = 0; at < count; at += 1) {
      const cell = into[at]!
      let said = known.get(cell)
      if (said === undefined) known.set(cell, (said = ask(factsOfCell(columns, cell))))
      into[at] = said
    }
  }
}

/** Which combination of values each subject has. */
function writeCells(columns: readonly Column[], from: number, count: number, into: Block): void {
  into.fill(0, 0, count)
  for (const { numbers, values } of columns) {
    const width = values.length
    for (let at = 0; at < count; at += 1) into[at] = into[at]! * width + numbers[from + at]!
  }
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

/** What a condition says, by its facts alone. */
export const verdictUnderFacts = (node: Node) => (facts: Facts) =>
  numberOf(evaluate(node, (test: Test) => test.verdict(facts)))

/** The verdicts of a condition: by its facts' values where these are few enough, else by those of its parts. */
export function verdictFill(node: Node, columns: Columns): Fill {
  const own = columnsOfNode(node, columns)
  const cells = own.reduce((product, { values }) => product * values.length, 1)
  if (node.kind === 'test' || own.length === 1 || cells <= MOST_CELLS) return fillOf(own, verdictUnderFacts(node))
  const parts = node.parts.map((part) => verdictFill(part, columns))
  const blocks = parts.map(newBlock)
  const known = new Map<string, number>()
  return (from, count, into) => {
    parts.forEach((part, index) => part(from, count, blocks[index]!))
    for (let at = 0; at < count; at += 1) {
      let key = ''
      for (const block of blocks) key += block[at]!
      let said = known.get(key)
      if (said === undefined) {
        const verdicts = blocks.map((block) => VERDICTS[block[at]!]!)
        known.set(key, (said = numberOf(combined(node, verdicts))))
      }
      into[at] = said
    }
  }
}

export function columnsOfNode(node: Node, columns: Columns): Column[] {
  return columnsOfSlots(slotsRead(node), columns)
}
