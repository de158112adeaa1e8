import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/public.ts'
import type { BankFileTemplate } from '../bank/rules.ts'
import type { ClaimStatus } from '../claims/rules.ts'
import type { BatchStatus } from './rules.ts'

export type BatchRow = {
  readonly id: string
  readonly number: string
  readonly fund: string
  readonly lineId: string
  readonly claimCount: number
  readonly lineCount: number
  readonly amountFen: bigint
  /** The form of the bank's list as it was when the batch was frozen. */
  readonly template: BankFileTemplate
  readonly contentSha256: Buffer
  readonly status: BatchStatus
  readonly madeBy: string
  readonly frozenAt: Date
}

const batches = (tx: Tx) => tx.db.selectFrom('funds.batches').selectAll().where('district', '=', tx.district)

const batchOf = (row: Awaited<ReturnType<ReturnType<typeof batches>['executeTakeFirstOrThrow']>>): BatchRow => ({
  id: row.id,
  number: row.number,
  fund: row.fund,
  lineId: row.line_id,
  claimCount: row.claim_count,
  lineCount: row.line_count,
  amountFen: row.amount_fen,
  template: row.bank_template as BankFileTemplate,
  contentSha256: row.content_sha256,
  status: row.status as BatchStatus,
  madeBy: row.made_by,
  frozenAt: row.frozen_at,
})

export async function insertBatch(
  tx: Tx,
  batch: BatchRow,
  claims: readonly { readonly id: string; readonly again: boolean; readonly nth: number }[],
): Promise<void> {
  await tx.db
    .insertInto('funds.batches')
    .values({
      district: tx.district,
      id: batch.id,
      number: batch.number,
      fund: batch.fund,
      line_id: batch.lineId,
      claim_count: batch.claimCount,
      line_count: batch.lineCount,
      amount_fen: batch.amountFen,
      bank_template: JSON.stringify(batch.template),
      content_sha256: batch.contentSha256,
      status: batch.status,
      made_by: batch.madeBy,
      frozen_at: batch.frozenAt,
    })
    .execute()
  await tx.db
    .insertInto('funds.batch_claims')
    .values(
      claims.map(({ id, again, nth }) => ({ district: tx.district, batch_id: batch.id, claim_id: id, again, nth })),
    )
    .execute()
}

/** What was asked about a claim before it was frozen. */
export type BatchCheckRow = {
  readonly claimId: string
  readonly runId: string
  readonly asked: number
  readonly passed: number
}

export async function insertBatchChecks(tx: Tx, batchId: string, checks: readonly BatchCheckRow[]): Promise<void> {
  await tx.db
    .insertInto('funds.batch_checks')
    .values(
      checks.map((check) => ({
        district: tx.district,
        batch_id: batchId,
        claim_id: check.claimId,
        run_id: check.runId,
        checks_asked: check.asked,
        checks_passed: check.passed,
      })),
    )
    .execute()
}

export async function listBatchChecks(tx: Tx, batchId: string): Promise<BatchCheckRow[]> {
  const rows = await tx.db
    .selectFrom('funds.batch_checks')
    .selectAll()
    .where('district', '=', tx.district)
    .where('batch_id', '=', batchId)
    .orderBy('claim_id')
    .execute()
  return rows.map((row) => ({
    claimId: row.claim_id,
    runId: row.run_id,
    asked: row.checks_asked,
    passed: row.checks_passed,
  }))
}

export async function findBatch(tx: Tx, id: string): Promise<BatchRow | undefined> {
  const row = await batches(tx).where('id', '=', id).executeTakeFirst()
  return row && batchOf(row)
}

/** Batches by id; unknown ids are absent. */
export async function listBatchesById(tx: Tx, ids: readonly string[]): Promise<Map<string, BatchRow>> {
  if (ids.length === 0) return new Map()
  const rows = await batches(tx)
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map(rows.map((row) => [row.id, batchOf(row)]))
}

