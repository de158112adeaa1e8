import { sql } from 'kysely'
import type { Tx } from '../db/public.ts'

/** What becomes of work that is not gone on with: it waits for another process, or it is over. */
export type Left = 'asked' | 'failed' | 'cancelled'

/** A table of work that was asked for: `status`, `begun`, `beat_at`, `ended_at`, `expires_at` are of every one. */
export type WorkTable = {
  readonly name: `${string}.${string}`
  /** One that has not said anything for so long was broken off: its process is gone. */
  readonly silentSeconds: number
  /** Takes away what there is of one so far: all of it, or only what whoever takes it up again cannot go on from. */
  readonly drop: (tx: Tx, id: string, to: Left | 'swept') => Promise<void>
}

/** One that is being done, and by the how manyeth who began: nobody writes for another who took it up since. */
export type TakenWork = { readonly id: string; readonly begun: number }

/** So often one is begun before it is given up: what stops every process that does it is not tried for ever. */
const MOST_BEGUN = 3

/** Takes one that waits, to do it. Those whose process is gone wait again first, or are ended where that happened too often. */
export async function takeWork(tx: Tx, { name, silentSeconds, drop }: WorkTable): Promise<string | undefined> {
  const table = sql.table(name)
  const broken = await sql<{ id: string; status: Left }>`
    update ${table} set status = case when begun < ${MOST_BEGUN} then 'asked' else 'failed' end,
      ended_at = case when begun < ${MOST_BEGUN} then null else now() end
    where district = ${tx.district} and status = 'running' and beat_at < now() - make_interval(secs => ${silentSeconds})
    returning id, status`.execute(tx.db)
  for (const { id, status } of broken.rows) await drop(tx, id, status)
  const { rows } = await sql<{ id: string }>`
    select id from ${table} where district = ${tx.district} and status = 'asked'
    order by id limit 1 for update skip locked`.execute(tx.db)
  const id = rows[0]?.id
  if (id === undefined) return undefined
  await sql`
    update ${table} set status = 'running', begun = begun + 1, beat_at = now()
    where district = ${tx.district} and id = ${id}`.execute(tx.db)
  return id
}

/**
 * It is not done any more: it failed, somebody cancelled it, or it waits again, which counts as not begun. Whether it still
 * was under way; said by who did it (`begun`), whether it still was theirs.
 */
export async function leaveWork(
  tx: Tx,
  { name, drop }: WorkTable,
  id: string,
  to: Left,
  begun: number | null = null,
): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`
    update ${sql.table(name)} set status = ${to}, ended_at = case when ${to}::text = 'asked' then null else now() end,
      begun = case when ${to}::text = 'asked' then begun - 1 else begun end
    where district = ${tx.district} and id = ${id} and status in ('asked', 'running')
      and (${begun}::int is null or begun = ${begun}::int) returning id`.execute(tx.db)
  if (rows.length === 0) return false
  await drop(tx, id, to)
  return true
}

/** Sweeps one whose time is over: what it made goes, what is known of it stays. */
export async function sweepWork(tx: Tx, { name, drop }: WorkTable): Promise<string | undefined> {
  const table = sql.table(name)
  const { rows } = await sql<{ id: string }>`
    select id from ${table} where district = ${tx.district} and status = 'done' and expires_at < now()
    order by id limit 1 for update skip locked`.execute(tx.db)
  const id = rows[0]?.id
  if (id === undefined) return undefined
  await sql`update ${table} set status = 'swept' where district = ${tx.district} and id = ${id}`.execute(tx.db)
  await drop(tx, id, 'swept')
  return id
}
