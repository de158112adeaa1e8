import type { Sentence } from '../../../platform/contract/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import { listResultsOfRun, tellingTo } from '../../integrity/public.ts'
import { listBankAccounts } from '../../people/public.ts'
import { findDecision, findFact, type KeptDecision, listChains } from '../../policy/public.ts'
import type { Check } from '../../record/public.ts'
import type { District } from '../../reference/public.ts'
import { type CivilDate, civilDateOf, fenFromText, formatYuan, withoutLongNumbers } from '../../values/public.ts'
import { listPaymentsOfClaimLine } from '../batches/payment-store.ts'
import { notWithdrawn, type PaymentStatus } from '../batches/rules.ts'
import { explained } from '../claims/explained.ts'
import { maskedNamesOf } from '../claims/people/names.ts'
import { listClaimLines, listClaimPeople } from '../claims/people/store.ts'
import type { ClaimStatus } from '../claims/rules.ts'
import { type Claim, findClaim } from '../claims/store.ts'
import { listHoldsOn } from '../holds/store.ts'
import { findNoticeOfClaim } from '../public-notices/store.ts'
import { listStatusEvents } from '../status/store.ts'
import { occasionOf } from '../telling/occasion.ts'
import { type NoticeItem, noticeOf } from '../telling/rules.ts'
import { CHECK_TOLD } from '../telling/words.ts'
import { listStandingsOfPerson } from './store.ts'
import { findPromiseBy, listInstalmentsOf } from '../promises/store.ts'
import { words } from './words.ts'

/** One subsidy of one person, as they themselves may read it: no official, and nothing of other offices but what is theirs to know. */
export type OwnSubsidy = {
  /** The decision it rests on. */
  readonly id: string
  readonly claimId: string
  readonly maskedName: string
  readonly title: string
  readonly scheme: Sentence
  readonly standing: 'due' | 'held' | 'refused'
  readonly status: ClaimStatus
  readonly amountFen: bigint
  readonly happenedOn: string
  /** The day on which the claim last came to each state. */
  readonly reached: Partial<Record<ClaimStatus, CivilDate>>
  readonly checksAsked: number
  readonly notice: { readonly from: CivilDate; readonly until: CivilDate; readonly workingDays: number } | null
  /** What an objection did to the person's own line. */
  readonly hold: 'held' | 'dropped' | null
  readonly payment: { readonly status: PaymentStatus; readonly on: CivilDate | null } | null
  readonly account: { readonly bankName: string; readonly tail: string } | null
  readonly sum: readonly {
    readonly label: Sentence
    readonly fen: bigint
    readonly how?: Sentence
    readonly clause: Sentence
  }[]
  /** What stopped it and what to bring, with the last day to come and where. */
  readonly stopped: readonly NoticeItem[]
  /** That people decided it, that it was decided anew, that it is paid beside another. */
  readonly notes: readonly Sentence[]
  readonly until: string
  readonly place: Sentence
  /** Every check that stopped it; one that only made the bureau look is not told. */
  readonly failed: readonly Sentence[]
  readonly passed: readonly Sentence[]
  readonly unavailable: readonly Sentence[]
}

const MOST_SHOWN = 12

/** Every subsidy of somebody, the newest first. */
export async function ownSubsidies(
  tx: Tx,
  needs: { readonly checks: readonly Check[]; readonly district: District },
  personId: string,
): Promise<OwnSubsidy[]> {
  const found: OwnSubsidy[] = []
  for (const standing of await listStandingsOfPerson(tx, personId, MOST_SHOWN)) {
    const subsidy = await ownSubsidy(tx, needs, standing)
    if (subsidy) found.push(subsidy)
  }
  return found
}

