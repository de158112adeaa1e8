import type { Tx } from '../../../platform/db/public.ts'
import { formatNumber, nextSerial } from '../../../platform/numbering/public.ts'
import type { CheckResult, CheckRun } from '../../integrity/public.ts'
import { listHolderNames, listOrganisationNames } from '../../people/public.ts'
import { parametersOn, readAnswer, type AnswerDocument } from '../../policy/public.ts'
import { type Check, recordAct } from '../../record/public.ts'
import { civilDateOf, fenToText, newId, sumFen, yearOf } from '../../values/public.ts'
import { moveMoney } from '../budget/ledger.ts'
import { type BudgetLineRow, lockLinesOf } from '../budget/store.ts'
import type { ClaimedFact, DecidedScheme } from '../deciding/decide-group.ts'
import { entitle } from '../deciding/entitle.ts'
import { type CheckFinding, countChecks, standingOf } from '../deciding/rules.ts'
import type { Entitlement } from '../deciding/store.ts'
import { insertStatusEvents } from '../status/store.ts'
import { claimHash } from './content.ts'
import { type ClaimPersonRow, insertClaimLines, insertClaimPeople } from './people/store.ts'
import type { WaitReason } from './rules.ts'
import { type Claim, insertClaim } from './store.ts'
import { settleWait, type WaitingClaim, findWait, insertWait } from './waiting/store.ts'
import { words } from './words.ts'

export type Assembly = {
  readonly decided: DecidedScheme
  readonly groupId: string
  /** The checks' answers of this moment, about everybody and about the group. */
  readonly run: CheckRun
  readonly now: Date
}

/**
 * One claim for the group under the scheme, with a line for everybody who is due, and its money reserved. Where nobody
 * is due, or the fund has no line or not enough left this year, the group waits, with the reason kept.
 */
export async function assembleClaim(tx: Tx, checks: readonly Check[], assembly: Assembly): Promise<void> {
  const { decided, groupId, run, now } = assembly
  const { scheme } = decided
  const findings = findingsOf(checks, run.results)
  const people = peopleOf(decided, findings, groupId)
  const first = decided.decided[0]
  if (people.length === 0 || !first) return
  const due = people.filter((person) => person.standing === 'due')
  const amountFen = sumFen(due.map((person) => person.amountFen))

  const heads = headsOf(people)
  const about = {
    ...groupOf(first),
    ...heads,
    amountFen,
    scheme: scheme.pack.scheme,
    schemeTitle: scheme.pack.title,
    year: yearOf(civilDateOf(now)),
  }
  if (first.body.payee !== scheme.pack.payee) return waitFor(tx, about, 'another-payee', now)
  const entitlements = await entitle(tx, { scheme: scheme.pack.scheme, groupId, fund: first.body.fund, people, now })
  if (due.length === 0) return waitFor(tx, about, 'nobody-due', now)
  const lines = await lockLinesOf(tx, about.fund, about.year)
  if (lines.length === 0) return waitFor(tx, about, 'no-budget-line', now)
  // Lines in the order they were opened: the first that can bear the whole claim.
  const line = lines.find((each) => each.availableFen >= amountFen)
  if (!line) return waitFor(tx, about, 'not-enough-budget', now)

  const asked = findings.filter(
    (each) => each.subjectId === groupId || people.some((person) => person.subjectId === each.subjectId),
  )
  const counts = countChecks(asked, scheme.onUnavailable)
  const claim: Omit<Claim, 'contentSha256' | 'status'> = {
    id: newId(),
    number: await claimNumber(tx, now),
    scheme: about.scheme,
    schemeVersion: scheme.pack.version,
    schemeTitle: about.schemeTitle,
    fund: about.fund,
    lineId: line.id,
    organisationId: about.organisationId,
    organisationName: (await listOrganisationNames(tx, [about.organisationId])).get(about.organisationId) ?? '',
    factKind: about.factKind,
    groupKind: about.groupKind,
    groupId,
    title: about.title,
    ...heads,
    amountFen,
    checkRunId: run.runId,
    checksAsked: counts.asked,
    checksPassed: counts.passed,
    unavailable: counts.unavailable,
    assembledAt: now,
  }
  await keepClaim(tx, claim, people, await payeesOf(tx, due, decided.decided, entitlements), line, now)
}

/** Writes the claim and everything of it, and reserves its money. */
async function keepClaim(
  tx: Tx,
  claim: Omit<Claim, 'contentSha256' | 'status'>,
  people: readonly ClaimPersonRow[],
  payees: Awaited<ReturnType<typeof payeesOf>>,
  line: BudgetLineRow,
  now: Date,
): Promise<void> {
  await insertClaim(tx, { ...claim, contentSha256: claimHash(claim, people, payees), status: 'assembled' })
  await insertClaimPeople(tx, claim.id, people)
  await insertClaimLines(
    tx,
    payees.map((payee) => ({ ...payee, id: newId(), claimId: claim.id })),
  )
  await insertStatusEvents(tx, [
    {
      id: newId(),
      subjectKind: 'claim',
      subjectId: claim.id,
      from: null,
      to: 'assembled',
      personId: null,
      note: '',
      businessAt: now,
    },
  ])
  await moveMoney(tx, {
    lineId: line.id,
    from: 'available',
    to: 'reserved',
    amountFen: claim.amountFen,
    reason: 'claim-assembled',
    subject: { kind: 'claim', id: claim.id },
    actor: null,
    at: now,
  })
  await recordAct(tx, {
    id: newId(),
    act: 'claim.assembled',
    subjectKind: 'claim',
    subjectId: claim.id,
    actor: null,
    at: now,
    detail: { number: claim.number, people: claim.headCount, amountFen: fenToText(claim.amountFen) },
  })
  const wait = await findWait(tx, claim.groupId, claim.scheme)
  if (wait) await settleWait(tx, wait.id, now)
}

