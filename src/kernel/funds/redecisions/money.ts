import type { ClaimStatus } from '../claims/rules.ts'

/** One line by which a person was given money under a scheme, in a claim that was not returned. */
export type MoneyLine = {
  readonly lineId: string
  readonly decisionId: string
  readonly amountFen: bigint
  readonly claim: { readonly id: string; readonly number: string; readonly status: ClaimStatus }
  /** Dropped for good: two people excluded the person, and nothing of it is paid. */
  readonly dropped: boolean
  /** The payment that lives. */
  readonly payment: { readonly id: string; readonly reference: string; readonly status: string } | null
  /** What was proposed or ordered to be paid back of it. */
  readonly recoveredFen: bigint
}

/** What one payment is to give back. */
export type GivenBack = {
  readonly paymentId: string
  readonly claimId: string
  readonly fen: bigint
  readonly paymentFen: bigint
  readonly beforeFen: bigint
}

/** What the last decision of a chain still asks of the money. */
export type Difference =
  | { readonly kind: 'none' | 'not-known' }
  /** A line by an earlier decision is not paid yet: the claim is put right first. */
  | { readonly kind: 'waits'; readonly claim: MoneyLine['claim'] }
  | { readonly kind: 'more'; readonly fen: bigint }
  | { readonly kind: 'less'; readonly fen: bigint; readonly from: readonly GivenBack[] }

/** What left, or is on its way: every line but the dropped, less what is to come back. */
export function movedFen(lines: readonly MoneyLine[]): bigint {
  return lines.reduce((sum, line) => (line.dropped ? sum : sum + line.amountFen - line.recoveredFen), 0n)
}

/**
 * The last decision's amount beside what has moved. An answer that is not known yet asks for nothing; one that is no gives
 * everything back. The newest payment gives back first.
 */
export function differenceOf(
  head: { readonly id: string; readonly answer: string; readonly effectiveFen: bigint },
  lines: readonly MoneyLine[],
): Difference {
  if (head.answer === 'not-known') return { kind: 'not-known' }
  const live = lines.filter(({ dropped }) => !dropped)
  const stale = live.find(({ payment, decisionId }) => payment?.status !== 'paid' && decisionId !== head.id)
  if (stale) return { kind: 'waits', claim: stale.claim }
  const fen = head.effectiveFen - movedFen(lines)
  if (fen === 0n) return { kind: 'none' }
  if (fen > 0n) return { kind: 'more', fen }
  const unpaid = live.find(({ payment }) => payment?.status !== 'paid')
  if (unpaid) return { kind: 'waits', claim: unpaid.claim }
  return { kind: 'less', fen: -fen, from: givenBack(live, -fen) }
}

function givenBack(lines: readonly MoneyLine[], fen: bigint): GivenBack[] {
  let left = fen
  return lines.toReversed().flatMap(({ payment, amountFen, recoveredFen, claim }) => {
    const most = amountFen - recoveredFen
    const back = left < most ? left : most
    if (!payment || back <= 0n) return []
    left -= back
    const of = { paymentId: payment.id, claimId: claim.id, paymentFen: amountFen, beforeFen: recoveredFen }
    return [{ ...of, fen: back }]
  })
}
