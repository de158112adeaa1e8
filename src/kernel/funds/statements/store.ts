import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/public.ts'
import type { Account } from '../budget/rules.ts'

export type StatementRow = {
  readonly lineId: string
  readonly fund: string
  readonly name: string
  readonly year: number
  readonly document: string
  readonly accounts: ReadonlyMap<Account, { readonly inFen: bigint; readonly outFen: bigint; readonly netFen: bigint }>
}

/**
 * What moved in a month and what has come of all months up to it, by line: of the lines of that year, and of earlier ones
 * that moved in it. Reads the months of these lines by their key, a few rows each, and no transfer.
 */
export async function listStatementRows(
  tx: Tx,
  asked: { month: string; year: number; fund: string | undefined },
  most: number,
): Promise<StatementRow[]> {
  const { rows } = await sql<{
    id: string
    fund: string
    name: string
    year: number
    document: string
    accounts: { account: string; gone_in: string; gone_out: string; net: string }[]
  }>`
    select l.id, l.fund, l.name, l.year, l.document, m.accounts
    from funds.budget_lines l
    cross join lateral (
      select coalesce(json_agg(a), '[]'::json) as accounts from (
        select account,
          coalesce(sum(in_fen) filter (where month = ${asked.month}::date), 0)::text as gone_in,
          coalesce(sum(out_fen) filter (where month = ${asked.month}::date), 0)::text as gone_out,
          coalesce(sum(in_fen - out_fen), 0)::text as net
        from funds.line_months
        where district = l.district and line_id = l.id and month <= ${asked.month}::date
        group by account) a) m
    where l.district = ${tx.district} and (${asked.fund ?? null}::text is null or l.fund = ${asked.fund ?? null})
      and (l.year = ${asked.year} or (l.year < ${asked.year} and exists (
        select 1 from funds.line_months e
        where e.district = l.district and e.line_id = l.id and e.month = ${asked.month}::date)))
    order by l.fund, l.year desc, l.name limit ${most}`.execute(tx.db)
  return rows.map((row) => ({
    lineId: row.id,
    fund: row.fund,
    name: row.name,
    year: row.year,
    document: row.document,
    accounts: new Map(
      row.accounts.map((each) => [
        each.account as Account,
        { inFen: BigInt(each.gone_in), outFen: BigInt(each.gone_out), netFen: BigInt(each.net) },
      ]),
    ),
  }))
}
