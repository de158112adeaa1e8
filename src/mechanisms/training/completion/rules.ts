import type { Sentence } from '../../../platform/contract/public.ts'
import type { PassLines } from '../../../kernel/marking/public.ts'
import type { CivilDate } from '../../../kernel/values/public.ts'
import { type AttendanceMark, type Credit, markFor } from '../attendance/rules.ts'
import type { ClassStatus } from '../classes/states.ts'
import { reasonsAgainst } from '../evaluation/rules.ts'
import { type Ratio, reaches } from './ratio.ts'
import { obstacles, shortfalls } from './words.ts'

export type SessionHeld = { readonly id: string; readonly startMinute: number; readonly endMinute: number }
export type SignWritten = { readonly written: string; readonly credit: Credit }

/** How a county counts what is written on an attendance sheet (its parameter `attendance.marks`). */
export type AttendanceTerms = { readonly marks: readonly AttendanceMark[] }

/**
 * The minutes of a session that a sign is worth: all of them where the county credits what is written (late is credited,
 * leave is not), otherwise none; without a sign none. Source: the providers' agreement, clause on attendance.
 */
export function creditedMinutes(session: SessionHeld, sign: SignWritten | undefined, terms: AttendanceTerms): number {
  if (!sign) return 0
  const mark = markFor(sign.written, terms.marks) ?? terms.marks.find((each) => each.kind === sign.credit)
  return mark?.credited ? session.endMinute - session.startMinute : 0
}

/** What attendance came to for one person. */
export type Attended = {
  readonly plannedSessions: number
  readonly attendedSessions: number
  readonly plannedMinutes: number
  readonly attendedMinutes: number
}

/** One person's signs over the whole timetable, summed up. */
export function attendedOf(
  sessions: readonly SessionHeld[],
  signs: ReadonlyMap<string, SignWritten>,
  terms: AttendanceTerms,
): Attended {
  const credited = sessions.map((session) => creditedMinutes(session, signs.get(session.id), terms))
  return {
    plannedSessions: sessions.length,
    attendedSessions: credited.filter((minutes) => minutes > 0).length,
    plannedMinutes: sessions.reduce((sum, session) => sum + session.endMinute - session.startMinute, 0),
    attendedMinutes: credited.reduce((sum, minutes) => sum + minutes, 0),
  }
}

/** Attendance as paper sheets count it: half-days signed of half-days planned. */
export function attendedRatio({ attendedSessions, plannedSessions }: Attended): Ratio {
  return { numerator: attendedSessions, denominator: plannedSessions }
}

export type Lines = { readonly attendance: Ratio; readonly marks: PassLines }

export type PersonResult = {
  /** Undefined before attendance is imported. */
  readonly attended: Attended | undefined
  /** Undefined before marks are imported; null is absent from the test. */
  readonly points: { readonly theory: number | null; readonly practice: number | null } | undefined
}

export type Shortfall = { readonly of: 'attendance' | 'marks'; readonly sentence: Sentence }

/** Every line of the county that somebody stays below. What a scheme makes of it is the scheme's to say. */
export function shortfallsOf({ attended, points }: PersonResult, lines: Lines): Shortfall[] {
  const found: Shortfall[] = []
  if (attended && !reaches(attendedRatio(attended), lines.attendance))
    found.push({ of: 'attendance', sentence: shortfalls.attendance(attendedRatio(attended), lines.attendance) })
  if (points) {
    for (const sentence of reasonsAgainst(points, lines.marks)) found.push({ of: 'marks', sentence })
  }
  return found
}

export type Completable = {
  readonly status: ClassStatus
  readonly endsOn: CivilDate
  readonly today: CivilDate
  readonly hasAttendance: boolean
  readonly hasMarks: boolean
  /** Of each person, how many signs of how many sessions there are, and whether both marks are. */
  readonly people: readonly { readonly seq: number; readonly isSigned: boolean; readonly isMarked: boolean }[]
}

/** Everything that still keeps a class from being completed; empty when nothing does. */
export function obstaclesTo(given: Completable): Sentence[] {
  const found: Sentence[] = []
  const { status, endsOn, today, people } = given
  if (status !== 'filed' && status !== 'completed') found.push(obstacles.notFiled)
  if (endsOn > today) found.push(obstacles.notEnded(endsOn))
  if (people.length === 0) found.push(obstacles.nobody)
  const without = (is: 'isSigned' | 'isMarked') => people.filter((person) => !person[is]).map((person) => person.seq)
  if (!given.hasAttendance) found.push(obstacles.noAttendance)
  else if (without('isSigned').length > 0) found.push(obstacles.signsMissing(without('isSigned')))
  if (!given.hasMarks) found.push(obstacles.noMarks)
  else if (without('isMarked').length > 0) found.push(obstacles.marksMissing(without('isMarked')))
  return found
}