/** The batch, locked until the transaction ends: sign, export and return files of it take turns. */
export async function lockBatch(tx: Tx, id: string): Promise<BatchRow | undefined> {
  const row = await batches(tx).where('id', '=', id).forUpdate().executeTakeFirst()
  return row && batchOf(row)
}

/** Moves a batch that still stands in one state to the next; false where it does not. */
export async function setBatchStatus(tx: Tx, id: string, from: BatchStatus, to: BatchStatus): Promise<boolean> {
  const { numUpdatedRows } = await tx.db
    .updateTable('funds.batches')
    .set({ status: to })
    .where('district', '=', tx.district)
    .where('id', '=', id)
    .where('status', '=', from)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export type BatchFilter = {
  readonly status?: BatchStatus | undefined
  readonly lineId?: string | undefined
  readonly number?: string | undefined
}

/** Newest first; `after` is the last id of the page before. */
export async function listBatchesBy(
  tx: Tx,
  filter: BatchFilter,
  page: { after?: string | undefined; limit: number },
): Promise<BatchRow[]> {
  let query = batches(tx)
  if (filter.status !== undefined) query = query.where('status', '=', filter.status)
  if (filter.lineId !== undefined) query = query.where('line_id', '=', filter.lineId)
  if (filter.number) query = query.where('number', 'like', `${filter.number.replace(/[\\%_]/g, '\\$&')}%`)
  if (page.after !== undefined) query = query.where('id', '<', page.after)
  return (await query.orderBy('id', 'desc').limit(page.limit).execute()).map(batchOf)
}

export type BatchClaimRow = {
  readonly id: string
  readonly number: string
  readonly title: string
  readonly groupId: string
  readonly organisationId: string
  readonly organisationName: string
  readonly headCount: number
  readonly amountFen: bigint
  readonly status: ClaimStatus
  readonly returnedCount: number
  /** Whether the batch pays again what the bank gave back of it. */
  readonly again: boolean
  /** How much of it this batch pays, and to how many. */
  readonly paidHere: { readonly count: number; readonly fen: bigint }
}

/** The claims of a batch in their order, with how many of its payments the bank gave back. */
export async function listBatchClaims(tx: Tx, batchId: string): Promise<BatchClaimRow[]> {
  const { rows } = await sql<{
    id: string
    number: string
    title: string
    group_id: string
    organisation_id: string
    organisation_name: string
    head_count: number
    amount_fen: bigint
    status: string
    again: boolean
    returned: number
    here: number
    fen: bigint
  }>`
    select c.id, c.number, c.title, c.group_id, c.organisation_id, c.organisation_name, c.head_count, c.amount_fen, c.status,
      b.again, n.returned, n.here, n.fen
    from funds.batch_claims b
    join funds.claims c on c.district = b.district and c.id = b.claim_id
    cross join lateral (
      select count(*) filter (where p.status = 'returned')::int as returned, count(*)::int as here,
        coalesce(sum(p.amount_fen), 0)::bigint as fen
      from funds.claim_lines l
      join funds.batch_lines p on p.district = l.district and p.claim_line_id = l.id and p.batch_id = b.batch_id
      where l.district = c.district and l.claim_id = c.id) n
    where b.district = ${tx.district} and b.batch_id = ${batchId}
    order by c.id`.execute(tx.db)
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    title: row.title,
    groupId: row.group_id,
    organisationId: row.organisation_id,
    organisationName: row.organisation_name,
    headCount: row.head_count,
    amountFen: row.amount_fen,
    status: row.status as ClaimStatus,
    returnedCount: row.returned,
    again: row.again,
    paidHere: { count: row.here, fen: row.fen },
  }))
}

/** A batch that waits for somebody's next act, as far as it says whose: its claims, and who has signed it. */
export type WaitingBatch = {
  readonly status: BatchStatus
  readonly claimIds: readonly string[]
  readonly signedBy: readonly string[]
}

