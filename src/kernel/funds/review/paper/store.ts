import type { Tx } from '../../../../platform/db/public.ts'

/** An approval signed on paper, as one person wrote down what its scan says, and what another said of that. */
export type PaperApproval = {
  readonly id: string
  readonly claimId: string
  readonly nth: number
  readonly approverId: string
  readonly approverAccount: string
  readonly givenAs: string
  readonly signedOn: string
  readonly minutesNumber: string | null
  readonly scanId: string
  readonly contentSha256: Buffer
  readonly recordedBy: string
  readonly accountId: string
  readonly businessAt: Date
  readonly decision: { readonly verdict: 'confirmed' | 'declined'; readonly reason: string } | null
}

export async function insertPaperApproval(tx: Tx, paper: Omit<PaperApproval, 'decision'>): Promise<void> {
  await tx.db
    .insertInto('funds.paper_approvals')
    .values({
      district: tx.district,
      id: paper.id,
      claim_id: paper.claimId,
      nth: paper.nth,
      approver_id: paper.approverId,
      approver_account: paper.approverAccount,
      given_as: paper.givenAs,
      signed_on: paper.signedOn,
      minutes_number: paper.minutesNumber,
      scan_id: paper.scanId,
      content_sha256: paper.contentSha256,
      recorded_by: paper.recordedBy,
      account_id: paper.accountId,
      business_at: paper.businessAt,
    })
    .execute()
}

export async function insertPaperDecision(
  tx: Tx,
  decision: {
    paper: Pick<PaperApproval, 'id' | 'claimId' | 'recordedBy' | 'approverId'>
    verdict: 'confirmed' | 'declined'
    reason: string
    decidedBy: string
    accountId: string
    businessAt: Date
  },
): Promise<void> {
  const { paper } = decision
  await tx.db
    .insertInto('funds.paper_approval_decisions')
    .values({
      district: tx.district,
      paper_id: paper.id,
      claim_id: paper.claimId,
      recorded_by: paper.recordedBy,
      approver_id: paper.approverId,
      verdict: decision.verdict,
      reason: decision.reason,
      decided_by: decision.decidedBy,
      account_id: decision.accountId,
      business_at: decision.businessAt,
    })
    .execute()
}

/** The newest approval on paper of a claim. */
export async function findPaperApproval(tx: Tx, claimId: string): Promise<PaperApproval | undefined> {
  const row = await tx.db
    .selectFrom('funds.paper_approvals as p')
    .leftJoin('funds.paper_approval_decisions as d', (join) =>
      join.onRef('d.district', '=', 'p.district').onRef('d.paper_id', '=', 'p.id'),
    )
    .selectAll('p')
    .select(['d.verdict', 'd.reason'])
    .where('p.district', '=', tx.district)
    .where('p.claim_id', '=', claimId)
    .orderBy('p.nth', 'desc')
    .limit(1)
    .executeTakeFirst()
  return (
    row && {
      id: row.id,
      claimId: row.claim_id,
      nth: row.nth,
      approverId: row.approver_id,
      approverAccount: row.approver_account,
      givenAs: row.given_as,
      signedOn: row.signed_on,
      minutesNumber: row.minutes_number,
      scanId: row.scan_id,
      contentSha256: row.content_sha256,
      recordedBy: row.recorded_by,
      accountId: row.account_id,
      businessAt: row.business_at,
      decision:
        row.verdict === null ? null : { verdict: row.verdict as 'confirmed' | 'declined', reason: row.reason ?? '' },
    }
  )
}
