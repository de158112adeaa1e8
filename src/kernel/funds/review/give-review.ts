import { Problem } from '../../../platform/contract/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import { announce } from '../../../platform/outbox/public.ts'
import { holdFreezes } from '../../integrity/public.ts'
import { listBankAccounts } from '../../people/public.ts'
import { listDecisions, listFacts, parametersOn } from '../../policy/public.ts'
import { recordAct } from '../../record/public.ts'
import { civilDateOf, fenToText, formatYuan, newId } from '../../values/public.ts'
import { bankFormOn } from '../bank/form.ts'
import { type BankListProblem, bankListProblems } from '../bank/rules.ts'
import { moveMoney } from '../budget/ledger.ts'
import { frozenProblem, organisationsOf } from '../cases/ask.ts'
import { moveClaim } from '../claims/move-claim.ts'
import { listClaimLines, listClaimPeople } from '../claims/people/store.ts'
import { purposeOf } from '../claims/rules.ts'
import { type Claim, lockClaim } from '../claims/store.ts'
import { waitReturned } from '../claims/waiting/keep.ts'
import { words } from '../claims/words.ts'
import { refuseDuty } from '../duties/ask.ts'
import { insertHand } from '../duties/store.ts'
import { actsAs, bandOf } from './approval/rules.ts'
import { postsOf, words as approvalWords } from './approval/words.ts'
import { drawOf, drawReviewer } from './draws/draw.ts'
import { returnsFrom, REVIEWS, type ReviewDuty } from './rules.ts'
import { insertReview } from './store.ts'

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
  readonly actor: {
    readonly accountId: string
    readonly personId: string
    /** What an approval is given as: a post of the band of the sum. */
    readonly roles?: readonly string[]
    readonly standsInBy?: ReadonlyMap<string, string>
    readonly under?: string
  }
  /** The number of the minutes, where an approval of this sum takes it. */
  readonly minutesNumber?: string | undefined
  /** The confirmed paper on which an approval was signed. */
  readonly paperId?: string | undefined
  readonly now: Date
}

/**
 * One review of a claim, bound to the content it was given on. The two reviews leave the money reserved, the approval
 * commits it; returning at any of them gives it back. What a suspicion case freezes cannot be passed. The provider's gate is held first, then the claim, the budget last, in every path.
 */
export async function giveReview(tx: Tx, given: GivenReview): Promise<Claim['status']> {
  const { claimId, duty, outcome, reasons, actor, now } = given
  await holdFreezes(tx, await organisationsOf(tx, [claimId]))
  const claim = await lockClaim(tx, claimId)
  if (!claim) throw new Problem('not-found', words.claimMissing)
  await refuseWhatMayNot(tx, claim, given)
  const capacity = duty === 'approval' ? approvalCapacity(tx, claim, given) : undefined
  const under = capacity ? (capacity.delegationId ?? undefined) : actor.under
  const drawId = duty === 'second-review' ? (await drawOf(tx, claimId, actor.personId)).id : null

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
    drawId,
    delegationId: under ?? null,
    givenAs: capacity?.role ?? null,
    minutesNumber: capacity?.minutesNumber ?? null,
    paperId: given.paperId ?? null,
  })
  const act = outcome === 'passed' ? REVIEWS[duty].pass : 'return'
  const status = await moveClaim(tx, claim, act, { personId: actor.personId, at: now, note: reasons.join('\n') })
  await moveReserved(tx, claim, status, given)
  await recordAct(tx, {
    id: newId(),
    act: `claim.${duty}.${outcome}`,
    subjectKind: 'claim',
    subjectId: claimId,
    actor: { accountId: actor.accountId, personId: actor.personId, ...(under ? { under } : {}) },
    at: now,
    detail: { number: claim.number, people: claim.headCount, amountFen: fenToText(claim.amountFen), reasons },
  })
  if (status === 'returned') await tellReturned(tx, claim, reasons, now)
  if (status === REVIEWS['second-review'].of) await drawReviewer(tx, claim, now)
  return status
}

/** As what somebody approves a claim of this sum, with the number of the minutes; refused where it is not theirs, or lacks it. */
function approvalCapacity(
  tx: Tx,
  claim: Claim,
  { actor, outcome, minutesNumber, now }: GivenReview,
): { role: string; delegationId: string | null; minutesNumber: string | null } {
  const band = bandOf(claim.amountFen, parametersOn(tx.district, civilDateOf(now)).get('approval.bands').value)
  const as = actsAs(band, actor.roles ?? [], actor.standsInBy)
  if (!as) {
    const sentence = approvalWords.notYourBand(formatYuan(claim.amountFen), postsOf(band.roles))
    throw new Problem('conflict', sentence, { code: 'not-your-band' })
  }
  const number = minutesNumber?.trim() ?? ''
  if (band.minutes && outcome === 'passed' && number === '')
    throw new Problem('not-acceptable', approvalWords.minutesMissing, { code: 'minutes-missing' })
  return { ...as, minutesNumber: number === '' ? null : number }
}

