import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/public.ts'

/** What the newest list that names a person with an employer says: one spell there. */
export type InsuredSpellKnown = {
  readonly personId: string
  readonly uscc: string
  readonly employerName: string
  readonly fromMonth: string
  readonly toMonth: string | null
  readonly importId: string
  readonly source: string
  readonly asOf: string
}

/**
 * The spells of our own people, found by keyed hash, in the order they began. Of several lists of one employer that name
 * somebody the newest speaks; withdrawn lists do not.
 */
export async function listSpellsOf(tx: Tx, personIds: readonly string[]): Promise<InsuredSpellKnown[]> {
  if (personIds.length === 0) return []
  const { rows } = await sql<InsuredSpellKnown>`
    select "personId", uscc, "employerName", "fromMonth", "toMonth", "importId", source, "asOf"
    from (
      select p.id as "personId", s.uscc, s.employer_name as "employerName", s.from_month as "fromMonth", s.to_month as "toMonth",
             i.id as "importId", i.source, i.as_of::text as "asOf",
             dense_rank() over (partition by p.id, s.uscc order by i.as_of desc, i.id desc) as newness
      from people.persons p
      join people.insured_staff s on s.district = p.district and s.identity_lookup = p.identity_lookup
      join people.insured_imports i on i.district = s.district and i.id = s.import_id
      where p.district = ${tx.district} and s.district = ${tx.district} and i.district = ${tx.district}
        and i.withdrawn_at is null and p.id = any(${[...new Set(personIds)]}::uuid[])
    ) told
    where newness = 1
    order by "personId", "fromMonth", uscc`.execute(tx.db)
  return rows
}

/** Which of our own people a list names. */
export async function listOwnPeopleOn(tx: Tx, importId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct p.id
    from people.insured_staff s
    join people.persons p on p.district = s.district and p.identity_lookup = s.identity_lookup
    where s.district = ${tx.district} and p.district = ${tx.district} and s.import_id = ${importId}`.execute(tx.db)
  return rows.map((row) => row.id)
}

/** How many employers' lists stand, and the newest day one of them is of; undefined when there is none. */
export async function countEmployersListed(tx: Tx): Promise<{ employers: number; asOf: string } | undefined> {
  const { rows } = await sql<{ employers: number; asOf: string | null }>`
    select count(distinct e.uscc)::int as employers, max(i.as_of)::text as "asOf"
    from people.insured_imports i
    join people.insured_employers e on e.district = i.district and e.import_id = i.id
    where i.district = ${tx.district} and e.district = ${tx.district} and i.withdrawn_at is null`.execute(tx.db)
  const { employers, asOf } = rows[0]!
  return asOf === null ? undefined : { employers, asOf }
}

export type EmployerList = { readonly importId: string; readonly source: string; readonly asOf: string }

/** The newest list that names each of these employers. */
export async function listNewestListOf(tx: Tx, usccs: readonly string[]): Promise<Map<string, EmployerList>> {
  if (usccs.length === 0) return new Map()
  const { rows } = await sql<EmployerList & { uscc: string }>`
    select distinct on (e.uscc) e.uscc, i.id as "importId", i.source, i.as_of::text as "asOf"
    from people.insured_employers e
    join people.insured_imports i on i.district = e.district and i.id = e.import_id
    where e.district = ${tx.district} and i.district = ${tx.district} and i.withdrawn_at is null
      and e.uscc = any(${[...new Set(usccs)]}::text[])
    order by e.uscc, i.as_of desc, i.id desc`.execute(tx.db)
  return new Map(rows.map(({ uscc, ...list }) => [uscc, list]))
}

export type EmployersNamed = { readonly count: number; readonly firstName: string }

/** Of each list how many employers it names, and one of them. */
export async function listEmployersNamed(tx: Tx, importIds: readonly string[]): Promise<Map<string, EmployersNamed>> {
  if (importIds.length === 0) return new Map()
  const { rows } = await sql<EmployersNamed & { importId: string }>`
    select import_id as "importId", count(*)::int as count, min(employer_name) as "firstName"
    from people.insured_employers
    where district = ${tx.district} and import_id = any(${[...importIds]}::uuid[])
    group by import_id`.execute(tx.db)
  return new Map(rows.map(({ importId, ...named }) => [importId, named]))
}
