import { sql } from 'kysely'
import { placeOf, type Vault } from '../../../platform/crypto/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import type { PaymentStatus } from './rules.ts'

/** A payment as everybody may see it. */
export type PaymentRow = {
  readonly id: string
  readonly batchId: string
  readonly claimLineId: string
  readonly position: number
  readonly reference: string
  readonly payeeName: string
  readonly tail: string
  readonly bankName: string
  readonly amountFen: bigint
  readonly purpose: string
  readonly status: PaymentStatus
  /** The payment whose place it takes: the bank gave that one back. */
  readonly replacesId: string | null
}

/** A payment as it was frozen, its account in clear: for the hash, the bank's list and the bank's answer only. */
export type FrozenPayment = Omit<PaymentRow, 'tail'> & { readonly accountNumber: string }

const accountPlace = (district: number, id: string) => placeOf('funds.batch_lines.account_sealed', district, id)

/** Writes a batch's payments, each account sealed anew under its own row. */
export async function insertPayments(tx: Tx, vault: Vault, payments: readonly FrozenPayment[]): Promise<void> {
  for (let at = 0; at < payments.length; at += 1000) {
    await tx.db
      .insertInto('funds.batch_lines')
      .values(
        payments.slice(at, at + 1000).map((payment) => ({
          district: tx.district,
          id: payment.id,
          batch_id: payment.batchId,
          claim_line_id: payment.claimLineId,
          position: payment.position,
          reference: payment.reference,
          payee_name: payment.payeeName,
          account_sealed: vault.seal(accountPlace(tx.district, payment.id), payment.accountNumber),
          account_tail: payment.accountNumber.slice(-4),
          bank_name: payment.bankName,
          amount_fen: payment.amountFen,
          purpose: payment.purpose,
          status: payment.status,
          replaces_id: payment.replacesId,
        })),
      )
      .execute()
  }
}

const payments = (tx: Tx) => tx.db.selectFrom('funds.batch_lines').selectAll().where('district', '=', tx.district)

type Row = Awaited<ReturnType<ReturnType<typeof payments>['executeTakeFirstOrThrow']>>

const shown = (row: Row): PaymentRow => ({
  id: row.id,
  batchId: row.batch_id,
  claimLineId: row.claim_line_id,
  position: row.position,
  reference: row.reference,
  payeeName: row.payee_name,
  tail: row.account_tail,
  bankName: row.bank_name,
  amountFen: row.amount_fen,
  purpose: row.purpose,
  status: row.status as PaymentStatus,
  replacesId: row.replaces_id,
})

/** The payments of a batch by position; `after` is the last position of the page before. */
export async function listPaymentsOf(
  tx: Tx,
  batchId: string,
  page: { after?: number | undefined; limit: number; status?: PaymentStatus | undefined },
): Promise<PaymentRow[]> {
  let query = payments(tx).where('batch_id', '=', batchId)
  if (page.status !== undefined) query = query.where('status', '=', page.status)
  if (page.after !== undefined) query = query.where('position', '>', page.after)
  return (await query.orderBy('position').limit(page.limit).execute()).map(shown)
}

export async function findPayment(tx: Tx, id: string): Promise<PaymentRow | undefined> {
  const row = await payments(tx).where('id', '=', id).executeTakeFirst()
  return row && shown(row)
}

/** Payments by id; unknown ids are absent. */
export async function listPaymentsById(tx: Tx, ids: readonly string[]): Promise<Map<string, PaymentRow>> {
  if (ids.length === 0) return new Map()
  const rows = await payments(tx)
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map(rows.map((row) => [row.id, shown(row)]))
}

/** Every payment that was ever frozen for a claim line, the oldest first; but for the withdrawn, all but the last came back. */
export async function listPaymentsOfClaimLine(tx: Tx, claimLineId: string): Promise<PaymentRow[]> {
  return (await payments(tx).where('claim_line_id', '=', claimLineId).orderBy('id').execute()).map(shown)
}

/** The payments that took this one's place, the oldest first: all but the last one were withdrawn. */
export async function listReplacements(tx: Tx, id: string): Promise<PaymentRow[]> {
  return (await payments(tx).where('replaces_id', '=', id).orderBy('id').execute()).map(shown)
}

