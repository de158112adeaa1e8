import { Problem } from '../../../platform/contract/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import { recordAct } from '../../record/public.ts'
import { fenToText, newId, sumFen } from '../../values/public.ts'
import { moveMoney } from '../budget/ledger.ts'
import { moveClaim } from '../claims/move-claim.ts'
import { nextStatus } from '../claims/rules.ts'
import { type Claim, lockClaim } from '../claims/store.ts'
import { words } from '../claims/words.ts'
import { refuseDuty } from '../duties/ask.ts'
import { insertHand } from '../duties/store.ts'
import { listHoldsOn } from '../holds/store.ts'
import { withdrawNoticeOf } from '../public-notices/ending.ts'
import { type GivenReview, refuseOtherContent, tellReturned } from './give-review.ts'
import { SENDING_BACK } from './rules.ts'
import { insertReview } from './store.ts'

/**
 * Sends an approved claim that is in no batch yet back, with its reasons: its committed money is available again, its
 * public notice is taken down, and its group waits to be claimed anew. One person suffices, since nothing is paid by it; it is somebody who has had no
 * other duty on the claim. The claim is locked first and the budget last, as in a review.
 */
export async function sendBack(tx: Tx, given: Omit<GivenReview, 'duty' | 'outcome'>): Promise<Claim['status']> {
  const { claimId, reasons, seenSha256, actor, now } = given
  const claim = await lockClaim(tx, claimId)
  if (!claim) throw new Problem('not-found', words.claimMissing)
  await refuseDuty(tx, claimId, { duty: SENDING_BACK.may, personId: actor.personId, now })
  if (!nextStatus(claim.status, 'send-back'))
    throw new Problem('conflict', words.notApproved(claim.status), { code: 'not-approved' })
  refuseOtherContent(claim, seenSha256)
  if (reasons.length === 0) throw new Problem('not-acceptable', words.reasonsMissing)

  await insertHand(tx, claimId, { personId: actor.personId, duty: 'sending-back' })
  await insertReview(tx, {
    id: newId(),
    claimId,
    duty: 'sending-back',
    outcome: 'returned',
    reasons,
    personId: actor.personId,
    accountId: actor.accountId,
    contentSha256: claim.contentSha256,
    businessAt: now,
  })
  const status = await moveClaim(tx, claim, 'send-back', {
    personId: actor.personId,
    at: now,
    note: reasons.join('\n'),
  })
  await recordAct(tx, {
    id: newId(),
    act: 'claim.sent-back',
    subjectKind: 'claim',
    subjectId: claimId,
    actor,
    at: now,
    detail: { number: claim.number, people: claim.headCount, amountFen: fenToText(claim.amountFen), reasons },
  })
  await tellReturned(tx, claim, reasons, now)
  await withdrawNoticeOf(tx, claimId, { actor, at: now, note: reasons.join('\n') })
  const dropped = (await listHoldsOn(tx, [claimId])).filter(({ status: held }) => held === 'dropped')
  await moveMoney(tx, {
    lineId: claim.lineId,
    from: 'committed',
    to: 'available',
    // Whom two people excluded meanwhile has given the money back already.
    amountFen: claim.amountFen - sumFen(dropped.map((hold) => hold.amountFen)),
    reason: 'claim-sent-back',
    subject: { kind: 'claim', id: claim.id },
    actor,
    at: now,
  })
  return status
}
