import type { Sentence } from '../../../platform/contract/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import { formatNumber, nextSerial } from '../../../platform/numbering/public.ts'
import type { CheckResult, CheckRun } from '../../integrity/public.ts'
import { listBankAccounts, listHolderNames, listOrganisationNames } from '../../people/public.ts'
import { parametersOn, readAnswer, type AnswerDocument } from '../../policy/public.ts'
import { type Check, NO_GROUND, recordAct } from '../../record/public.ts'
import { civilDateOf, fenToText, newId, sumFen, yearOf } from '../../values/public.ts'
import { bankFormOn } from '../bank/form.ts'
import { bankListProblems, type BankFileTemplate } from '../bank/rules.ts'
import { words as bankWords } from '../bank/words.ts'
import { moveMoney } from '../budget/ledger.ts'
import { type BudgetLineRow, lockLinesOf } from '../budget/store.ts'
import type { ClaimedFact, DecidedScheme } from '../deciding/decide-group.ts'
import { entitle } from '../deciding/entitle.ts'
import { type CheckFinding, countChecks, standingOf } from '../deciding/rules.ts'
import type { Entitlement } from '../deciding/store.ts'
import { type Hand, insertHands } from '../duties/store.ts'
import { makePromises } from '../promises/make.ts'
import { insertStatusEvents } from '../status/store.ts'
import { claimHash } from './content.ts'
import { type ClaimPersonRow, insertClaimLines, insertClaimPeople } from './people/store.ts'
import { revisedNumber } from './rules.ts'
import { type Claim, insertClaim } from './store.ts'
import { groupOf, waitFor, waitNoMore } from './waiting/keep.ts'
import { takeBenefits, withinLimits } from './within-limits.ts'

export type Assembly = {
  readonly decided: DecidedScheme
  readonly groupId: string
  /** The checks' answers of this moment, about everybody and about the group. */
  readonly run: CheckRun
  readonly now: Date
  /** The claim whose place this one takes, returned already, and what had been told meanwhile. */
  readonly replaces?: { readonly claim: Claim; readonly because: Sentence }
}

/**
 * One claim for the group under the scheme, with a line for everybody who is due, and its money reserved. Where nobody
 * is due, or the fund has no line or not enough left this year, the group waits, with the reason kept.
 */
export async function assembleClaim(tx: Tx, checks: readonly Check[], assembly: Assembly): Promise<void> {
  const { decided, groupId, run, now, replaces } = assembly
  const { scheme } = decided
  const findings = findingsOf(checks, run.results)
  const payees = await payeesOf(tx, decided.decided)
  const form = bankFormOn(tx.district, civilDateOf(now))
  const listed = peopleOf(decided, findings, groupId).map((person) => listable(person, payees.get(person.factId), form))
  const people = await withinLimits(tx, decided, listed, { groupId, now })
  const first = decided.decided[0]
  if (people.length === 0 || !first) return outside(tx, assembly)
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
  await makePromises(tx, decided, entitlements, now)
  if (due.length === 0) return waitFor(tx, about, 'nobody-due', now, heldByTheBank(people))
  const budget = await lockLinesOf(tx, about.fund, about.year)
  if (budget.length === 0) return waitFor(tx, about, 'no-budget-line', now)
  // Lines in the order they were opened: the first that can bear the whole claim.
  const line = budget.find((each) => each.availableFen >= amountFen)
  if (!line) return waitFor(tx, about, 'not-enough-budget', now)

  const asked = findings.filter(
    (each) => each.subjectId === groupId || people.some((person) => person.subjectId === each.subjectId),
  )
  const counts = countChecks(asked, scheme.onUnavailable)
  const claim: Omit<Claim, 'contentSha256' | 'status'> = {
    id: newId(),
    number: replaces ? revisedNumber(replaces.claim.number) : await claimNumber(tx, now),
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
    replaces: replaces ? { id: replaces.claim.id, because: replaces.because } : null,
    supplement: 0,
    supplementBecause: null,
  }
  const lines = linesOf(due, payees, entitlements)
  await takeBenefits(tx, decided, due, { kind: 'claim', ...claim }, { now })
  await keepClaim(tx, claim, people, lines, handsFromTheFirstDay(people, first), line, now)
}

/** What nobody asked for waits where it is not known yet of somebody, each fact that is missing told once; else for nothing. */
export async function waitForFacts(tx: Tx, decided: DecidedScheme, groupId: string, now: Date): Promise<void> {
  const { scheme } = decided.scheme.pack
  const people = peopleOf(decided, [], groupId)
  const first = decided.decided[0]
  const held = people.filter(({ standing }) => standing === 'held')
  if (!first || held.length === 0) return waitNoMore(tx, { groupId, scheme }, now)
  const missing = new Map(held.flatMap(({ reasons }) => reasons.map(({ id, label }) => [id, label])))
  const about = {
    ...groupOf(first),
    ...headsOf(people),
    amountFen: 0n,
    scheme,
    schemeTitle: decided.scheme.pack.title,
    year: yearOf(civilDateOf(now)),
  }
  await waitFor(tx, about, 'nobody-due', now, [...missing.values()])
}

/** Nobody whom the scheme applies to, any more: older answers pay nobody, and nothing waits for them. */
export async function outside(
  tx: Tx,
  { decided, groupId, now }: Pick<Assembly, 'decided' | 'groupId' | 'now'>,
): Promise<void> {
  const scheme = decided.scheme.pack.scheme
  await entitle(tx, { scheme, groupId, fund: '', people: [], now })
  await waitNoMore(tx, { groupId, scheme }, now)
}

