import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../../platform/db/public.ts'
import { momentId, olderThan, type TimelineWindow } from '../../record/public.ts'

export type Moved = {
  readonly id: string
  readonly at: Date
  readonly of: string
  readonly number: string
  readonly to: string
  /** What somebody said or wrote about it; empty where nobody did. */
  readonly said?: string
}

/** What became of the claims that somebody stands on; each opens the decision about them. */
export async function listClaimMovesOfPerson(tx: Tx, personId: string, page: TimelineWindow): Promise<Moved[]> {
  const { rows } = await sql<Moved>`
    select e.id, e.business_at as at, p.decision_id as of, c.number, e.status_to as to
    from funds.claim_people p
    join funds.claims c on c.district = p.district and c.id = p.claim_id
    join funds.status_events e on e.district = c.district and e.subject_id = c.id and e.subject_kind = 'claim'
    where p.district = ${tx.district} and p.person_id = ${personId} and ${olderThan(page, 'e.business_at', 'e.id')}
    order by e.business_at desc, e.id desc limit ${page.limit}`.execute(tx.db)
  return rows
}

/** What became of the payments to somebody. */
export async function listPaymentMovesOfPerson(tx: Tx, personId: string, page: TimelineWindow): Promise<Moved[]> {
  const { rows } = await sql<Moved>`
    select e.id, e.business_at as at, x.id as of, x.reference as number, e.status_to as to
    from funds.claim_people p
    join funds.claim_lines l on l.district = p.district and l.claim_id = p.claim_id and l.person_id = p.person_id
    join funds.batch_lines x on x.district = l.district and x.claim_line_id = l.id
    join funds.status_events e on e.district = x.district and e.subject_id = x.id and e.subject_kind = 'payment'
    where p.district = ${tx.district} and p.person_id = ${personId} and ${olderThan(page, 'e.business_at', 'e.id')}
    order by e.business_at desc, e.id desc limit ${page.limit}`.execute(tx.db)
  return rows
}

/** What somebody reported, and what they were answered; each opens the decision it is about. */
export async function listReportedByPerson(tx: Tx, personId: string, page: TimelineWindow): Promise<Moved[]> {
  const { rows } = await sql<Moved>`
    with theirs as (
      select r.id, r.business_at, r.decision_id, r.number, r.kind, r.said from funds.person_reports r
      where r.district = ${tx.district} and r.person_id = ${personId}
    ), moves as (
      select t.id, t.business_at as at, t.decision_id as of, t.number, t.kind as to, t.said from theirs t
      union all
      select ${momentId('a.report_id', 'answered')}, a.business_at, t.decision_id, t.number, 'answered', a.answer
      from theirs t
      join funds.report_answers a on a.district = ${tx.district} and a.report_id = t.id
    )
    select m.id, m.at, m.of, m.number, m.to, m.said from moves m
    where ${olderThan(page, 'm.at', 'm.id')} order by m.at desc, m.id desc limit ${page.limit}`.execute(tx.db)
  return rows
}

/** Whose lines of claims: a person's own, or all that a provider brought. */
export type WhoseLines = { readonly personId: string } | { readonly organisationId: string }

const linesOf = (tx: Tx, whose: WhoseLines): RawBuilder<unknown> =>
  'personId' in whose
    ? sql`
      select l.id, l.claim_id, l.position, c.number from funds.claim_people p
      join funds.claim_lines l on l.district = p.district and l.claim_id = p.claim_id and l.person_id = p.person_id
      join funds.claims c on c.district = p.district and c.id = p.claim_id
      where p.district = ${tx.district} and p.person_id = ${whose.personId}`
    : sql`
      select l.id, l.claim_id, l.position, c.number from funds.claims c
      join funds.claim_lines l on l.district = c.district and l.claim_id = c.id
      where c.district = ${tx.district} and c.organisation_id = ${whose.organisationId}`

