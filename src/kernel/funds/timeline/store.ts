import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/public.ts'
import type { TimelineKey } from '../../record/public.ts'

export type Page = { readonly before: TimelineKey | null; readonly limit: number }
export type Moved = {
  readonly id: string
  readonly at: Date
  readonly of: string
  readonly number: string
  readonly to: string
}

const older = ({ before }: Page, at: string, id: string) =>
  before === null ? sql`` : sql`and (${sql.ref(at)}, ${sql.ref(id)}) < (${before.at}::timestamptz, ${before.id}::uuid)`

/** What became of the claims that somebody stands on; each opens the decision about them. */
export async function listClaimMovesOfPerson(tx: Tx, personId: string, page: Page): Promise<Moved[]> {
  const { rows } = await sql<Moved>`
    select e.id, e.business_at as at, p.decision_id as of, c.number, e.status_to as to
    from funds.claim_people p
    join funds.claims c on c.district = p.district and c.id = p.claim_id
    join funds.status_events e on e.district = c.district and e.subject_id = c.id and e.subject_kind = 'claim'
    where p.district = ${tx.district} and p.person_id = ${personId} ${older(page, 'e.business_at', 'e.id')}
    order by e.business_at desc, e.id desc limit ${page.limit}`.execute(tx.db)
  return rows
}

/** What became of the payments to somebody. */
export async function listPaymentMovesOfPerson(tx: Tx, personId: string, page: Page): Promise<Moved[]> {
  const { rows } = await sql<Moved>`
    select e.id, e.business_at as at, x.id as of, x.reference as number, e.status_to as to
    from funds.claim_people p
    join funds.claim_lines l on l.district = p.district and l.claim_id = p.claim_id and l.person_id = p.person_id
    join funds.batch_lines x on x.district = l.district and x.claim_line_id = l.id
    join funds.status_events e on e.district = x.district and e.subject_id = x.id and e.subject_kind = 'payment'
    where p.district = ${tx.district} and p.person_id = ${personId} ${older(page, 'e.business_at', 'e.id')}
    order by e.business_at desc, e.id desc limit ${page.limit}`.execute(tx.db)
  return rows
}

/** What somebody reported; each opens the decision it is about. */
export async function listReportedByPerson(tx: Tx, personId: string, page: Page): Promise<Moved[]> {
  const { rows } = await sql<Moved>`
    select r.id, r.business_at as at, r.decision_id as of, r.number, r.kind as to
    from funds.person_reports r
    where r.district = ${tx.district} and r.person_id = ${personId} ${older(page, 'r.business_at', 'r.id')}
    order by r.business_at desc, r.id desc limit ${page.limit}`.execute(tx.db)
  return rows
}

/** What became of a provider's claims. */
export async function listClaimMovesOfProvider(tx: Tx, organisationId: string, page: Page): Promise<Moved[]> {
  const { rows } = await sql<Moved>`
    select e.id, e.business_at as at, c.id as of, c.number, e.status_to as to
    from funds.claims c
    join funds.status_events e on e.district = c.district and e.subject_id = c.id and e.subject_kind = 'claim'
    where c.district = ${tx.district} and c.organisation_id = ${organisationId} ${older(page, 'e.business_at', 'e.id')}
    order by e.business_at desc, e.id desc limit ${page.limit}`.execute(tx.db)
  return rows
}

/** The claims that speak of any of these people, as they were made, with how many of them each. */
export async function listClaimsOfPeople(
  tx: Tx,
  personIds: readonly string[],
  page: Page,
): Promise<(Moved & { readonly people: number })[]> {
  if (personIds.length === 0) return []
  const { rows } = await sql<Moved & { people: number }>`
    select c.id, c.assembled_at as at, c.id as of, c.number, c.status as to, n.people
    from funds.claims c
    join (
      select district, claim_id, count(*)::int as people from funds.claim_people
      where district = ${tx.district} and person_id = any(${[...personIds]}::uuid[]) group by district, claim_id
    ) n on n.district = c.district and n.claim_id = c.id
    where c.district = ${tx.district} ${older(page, 'c.assembled_at', 'c.id')}
    order by c.assembled_at desc, c.id desc limit ${page.limit}`.execute(tx.db)
  return rows
}
