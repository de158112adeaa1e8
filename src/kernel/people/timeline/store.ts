import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/public.ts'
import { listOrganisations } from '../store.ts'
import type { TimelineKey } from '../../record/public.ts'

export type Page = { readonly before: TimelineKey | null; readonly limit: number }

const older = ({ before }: Page, at: string, id: string) =>
  before === null ? sql`` : sql`and (${sql.ref(at)}, ${sql.ref(id)}) < (${before.at}::timestamptz, ${before.id}::uuid)`

/** The letters that asked about a person. */
export async function listLettersAbout(
  tx: Tx,
  personId: string,
  page: Page,
): Promise<{ id: string; at: Date; number: string; office: string }[]> {
  const { rows } = await sql<{ id: string; at: Date; number: string; office: string }>`
    select l.id, l.business_at as at, l.number, l.office from people.letter_people p
    join people.letters l on l.district = p.district and l.id = p.letter_id
    where p.district = ${tx.district} and p.person_id = ${personId} ${older(page, 'l.business_at', 'l.id')}
    order by l.business_at desc, l.id desc limit ${page.limit}`.execute(tx.db)
  return rows
}

/** The insured lists that speak of an employer. */
export async function listInsuredListsOf(
  tx: Tx,
  uscc: string,
  page: Page,
): Promise<{ id: string; at: Date; source: string; rows: number }[]> {
  const { rows } = await sql<{ id: string; at: Date; source: string; rows: number }>`
    select i.id, i.business_at as at, i.source, e.row_count as rows from people.insured_employers e
    join people.insured_imports i on i.district = e.district and i.id = e.import_id
    where e.district = ${tx.district} and e.uscc = ${uscc} ${older(page, 'i.business_at', 'i.id')}
    order by i.business_at desc, i.id desc limit ${page.limit}`.execute(tx.db)
  return rows
}

/** Whose timelines there are: every provider, and every employer that an insured list speaks of. */
export async function listTimelineSubjects(
  tx: Tx,
): Promise<{ providers: { id: string; name: string }[]; employers: { uscc: string; name: string }[] }> {
  const providers = await listOrganisations(tx, 'provider')
  const { rows } = await sql<{ uscc: string; name: string }>`
    select uscc, min(employer_name) as name from people.insured_employers
    where district = ${tx.district} group by uscc order by 2, 1 limit 500`.execute(tx.db)
  return { providers: providers.map(({ id, name }) => ({ id, name })), employers: rows }
}

/** Those of our own people whom an employer insures or insured, by lists that are not withdrawn. */
export async function listPersonIdsInsuredBy(tx: Tx, uscc: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct p.id from people.insured_staff s
    join people.insured_imports i on i.district = s.district and i.id = s.import_id and i.withdrawn_at is null
    join people.persons p on p.district = s.district and p.identity_lookup = s.identity_lookup
    where s.district = ${tx.district} and s.uscc = ${uscc} order by p.id limit 5000`.execute(tx.db)
  return rows.map(({ id }) => id)
}