async function ownSubsidy(
  tx: Tx,
  { checks, district }: { readonly checks: readonly Check[]; readonly district: District },
  standing: { readonly claimId: string; readonly decisionId: string },
): Promise<OwnSubsidy | undefined> {
  const claim = await findClaim(tx, standing.claimId)
  const person =
    claim && (await listClaimPeople(tx, claim.id)).find(({ decisionId }) => decisionId === standing.decisionId)
  const decision = person && (await findDecision(tx, person.decisionId))
  const fact = person && (await findFact(tx, person.factId))
  if (!claim || !person || !decision || !fact) return undefined
  const results = (await listResultsOfRun(tx, claim.groupId, claim.checkRunId)).filter(
    ({ subjectId, outcome }) => subjectId === person.subjectId && outcome !== 'not-applicable',
  )
  const line = (await listClaimLines(tx, claim.id)).find(({ personId }) => personId === person.personId)
  const hold = line && (await listHoldsOn(tx, [claim.id])).findLast(({ claimLineId }) => claimLineId === line.id)
  const payment = line && notWithdrawn(await listPaymentsOfClaimLine(tx, line.id)).at(-1)
  const settled = payment && (await listStatusEvents(tx, payment.id)).at(-1)
  const account = line && (await listBankAccounts(tx, [line.bankAccountId])).get(line.bankAccountId)
  const notice = await findNoticeOfClaim(tx, claim.id)
  const maskedName = (await maskedNamesOf(tx, [person.factId])).get(person.factId) ?? '*'
  const occasion = occasionOf(tx, district, claim, tx.now)
  const told = explained(decision, results, checks, tellingTo(claim.organisationId, checks))
  // What two people let go stays failed, and stops nobody who is due.
  const stops = ({ action }: { action: string }) => person.standing !== 'due' && action !== 'flag'
  const titles = (outcome: 'passed' | 'failed' | 'unavailable') =>
    told.checks
      .filter((check) => check.outcome === outcome && (outcome !== 'failed' || stops(check)))
      .map(({ title }) => title)
  const [failed, passed, unavailable] = [titles('failed'), titles('passed'), titles('unavailable')]
  const objected = hold?.status === 'held' ? CHECK_TOLD.P07 : undefined
  return {
    id: person.decisionId,
    claimId: claim.id,
    maskedName,
    title: withoutLongNumbers(claim.title),
    scheme: claim.schemeTitle,
    standing: person.standing,
    status: claim.status,
    amountFen: person.amountFen,
    happenedOn: fact.occurredOn,
    reached: Object.fromEntries(
      (await listStatusEvents(tx, claim.id)).map(({ to, businessAt }) => [to, civilDateOf(businessAt)]),
    ),
    checksAsked: failed.length + passed.length + unavailable.length,
    notice: notice ? { from: notice.publishedOn, until: notice.endsOn, workingDays: notice.workingDays } : null,
    hold: hold && hold.status !== 'released' ? hold.status : null,
    payment: payment ? { status: payment.status, on: settled ? civilDateOf(settled.businessAt) : null } : null,
    account: payment
      ? { bankName: payment.bankName, tail: payment.tail }
      : account
        ? { bankName: account.bankName, tail: account.tail }
        : null,
    notes: [
      ...notesOf(claim, decision),
      ...(await followedBy(tx, person.subjectId, decision)),
      ...(await laterOnes(tx, decision)),
    ],
    sum: [
      ...told.amounts.map(({ label, fen, how, clause }) => ({
        label,
        fen: fenFromText(fen),
        ...(how ? { how } : {}),
        clause,
      })),
      ...(claim.supplement > 0 && person.amountFen !== decision.effectiveFen
        ? [{ label: words.paidBefore, fen: person.amountFen - decision.effectiveFen, clause: words.none }]
        : []),
    ],
    stopped:
      person.standing === 'due'
        ? objected
          ? [{ ...objected, basis: { zh: '', en: '' } }]
          : []
        : noticeOf({ ...person, standing: person.standing, maskedName, maskedIdentity: '' }, occasion).items,
    until: occasion.until,
    place: {
      zh: occasion.office.bureau.zh + occasion.office.place.zh,
      en: `${occasion.office.bureau.en}, ${occasion.office.place.en}`,
    },
    failed,
    passed,
    unavailable,
  }
}

function notesOf(claim: Claim, decision: KeptDecision): Sentence[] {
  return [
    ...(decision.cause === 'manual' ? [words.byPeople] : []),
    ...(decision.followsId === null || decision.cause === 'manual' ? [] : [words.anew]),
    ...(claim.supplement > 0 ? [words.supplement] : []),
  ]
}

/** When the later instalments are due, and which of them is paused and why. */
async function laterOnes(tx: Tx, decision: KeptDecision): Promise<Sentence[]> {
  const promise = await findPromiseBy(tx, decision.id)
  if (!promise) return []
  const later = await listInstalmentsOf(tx, { promiseIds: [promise.id] })
  const paused = later.filter(({ status }) => status === 'paused')
  return [
    words.instalments(
      promise.instalments,
      later.map(({ dueOn }) => dueOn),
    ),
    ...paused.map(({ number, endsOn, because }) => words.paused(number, endsOn, because ?? [])),
  ]
}

/** That another decision follows the one this claim pays by, and what it comes to. */
async function followedBy(tx: Tx, subjectId: string, decision: KeptDecision): Promise<Sentence[]> {
  const head = (await listChains(tx, decision.groupId, decision.scheme)).get(subjectId)?.at(-1)
  return head && head.id !== decision.id ? [words.followed(formatYuan(head.effectiveFen))] : []
}
