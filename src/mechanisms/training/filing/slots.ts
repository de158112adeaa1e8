import type { Tx } from '../../../platform/db/public.ts'
import type { ClassRow } from '../classes/public-to-room.ts'
import type { RosterEntry } from '../rosters/listing.ts'
import { resourcesOf } from '../timetable/clashes.ts'
import { clashAskOf } from '../timetable/material.ts'
import type { SessionRow, Slot } from '../timetable/store.ts'
import { halfHours } from '../timetable/times.ts'

/** Every half hour that the class, its rooms, its instructors and its trainees are in a session. */
export async function slotsOf(
  tx: Tx,
  row: ClassRow,
  sessions: readonly SessionRow[],
  roster: readonly RosterEntry[],
): Promise<Slot[]> {
  const ask = await clashAskOf(tx, row, sessions, roster)
  const slots = new Map<string, Slot>()
  for (const session of sessions) {
    for (const { kind, id } of resourcesOf(ask, session)) {
      for (const halfHour of halfHours(session)) {
        const slot = { resourceKind: kind, resourceId: id, day: session.day, halfHour, sessionId: session.id }
        slots.set(`${kind} ${id} ${session.day} ${halfHour}`, slot)
      }
    }
  }
  return [...slots.values()]
}
