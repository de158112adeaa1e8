import { ageOn, type CivilDate } from '../../values/public.ts'

/** What a document changes for a case, beside what it is compared with. */
export const CHANGES = ['gains', 'loses', 'same', 'undecided'] as const
export type Change = (typeof CHANGES)[number]

/** The answers by their numbers, those of policy first; the last is that nobody has decided. */
export const ANSWERS = ['notApplicable', 'ineligible', 'unknown', 'eligible', 'undecidedYet'] as const
export type AnswerCode = (typeof ANSWERS)[number]
const numberOf = (answer: AnswerCode) => ANSWERS.indexOf(answer)
export const NOT_APPLICABLE = numberOf('notApplicable')
export const INELIGIBLE = numberOf('ineligible')
export const UNKNOWN = numberOf('unknown')
export const NOBODY_DECIDED = numberOf('undecidedYet')

/** How a kept answer is numbered among those of a trial. */
export const KEPT_ANSWERS: Readonly<Record<string, number>> = {
  eligible: numberOf('eligible'),
  'not-eligible': numberOf('ineligible'),
  'not-known': UNKNOWN,
  'not-applicable': NOT_APPLICABLE,
}

/** By what cases are counted. */
export const DIMENSIONS = ['month', 'fund', 'town', 'provider', 'group', 'sex', 'age'] as const
export type Dimension = (typeof DIMENSIONS)[number]

/** Where the facts of a case were from: the snapshot of its decision, partly asked now, or all of them asked now. */
export const SOURCES = ['kept', 'partly-asked', 'asked'] as const
export type FactsFrom = (typeof SOURCES)[number]

/** The value of a dimension where it is not known. */
export const NOT_KNOWN = '-'

/** What changes for a case. Where one of both has no answer nothing can be said: unknown is never nothing. */
export function changeOf(before: number, beforeFen: number, after: number, afterFen: number): number {
  if (before === UNKNOWN || after === UNKNOWN) return CHANGES.indexOf('undecided')
  if (afterFen > beforeFen) return CHANGES.indexOf('gains')
  return CHANGES.indexOf(afterFen < beforeFen ? 'loses' : 'same')
}

/** The month that a day lies in: 2022-04. */
export const monthOf = (day: CivilDate): string => day.slice(0, 7)

/** Ten years each, as statistics count them. */
export function ageBandOf(birthDate: CivilDate, on: CivilDate): string {
  const age = ageOn(birthDate, on)
  if (age < 20) return '0-19'
  if (age >= 60) return '60-'
  const from = Math.floor(age / 10) * 10
  return `${from}-${from + 9}`
}

/** What cases come to. All amounts are whole fen, and exact as long as their sum is below 2^53. */
export type Count = {
  cases: number
  gains: number
  loses: number
  same: number
  undecided: number
  beforeFen: number
  afterFen: number
  /** What those who gain gain, and those who lose lose. */
  gainFen: number
  lossFen: number
}

export const nothing = (): Count => ({
  cases: 0,
  gains: 0,
  loses: 0,
  same: 0,
  undecided: 0,
  beforeFen: 0,
  afterFen: 0,
  gainFen: 0,
  lossFen: 0,
})

/** One case more. What is not decided changes no sum of gains and losses. */
export function addCase(count: Count, change: number, beforeFen: number, afterFen: number): void {
  count.cases += 1
  const name = CHANGES[change]!
  count[name] += 1
  count.beforeFen += beforeFen
  count.afterFen += afterFen
  if (name === 'gains') count.gainFen += afterFen - beforeFen
  if (name === 'loses') count.lossFen += beforeFen - afterFen
}

/** What others than the scheme took from a line in a month: 2022-04. */
export type MonthFen = { readonly month: string; readonly fen: number }

/** A budget line of a fund in a year, and what others than the scheme took from it, month by month. */
export type TrialLine = {
  readonly id: string
  readonly name: string
  readonly year: number
  readonly appropriatedFen: number
  readonly others: readonly MonthFen[]
}

/** A month of a line: what is drawn, and what is left when it is over; nothing less than nothing. */
export type LineMonth = {
  readonly month: string
  readonly othersFen: number
  readonly drawnFen: number
  readonly leftFen: number
}

export type LineCourse = TrialLine & {
  readonly othersFen: number
  /** What cases draw from it. */
  readonly drawnFen: number
  readonly leftFen: number
  readonly months: readonly LineMonth[]
  /** The month in which it has no more to give; null where it lasts. */
  readonly breaksIn: string | null
}

/** What a fund has to bear in a year, month by month, and what of it no line can. */
export type FundCourse = {
  readonly year: number
  readonly lines: readonly LineCourse[]
  readonly neededFen: number
  readonly lackingFen: number
  /** The first month of which a part can be drawn from no line. */
  readonly breaksIn: string | null
}

/**
 * How the lines of a fund are drawn on in a year. In each month others come first, from the line that was theirs; then the
 * scheme, from the lines in the order in which they were opened, each as far as it goes.
 */
export function courseOf(year: number, lines: readonly TrialLine[], months: readonly MonthFen[]): FundCourse {
  const drawn = lines.map((line) => ({
    line,
    left: line.appropriatedFen,
    months: [] as LineMonth[],
    breaksIn: null as string | null,
  }))
  let lackingFen = 0
  let breaksIn: string | null = null
  for (const month of [
    ...new Set([...months, ...lines.flatMap(({ others }) => others)].map((each) => each.month)),
  ].sort()) {
    let rest = fenOf(months, month)
    for (const each of drawn) {
      const othersFen = fenOf(each.line.others, month)
      each.left -= othersFen
      const drawnFen = Math.min(rest, Math.max(0, each.left))
      each.left -= drawnFen
      rest -= drawnFen
      if (rest > 0 || each.left < 0) each.breaksIn ??= month
      each.months.push({ month, othersFen, drawnFen, leftFen: Math.max(0, each.left) })
    }
    lackingFen += rest
    if (rest > 0) breaksIn ??= month
  }
  const sum = (of: readonly LineMonth[], pick: (each: LineMonth) => number) =>
    of.reduce((all, each) => all + pick(each), 0)
  return {
    year,
    lines: drawn.map(({ line, left, ...course }) => ({
      ...line,
      ...course,
      othersFen: sum(course.months, ({ othersFen }) => othersFen),
      drawnFen: sum(course.months, ({ drawnFen }) => drawnFen),
      leftFen: Math.max(0, left),
    })),
    neededFen: months.reduce((all, { fen }) => all + fen, 0),
    lackingFen,
    breaksIn,
  }
}

const fenOf = (months: readonly MonthFen[], month: string): number =>
  months.reduce((sum, each) => (each.month === month ? sum + each.fen : sum), 0)

/**
 * The day whose values are suggested: a version’s first, where cases of days before it are tried, for which it has no values
 * of its own. Otherwise each case keeps its own day.
 */
export const suggestedValuesOn = (firstDay: string, from: string): string => (firstDay > from ? firstDay : '')

export const TRIAL_STATUSES = ['asked', 'running', 'done', 'failed', 'cancelled', 'swept'] as const
export type TrialStatus = (typeof TRIAL_STATUSES)[number]
export const isUnderWay = (status: TrialStatus): boolean => status === 'asked' || status === 'running'

/** So many of one account may be under way at once. */
export const MOST_UNDER_WAY = 2
