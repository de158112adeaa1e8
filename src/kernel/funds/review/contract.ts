import { z } from 'zod'
import { endpoint, Id, named, None, SentenceShape } from '../../../platform/contract/public.ts'
import { ClaimParams } from '../claims/contract.ts'
import { CLAIM_STATUSES } from '../claims/rules.ts'

export const SeenContent = named(z.string().regex(/^[0-9a-f]{64}$/), '看到的内容摘要', 'hash of the content seen')

const Reasons = named(z.array(z.string().trim().min(1).max(500)).max(50), '理由', 'reasons')

/** A pass, or a return with all its reasons at once; either is of the content that was seen. */
export const GivenReviewBody = z.object({
  outcome: named(z.enum(['passed', 'returned']), '审核结果', 'outcome'),
  reasons: Reasons.default([]),
  contentSha256: SeenContent,
})

export const MinutesNumber = named(z.string().trim().min(1).max(60), '会议纪要编号', 'number of the minutes')

export const Reviewed = z.object({ status: z.enum(CLAIM_STATUSES) })

export const initialReview = endpoint({
  method: 'POST',
  path: '/claims/:claimId/initial-review',
  may: 'claim.initial-review',
  summary: 'Pass a claim on to the second review, or return it with all reasons',
  params: ClaimParams,
  query: None,
  body: GivenReviewBody,
  returns: Reviewed,
})

export const secondReview = endpoint({
  method: 'POST',
  path: '/claims/:claimId/second-review',
  may: 'claim.second-review',
  summary: 'Pass a claim on to its approval, or return it with all reasons',
  params: ClaimParams,
  query: None,
  body: GivenReviewBody,
  returns: Reviewed,
})

export const approval = endpoint({
  method: 'POST',
  path: '/claims/:claimId/approval',
  may: 'claim.approve',
  summary: 'Approve a claim and commit its money, or return it with all reasons',
  params: ClaimParams,
  query: None,
  body: GivenReviewBody.extend({ minutesNumber: MinutesNumber.optional() }),
  returns: Reviewed,
  fresh: true,
})

/** What the provider says of its claim, of the content that was seen. */
export const confirmClaim = endpoint({
  method: 'POST',
  path: '/claims/:claimId/confirmation',
  may: 'claim.confirm',
  summary: 'The provider confirms its claim, or says with all reasons what is wrong',
  params: ClaimParams,
  query: None,
  body: z.object({
    outcome: named(z.enum(['confirmed', 'declined']), '确认结果', 'outcome'),
    reasons: Reasons.default([]),
    contentSha256: SeenContent,
  }),
  returns: Reviewed,
})

const Colleague = z.object({ personId: Id, name: z.string(), post: SentenceShape })

export const reviewerChoices = endpoint({
  method: 'GET',
  path: '/claims/:claimId/second-reviewer/choices',
  may: 'claim.name-reviewer',
  summary: 'Who could be named for the second review, and who not and why',
  params: ClaimParams,
  query: None,
  body: None,
  returns: z.object({
    choices: z.array(Colleague),
    excluded: z.array(Colleague.extend({ why: SentenceShape })),
  }),
})

export const nameSecondReviewer = endpoint({
  method: 'POST',
  path: '/claims/:claimId/second-reviewer',
  may: 'claim.name-reviewer',
  summary: 'Where nobody can be drawn, name who gives the second review, with a reason',
  params: ClaimParams,
  query: None,
  body: z.object({
    personId: named(Id, '复核人', 'reviewer'),
    reason: named(z.string().trim().min(2).max(200), '理由', 'reason'),
  }),
  returns: z.object({}),
})

export const drawSecondReviewer = endpoint({
  method: 'POST',
  path: '/claims/:claimId/second-reviewer/draw',
  may: 'claim.draw-reviewer',
  summary: 'Draw again who gives the second review, where whoever was drawn cannot any more',
  params: ClaimParams,
  query: None,
  body: None,
  returns: z.object({ drawn: z.boolean() }),
})

export const sendBack = endpoint({
  method: 'POST',
  path: '/claims/:claimId/send-back',
  may: 'claim.send-back',
  summary: 'Send back an approved claim that is in no batch yet, with all reasons; its money is available again',
  params: ClaimParams,
  query: None,
  body: z.object({ reasons: Reasons, contentSha256: SeenContent }),
  returns: Reviewed,
})
