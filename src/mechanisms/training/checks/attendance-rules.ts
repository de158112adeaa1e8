import type { CivilDate } from '../../../kernel/values/public.ts'
import { type Ratio, reaches } from '../completion/ratio.ts'

/** A session as attendance is counted over it. */
export type Held = {
  readonly id: string
  readonly day: CivilDate
  readonly startMinute: number
  readonly classHours: number
}

/** A day of a class on which fewer people were there than the county asks. */
export type ThinDay = { readonly day: CivilDate; readonly share: Ratio }

/**
 * The days on which the class as a whole stays below the line: signs credited of signs planned, over everybody and every
 * session of that day. `credited` holds, per person, the sessions that count for them.
 */
export function thinDays(
  sessions: readonly Held[],
  credited: readonly ReadonlySet<string>[],
  line: Ratio,
): readonly ThinDay[] {
  return daysOf(sessions).flatMap(([day, held]) => {
    const numerator = held.reduce((sum, session) => sum + credited.filter((own) => own.has(session.id)).length, 0)
    const share = { numerator, denominator: held.length * credited.length }
    return share.denominator === 0 || reaches(share, line) ? [] : [{ day, share }]
  })
}

/** The sessions a person is credited for that had not begun when the sheet was handed in: signed ahead. */
export function signedAhead(
  sessions: readonly Held[],
  credited: ReadonlySet<string>,
  handedInAt: Date,
): readonly Held[] {
  return sessions.filter((session) => credited.has(session.id) && startOf(session) > handedInAt.getTime())
}

/** When a session begins; civil times are those of Shanghai. */
function startOf({ day, startMinute }: Held): number {
  return Date.parse(`${day}T00:00:00+08:00`) + startMinute * 60_000
}

export type HoursLimits = {
  /** Class-hours of the plan. */
  readonly planned: number
  readonly mostADay: number
}

export type HoursFault =
  | { readonly kind: 'more-than-planned'; readonly attended: number; readonly planned: number }
  | { readonly kind: 'too-long-a-day'; readonly day: CivilDate; readonly attended: number; readonly mostADay: number }

/** Hours credited to a person that cannot be: more than the class has, or more than a day may have. */
export function hoursFaults(
  sessions: readonly Held[],
  credited: ReadonlySet<string>,
  limits: HoursLimits,
): readonly HoursFault[] {
  const { planned, mostADay } = limits
  const attended = sessions.filter((session) => credited.has(session.id))
  const hours = (of: readonly Held[]) => of.reduce((sum, session) => sum + session.classHours, 0)
  const faults: HoursFault[] = []
  if (hours(attended) > planned) faults.push({ kind: 'more-than-planned', attended: hours(attended), planned })
  for (const [day, held] of daysOf(attended))
    if (hours(held) > mostADay) faults.push({ kind: 'too-long-a-day', day, attended: hours(held), mostADay })
  return faults
}

/** Sessions by day, the days in order. */
function daysOf(sessions: readonly Held[]): [CivilDate, readonly Held[]][] {
  const days = new Map<CivilDate, Held[]>()
  for (const session of sessions) days.set(session.day, [...(days.get(session.day) ?? []), session])
  return [...days].sort(([a], [b]) => (a < b ? -1 : 1))
}

type Timed = { readonly id: string; readonly day: CivilDate; readonly startMinute: number; readonly endMinute: number }

/** One session signed here and one signed elsewhere that overlap in time. */
export type SignedTwice<T> = { readonly here: Timed; readonly there: T }

/** Where somebody was signed in here and elsewhere at once, in order of time. Sessions that only touch do not overlap. */
export function signedTwice<T extends { readonly session: Timed }>(
  here: readonly Timed[],
  elsewhere: readonly T[],
): SignedTwice<T>[] {
  return here.flatMap((own) =>
    elsewhere
      .filter(
        ({ session }) =>
          session.day === own.day && session.startMinute < own.endMinute && own.startMinute < session.endMinute,
      )
      .map((there) => ({ here: own, there })),
  )
}
