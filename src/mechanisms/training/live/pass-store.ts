import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/public.ts'

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
