import { z } from 'zod'
import { endpoint, Id, None } from '../../../platform/contract/public.ts'
import { CLAIM_STATUSES } from '../claims/rules.ts'

const Sha256Text = z.string().regex(/^[0-9a-f]{64}$/)

/** A pass, or a return with all its reasons at once; either is of the content that was seen. */
export const GivenReviewBody = z.object({
  outcome: z.enum(['passed', 'returned']),
  reasons: z.array(z.string().trim().min(1).max(500)).max(50).default([]),
  contentSha256: Sha256Text,
})

const Reviewed = z.object({ status: z.enum(CLAIM_STATUSES) })

export const initialReview = endpoint({
  method: 'POST',
  path: '/claims/:claimId/initial-review',
  may: 'claim.initial-review',
  summary: 'Pass a claim on to the second review, or return it with all reasons',
  params: z.object({ claimId: Id }),
  query: None,
  body: GivenReviewBody,
  returns: Reviewed,
})

export const secondReview = endpoint({
  method: 'POST',
  path: '/claims/:claimId/second-review',
  may: 'claim.second-review',
  summary: 'Approve a claim and commit its money, or return it with all reasons',
  params: z.object({ claimId: Id }),
  query: None,
  body: GivenReviewBody,
  returns: Reviewed,
})
