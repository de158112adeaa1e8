import { Problem } from '../../../platform/contract/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import { type CivilDate, newId } from '../../values/public.ts'
import { findReply, insertHearing, insertReply, listReplies, type NewReply, type Reply } from './reply-store.ts'
import {
  type HearingOutcome,
  mayReply,
  openProposal,
  problemOfEnd,
  problemOfReply,
  problemOfShortening,
  refusalToHear,
} from './rules.ts'
import {
  insertProposal,
  listRestrictionsOfOrganisations,
  listRestrictionsOfPersons,
  type RestrictionKept,
} from './store.ts'
import { HEARING_REFUSALS, OUTCOMES, words } from './words.ts'

type By = { readonly personId: string; readonly accountId: string; readonly now: Date; readonly today: CivilDate }

/** The restricted answers, or a clerk records what they said. Refused here, whoever calls. */
export async function reply(
  tx: Tx,
  restriction: RestrictionKept,
  given: By & Pick<NewReply, 'way' | 'said' | 'saidOn'>,
): Promise<string> {
  const { way, said, saidOn, personId, accountId, now, today } = given
  if (!mayReply(restriction, today)) throw new Problem('conflict', words.noReplyNow, { code: 'no-reply-now' })
  const problem = problemOfReply(saidOn, today)
  if (problem) throw new Problem('not-acceptable', problem, { items: [{ at: 'body.saidOn', sentence: problem }] })
  const id = newId()
  const row = { id, restrictionId: restriction.id, way, said, saidOn, recordedBy: personId, accountId, businessAt: now }
  await insertReply(tx, row)
  return id
}

/**
 * Somebody who neither recorded the reply nor proposed the restriction writes what follows. An earlier end, or an end, is
 * a proposal like any other: it counts once another person has confirmed it.
 */
export async function hear(
  tx: Tx,
  restriction: RestrictionKept,
  replyId: string,
  given: By & { readonly outcome: HearingOutcome; readonly endsOn: CivilDate | null; readonly reason: string },
): Promise<void> {
  const { outcome, endsOn, reason, personId, accountId, now, today } = given
  const answered = await findReply(tx, restriction.id, replyId)
  if (!answered) throw new Problem('not-found', words.noSuchReply)
  refuseToHear(restriction, answered, personId)
  if (reason.length < 2) throw new Problem('not-acceptable', words.hearReason)
  if (openProposal(restriction.proposals)) throw new Problem('conflict', words.waitsFirst, { code: 'waits' })
  if (outcome !== 'kept') {
    const problem =
      outcome === 'shortened' ? problemOfShortening(restriction, endsOn) : problemOfEnd(restriction, endsOn, today)
    if (problem) throw new Problem('not-acceptable', problem, { items: [{ at: 'body.endsOn', sentence: problem }] })
    await insertProposal(tx, {
      id: newId(),
      restrictionId: restriction.id,
      step: 'end',
      nth: restriction.proposals.length + 1,
      endsOn,
      reason: words.heardInEnd(OUTCOMES[outcome], reason).zh.slice(0, 500),
      proposedBy: personId,
      accountId,
      businessAt: now,
    })
  }
  await insertHearing(tx, answered, impositionOf(restriction), {
    outcome,
    reason,
    heardBy: personId,
    accountId,
    businessAt: now,
  })
}

/**
 * Who decides on a restriction that was answered before it counted looks at those answers with it: what they make of them
 * is their remark, which they may not leave out.
 */
export async function hearWithDecision(
  tx: Tx,
  restriction: RestrictionKept,
  given: By & { readonly outcome: 'confirmed' | 'declined'; readonly reason: string },
): Promise<void> {
  const unheard = (await listReplies(tx, [restriction.id])).filter(({ hearing }) => hearing === null)
  if (unheard.length === 0) return
  for (const answered of unheard) refuseToHear(restriction, answered, given.personId)
  if (given.reason.length < 2) throw new Problem('not-acceptable', words.hearBeforeDeciding, { code: 'reply-unheard' })
  const { reason, personId, accountId, now } = given
  const outcome = given.outcome === 'confirmed' ? 'kept' : 'ended'
  for (const answered of unheard)
    await insertHearing(tx, answered, impositionOf(restriction), {
      outcome,
      reason,
      heardBy: personId,
      accountId,
      businessAt: now,
    })
}

/** A new restriction of somebody whose answer to an earlier one nobody has looked at waits until that is done. */
export async function refuseUnheard(
  tx: Tx,
  { personId, organisationId }: { readonly personId: string | null; readonly organisationId: string | null },
): Promise<void> {
  const earlier = personId
    ? await listRestrictionsOfPersons(tx, [personId])
    : await listRestrictionsOfOrganisations(tx, organisationId ? [organisationId] : [])
  const replies = await listReplies(
    tx,
    earlier.map(({ id }) => id),
  )
  const unheard = replies.find(({ hearing }) => hearing === null)
  const about = earlier.find(({ id }) => id === unheard?.restrictionId)
  if (about) throw new Problem('conflict', words.hearFirst(about.document), { code: 'reply-unheard' })
}

function refuseToHear(restriction: RestrictionKept, answered: Reply, personId: string): void {
  const { recordedBy, hearing } = answered
  const imposedBy = impositionOf(restriction).proposedBy
  const refusal = refusalToHear({ heard: hearing !== null, recordedBy, imposedBy }, personId)
  if (refusal) throw new Problem('conflict', HEARING_REFUSALS[refusal], { code: refusal })
}

const impositionOf = ({ proposals }: RestrictionKept) => proposals.find(({ step }) => step === 'impose')!
