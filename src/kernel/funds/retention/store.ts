import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/public.ts'
import { type CivilDate, civilDate } from '../../values/public.ts'

export type MoneyOf = {
  readonly groupId: string
  /** A claim that is not returned and not paid yet. */
  readonly isOpen: boolean
  /** The day of the last payment or of the last recovery of one. */
  readonly lastOn: CivilDate | null
}

/** What money rests on these groups. Groups without a claim that stood are absent. */
export async function listMoneyOf(tx: Tx, groupIds: readonly string[]): Promise<MoneyOf[]> {
  if (groupIds.length === 0) return []
  const { rows } = await sql<{ group_id: string; is_open: boolean; last_on: string | null }>`
    select k.group_id, bool_or(k.status not in ('returned', 'paid')) as is_open,
      max((greatest(paid.at, back.at) at time zone 'Asia/Shanghai')::date)::text as last_on
    from funds.claims k
    left join funds.claim_lines l on l.district = k.district and l.claim_id = k.id
    left join funds.batch_lines p on p.district = l.district and p.claim_line_id = l.id
    left join lateral (
      select max(e.business_at) as at from funds.status_events e
      where e.district = ${tx.district} and e.subject_id = p.id and e.status_to = 'paid') paid on true
    left join lateral (
      select max(c.business_at) as at from funds.recoveries r
      join funds.recovery_receipts c on c.district = r.district and c.recovery_id = r.id
      where r.district = ${tx.district} and r.payment_id = p.id) back on true
    where k.district = ${tx.district} and k.group_id = any(${[...new Set(groupIds)]}::uuid[])
    group by k.group_id`.execute(tx.db)
  return rows.map((row) => ({
    groupId: row.group_id,
    isOpen: row.is_open,
    lastOn: row.last_on === null ? null : civilDate(row.last_on),
  }))
}

export type HeldLine = { readonly number: string; readonly groupId: string; readonly personId: string }

/** Lines that an objection holds, of these groups or people. */
export async function listHeldLines(
  tx: Tx,
  asked: { readonly groupIds: readonly string[]; readonly personIds: readonly string[] },
): Promise<HeldLine[]> {
  const { rows } = await sql<{ number: string; group_id: string; person_id: string }>`
    select k.number, k.group_id, l.person_id from funds.line_holds h
    join funds.claim_lines l on l.district = h.district and l.id = h.claim_line_id
    join funds.claims k on k.district = l.district and k.id = l.claim_id
    where h.district = ${tx.district} and h.status = 'held'
      and (k.group_id = any(${[...asked.groupIds]}::uuid[]) or l.person_id = any(${[...asked.personIds]}::uuid[]))`.execute(
    tx.db,
  )
  return rows.map((row) => ({ number: row.number, groupId: row.group_id, personId: row.person_id }))
}
