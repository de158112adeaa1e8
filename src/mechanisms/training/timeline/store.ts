import { sql } from 'kysely'
import { momentId, olderThan, type TimelineWindow } from '../../../kernel/record/public.ts'
import type { Tx } from '../../../platform/db/public.ts'

export type Moved = {
  readonly id: string
  readonly at: Date
  readonly of: string
  readonly classId: string
  readonly to: string
}

/** The rosters that somebody stands on, as they were uploaded. */
export async function listEnrolmentsOfPerson(tx: Tx, personId: string, page: TimelineWindow): Promise<Moved[]> {
  const { rows } = await sql<Moved>`
    select n.id, r.business_at as at, n.id as of, n.class_id as "classId", 'enrolled' as to
    from training.enrolments n
    join training.roster_imports r on r.district = n.district and r.id = n.roster_import_id
    where n.district = ${tx.district} and n.person_id = ${personId} and ${olderThan(page, 'r.business_at', 'n.id')}
    order by r.business_at desc, n.id desc limit ${page.limit}`.execute(tx.db)
  return rows
}

/** What became of a provider's classes. */
export async function listClassMovesOfProvider(tx: Tx, organisationId: string, page: TimelineWindow): Promise<Moved[]> {
  const { rows } = await sql<Moved>`
    select e.id, e.business_at as at, c.id as of, c.id as "classId", e.status_to as to
    from training.classes c
    join training.class_events e on e.district = c.district and e.class_id = c.id
    where c.district = ${tx.district} and c.organisation_id = ${organisationId} and ${olderThan(page, 'e.business_at', 'e.id')}
    order by e.business_at desc, e.id desc limit ${page.limit}`.execute(tx.db)
  return rows
}

/** The rosters that any of these people stand on, with how many of them each. */
export async function listRostersOfPeople(
  tx: Tx,
  personIds: readonly string[],
  page: TimelineWindow,
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
    where r.district = ${tx.district} and ${olderThan(page, 'r.business_at', 'r.id')}
    order by r.business_at desc, r.id desc limit ${page.limit}`.execute(tx.db)
  return rows
}

export type DocumentTold = {
  readonly id: string
  readonly at: Date
  readonly kind: string
  readonly number: string
  readonly validTo: string
  readonly what: 'filed' | 'withdrawn'
  readonly said: string
}

/** A provider's own papers, as they were put on file and withdrawn. */
export async function listDocumentsOfProvider(
  tx: Tx,
  organisationId: string,
  page: TimelineWindow,
): Promise<DocumentTold[]> {
  const { rows } = await sql<DocumentTold>`
    with theirs as (
      select d.* from training.provider_documents d
      where d.district = ${tx.district} and d.organisation_id = ${organisationId}
    ), moves as (
      select t.id, t.business_at as at, t.kind, t.number, t.valid_to::text as "validTo", 'filed' as what, '' as said
      from theirs t
      union all
      select ${momentId('t.id', 'withdrawn')}, t.withdrawn_at, t.kind, t.number, t.valid_to::text, 'withdrawn',
        t.withdrawn_reason
      from theirs t where t.withdrawn_at is not null
    )
    select m.id, m.at, m.kind, m.number, m."validTo", m.what, m.said from moves m
    where ${olderThan(page, 'm.at', 'm.id')} order by m.at desc, m.id desc limit ${page.limit}`.execute(tx.db)
  return rows
}

export type InspectionTold = {
  readonly id: string
  readonly at: Date
  readonly classId: string
  readonly minute: number
  readonly headCount: number
  readonly note: string
}

/** The inspections of a provider's classes that two inspectors stand by. */
export async function listInspectionsOfProvider(
  tx: Tx,
  organisationId: string,
  page: TimelineWindow,
): Promise<InspectionTold[]> {
  const { rows } = await sql<InspectionTold>`
    select i.id, i.business_at as at, i.class_id as "classId", i.minute, i.head_count as "headCount", i.note
    from training.inspections i
    join training.inspection_confirmations f on f.district = i.district and f.inspection_id = i.id
    join training.classes c on c.district = i.district and c.id = i.class_id
    where i.district = ${tx.district} and c.organisation_id = ${organisationId}
      and ${olderThan(page, 'i.business_at', 'i.id')}
    order by i.business_at desc, i.id desc limit ${page.limit}`.execute(tx.db)
  return rows
}