/** The batches that stand in one of these states, the newest first, with their claims and signers: one statement. */
export async function listWaitingBatches(
  tx: Tx,
  statuses: readonly BatchStatus[],
  limit: number,
): Promise<WaitingBatch[]> {
  if (statuses.length === 0) return []
  const { rows } = await sql<{ status: string; claims: string[]; signers: string[] }>`
    select b.status,
      array(select k.claim_id from funds.batch_claims k where k.district = b.district and k.batch_id = b.id) as claims,
      array(select s.person_id from funds.batch_signatures s where s.district = b.district and s.batch_id = b.id) as signers
    from funds.batches b
    where b.district = ${tx.district} and b.status = any(${[...statuses]}::text[])
    order by b.id desc limit ${limit}`.execute(tx.db)
  return rows.map((row) => ({ status: row.status as BatchStatus, claimIds: row.claims, signedBy: row.signers }))
}

export type PayableClaimRow = {
  readonly id: string
  readonly number: string
  readonly title: string
  readonly groupId: string
  readonly organisationId: string
  readonly organisationName: string
  readonly lineId: string
  readonly headCount: number
  readonly amountFen: bigint
  readonly approvedAt: Date
}

/** Approved claims, the earliest first, with when they were approved. Before approvals there were, the second review was one. */
export async function listApprovedClaims(tx: Tx, limit: number): Promise<PayableClaimRow[]> {
  const rows = await tx.db
    .selectFrom('funds.claims as c')
    .leftJoin('funds.claim_reviews as a', (join) =>
      join.onRef('a.district', '=', 'c.district').onRef('a.claim_id', '=', 'c.id').on('a.duty', '=', 'approval'),
    )
    .leftJoin('funds.claim_reviews as r', (join) =>
      join.onRef('r.district', '=', 'c.district').onRef('r.claim_id', '=', 'c.id').on('r.duty', '=', 'second-review'),
    )
    .select([
      'c.id',
      'c.number',
      'c.title',
      'c.group_id',
      'c.organisation_id',
      'c.organisation_name',
      'c.line_id',
      'c.head_count',
      'c.amount_fen',
    ])
    .select(['c.assembled_at', 'r.business_at as reviewed_at', 'a.business_at as approved_at'])
    .where('c.district', '=', tx.district)
    .where('c.status', '=', 'payable')
    .orderBy('c.id')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    title: row.title,
    groupId: row.group_id,
    organisationId: row.organisation_id,
    organisationName: row.organisation_name,
    lineId: row.line_id,
    headCount: row.head_count,
    amountFen: row.amount_fen,
    approvedAt: row.approved_at ?? row.reviewed_at ?? row.assembled_at,
  }))
}

export type SignatureRow = {
  readonly id: string
  readonly batchId: string
  /** The first or the second. */
  readonly nth: number
  readonly personId: string
  readonly accountId: string
  readonly contentSha256: Buffer
  readonly businessAt: Date
}

export async function insertSignature(tx: Tx, signature: SignatureRow): Promise<void> {
  await tx.db
    .insertInto('funds.batch_signatures')
    .values({
      district: tx.district,
      id: signature.id,
      batch_id: signature.batchId,
      nth: signature.nth,
      person_id: signature.personId,
      account_id: signature.accountId,
      content_sha256: signature.contentSha256,
      business_at: signature.businessAt,
    })
    .execute()
}

/** The signatures under a batch, in their order. */
export async function listSignatures(tx: Tx, batchId: string): Promise<SignatureRow[]> {
  const rows = await tx.db
    .selectFrom('funds.batch_signatures')
    .selectAll()
    .where('district', '=', tx.district)
    .where('batch_id', '=', batchId)
    .orderBy('nth')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    batchId: row.batch_id,
    nth: row.nth,
    personId: row.person_id,
    accountId: row.account_id,
    contentSha256: row.content_sha256,
    businessAt: row.business_at,
  }))
}
