import type { Sentence } from '../../../platform/contract/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import { type KeptDecision, listBenefits, listChains, listSchemesDecidedAnew } from '../../policy/public.ts'
import { recordAct } from '../../record/public.ts'
import { civilDateOf, fenToText, newId, sumFen, yearOf } from '../../values/public.ts'
import { bankFormOn } from '../bank/form.ts'
import { moveMoney } from '../budget/ledger.ts'
import { lockLinesOf } from '../budget/store.ts'
import { decideGroup, type DecidedScheme } from '../deciding/decide-group.ts'
import { countChecks } from '../deciding/rules.ts'
import { type Entitlement, insertEntitlements, listEntitlements, setEntitlementStatus } from '../deciding/store.ts'
import { insertRecovery } from '../recoveries/store.ts'
import { type Difference, differenceOf } from '../redecisions/money.ts'
import { isWithTheBank, listMakersOf, listMoneyLines } from '../redecisions/store.ts'
import { insertStatusEvents } from '../status/store.ts'
import { countChangedFacts } from '../review/give-review.ts'
import {
  findingsOf,
  handsFromTheFirstDay,
  headsOf,
  keepClaim,
  linesOf,
  listable,
  payeesOf,
  peopleOf,
} from './assemble.ts'
import { moveClaim } from './move-claim.ts'
import type { ClaimPersonRow } from './people/store.ts'
import { nextStatus, supplementNumber } from './rules.ts'
import { runChecks, type SettlingNeeds } from './settle-group.ts'
import { type Claim, countSupplements, findOpenClaim, listOpenClaims, lockClaim } from './store.ts'
import { groupOf, waitFor } from './waiting/keep.ts'
import { takeBenefits, withinLimits } from './within-limits.ts'
import { words } from './words.ts'

/** A person whose decisions are a chain of more than one, with what the last of them asks of the money. */
export type OpenDifference = {
  readonly subjectId: string
  readonly head: KeptDecision
  readonly difference: Difference
}

export type SettlingDifferences = {
  readonly groupId: string
  readonly now: Date
  /** Who asks for what is to be paid back, where no redecision names somebody, and why. */
  readonly by?: {
    /** Of whom. */
    readonly subjectId: string
    readonly personId: string
    readonly accountId: string
    readonly reason: string
    readonly document: string
  }
}

/**
 * Whoever of a group was decided anew after their money had left: what the last decision adds is claimed in a supplement,
 * what it takes away is proposed to be recovered, in the name of who proposed the decision. While the group's own claim is
 * not with the bank its line is put right in the claim itself. Asked twice, it changes nothing.
 */
export async function settleDifferences(tx: Tx, needs: SettlingNeeds, asked: SettlingDifferences): Promise<void> {
  for (const scheme of await listSchemesDecidedAnew(tx, asked.groupId)) {
    const main = await findOpenClaim(tx, asked.groupId, scheme)
    if (!main) continue
    const { groupId, now } = asked
    // Those who settle one group take turns here.
    const group = await decideGroup(tx, needs, { kind: main.factKind, groupId, today: civilDateOf(now), now })
    const decided = group.schemes.find(({ scheme: { pack } }) => pack.scheme === scheme)
    const locked = await lockClaim(tx, main.id)
    if (!decided || !locked || !(await hasLeft(tx, locked))) continue
    await withdrawStale(tx, groupId, scheme, now)
    const open = await openDifferences(tx, groupId, scheme)
    const more = new Map(open.flatMap((each) => (each.difference.kind === 'more' ? [[each.subjectId, each]] : [])))
    let due: readonly ClaimPersonRow[] = []
    if (more.size > 0) due = await supplement(tx, needs, { main: locked, decided, group, more, now })
    for (const each of open) if (each.difference.kind === 'less') await recover(tx, each, asked)
    await followEntitlements(tx, { claim: locked, open, due: new Set(due.map(({ decisionId }) => decisionId)), now })
  }
}

/** What the last decision on each person of a group still asks of the money; who was decided once is not among them. */
export async function openDifferences(tx: Tx, groupId: string, scheme: string): Promise<OpenDifference[]> {
  const money = await listMoneyLines(tx, groupId, scheme)
  return [...(await listChains(tx, groupId, scheme))].flatMap(([subjectId, chain]) => {
    const head = chain.at(-1)
    if (!head || chain.length < 2) return []
    return [{ subjectId, head, difference: differenceOf(head, money.get(subjectId) ?? []) }]
  })
}

/** Whether the group's own claim can never be returned any more: then a person's line is put right beside it. */
async function hasLeft(tx: Tx, claim: Claim): Promise<boolean> {
  return claim.status === 'paid' || (claim.status === 'batched' && (await isWithTheBank(tx, claim.id)))
}

