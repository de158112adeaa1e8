import type { ClaimAct, ClaimStatus } from '../claims/rules.ts'

export const REVIEW_DUTIES = ['initial-review', 'second-review'] as const
export type ReviewDuty = (typeof REVIEW_DUTIES)[number]

/** Each review: the claims that wait for it, who may give it, and what a pass is. */
export const REVIEWS = {
  'initial-review': { of: 'assembled', may: 'claim.initial-review', pass: 'initial-pass' },
  'second-review': { of: 'first-passed', may: 'claim.second-review', pass: 'second-pass' },
} as const satisfies Record<ReviewDuty, { of: ClaimStatus; may: string; pass: ClaimAct }>

/** The review a claim waits for; undefined when it waits for none. */
export function reviewAwaited(status: ClaimStatus): ReviewDuty | undefined {
  return REVIEW_DUTIES.find((duty) => REVIEWS[duty].of === status)
}

/** The way back of an approved claim that is in no batch yet: who may take it. It is no review, and no claim waits for it. */
export const SENDING_BACK = { of: 'approved', may: 'claim.send-back' } as const satisfies {
  of: ClaimStatus
  may: string
}