type Finding = CheckFinding & { readonly subjectId: string }

function findingsOf(checks: readonly Check[], results: readonly CheckResult[]): Finding[] {
  const known = new Map(checks.map((check) => [check.id, check]))
  return results.map(({ checkId, subjectId, outcome, action, sentence }) => {
    const check = known.get(checkId)
    const title = check?.title ?? { zh: checkId, en: checkId }
    return { checkId, subjectId, outcome, action, sentence, title, basis: check?.basis ?? '' }
  })
}

/** Everybody the scheme applies to, with what becomes of them. What is found about the group is found about each. */
function peopleOf({ scheme, decided }: DecidedScheme, findings: readonly Finding[], groupId: string): ClaimPersonRow[] {
  const bySubject = new Map<string, Finding[]>()
  for (const finding of findings)
    bySubject.set(finding.subjectId, [...(bySubject.get(finding.subjectId) ?? []), finding])
  const ofGroup = bySubject.get(groupId) ?? []
  const people = decided.flatMap(({ fact, body, decision }) => {
    const answer = readAnswer(decision.trace as AnswerDocument)
    const standing = standingOf(answer, [...(bySubject.get(fact.subjectId) ?? []), ...ofGroup], scheme.onUnavailable)
    if (!standing) return []
    const of = { decisionId: decision.id, factId: fact.id, subjectId: fact.subjectId, personId: fact.personId }
    return [{ ...of, position: body.position, ...standing }]
  })
  return people.sort((a, b) => a.position - b.position || (a.decisionId < b.decisionId ? -1 : 1))
}

function headsOf(people: readonly ClaimPersonRow[]) {
  const count = (standing: ClaimPersonRow['standing']) => people.filter((person) => person.standing === standing).length
  return { headCount: count('due'), heldCount: count('held'), refusedCount: count('refused') }
}

/** The payees as their roster gives them: the account it names, and the name that account is held in. */
async function payeesOf(
  tx: Tx,
  due: readonly ClaimPersonRow[],
  facts: readonly ClaimedFact[],
  entitlements: ReadonlyMap<string, Entitlement>,
) {
  const accounts = new Map(facts.map(({ fact, body }) => [fact.id, body.bankAccountId]))
  const holders = await listHolderNames(tx, [...accounts.values()])
  return due.map(({ decisionId, factId, personId, position, amountFen }) => {
    const entitlement = entitlements.get(decisionId)
    const bankAccountId = accounts.get(factId)
    const payeeName = bankAccountId === undefined ? undefined : holders.get(bankAccountId)
    if (!entitlement || payeeName === undefined || bankAccountId === undefined)
      throw new Error(`decision ${decisionId} is due without an entitlement or an account`)
    return { entitlementId: entitlement.id, personId, position, payeeName, bankAccountId, amountFen }
  })
}

async function claimNumber(tx: Tx, now: Date): Promise<string> {
  const today = civilDateOf(now)
  const year = yearOf(today)
  const template = parametersOn(tx.district, today).get('numbering.claim').value
  return formatNumber(template, { year, serial: await nextSerial(tx, 'claim', year) })
}

function groupOf({ fact, body }: ClaimedFact) {
  return {
    fund: body.fund,
    organisationId: body.organisationId,
    factKind: fact.kind,
    groupKind: body.groupKind,
    groupId: fact.groupId,
    title: body.groupTitle,
  }
}

type Waiting = Omit<WaitingClaim, 'id' | 'reason' | 'waitsSince'>

/** Facts that no scheme answers to: nothing is decided, and that is kept where people look. */
export async function noScheme(tx: Tx, first: ClaimedFact, now: Date): Promise<void> {
  const nobody = { headCount: 0, heldCount: 0, refusedCount: 0, amountFen: 0n }
  const scheme = { scheme: first.fact.kind, schemeTitle: words.noScheme, year: yearOf(civilDateOf(now)) }
  await waitFor(tx, { ...groupOf(first), ...nobody, ...scheme }, 'no-scheme', now)
}

/** Keeps that the group waits and why; the same wait is kept once. */
async function waitFor(tx: Tx, about: Waiting, reason: WaitReason, now: Date): Promise<void> {
  const before = await findWait(tx, about.groupId, about.scheme)
  const same = before && before.reason === reason && before.amountFen === about.amountFen && before.year === about.year
  if (same && before.headCount === about.headCount) return
  if (before) await settleWait(tx, before.id, now)
  await insertWait(tx, { ...about, id: newId(), reason, waitsSince: before?.waitsSince ?? now })
  await recordAct(tx, {
    id: newId(),
    act: 'claim.waits',
    subjectKind: about.groupKind,
    subjectId: about.groupId,
    actor: null,
    at: now,
    detail: { scheme: about.scheme, reason, people: about.headCount, amountFen: fenToText(about.amountFen) },
  })
}
