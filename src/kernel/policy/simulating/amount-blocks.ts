import { FEN_LIMIT } from '../../values/public.ts'
import { type CompiledStep, movedBy, tooLarge } from '../deciding/amounts.ts'
import { type LimitOf, liftsOf } from '../deciding/decide.ts'
import { trims } from '../deciding/limits.ts'
import { readSlot } from '../deciding/slots.ts'
import { type Block, columnsOfSlots, fillOf, newBlock, OPEN, TRUE, verdictFill } from './blocks.ts'
import type { Columns } from './columns.ts'

/** How far the amount of a subject came: to a sum, to a fact that is missing, or to a step that has no rate for it. */
export const SUM = 0
export const MISSING = 1
export const GAP = 2

export type AmountBlock = { readonly fen: Block; readonly came: Uint8Array }

const LIMIT = Number(FEN_LIMIT)

/** What a step comes to by itself where a fact is missing. */
const NOT_KNOWN = Number.POSITIVE_INFINITY

/** The steps of an amount over a block of subjects: the same steps that a single decision takes, in their order. */
export function amountFill(steps: readonly CompiledStep[], limits: readonly LimitOf[], columns: Columns) {
  const each = [
    ...steps.map((step) => stepFill(step, columns)),
    ...limits.filter(({ of }) => trims(of.limit)).map((limit) => trimFill(limit, columns)),
  ]
  return (from: number, count: number, into: AmountBlock) => {
    into.fen.fill(0, 0, count)
    into.came.fill(SUM, 0, count)
    for (const take of each) take(from, count, into)
  }
}

function stepFill(each: CompiledStep, columns: Columns) {
  const { step, when, slots, own } = each
  const takenOf = when && verdictFill(when, columns)
  const ownOf = fillOf(columnsOfSlots(slots, columns), (facts) =>
    slots.some((slot) => readSlot(facts, slot).state === 'unknown') ? NOT_KNOWN : own(facts),
  )
  const [taken, owned] = [newBlock().fill(TRUE), newBlock()]
  return (from: number, count: number, { fen, came }: AmountBlock) => {
    takenOf?.(from, count, taken)
    ownOf(from, count, owned)
    for (let at = 0; at < count; at += 1) {
      const is = taken[at]!
      const mine = owned[at]!
      if (came[at] === GAP || is < OPEN) continue
      if (is === OPEN || mine === NOT_KNOWN) {
        came[at] = MISSING
        continue
      }
      const sum = fen[at]! + movedBy(each, fen[at]!, mine)
      if (sum >= LIMIT) throw tooLarge(step)
      if (Number.isNaN(sum)) came[at] = GAP
      else fen[at] = sum
    }
  }
}

/** What is left of a limit, where an exception does not lift it. */
function trimFill({ node, of }: LimitOf, columns: Columns) {
  const lifted = liftsOf(node).map((part) => verdictFill(part, columns))
  const leftOf = fillOf(columnsOfSlots(of.slots, columns), (facts) => {
    const found = of.find(facts)
    return found === 'unknown' || found.left === null ? Number.POSITIVE_INFINITY : Number(found.left)
  })
  const [left, lift] = [newBlock(), newBlock()]
  return (from: number, count: number, { fen }: AmountBlock) => {
    leftOf(from, count, left)
    for (const fill of lifted) {
      fill(from, count, lift)
      for (let at = 0; at < count; at += 1) if (lift[at] === TRUE) left[at] = Number.POSITIVE_INFINITY
    }
    for (let at = 0; at < count; at += 1) if (left[at]! < fen[at]!) fen[at] = left[at]!
  }
}
