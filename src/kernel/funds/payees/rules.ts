import type { Sentence } from '../../../platform/contract/public.ts'
import { type AccountKind, addDays, checkBankAccount, type CivilDate, isSameName } from '../../values/public.ts'
import type { ClaimStatus } from '../claims/rules.ts'
import { words } from './words.ts'

/** What somebody proposed, and what another made of it. */
export type Corrected = {
  readonly paymentId: string | null
  readonly bankAccountId: string
  readonly outcome: 'confirmed' | 'declined' | null
}

/** Where a line stands that is to be paid, or paid again. */
export type PayeeState = {
  readonly claimStatus: ClaimStatus
  /** Its payments so far, the oldest first. */
  readonly payments: readonly { readonly id: string; readonly status: string }[]
  readonly corrections: readonly Corrected[]
}

/** The states of a claim that has been approved and is in no batch yet. */
const APPROVED: readonly string[] = ['approved', 'published', 'payable']

/** The proposal that nobody has decided yet. */
export function openCorrection<C extends Pick<Corrected, 'outcome'>>(corrections: readonly C[]): C | undefined {
  return corrections.find(({ outcome }) => outcome === null)
}

/** The account a line is paid to: the last confirmed correction's, or the one it was assembled with. */
export function accountOf(line: { readonly bankAccountId: string }, corrections: readonly Corrected[]): string {
  return corrections.filter(({ outcome }) => outcome === 'confirmed').at(-1)?.bankAccountId ?? line.bankAccountId
}

/** The payment that the bank gave back and that nothing has taken the place of; undefined where there is none. */
export function returnedPayment<P extends { readonly status: string }>(payments: readonly P[]): P | undefined {
  return payments.every(({ status }) => status === 'returned') ? payments.at(-1) : undefined
}

/** What a returned payment waits for: a corrected account, another person's word, or to be paid again. */
export const RETURNED_STATES = ['to-correct', 'proposed', 'corrected'] as const
export type ReturnedState = (typeof RETURNED_STATES)[number]

export function stateOfReturned(paymentId: string, corrections: readonly Corrected[]): ReturnedState {
  if (openCorrection(corrections)) return 'proposed'
  const isCorrected = corrections.some((each) => each.paymentId === paymentId && each.outcome === 'confirmed')
  return isCorrected ? 'corrected' : 'to-correct'
}

/** What a line waits for before it can be paid, or paid again; null where it waits for nothing. */
export function correctionWaitedFor(
  returnedId: string | null,
  corrections: readonly Corrected[],
): ReturnedState | null {
  if (openCorrection(corrections)) return 'proposed'
  const state = returnedId === null ? null : stateOfReturned(returnedId, corrections)
  return state === 'corrected' ? null : state
}

/** Why nobody can propose another account for a line now; undefined when somebody can. */
export function whyNotCorrected({ claimStatus, payments, corrections }: PayeeState): Sentence | undefined {
  if (openCorrection(corrections)) return words.openAlready
  const returned = returnedPayment(payments)
  if (payments.length > 0 && !returned) return words.underWay
  if (payments.length === 0 && !APPROVED.includes(claimStatus)) return words.notApproved
  return returned && stateOfReturned(returned.id, corrections) === 'corrected' ? words.correctedAlready : undefined
}

/** A card of the union begins with 62 and has a check digit; whatever else is an account of its bank's own form. */
function kindOf(accountNumber: string): AccountKind {
  const digits = accountNumber.replace(/\D/g, '')
  return digits.startsWith('62') && digits.length >= 16 ? 'card' : 'account'
}

/** What is wrong with how an account is written: nothing there, a filler, a card's check digit. */
export function accountProblems(accountNumber: string): readonly Sentence[] {
  const checked = checkBankAccount(accountNumber, { kind: kindOf(accountNumber) })
  return checked.ok ? [] : checked.problems.map(({ sentence }) => sentence)
}

/** An account as somebody gives it, read; or everything that is wrong with it. */
export function readAccount(
  given: { accountNumber: string; holderName: string; bankName: string },
  person: { readonly name: string },
): { ok: true; accountNumber: string } | { ok: false; party: boolean; problems: readonly Sentence[] } {
  const checked = checkBankAccount(given.accountNumber, { kind: kindOf(given.accountNumber) })
  const isPerson = isSameName(given.holderName, person.name)
  const problems = [
    ...(checked.ok ? [] : checked.problems.map(({ sentence }) => sentence)),
    ...(isPerson ? [] : [words.anotherParty]),
  ]
  if (!checked.ok || problems.length > 0) return { ok: false, party: !isPerson, problems }
  return { ok: true, accountNumber: checked.value }
}

/** The last day on which a returned payment is in time: so many days after it came back. */
export function dueOn(returnedOn: CivilDate, days: number): CivilDate {
  return addDays(returnedOn, days)
}
