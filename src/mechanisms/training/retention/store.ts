import { sql } from 'kysely'
import { type ExpiringKey, wasEmptied } from '../../../kernel/record/public.ts'
import { type CivilDate, civilDate } from '../../../kernel/values/public.ts'
import type { Tx } from '../../../platform/db/public.ts'

export type Asked = { readonly until: CivilDate; readonly after: ExpiringKey | null; readonly limit: number }

export type ExpiringUpload = {
  readonly id: string
  readonly fileName: string
  readonly fileIds: string[]
  readonly classId: string
  readonly classNumber: string
  readonly organisationId: string
  readonly since: CivilDate
}

type Row = {
  id: string
  file_name: string
  file_ids: string[]
  class_id: string
  number: string
  organisation_id: string
  since: string
}

const uploadOf = (row: Row): ExpiringUpload => ({
  id: row.id,
  fileName: row.file_name,
  fileIds: row.file_ids,
  classId: row.class_id,
  classNumber: row.number,
  organisationId: row.organisation_id,
  since: civilDate(row.since),
})

/** Uploads of a kind that were refused on a day or before and still have their files, the oldest first. */
export async function listRefused(
  tx: Tx,
  table: 'training.roster_imports' | 'training.sheet_uploads',
  { until, after, limit }: Asked,
): Promise<ExpiringUpload[]> {
  const since = sql`(u.business_at at time zone 'Asia/Shanghai')::date`
  const { rows } = await sql<Row>`
    select u.id, u.file_name, array_remove(array[u.file_id, u.marked_file_id], null) as file_ids, u.class_id, c.number,
      c.organisation_id, ${since}::text as since
    from ${sql.table(table)} u join training.classes c on c.district = u.district and c.id = u.class_id
    where u.district = ${tx.district} and u.outcome = 'refused' and ${since} <= ${until}::date
      and (${after?.since ?? null}::date is null or (${since}, u.id) > (${after?.since ?? null}::date, ${after?.id ?? null}::uuid))
      and not ${wasEmptied(tx, table, 'u.id')}
    order by ${since}, u.id limit ${limit}`.execute(tx.db)
  return rows.map(uploadOf)
}

/** Rosters of classes that were never filed and are over by a day, by their plan and by when they came. */
export async function listUnfiled(tx: Tx, { until, after, limit }: Asked): Promise<ExpiringUpload[]> {
  const since = sql`greatest(c.ends_on, (u.business_at at time zone 'Asia/Shanghai')::date)`
  const { rows } = await sql<Row>`
    select u.id, u.file_name, array_remove(array[u.file_id, u.marked_file_id], null) as file_ids, u.class_id, c.number,
      c.organisation_id, ${since}::text as since
    from training.roster_imports u join training.classes c on c.district = u.district and c.id = u.class_id
    where u.district = ${tx.district} and u.outcome = 'imported' and c.status in ('draft', 'returned')
      and ${since} <= ${until}::date
      and (${after?.since ?? null}::date is null or (${since}, u.id) > (${after?.since ?? null}::date, ${after?.id ?? null}::uuid))
      and not ${wasEmptied(tx, 'training.roster_imports', 'u.id')}
    order by ${since}, u.id limit ${limit}`.execute(tx.db)
  return rows.map(uploadOf)
}

/** Who stands on each of these rosters. */
export async function listPeopleOfRosters(tx: Tx, importIds: readonly string[]): Promise<Map<string, string[]>> {
  if (importIds.length === 0) return new Map()
  const { rows } = await sql<{ id: string; people: string[] }>`
    select roster_import_id as id, array_agg(person_id) as people from training.enrolments
    where district = ${tx.district} and roster_import_id = any(${[...importIds]}::uuid[]) group by 1`.execute(tx.db)
  return new Map(rows.map(({ id, people }) => [id, people]))
}

/** Takes the phones and addresses of a roster that an emptying names. */
export async function emptyRoster(tx: Tx, emptyingId: string): Promise<void> {
  await sql`select public.app_empty_roster(${emptyingId})`.execute(tx.db)
}
