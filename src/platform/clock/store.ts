import { sql } from 'kysely'
import type { Tx } from '../db/public.ts'

/** Moves a demonstration district's business time so that it is `instant` now. */
export async function setBusinessNow(tx: Tx, instant: Date): Promise<void> {
  await sql`
    insert into clock.offsets (district, offset_seconds)
    values (${tx.district}, ${Math.round((instant.getTime() - Date.now()) / 1000)})
    on conflict (district) do update set offset_seconds = excluded.offset_seconds, moved_at = now()`.execute(tx.db)
}
