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

/** Classes that ended, or were to end, on a day or before and are not emptied yet, the oldest first, with every file of theirs. */
export async function listEnded(tx: Tx, { until, after, limit }: Asked): Promise<Omit<ExpiringUpload, 'fileName'>[]> {
  const { rows } = await sql<Omit<Row, 'file_name'>>`
    select c.id, c.id as class_id, c.number, c.organisation_id, c.ends_on::text as since, array(
      select unnest(array[u.file_id, u.marked_file_id]) from training.roster_imports u
        where u.district = ${tx.district} and u.class_id = c.id
      union select unnest(array[u.file_id, u.marked_file_id]) from training.sheet_uploads u
        where u.district = ${tx.district} and u.class_id = c.id
      union select e.file_id from training.amendment_evidence e where e.district = ${tx.district} and e.class_id = c.id
      union select p.file_id from training.class_photos p
        join training.live_sessions l on l.district = p.district and l.id = p.live_session_id
        where p.district = ${tx.district} and l.class_id = c.id
      union select p.file_id from training.inspection_photos p
        join training.inspections i on i.district = p.district and i.id = p.inspection_id
        where p.district = ${tx.district} and i.class_id = c.id) as file_ids
    from training.classes c
    where c.district = ${tx.district} and c.ends_on <= ${until}::date
      and (${after?.since ?? null}::date is null or (c.ends_on, c.id) > (${after?.since ?? null}::date, ${after?.id ?? null}::uuid))
      and not ${wasEmptied(tx, 'training.classes', 'c.id')}
    order by c.ends_on, c.id limit ${limit}`.execute(tx.db)
  return rows.map((row) => {
    const { fileName: _none, ...ended } = uploadOf({ ...row, file_name: '' })
    return { ...ended, fileIds: row.file_ids.filter((id) => id !== null) }
  })
}

/** The enrolments of a class, of whatever roster, with whom each is. */
export async function listEnrolledOf(
  tx: Tx,
  classIds: readonly string[],
): Promise<{ classId: string; personId: string }[]> {
  if (classIds.length === 0) return []
  return tx.db
    .selectFrom('training.enrolments')
    .select(['class_id as classId', 'person_id as personId'])
    .where('district', '=', tx.district)
    .where('class_id', 'in', [...classIds])
    .execute()
}

/** The keys of a class's sealed rows that name people. */
export async function listNameKeys(tx: Tx, classId: string): Promise<{ enrolments: string[]; names: string[] }> {
  const { rows } = await sql<{ key: string; names: string[] | null }>`
    select e.id::text as key, (select array_agg(v.id::text) from training.enrolment_names v
      where v.district = ${tx.district} and v.enrolment_id = e.id) as names
    from training.enrolments e where e.district = ${tx.district} and e.class_id = ${classId}`.execute(tx.db)
  return { enrolments: rows.map(({ key }) => key), names: rows.flatMap(({ names }) => names ?? []) }
}

/** Takes from a class how its rosters name and reach people. */
export async function emptyClass(tx: Tx, emptyingId: string): Promise<void> {
  await sql`select public.app_empty_class(${emptyingId})`.execute(tx.db)
}

/** The last day of the classes that each of these people attended or taught; who never did is absent. */
export async function listLastDays(tx: Tx, personIds: readonly string[]): Promise<Map<string, CivilDate>> {
  if (personIds.length === 0) return new Map()
  const people = [...new Set(personIds)]
  const { rows } = await sql<{ person_id: string; last_on: string }>`
    select person_id, max(ends_on)::text as last_on from (
      select n.person_id, c.ends_on from training.enrolments n
      join training.classes c on c.district = n.district and c.id = n.class_id
      where n.district = ${tx.district} and n.person_id = any(${people}::uuid[])
      union all
      select i.person_id, c.ends_on from training.instructors i
      join training.classes c on c.district = i.district and c.organisation_id = i.organisation_id
      where i.district = ${tx.district} and i.person_id = any(${people}::uuid[])) stood
    group by person_id`.execute(tx.db)
  return new Map(rows.map((row) => [row.person_id, civilDate(row.last_on)]))
}
