import { sql } from 'kysely'
import type { Tx } from '../db/public.ts'

export type OutboxEvent = { id: string; kind: string; subjectId: string; body: unknown }

/** Tells the other rooms that something happened; takes effect with the transaction. */
export async function announce(tx: Tx, event: OutboxEvent): Promise<void> {
  await tx.db
    .insertInto('outbox.events')
    .values({
      district: tx.district,
      id: event.id,
      kind: event.kind,
      subject_id: event.subjectId,
      body: JSON.stringify(event.body),
    })
    .execute()
}

/** The oldest waiting event of the district, locked for this transaction; another worker takes the next. */
export async function takeEvent(tx: Tx, maxAttempts: number): Promise<OutboxEvent | undefined> {
  const { rows } = await sql<{ id: string; kind: string; subject_id: string; body: unknown }>`
    select id, kind, subject_id, body from outbox.events
    where district = ${tx.district} and done_at is null and attempts < ${maxAttempts}
    order by id limit 1 for update skip locked`.execute(tx.db)
  const row = rows[0]
  return row && { id: row.id, kind: row.kind, subjectId: row.subject_id, body: row.body }
}

export async function markDone(tx: Tx, id: string): Promise<void> {
  await sql`update outbox.events set done_at = now() where district = ${tx.district} and id = ${id}`.execute(tx.db)
}

export async function markFailed(tx: Tx, id: string, failure: string): Promise<void> {
  await sql`update outbox.events set attempts = attempts + 1, failure = ${failure} where district = ${tx.district} and id = ${id}`.execute(
    tx.db,
  )
}
