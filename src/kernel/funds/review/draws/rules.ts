/** Which of the candidates, in their order, a number drawn at random falls on. */
export function nthOf<T>(candidates: readonly T[], drawn: bigint): T | undefined {
  return candidates.length === 0 ? undefined : candidates[Number(drawn % BigInt(candidates.length))]
}

/** Why a claim's newest draw no longer holds, or must be made; null where it holds. */
export function whyAgain(facts: {
  /** Whether there is a draw at all. */
  readonly isDrawn: boolean
  /** Whether it chose somebody. */
  readonly hasSomebody: boolean
  /** Whether the chosen may still give the review: permitted, at work, nothing else in hand. */
  readonly stillMay: boolean
  /** How many could be drawn now. */
  readonly candidates: number
}): 'first' | 'cannot-any-more' | 'somebody-again' | null {
  if (!facts.isDrawn) return 'first'
  if (facts.hasSomebody) return facts.stillMay ? null : 'cannot-any-more'
  return facts.candidates > 0 ? 'somebody-again' : null
}
