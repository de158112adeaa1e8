import type { Answer, Parts } from '../deciding/decide.ts'
import { amountFill, GAP, MISSING } from './amount-blocks.ts'
import { BLOCK, FALSE, type Fill, OPEN, TRUE, verdictFill } from './blocks.ts'
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
export function simulate({ scope, conditions, steps }: Parts, reasons: readonly string[], columns: Columns): Outcomes {
  const { size } = columns
  const words = Array.from({ length: Math.ceil(reasons.length / BITS) }, () => 0)
  const outcomes = {
    kinds: new Uint8Array(size),
    fen: new Float64Array(size),
    reasons,
    failed: words.map(() => new Int32Array(size)),
    open: words.map(() => new Int32Array(size)),
  }
  const scopes = scope.map(({ node }) => verdictFill(node, columns))
  const verdicts = conditions.map(({ node }) => verdictFill(node, columns))
  const amountOf = amountFill(steps, columns)
  const [inScope, met, verdict, came] = [0, 1, 2, 3].map(() => new Uint8Array(BLOCK)) as [
    Uint8Array,
    Uint8Array,
    Uint8Array,
    Uint8Array,
  ]
  const fen = new Float64Array(BLOCK)
  for (let from = 0; from < size; from += BLOCK) {
    const count = Math.min(BLOCK, size - from)
    leastOf(scopes, from, count, inScope, verdict)
    met.fill(TRUE, 0, count)
    verdicts.forEach((fill, index) => {
      fill(from, count, verdict)
      lower(met, verdict, count)
      const [word, bit] = [Math.floor(index / BITS), 1 << (index % BITS)]
      mark(outcomes.failed[word]!, from, verdict, FALSE, bit, count)
      mark(outcomes.open[word]!, from, verdict, OPEN, bit, count)
    })
    amountOf(from, count, { fen, came })
    const last = reasons.length - 1
    mark(outcomes.failed[Math.floor(last / BITS)]!, from, came, GAP, 1 << (last % BITS), count)
    mark(outcomes.open[Math.floor(last / BITS)]!, from, came, MISSING, 1 << (last % BITS), count)
    for (let at = 0; at < count; at += 1) {
      const kind = kindOf(inScope[at]!, met[at]!, came[at]!)
      outcomes.kinds[from + at] = kind
      if (kind === ELIGIBLE) outcomes.fen[from + at] = fen[at]!
    }
  }
  return outcomes
}

/** As deciding: an unknown scope keeps the answer open even where a condition fails. */
function kindOf(inScope: number, met: number, came: number): number {
  if (inScope === FALSE) return NOT_APPLICABLE
  if (inScope === OPEN) return UNKNOWN
  if (met === FALSE || came === GAP) return INELIGIBLE
  return met === OPEN || came === MISSING ? UNKNOWN : ELIGIBLE
}

function leastOf(
  fills: readonly Fill<Uint8Array>[],
  from: number,
  count: number,
  least: Uint8Array,
  each: Uint8Array,
): void {
  least.fill(TRUE, 0, count)
  for (const fill of fills) {
    fill(from, count, each)
    lower(least, each, count)
  }
}

function lower(least: Uint8Array, each: Uint8Array, count: number): void {
  for (let at = 0; at < count; at += 1) if (each[at]! < least[at]!) least[at] = each[at]!
}

function mark(bits: Int32Array, from: number, said: Uint8Array, is: number, bit: number, count: number): void {
  for (let at = 0; at < count; at += 1) if (said[at] === is) bits[from + at]! |= bit
}
