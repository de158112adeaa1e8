import type { Sentence } from '../../../platform/contract/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import type { Actor } from '../../../platform/http/public.ts'
import { findFreeze, listResultsOfRun } from '../../integrity/public.ts'
import { listPersons } from '../../people/public.ts'
import { parametersOn } from '../../policy/public.ts'
import { civilDateOf, fenToText, formatYuan } from '../../values/public.ts'
import { fundNames } from '../budget/routes.ts'
import { findLine } from '../budget/store.ts'
import { dutyRefusals } from '../duties/ask.ts'
import type { Duty } from '../duties/rules.ts'
import { bankProblemsOf, countChangedFacts } from '../review/give-review.ts'
import { findConfirmation } from '../review/confirmation-store.ts'
import { actsAs, bandOf } from '../review/approval/rules.ts'
import { postsOf, words as approvalWords } from '../review/approval/words.ts'
import { notDrawn } from '../review/draws/draw.ts'
import { shownDraws } from '../review/draws/showing.ts'
import { listDraws } from '../review/draws/store.ts'
import { type ClaimStep, CONFIRMING, returnsFrom, REVIEWS, SENDING_BACK, stepAwaited } from '../review/rules.ts'
import { listReviews, type Review } from '../review/store.ts'
import { listStatusEvents } from '../status/store.ts'
import type { ClaimHead } from './contract.ts'
import { maskedNamesOf } from './people/names.ts'
import { type ClaimPersonRow, listClaimLines, listClaimPeople } from './people/store.ts'
import { withAnswersSince } from './answers-since.ts'
import { type ClaimStatus, nextStatus, standingChanges } from './rules.ts'
import { listed, shownPeople } from './shown.ts'
import { type Claim, findClaim, findReplacement } from './store.ts'
import { words } from './words.ts'

/** Everything the desk shows of a claim. A provider sees neither the budget nor who decided. */
export async function headOf(tx: Tx, claim: Claim, actor: Actor, now: Date): Promise<ClaimHead> {
  const ofBureau = actor.organisationId === null
  const people = await listClaimPeople(tx, claim.id)
  const results = await listResultsOfRun(tx, claim.groupId, claim.checkRunId)
  const line = ofBureau ? await findLine(tx, claim.lineId) : undefined
  const awaits = stepAwaited(claim.status)
  // A provider looks at its claim as the bureau does for as long as it has to confirm it.
  const asked = awaits !== undefined && (ofBureau || awaits === 'confirmation')
  const unpaid = asked || (ofBureau && SENDING_BACK.from.includes(claim.status))
  const bankProblems = unpaid ? await bankProblemsOf(tx, claim, now) : []
  const shown = listed(claim, await findFreeze(tx, claim))
  const changedPeople = asked ? await countChangedFacts(tx, claim) : 0
  return {
    ...shown,
    schemeVersion: claim.schemeVersion,
    fund: claim.fund,
    fundName: (await fundNames(tx)).get(claim.fund) ?? { zh: claim.fund, en: claim.fund },
    groupKind: claim.groupKind,
    groupId: claim.groupId,
    contentSha256: claim.contentSha256.toString('hex'),
    checksAsked: claim.checksAsked,
    checksPassed: claim.checksPassed,
    // Which register was silent then and has answered since tells whom it named.
    unavailable: ofBureau ? await withAnswersSince(tx, claim, people, results) : [],
    people: await shownPeople(tx, people, await listClaimLines(tx, claim.id), results),
    line: line ? { id: line.id, name: line.name, year: line.year, availableFen: fenToText(line.availableFen) } : null,
    changedPeople,
    supplementBecause: claim.supplementBecause,
    ...(await replacementOf(tx, claim, people, ofBureau)),
    history: await historyOf(tx, claim, ofBureau),
    awaits: awaits ?? null,
    mayNot: awaits ? await whyNotStep(tx, claim, awaits, actor, now) : null,
    draws: ofBureau ? await shownDraws(tx, claim.id) : [],
    mayNotPass: mayNotPass(awaits ? shown.frozenBy : null, changedPeople, bankProblems.length),
    bankProblems: bankProblems.map(({ sentence }) => sentence),
    unconfirmed:
      ofBureau && awaits === 'confirmation'
        ? {
            mayNotReturn: await whyNot(
              tx,
              claim,
              REVIEWS['initial-review'].may,
              words.notYourDuty('initial-review'),
              actor,
              now,
            ),
          }
        : null,
    sendBack:
      ofBureau && nextStatus(claim.status, 'send-back')
        ? { mayNot: await whyNot(tx, claim, SENDING_BACK.may, words.mayNotSendBack, actor, now) }
        : null,
  }
}

