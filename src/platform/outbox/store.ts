import { sql } from 'kysely'
import type { Sentence } from '../contract/public.ts'
import type { Tx } from '../db/public.ts'
import type { NextTry } from './rules.ts'

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

export type TakenEvent = OutboxEvent & { readonly attempts: number }

/**
 * The oldest event of the district whose time has come, locked for this transaction; another worker takes the next.
 * An event waits for every earlier one about the same subject, until that is done or has given up; for no other.
 */
export async function takeEvent(tx: Tx): Promise<TakenEvent | undefined> {
  const { rows } = await sql<{ id: string; kind: string; subject_id: string; body: unknown; attempts: number }>`
    select e.id, e.kind, e.subject_id, e.body, e.attempts from outbox.events e
    where e.district = ${tx.district} and e.done_at is null and e.gave_up_at is null and e.next_try_at <= now()
      and not exists (
        select 1 from outbox.events earlier
        where earlier.district = ${tx.district} and earlier.subject_id = e.subject_id and earlier.id < e.id
          and earlier.done_at is null and earlier.gave_up_at is null)
    order by e.id limit 1 for update of e skip locked`.execute(tx.db)
  const row = rows[0]
  return row && { id: row.id, kind: row.kind, subjectId: row.subject_id, body: row.body, attempts: row.attempts }
}

export async function markDone(tx: Tx, id: string): Promise<void> {
  await sql`update outbox.events set done_at = now() where district = ${tx.district} and id = ${id}`.execute(tx.db)
}

export type Failure = { readonly id: string; readonly reaction: string; readonly sentence: Sentence }

/** Keeps that a try failed and when the next is; nothing where another worker has meanwhile got further. */
export async function markFailed(tx: Tx, event: TakenEvent, next: NextTry, failure: Failure): Promise<void> {
  await sql`
    update outbox.events
    set attempts = ${next.attempts}, failed_at = now(), failed_in = ${failure.reaction},
        failed_as = ${JSON.stringify(failure.sentence)}::jsonb, failure_id = ${failure.id},
        gave_up_at = case when ${next.pauseSeconds === null} then now() end,
        next_try_at = now() + make_interval(secs => ${next.pauseSeconds ?? 0}::float8)
    where district = ${tx.district} and id = ${event.id} and done_at is null and gave_up_at is null
      and attempts = ${event.attempts}`.execute(tx.db)
}

export type StuckState = 'gave-up' | 'trying'

/** An event whose reaction failed and that is not done. Instants are real time. */
export type StuckEvent = {
  readonly id: string
  readonly kind: string
  readonly subjectId: string
  readonly state: StuckState
  readonly attempts: number
  readonly happenedAt: Date
  readonly failedAt: Date
  readonly nextTryAt: Date | null
  readonly failure: Failure
}

/** Events that failed and are not done, newest first; `after` is the last id of the page before. */
export async function listStuck(
  tx: Tx,
  { state, after, limit }: { state?: StuckState | undefined; after?: string | undefined; limit: number },
): Promise<StuckEvent[]> {
  let rows = tx.db
    .selectFrom('outbox.events')
    .selectAll()
    .where('district', '=', tx.district)
    .where('done_at', 'is', null)
    .where('failed_at', 'is not', null)
  if (state) rows = rows.where('gave_up_at', state === 'gave-up' ? 'is not' : 'is', null)
  if (after) rows = rows.where('id', '<', after)
  return (await rows.orderBy('id', 'desc').limit(limit).execute()).map((row) => ({
    id: row.id,
    kind: row.kind,
    subjectId: row.subject_id,
    state: row.gave_up_at === null ? 'trying' : 'gave-up',
    attempts: row.attempts,
    happenedAt: row.created_at,
    failedAt: row.failed_at!,
    nextTryAt: row.gave_up_at === null ? row.next_try_at : null,
    failure: { id: row.failure_id!, reaction: row.failed_in!, sentence: row.failed_as as Sentence },
  }))
}

/** How many events of the district gave up and wait for a person. */
export async function countGivenUp(tx: Tx): Promise<number> {
  const row = await tx.db
    .selectFrom('outbox.events')
    .select((count) => count.fn.countAll<bigint>().as('count'))
    .where('district', '=', tx.district)
    .where('done_at', 'is', null)
    .where('failed_at', 'is not', null)
    .where('gave_up_at', 'is not', null)
    .executeTakeFirstOrThrow()
  return Number(row.count)
}

export type PutBack = {
  readonly kind: string
  readonly attempts: number
  readonly state: 'done' | 'waiting' | 'put-back'
}

/**
 * Puts an event that failed back to be tried at once, with all its tries before it. One that is done or already waits
 * for the next worker stays as it is. Undefined when there is no such event.
 */
export async function putBack(tx: Tx, id: string): Promise<PutBack | undefined> {
  const { rows } = await sql<{ kind: string; attempts: number; done: boolean; pauses: boolean }>`
    select kind, attempts, done_at is not null as done, gave_up_at is not null or next_try_at > now() as pauses
    from outbox.events where district = ${tx.district} and id = ${id} for update`.execute(tx.db)
  const row = rows[0]
  if (!row) return undefined
  const { kind, attempts, done, pauses } = row
  if (done || !pauses) return { kind, attempts, state: done ? 'done' : 'waiting' }
  await sql`
    update outbox.events set attempts = 0, gave_up_at = null, next_try_at = now()
    where district = ${tx.district} and id = ${id}`.execute(tx.db)
  return { kind, attempts, state: 'put-back' }
}

/** How long a done event can still be looked at; technical, and in real time. */
const KEPT_DAYS = 90
const SWEPT_AT_ONCE = 500

/** Deletes a batch of events done long ago; whether there may be more. What is not done or gave up stays. */
export async function sweepEvents(tx: Tx): Promise<boolean> {
  const { numAffectedRows } = await sql`
    delete from outbox.events
    where district = ${tx.district} and id in (
      select id from outbox.events
      where district = ${tx.district} and done_at < now() - make_interval(days => ${KEPT_DAYS})
      order by done_at limit ${SWEPT_AT_ONCE} for update skip locked)`.execute(tx.db)
  return Number(numAffectedRows ?? 0n) >= SWEPT_AT_ONCE
}