/** Whom the claim speaks of, and who taught them: by the keys of the hands, none of them ever acts on it. */
export function handsFromTheFirstDay(people: readonly ClaimPersonRow[], { body }: ClaimedFact): Hand[] {
  const taught = body.hands.filter(({ duty }) => duty === 'instruction')
  const hands: Hand[] = [
    ...taught.map(({ personId }) => ({ personId, duty: 'instruction' as const })),
    ...people.map(({ personId }) => ({ personId, duty: 'beneficiary' as const })),
  ]
  return [...new Map(hands.map((hand) => [hand.personId, hand])).values()]
}

/** Writes the claim and everything of it, and reserves its money. */
export async function keepClaim(
  tx: Tx,
  claim: Omit<Claim, 'contentSha256' | 'status'>,
  people: readonly ClaimPersonRow[],
  lines: ReturnType<typeof linesOf>,
  hands: readonly Hand[],
  line: BudgetLineRow,
  now: Date,
): Promise<void> {
  await insertClaim(tx, { ...claim, contentSha256: claimHash(claim, people, lines), status: 'assembled' })
  await insertClaimPeople(tx, claim.id, people)
  await insertHands(tx, claim.id, hands)
  await insertClaimLines(
    tx,
    lines.map((each) => ({ ...each, id: newId(), claimId: claim.id })),
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
  await waitNoMore(tx, claim, now)
}

type Finding = CheckFinding & { readonly subjectId: string }

export function findingsOf(checks: readonly Check[], results: readonly CheckResult[]): Finding[] {
  const known = new Map(checks.map((check) => [check.id, check]))
  return results.map(({ checkId, subjectId, outcome, action, sentence }) => {
    const check = known.get(checkId)
    const title = check?.title ?? { zh: checkId, en: checkId }
    const { basis = NO_GROUND, parameter } = check ?? {}
    return { checkId, subjectId, outcome, action, sentence, title, basis, parameter }
  })
}

/** Everybody the scheme applies to, with what becomes of them. What is found about the group is found about each. */
export function peopleOf(
  { scheme, decided }: DecidedScheme,
  findings: readonly Finding[],
  groupId: string,
): ClaimPersonRow[] {
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

export function headsOf(people: readonly ClaimPersonRow[]) {
  const count = (standing: ClaimPersonRow['standing']) => people.filter((person) => person.standing === standing).length
  return { headCount: count('due'), heldCount: count('held'), refusedCount: count('refused') }
}

const BANK_LIST = 'bank-list'

export type Payee = { readonly payeeName: string; readonly bankAccountId: string; readonly bankName: string }

/** The payees as their roster gives them, by recorded fact: the account it names, and the name that account is held in. */
export async function payeesOf(tx: Tx, facts: readonly ClaimedFact[]): Promise<ReadonlyMap<string, Payee>> {
  const ids = facts.map(({ body }) => body.bankAccountId)
  const [holders, accounts] = [await listHolderNames(tx, ids), await listBankAccounts(tx, ids)]
  return new Map(
    facts.flatMap(({ fact, body: { bankAccountId } }) => {
      const [payeeName, account] = [holders.get(bankAccountId), accounts.get(bankAccountId)]
      return payeeName === undefined || !account
        ? []
        : [[fact.id, { payeeName, bankAccountId, bankName: account.bankName }] as const]
    }),
  )
}

/** Whoever the bank's list cannot hold is held back, with what to correct, so that the others can be paid. */
export function listable(
  person: ClaimPersonRow,
  payee: Payee | undefined,
  form: BankFileTemplate | undefined,
): ClaimPersonRow {
  if (person.standing !== 'due' || !payee || !form) return person
  const { position, amountFen } = person
  const problems = bankListProblems([{ ...payee, position, amountFen }], form)
  if (problems.length === 0) return person
  const reasons = problems.map(({ field, sentence }) => {
    return {
      from: 'check' as const,
      id: `${BANK_LIST}.${field}`,
      label: bankWords.list,
      sentence,
      basis: bankWords.form,
    }
  })
  return { ...person, standing: 'held', reasons: [...person.reasons, ...reasons] }
}

/** What the bank's list cannot hold, where that leaves nobody to be paid. */
const heldByTheBank = (people: readonly ClaimPersonRow[]): Sentence[] =>
  people.flatMap(({ reasons }) => reasons.filter(({ id }) => id.startsWith(BANK_LIST)).map(({ sentence }) => sentence))

export function linesOf(
  due: readonly ClaimPersonRow[],
  payees: ReadonlyMap<string, Payee>,
  entitlements: ReadonlyMap<string, Entitlement>,
) {
  return due.map(({ decisionId, factId, personId, position, amountFen }) => {
    const [entitlement, payee] = [entitlements.get(decisionId), payees.get(factId)]
    if (!entitlement || !payee) throw new Error(`decision ${decisionId} is due without an entitlement or an account`)
    const { payeeName, bankAccountId } = payee
    return { entitlementId: entitlement.id, personId, position, payeeName, bankAccountId, amountFen }
  })
}

async function claimNumber(tx: Tx, now: Date): Promise<string> {
  const today = civilDateOf(now)
  const year = yearOf(today)
  const template = parametersOn(tx.district, today).get('numbering.claim').value
  return formatNumber(template, { year, serial: await nextSerial(tx, 'claim', year) })
}
