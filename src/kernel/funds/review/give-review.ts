import { Problem } from '../../../platform/contract/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import { announce } from '../../../platform/outbox/public.ts'
import { listDecisions, listFacts } from '../../policy/public.ts'
import { recordAct } from '../../record/public.ts'
import { fenToText, newId } from '../../values/public.ts'
import { moveMoney } from '../budget/ledger.ts'
import { moveClaim } from '../claims/move-claim.ts'
import { listClaimPeople } from '../claims/people/store.ts'
import { type Claim, lockClaim } from '../claims/store.ts'
import { words } from '../claims/words.ts'
import { REVIEWS, type ReviewDuty } from './rules.ts'
import { insertHand, insertReview, listHands } from './store.ts'

/** The outbox event that a claim was returned: if its records have changed meanwhile, it is assembled from the new ones. */
export const CLAIM_RETURNED = 'funds.claim-returned'

export type GivenReview = {
  readonly claimId: string
  readonly duty: ReviewDuty
  readonly outcome: 'passed' | 'returned'
  /** What needs correcting, all of it at once; empty for a pass. */
  readonly reasons: readonly string[]
  /** The hash of what the reviewer saw. */
  readonly seenSha256: string
  readonly actor: { readonly accountId: string; readonly personId: string }
  readonly now: Date
}

/**
 * One review of a claim, bound to the content it was given on. The first leaves the money reserved, the second commits
 * it; returning at either gives it back. The claim is locked first and the budget last, in every path.
 */
export async function giveReview(tx: Tx, given: GivenReview): Promise<Claim['status']> {
  const { claimId, duty, outcome, reasons, actor, now } = given
  const claim = await lockClaim(tx, claimId)
  if (!claim) throw new Problem('not-found', words.claimMissing)
  await refuseWhatMayNot(tx, claim, given)

  await insertHand(tx, claimId, { personId: actor.personId, duty })
  await insertReview(tx, {
    id: newId(),
    claimId,
    duty,
    outcome,
    reasons,
    personId: actor.personId,
    accountId: actor.accountId,
    contentSha256: claim.contentSha256,
    businessAt: now,
  })
  const act = outcome === 'passed' ? REVIEWS[duty].pass : 'return'
  const status = await moveClaim(tx, claim, act, { personId: actor.personId, at: now, note: reasons.join('\n') })
  await moveReserved(tx, claim, status, given)
  await recordAct(tx, {
    id: newId(),
    act: `claim.${duty}.${outcome}`,
    subjectKind: 'claim',
    subjectId: claimId,
    actor,
    at: now,
    detail: { number: claim.number, people: claim.headCount, amountFen: fenToText(claim.amountFen), reasons },
  })
  if (status === 'returned') await announce(tx, { id: newId(), kind: CLAIM_RETURNED, subjectId: claimId, body: {} })
  return status
}

async function refuseWhatMayNot(
  tx: Tx,
  claim: Claim,
  { duty, outcome, reasons, seenSha256, actor }: GivenReview,
): Promise<void> {
  const hand = (await listHands(tx, claim.id)).find((each) => each.personId === actor.personId)
  if (hand && hand.duty !== duty) {
    throw new Problem('conflict', words.handAlready(hand.duty), { code: 'one_person_one_duty_on_a_claim' })
  }
  if (claim.status !== REVIEWS[duty].of)
    throw new Problem('conflict', words.notAwaited(duty, claim.status), { code: 'not-awaited' })
  if (claim.contentSha256.toString('hex') !== seenSha256) {
    throw new Problem('conflict', words.contentChanged, { code: 'content-changed' })
  }
  if (outcome === 'returned' && reasons.length === 0) throw new Problem('not-acceptable', words.reasonsMissing)
  const changed = outcome === 'passed' ? await countChangedFacts(tx, claim) : 0
  if (changed > 0) throw new Problem('conflict', words.factsChanged(changed), { code: 'facts-changed' })
}

/** How many people of the group have records newer than those the claim was assembled from. */
export async function countChangedFacts(tx: Tx, claim: Claim): Promise<number> {
  const claimed = new Set((await listClaimPeople(tx, claim.id)).map((person) => person.factId))
  const others = (await listFacts(tx, claim.groupId, claim.factKind)).filter((fact) => !claimed.has(fact.id))
  if (others.length === 0) return 0
  const decisions = await listDecisions(tx, claim.groupId, claim.scheme)
  const outside = new Set(decisions.filter((each) => each.answer === 'not-applicable').map((each) => each.factId))
  return others.filter((fact) => !outside.has(fact.id)).length
}

async function moveReserved(tx: Tx, claim: Claim, status: Claim['status'], { actor, now }: GivenReview): Promise<void> {
  if (status !== 'approved' && status !== 'returned') return
  await moveMoney(tx, {
    lineId: claim.lineId,
    from: 'reserved',
    to: status === 'approved' ? 'committed' : 'available',
    amountFen: claim.amountFen,
    reason: status === 'approved' ? 'claim-approved' : 'claim-returned',
    subject: { kind: 'claim', id: claim.id },
    actor,
    at: now,
  })
}
