import { joinSentences, Problem } from '../../../platform/contract/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import { httpWords } from '../../../platform/http/public.ts'
import { listOrganisationsOf } from '../../access/public.ts'
import { parametersOn } from '../../policy/public.ts'
import { type CivilDate, civilDateOf } from '../../values/public.ts'
import { takeHand } from '../hands.ts'
import { findNewestResult, findResult } from '../store.ts'
import { ownReasons, problemOfExpiry, stateOf, whyNotLiftable } from './rules.ts'
import type { ShowingNeeds } from './shown.ts'
import { findLastOverride, insertDecision, insertOverride, type NewOverride, type Override } from './store.ts'
import { words } from './words.ts'

type By = { readonly personId: string; readonly accountId: string; readonly now: Date }

export const maxDaysOn = (tx: Tx, today: CivilDate): number =>
  parametersOn(tx.district, today).get('override.maxDays').value

export const reminderDaysOn = (tx: Tx, today: CivilDate): number =>
  parametersOn(tx.district, today).get('override.reminderDays').value

/** Nobody lets go what was found about themselves, a class they attend or teach, or their own provider's, by natural person. */
async function refuseOwn(
  tx: Tx,
  { source }: ShowingNeeds,
  about: Pick<Override, 'groupId' | 'organisationId'>,
  personId: string,
): Promise<void> {
  const duties = (await source.handsOf(tx, about.groupId)).filter((hand) => hand.personId === personId)
  // Accounts live in real time, whatever day a demonstration is on.
  const organisations = await listOrganisationsOf(tx, personId, civilDateOf(new Date()))
  const reasons = ownReasons({
    attends: duties.some(({ duty }) => duty === 'trainee'),
    teaches: duties.some(({ duty }) => duty === 'instructor'),
    belongs: organisations.includes(about.organisationId),
  })
  if (reasons.length > 0) throw new Problem('forbidden', joinSentences(reasons), { code: 'own-class' })
}

type Proposing = By & Pick<NewOverride, 'id' | 'resultId' | 'document' | 'reason' | 'evidence' | 'expiresOn'>

/** Somebody proposes to let an answer go. Every reason against it is asked here, whoever calls. */
export async function propose(tx: Tx, needs: ShowingNeeds, given: Proposing): Promise<NewOverride> {
  const { personId, accountId, now, ...said } = given
  const result = await findResult(tx, said.resultId)
  const group = result && (await needs.source.find(tx, [result.groupId])).get(result.groupId)
  if (!result || !group) throw new Problem('not-found', httpWords.notFound)
  const today = civilDateOf(now)
  const { checkId, subjectId } = result
  const check = needs.checks.find(({ id }) => id === checkId)
  const last = await findLastOverride(tx, checkId, subjectId)
  const newest = await findNewestResult(tx, checkId, subjectId)

  const about = { groupId: group.id, organisationId: group.organisationId }
  await refuseOwn(tx, needs, about, personId)
  const why = whyNotLiftable(check, result, newest, last && stateOf(last, today))
  if (why) throw new Problem('conflict', why.sentence, { code: why.code })
  const problem = problemOfExpiry(said.expiresOn, today, maxDaysOn(tx, today))
  if (problem) throw new Problem('not-acceptable', problem.sentence, { items: [problem] })

  const override: NewOverride = {
    ...said,
    ...about,
    checkId,
    subjectKind: result.subjectKind === 'class' ? 'class' : 'enrolment',
    subjectId,
    nth: (last?.nth ?? 0) + 1,
    proposedBy: personId,
    accountId,
    businessAt: now,
  }
  await insertOverride(tx, override)
  await takeHand(tx, needs.source, override, { personId, duty: 'propose' })
  return override
}

type Deciding = By & { readonly outcome: 'confirmed' | 'declined'; readonly reason: string }

/** Another person confirms or declines. Every reason against it is asked here, whoever calls. */
export async function decide(tx: Tx, needs: ShowingNeeds, override: Override, given: Deciding): Promise<void> {
  const { personId, accountId, now, outcome, reason } = given
  if (override.proposedBy === personId)
    throw new Problem('conflict', words.ownProposal, { code: 'two_people_lift_an_answer' })
  await refuseOwn(tx, needs, override, personId)
  if (stateOf(override, civilDateOf(now)) !== 'waiting')
    throw new Problem('conflict', words.notWaiting, { code: 'not-waiting' })
  if (outcome === 'declined' && reason.length < 2) throw new Problem('not-acceptable', words.declineReason)

  await takeHand(tx, needs.source, override, { personId, duty: 'decide' })
  await insertDecision(tx, override, { personId, accountId, reason, businessAt: now, outcome })
}
