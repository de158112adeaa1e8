import { sql } from 'kysely'
import type { Reach } from '../../../kernel/access/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import { civilDate, type CivilDate } from '../../../kernel/values/public.ts'
import type { SessionRow } from '../timetable/store.ts'
import type { Phase } from './rules.ts'

/** A session of the timetable held live. `openedAt` and `deviceAt` are real time, `businessAt` business time. */
export type LiveSession = {
  readonly id: string
  readonly classId: string
  readonly sessionId: string
  readonly phase: Phase
  readonly accountId: string
  readonly personId: string
  readonly device: Buffer
  readonly openedAt: Date
  readonly businessAt: Date
  readonly deviceAt: Date | null
}

/** Who does something at a live session, on which device. */
export type Operating = { readonly accountId: string; readonly personId: string; readonly device: Buffer }

/** When something was done: business time, and what the device's own clock said. */
export type Moments = { readonly businessAt: Date; readonly deviceAt: Date | null }

/** Opens a session unless it is open already; whether it was opened now. */
export async function insertLiveSession(
  tx: Tx,
  live: Operating & Moments & { readonly id: string; readonly classId: string; readonly sessionId: string },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx.db
    .insertInto('training.live_sessions')
    .values({
      district: tx.district,
      id: live.id,
      class_id: live.classId,
      session_id: live.sessionId,
      phase: 'in',
      account_id: live.accountId,
      person_id: live.personId,
      device: live.device,
      business_at: live.businessAt,
      device_at: live.deviceAt,
    })
    .onConflict((conflict) => conflict.columns(['district', 'session_id']).doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

/** Moves what may be signed. Hold the session while calling, and leave the event beside it. */
export async function updatePhase(tx: Tx, id: string, phase: Phase): Promise<void> {
  await tx.db
    .updateTable('training.live_sessions')
    .set({ phase })
    .where('district', '=', tx.district)
    .where('id', '=', id)
    .execute()
}

/** One move of a live session; by nobody when the platform closed it. */
export type LiveEvent = Moments & {
  readonly id: string
  readonly liveSessionId: string
  readonly phase: Phase
  readonly by: Operating | null
}

export async function insertLiveEvent(tx: Tx, event: LiveEvent): Promise<void> {
  await tx.db
    .insertInto('training.live_events')
    .values({
      district: tx.district,
      id: event.id,
      live_session_id: event.liveSessionId,
      phase: event.phase,
      account_id: event.by?.accountId ?? null,
      person_id: event.by?.personId ?? null,
      device: event.by?.device ?? null,
      business_at: event.businessAt,
      device_at: event.deviceAt,
    })
    .execute()
}

export type KeptEvent = {
  readonly id: string
  readonly phase: Phase
  readonly accountId: string | null
  readonly happenedAt: Date
  readonly businessAt: Date
}

/** What happened to a live session, in order. */
export async function listLiveEvents(tx: Tx, liveSessionId: string): Promise<KeptEvent[]> {
  const rows = await tx.db
    .selectFrom('training.live_events')
    .selectAll()
    .where('district', '=', tx.district)
    .where('live_session_id', '=', liveSessionId)
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    phase: row.phase as Phase,
    accountId: row.account_id,
    happenedAt: row.happened_at,
    businessAt: row.business_at,
  }))
}

const liveSessions = (tx: Tx) =>
  tx.db.selectFrom('training.live_sessions').selectAll().where('district', '=', tx.district)

type LiveRow = Awaited<ReturnType<ReturnType<typeof liveSessions>['executeTakeFirstOrThrow']>>

const liveOf = (row: LiveRow): LiveSession => ({
  id: row.id,
  classId: row.class_id,
  sessionId: row.session_id,
  phase: row.phase as Phase,
  accountId: row.account_id,
  personId: row.person_id,
  device: row.device,
  openedAt: row.opened_at,
  businessAt: row.business_at,
  deviceAt: row.device_at,
})

export async function findLiveSession(tx: Tx, id: string): Promise<LiveSession | undefined> {
  const row = await liveSessions(tx).where('id', '=', id).executeTakeFirst()
  return row && liveOf(row)
}

/** The same, held until the transaction ends: signs of one session take turns, and none comes after its closing. */
export async function lockLiveSession(tx: Tx, id: string): Promise<LiveSession | undefined> {
  const row = await liveSessions(tx).where('id', '=', id).forUpdate().executeTakeFirst()
  return row && liveOf(row)
}

/** How a session of the timetable is held live; undefined before it is opened. */
export async function findLiveSessionOf(tx: Tx, sessionId: string): Promise<LiveSession | undefined> {
  const row = await liveSessions(tx).where('session_id', '=', sessionId).executeTakeFirst()
  return row && liveOf(row)
}

/** Every session of a class that was held live, the earliest opened first. */
export async function listLiveSessions(tx: Tx, classId: string): Promise<LiveSession[]> {
  return (await liveSessions(tx).where('class_id', '=', classId).orderBy('opened_at').orderBy('id').execute()).map(
    liveOf,
  )
}

/** Every live session of the district that is not closed. */
export async function listOpenLiveSessions(tx: Tx): Promise<LiveSession[]> {
  return (await liveSessions(tx).where('phase', '<>', 'closed').orderBy('id').execute()).map(liveOf)
}

/** Whose sessions somebody may hold: an instructor their own within their scope, a provider all of its classes. */
export type Holder = { readonly reach: Reach; readonly instructorPersonId: string | null }

/** The sessions of a day, of classes on file, that somebody may hold, in order of time. */
export async function listSessionsToHold(tx: Tx, holder: Holder, day: CivilDate): Promise<SessionRow[]> {
  let query = tx.db
    .selectFrom('training.sessions as s')
    .innerJoin('training.classes as c', (join) =>
      join.onRef('c.district', '=', 's.district').onRef('c.id', '=', 's.class_id'),
    )
    .innerJoin('training.instructors as i', (join) =>
      join.onRef('i.district', '=', 's.district').onRef('i.id', '=', 's.instructor_id'),
    )
    .selectAll('s')
    .where('s.district', '=', tx.district)
    .where('s.day', '=', day)
    .where('c.status', '=', 'filed')
    .where(
      sql<boolean>`(c.organisation_id = any(${[...holder.reach.organisations]}::uuid[])
        or c.id = any(${[...holder.reach.classes]}::uuid[]))`,
    )
  if (holder.instructorPersonId !== null) query = query.where('i.person_id', '=', holder.instructorPersonId)
  const rows = await query.orderBy('s.start_minute').orderBy('s.id').execute()
  return rows.map((row) => ({
    id: row.id,
    classId: row.class_id,
    day: civilDate(row.day),
    startMinute: row.start_minute,
    endMinute: row.end_minute,
    classHours: row.class_hours,
    kind: row.kind as SessionRow['kind'],
    roomId: row.room_id,
    instructorId: row.instructor_id,
    reason: row.reason,
  }))
}

/** Classes on file that were signed live and have no sheet of attendance yet. */
export async function listClassesToDraw(tx: Tx): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select c.id from training.classes c
    where c.district = ${tx.district} and c.status = 'filed'
      and exists (select 1 from training.live_sessions l where l.district = c.district and l.class_id = c.id)
      and not exists (select 1 from training.attendance_sheets s where s.district = c.district and s.class_id = c.id)
    order by c.id`.execute(tx.db)
  return rows.map(({ id }) => id)
}
