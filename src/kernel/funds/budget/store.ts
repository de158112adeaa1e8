import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/public.ts'
import type { Account, Balance } from './rules.ts'

export type BudgetLineRow = Balance & {
  readonly id: string
  readonly fund: string
  readonly name: string
  readonly year: number
  readonly document: string
}

const lines = (tx: Tx) =>
  tx.db
    .selectFrom('funds.budget_lines as l')
    .innerJoin('funds.budget_balances as b', (join) =>
      join.onRef('b.district', '=', 'l.district').onRef('b.line_id', '=', 'l.id'),
    )
    .where('l.district', '=', tx.district)
    .select(['l.id', 'l.fund', 'l.name', 'l.year', 'l.document'])
    .select((row) => [
      row.ref('b.appropriated_fen').as('appropriatedFen'),
      row.ref('b.available_fen').as('availableFen'),
      row.ref('b.reserved_fen').as('reservedFen'),
      row.ref('b.committed_fen').as('committedFen'),
      row.ref('b.paid_fen').as('paidFen'),
      row.ref('b.returned_fen').as('returnedFen'),
      row.ref('b.recovered_fen').as('recoveredFen'),
    ])

export type LineFilter = { year?: number | undefined; fund?: string | undefined }

/** Newest first; `after` is the last id of the page before. */
export async function listLines(
  tx: Tx,
  filter: LineFilter,
  page: { after?: string | undefined; limit: number },
): Promise<BudgetLineRow[]> {
  let query = lines(tx)
  if (filter.year !== undefined) query = query.where('l.year', '=', filter.year)
  if (filter.fund !== undefined) query = query.where('l.fund', '=', filter.fund)
  if (page.after !== undefined) query = query.where('l.id', '<', page.after)
  return query.orderBy('l.id', 'desc').limit(page.limit).execute()
}

export async function findLine(tx: Tx, id: string): Promise<BudgetLineRow | undefined> {
  return lines(tx).where('l.id', '=', id).executeTakeFirst()
}

/** Lines by id; unknown ids are absent. */
export async function listLinesById(tx: Tx, ids: readonly string[]): Promise<Map<string, BudgetLineRow>> {
  if (ids.length === 0) return new Map()
  const rows = await lines(tx)
    .where('l.id', 'in', [...new Set(ids)])
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}

/** The lines of a fund for a year, oldest first, their balances locked in that order until the transaction ends. */
export async function lockLinesOf(tx: Tx, fund: string, year: number): Promise<BudgetLineRow[]> {
  return lines(tx).where('l.fund', '=', fund).where('l.year', '=', year).orderBy('l.id').forUpdate('b').execute()
}

/** One line, its balance locked until the transaction ends. */
export async function lockLine(tx: Tx, id: string): Promise<BudgetLineRow | undefined> {
  return lines(tx).where('l.id', '=', id).forUpdate('b').executeTakeFirst()
}

/** Opens a line; its balance starts at nothing. */
export async function insertLine(
  tx: Tx,
  line: { id: string; fund: string; name: string; year: number; document: string },
): Promise<void> {
  await tx.db
    .insertInto('funds.budget_lines')
    .values({ district: tx.district, ...line })
    .execute()
  await tx.db.insertInto('funds.budget_balances').values({ district: tx.district, line_id: line.id }).execute()
}

export async function saveBalance(tx: Tx, lineId: string, balance: Balance): Promise<void> {
  await tx.db
    .updateTable('funds.budget_balances')
    .set({
      appropriated_fen: balance.appropriatedFen,
      available_fen: balance.availableFen,
      reserved_fen: balance.reservedFen,
      committed_fen: balance.committedFen,
      paid_fen: balance.paidFen,
      returned_fen: balance.returnedFen,
      recovered_fen: balance.recoveredFen,
    })
    .where('district', '=', tx.district)
    .where('line_id', '=', lineId)
    .execute()
}

export type TransferRow = {
  readonly id: string
  readonly lineId: string
  readonly from: Account
  readonly to: Account
  readonly amountFen: bigint
  readonly reason: string
  readonly note: string
  readonly subjectKind: string
  readonly subjectId: string
  readonly personId: string | null
  readonly businessAt: Date
}

export async function insertTransfer(tx: Tx, transfer: TransferRow): Promise<void> {
  await tx.db
    .insertInto('funds.transfers')
    .values({
      district: tx.district,
      id: transfer.id,
      line_id: transfer.lineId,
      debit: transfer.from,
      credit: transfer.to,
      amount_fen: transfer.amountFen,
      reason: transfer.reason,
      note: transfer.note,
      subject_kind: transfer.subjectKind,
      subject_id: transfer.subjectId,
      person_id: transfer.personId,
      business_at: transfer.businessAt,
    })
    .execute()
}

