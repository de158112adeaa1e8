import { sql } from 'kysely'
import type { Tx } from '../../../../platform/db/public.ts'
import type { Account, Transfer } from '../rules.ts'

/** Adds a transfer to its month: out of one account, into another. Who moves money holds the line's balance already. */
export async function addToMonth(
  tx: Tx,
  lineId: string,
  month: string,
  { from, to, amountFen }: Transfer,
): Promise<void> {
  await sql`
    insert into funds.line_months as m (district, line_id, month, account, in_fen, out_fen)
    values (${tx.district}, ${lineId}, ${month}, ${from}, 0, ${amountFen}), (${tx.district}, ${lineId}, ${month}, ${to}, ${amountFen}, 0)
    on conflict (district, line_id, month, account)
    do update set in_fen = m.in_fen + excluded.in_fen, out_fen = m.out_fen + excluded.out_fen`.execute(tx.db)
}

export type MonthDifference = {
  readonly lineId: string
  readonly name: string
  readonly month: string
  readonly account: Account
  readonly keptFen: bigint
  readonly recomputedFen: bigint
}

/** Every month of every account whose going in or out is not what its transfers come to; each told as in less out. */
export async function listMonthDifferences(tx: Tx): Promise<MonthDifference[]> {
  const { rows } = await sql<{
    line_id: string
    name: string
    month: string
    account: string
    kept: bigint
    recomputed: bigint
  }>`
    with moves as (
      select line_id, date_trunc('month', business_at at time zone 'Asia/Shanghai')::date as month, account,
        sum(gone_in)::bigint as in_fen, sum(gone_out)::bigint as out_fen
      from (
        select line_id, business_at, credit as account, amount_fen as gone_in, 0 as gone_out from funds.transfers where district = ${tx.district}
        union all
        select line_id, business_at, debit, 0, amount_fen from funds.transfers where district = ${tx.district}
      ) both_sides
      group by 1, 2, 3
    ), kept as (
      select line_id, month, account, in_fen, out_fen from funds.line_months where district = ${tx.district}
    )
    select l.id as line_id, l.name, coalesce(k.month, m.month)::text as month, coalesce(k.account, m.account) as account,
      coalesce(k.in_fen - k.out_fen, 0) as kept, coalesce(m.in_fen - m.out_fen, 0) as recomputed
    from kept k
    full join moves m on m.line_id = k.line_id and m.month = k.month and m.account = k.account
    join funds.budget_lines l on l.district = ${tx.district} and l.id = coalesce(k.line_id, m.line_id)
    where k.in_fen is distinct from m.in_fen or k.out_fen is distinct from m.out_fen
    order by 1, 3, 4`.execute(tx.db)
  return rows.map((row) => ({
    lineId: row.line_id,
    name: row.name,
    month: row.month,
    account: row.account as Account,
    keptFen: row.kept,
    recomputedFen: row.recomputed,
  }))
}
