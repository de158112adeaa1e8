import { sql } from 'kysely'
import type { Tx } from '../db/public.ts'

export type UsedKey = { requestSha256: Buffer; status: number | null; answer: unknown }

/** Claims the key in this transaction. False when it is used; a concurrent holder is waited for. */
export async function claimKey(tx: Tx, accountId: string, key: string, requestSha256: Buffer): Promise<boolean> {
  const inserted = await tx.db
    .insertInto('http.idempotency_keys')
    .values({ district: tx.district, account_id: accountId, key, request_sha256: requestSha256 })
    .onConflict((conflict) => conflict.columns(['district', 'account_id', 'key']).doNothing())
    .executeTakeFirst()
  return (inserted.numInsertedOrUpdatedRows ?? 0n) === 1n
}

export async function findKey(tx: Tx, accountId: string, key: string): Promise<UsedKey | undefined> {
  const row = await tx.db
    .selectFrom('http.idempotency_keys')
    .select(['request_sha256', 'status', 'answer'])
    .where('district', '=', tx.district)
    .where('account_id', '=', accountId)
    .where('key', '=', key)
    .executeTakeFirst()
  return row && { requestSha256: row.request_sha256, status: row.status, answer: row.answer }
}

export async function keepAnswer(tx: Tx, accountId: string, key: string, answer: unknown): Promise<void> {
  await tx.db
    .updateTable('http.idempotency_keys')
    .set({ status: 200, answer: JSON.stringify(answer) })
    .where('district', '=', tx.district)
    .where('account_id', '=', accountId)
    .where('key', '=', key)
    .execute()
}

/** How long a request may be repeated under its key; technical. A field device may be offline for weeks. */
const KEPT_DAYS = 30
const SWEPT_AT_ONCE = 500

/** Deletes a batch of the district's keys that nobody will repeat any more; whether there may be more of them. */
export async function sweepKeys(tx: Tx): Promise<boolean> {
  const { numAffectedRows } = await sql`
    delete from http.idempotency_keys
    where district = ${tx.district} and (account_id, key) in (
      select account_id, key from http.idempotency_keys
      where district = ${tx.district} and created_at < now() - make_interval(days => ${KEPT_DAYS})
      order by created_at limit ${SWEPT_AT_ONCE} for update skip locked)`.execute(tx.db)
  return Number(numAffectedRows ?? 0n) >= SWEPT_AT_ONCE
}