/** The transfers of a line, newest first; into or out of one account, or of a span of business time, where asked. */
export async function listTransfersOf(
  tx: Tx,
  lineId: string,
  { account, from, before }: { account?: Account | undefined; from?: Date | undefined; before?: Date | undefined },
  page: { after?: string | undefined; limit: number },
): Promise<TransferRow[]> {
  let query = tx.db
    .selectFrom('funds.transfers')
    .selectAll()
    .where('district', '=', tx.district)
    .where('line_id', '=', lineId)
  if (account !== undefined)
    query = query.where((where) => where.or([where('debit', '=', account), where('credit', '=', account)]))
  if (from !== undefined) query = query.where('business_at', '>=', from)
  if (before !== undefined) query = query.where('business_at', '<', before)
  if (page.after !== undefined) query = query.where('id', '<', page.after)
  const rows = await query.orderBy('id', 'desc').limit(page.limit).execute()
  return rows.map((row) => ({
    id: row.id,
    lineId: row.line_id,
    from: row.debit as Account,
    to: row.credit as Account,
    amountFen: row.amount_fen,
    reason: row.reason,
    note: row.note,
    subjectKind: row.subject_kind,
    subjectId: row.subject_id,
    personId: row.person_id,
    businessAt: row.business_at,
  }))
}

/** What a line had at a moment, as its transfers up to then come to. */
export async function balanceAt(
  tx: Tx,
  lineId: string,
  at: Date,
): Promise<{ readonly appropriatedFen: bigint; readonly availableFen: bigint; readonly committedFen: bigint }> {
  const account = (name: Account) => sql`coalesce(sum(
    case when credit = ${name} then amount_fen when debit = ${name} then -amount_fen else 0 end), 0)::bigint`
  const { rows } = await sql<{ appropriatedFen: bigint; availableFen: bigint; committedFen: bigint }>`
    select -${account('treasury')} as "appropriatedFen", ${account('available')} as "availableFen",
      ${account('committed')} as "committedFen"
    from funds.transfers
    where district = ${tx.district} and line_id = ${lineId} and business_at <= ${at}`.execute(tx.db)
  return rows[0]!
}

export type ComparedLine = {
  readonly id: string
  readonly name: string
  /** As kept; null where the line has no balance row at all. */
  readonly kept: Balance | null
  readonly recomputed: Balance
}

/** Every line of the district: its balance as kept, and as its transfers come to. */
export async function listBalancesAndTransfers(tx: Tx): Promise<ComparedLine[]> {
  const { rows } = await sql<{
    id: string
    name: string
    has_balance: boolean
    kept: string[]
    recomputed: string[]
  }>`
    with sums as (
      select line_id, account, sum(amount) as amount
      from (
        select line_id, credit as account, amount_fen as amount from funds.transfers where district = ${tx.district}
        union all
        select line_id, debit, -amount_fen from funds.transfers where district = ${tx.district}
      ) moves
      group by line_id, account
    ), per_line as (
      select line_id,
        coalesce(-max(amount) filter (where account = 'treasury'), 0) as appropriated,
        coalesce(max(amount) filter (where account = 'available'), 0) as available,
        coalesce(max(amount) filter (where account = 'reserved'), 0) as reserved,
        coalesce(max(amount) filter (where account = 'committed'), 0) as committed,
        coalesce(max(amount) filter (where account = 'paid'), 0) as paid,
        coalesce(max(amount) filter (where account = 'returned'), 0) as returned,
        coalesce(max(amount) filter (where account = 'recovered'), 0) as recovered
      from sums group by line_id
    )
    select l.id, l.name, b.line_id is not null as has_balance,
      array[b.appropriated_fen, b.available_fen, b.reserved_fen, b.committed_fen, b.paid_fen, b.returned_fen, b.recovered_fen]::text[] as kept,
      array[coalesce(p.appropriated, 0), coalesce(p.available, 0), coalesce(p.reserved, 0), coalesce(p.committed, 0), coalesce(p.paid, 0), coalesce(p.returned, 0), coalesce(p.recovered, 0)]::text[] as recomputed
    from funds.budget_lines l
    left join funds.budget_balances b on b.district = l.district and b.line_id = l.id
    left join per_line p on p.line_id = l.id
    where l.district = ${tx.district}
    order by l.id`.execute(tx.db)
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    kept: row.has_balance ? balanceOf(row.kept) : null,
    recomputed: balanceOf(row.recomputed),
  }))
}

function balanceOf(texts: readonly string[]): Balance {
  const [appropriatedFen = 0n, ...rest] = texts.map(BigInt)
  const [availableFen = 0n, reservedFen = 0n, committedFen = 0n, paidFen = 0n, returnedFen = 0n, recoveredFen = 0n] =
    rest
  return { appropriatedFen, availableFen, reservedFen, committedFen, paidFen, returnedFen, recoveredFen }
}
