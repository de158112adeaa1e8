import type { Sentence } from '../../../platform/contract/public.ts'
import {
  type CivilDate,
  CalendarYearUnknown,
  isWorkingDay,
  levelName,
  type OfficialCalendar,
  type SkillLevel,
} from '../../../kernel/values/public.ts'
import { words } from './words.ts'

/** Safety education is theory that the county asks a minimum of. */
export type SessionKind = 'safety' | 'theory' | 'practice'

/** One meeting of a class. Times are minutes after midnight. */
export type PlannedSession = {
  readonly day: CivilDate
  readonly startMinute: number
  readonly endMinute: number
  readonly classHours: number
  readonly kind: SessionKind
  readonly roomId: string
  readonly instructorId: string
  /** Why it is on a rest day; empty on ordinary days. */
  readonly reason: string
}

/** What of the plan its timetable must keep to. */
export type TimetablePlan = {
  readonly level: SkillLevel
  readonly startsOn: CivilDate
  readonly endsOn: CivilDate
  readonly theoryHours: number
  readonly practiceHours: number
}

/** The county's rules for timetables, in class-hours and minutes. Source: parameters `class.*`. */
export type TimetableTerms = {
  readonly minimumHours: readonly { readonly level: string; readonly classHours: number }[]
  readonly safetyHoursMinimum: number
  readonly practiceShareMinimum: { readonly numerator: number; readonly denominator: number }
  readonly classHourMinutes: number
  readonly maxHoursPerDay: number
  readonly earliestMinute: number
  readonly latestMinute: number
  readonly restDayNeedsReason: boolean
}

/** Something wrong with a timetable: in which rows (by index; none when it is the whole), and what to do. */
export type TimetableFinding = {
  readonly rows: readonly number[]
  readonly sentence: Sentence
  readonly answered: boolean
}

/** Class-hours; `theory` includes `safety`. */
export type Totals = {
  readonly safety: number
  readonly theory: number
  readonly practice: number
  readonly days: number
}

export function totalsOf(sessions: readonly Pick<PlannedSession, 'day' | 'kind' | 'classHours'>[]): Totals {
  const hours = (kind: SessionKind) =>
    sessions.filter((session) => session.kind === kind).reduce((sum, session) => sum + session.classHours, 0)
  const safety = hours('safety')
  const days = new Set(sessions.map(({ day }) => day)).size
  return { safety, theory: safety + hours('theory'), practice: hours('practice'), days }
}

/**
 * Everything that a timetable breaks of its plan and of the county's rules (C04), not only the first. A day in a year
 * whose official calendar is not entered has no answer, which is said and is not a fault (`answered` false).
 */
export function timetableFindings(
  plan: TimetablePlan,
  sessions: readonly PlannedSession[],
  terms: TimetableTerms,
  calendar: OfficialCalendar,
): TimetableFinding[] {
  return [
    ...hoursFindings(plan, sessions, terms),
    ...dayFindings(sessions, terms),
    ...sessions.flatMap((session, row) =>
      [
        ...timeFindings(session, terms),
        ...dateFindings(session, plan),
        ...restDayFindings(session, terms, calendar),
      ].map(({ sentence, answered }) => ({ rows: [row], sentence, answered })),
    ),
  ]
}

type Found = { readonly sentence: Sentence; readonly answered: boolean }

const fault = (sentence: Sentence): Found => ({ sentence, answered: true })

const whole = (sentence: Sentence): TimetableFinding => ({ rows: [], sentence, answered: true })

function hoursFindings(plan: TimetablePlan, sessions: readonly PlannedSession[], terms: TimetableTerms) {
  const { safety, theory, practice } = totalsOf(sessions)
  const total = theory + practice
  const minimum = terms.minimumHours.find((each) => each.level === plan.level)?.classHours
  const share = terms.practiceShareMinimum
  const found: TimetableFinding[] = []
  if (minimum !== undefined && total < minimum) {
    found.push(whole(words.tooFewHours(levelName(plan.level), total, minimum)))
  }
  if (safety < terms.safetyHoursMinimum) found.push(whole(words.tooLittleSafety(safety, terms.safetyHoursMinimum)))
  if (practice * share.denominator < total * share.numerator)
    found.push(whole(words.tooLittlePractice(practice, total, share)))
  if (theory !== plan.theoryHours) found.push(whole(words.theoryDiffers(theory, plan.theoryHours)))
  if (practice !== plan.practiceHours) found.push(whole(words.practiceDiffers(practice, plan.practiceHours)))
  return found
}

function dayFindings(sessions: readonly PlannedSession[], terms: TimetableTerms): TimetableFinding[] {
  const hoursOn = new Map<CivilDate, number>()
  for (const { day, classHours } of sessions) hoursOn.set(day, (hoursOn.get(day) ?? 0) + classHours)
  return [...hoursOn].flatMap(([day, hours]) => {
    if (hours <= terms.maxHoursPerDay) return []
    const rows = sessions.flatMap((session, row) => (session.day === day ? [row] : []))
    return [{ rows, sentence: words.tooLongADay(day, hours, terms.maxHoursPerDay), answered: true }]
  })
}

function timeFindings(session: PlannedSession, terms: TimetableTerms): Found[] {
  const minutes = session.endMinute - session.startMinute
  const needed = session.classHours * terms.classHourMinutes
  const found: Found[] = []
  if (minutes < needed) found.push(fault(words.tooShort(session, minutes, needed)))
  if (session.startMinute < terms.earliestMinute || session.endMinute > terms.latestMinute) {
    found.push(fault(words.outsideHours(session, terms)))
  }
  return found
}

function dateFindings(session: PlannedSession, plan: TimetablePlan): Found[] {
  if (session.day >= plan.startsOn && session.day <= plan.endsOn) return []
  return [fault(words.outsideDates(session, plan))]
}

function restDayFindings(session: PlannedSession, terms: TimetableTerms, calendar: OfficialCalendar): Found[] {
  if (!terms.restDayNeedsReason || session.reason.trim() !== '') return []
  try {
    return isWorkingDay(calendar, session.day) ? [] : [fault(words.restDay(session))]
  } catch (error) {
    if (!(error instanceof CalendarYearUnknown)) throw error
    return [{ sentence: error.sentence, answered: false }]
  }
}
