import type { Node } from '../deciding/conditions.ts'
import { AMOUNT, type Answer, type Parts } from '../deciding/decide.ts'
import { amountFill, GAP, MISSING } from './amount-blocks.ts'
import {
  type Block,
  BLOCK,
  columnsOfNode,
  FALSE,
  type Fill,
  newBlock,
  OPEN,
  TRUE,
  verdictFill,
  verdictUnderFacts,
} from './blocks.ts'
import type { Columns } from './columns.ts'

/** The answers, each by its number. */
export const KINDS = ['notApplicable', 'ineligible', 'unknown', 'eligible'] as const satisfies readonly Answer['kind'][]
const NOT_APPLICABLE = 0
const INELIGIBLE = 1
const UNKNOWN = 2
const ELIGIBLE = 3

/** The answers to many subjects, each the answer that deciding about the subject alone gives. */
export type Outcomes = {
  readonly kinds: Uint8Array
  /** What is effectively paid, in whole fen; nothing where the answer is not that it is. */
  readonly fen: Float64Array
  /** Which reasons there are in all: the conditions in their order, then the amount. */
  readonly reasons: readonly string[]
  /** For every 31 reasons one list: a subject's bits say which are not met, or not known yet. */
  readonly failed: readonly Int32Array[]
  readonly open: readonly Int32Array[]
}

/** Bits that a whole number has without its sign. */
const BITS = 31

/** Decides about all of them by the compiled pack that decides about one, without a word about why. */
export function simulate({ scope, required, limits, stacking, steps }: Parts, columns: Columns): Outcomes {
  const reasons = [...required.map(({ condition }) => condition.id), AMOUNT]
  const { size } = columns
  const listed = () => Array.from({ length: Math.ceil(reasons.length / BITS) }, () => new Int32Array(size))
  const outcomes = {
    kinds: new Uint8Array(size),
    fen: new Float64Array(size),
    reasons,
    failed: listed(),
    open: listed(),
  }
  const marks = [...required.entries()].map(([index, { node }]) => marking(node, index, columns))
  const inScope = leastOf(scope.map(({ node }) => verdictFill(node, columns)))
  const amountOf = amountFill(steps, stacking ? [...limits, stacking] : limits, columns)
  const [within, fen, came] = [newBlock(), newBlock(), new Uint8Array(BLOCK)]
  const last = reasons.length - 1
  for (let from = 0; from < size; from += BLOCK) {
    const count = Math.min(BLOCK, size - from)
    for (const mark of marks) mark(from, count, outcomes)
    inScope(from, count, within)
    amountOf(from, count, { fen, came })
    conclude(outcomes, from, count, { within, fen, came, last })
  }
  return outcomes
}

type Marking = (from: number, count: number, into: Pick<Outcomes, 'failed' | 'open'>) => void

/** Sets the bit of a condition where it is not met, or not known yet. */
function marking(node: Node, index: number, columns: Columns): Marking {
  const own = columnsOfNode(node, columns)
  const [word, bit] = [Math.floor(index / BITS), 1 << (index % BITS)]
  const bitIf = (said: number, is: number) => (said === is ? bit : 0)
  if (own.length === 1) {
    const { slot, values, numbers } = own[0]!
    const said = values.map((value) => verdictUnderFacts(node)({ [slot.key]: value }))
    const fails = Int32Array.from(said, (each) => bitIf(each, FALSE))
    const opens = Int32Array.from(said, (each) => bitIf(each, OPEN))
    return (from, count, { failed, open }) => orInto(failed[word]!, open[word]!, { numbers, fails, opens }, from, count)
  }
  const [fill, block] = [verdictFill(node, columns), newBlock()]
  return (from, count, { failed, open }) => {
    fill(from, count, block)
    const [fails, opens] = [failed[word]!, open[word]!]
    for (let at = 0; at < count; at += 1) {
      fails[from + at]! |= bitIf(block[at]!, FALSE)
      opens[from + at]! |= bitIf(block[at]!, OPEN)
    }
  }
}

type BitTables = { readonly numbers: Uint32Array; readonly fails: Int32Array; readonly opens: Int32Array }

function orInto(
  failed: Int32Array,
  open: Int32Array,
  { numbers, fails, opens }: BitTables,
  from: number,
  count: number,
) {
  for (let at = from; at < from + count; at += 1) {
    const number = numbers[at]!
    failed[at]! |= fails[number]!
    open[at]! |= opens[number]!
  }
}

function leastOf(fills: readonly Fill[]): Fill {
  const each = newBlock()
  return (from, count, least) => {
    least.fill(TRUE, 0, count)
    for (const fill of fills) {
      fill(from, count, each)
      for (let at = 0; at < count; at += 1) if (each[at]! < least[at]!) least[at] = each[at]!
    }
  }
}

type Seen = { readonly within: Block; readonly fen: Block; readonly came: Uint8Array; readonly last: number }

/** The answers of a block. As deciding: an unknown scope keeps the answer open even where a condition fails. */
function conclude(outcomes: Outcomes, from: number, count: number, { within, fen, came, last }: Seen): void {
  const { kinds, failed, open } = outcomes
  const [word, bit] = [Math.floor(last / BITS), 1 << (last % BITS)]
  const [fails, opens] = [failed[word]!, open[word]!]
  for (let at = 0; at < count; at += 1) {
    if (came[at] === GAP) fails[from + at]! |= bit
    if (came[at] === MISSING) opens[from + at]! |= bit
  }
  for (let at = 0; at < count; at += 1) kinds[from + at] = kindOf(within[at]!, fails[from + at]!, opens[from + at]!)
  for (let other = 0; other < word; other += 1)
    for (let at = 0; at < count; at += 1)
      kinds[from + at] = Math.min(
        kinds[from + at]!,
        kindOf(within[at]!, failed[other]![from + at]!, open[other]![from + at]!),
      )
  for (let at = 0; at < count; at += 1) if (kinds[from + at] === ELIGIBLE) outcomes.fen[from + at] = fen[at]!
}

function kindOf(within: number, fails: number, opens: number): number {
  if (within === FALSE) return NOT_APPLICABLE
  if (within === OPEN) return UNKNOWN
  if (fails !== 0) return INELIGIBLE
  return opens === 0 ? ELIGIBLE : UNKNOWN
}
