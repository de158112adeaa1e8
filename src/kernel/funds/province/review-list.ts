import { Problem, type Sentence } from '../../../platform/contract/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import { listOrganisationsOf } from '../../access/public.ts'
import { holdFreezes } from '../../integrity/public.ts'
import { listFacts, parametersOn } from '../../policy/public.ts'
import { recordAct } from '../../record/public.ts'
import { civilDateOf, fenToText, newId, yearOf } from '../../values/public.ts'
import { frozenProblem } from '../cases/ask.ts'
import { waitFor } from '../claims/waiting/keep.ts'
import { Claimable } from '../deciding/claimable.ts'
import { dutyRefusal, type DutyRefusal } from '../duties/rules.ts'
import { countChangedOnList } from './changed-facts.ts'
import { findList, findListHand, insertListReview, listListPeople, lockList, type ProvinceList } from './list-store.ts'
import { moveList } from './move-list.ts'
import { provincePast } from './past.ts'
import { LIST_REVIEWS, type ListReview, type ListStatus } from './rules.ts'
import { words } from './words.ts'

export type GivenListReview = {
  readonly listId: string
  readonly duty: ListReview
  readonly outcome: 'passed' | 'returned'
  readonly reasons: readonly string[]
  /** The hash of what the reviewer saw. */
  readonly seenSha256: string
  readonly actor: { readonly accountId: string; readonly personId: string }
  readonly now: Date
}

/**
 * One review of a pre-checked list, bound to what was seen: two natural persons, none of them on it, its teacher or of its
 * organisation. A suspicion case freezes it as it does a claim. No money moves.
 */
export async function reviewList(tx: Tx, given: GivenListReview): Promise<ListStatus> {
  const { listId, duty, outcome, reasons, seenSha256, actor, now } = given
  const unlocked = await findList(tx, listId)
  await holdFreezes(tx, unlocked ? [unlocked.organisationId] : [])
  const list = await lockList(tx, listId)
  if (!list) throw new Problem('not-found', words.listMissing)
  const refusal = await refusalOn(tx, list, duty, actor.personId, now)
  if (refusal) throw new Problem('conflict', refusal.sentence, { code: refusal.code })
  if (list.status !== LIST_REVIEWS[duty].of)
    throw new Problem('conflict', words.notAwaited(duty, list.status), { code: 'not-awaited' })
  if (list.contentSha256.toString('hex') !== seenSha256)
    throw new Problem('conflict', words.contentChanged, { code: 'content-changed' })
  if (outcome === 'returned' && reasons.length === 0) throw new Problem('not-acceptable', words.reasonsMissing)
  const obstacle = outcome === 'passed' ? await obstacleOnList(tx, list) : undefined
  if (obstacle) throw obstacle

  const { contentSha256 } = list
  await insertListReview(tx, listId, { ...actor, duty, outcome, reasons, contentSha256, at: now })
  const act = outcome === 'passed' ? LIST_REVIEWS[duty].pass : 'return'
  const status = await moveList(tx, list, act, { personId: actor.personId, at: now, note: reasons.join('\n') })
  await recordAct(tx, {
    id: newId(),
    act: `province-list.${duty}.${outcome}`,
    subjectKind: 'province-list',
    subjectId: listId,
    actor,
    at: now,
    detail: { number: list.number, people: list.headCount, amountFen: fenToText(list.amountFen), reasons },
  })
  if (status === 'returned') await waitReturnedList(tx, list, reasons, now)
  return status
}

/** Passed by two, sent or not: while the province has paid nobody of it, it can be taken back, with every reason. */
export async function takeListBack(tx: Tx, given: Omit<GivenListReview, 'duty' | 'outcome'>): Promise<ListStatus> {
  const { listId, reasons, seenSha256, actor, now } = given
  const list = await lockList(tx, listId)
  if (!list) throw new Problem('not-found', words.listMissing)
  if (list.status !== 'second-passed' && list.status !== 'exported')
    throw new Problem('conflict', words.notToTakeBack(list.status), { code: 'not-awaited' })
  if (list.contentSha256.toString('hex') !== seenSha256)
    throw new Problem('conflict', words.contentChanged, { code: 'content-changed' })
  if (reasons.length === 0) throw new Problem('not-acceptable', words.reasonsMissing)
  const paid = await countPaidThere(tx, list)
  if (paid > 0) throw new Problem('conflict', words.paidThere(paid), { code: 'paid-there' })
  const status = await moveList(tx, list, 'return', { personId: actor.personId, at: now, note: reasons.join('\n') })
  await recordAct(tx, {
    id: newId(),
    act: 'province-list.taken-back',
    subjectKind: 'province-list',
    subjectId: listId,
    actor,
    at: now,
    detail: { number: list.number, reasons },
  })
  await waitReturnedList(tx, list, reasons, now)
  return status
}

/** How many of the list the province says it has paid. */
async function countPaidThere(tx: Tx, list: ProvinceList): Promise<number> {
  const people = await listListPeople(tx, list.id)
  const { saysOf } = await provincePast(
    tx,
    people.map((person) => person.identityLookup),
  )
  return people.filter((person) => saysOf.get(person.decisionId)?.state === 'paid').length
}

/** Why this person may not give this review of this list; the law's own pair is in the database too. */
export async function refusalOn(
  tx: Tx,
  list: ProvinceList,
  duty: ListReview,
  personId: string,
  now: Date,
): Promise<DutyRefusal | undefined> {
  const hand = await findListHand(tx, list.id, personId)
  const mustDiffer = parametersOn(tx.district, civilDateOf(now)).get('approval.mustDiffer').value
  // Accounts live in real time, whatever day a demonstration is on.
  const organisations = await listOrganisationsOf(tx, personId, civilDateOf(new Date()))
  const facts = await listFacts(tx, list.groupId, list.factKind)
  const before = facts
    .flatMap((fact) => Claimable.safeParse(fact.body).data?.hands ?? [])
    .filter((each) => each.personId === personId)
    .map((each) => each.duty)
  const isOfOrganisation = organisations.includes(list.organisationId)
  return dutyRefusal({ duty: LIST_REVIEWS[duty].may, hands: hand ? [hand] : [], isOfOrganisation, before }, mustDiffer)
}

/** Why this list can only be returned now, whoever looks at it. */
export async function obstacleOnList(tx: Tx, list: ProvinceList): Promise<Problem | undefined> {
  const frozen = await frozenProblem(tx, list)
  if (frozen) return frozen
  const changed = await countChangedOnList(tx, list)
  return changed > 0 ? new Problem('conflict', words.factsChanged(changed), { code: 'facts-changed' }) : undefined
}

/** A returned list's group waits, with every reason, until it is listed again. */
async function waitReturnedList(tx: Tx, list: ProvinceList, reasons: readonly string[], now: Date): Promise<void> {
  const { fund, organisationId, factKind, groupKind, groupId, title, scheme, schemeTitle } = list
  const { headCount, heldCount, refusedCount, amountFen } = list
  const because: Sentence[] = [words.listReturned(list.number), ...reasons.map((each) => ({ zh: each, en: each }))]
  const about = { fund, organisationId, factKind, groupKind, groupId, title, scheme, schemeTitle }
  const heads = { headCount, heldCount, refusedCount, amountFen, year: yearOf(civilDateOf(now)) }
  await waitFor(tx, { ...about, ...heads }, 'returned', now, because)
}
