import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/public.ts'

/** What this platform itself gives somebody: due, reserved, committed or paid. */
export type OwnReceipt = {
  readonly id: string
  readonly personId: string
  readonly groupId: string
  readonly scheme: string
  /** As the register says; absent where it was entered before there was one. */
  readonly family?: string
  readonly amountFen: bigint
  /** More of one that was had before. */
  readonly more?: true
  /** The newest claim it stands in; null while it waits for one. */
  readonly claimId: string | null
  readonly claimNumber: string | null
  /** The newest pre-checked list it stands on, where the province pays. */
  readonly listId: string | null
  readonly listNumber: string | null
  readonly decisionId: string
  /** When the bank paid it, else when it became due. */
  readonly at: Date
  readonly isPaid: boolean
}

/**
 * Entitlements of these people that count: due, and not only in claims or lists that were returned. Those of the group that is being
 * asked about are left out: it is they that are asked about.
 */
export async function listOwnReceipts(
  tx: Tx,
  personIds: readonly string[],
  exceptGroupId: string,
): Promise<OwnReceipt[]> {
  if (personIds.length === 0) return []
  const { rows } = await sql<{
    id: string
    person_id: string
    group_id: string
    scheme: string
    amount_fen: bigint
    claim_id: string | null
    number: string | null
    list_id: string | null
    list_number: string | null
    decision_id: string
    due_at: Date
    paid_at: Date | null
  }>`
    select e.id, e.person_id, e.group_id, e.scheme, e.amount_fen, e.decision_id, c.id as claim_id, c.number,
           v.id as list_id, v.number as list_number,
           e.created_at as due_at, p.business_at as paid_at
    from funds.entitlements e
    left join lateral (
      select l.id as line_id, k.id, k.number, k.status
      from funds.claim_lines l join funds.claims k on k.district = l.district and k.id = l.claim_id
      where l.district = e.district and l.entitlement_id = e.id
      order by (k.status = 'returned'), l.id desc limit 1) c on true
    left join lateral (
      select k.id, k.number, k.status
      from funds.province_list_people l join funds.province_lists k on k.district = l.district and k.id = l.list_id
      where l.district = e.district and l.decision_id = e.decision_id
      order by (k.status = 'returned'), l.id desc limit 1) v on true
    left join lateral (
      select s.business_at
      from funds.batch_lines b join funds.status_events s on s.district = b.district and s.subject_id = b.id
      where b.district = e.district and b.claim_line_id = c.line_id and s.subject_kind = 'payment' and s.status_to = 'paid'
      order by s.id desc limit 1) p on true
    where e.district = ${tx.district} and e.person_id = any(${[...new Set(personIds)]}::uuid[])
      and e.group_id <> ${exceptGroupId} and e.status = 'due' and c.status is distinct from 'returned'
      and v.status is distinct from 'returned'
    order by e.id`.execute(tx.db)
  return rows.map((row) => ({
    id: row.id,
    personId: row.person_id,
    groupId: row.group_id,
    scheme: row.scheme,
    amountFen: row.amount_fen,
    claimId: row.claim_id,
    claimNumber: row.number,
    listId: row.list_id,
    listNumber: row.list_number,
    decisionId: row.decision_id,
    at: row.paid_at ?? row.due_at,
    isPaid: row.paid_at !== null,
  }))
}

/** When money was first asked for the group: its first claim, or since when it waits for one. */
export async function findFirstAsked(tx: Tx, groupId: string): Promise<Date | undefined> {
  const { rows } = await sql<{ at: Date | null }>`
    select min(at) as at from (
      select assembled_at as at from funds.claims where district = ${tx.district} and group_id = ${groupId}
      union all
      select assembled_at from funds.province_lists where district = ${tx.district} and group_id = ${groupId}
      union all
      select waits_since from funds.waiting_claims where district = ${tx.district} and group_id = ${groupId}
    ) asked`.execute(tx.db)
  return rows[0]?.at ?? undefined
}
