import { FEN_LIMIT } from '../../values/public.ts'
import { type CompiledStep, movedBy, tooLarge } from '../deciding/amounts.ts'
import { liftsOf, type Node } from '../deciding/conditions.ts'
import type { Cut, Cutting } from '../deciding/limits.ts'
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
export function amountFill(steps: readonly CompiledStep[], cutting: readonly Cutting[], columns: Columns) {
  const each = [
    ...steps.map((step) => stepFill(step, columns)),
    ...cutting.flatMap((each) => (each.of.cut ? [cutFill(each.node, each.of.cut, columns)] : [])),
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

/** What is taken off after the steps, where an exception does not lift it. */
function cutFill(node: Node, cut: Cut, columns: Columns) {
  const lifted = liftsOf(node).map((part) => verdictFill(part, columns))
  const ownOf = fillOf(columnsOfSlots(cut.slots, columns), cut.own)
  const [own, lift, isLifted] = [newBlock(), newBlock(), newBlock()]
  return (from: number, count: number, { fen, came }: AmountBlock) => {
    ownOf(from, count, own)
    isLifted.fill(0, 0, count)
    for (const fill of lifted) {
      fill(from, count, lift)
      for (let at = 0; at < count; at += 1) if (lift[at] === TRUE) isLifted[at] = 1
    }
    for (let at = 0; at < count; at += 1)
      if (isLifted[at] === 0 && came[at] === SUM) fen[at]! += movedBy(cut, fen[at]!, own[at]!)
  }
}
