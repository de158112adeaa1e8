import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/public.ts'
import type { Corrected } from './rules.ts'

export type CorrectionGiven = {
  readonly id: string
  readonly claimLineId: string
  readonly paymentId: string | null
  readonly nth: number
  readonly formerAccountId: string
  readonly bankAccountId: string
  readonly reason: string
  readonly evidence: string
  readonly proposedBy: string
  readonly accountId: string
  readonly businessAt: Date
}

export type CorrectionKept = CorrectionGiven &
  Corrected & {
    readonly decision: {
      readonly reason: string
      readonly decidedBy: string
      readonly accountId: string
      readonly businessAt: Date
    } | null
  }

export async function insertCorrection(tx: Tx, given: CorrectionGiven): Promise<void> {
  await tx.db
    .insertInto('funds.account_corrections')
    .values({
      district: tx.district,
      id: given.id,
      claim_line_id: given.claimLineId,
      payment_id: given.paymentId,
      nth: given.nth,
      former_account_id: given.formerAccountId,
      bank_account_id: given.bankAccountId,
      reason: given.reason,
      evidence: given.evidence,
      proposed_by: given.proposedBy,
      proposed_account_id: given.accountId,
      business_at: given.businessAt,
    })
    .execute()
}

export async function insertCorrectionDecision(
  tx: Tx,
  decision: {
    correction: Pick<CorrectionKept, 'id' | 'proposedBy'>
    decidedBy: string
    accountId: string
    outcome: 'confirmed' | 'declined'
    reason: string
    businessAt: Date
  },
): Promise<void> {
  await tx.db
    .insertInto('funds.account_correction_decisions')
    .values({
      district: tx.district,
      correction_id: decision.correction.id,
      proposed_by: decision.correction.proposedBy,
      decided_by: decision.decidedBy,
      decided_account_id: decision.accountId,
      outcome: decision.outcome,
      reason: decision.reason,
      business_at: decision.businessAt,
    })
    .execute()
}

/** Everything ever proposed for these claim lines, by line, the oldest first. */
export async function listCorrections(
  tx: Tx,
  claimLineIds: readonly string[],
): Promise<ReadonlyMap<string, CorrectionKept[]>> {
  const found = new Map<string, CorrectionKept[]>()
  if (claimLineIds.length === 0) return found
  const rows = await tx.db
    .selectFrom('funds.account_corrections as c')
    .leftJoin('funds.account_correction_decisions as d', (join) =>
      join.onRef('d.district', '=', 'c.district').onRef('d.correction_id', '=', 'c.id'),
    )
    .selectAll('c')
    .select(['d.outcome', 'd.reason as decision_reason', 'd.decided_by', 'd.decided_account_id'])
    .select('d.business_at as decided_at')
    .where('c.district', '=', tx.district)
    .where('c.claim_line_id', 'in', [...new Set(claimLineIds)])
    .orderBy('c.claim_line_id')
    .orderBy('c.nth')
    .execute()
  for (const row of rows) {
    const decided = row.decided_by && row.decided_account_id && row.decided_at
    const kept: CorrectionKept = {
      id: row.id,
      claimLineId: row.claim_line_id,
      paymentId: row.payment_id,
      nth: row.nth,
      formerAccountId: row.former_account_id,
      bankAccountId: row.bank_account_id,
      reason: row.reason,
      evidence: row.evidence,
      proposedBy: row.proposed_by,
      accountId: row.proposed_account_id,
      businessAt: row.business_at,
      outcome: (row.outcome ?? null) as Corrected['outcome'],
      decision: decided
        ? {
            reason: row.decision_reason ?? '',
            decidedBy: row.decided_by!,
            accountId: row.decided_account_id!,
            businessAt: row.decided_at!,
          }
        : null,
    }
    found.set(kept.claimLineId, [...(found.get(kept.claimLineId) ?? []), kept])
  }
  return found
}

/** A payment the bank gave back that nothing has taken the place of. */
export type ReturnedRow = {
  readonly paymentId: string
  readonly reference: string
  readonly claimLineId: string
  readonly claimId: string
  readonly claimNumber: string
  readonly groupId: string
  readonly organisationId: string
  readonly lineId: string
  readonly position: number
  readonly payeeName: string
  readonly bankName: string
  readonly tail: string
  readonly amountFen: bigint
  readonly returnedAt: Date
  readonly reason: string
}

/** Returned payments that wait to be paid again, the longest waiting first. There are few: each is one person's money. */
export async function listReturned(
  tx: Tx,
  page: { after?: string | undefined; limit: number } | { ids: readonly string[] },
): Promise<ReturnedRow[]> {
  const which =
    'ids' in page
      ? sql`p.id = any(${[...page.ids]}::uuid[])`
      : page.after === undefined
        ? sql`true`
        : sql`p.id > ${page.after}`
  const { rows } = await sql<{
    id: string
    reference: string
    claim_line_id: string
    claim_id: string
    number: string
    group_id: string
    organisation_id: string
    line_id: string
    position: number
    payee_name: string
    bank_name: string
    account_tail: string
    amount_fen: bigint
    business_at: Date
    note: string
  }>`
    select p.id, p.reference, p.claim_line_id, l.claim_id, k.number, k.group_id, k.organisation_id, k.line_id, l.position,
      p.payee_name, p.bank_name, p.account_tail, p.amount_fen, e.business_at, e.note
    from funds.batch_lines p
    join funds.claim_lines l on l.district = p.district and l.id = p.claim_line_id
    join funds.claims k on k.district = l.district and k.id = l.claim_id
    join lateral (
      select s.business_at, s.note from funds.status_events s
      where s.district = p.district and s.subject_id = p.id and s.status_to = 'returned'
      order by s.id desc limit 1) e on true
    where p.district = ${tx.district} and p.status = 'returned' and ${which}
      and not exists (
        select 1 from funds.batch_lines r where r.district = p.district and r.replaces_id = p.id and r.status <> 'withdrawn')
    order by p.id limit ${'ids' in page ? page.ids.length : page.limit}`.execute(tx.db)
  return rows.map((row) => ({
    paymentId: row.id,
    reference: row.reference,
    claimLineId: row.claim_line_id,
    claimId: row.claim_id,
    claimNumber: row.number,
    groupId: row.group_id,
    organisationId: row.organisation_id,
    lineId: row.line_id,
    position: row.position,
    payeeName: row.payee_name,
    bankName: row.bank_name,
    tail: row.account_tail,
    amountFen: row.amount_fen,
    returnedAt: row.business_at,
    reason: row.note,
  }))
}