/** A returned claim's group waits with its reasons; where its records have changed meanwhile it is claimed anew at once. */
export async function tellReturned(tx: Tx, claim: Claim, reasons: readonly string[], now: Date): Promise<void> {
  await waitReturned(tx, claim, reasons, now)
  await announce(tx, { id: newId(), kind: CLAIM_RETURNED, subjectId: claim.id, body: {} })
}

async function refuseWhatMayNot(
  tx: Tx,
  claim: Claim,
  { duty, outcome, reasons, seenSha256, actor, now }: GivenReview,
): Promise<void> {
  await refuseDuty(tx, claim.id, { duty: REVIEWS[duty].may, personId: actor.personId, now })
  const awaits = outcome === 'returned' ? returnsFrom(duty) : [REVIEWS[duty].of]
  if (!awaits.includes(claim.status))
    throw new Problem('conflict', words.notAwaited(duty, claim.status), { code: 'not-awaited' })
  refuseOtherContent(claim, seenSha256)
  if (outcome === 'returned' && reasons.length === 0) throw new Problem('not-acceptable', words.reasonsMissing)
  const obstacle = outcome === 'passed' ? await obstacleToPass(tx, claim, now) : undefined
  if (obstacle) throw obstacle
}

export function refuseOtherContent(claim: Claim, seenSha256: string): void {
  if (claim.contentSha256.toString('hex') !== seenSha256)
    throw new Problem('conflict', words.contentChanged, { code: 'content-changed' })
}

/** Why this claim can only be returned, whoever looks at it: a suspicion case froze it, its records have changed, or the bank's list cannot hold it. */
export async function obstacleToPass(tx: Tx, claim: Claim, now: Date): Promise<Problem | undefined> {
  const frozen = await frozenProblem(tx, claim)
  if (frozen) return frozen
  const changed = await countChangedFacts(tx, claim)
  if (changed > 0) return new Problem('conflict', words.factsChanged(changed), { code: 'facts-changed' })
  const items = (await bankProblemsOf(tx, claim, now)).map(({ sentence }) => ({ at: claim.number, sentence }))
  return items.length > 0
    ? new Problem('conflict', words.bankListRefuses, { items, code: 'bank-list-cannot-hold' })
    : undefined
}

/** What the bank's list, as its form is now, cannot hold of a claim; accounts stay closed. */
export async function bankProblemsOf(tx: Tx, claim: Claim, now: Date): Promise<BankListProblem[]> {
  const form = bankFormOn(tx.district, civilDateOf(now))
  if (!form) return []
  const lines = await listClaimLines(tx, claim.id)
  const accounts = await listBankAccounts(
    tx,
    lines.map((line) => line.bankAccountId),
  )
  return bankListProblems(
    lines.map((line) => ({
      position: line.position,
      payeeName: line.payeeName,
      bankName: accounts.get(line.bankAccountId)?.bankName ?? '',
      amountFen: line.amountFen,
      purpose: purposeOf(claim),
    })),
    form,
  )
}

/** How many people of the group have records, or decisions on them, newer than those the claim was assembled from. */
export async function countChangedFacts(tx: Tx, claim: Claim): Promise<number> {
  const people = await listClaimPeople(tx, claim.id)
  const facts = await listFacts(tx, claim.groupId, claim.factKind)
  const decisions = await listDecisions(tx, claim.groupId, claim.scheme)
  const decided = new Map(decisions.map(({ factId, id }) => [factId, id]))
  const anew = people.filter(({ factId, decisionId }) => (decided.get(factId) ?? decisionId) !== decisionId).length
  const claimed = new Set(people.map((person) => person.factId))
  const subjects = new Set(people.map((person) => person.subjectId))
  const others = facts.filter((fact) => !claimed.has(fact.id))
  // A supplement speaks of its own people alone.
  if (claim.supplement > 0) return anew + others.filter((fact) => subjects.has(fact.subjectId)).length
  if (others.length === 0) return anew
  const outside = new Set(decisions.filter((each) => each.answer === 'not-applicable').map((each) => each.factId))
  // Whom the scheme never applied to is no change; whom it applied to and does not any more is one.
  return anew + others.filter((fact) => subjects.has(fact.subjectId) || !outside.has(fact.id)).length
}

/** The money of a claim that is not approved yet is available again. */
export async function freeReserved(tx: Tx, claim: Claim, actor: GivenReview['actor'], now: Date): Promise<void> {
  await moveReserved(tx, claim, 'returned', { actor, now })
}

async function moveReserved(
  tx: Tx,
  claim: Claim,
  status: Claim['status'],
  { actor, now }: Pick<GivenReview, 'actor' | 'now'>,
): Promise<void> {
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
