import type { Sentence } from '../../../platform/contract/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import type { Actor } from '../../../platform/http/public.ts'
import { listResultsOfRun } from '../../integrity/public.ts'
import { listPersons } from '../../people/public.ts'
import { fenToText } from '../../values/public.ts'
import { fundNames } from '../budget/routes.ts'
import { findLine } from '../budget/store.ts'
import { countChangedFacts } from '../review/give-review.ts'
import { type ReviewDuty, reviewAwaited, REVIEWS } from '../review/rules.ts'
import { listHands, listReviews } from '../review/store.ts'
import { listStatusEvents } from '../status/store.ts'
import type { ClaimHead } from './contract.ts'
import { listClaimLines, listClaimPeople } from './people/store.ts'
import type { ClaimStatus } from './rules.ts'
import { listed, shownPeople } from './shown.ts'
import type { Claim } from './store.ts'
import { words } from './words.ts'

/** Everything the desk shows of a claim. A provider sees neither the budget nor who decided. */
export async function headOf(tx: Tx, claim: Claim, actor: Actor): Promise<ClaimHead> {
  const ofBureau = actor.organisationId === null
  const people = await listClaimPeople(tx, claim.id)
  const results = await listResultsOfRun(tx, claim.groupId, claim.checkRunId)
  const line = ofBureau ? await findLine(tx, claim.lineId) : undefined
  const awaits = reviewAwaited(claim.status)
  return {
    ...listed(claim),
    schemeVersion: claim.schemeVersion,
    fund: claim.fund,
    fundName: (await fundNames(tx)).get(claim.fund) ?? { zh: claim.fund, en: claim.fund },
    groupKind: claim.groupKind,
    groupId: claim.groupId,
    contentSha256: claim.contentSha256.toString('hex'),
    checksAsked: claim.checksAsked,
    checksPassed: claim.checksPassed,
    unavailable: [...claim.unavailable],
    people: await shownPeople(tx, people, await listClaimLines(tx, claim.id), results),
    line: line ? { id: line.id, name: line.name, year: line.year, availableFen: fenToText(line.availableFen) } : null,
    changedPeople: awaits && ofBureau ? await countChangedFacts(tx, claim) : 0,
    history: await historyOf(tx, claim, ofBureau),
    awaits: awaits ?? null,
    mayNot: awaits ? await whyNot(tx, claim, awaits, actor) : null,
  }
}

/** Why this account may not give the review the claim waits for; the server refuses it for the same reason. */
async function whyNot(tx: Tx, claim: Claim, awaits: ReviewDuty, actor: Actor): Promise<Sentence | null> {
  if (!actor.permissions.has(REVIEWS[awaits].may)) return words.notYourDuty(awaits)
  const hand = (await listHands(tx, claim.id)).find((each) => each.personId === actor.personId)
  return hand ? words.handAlready(hand.duty) : null
}

async function historyOf(tx: Tx, claim: Claim, namesShown: boolean): Promise<ClaimHead['history']> {
  const reviews = await listReviews(tx, claim.id)
  const events = await listStatusEvents(tx, claim.id)
  const ids = events.flatMap((event) => event.personId ?? [])
  const people = await listPersons(tx, namesShown ? ids : [])
  return events.map((event) => {
    const review = reviews.find((each) => REVIEWS[each.duty].of === event.from && each.personId === event.personId)
    return {
      at: event.businessAt.toISOString(),
      from: event.from as ClaimStatus | null,
      to: event.to as ClaimStatus,
      duty: review?.duty ?? null,
      byName: event.personId === null ? null : (people.get(event.personId)?.maskedName ?? null),
      reasons: review?.outcome === 'returned' ? [...review.reasons] : [],
    }
  })
}
