import { Problem } from '../../../platform/contract/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import { holdFreezes } from '../../integrity/public.ts'
import { recordAct } from '../../record/public.ts'
import { fenToText, newId } from '../../values/public.ts'
import { organisationsOf } from '../cases/ask.ts'
import { moveClaim } from '../claims/move-claim.ts'
import { type Claim, findClaim, lockClaim } from '../claims/store.ts'
import { words } from '../claims/words.ts'
import { refuseDuty } from '../duties/ask.ts'
import { insertHandUnlessHeld } from '../duties/store.ts'
import { insertConfirmation } from './confirmation-store.ts'
import { freeReserved, obstacleToPass, refuseOtherContent, tellReturned } from './give-review.ts'
import { CONFIRMING } from './rules.ts'

export type GivenConfirmation = {
  readonly claimId: string
  readonly outcome: 'confirmed' | 'declined'
  /** What is wrong, all of it at once; empty where everything is right. */
  readonly reasons: readonly string[]
  /** The hash of what the provider saw. */
  readonly seenSha256: string
  readonly actor: { readonly accountId: string; readonly personId: string; readonly organisationId: string | null }
  readonly now: Date
}

/**
 * The provider's word on its own claim, bound to the content it saw: that it is right, and the bureau reviews it, or that
 * it is wrong, with every reason, and its group waits like one that was returned. Whoever gives it has had the claim in
 * hand. The provider's gate is held first, then the claim, the budget last.
 */
export async function giveConfirmation(tx: Tx, given: GivenConfirmation): Promise<Claim['status']> {
  const { claimId, outcome, reasons, seenSha256, actor, now } = given
  const own = actor.organisationId !== null && (await findClaim(tx, claimId, actor.organisationId))
  if (!own) throw new Problem('not-found', words.claimMissing)
  const claim = await lockToConfirm(tx, claimId)
  await refuseDuty(tx, claimId, { duty: CONFIRMING.may, personId: actor.personId, now })
  refuseOtherContent(claim, seenSha256)
  if (outcome === 'declined' && reasons.length === 0) throw new Problem('not-acceptable', words.declineReasonsMissing)
  const obstacle = outcome === 'confirmed' ? await obstacleToPass(tx, claim, now) : undefined
  if (obstacle) throw obstacle

  await insertHandUnlessHeld(tx, claimId, { personId: actor.personId, duty: 'confirmation' })
  await insertConfirmation(tx, {
    id: newId(),
    claimId,
    outcome,
    way: 'here',
    reasons: outcome === 'declined' ? reasons : [],
    scanId: null,
    paperReason: null,
    personId: actor.personId,
    accountId: actor.accountId,
    contentSha256: claim.contentSha256,
    businessAt: now,
  })
  const act = outcome === 'confirmed' ? 'confirm' : 'decline'
  const status = await moveClaim(tx, claim, act, { personId: actor.personId, at: now, note: reasons.join('\n') })
  await recordAct(tx, {
    id: newId(),
    act: `claim.confirmation.${outcome}`,
    subjectKind: 'claim',
    subjectId: claimId,
    actor,
    at: now,
    detail: { number: claim.number, people: claim.headCount, amountFen: fenToText(claim.amountFen), reasons },
  })
  if (outcome === 'declined') {
    await tellReturned(tx, claim, reasons, now)
    await freeReserved(tx, claim, actor, now)
  }
  return status
}

/** The claim, locked after its provider's gate; refused where it does not wait for its provider's word. */
export async function lockToConfirm(tx: Tx, claimId: string): Promise<Claim> {
  await holdFreezes(tx, await organisationsOf(tx, [claimId]))
  const claim = await lockClaim(tx, claimId)
  if (!claim) throw new Problem('not-found', words.claimMissing)
  if (claim.status !== CONFIRMING.of)
    throw new Problem('conflict', words.notAwaited('confirmation', claim.status), { code: 'not-awaited' })
  return claim
}
