import { type ConstraintWords, type Route, route } from '../../../platform/http/public.ts'
import { whoOf } from '../../access/public.ts'
import { words } from '../claims/words.ts'
import { approvalConstraintWords, approvalRoutes } from './approval/routes.ts'
import { giveConfirmation } from './confirm.ts'
import {
  approval,
  confirmClaim,
  drawSecondReviewer,
  initialReview,
  nameSecondReviewer,
  reviewerChoices,
  secondReview,
  sendBack as sendBackEndpoint,
} from './contract.ts'
import { drawAgain, nameable, nameReviewer } from './draws/draw.ts'
import { giveReview } from './give-review.ts'
import { sendBack } from './send-back.ts'

export const reviewConstraintWords: ConstraintWords = {
  one_person_one_duty_on_a_claim: words.oneDuty,
  each_duty_once_on_a_claim: words.reviewedAlready,
  one_confirmation_a_claim: words.confirmedAlready,
  ...approvalConstraintWords,
}

export function reviewRoutes(): Route[] {
  return [
    ...approvalRoutes(),
    route(initialReview, async ({ tx, actor, params, body, now }) => {
      const given = { ...body, claimId: params.claimId, seenSha256: body.contentSha256, actor, now }
      return { status: await giveReview(tx, { ...given, duty: 'initial-review' }) }
    }),
    route(secondReview, async ({ tx, actor, params, body, now }) => {
      const given = { ...body, claimId: params.claimId, seenSha256: body.contentSha256, actor, now }
      return { status: await giveReview(tx, { ...given, duty: 'second-review' }) }
    }),
    route(approval, async ({ tx, actor, params, body, now }) => {
      const given = { ...body, claimId: params.claimId, seenSha256: body.contentSha256, actor, now }
      return { status: await giveReview(tx, { ...given, duty: 'approval' }) }
    }),
    route(confirmClaim, async ({ tx, actor, params, body, now }) => {
      const given = { ...body, claimId: params.claimId, seenSha256: body.contentSha256, actor, now }
      return { status: await giveConfirmation(tx, given) }
    }),
    route(reviewerChoices, async ({ tx, params, now }) => {
      const { candidates, excluded } = await nameable(tx, params.claimId, now)
      const who = await whoOf(
        tx,
        [...candidates, ...excluded].map(({ accountId }) => accountId),
      )
      const shown = ({ personId, accountId }: { personId: string; accountId: string }) => ({
        personId,
        ...who(accountId),
      })
      return {
        choices: candidates.map(shown),
        excluded: excluded.map((one) => ({ ...shown(one), why: one.why })),
      }
    }),
    route(nameSecondReviewer, async ({ tx, actor, params, body, now }) => {
      await nameReviewer(tx, { claimId: params.claimId, ...body, actor, now })
      return {}
    }),
    route(drawSecondReviewer, async ({ tx, params, now }) => ({ drawn: await drawAgain(tx, params.claimId, now) })),
    route(sendBackEndpoint, async ({ tx, actor, params, body, now }) => {
      const { reasons, contentSha256: seenSha256 } = body
      return { status: await sendBack(tx, { claimId: params.claimId, reasons, seenSha256, actor, now }) }
    }),
  ]
}
