import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/public.ts'

/** Where somebody stands on claims, the newest first: the last claim of each group and scheme, and of each supplement, not those it took the place of. */
export async function listStandingsOfPerson(
  tx: Tx,
  personId: string,
  limit: number,
): Promise<{ claimId: string; decisionId: string }[]> {
  const { rows } = await sql<{ claim_id: string; decision_id: string }>`
    select * from (
      select distinct on (c.group_id, c.scheme, c.supplement) p.claim_id, p.decision_id
      from funds.claim_people p
      join funds.claims c on c.district = p.district and c.id = p.claim_id
      where p.district = ${tx.district} and p.person_id = ${personId}
      order by c.group_id, c.scheme, c.supplement, p.claim_id desc) newest
    order by claim_id desc limit ${limit}`.execute(tx.db)
  return rows.map((row) => ({ claimId: row.claim_id, decisionId: row.decision_id }))
}

/** What a person is due by claims that no other took the place of, and where it was paid if it was; only for themselves. */
export async function listOwnLines(
  tx: Tx,
  personId: string,
): Promise<{ number: string; amountFen: bigint; paidTail: string | null }[]> {
  const { rows } = await sql<{ number: string; amountFen: bigint; paidTail: string | null }>`
    select c.number, l.amount_fen as "amountFen", (
      select p.account_tail from funds.batch_lines p
      where p.district = ${tx.district} and p.claim_line_id = l.id and p.status = 'paid' order by p.id desc limit 1) as "paidTail"
    from funds.claim_lines l join funds.claims c on c.district = l.district and c.id = l.claim_id
    where l.district = ${tx.district} and l.person_id = ${personId} and not exists (
      select 1 from funds.claims again where again.district = ${tx.district} and again.replaces_id = c.id)
    order by l.id desc limit 100`.execute(tx.db)
  return rows
}

/** What a person reported; only for themselves. */
export async function listOwnSaid(tx: Tx, personId: string): Promise<{ number: string; said: string }[]> {
  const { rows } = await sql<{ number: string; said: string }>`
    select number, said from funds.person_reports
    where district = ${tx.district} and person_id = ${personId} order by id desc limit 100`.execute(tx.db)
  return rows
}
