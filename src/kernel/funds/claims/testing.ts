import { type Tx } from '../../../platform/db/public.ts'
import { newId } from '../../values/public.ts'
import { listClaimLines, listClaimPeople } from './people/store.ts'
import { type SettlingNeeds, settleGroup } from './settle-group.ts'
import { type Claim, findClaim, findOpenClaim } from './store.ts'
import { endNotices } from '../public-notices/ending.ts'
import { publishNotice } from '../public-notices/publish.ts'
import type { NoticeRow } from '../public-notices/store.ts'
import { giveConfirmation } from '../review/confirm.ts'
import { insertDraw, listDraws } from '../review/draws/store.ts'
import { giveReview } from '../review/give-review.ts'
import { reviewAwaited } from '../review/rules.ts'
import { NOW, testVault, type FundsDatabase, givenPeople } from '../testing.ts'
import { type GivenTrainee, type GivenClass, givenCompletedClass, settlingNeeds } from '../deciding/testing.ts'

export type GivenClaim = Omit<GivenClass, 'trainees'> & { readonly people?: number; readonly now?: Date }

/** A claim assembled from a completed class of people who are all due. A line of the fund must have the money. */
export async function givenClaim(
  tx: Tx,
  given: GivenClaim = {},
  needs: SettlingNeeds = settlingNeeds(),
): Promise<Claim> {
  const { people: count = 2, now = NOW, ...ofClass } = given
  const { groupId, facts } = await givenCompletedClass(tx, {
    ...ofClass,
    trainees: Array.from({ length: count }, () => ({})),
  })
  await settleGroup(tx, needs, { kind: facts[0]!.kind, groupId, now, again: false })
  const claim = await findOpenClaim(tx, groupId, TRAINING_SUBSIDY)
  if (!claim) throw new Error('no claim was assembled: is there a budget line with enough money?')
  return claim
}

/** The states a claim goes through before it is paid, in their order. */
export const ON_THE_WAY = ['assembled', 'confirmed', 'first-passed', 'second-passed', 'approved'] as const

/** Takes a claim on as far as `to` (approved unless told), each step by a person of its own. Returns it as it is then. */
export async function carryOn(
  tx: Tx,
  claim: Pick<Claim, 'id'>,
  { to = 'approved', now = NOW }: { to?: (typeof ON_THE_WAY)[number]; now?: Date } = {},
): Promise<Claim> {
  for (;;) {
    const { id: claimId, status, contentSha256, organisationId } = (await findClaim(tx, claim.id))!
    if (ON_THE_WAY.indexOf(status as 'assembled') >= ON_THE_WAY.indexOf(to) || status === 'returned') break
    const [person] = await givenPeople(tx, 1)
    const actor = { accountId: newId(), personId: person!.personId }
    const given = { claimId, reasons: [], seenSha256: contentSha256.toString('hex'), now }
    const duty = reviewAwaited(status)
    if (duty === 'second-review') await givenDrawn(tx, claimId, actor.personId)
    const roles = ['director']
    const minutesNumber = '局长办公会纪要〔2022〕1号'
    if (duty) await giveReview(tx, { ...given, duty, outcome: 'passed', actor: { ...actor, roles }, minutesNumber })
    else await giveConfirmation(tx, { ...given, outcome: 'confirmed', actor: { ...actor, organisationId } })
  }
  return (await findClaim(tx, claim.id))!
}

/** Somebody of the test is the one who gives a claim its second review, as if a head had named them. */
export async function givenDrawn(tx: Tx, claimId: string, personId: string): Promise<void> {
  const [newest] = await listDraws(tx, claimId)
  const by = { personId: newId(), accountId: newId() }
  await insertDraw(tx, {
    id: newId(),
    claimId,
    nth: (newest?.nth ?? 0) + 1,
    way: 'named',
    chosen: { personId, accountId: newId() },
    seed: '',
    candidates: [],
    excluded: [],
    reason: '测试指定',
    by,
    businessAt: NOW,
  })
}

/** A claim that its provider has confirmed: it awaits the initial review. */
export async function givenConfirmedClaim(
  tx: Tx,
  given: GivenClaim = {},
  needs: SettlingNeeds = settlingNeeds(),
): Promise<Claim> {
  return carryOn(tx, await givenClaim(tx, given, needs), { to: 'confirmed', now: given.now ?? NOW })
}

/** A claim that is confirmed, passed twice and approved, by different people: its money is committed. */
export async function givenApprovedClaim(tx: Tx, given: GivenClaim = {}): Promise<Claim> {
  return carryOn(tx, await givenClaim(tx, given), { now: given.now ?? NOW })
}

/** An approved claim whose public notice went out two weeks ago and has ended since: it can be paid. */
export async function givenPayableClaim(tx: Tx, given: GivenClaim = {}): Promise<Claim> {
  const claim = await givenApprovedClaim(tx, given)
  await givenPublished(tx, claim, new Date((given.now ?? NOW).getTime() - 14 * 86_400_000))
  await endNotices(tx)
  return (await findClaim(tx, claim.id))!
}

/** The public notice of an approved claim, put out by somebody at that time. */
export async function givenPublished(tx: Tx, claim: Claim, now = NOW): Promise<NoticeRow> {
  const [publisher] = await givenPeople(tx, 1)
  return publishNotice(tx, testVault, {
    claimId: claim.id,
    seenSha256: claim.contentSha256.toString('hex'),
    actor: { accountId: newId(), personId: publisher!.personId },
    now,
  })
}

/** Runs what an outbox event would, at NOW; `again` as when the budget arrives. */
export function settle(funds: FundsDatabase, groupId: string, needs = settlingNeeds(), again = false): Promise<void> {
  return funds.within((tx) => settleGroup(tx, needs, { kind: 'training.completed', groupId, now: NOW, again }))
}

export const TRAINING_SUBSIDY = 'liandu.training-subsidy'

/** The open claim of a group under the training subsidy with everybody on it; empty where there is none. */
export function claimOfGroup(funds: FundsDatabase, groupId: string) {
  return funds.within(async (tx) => {
    const claim = await findOpenClaim(tx, groupId, TRAINING_SUBSIDY)
    const people = claim ? await listClaimPeople(tx, claim.id) : []
    const lines = claim ? await listClaimLines(tx, claim.id) : []
    return { claim, people, lines }
  })
}

/** A class completed, decided, checked and claimed. */
export async function settledClass(
  funds: FundsDatabase,
  given: GivenClass | readonly GivenTrainee[],
  needs = settlingNeeds(),
) {
  const ofClass = 'trainees' in given ? given : { trainees: given }
  const { groupId, facts } = await funds.within((tx) => givenCompletedClass(tx, ofClass))
  await settle(funds, groupId, needs)
  return { groupId, facts, ...(await claimOfGroup(funds, groupId)) }
}
