import { FEN_LIMIT } from '../../values/public.ts'
import { type CompiledStep, tooLarge } from '../deciding/amounts.ts'
import { readSlot } from '../deciding/slots.ts'
import { BLOCK, columnsOfSlots, type Fill, fillOf, OPEN, TRUE, verdictFill } from './blocks.ts'
import type { Columns } from './columns.ts'

/** How far the amount of a subject came: to a sum, to a fact that is missing, or to a step that has no rate for it. */
export const SUM = 0
export const MISSING = 1
export const GAP = 2

export type AmountBlock = { readonly fen: Float64Array; readonly came: Uint8Array }

const LIMIT = Number(FEN_LIMIT)

/* What a step comes to by itself, where it is no amount. */
const NO_AMOUNT = Number.NaN
const NOT_KNOWN = Number.POSITIVE_INFINITY

/** The steps of an amount over a block of subjects: the same steps that a single decision takes, in their order. */
export function amountFill(steps: readonly CompiledStep[], columns: Columns) {
  const each = steps.map((step) => stepFill(step, columns))
  return (from: number, count: number, into: AmountBlock) => {
    into.fen.fill(0, 0, count)
    into.came.fill(SUM, 0, count)
    for (const take of each) take(from, count, into)
  }
}

function stepFill({ step, when, slots, own, move }: CompiledStep, columns: Columns): Fill<AmountBlock> {
  const takenOf = when && verdictFill(when, columns)
  const ownOf = fillOf(
    columnsOfSlots(slots, columns),
    (cells) => new Float64Array(cells),
    (facts) => {
      if (slots.some((slot) => readSlot(facts, slot).state === 'unknown')) return NOT_KNOWN
      return own(facts) ?? NO_AMOUNT
    },
  )
  const taken = new Uint8Array(BLOCK).fill(TRUE)
  const owned = new Float64Array(BLOCK)
  return (from, count, { fen, came }) => {
    takenOf?.(from, count, taken)
    ownOf(from, count, owned)
    for (let at = 0; at < count; at += 1) {
      const [is, mine] = [taken[at]!, owned[at]!]
      if (came[at] === GAP || is < OPEN) continue
      if (is === OPEN || mine === NOT_KNOWN) came[at] = MISSING
      else {
        const by = move(fen[at]!, Number.isNaN(mine) ? null : mine)
        if (by === null) came[at] = GAP
        else if ((fen[at]! += by) >= LIMIT) throw tooLarge(step)
      }
    }
  }
}