/** What became of the public notices that these lines stood on. */
export async function listNoticeMoves(tx: Tx, whose: WhoseLines, page: TimelineWindow): Promise<Moved[]> {
  const { rows } = await sql<Moved>`
    with lines as (${linesOf(tx, whose)})
    select e.id, e.business_at as at, n.id as of, n.number, e.status_to as to
    from funds.public_notices n
    join funds.status_events e on e.district = n.district and e.subject_id = n.id and e.subject_kind = 'public-notice'
    where n.district = ${tx.district} and n.claim_id in (select claim_id from lines)
      and ${olderThan(page, 'e.business_at', 'e.id')}
    order by e.business_at desc, e.id desc limit ${page.limit}`.execute(tx.db)
  return rows
}

/** What was objected against these lines while they were published: how it came and what it said, never who. */
export async function listObjectionsAgainst(tx: Tx, whose: WhoseLines, page: TimelineWindow): Promise<Moved[]> {
  const { rows } = await sql<Moved>`
    with lines as (${linesOf(tx, whose)})
    select o.id, o.business_at as at, o.hold_id as of, n.number, o.channel as to, o.said
    from lines l
    join funds.public_notices n on n.district = ${tx.district} and n.claim_id = l.claim_id
    join funds.objections o on o.district = n.district and o.notice_id = n.id and o.claim_line_id = l.id
    where o.district = ${tx.district} and ${olderThan(page, 'o.business_at', 'o.id')}
    order by o.business_at desc, o.id desc limit ${page.limit}`.execute(tx.db)
  return rows
}

/** How these lines were held back, let go and dropped. */
export async function listHoldMoves(tx: Tx, whose: WhoseLines, page: TimelineWindow): Promise<Moved[]> {
  const { rows } = await sql<Moved>`
    with lines as (${linesOf(tx, whose)})
    select e.id, e.business_at as at, h.id as of, l.number || ' · ' || l.position as number, e.status_to as to
    from lines l
    join funds.line_holds h on h.district = ${tx.district} and h.claim_id = l.claim_id and h.claim_line_id = l.id
    join funds.status_events e on e.district = h.district and e.subject_id = h.id and e.subject_kind = 'line-hold'
    where h.district = ${tx.district} and ${olderThan(page, 'e.business_at', 'e.id')}
    order by e.business_at desc, e.id desc limit ${page.limit}`.execute(tx.db)
  return rows
}

/** How the accounts that these lines are paid to were put right. */
export async function listCorrectionMoves(tx: Tx, whose: WhoseLines, page: TimelineWindow): Promise<Moved[]> {
  const { rows } = await sql<Moved>`
    with lines as (${linesOf(tx, whose)}), moves as (
      select k.id, k.business_at as at, k.id as of, l.number || ' · ' || l.position as number, 'proposed' as to,
        k.reason as said
      from lines l
      join funds.account_corrections k on k.district = ${tx.district} and k.claim_line_id = l.id
      union all
      select ${momentId('k.id', 'decided')}, d.business_at, k.id, l.number || ' · ' || l.position, d.outcome, d.reason
      from lines l
      join funds.account_corrections k on k.district = ${tx.district} and k.claim_line_id = l.id
      join funds.account_correction_decisions d on d.district = ${tx.district} and d.correction_id = k.id
    )
    select m.id, m.at, m.of, m.number, m.to, m.said from moves m
    where ${olderThan(page, 'm.at', 'm.id')} order by m.at desc, m.id desc limit ${page.limit}`.execute(tx.db)
  return rows
}

/** What is asked back of these lines: what two people ordered and what came back, or what was proposed before. */
export async function listRecoveryMoves(
  tx: Tx,
  whose: WhoseLines,
  which: 'ordered' | 'proposed',
  page: TimelineWindow,
): Promise<Moved[]> {
  const states = which === 'ordered' ? ['ordered', 'recovered'] : ['proposed', 'declined']
  const { rows } = await sql<Moved>`
    with lines as (${linesOf(tx, whose)}), theirs as (
      select r.id, x.reference from lines l
      join funds.batch_lines x on x.district = ${tx.district} and x.claim_line_id = l.id
      join funds.recoveries r on r.district = x.district and r.payment_id = x.id
    ), moves as (
      select e.id, e.business_at as at, t.id as of, t.reference as number, e.status_to as to from theirs t
      join funds.status_events e on e.district = ${tx.district} and e.subject_id = t.id and e.subject_kind = 'recovery'
        and e.status_to = any(${states}::text[])
      union all
      select c.id, c.business_at, t.id, t.reference, 'receipt' from theirs t
      join funds.recovery_receipts c on c.district = ${tx.district} and c.recovery_id = t.id
      where ${which} = 'ordered'
    )
    select m.id, m.at, m.of, m.number, m.to from moves m
    where ${olderThan(page, 'm.at', 'm.id')} order by m.at desc, m.id desc limit ${page.limit}`.execute(tx.db)
  return rows
}

