import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/public.ts'
import { civilDate } from '../../../kernel/values/public.ts'
import type { HeldSlot, ResourceKind } from './clashes.ts'
import type { PlannedSession, SessionKind } from './rules.ts'

export type SessionRow = PlannedSession & { readonly id: string; readonly classId: string }

const sessions = (tx: Tx) => tx.db.selectFrom('training.sessions').selectAll().where('district', '=', tx.district)

type Row = Awaited<ReturnType<ReturnType<typeof sessions>['executeTakeFirstOrThrow']>>

const fromRow = (row: Row): SessionRow => ({
  id: row.id,
  classId: row.class_id,
  day: civilDate(row.day),
  startMinute: row.start_minute,
  endMinute: row.end_minute,
  classHours: row.class_hours,
  kind: row.kind as SessionKind,
  roomId: row.room_id,
  instructorId: row.instructor_id,
  reason: row.reason,
})

/** The timetable of a class, in order of time. */
export async function listSessions(tx: Tx, classId: string): Promise<SessionRow[]> {
  return (await sessions(tx).where('class_id', '=', classId).orderBy('day').orderBy('start_minute').execute()).map(
    fromRow,
  )
}

export async function findSession(tx: Tx, id: string): Promise<SessionRow | undefined> {
  const row = await sessions(tx).where('id', '=', id).executeTakeFirst()
  return row && fromRow(row)
}

/** Puts these sessions in place of all the class had. */
export async function replaceSessions(
  tx: Tx,
  classId: string,
  rows: readonly (PlannedSession & { id: string })[],
): Promise<void> {
  await tx.db
    .deleteFrom('training.sessions')
    .where('district', '=', tx.district)
    .where('class_id', '=', classId)
    .execute()
  if (rows.length === 0) return
  await tx.db
    .insertInto('training.sessions')
    .values(
      rows.map((row) => ({
        district: tx.district,
        id: row.id,
        class_id: classId,
        day: row.day,
        start_minute: row.startMinute,
        end_minute: row.endMinute,
        class_hours: row.classHours,
        kind: row.kind,
        room_id: row.roomId,
        instructor_id: row.instructorId,
        reason: row.reason,
      })),
    )
    .execute()
}

export type Slot = {
  readonly resourceKind: ResourceKind
  readonly resourceId: string
  readonly day: string
  readonly halfHour: number
  readonly sessionId: string
}

/** Seven values a row: one statement stays far below PostgreSQL's 65,535. */
const SLOTS_A_STATEMENT = 4000

/**
 * Takes half hours for a class, in the order of their key so that two classes that want the same ones wait for each
 * other and never for one another in a ring. What another class holds is left to it: returns how many were taken.
 */
export async function takeSlots(tx: Tx, classId: string, wanted: readonly Slot[]): Promise<number> {
  const keyOf = (slot: Slot) =>
    `${slot.resourceKind} ${slot.resourceId} ${slot.day} ${String(slot.halfHour).padStart(2, '0')}`
  const keyed = wanted
    .map((slot) => ({ key: keyOf(slot), slot }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
  let taken = 0n
  for (let at = 0; at < keyed.length; at += SLOTS_A_STATEMENT) {
    const answer = await tx.db
      .insertInto('training.slots')
      .values(
        keyed.slice(at, at + SLOTS_A_STATEMENT).map(({ slot }) => ({
          district: tx.district,
          resource_kind: slot.resourceKind,
          resource_id: slot.resourceId,
          day: slot.day,
          half_hour: slot.halfHour,
          class_id: classId,
          session_id: slot.sessionId,
        })),
      )
      .onConflict((conflict) =>
        conflict.columns(['district', 'resource_kind', 'resource_id', 'day', 'half_hour']).doNothing(),
      )
      .executeTakeFirst()
    taken += answer.numInsertedOrUpdatedRows ?? 0n
  }
  return Number(taken)
}

export async function giveBackSlots(tx: Tx, classId: string): Promise<void> {
  await tx.db.deleteFrom('training.slots').where('district', '=', tx.district).where('class_id', '=', classId).execute()
}

/** What other classes hold of these rooms and people on these days. */
export async function listHeldSlots(
  tx: Tx,
  ask: { classId: string; resourceIds: readonly string[]; days: readonly string[] },
): Promise<HeldSlot[]> {
  if (ask.resourceIds.length === 0 || ask.days.length === 0) return []
  const { rows } = await sql<{
    resource_kind: string
    resource_id: string
    day: string
    half_hour: number
    class_id: string
  }>`
    select resource_kind, resource_id, day, half_hour, class_id from training.slots
    where district = ${tx.district} and resource_kind in ('room', 'instructor', 'trainee')
      and resource_id = any(${[...new Set(ask.resourceIds)]}::uuid[]) and day = any(${[...new Set(ask.days)]}::date[])
      and class_id <> ${ask.classId}
    order by day, half_hour, resource_kind, resource_id`.execute(tx.db)
  return rows.map((row) => ({
    resourceKind: row.resource_kind as ResourceKind,
    resourceId: row.resource_id,
    day: row.day,
    halfHour: row.half_hour,
    classId: row.class_id,
  }))
}
