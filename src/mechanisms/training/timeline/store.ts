import { sql } from 'kysely'
import type { TimelineKey } from '../../../kernel/record/public.ts'
import type { Tx } from '../../../platform/db/public.ts'

export type Page = { readonly before: TimelineKey | null; readonly limit: number }
export type Moved = {
  readonly id: string
  readonly at: Date
  readonly of: string
  readonly classId: string
  readonly to: string
}

const older = ({ before }: Page, at: string, id: string) =>
  before === null ? sql`` : sql`and (${sql.ref(at)}, ${sql.ref(id)}) < (${before.at}::timestamptz, ${before.id}::uuid)`

/** The rosters that somebody stands on, as they were uploaded. */
export async function listEnrolmentsOfPerson(tx: Tx, personId: string, page: Page): Promise<Moved[]> {
  const { rows } = await sql<Moved>`
    select n.id, r.business_at as at, n.id as of, n.class_id as "classId", 'enrolled' as to
    from training.enrolments n
    join training.roster_imports r on r.district = n.district and r.id = n.roster_import_id
    where n.district = ${tx.district} and n.person_id = ${personId} ${older(page, 'r.business_at', 'n.id')}
    order by r.business_at desc, n.id desc limit ${page.limit}`.execute(tx.db)
  return rows
}

/** What became of a provider's classes. */
export async function listClassMovesOfProvider(tx: Tx, organisationId: string, page: Page): Promise<Moved[]> {
  const { rows } = await sql<Moved>`
    select e.id, e.business_at as at, c.id as of, c.id as "classId", e.status_to as to
    from training.classes c
    join training.class_events e on e.district = c.district and e.class_id = c.id
    where c.district = ${tx.district} and c.organisation_id = ${organisationId} ${older(page, 'e.business_at', 'e.id')}
    order by e.business_at desc, e.id desc limit ${page.limit}`.execute(tx.db)
  return rows
}

/** The rosters that any of these people stand on, with how many of them each. */
export async function listRostersOfPeople(
  tx: Tx,
  personIds: readonly string[],
  page: Page,
): Promise<(Moved & { readonly people: number })[]> {
  if (personIds.length === 0) return []
  const { rows } = await sql<Moved & { people: number }>`
    select r.id, r.business_at as at, r.id as of, r.class_id as "classId", 'enrolled' as to, n.people
    from training.roster_imports r
    join (
      select district, roster_import_id, count(*)::int as people from training.enrolments
      where district = ${tx.district} and person_id = any(${[...personIds]}::uuid[])
      group by district, roster_import_id
    ) n on n.district = r.district and n.roster_import_id = r.id
    where r.district = ${tx.district} ${older(page, 'r.business_at', 'r.id')}
    order by r.business_at desc, r.id desc limit ${page.limit}`.execute(tx.db)
  return rows
}
