import { sql } from 'kysely'
import type { Tx } from '../db/public.ts'

/** Business time of the district: database time, plus the offset that a demonstration district may have. */
export async function businessNow(tx: Tx): Promise<Date> {
  const { rows } = await sql<{ now: Date }>`
    select now() + make_interval(secs => coalesce((select offset_seconds from clock.offsets where district = ${tx.district}), 0)::double precision) as now`.execute(
    tx.db,
  )
  return rows[0]!.now
}

/** Moves a demonstration district's business time so that it is `instant` now. */
export async function setBusinessNow(tx: Tx, instant: Date): Promise<void> {
  await sql`
    insert into clock.offsets (district, offset_seconds)
    values (${tx.district}, ${Math.round((instant.getTime() - Date.now()) / 1000)})
    on conflict (district) do update set offset_seconds = excluded.offset_seconds, moved_at = now()`.execute(tx.db)
}
