import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/public.ts'
import { type ExpiringKey, wasEmptied } from '../../record/public.ts'
import { type CivilDate, civilDate } from '../../values/public.ts'

export type ExpiringScreenshot = {
  readonly id: string
  readonly fileName: string
  readonly fileId: string
  readonly groupId: string
  readonly since: CivilDate
}

/** Screenshots that still have their picture and were last used in a look-up (or kept) on a day or before, the oldest first. */
export async function listExpiringScreenshots(
  tx: Tx,
  { until, after, limit }: { until: CivilDate; after: ExpiringKey | null; limit: number },
): Promise<ExpiringScreenshot[]> {
  const { rows } = await sql<{ id: string; file_name: string; file_id: string; group_id: string; since: string }>`
    select id, file_name, file_id, group_id, since::text as since from (
      select s.id, s.file_name, s.file_id, s.group_id,
        greatest((s.business_at at time zone 'Asia/Shanghai')::date, (
          select max(l.looked_on) from credentials.look_up_screenshots u
          join credentials.look_ups l on l.district = u.district and l.id = u.look_up_id
          where u.district = ${tx.district} and u.screenshot_id = s.id)) as since
      from credentials.screenshots s
      where s.district = ${tx.district} and not ${wasEmptied(tx, 'credentials.screenshots', 's.id')}) kept
    where since <= ${until}::date
      and (${after?.since ?? null}::date is null or (since, id) > (${after?.since ?? null}::date, ${after?.id ?? null}::uuid))
    order by since, id limit ${limit}`.execute(tx.db)
  return rows.map((row) => ({
    id: row.id,
    fileName: row.file_name,
    fileId: row.file_id,
    groupId: row.group_id,
    since: civilDate(row.since),
  }))
}
