import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/public.ts'
import { listOrganisations } from '../store.ts'
import { momentId, olderThan, type TimelineWindow } from '../../record/public.ts'

/** The letters that asked about a person. */
export async function listLettersAbout(
  tx: Tx,
  personId: string,
  page: TimelineWindow,
): Promise<{ id: string; at: Date; number: string; office: string }[]> {
  const { rows } = await sql<{ id: string; at: Date; number: string; office: string }>`
    select l.id, l.business_at as at, l.number, l.office from people.letter_people p
    join people.letters l on l.district = p.district and l.id = p.letter_id
    where p.district = ${tx.district} and p.person_id = ${personId} and ${olderThan(page, 'l.business_at', 'l.id')}
    order by l.business_at desc, l.id desc limit ${page.limit}`.execute(tx.db)
  return rows
}

export type HitTold = {
  readonly id: string
  readonly at: Date
  readonly register: string
  readonly office: string
  readonly number: string
  readonly says: string
}

/** What other offices' registers say of a person, or of people with an employer, as each answer came. */
export async function listHitsAbout(
  tx: Tx,
  whom: { readonly personId: string } | { readonly uscc: string },
  page: TimelineWindow,
): Promise<HitTold[]> {
  const { rows } = await sql<HitTold>`
    select h.id, a.business_at as at, l.register, a.office, l.number, h.says from people.register_hits h
    join people.letter_answers a on a.district = h.district and a.id = h.answer_id
    join people.letters l on l.district = h.district and l.id = h.letter_id
    where h.district = ${tx.district}
      and ${'personId' in whom ? sql`h.person_id = ${whom.personId}` : sql`h.uscc = ${whom.uscc}`}
      and ${olderThan(page, 'a.business_at', 'h.id')}
    order by a.business_at desc, h.id desc limit ${page.limit}`.execute(tx.db)
  return rows
}

export type RestrictionTold = {
  readonly id: string
  readonly at: Date
  readonly of: string
  readonly document: string
  readonly what:
    | 'impose-proposed'
    | 'impose-confirmed'
    | 'impose-declined'
    | 'end-proposed'
    | 'end-confirmed'
    | 'end-declined'
    | 'replied'
    | 'heard-kept'
    | 'heard-shortened'
    | 'heard-ended'
  readonly said: string
}

/** What two people decided about restricting somebody, what they replied, and what followed: each as it happened. */
export async function listRestrictionMoves(
  tx: Tx,
  whom: { readonly personId: string } | { readonly organisationId: string } | { readonly uscc: string },
  page: TimelineWindow,
): Promise<RestrictionTold[]> {
  const subject =
    'personId' in whom
      ? sql`r.person_id = ${whom.personId}`
      : 'organisationId' in whom
        ? sql`r.organisation_id = ${whom.organisationId}`
        : sql`r.organisation_id in (
            select id from people.organisations where district = ${tx.district} and uscc = ${whom.uscc})`
  const { rows } = await sql<RestrictionTold>`
    with theirs as (
      select r.id, r.document from people.restrictions r where r.district = ${tx.district} and ${subject}
    ), moves as (
      select p.id, p.business_at as at, t.id as of, t.document, p.step || '-proposed' as what, p.reason as said
      from theirs t
      join people.restriction_proposals p on p.district = ${tx.district} and p.restriction_id = t.id
      union all
      select ${momentId('d.proposal_id', 'decided')}, d.business_at, t.id, t.document, p.step || '-' || d.outcome, d.reason
      from theirs t
      join people.restriction_proposals p on p.district = ${tx.district} and p.restriction_id = t.id
      join people.restriction_decisions d on d.district = ${tx.district} and d.proposal_id = p.id
      union all
      select y.id, y.business_at, t.id, t.document, 'replied', y.said
      from theirs t
      join people.restriction_replies y on y.district = ${tx.district} and y.restriction_id = t.id
      union all
      select ${momentId('h.reply_id', 'heard')}, h.business_at, t.id, t.document, 'heard-' || h.outcome, h.reason
      from theirs t
      join people.restriction_hearings h on h.district = ${tx.district} and h.restriction_id = t.id
    )
    select m.id, m.at, m.of, m.document, m.what, m.said from moves m
    where ${olderThan(page, 'm.at', 'm.id')} order by m.at desc, m.id desc limit ${page.limit}`.execute(tx.db)
  return rows
}

/** The insured lists that speak of an employer. */
export async function listInsuredListsOf(
  tx: Tx,
  uscc: string,
  page: TimelineWindow,
): Promise<{ id: string; at: Date; source: string; rows: number }[]> {
  const { rows } = await sql<{ id: string; at: Date; source: string; rows: number }>`
    select i.id, i.business_at as at, i.source, e.row_count as rows from people.insured_employers e
    join people.insured_imports i on i.district = e.district and i.id = e.import_id
    where e.district = ${tx.district} and e.uscc = ${uscc} and ${olderThan(page, 'i.business_at', 'i.id')}
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
