import type { Sentence } from '../../../platform/contract/public.ts'
import { addDays, type CivilDate, daysBetween, type Period, yearMonthOf } from '../../values/public.ts'
import type { LetterRegister } from './columns.ts'
import { asOfWords } from './words.ts'

/** A letter waits until it is answered; one that expired unanswered is made anew. */
export const LETTER_STATES = ['waiting', 'answered', 'expired'] as const
export type LetterState = (typeof LETTER_STATES)[number]

export function letterState(letter: { expiresOn: CivilDate; answered: boolean }, today: CivilDate): LetterState {
  if (letter.answered) return 'answered'
  return isExpired(letter, today) ? 'expired' : 'waiting'
}

/** The roster of a letter goes out up to and on this day. */
export function isExpired({ expiresOn }: { expiresOn: CivilDate }, today: CivilDate): boolean {
  return today > expiresOn
}

/** Checks that a letter's answer can decide. */
export const CHECKS_BY_LETTER: readonly string[] = ['A03', 'A04', 'A06', 'A08', 'A09']

/** Registers that are kept by the month; a death is registered by the day. */
const BY_MONTH: Readonly<Record<LetterRegister, boolean>> = {
  'pension-payments': true,
  'government-payroll': true,
  'insured-staff': true,
  deaths: false,
}

/**
 * Does silence in a register's data of one day say anything about somebody during a training? While the training goes on,
 * data not older than the county's days do. Once it has ended only data of its last day (or month) or later know all of it.
 */
export function covers(
  register: LetterRegister,
  asOf: CivilDate,
  need: { readonly during: Period; readonly today: CivilDate; readonly freshDays: number },
): boolean {
  const { during, today, freshDays } = need
  if (during.to === null || today <= during.to) return daysBetween(asOf, today) <= freshDays
  return BY_MONTH[register] ? yearMonthOf(asOf) >= yearMonthOf(during.to) : asOf >= during.to
}

/** The first day whose data an answer to a letter can usefully be of. */
export function earliestAsOf(letter: { from: CivilDate; madeOn: CivilDate }, freshDays: number): CivilDate {
  const fresh = addDays(letter.madeOn, -freshDays)
  return letter.from < fresh ? letter.from : fresh
}

/** What is wrong with the day an office's data are said to be of. */
export function asOfProblem(
  asOf: CivilDate,
  letter: { from: CivilDate; madeOn: CivilDate },
  given: { readonly today: CivilDate; readonly freshDays: number },
): Sentence | undefined {
  if (asOf > given.today) return asOfWords.afterToday
  const earliest = earliestAsOf(letter, given.freshDays)
  return asOf < earliest ? asOfWords.tooEarly(earliest) : undefined
}

/** From the first day of all these trainings to the last. */
export function spanOf(periods: readonly Period[]): { from: CivilDate; to: CivilDate } {
  const from = periods.map((each) => each.from).reduce((a, b) => (a < b ? a : b))
  const to = periods.map((each) => each.to ?? each.from).reduce((a, b) => (a > b ? a : b))
  return { from, to }
}