/** What became of the pre-checked lists for the province that somebody, or a provider, stands on. */
export async function listProvinceListMoves(tx: Tx, whose: WhoseLines, page: TimelineWindow): Promise<Moved[]> {
  const which =
    'personId' in whose
      ? sql`l.id in (
          select list_id from funds.province_list_people
          where district = ${tx.district} and person_id = ${whose.personId})`
      : sql`l.organisation_id = ${whose.organisationId}`
  const { rows } = await sql<Moved>`
    select e.id, e.business_at as at, l.id as of, l.number, e.status_to as to
    from funds.province_lists l
    join funds.province_list_events e on e.district = l.district and e.list_id = l.id
    where l.district = ${tx.district} and ${which} and ${olderThan(page, 'e.business_at', 'e.id')}
    order by e.business_at desc, e.id desc limit ${page.limit}`.execute(tx.db)
  return rows
}

/** What became of a provider's claims. */
export async function listClaimMovesOfProvider(tx: Tx, organisationId: string, page: TimelineWindow): Promise<Moved[]> {
  const { rows } = await sql<Moved>`
    select e.id, e.business_at as at, c.id as of, c.number, e.status_to as to
    from funds.claims c
    join funds.status_events e on e.district = c.district and e.subject_id = c.id and e.subject_kind = 'claim'
    where c.district = ${tx.district} and c.organisation_id = ${organisationId} and ${olderThan(page, 'e.business_at', 'e.id')}
    order by e.business_at desc, e.id desc limit ${page.limit}`.execute(tx.db)
  return rows
}

/** The claims that speak of any of these people, as they were made, with how many of them each. */
export async function listClaimsOfPeople(
  tx: Tx,
  personIds: readonly string[],
  page: TimelineWindow,
): Promise<(Moved & { readonly people: number })[]> {
  if (personIds.length === 0) return []
  const { rows } = await sql<Moved & { people: number }>`
    select c.id, c.assembled_at as at, c.id as of, c.number, c.status as to, n.people
    from funds.claims c
    join (
      select district, claim_id, count(*)::int as people from funds.claim_people
      where district = ${tx.district} and person_id = any(${[...personIds]}::uuid[]) group by district, claim_id
    ) n on n.district = c.district and n.claim_id = c.id
    where c.district = ${tx.district} and ${olderThan(page, 'c.assembled_at', 'c.id')}
    order by c.assembled_at desc, c.id desc limit ${page.limit}`.execute(tx.db)
  return rows
}

const MOST_MATTERS = 50

/** The claims that a person stands on, the newest first. */
export async function listClaimsConcerning(
  tx: Tx,
  personId: string,
): Promise<{ id: string; number: string; status: string }[]> {
  const { rows } = await sql<{ id: string; number: string; status: string }>`
    select c.id, c.number, c.status from funds.claims c
    where c.district = ${tx.district} and exists (
      select 1 from funds.claim_people p
      where p.district = ${tx.district} and p.claim_id = c.id and p.person_id = ${personId})
    order by c.id desc limit ${MOST_MATTERS}`.execute(tx.db)
  return rows
}

/** What a person reported, the newest first. */
export async function listReportsConcerning(
  tx: Tx,
  personId: string,
): Promise<{ id: string; number: string; isAnswered: boolean }[]> {
  const { rows } = await sql<{ id: string; number: string; isAnswered: boolean }>`
    select r.id, r.number, exists (
      select 1 from funds.report_answers a where a.district = ${tx.district} and a.report_id = r.id) as "isAnswered"
    from funds.person_reports r
    where r.district = ${tx.district} and r.person_id = ${personId}
    order by r.id desc limit ${MOST_MATTERS}`.execute(tx.db)
  return rows
}
