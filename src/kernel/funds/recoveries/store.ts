import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/public.ts'
import { type CivilDate, civilDate } from '../../values/public.ts'
import type { RecoveryStatus } from './rules.ts'

export type RecoveryRow = {
  readonly id: string
  readonly paymentId: string
  readonly paymentFen: bigint
  readonly amountFen: bigint
  /** What of the payment had been ordered back before. */
  readonly beforeFen: bigint
  /** The decision given anew that asks for it, where one does. */
  readonly decisionId: string | null
  readonly reason: string
  readonly document: string
  readonly status: RecoveryStatus
  readonly receivedFen: bigint
  readonly proposedBy: string
  readonly accountId: string
  readonly businessAt: Date
}

const recoveries = (tx: Tx) => tx.db.selectFrom('funds.recoveries').selectAll().where('district', '=', tx.district)

type Row = Awaited<ReturnType<ReturnType<typeof recoveries>['executeTakeFirstOrThrow']>>

const recoveryOf = (row: Row): RecoveryRow => ({
  id: row.id,
  paymentId: row.payment_id,
  paymentFen: row.payment_fen,
  amountFen: row.amount_fen,
  beforeFen: row.before_fen,
  decisionId: row.decision_id,
  reason: row.reason,
  document: row.document,
  status: row.status as RecoveryStatus,
  receivedFen: row.received_fen,
  proposedBy: row.proposed_by,
  accountId: row.proposed_account_id,
  businessAt: row.business_at,
})

export async function insertRecovery(tx: Tx, row: Omit<RecoveryRow, 'status' | 'receivedFen'>): Promise<void> {
  await tx.db
    .insertInto('funds.recoveries')
    .values({
      district: tx.district,
      id: row.id,
      payment_id: row.paymentId,
      payment_fen: row.paymentFen,
      amount_fen: row.amountFen,
      before_fen: row.beforeFen,
      decision_id: row.decisionId,
      reason: row.reason,
      document: row.document,
      proposed_by: row.proposedBy,
      proposed_account_id: row.accountId,
      business_at: row.businessAt,
    })
    .execute()
}

export async function findRecovery(tx: Tx, id: string): Promise<RecoveryRow | undefined> {
  const row = await recoveries(tx).where('id', '=', id).executeTakeFirst()
  return row && recoveryOf(row)
}

/** The recovery, locked until the transaction ends: decisions and receipts take turns. */
export async function lockRecovery(tx: Tx, id: string): Promise<RecoveryRow | undefined> {
  const row = await recoveries(tx).where('id', '=', id).forUpdate().executeTakeFirst()
  return row && recoveryOf(row)
}

/** The newest recovery of each of these payments that was not declined, by payment. */
export async function listRecoveriesOf(tx: Tx, paymentIds: readonly string[]): Promise<Map<string, RecoveryRow>> {
  return new Map((await listLiveRecoveries(tx, paymentIds)).map((row) => [row.paymentId, row]))
}

/** Every recovery of these payments that was not declined, the oldest first. */
export async function listLiveRecoveries(tx: Tx, paymentIds: readonly string[]): Promise<RecoveryRow[]> {
  if (paymentIds.length === 0) return []
  const rows = await recoveries(tx)
    .where('payment_id', 'in', [...new Set(paymentIds)])
    .where('status', '<>', 'declined')
    .orderBy('id')
    .execute()
  return rows.map(recoveryOf)
}

/** The recoveries that these decisions ask for, declined ones included. */
export async function listRecoveriesByDecision(tx: Tx, decisionIds: readonly string[]): Promise<RecoveryRow[]> {
  if (decisionIds.length === 0) return []
  const rows = await recoveries(tx)
    .where('decision_id', 'in', [...decisionIds])
    .orderBy('id')
    .execute()
  return rows.map(recoveryOf)
}

/** Newest first; `after` is the last id of the page before. */
export async function listRecoveriesBy(
  tx: Tx,
  status: RecoveryStatus | undefined,
  page: { after?: string | undefined; limit: number },
): Promise<RecoveryRow[]> {
  let query = recoveries(tx)
  if (status !== undefined) query = query.where('status', '=', status)
  if (page.after !== undefined) query = query.where('id', '<', page.after)
  return (await query.orderBy('id', 'desc').limit(page.limit).execute()).map(recoveryOf)
}

/** The ordered recoveries of a claim's payments, by its lines' order. */
export async function listRecoveriesOfClaim(tx: Tx, claimId: string): Promise<RecoveryRow[]> {
  const { rows } = await sql<{ id: string }>`
    select r.id from funds.claim_lines l
    join funds.batch_lines p on p.district = l.district and p.claim_line_id = l.id
    join funds.recoveries r on r.district = p.district and r.payment_id = p.id
    where l.district = ${tx.district} and l.claim_id = ${claimId} and r.status in ('ordered', 'recovered')
    order by l.position`.execute(tx.db)
  if (rows.length === 0) return []
  const ids = rows.map(({ id }) => id)
  const found = await recoveries(tx).where('id', 'in', ids).execute()
  return found.map(recoveryOf).sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id))
}