/** Supplements in review whose people have been decided anew since give their place up. */
async function withdrawStale(tx: Tx, groupId: string, scheme: string, now: Date): Promise<void> {
  for (const { id, supplement: nth, scheme: of } of await listOpenClaims(tx, groupId)) {
    const claim = nth > 0 && of === scheme ? await lockClaim(tx, id) : undefined
    if (!claim || nextStatus(claim.status, 'replace') === undefined) continue
    if ((await countChangedFacts(tx, claim)) > 0) await withdrawClaim(tx, claim, words.decidedAnew, now)
  }
}

/** The claim is returned by the platform itself, and its money is available again for the one that follows. */
export async function withdrawClaim(tx: Tx, claim: Claim, because: Sentence, now: Date): Promise<void> {
  await moveClaim(tx, claim, 'replace', { personId: null, at: now, note: because.zh })
  await recordAct(tx, {
    id: newId(),
    act: 'claim.replaced',
    subjectKind: 'claim',
    subjectId: claim.id,
    actor: null,
    at: now,
    detail: { number: claim.number, because: because.zh },
  })
  await moveMoney(tx, {
    lineId: claim.lineId,
    from: 'reserved',
    to: 'available',
    amountFen: claim.amountFen,
    reason: 'claim-replaced',
    subject: { kind: 'claim', id: claim.id },
    actor: null,
    at: now,
  })
}

type Supplementing = {
  readonly main: Claim
  readonly decided: DecidedScheme
  readonly group: Awaited<ReturnType<typeof decideGroup>>
  readonly more: ReadonlyMap<string, OpenDifference>
  readonly now: Date
}

/** A claim of what the last decisions add, with its money reserved; who the checks keep back is not in it. Returns its people. */
async function supplement(
  tx: Tx,
  needs: SettlingNeeds,
  { main, decided, group, more, now }: Supplementing,
): Promise<readonly ClaimPersonRow[]> {
  const { groupId, scheme } = main
  const run = await runChecks(tx, needs, group, groupId, now)
  const findings = findingsOf(needs.integrity.checks, run.results)
  const payees = await payeesOf(tx, decided.decided)
  const form = bankFormOn(tx.district, civilDateOf(now))
  const added = peopleOf(decided, findings, groupId).flatMap((person) => {
    const difference = more.get(person.subjectId)?.difference
    const fen = difference?.kind === 'more' ? difference.fen : undefined
    return fen === undefined ? [] : [listable({ ...person, amountFen: fen }, payees.get(person.factId), form)]
  })
  const hadFen = await hadOf(tx, main, added)
  const people = await withinLimits(tx, decided, added, { groupId, now, hadFen })
  const due = people.filter(({ standing }) => standing === 'due')
  const first = decided.decided.find(({ fact }) => more.has(fact.subjectId))
  if (!first) return []
  const amountFen = sumFen(due.map((person) => person.amountFen))
  const year = yearOf(civilDateOf(now))
  const about = { ...groupOf(first), ...headsOf(people), amountFen, scheme, schemeTitle: main.schemeTitle, year }
  if (due.length === 0) return []
  const budget = await lockLinesOf(tx, about.fund, year)
  const line = budget.find((each) => each.availableFen >= amountFen)
  if (!line) {
    await waitFor(tx, about, budget.length === 0 ? 'no-budget-line' : 'not-enough-budget', now, [words.decidedAnew])
    return []
  }
  const nth = 1 + (await countSupplements(tx, groupId, scheme))
  const asked = findings.filter(({ subjectId }) => subjectId === groupId || more.has(subjectId))
  const counts = countChecks(asked, decided.scheme.onUnavailable)
  const entitlements = await entitleTo(tx, main, due, decided, now)
  const { contentSha256: _sha256, status: _status, ...ofMain } = main
  const claim: Omit<Claim, 'contentSha256' | 'status'> = {
    ...ofMain,
    id: newId(),
    number: supplementNumber(main.number, nth),
    schemeVersion: decided.scheme.pack.version,
    lineId: line.id,
    ...headsOf(people),
    amountFen,
    checkRunId: run.runId,
    checksAsked: counts.asked,
    checksPassed: counts.passed,
    unavailable: counts.unavailable,
    assembledAt: now,
    replaces: null,
    supplement: nth,
    supplementBecause: words.supplements(main.number),
  }
  await takeBenefits(tx, decided, due, { kind: 'claim', ...claim }, { now, had: hadFen })
  await keepClaim(tx, claim, people, linesOf(due, payees, entitlements), handsFromTheFirstDay(people, first), line, now)
  return due
}

/** What they have taken of the group under the scheme already; who has none of it is not in it. */
async function hadOf(
  tx: Tx,
  { groupId, scheme }: Pick<Claim, 'groupId' | 'scheme'>,
  people: readonly ClaimPersonRow[],
): Promise<ReadonlyMap<string, bigint>> {
  const living = await listBenefits(
    tx,
    people.map(({ personId }) => personId),
  )
  const had = new Map<string, bigint>()
  for (const each of living)
    if (each.groupId === groupId && each.scheme === scheme)
      had.set(each.personId, (had.get(each.personId) ?? 0n) + each.amountFen)
  return had
}

