import type { Credit } from '../attendance/rules.ts'
import { type Ratio, reaches } from '../completion/ratio.ts'

/** A sign that was amended: what it counted as, what it counts as, and whose word the confirmation was. */
export type Corrected = {
  readonly signId: string
  readonly was: Credit
  readonly becomes: Credit
  readonly side: 'instructor' | 'bureau'
}

export type CorrectionTerms = {
  /** The greatest share of all signs that may have been corrected. */
  readonly most: Ratio
  /** The kinds of being there that the county credits. */
  readonly credits: (credit: Credit) => boolean
  /** Whether the provider itself is paid for who attended. */
  readonly providerGains: boolean
}

export type Corrections = {
  readonly count: number
  readonly isTooMuch: boolean
  /** Corrections to the gain of whoever proposed and confirmed them. */
  readonly gaining: readonly Corrected[]
}

/**
 * What corrections come to: how many of all signs, and how many make attendance count at the word of the provider's side
 * alone where the provider is paid for it.
 */
export function correctionsOf(
  corrected: readonly Corrected[],
  typedOverLive: number,
  allSigns: number,
  terms: CorrectionTerms,
): Corrections {
  const count = new Set(corrected.map(({ signId }) => signId)).size + typedOverLive
  const { numerator, denominator } = terms.most
  const share = { numerator: count, denominator: Math.max(1, allSigns) }
  // More than the line: it is reached, and is not just it.
  const isTooMuch = reaches(share, terms.most) && count * denominator !== numerator * share.denominator
  const gaining = corrected.filter(
    ({ was, becomes, side }) =>
      terms.providerGains && side === 'instructor' && terms.credits(becomes) && !terms.credits(was),
  )
  return { count, isTooMuch, gaining }
}
