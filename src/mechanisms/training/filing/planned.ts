import type { Session } from '../timetable/shape.ts'

/** A timetable in one glance: how many days and sessions, at which times, where and with whom; the most usual first. */
export type Planned = {
  readonly days: number
  readonly sessions: number
  readonly times: readonly string[]
  readonly rooms: readonly string[]
  readonly instructors: readonly string[]
}

export function plannedOf(
  sessions: readonly Pick<Session, 'day' | 'from' | 'to' | 'roomName' | 'instructorName'>[],
): Planned {
  return {
    days: new Set(sessions.map(({ day }) => day)).size,
    sessions: sessions.length,
    times: usual(sessions.map(({ from, to }) => `${from}–${to}`)),
    rooms: usual(sessions.map(({ roomName }) => roomName)),
    instructors: usual(sessions.map(({ instructorName }) => instructorName)),
  }
}

/** Each once, the most frequent first; of equally frequent ones, the first met. */
function usual(values: readonly string[]): string[] {
  const met = new Map<string, number>()
  for (const value of values) met.set(value, (met.get(value) ?? 0) + 1)
  return [...met].toSorted((a, b) => b[1] - a[1]).map(([value]) => value)
}