/** The entitlement of each of these decisions: the whole of its amount, of which the supplement pays what is left. */
async function entitleTo(
  tx: Tx,
  main: Claim,
  due: readonly ClaimPersonRow[],
  decided: DecidedScheme,
  now: Date,
): Promise<ReadonlyMap<string, Entitlement>> {
  const of = new Map(decided.decided.map(({ decision }) => [decision.id, decision]))
  return keepEntitlements(
    tx,
    main,
    due.flatMap(({ decisionId }) => of.get(decisionId) ?? []),
    { status: 'due', now },
  )
}

async function keepEntitlements(
  tx: Tx,
  { groupId, scheme, fund }: Pick<Claim, 'groupId' | 'scheme' | 'fund'>,
  decisions: readonly KeptDecision[],
  { status, now }: { readonly status: Entitlement['status']; readonly now: Date },
): Promise<ReadonlyMap<string, Entitlement>> {
  const known = new Map((await listEntitlements(tx, groupId, scheme)).map((each) => [each.decisionId, each]))
  for (const { id: decisionId, personId, effectiveFen: amountFen } of decisions) {
    const before = known.get(decisionId)
    if (before?.status === status || amountFen === 0n) continue
    const entitlement = before
      ? { ...before, status }
      : { id: newId(), decisionId, personId, groupId, scheme, fund, amountFen, status }
    if (before) await setEntitlementStatus(tx, before.id, status)
    else await insertEntitlements(tx, [entitlement], now)
    known.set(decisionId, entitlement)
    await tellEntitlement(tx, entitlement.id, { from: before?.status ?? null, to: status, now, note: '' })
  }
  return known
}

async function tellEntitlement(
  tx: Tx,
  subjectId: string,
  moved: { readonly from: string | null; readonly to: string; readonly now: Date; readonly note: string },
): Promise<void> {
  const { from, to, now: businessAt, note } = moved
  await insertStatusEvents(tx, [
    { id: newId(), subjectKind: 'entitlement', subjectId, from, to, personId: null, note, businessAt },
  ])
}

/** What was received is told by the last decision alone: earlier entitlements of a chain that is settled count no more. */
async function followEntitlements(
  tx: Tx,
  settled: {
    readonly claim: Claim
    readonly open: readonly OpenDifference[]
    readonly due: ReadonlySet<string>
    readonly now: Date
  },
): Promise<void> {
  const { claim, now, due } = settled
  const done = settled.open.filter(
    ({ head, difference: { kind } }) => kind === 'none' || kind === 'less' || due.has(head.id),
  )
  const heads = new Set(done.map(({ head }) => head.id))
  const people = new Set(done.map(({ head }) => head.personId))
  for (const each of await listEntitlements(tx, claim.groupId, claim.scheme)) {
    if (each.status !== 'due' || heads.has(each.decisionId) || !people.has(each.personId)) continue
    await setEntitlementStatus(tx, each.id, 'held')
    await tellEntitlement(tx, each.id, { from: 'due', to: 'held', now, note: 'superseded' })
  }
  await keepEntitlements(
    tx,
    claim,
    done.map(({ head }) => head),
    { status: 'due', now },
  )
}

/** Proposes to recover what the last decision takes away; another person decides it, as any recovery. */
async function recover(
  tx: Tx,
  { subjectId, head, difference }: OpenDifference,
  { by, now }: Pick<SettlingDifferences, 'by' | 'now'>,
): Promise<void> {
  if (difference.kind !== 'less') return
  const maker = (await listMakersOf(tx, [head.id])).get(head.id)
  const asked = by?.subjectId === subjectId ? by : undefined
  const proposer = asked ?? (maker && { ...maker, personId: maker.proposedBy })
  // What the machine decided on a changed record waits for somebody who asks for it.
  if (!proposer) return
  for (const { paymentId, fen, paymentFen, beforeFen } of difference.from) {
    const id = newId()
    const { personId, accountId, reason, document } = proposer
    await insertRecovery(tx, {
      id,
      paymentId,
      paymentFen,
      amountFen: fen,
      beforeFen,
      decisionId: head.id,
      reason,
      document,
      proposedBy: personId,
      accountId,
      businessAt: now,
    })
    await insertStatusEvents(tx, [
      {
        id: newId(),
        subjectKind: 'recovery',
        subjectId: id,
        from: null,
        to: 'proposed',
        personId,
        note: '',
        businessAt: now,
      },
    ])
    await recordAct(tx, {
      id: newId(),
      act: 'recovery.proposed',
      subjectKind: 'recovery',
      subjectId: id,
      actor: { personId, accountId },
      at: now,
      detail: { decisionId: head.id, amountFen: fenToText(fen) },
    })
  }
}
