import { Problem } from '../../../../platform/contract/public.ts'
import type { Tx } from '../../../../platform/db/public.ts'
import { listWhoMay } from '../../../access/public.ts'
import { holdFreezes } from '../../../integrity/public.ts'
import { parametersOn } from '../../../policy/public.ts'
import { findScan, recordAct } from '../../../record/public.ts'
import { civilDateOf, newId } from '../../../values/public.ts'
import { organisationsOf } from '../../cases/ask.ts'
import { moveClaim } from '../../claims/move-claim.ts'
import { type Claim, lockClaim } from '../../claims/store.ts'
import { words as claimWords } from '../../claims/words.ts'
import { refuseDuty } from '../../duties/ask.ts'
import { actsAs, bandOf } from '../approval/rules.ts'
import { words as approvalWords } from '../approval/words.ts'
import { lockToConfirm } from '../confirm.ts'
import { insertConfirmation } from '../confirmation-store.ts'
import { giveReview, obstacleToPass, refuseOtherContent } from '../give-review.ts'
import { REVIEWS } from '../rules.ts'
import { findPaperApproval, insertPaperApproval, insertPaperDecision, type PaperApproval } from './store.ts'
import { APPROVAL_FORM } from './rules.ts'
import { words } from './words.ts'

type Given = {
  readonly claimId: string
  readonly seenSha256: string
  readonly scanId: string
  readonly actor: { readonly accountId: string; readonly personId: string }
  readonly now: Date
}

/** Records that a provider confirmed its claim on sealed paper. Clerical: it takes nothing in hand and is no review. */
export async function recordPaperConfirmation(tx: Tx, given: Given & { reason: string }): Promise<Claim['status']> {
  const { claimId, seenSha256, scanId, reason, actor, now } = given
  const claim = await lockToConfirm(tx, claimId)
  await refuseDuty(tx, claimId, { duty: REVIEWS['initial-review'].may, personId: actor.personId, now })
  refuseOtherContent(claim, seenSha256)
  const obstacle = await obstacleToPass(tx, claim, now)
  if (obstacle) throw obstacle
  await refuseForeignScan(tx, scanId, claimId)

  await insertConfirmation(tx, {
    id: newId(),
    claimId,
    outcome: 'confirmed',
    way: 'paper',
    reasons: [],
    scanId,
    paperReason: reason,
    personId: actor.personId,
    accountId: actor.accountId,
    contentSha256: claim.contentSha256,
    businessAt: now,
  })
  const status = await moveClaim(tx, claim, 'confirm', { personId: actor.personId, at: now, note: reason })
  await tell(tx, claim, 'claim.confirmation.on-paper', { scanId, reason }, given)
  return status
}

/** Writes down what a signed approval sheet says; nothing moves until another person has confirmed it. */
export async function recordPaperApproval(
  tx: Tx,
  given: Given & { approverId: string; signedOn: string; minutesNumber: string | undefined },
): Promise<void> {
  const { claimId, seenSha256, scanId, approverId, signedOn, actor, now } = given
  const claim = await lockAwaitingApproval(tx, claimId)
  refuseOtherContent(claim, seenSha256)
  if (approverId === actor.personId) throw new Problem('conflict', words.ownSignature, { code: 'own-signature' })
  const as = await approverOf(tx, claim, approverId, now)
  await refuseDuty(tx, claimId, { duty: REVIEWS.approval.may, personId: approverId, now })
  const minutesNumber = given.minutesNumber?.trim() ?? ''
  if (as.minutes && minutesNumber === '')
    throw new Problem('not-acceptable', approvalWords.minutesMissing, { code: 'minutes-missing' })
  const [from, to] = [civilDateOf(claim.assembledAt), civilDateOf(now)]
  if (signedOn < from || signedOn > to) throw new Problem('not-acceptable', words.signedOutside(from, to))
  const scan = await refuseForeignScan(tx, scanId, claimId)
  if (scan.form !== APPROVAL_FORM) throw new Problem('not-acceptable', words.notTheSheet, { code: 'not-the-sheet' })
  const newest = await findPaperApproval(tx, claimId)
  if (newest && !newest.decision) throw new Problem('conflict', words.waitsAlready, { code: 'paper-waits' })

  const id = newId()
  await insertPaperApproval(tx, {
    id,
    claimId,
    nth: (newest?.nth ?? 0) + 1,
    approverId,
    approverAccount: as.accountId,
    givenAs: as.role,
    signedOn,
    minutesNumber: minutesNumber === '' ? null : minutesNumber,
    scanId,
    contentSha256: claim.contentSha256,
    recordedBy: actor.personId,
    accountId: actor.accountId,
    businessAt: now,
  })
  await tell(tx, claim, 'claim.approval.paper-recorded', { paperId: id, scanId, approverId, signedOn }, given)
}

