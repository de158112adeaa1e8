import type { ProblemItem } from '../../../platform/contract/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import type { CheckResult, Integrity } from '../../integrity/public.ts'
import { listFacts } from '../../policy/public.ts'
import { maskName } from '../../values/public.ts'
import { listClaimLines, listClaimPeople } from '../claims/people/store.ts'
import type { Claim } from '../claims/store.ts'
import { Claimable } from '../deciding/claimable.ts'
import { subjectsOf } from '../deciding/subjects.ts'
import { refusalWords } from './refusal-words.ts'

/** What was asked about a claim before it is paid. */
export type AskedOfClaim = {
  readonly claimId: string
  readonly runId: string
  readonly asked: number
  readonly passed: number
  /** Everybody who may not be paid now, and why. */
  readonly refusals: readonly ProblemItem[]
}

/** Asks every check of the moment `payment` about those whom these claims would pay, and stores every answer. */
export async function askBeforePayment(
  tx: Tx,
  integrity: Integrity,
  toPay: readonly ToAsk[],
  now: Date,
): Promise<AskedOfClaim[]> {
  const asked: AskedOfClaim[] = []
  // A batch has few claims, and each group is asked about as a whole.
  for (const each of toPay) asked.push(await askAbout(tx, integrity, each, now))
  return asked
}

/** A claim and those of its lines that are to be paid, each to an account. */
export type ToAsk = {
  readonly claim: Claim
  readonly lines: readonly { readonly personId: string; readonly bankAccountId: string }[]
}

async function askAbout(tx: Tx, integrity: Integrity, { claim, lines }: ToAsk, now: Date): Promise<AskedOfClaim> {
  const accountOf = new Map(lines.map((line) => [line.personId, line.bankAccountId]))
  const people = await listClaimPeople(tx, claim.id)
  const paid = people.filter(({ standing, personId }) => standing === 'due' && accountOf.has(personId))
  const names = new Map((await listClaimLines(tx, claim.id)).map((line) => [line.personId, maskName(line.payeeName)]))
  const recorded = new Map((await listFacts(tx, claim.groupId, claim.factKind)).map((fact) => [fact.subjectId, fact]))
  const facts = paid.map(({ subjectId }) => {
    const fact = recorded.get(subjectId)
    if (!fact) throw new Error(`claim ${claim.number} pays ${subjectId}, of whom no fact is recorded`)
    const body = Claimable.parse(fact.body)
    return { fact, body: { ...body, bankAccountId: accountOf.get(fact.personId) ?? body.bankAccountId } }
  })
  const { groupId } = claim
  const run = await integrity.run(tx, { moment: 'payment', groupId, subjects: subjectsOf(facts, groupId), now })
  const answered = run.results.filter(({ outcome }) => outcome !== 'not-applicable')
  const personOf = new Map(paid.map((person) => [person.subjectId, person]))
  return {
    claimId: claim.id,
    runId: run.runId,
    asked: answered.length,
    passed: answered.filter(({ outcome }) => outcome === 'passed').length,
    refusals: answered.filter(keepsFromPayment).map((result) => {
      const person = personOf.get(result.subjectId)
      const who = person
        ? refusalWords.payee(person.position, names.get(person.personId) ?? '')
        : refusalWords.wholeClass
      return { at: claim.number, sentence: refusalWords.notBeforePayment(who, result.sentence, result.checkId) }
    }),
  }
}

const keepsFromPayment = ({ outcome, action }: CheckResult) => outcome === 'failed' && action !== 'flag'
