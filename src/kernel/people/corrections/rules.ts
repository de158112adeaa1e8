import { addDays, type CivilDate } from '../../values/public.ts'

/** What a person can ask to be put right. */
export const CORRECTION_ITEMS = [
  'name',
  'phone',
  'identity',
  'account',
  'address',
  'education',
  'attendance',
  'marks',
  'other',
] as const
export type CorrectionItem = (typeof CORRECTION_ITEMS)[number]

export const isCorrectionItem = (text: string | undefined): text is CorrectionItem =>
  CORRECTION_ITEMS.some((item) => item === text)

export const OUTCOMES = ['corrected', 'declined'] as const
export type Outcome = (typeof OUTCOMES)[number]

export const LONGEST = { shouldBe: 200, why: 500, answer: 500 } as const

/** Whether an answer counts only once a second person has confirmed it: who somebody is, and how they are reached. */
export const needsSecond = (item: CorrectionItem, outcome: Outcome): boolean =>
  outcome === 'corrected' && (item === 'name' || item === 'phone' || item === 'identity')

export type Turn = {
  readonly outcome: Outcome
  readonly needsSecond: boolean
  readonly verdict: 'confirmed' | 'declined' | null
}

export const STATES = ['open', 'second', 'corrected', 'declined'] as const
export type State = (typeof STATES)[number]

/** Where a request stands by its last answer: to be answered, waiting for a second person, or settled. */
export function stateOf(turns: readonly Turn[]): State {
  const last = turns.at(-1)
  if (!last || last.verdict === 'declined') return 'open'
  return last.needsSecond && last.verdict === null ? 'second' : last.outcome
}

/** The last day on which a request made on a day is answered in time. */
export const answeredBy = (madeOn: CivilDate, days: number): CivilDate => addDays(madeOn, days)
