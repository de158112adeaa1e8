import { Problem, type ProblemItem, type Sentence } from '../../../platform/contract/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import { formatYuan, maskName, sumFen } from '../../values/public.ts'
import { bankListProblems, type BankFileTemplate, type ToBeListed } from '../bank/rules.ts'
import type { ClaimLine } from '../claims/people/store.ts'
import { nextStatus } from '../claims/rules.ts'
import type { Claim } from '../claims/store.ts'
import { STATUS_WORDS } from '../claims/words.ts'
import { type Asking, dutyRefusals } from '../duties/ask.ts'
import type { ReturnedState } from '../payees/rules.ts'
import { RETURNED_STATE_WORDS } from '../payees/words.ts'
import { refusalWords } from './refusal-words.ts'
import { listBatchClaims } from './store.ts'

/** A claim as its batch would pay it. */
export type ClaimToPay = {
  readonly claim: Claim
  readonly lines: readonly (ToBeListed & Pick<ClaimLine, 'amountFen'> & { readonly waits: ReturnedState | null })[]
  /** Lines that are held back or dropped: each has its hold. */
  readonly leftOut: readonly Pick<ClaimLine, 'amountFen'>[]
  readonly purpose: string
  /** Whether it is paid again what the bank gave back of it, and not the whole. */
  readonly again: boolean
}

/** Everything that keeps these claims from becoming one batch, claim by claim. */
export function batchProblems(
  toPay: readonly ClaimToPay[],
  budgetLine: { readonly id: string; readonly name: string },
  template: BankFileTemplate,
): ProblemItem[] {
  return toPay.flatMap((each) =>
    [
      ...stateProblems(each),
      ...(each.claim.lineId === budgetLine.id ? [] : [refusalWords.anotherLine(budgetLine.name)]),
      ...sumProblems(each),
      ...waitingLines(each),
      ...listedOf(each, template),
    ].map((sentence) => ({ at: each.claim.number, sentence })),
  )
}

/** Refuses whoever may not take this duty on some of the claims, with every one of them and why. */
export async function refuseDuties(tx: Tx, claimIds: readonly string[], asking: Asking): Promise<void> {
  const refused = await dutyRefusals(tx, claimIds, asking)
  if (refused.length === 0) return
  const items = refused.map(({ claimNumber, sentence }) => ({ at: claimNumber, sentence }))
  throw new Problem('conflict', refusalWords.notOwnDuties, { items, code: refused[0]!.code })
}

/** The same for every claim of a batch. */
export async function refuseOn(tx: Tx, batchId: string, asking: Asking): Promise<void> {
  const claims = await listBatchClaims(tx, batchId)
  await refuseDuties(
    tx,
    claims.map(({ id }) => id),
    asking,
  )
}

function stateProblems({ claim, again }: ClaimToPay): Sentence[] {
  if (nextStatus(claim.status, again ? 'settle' : 'batch')) return []
  const state = STATUS_WORDS[claim.status]
  return [refusalWords.claimState(state.zh, state.en)]
}

/** The lines recounted and added up again, against what the claim says of itself. */
function sumProblems({ claim, lines, leftOut, again }: ClaimToPay): Sentence[] {
  if (lines.length === 0) return [refusalWords.nobodyToPay]
  if (again) return []
  const all = [...lines, ...leftOut]
  const sum = sumFen(all.map((line) => line.amountFen))
  if (all.length === claim.headCount && sum === claim.amountFen) return []
  return [refusalWords.sumDiffers(all.length, formatYuan(sum), claim.headCount, formatYuan(claim.amountFen))]
}

/** Lines whose account somebody must put right, or confirm, first. */
function waitingLines({ lines }: ClaimToPay): Sentence[] {
  return lines.flatMap(({ position, payeeName, waits }) =>
    waits === null ? [] : [refusalWords.accountWaits(position, maskName(payeeName), RETURNED_STATE_WORDS[waits])],
  )
}

/** What the bank's list cannot hold. */
function listedOf({ lines, purpose }: ClaimToPay, template: BankFileTemplate): Sentence[] {
  return bankListProblems(
    lines.map((line) => ({ ...line, purpose })),
    template,
  ).map(({ sentence }) => sentence)
}