/** Moves a recovery that still stands in one state; false where it does not. */
export async function setRecoveryStatus(
  tx: Tx,
  id: string,
  from: RecoveryStatus,
  to: RecoveryStatus,
): Promise<boolean> {
  const { numUpdatedRows } = await tx.db
    .updateTable('funds.recoveries')
    .set({ status: to })
    .where('district', '=', tx.district)
    .where('id', '=', id)
    .where('status', '=', from)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Adds what came back; the recovery is recovered when all of it has. False where it is not ordered any more. */
export async function addReceived(tx: Tx, id: string, amountFen: bigint): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update funds.recoveries
    set received_fen = received_fen + ${amountFen},
      status = case when received_fen + ${amountFen} = amount_fen then 'recovered' else status end
    where district = ${tx.district} and id = ${id} and status = 'ordered'`.execute(tx.db)
  return numAffectedRows === 1n
}

export type RecoveryDecision = {
  readonly decidedBy: string
  readonly accountId: string
  readonly outcome: 'confirmed' | 'declined'
  readonly reason: string
  readonly businessAt: Date
}

export async function insertRecoveryDecision(
  tx: Tx,
  recovery: Pick<RecoveryRow, 'id' | 'proposedBy'>,
  decision: RecoveryDecision,
): Promise<void> {
  await tx.db
    .insertInto('funds.recovery_decisions')
    .values({
      district: tx.district,
      recovery_id: recovery.id,
      proposed_by: recovery.proposedBy,
      decided_by: decision.decidedBy,
      decided_account_id: decision.accountId,
      outcome: decision.outcome,
      reason: decision.reason,
      business_at: decision.businessAt,
    })
    .execute()
}

export async function findRecoveryDecision(tx: Tx, recoveryId: string): Promise<RecoveryDecision | undefined> {
  const row = await tx.db
    .selectFrom('funds.recovery_decisions')
    .selectAll()
    .where('district', '=', tx.district)
    .where('recovery_id', '=', recoveryId)
    .executeTakeFirst()
  return (
    row && {
      decidedBy: row.decided_by,
      accountId: row.decided_account_id,
      outcome: row.outcome as RecoveryDecision['outcome'],
      reason: row.reason,
      businessAt: row.business_at,
    }
  )
}

/** When each of these recoveries was decided; those that wait are absent. */
export async function listDecidedAt(tx: Tx, recoveryIds: readonly string[]): Promise<Map<string, Date>> {
  if (recoveryIds.length === 0) return new Map()
  const rows = await tx.db
    .selectFrom('funds.recovery_decisions')
    .select(['recovery_id', 'business_at'])
    .where('district', '=', tx.district)
    .where('recovery_id', 'in', [...recoveryIds])
    .execute()
  return new Map(rows.map((row) => [row.recovery_id, row.business_at]))
}

export type ReceiptRow = {
  readonly id: string
  readonly recoveryId: string
  readonly amountFen: bigint
  readonly voucher: string
  readonly receivedOn: CivilDate
  readonly enteredBy: string
  readonly accountId: string
  readonly businessAt: Date
}

export async function insertReceipt(tx: Tx, receipt: ReceiptRow): Promise<void> {
  await tx.db
    .insertInto('funds.recovery_receipts')
    .values({
      district: tx.district,
      id: receipt.id,
      recovery_id: receipt.recoveryId,
      amount_fen: receipt.amountFen,
      voucher: receipt.voucher,
      received_on: receipt.receivedOn,
      entered_by: receipt.enteredBy,
      account_id: receipt.accountId,
      business_at: receipt.businessAt,
    })
    .execute()
}

export async function listReceipts(
  tx: Tx,
  by: { recoveryId: string } | { ids: readonly string[] },
): Promise<ReceiptRow[]> {
  const all = tx.db.selectFrom('funds.recovery_receipts').selectAll().where('district', '=', tx.district)
  if ('ids' in by && by.ids.length === 0) return []
  const query = 'ids' in by ? all.where('id', 'in', [...by.ids]) : all.where('recovery_id', '=', by.recoveryId)
  return (await query.orderBy('id').execute()).map((row) => ({
    id: row.id,
    recoveryId: row.recovery_id,
    amountFen: row.amount_fen,
    voucher: row.voucher,
    receivedOn: civilDate(row.received_on),
    enteredBy: row.entered_by,
    accountId: row.account_id,
    businessAt: row.business_at,
  }))
}
