import { addDays, type CivilDate, weekday } from '../../../kernel/values/public.ts'
import { type PlannedSession, type SessionKind, totalsOf } from './rules.ts'
import { HALF_HOUR } from './times.ts'

/** A part of the day on which a class meets. */
export type HalfDay = { readonly startMinute: number; readonly endMinute: number; readonly classHours: number }

export type Pattern = {
  readonly startsOn: CivilDate
  readonly endsOn: CivilDate
  /** 1 is Monday, 7 is Sunday. */
  readonly weekdays: readonly number[]
  readonly halfDays: readonly HalfDay[]
  /** How many of the theory hours are safety education; the first ones are, in whole sessions. */
  readonly safetyHours: number
  readonly theoryHours: number
  readonly practiceHours: number
  readonly roomId: string
  readonly instructorId: string
}

/** What a plan counts in; safety education is a part of the theory. */
type PlanKind = 'theory' | 'practice'

/**
 * A timetable by pattern: on the chosen weekdays that are not holidays, one session each half day, theory and practice
 * in turn until the plan's hours of each are used up. A last session shorter than the others ends earlier.
 */
export function patternSessions(pattern: Pattern, holidays: ReadonlySet<string>): PlannedSession[] {
  const left = { theory: pattern.theoryHours, practice: pattern.practiceHours }
  const sessions: PlannedSession[] = []
  let safetyLeft = pattern.safetyHours
  let turn: PlanKind = 'theory'
  for (let day = pattern.startsOn; day <= pattern.endsOn; day = addDays(day, 1)) {
    if (!pattern.weekdays.includes(weekday(day)) || holidays.has(day)) continue
    for (const halfDay of pattern.halfDays) {
      const other: PlanKind = turn === 'theory' ? 'practice' : 'theory'
      const half: PlanKind = left[turn] > 0 ? turn : other
      const classHours = Math.min(halfDay.classHours, left[half])
      if (classHours <= 0) return sessions
      left[half] -= classHours
      turn = half === 'theory' ? 'practice' : 'theory'
      const kind: SessionKind = half === 'theory' && safetyLeft > 0 ? 'safety' : half
      if (kind === 'safety') safetyLeft -= classHours
      sessions.push({
        day,
        startMinute: halfDay.startMinute,
        endMinute: endOf(halfDay, classHours),
        classHours,
        kind,
        roomId: pattern.roomId,
        instructorId: pattern.instructorId,
        reason: '',
      })
    }
  }
  return sessions
}

/** The hours of a plan for which a timetable has no session yet; fewer than none where it has too many. */
export function hoursLeft(
  plan: Pick<Pattern, 'theoryHours' | 'practiceHours'>,
  sessions: Parameters<typeof totalsOf>[0],
): { readonly theory: number; readonly practice: number } {
  const { theory, practice } = totalsOf(sessions)
  return { theory: plan.theoryHours - theory, practice: plan.practiceHours - practice }
}

/** The half day's own length for its hours in full; in proportion, up to the next half hour, for fewer. */
function endOf(halfDay: HalfDay, classHours: number): number {
  const minutes = ((halfDay.endMinute - halfDay.startMinute) * classHours) / halfDay.classHours
  return halfDay.startMinute + Math.ceil(minutes / HALF_HOUR) * HALF_HOUR
}

/** The sessions of one day once more on another day. */
export function copyDay<S extends { readonly day: string }>(sessions: readonly S[], from: string, to: string): S[] {
  return sessions.filter((session) => session.day === from).map((session) => ({ ...session, day: to }))
}
