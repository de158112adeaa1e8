import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/public.ts'
import type { SignKind, SignMethod, SignQuality } from './rules.ts'
import type { Operating } from './store.ts'

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
