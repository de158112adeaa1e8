import type { Tx } from '../../../platform/db/public.ts'
import { listBankAccounts, listPersons } from '../../people/public.ts'
import { listDecisionsById } from '../../policy/public.ts'
import type { CheckResult, Freeze, tellingTo } from '../../integrity/public.ts'
import { civilDateOf, fenToText } from '../../values/public.ts'
import { shownFreeze } from '../cases/ask.ts'
import type { ClaimPerson, ListedClaim } from './contract.ts'
import { maskedNamesOf } from './people/names.ts'
import type { ClaimLine, ClaimPersonRow } from './people/store.ts'
import { BEFORE_A_BATCH, type ClaimStatus } from './rules.ts'
import type { ListedClaim as ListedRow } from './store.ts'

/** The states in which a claim can still be kept from going on; one in a batch is told by its batch. */
export const GOES_ON: readonly ClaimStatus[] = BEFORE_A_BATCH

export function listed(row: ListedRow, freeze: Freeze | undefined): ListedClaim {
  return {
    id: row.id,
    number: row.number,
    title: row.title,
    scheme: row.scheme,
    schemeTitle: row.schemeTitle,
    organisationId: row.organisationId,
    organisationName: row.organisationName,
    status: row.status,
    headCount: row.headCount,
    heldCount: row.heldCount,
    refusedCount: row.refusedCount,
    unavailableChecks: row.unavailable.length,
    amountFen: fenToText(row.amountFen),
    assembledOn: civilDateOf(row.assembledAt),
    isSupplement: row.supplement > 0,
    frozenBy: GOES_ON.includes(row.status) ? shownFreeze(freeze) : null,
  }
}

/** People of a claim as they are shown: masked, with their checks counted and where they are paid to. */
export async function shownPeople(
  tx: Tx,
  people: readonly ClaimPersonRow[],
  lines: readonly ClaimLine[],
  results: readonly CheckResult[],
): Promise<ClaimPerson[]> {
  const persons = await listPersons(
    tx,
    people.map((person) => person.personId),
  )
  const names = await maskedNamesOf(
    tx,
    people.map((person) => person.factId),
  )
  const accounts = await listBankAccounts(
    tx,
    lines.map((line) => line.bankAccountId),
  )
  const decisions = await listDecisionsById(
    tx,
    people.map((person) => person.decisionId),
  )
  const lineOf = new Map(lines.map((line) => [line.personId, line]))
  const counts = new Map<string, { asked: number; passed: number }>()
  for (const { subjectId, outcome } of results) {
    if (outcome === 'not-applicable') continue
    const count = counts.get(subjectId) ?? { asked: 0, passed: 0 }
    counts.set(subjectId, { asked: count.asked + 1, passed: count.passed + (outcome === 'passed' ? 1 : 0) })
  }
  return people.map((person) => {
    const shown = persons.get(person.personId)
    const line = lineOf.get(person.personId)
    const account = line && accounts.get(line.bankAccountId)
    const count = counts.get(person.subjectId)
    return {
      decisionId: person.decisionId,
      position: person.position,
      maskedName: names.get(person.factId) ?? '*',
      maskedIdentity: shown?.maskedIdentity ?? '*',
      standing: person.standing,
      amountFen: fenToText(person.amountFen),
      reasons: [...person.reasons],
      checksAsked: count?.asked ?? 0,
      checksPassed: count?.passed ?? 0,
      account: account ? { bankName: account.bankName, tail: account.tail } : null,
      lineId: line?.id ?? null,
      isManual: decisions.get(person.decisionId)?.cause === 'manual',
    }
  })
}

/** A person's reasons as somebody may read them: a failed check is told in the words that are for them. */
export function toldOf(person: ClaimPerson, tell: ReturnType<typeof tellingTo>): ClaimPerson {
  const reasons = person.reasons.map((reason) =>
    reason.from === 'check' ? { ...reason, sentence: tell(reason.id, 'failed', reason.sentence) } : reason,
  )
  return { ...person, reasons }
}
