import { Problem, type ProblemItem, type Sentence } from '../../../platform/contract/public.ts'
import { formatYuan, maskName, sumFen } from '../../values/public.ts'
import { type BankFileTemplate, unwritable } from '../bank/rules.ts'
import type { ClaimLine } from '../claims/people/store.ts'
import { nextStatus } from '../claims/rules.ts'
import type { Claim } from '../claims/store.ts'
import { DUTY_WORDS, STATUS_WORDS } from '../claims/words.ts'
import type { Hand } from '../review/store.ts'
import { refusalWords } from './refusal-words.ts'

/** A claim as its batch would pay it. */
export type ClaimToPay = {
  readonly claim: Claim
  readonly lines: readonly (Pick<ClaimLine, 'position' | 'payeeName' | 'amountFen'> & { readonly bankName: string })[]
  readonly purpose: string
}

export type OwnDuty = { readonly claimId: string; readonly claimNumber: string; readonly duty: Hand['duty'] }

/** Everything that keeps these claims from becoming one batch, claim by claim. */
export function batchProblems(
  toPay: readonly ClaimToPay[],
  budgetLine: { readonly id: string; readonly name: string },
  template: BankFileTemplate,
): ProblemItem[] {
  return toPay.flatMap((each) =>
    [
      ...stateProblems(each.claim),
      ...(each.claim.lineId === budgetLine.id ? [] : [refusalWords.anotherLine(budgetLine.name)]),
      ...sumProblems(each),
      ...textProblems(each, template),
    ].map((sentence) => ({ at: each.claim.number, sentence })),
  )
}

/** A person who has had a duty on some of the claims takes no other on them. */
export function dutyProblem(duties: readonly OwnDuty[]): Problem | undefined {
  if (duties.length === 0) return undefined
  const items = duties.map(({ claimNumber, duty }) => ({
    at: claimNumber,
    sentence: refusalWords.notOwnDuty(DUTY_WORDS[duty].zh, DUTY_WORDS[duty].en),
  }))
  return new Problem('conflict', refusalWords.notOwnDuties, { items, code: 'one_person_one_duty_on_a_claim' })
}

function stateProblems(claim: Claim): Sentence[] {
  if (nextStatus(claim.status, 'batch')) return []
  const state = STATUS_WORDS[claim.status]
  return [refusalWords.claimState(state.zh, state.en)]
}

/** The lines recounted and added up again, against what the claim says of itself. */
function sumProblems({ claim, lines }: ClaimToPay): Sentence[] {
  const sum = sumFen(lines.map((line) => line.amountFen))
  if (lines.length === claim.headCount && sum === claim.amountFen) return []
  return [refusalWords.sumDiffers(lines.length, formatYuan(sum), claim.headCount, formatYuan(claim.amountFen))]
}

/** Names the bank could not read as they are, in the list's own form. */
function textProblems({ lines, purpose }: ClaimToPay, template: BankFileTemplate): Sentence[] {
  const wrongPurpose = unwritable(purpose, template)
  return [
    ...(wrongPurpose ? [refusalWords.unwritable.purpose(wrongPurpose)] : []),
    ...lines.flatMap((line) =>
      (['payeeName', 'bankName'] as const).flatMap((field) => {
        const why = unwritable(line[field], template)
        return why ? [refusalWords.unwritable[field](line.position, maskName(line.payeeName), why)] : []
      }),
    ),
  ]
}
