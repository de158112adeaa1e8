import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/public.ts'
import type { CodeState, TryKind } from './rules.ts'

export async function insertCode(
  tx: Tx,
  code: { tokenSha256: Buffer; phoneLookup: Buffer; codeLookup: Buffer; expiresAt: Date },
): Promise<void> {
  await tx.db
    .insertInto('access.resident_codes')
    .values({
      district: tx.district,
      token_sha256: code.tokenSha256,
      phone_lookup: code.phoneLookup,
      code_lookup: code.codeLookup,
      expires_at: code.expiresAt,
    })
    .execute()
}

export type Code = CodeState & { readonly phoneLookup: Buffer; readonly codeLookup: Buffer }

/** A code by its request's token, held until the transaction ends: of two tries at once the second waits. */
export async function lockCode(tx: Tx, tokenSha256: Buffer): Promise<Code | undefined> {
  const row = await tx.db
    .selectFrom('access.resident_codes')
    .selectAll()
    .where('district', '=', tx.district)
    .where('token_sha256', '=', tokenSha256)
    .forUpdate()
    .executeTakeFirst()
  return (
    row && {
      phoneLookup: row.phone_lookup,
      codeLookup: row.code_lookup,
      expiresAt: row.expires_at,
      tries: row.tries,
      passedAt: row.passed_at,
      usedAt: row.used_at,
    }
  )
}

/** When a code was last asked for this phone; undefined when never. */
export async function findLastAsked(tx: Tx, phoneLookup: Buffer): Promise<Date | undefined> {
  const row = await tx.db
    .selectFrom('access.resident_codes')
    .select('asked_at')
    .where('district', '=', tx.district)
    .where('phone_lookup', '=', phoneLookup)
    .orderBy('asked_at', 'desc')
    .executeTakeFirst()
  return row?.asked_at
}

/** What became of a code: tried once more, matched, or used up. */
export async function noteCode(
  tx: Tx,
  tokenSha256: Buffer,
  change: { tries?: number; passedAt?: Date; usedAt?: Date },
): Promise<void> {
  await tx.db
    .updateTable('access.resident_codes')
    .set({
      ...(change.tries === undefined ? {} : { tries: change.tries }),
      ...(change.passedAt ? { passed_at: change.passedAt } : {}),
      ...(change.usedAt ? { used_at: change.usedAt } : {}),
    })
    .where('district', '=', tx.district)
    .where('token_sha256', '=', tokenSha256)
    .execute()
}

/** Counts a try in this hour; how many there are now. */
export async function countTry(tx: Tx, what: TryKind, ofWhom: Buffer): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    insert into access.tries (district, what, of_whom, hour, count)
    values (${tx.district}, ${what}, ${ofWhom}, date_trunc('hour', now()), 1)
    on conflict (district, what, of_whom, hour) do update set count = access.tries.count + 1
    returning count`.execute(tx.db)
  return rows[0]!.count
}

export async function startResidentSession(
  tx: Tx,
  session: { tokenSha256: Buffer; personId: string; expiresAt: Date },
): Promise<void> {
  await tx.db
    .insertInto('access.resident_sessions')
    .values({
      district: tx.district,
      token_sha256: session.tokenSha256,
      person_id: session.personId,
      expires_at: session.expiresAt,
    })
    .execute()
}

/** The person of an open session. Real time. */
export async function findResident(tx: Tx, tokenSha256: Buffer): Promise<string | undefined> {
  const row = await tx.db
    .selectFrom('access.resident_sessions')
    .select('person_id')
    .where('district', '=', tx.district)
    .where('token_sha256', '=', tokenSha256)
    .where('ended_at', 'is', null)
    .where('expires_at', '>', new Date())
    .executeTakeFirst()
  return row?.person_id
}

export async function endResidentSession(tx: Tx, tokenSha256: Buffer): Promise<void> {
  await tx.db
    .updateTable('access.resident_sessions')
    .set({ ended_at: new Date() })
    .where('district', '=', tx.district)
    .where('token_sha256', '=', tokenSha256)
    .where('ended_at', 'is', null)
    .execute()
}

const SWEPT_AT_ONCE = 500

/** Deletes codes, sessions and counts that are long over; whether there may be more of them. Real time. */
export async function sweepResidents(tx: Tx): Promise<boolean> {
  const old = sql`now() - interval '1 day'`
  const gone = await Promise.all([
    sql`delete from access.resident_codes where district = ${tx.district} and token_sha256 in (
      select token_sha256 from access.resident_codes where district = ${tx.district} and expires_at < ${old} limit ${SWEPT_AT_ONCE})`.execute(
      tx.db,
    ),
    sql`delete from access.resident_sessions where district = ${tx.district} and token_sha256 in (
      select token_sha256 from access.resident_sessions where district = ${tx.district} and expires_at < ${old} limit ${SWEPT_AT_ONCE})`.execute(
      tx.db,
    ),
    sql`delete from access.tries where district = ${tx.district} and hour < ${old}`.execute(tx.db),
  ])
  return gone.slice(0, 2).some(({ numAffectedRows }) => Number(numAffectedRows ?? 0n) >= SWEPT_AT_ONCE)
}
