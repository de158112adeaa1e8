import type { ClaimAct, ClaimStatus } from '../claims/rules.ts'

export const REVIEW_DUTIES = ['initial-review', 'second-review', 'approval'] as const
export type ReviewDuty = (typeof REVIEW_DUTIES)[number]

/** Each review: the claims that wait for it, who may give it, and what a pass is. Approving commits the money. */
export const REVIEWS = {
  'initial-review': { of: 'confirmed', may: 'claim.initial-review', pass: 'initial-pass' },
  'second-review': { of: 'first-passed', may: 'claim.second-review', pass: 'second-pass' },
  approval: { of: 'second-passed', may: 'claim.approve', pass: 'approve' },
} as const satisfies Record<ReviewDuty, { of: ClaimStatus; may: string; pass: ClaimAct }>

/** What the provider says of its claim, before anybody reviews it. */
export const CONFIRMING = { of: 'assembled', may: 'claim.confirm' } as const satisfies { of: ClaimStatus; may: string }

/** The steps of a claim that wait for somebody, in their order. */
export const CLAIM_STEPS = ['confirmation', ...REVIEW_DUTIES] as const
export type ClaimStep = (typeof CLAIM_STEPS)[number]

/** The review a claim waits for; undefined when it waits for none. */
export function reviewAwaited(status: ClaimStatus): ReviewDuty | undefined {
  return REVIEW_DUTIES.find((duty) => REVIEWS[duty].of === status)
}

/** What a claim waits for: its provider's word, or a review. */
export function stepAwaited(status: ClaimStatus): ClaimStep | undefined {
  return status === CONFIRMING.of ? 'confirmation' : reviewAwaited(status)
}

/** The states from which a review may return a claim: whoever reviews first may also return one that nobody confirms. */
export function returnsFrom(duty: ReviewDuty): readonly ClaimStatus[] {
  return duty === 'initial-review' ? [CONFIRMING.of, REVIEWS[duty].of] : [REVIEWS[duty].of]
}

/** The way back of an approved claim that is in no batch yet: who may take it. It is no review, and no claim waits for it. */
export const SENDING_BACK: { readonly from: readonly ClaimStatus[]; readonly may: 'claim.send-back' } = {
  from: ['approved', 'published', 'payable'],
  may: 'claim.send-back',
}
