import { sql } from 'kysely'
import type { Reach } from '../../../kernel/access/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import { civilDate, type CivilDate } from '../../../kernel/values/public.ts'
import type { SessionRow } from '../timetable/store.ts'
import type { Phase, SignKind, SignMethod, SignQuality } from './rules.ts'

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

/** A live sign. Struck ones stay, and count no more. */
export type LiveSign = {
  readonly id: string
  readonly liveSessionId: string
  readonly enrolmentId: string
  readonly kind: SignKind
  readonly method: SignMethod
  readonly nth: number
  /** The keyed hash of the browser it came from: the trainee's own phone, or the operator's tablet. */
  readonly device: Buffer
  /** When the code was seen, and when the sign reached the server; real time. */
  readonly seenAt: Date
  readonly signedAt: Date
  readonly businessAt: Date
  readonly deviceAt: Date | null
  /** Who signed for them; null when they did themself. */
  readonly operator: { readonly accountId: string; readonly personId: string } | null
  readonly minutesLate: number
  readonly minutesEarly: number
  readonly quality: SignQuality
  readonly reason: string
}

/** A live sign as it is kept, with its strike. */
export type KeptLiveSign = LiveSign & { readonly struck: Strike | null }

export type Strike = { readonly reason: string; readonly accountId: string; readonly at: Date }

