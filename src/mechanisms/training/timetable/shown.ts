import type { Tx } from '../../../platform/db/public.ts'
import { instructorsShown } from '../agreements/shown.ts'
import { listInstructorsById, listRoomsById } from '../agreements/store.ts'
import type { Session } from './shape.ts'
import type { SessionRow } from './store.ts'
import { timeText } from './times.ts'

/** Sessions with the names of their rooms and, masked, of their instructors. */
export async function sessionsShown(tx: Tx, rows: readonly SessionRow[]): Promise<Session[]> {
  const rooms = await listRoomsById(
    tx,
    rows.map((row) => row.roomId),
  )
  const filed = await listInstructorsById(
    tx,
    rows.map((row) => row.instructorId),
  )
  const instructors = new Map(
    (await instructorsShown(tx, [...filed.values()])).map((each) => [each.id, each.maskedName]),
  )
  return rows.map((row) => ({
    id: row.id,
    day: row.day,
    from: timeText(row.startMinute),
    to: timeText(row.endMinute),
    classHours: row.classHours,
    kind: row.kind,
    roomId: row.roomId,
    roomName: rooms.get(row.roomId)?.name ?? '',
    instructorId: row.instructorId,
    instructorName: instructors.get(row.instructorId) ?? '',
    reason: row.reason,
  }))
}