/** Another person says whether the scan says so; where it does, the approval is given as its signer's. */
export async function decidePaperApproval(
  tx: Tx,
  given: Omit<Given, 'scanId' | 'seenSha256'> & { verdict: 'confirmed' | 'declined'; reason: string },
): Promise<Claim['status']> {
  const { claimId, verdict, actor, now } = given
  // In the order in which the approval takes them: the provider's gate, then the claim.
  await holdFreezes(tx, await organisationsOf(tx, [claimId]))
  const claim = await lockAwaitingApproval(tx, claimId)
  const paper = await findPaperApproval(tx, claimId)
  if (!paper || paper.decision) throw new Problem('conflict', words.nothingWaits, { code: 'no-paper-waits' })
  if (paper.recordedBy === actor.personId) throw new Problem('conflict', words.twoReaders, { code: 'two-people' })
  if (paper.approverId === actor.personId) throw new Problem('conflict', words.ownSignature, { code: 'own-signature' })
  const reason = given.reason.trim()
  if (verdict === 'declined' && reason === '') throw new Problem('not-acceptable', words.declineReason)

  await insertPaperDecision(tx, {
    paper,
    verdict,
    reason,
    decidedBy: actor.personId,
    accountId: actor.accountId,
    businessAt: now,
  })
  await tell(tx, claim, `claim.approval.paper-${verdict}`, { paperId: paper.id, reason }, given)
  return verdict === 'declined' ? claim.status : approveAsSigned(tx, claim, paper, now)
}

async function approveAsSigned(tx: Tx, claim: Claim, paper: PaperApproval, now: Date): Promise<Claim['status']> {
  const { claimId, approverId, approverAccount, contentSha256, minutesNumber, id } = paper
  const { roles, standsInBy } = await approverOf(tx, claim, approverId, now)
  return giveReview(tx, {
    claimId,
    duty: 'approval',
    outcome: 'passed',
    reasons: [],
    seenSha256: contentSha256.toString('hex'),
    actor: { accountId: approverAccount, personId: approverId, roles, standsInBy },
    minutesNumber: minutesNumber ?? undefined,
    paperId: id,
    now,
  })
}

/** Who approves a claim of this sum, as what, and whether it takes minutes; refused where somebody does not. */
async function approverOf(tx: Tx, claim: Claim, personId: string, now: Date) {
  const band = bandOf(claim.amountFen, parametersOn(tx.district, civilDateOf(now)).get('approval.bands').value)
  const able = (await listWhoMay(tx, REVIEWS.approval.may, civilDateOf(now))).find((one) => one.personId === personId)
  const as = able && actsAs(band, able.roles, able.standsInBy)
  if (!able || !as) throw new Problem('not-acceptable', words.notAnApprover, { code: 'not-an-approver' })
  return { ...able, ...as, minutes: band.minutes }
}

async function lockAwaitingApproval(tx: Tx, claimId: string): Promise<Claim> {
  const claim = await lockClaim(tx, claimId)
  if (!claim) throw new Problem('not-found', claimWords.claimMissing)
  if (claim.status !== REVIEWS.approval.of)
    throw new Problem('conflict', claimWords.notAwaited('approval', claim.status), { code: 'not-awaited' })
  return claim
}

async function refuseForeignScan(tx: Tx, scanId: string, claimId: string): Promise<{ readonly form: string | null }> {
  const scan = await findScan(tx, scanId)
  if (scan?.subjectKind !== 'claim' || scan.subjectId !== claimId || scan.struck)
    throw new Problem('not-acceptable', words.noScan, { code: 'no-scan' })
  return scan
}

async function tell(
  tx: Tx,
  claim: Claim,
  act: string,
  detail: Record<string, unknown>,
  { actor, now }: Pick<Given, 'actor' | 'now'>,
): Promise<void> {
  await recordAct(tx, {
    id: newId(),
    act,
    subjectKind: 'claim',
    subjectId: claim.id,
    actor,
    at: now,
    detail: { number: claim.number, ...detail },
  })
}