export type PaymentCount = { readonly count: number; readonly fen: bigint }

/** How many payments of each batch stand in each state, and their sums. */
export async function countPayments(
  tx: Tx,
  batchIds: readonly string[],
): Promise<(batchId: string, status: PaymentStatus) => PaymentCount> {
  const { rows } = await sql<{ batch_id: string; status: string; count: number; fen: bigint }>`
    select batch_id, status, count(*)::int as count, sum(amount_fen)::bigint as fen from funds.batch_lines
    where district = ${tx.district} and batch_id = any(${[...batchIds]}::uuid[]) group by batch_id, status`.execute(
    tx.db,
  )
  const of = new Map(rows.map((row) => [`${row.batch_id} ${row.status}`, { count: row.count, fen: row.fen }]))
  return (batchId, status) => of.get(`${batchId} ${status}`) ?? { count: 0, fen: 0n }
}

/** Every payment of a batch by position, opened. Never answered to a browser. */
export async function openPayments(tx: Tx, vault: Vault, batchId: string): Promise<FrozenPayment[]> {
  const rows = await payments(tx).where('batch_id', '=', batchId).orderBy('position').execute()
  return rows.map((row) => {
    const { tail: _tail, ...payment } = shown(row)
    return { ...payment, accountNumber: vault.openText(accountPlace(tx.district, row.id), row.account_sealed) }
  })
}

/** Moves payments that still stand in one state to the next; says how many did. */
export async function movePayments(
  tx: Tx,
  which: { batchId: string; ids?: readonly string[] },
  from: PaymentStatus,
  to: PaymentStatus,
): Promise<number> {
  let query = tx.db
    .updateTable('funds.batch_lines')
    .set({ status: to })
    .where('district', '=', tx.district)
    .where('batch_id', '=', which.batchId)
    .where('status', '=', from)
  if (which.ids) query = query.where('id', 'in', [...which.ids])
  return Number((await query.executeTakeFirst()).numUpdatedRows)
}

/** The batch each of these references belongs to, by number; unknown references are absent. */
export async function findBatchNumbers(tx: Tx, references: readonly string[]): Promise<Map<string, string>> {
  if (references.length === 0) return new Map()
  const { rows } = await sql<{ reference: string; number: string }>`
    select p.reference, b.number from funds.batch_lines p
    join funds.batches b on b.district = p.district and b.id = p.batch_id
    where p.district = ${tx.district} and p.reference = any(${[...references]}::text[])`.execute(tx.db)
  return new Map(rows.map((row) => [row.reference, row.number]))
}

/** What the bank said of returned payments, by payment. */
export async function listReturnReasons(tx: Tx, paymentIds: readonly string[]): Promise<Map<string, string>> {
  if (paymentIds.length === 0) return new Map()
  const rows = await tx.db
    .selectFrom('funds.status_events')
    .select(['subject_id', 'note'])
    .where('district', '=', tx.district)
    .where('subject_kind', '=', 'payment')
    .where('subject_id', 'in', [...paymentIds])
    .where('status_to', '=', 'returned')
    .orderBy('id')
    .execute()
  return new Map(rows.map((row) => [row.subject_id, row.note]))
}

/**
 * What each line of a claim has come to, by claim: the state of its newest payment that was not withdrawn, or `frozen`
 * where it has none. A line that was dropped does not count.
 */
export async function listPaymentStatuses(tx: Tx, claimIds: readonly string[]): Promise<Map<string, PaymentStatus[]>> {
  const { rows } = await sql<{ claim_id: string; statuses: string[] }>`
    select l.claim_id, array_agg(coalesce(p.status, 'frozen')) as statuses
    from funds.claim_lines l
    left join lateral (
      select b.status from funds.batch_lines b where b.district = l.district and b.claim_line_id = l.id
        and b.status <> 'withdrawn'
      order by b.id desc limit 1) p on true
    where l.district = ${tx.district} and l.claim_id = any(${[...claimIds]}::uuid[])
      and not exists (select 1 from funds.line_holds h
        where h.district = l.district and h.claim_line_id = l.id and h.status = 'dropped')
    group by l.claim_id`.execute(tx.db)
  return new Map(rows.map((row) => [row.claim_id, row.statuses as PaymentStatus[]]))
}