/** Keeps signs; how many of them were new. One that is there already stays as it is. */
export async function insertLiveSigns(tx: Tx, signs: readonly LiveSign[]): Promise<number> {
  if (signs.length === 0) return 0
  const { numInsertedOrUpdatedRows } = await tx.db
    .insertInto('training.live_signs')
    .values(
      signs.map((sign) => ({
        district: tx.district,
        id: sign.id,
        live_session_id: sign.liveSessionId,
        enrolment_id: sign.enrolmentId,
        kind: sign.kind,
        method: sign.method,
        nth: sign.nth,
        device: sign.device,
        seen_at: sign.seenAt,
        signed_at: sign.signedAt,
        business_at: sign.businessAt,
        device_at: sign.deviceAt,
        account_id: sign.operator?.accountId ?? null,
        person_id: sign.operator?.personId ?? null,
        minutes_late: sign.minutesLate,
        minutes_early: sign.minutesEarly,
        quality: sign.quality,
        reason: sign.reason,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['district', 'live_session_id', 'enrolment_id', 'kind', 'nth']).doNothing(),
    )
    .executeTakeFirstOrThrow()
  return Number(numInsertedOrUpdatedRows ?? 0n)
}

const liveSigns = (tx: Tx) =>
  tx.db
    .selectFrom('training.live_signs as s')
    .leftJoin('training.live_strikes as x', (join) =>
      join.onRef('x.district', '=', 's.district').onRef('x.sign_id', '=', 's.id'),
    )
    .selectAll('s')
    .select(['x.reason as struck_because', 'x.account_id as struck_by', 'x.business_at as struck_on'])
    .where('s.district', '=', tx.district)

type SignRow = Awaited<ReturnType<ReturnType<typeof liveSigns>['executeTakeFirstOrThrow']>>

const signOf = (row: SignRow): KeptLiveSign => ({
  id: row.id,
  liveSessionId: row.live_session_id,
  enrolmentId: row.enrolment_id,
  kind: row.kind as SignKind,
  method: row.method as SignMethod,
  nth: row.nth,
  device: row.device,
  seenAt: row.seen_at,
  signedAt: row.signed_at,
  businessAt: row.business_at,
  deviceAt: row.device_at,
  operator:
    row.account_id === null || row.person_id === null ? null : { accountId: row.account_id, personId: row.person_id },
  minutesLate: row.minutes_late,
  minutesEarly: row.minutes_early,
  quality: row.quality as SignQuality,
  reason: row.reason,
  struck:
    row.struck_because === null || row.struck_by === null || row.struck_on === null
      ? null
      : { reason: row.struck_because, accountId: row.struck_by, at: row.struck_on },
})

export async function findLiveSign(tx: Tx, id: string): Promise<KeptLiveSign | undefined> {
  const row = await liveSigns(tx).where('s.id', '=', id).executeTakeFirst()
  return row && signOf(row)
}

/** Every sign of a live session in order of time, struck ones among them. */
export async function listLiveSigns(tx: Tx, liveSessionId: string): Promise<KeptLiveSign[]> {
  return (
    await liveSigns(tx).where('s.live_session_id', '=', liveSessionId).orderBy('s.signed_at').orderBy('s.id').execute()
  ).map(signOf)
}

/** Every sign of all live sessions of a class, in order of time, struck ones among them. */
export async function listLiveSignsOfClass(tx: Tx, classId: string): Promise<KeptLiveSign[]> {
  return (
    await liveSigns(tx)
      .innerJoin('training.live_sessions as l', (join) =>
        join.onRef('l.district', '=', 's.district').onRef('l.id', '=', 's.live_session_id'),
      )
      .where('l.class_id', '=', classId)
      .orderBy('s.signed_at')
      .orderBy('s.id')
      .execute()
  ).map(signOf)
}

/** Somebody who signed by themself on a device, in whichever class of the district. */
export type SignedOnDevice = {
  readonly device: string
  readonly personId: string
  readonly enrolmentId: string
  readonly classId: string
  readonly signId: string
}

/**
 * Whoever signed by themself on a phone with which this class was signed, here or in another class, one sign of each;
 * struck signs say nothing.
 */
export async function listPeopleOnDevicesOf(tx: Tx, classId: string): Promise<SignedOnDevice[]> {
  const { rows } = await sql<SignedOnDevice>`
    with devices as (
      select distinct s.device from training.live_signs s
      join training.live_sessions l on l.district = s.district and l.id = s.live_session_id
      where s.district = ${tx.district} and l.class_id = ${classId} and s.method in ('qr', 'code')
    )
    select distinct on (s.device, e.person_id)
      encode(s.device, 'hex') as device, e.person_id as "personId", e.id as "enrolmentId", e.class_id as "classId",
      s.id as "signId"
    from training.live_signs s
    join devices d on d.device = s.device
    join training.enrolments e on e.district = s.district and e.id = s.enrolment_id
    where s.district = ${tx.district} and s.method in ('qr', 'code') and not exists (
      select 1 from training.live_strikes x where x.district = s.district and x.sign_id = s.id)
    order by s.device, e.person_id, (e.class_id = ${classId}) desc, s.id`.execute(tx.db)
  return rows
}

/** The signs of a drawn sheet that rest on a live sign. */
export async function listSignsDrawnFrom(
  tx: Tx,
  liveSignId: string,
): Promise<{ id: string; written: string; sheetId: string }[]> {
  return tx.db
    .selectFrom('training.attendance_signs')
    .select(['id', 'written', 'sheet_id as sheetId'])
    .where('district', '=', tx.district)
    .where((where) => where.or([where('live_sign_id', '=', liveSignId), where('live_out_id', '=', liveSignId)]))
    .orderBy('id')
    .execute()
}

/** Strikes a sign; whether it was struck now and not before. */
export async function insertStrike(
  tx: Tx,
  strike: Operating & {
    readonly id: string
    readonly signId: string
    readonly reason: string
    readonly businessAt: Date
  },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx.db
    .insertInto('training.live_strikes')
    .values({
      district: tx.district,
      id: strike.id,
      sign_id: strike.signId,
      reason: strike.reason,
      account_id: strike.accountId,
      person_id: strike.personId,
      device: strike.device,
      business_at: strike.businessAt,
    })
    .onConflict((conflict) => conflict.columns(['district', 'sign_id']).doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

/** Why somebody known was refused. */
export type RefusalWhy = 'expired' | 'early' | 'late' | 'closed' | 'not-on-roster' | 'phone-of-another'

export type LiveRefusal = {
  readonly id: string
  readonly liveSessionId: string
  readonly enrolmentId: string | null
  readonly kind: 'in' | 'out'
  readonly method: 'qr' | 'code' | 'card'
  readonly why: RefusalWhy
  readonly device: Buffer
  /** Whose phone it was when a second person tried on it. */
  readonly otherEnrolmentId: string | null
  readonly businessAt: Date
}

export async function insertRefusal(tx: Tx, refusal: LiveRefusal): Promise<void> {
  await tx.db
    .insertInto('training.live_refusals')
    .values({
      district: tx.district,
      id: refusal.id,
      live_session_id: refusal.liveSessionId,
      enrolment_id: refusal.enrolmentId,
      kind: refusal.kind,
      method: refusal.method,
      why: refusal.why,
      device: refusal.device,
      other_enrolment_id: refusal.otherEnrolmentId,
      business_at: refusal.businessAt,
    })
    .execute()
}

/** Everybody refused at the live sessions of a class, in order. */
export async function listRefusalsOfClass(tx: Tx, classId: string): Promise<LiveRefusal[]> {
  const rows = await tx.db
    .selectFrom('training.live_refusals as r')
    .innerJoin('training.live_sessions as l', (join) =>
      join.onRef('l.district', '=', 'r.district').onRef('l.id', '=', 'r.live_session_id'),
    )
    .selectAll('r')
    .where('r.district', '=', tx.district)
    .where('l.class_id', '=', classId)
    .orderBy('r.id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    liveSessionId: row.live_session_id,
    enrolmentId: row.enrolment_id,
    kind: row.kind as LiveRefusal['kind'],
    method: row.method as LiveRefusal['method'],
    why: row.why as RefusalWhy,
    device: row.device,
    otherEnrolmentId: row.other_enrolment_id,
    businessAt: row.business_at,
  }))
}

export type ClassPhoto = {
  readonly id: string
  readonly liveSessionId: string
  readonly fileId: string
  readonly accountId: string
  readonly takenAt: Date
  readonly businessAt: Date
}

export async function insertPhoto(
  tx: Tx,
  photo: Operating & Moments & { readonly id: string; readonly liveSessionId: string; readonly fileId: string },
): Promise<void> {
  await tx.db
    .insertInto('training.class_photos')
    .values({
      district: tx.district,
      id: photo.id,
      live_session_id: photo.liveSessionId,
      file_id: photo.fileId,
      account_id: photo.accountId,
      person_id: photo.personId,
      device: photo.device,
      business_at: photo.businessAt,
      device_at: photo.deviceAt,
    })
    .execute()
}

const photos = (tx: Tx) =>
  tx.db
    .selectFrom('training.class_photos as p')
    .select([
      'p.id',
      'p.live_session_id as liveSessionId',
      'p.file_id as fileId',
      'p.account_id as accountId',
      'p.taken_at as takenAt',
      'p.business_at as businessAt',
    ])
    .where('p.district', '=', tx.district)

export async function findPhoto(tx: Tx, id: string): Promise<ClassPhoto | undefined> {
  return photos(tx).where('p.id', '=', id).executeTakeFirst()
}

export async function listPhotos(tx: Tx, liveSessionId: string): Promise<ClassPhoto[]> {
  return photos(tx).where('p.live_session_id', '=', liveSessionId).orderBy('p.id').execute()
}

/** Every photo of the live sessions of a class, in order. */
export async function listPhotosOfClass(tx: Tx, classId: string): Promise<ClassPhoto[]> {
  return photos(tx)
    .innerJoin('training.live_sessions as l', (join) =>
      join.onRef('l.district', '=', 'p.district').onRef('l.id', '=', 'p.live_session_id'),
    )
    .where('l.class_id', '=', classId)
    .orderBy('p.id')
    .execute()
}

/** A trainee's phone remembered for one class. Real time. */
export async function insertPass(
  tx: Tx,
  pass: {
    readonly tokenSha256: Buffer
    readonly classId: string
    readonly personId: string
    readonly device: Buffer
    readonly expiresAt: Date
  },
): Promise<void> {
  await tx.db
    .insertInto('training.class_passes')
    .values({
      district: tx.district,
      token_sha256: pass.tokenSha256,
      class_id: pass.classId,
      person_id: pass.personId,
      device: pass.device,
      expires_at: pass.expiresAt,
    })
    .execute()
}

/** Whose a pass is, on the device it was given to, while it lasts. */
export async function findPass(
  tx: Tx,
  pass: { readonly tokenSha256: Buffer; readonly classId: string; readonly device: Buffer },
): Promise<string | undefined> {
  const row = await tx.db
    .selectFrom('training.class_passes')
    .select('person_id')
    .where('district', '=', tx.district)
    .where('token_sha256', '=', pass.tokenSha256)
    .where('class_id', '=', pass.classId)
    .where('device', '=', pass.device)
    .where('ended_at', 'is', null)
    .where('expires_at', '>', new Date())
    .executeTakeFirst()
  return row?.person_id
}

/** Ends passes of a class: one phone's, one person's, or everybody's. */
export async function endPasses(
  tx: Tx,
  of: { readonly classId: string; readonly tokenSha256?: Buffer; readonly personId?: string },
): Promise<void> {
  let query = tx.db
    .updateTable('training.class_passes')
    .set({ ended_at: new Date() })
    .where('district', '=', tx.district)
    .where('class_id', '=', of.classId)
    .where('ended_at', 'is', null)
  if (of.tokenSha256) query = query.where('token_sha256', '=', of.tokenSha256)
  if (of.personId) query = query.where('person_id', '=', of.personId)
  await query.execute()
}

export type LiveTry = 'code-by-device' | 'code-by-address' | 'card-by-session'

/** How often something was tried in vain in this hour of real time. */
export async function triesSoFar(tx: Tx, what: LiveTry, ofWhom: Buffer): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count from training.live_tries
    where district = ${tx.district} and what = ${what} and of_whom = ${ofWhom} and hour = date_trunc('hour', now())`.execute(
    tx.db,
  )
  return rows[0]?.count ?? 0
}

export async function countLiveTry(tx: Tx, what: LiveTry, ofWhom: Buffer): Promise<void> {
  await sql`
    insert into training.live_tries (district, what, of_whom, hour, count)
    values (${tx.district}, ${what}, ${ofWhom}, date_trunc('hour', now()), 1)
    on conflict (district, what, of_whom, hour) do update set count = training.live_tries.count + 1`.execute(tx.db)
}

const SWEPT_AT_ONCE = 500

/** Deletes counts and passes that are long over; whether there may be more of them. Real time. */
export async function sweepLive(tx: Tx): Promise<boolean> {
  const old = sql`now() - interval '1 day'`
  await sql`delete from training.live_tries where district = ${tx.district} and hour < ${old}`.execute(tx.db)
  const { numAffectedRows } = await sql`
    delete from training.class_passes where district = ${tx.district} and token_sha256 in (
      select token_sha256 from training.class_passes where district = ${tx.district} and expires_at < ${old}
      limit ${SWEPT_AT_ONCE})`.execute(tx.db)
  return Number(numAffectedRows ?? 0n) >= SWEPT_AT_ONCE
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