/** Why this account may not do what the claim waits for; a second review is given by whom it was drawn. */
async function whyNotStep(tx: Tx, claim: Claim, step: ClaimStep, actor: Actor, now: Date): Promise<Sentence | null> {
  const refused = await whyNot(tx, claim, dutyOf(step), words.notYourDuty(step), actor, now)
  if (refused || step === 'confirmation' || step === 'initial-review') return refused
  if (step === 'approval') return bandRefusal(tx, claim, actor, now)
  const [newest] = await listDraws(tx, claim.id)
  return newest?.chosen?.personId === actor.personId ? null : notDrawn(tx, newest)
}

/** Why a sum is not this account's to approve. */
function bandRefusal(tx: Tx, claim: Claim, actor: Actor, now: Date): Sentence | null {
  const band = bandOf(claim.amountFen, parametersOn(tx.district, civilDateOf(now)).get('approval.bands').value)
  if (actsAs(band, actor.roles, actor.standsInBy)) return null
  return approvalWords.notYourBand(formatYuan(claim.amountFen), postsOf(band.roles))
}

/** What it takes to do what a claim waits for. */
const dutyOf = (step: ClaimStep): Duty => (step === 'confirmation' ? CONFIRMING.may : REVIEWS[step].may)

/** Why the claim can only be returned now, whoever looks at it. */
function mayNotPass(
  frozenBy: ClaimHead['frozenBy'],
  changedPeople: number,
  bankProblems: number,
): ClaimHead['mayNotPass'] {
  if (frozenBy) return frozenBy.sentence
  if (changedPeople > 0) return words.factsChanged(changedPeople)
  return bankProblems > 0 ? words.bankListRefuses : null
}

/** The claim this one took the place of and who stands otherwise since; the claim that took this one's. */
async function replacementOf(
  tx: Tx,
  claim: Claim,
  people: readonly ClaimPersonRow[],
  ofBureau: boolean,
): Promise<Pick<ClaimHead, 'replaces' | 'replacedBy'>> {
  // Which register answered, beside who stands otherwise since, would tell a provider why.
  const told = (because: Sentence) => (ofBureau ? because : words.answersAreIn)
  const next = await findReplacement(tx, claim.id)
  const replacedBy = next?.replaces ? { id: next.id, number: next.number, because: told(next.replaces.because) } : null
  const former = claim.replaces ? await findClaim(tx, claim.replaces.id) : undefined
  if (!former || !claim.replaces) return { replaces: null, replacedBy }
  const formerPeople = await listClaimPeople(tx, former.id)
  const changes = standingChanges(formerPeople, people)
  const names = await maskedNamesOf(
    tx,
    changes.map(({ person }) => person.factId),
  )
  return {
    replaces: {
      id: former.id,
      number: former.number,
      because: told(claim.replaces.because),
      changes: changes.map(({ person, from, to }) => ({
        position: person.position,
        maskedName: names.get(person.factId) ?? '*',
        from,
        to,
      })),
    },
    replacedBy,
  }
}

/** Why this account may not take a duty on the claim; the server refuses it for the same reason. */
async function whyNot(
  tx: Tx,
  claim: Claim,
  duty: Duty,
  notPermitted: Sentence,
  actor: Actor,
  now: Date,
): Promise<Sentence | null> {
  if (!actor.permissions.has(duty)) return notPermitted
  const [refused] = await dutyRefusals(tx, [claim.id], { duty, personId: actor.personId, now })
  return refused?.sentence ?? null
}

async function historyOf(tx: Tx, claim: Claim, namesShown: boolean): Promise<ClaimHead['history']> {
  const reviews = await listReviews(tx, claim.id)
  const confirmation = await findConfirmation(tx, claim.id)
  const events = await listStatusEvents(tx, claim.id)
  const ids = events.flatMap((event) => event.personId ?? [])
  const people = await listPersons(tx, namesShown ? ids : [])
  return events.map((event) => {
    const from = event.from as ClaimStatus | null
    const review = reviews.find(
      (each) => from && statesOf(each.duty).includes(from) && each.personId === event.personId,
    )
    const word = event.from === CONFIRMING.of && !review && event.personId !== null ? confirmation : undefined
    return {
      at: event.businessAt.toISOString(),
      from,
      to: event.to as ClaimStatus,
      duty: review?.duty ?? (word ? 'confirmation' : null),
      byName: event.personId === null ? null : (people.get(event.personId)?.maskedName ?? null),
      standingIn: review?.delegationId != null,
      reasons: review?.outcome === 'returned' ? [...review.reasons] : [...(word?.reasons ?? [])],
    }
  })
}

/** The states in which a claim is when somebody has this say on it. */
const statesOf = (duty: Review['duty']): readonly ClaimStatus[] =>
  duty === 'sending-back' ? SENDING_BACK.from : returnsFrom(duty)
