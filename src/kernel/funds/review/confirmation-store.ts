import type { Tx } from '../../../platform/db/public.ts'

/** What a claim's provider said of it, once. `paperReason` is why it was said on paper and not here. */
export type Confirmation = {
  readonly id: string
  readonly claimId: string
  readonly outcome: 'confirmed' | 'declined'
  readonly way: 'here' | 'paper'
  readonly reasons: readonly string[]
  readonly scanId: string | null
  readonly paperReason: string | null
  /** Who said it here, or recorded the paper. */
  readonly personId: string
  readonly accountId: string
  readonly contentSha256: Buffer
  readonly businessAt: Date
}

export async function insertConfirmation(tx: Tx, confirmation: Confirmation): Promise<void> {
  await tx.db
    .insertInto('funds.claim_confirmations')
    .values({
      district: tx.district,
      id: confirmation.id,
      claim_id: confirmation.claimId,
      outcome: confirmation.outcome,
      way: confirmation.way,
      reasons: JSON.stringify(confirmation.reasons),
      scan_id: confirmation.scanId,
      paper_reason: confirmation.paperReason,
      person_id: confirmation.personId,
      account_id: confirmation.accountId,
      content_sha256: confirmation.contentSha256,
      business_at: confirmation.businessAt,
    })
    .execute()
}

export async function findConfirmation(tx: Tx, claimId: string): Promise<Confirmation | undefined> {
  const row = await tx.db
    .selectFrom('funds.claim_confirmations')
    .selectAll()
    .where('district', '=', tx.district)
    .where('claim_id', '=', claimId)
    .executeTakeFirst()
  return (
    row && {
      id: row.id,
      claimId: row.claim_id,
      outcome: row.outcome as Confirmation['outcome'],
      way: row.way as Confirmation['way'],
      reasons: row.reasons as string[],
      scanId: row.scan_id,
      paperReason: row.paper_reason,
      personId: row.person_id,
      accountId: row.account_id,
      contentSha256: row.content_sha256,
      businessAt: row.business_at,
    }
  )
}
