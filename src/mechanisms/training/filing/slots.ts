import type { Tx } from '../../../platform/db/public.ts'
import type { ClassRow } from '../classes/public-to-room.ts'
import type { RosterEntry } from '../rosters/listing.ts'
import { resourcesOf } from '../timetable/clashes.ts'
import { clashAskOf } from '../timetable/material.ts'
import type { SessionRow, Slot } from '../timetable/store.ts'
import { halfHours } from '../timetable/times.ts'

/**
 * Every half hour that the class, its rooms, its instructors and its trainees are in a session. Two sessions of one class that
 * overlap want a half hour of it twice, which its key gives once: the database too keeps a class from being in two places.
 */
export async function slotsOf(
  tx: Tx,
  row: ClassRow,
  sessions: readonly SessionRow[],
  roster: readonly RosterEntry[],
): Promise<Slot[]> {
  const ask = await clashAskOf(tx, row, sessions, roster)
  return sessions.flatMap((session) =>
    resourcesOf(ask, session).flatMap(({ kind, id }) =>
      halfHours(session).map((halfHour) => ({
        resourceKind: kind,
        resourceId: id,
        day: session.day,
        halfHour,
        sessionId: session.id,
      })),
    ),
  )
}
