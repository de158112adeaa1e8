import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/public.ts'
import { type CivilDate, civilDate } from '../../values/public.ts'

/** The last day on which each of these people had a post or an account; null for who still has. Others are absent. */
export async function listLastDaysInPost(tx: Tx, personIds: readonly string[]): Promise<Map<string, CivilDate | null>> {
  if (personIds.length === 0) return new Map()
  const { rows } = await sql<{ person_id: string; is_open: boolean; last_on: string | null }>`
    select a.person_id, bool_or(a.active_to is null and (g.id is null or coalesce(e.last_day, g.to_day) is null)) as is_open,
      max(greatest(a.active_to, e.last_day, g.to_day))::text as last_on
    from access.accounts a
    left join access.role_grants g on g.district = a.district and g.account_id = a.id
    left join access.role_ends e on e.district = g.district and e.grant_id = g.id
    where a.district = ${tx.district} and a.person_id = any(${[...new Set(personIds)]}::uuid[])
    group by a.person_id`.execute(tx.db)
  return new Map(
    rows.map((row) => [row.person_id, row.is_open || row.last_on === null ? null : civilDate(row.last_on)]),
  )
}
