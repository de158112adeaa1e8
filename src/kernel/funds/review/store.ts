import type { Tx } from '../../../platform/db/public.ts'
import type { ReviewDuty } from './rules.ts'

export type Hand = { readonly personId: string; readonly duty: ReviewDuty | 'batch-making' | 'batch-signing' }

/** Takes a duty on a claim, for ever. The primary key refuses a second duty of the same person. */
export async function insertHand(tx: Tx, claimId: string, hand: Hand): Promise<void> {
  await tx.db
    .insertInto('funds.claim_hands')
    .values({ district: tx.district, claim_id: claimId, person_id: hand.personId, duty: hand.duty })
    .execute()
}

export async function listHands(tx: Tx, claimId: string): Promise<Hand[]> {
  const rows = await tx.db
    .selectFrom('funds.claim_hands')
    .select(['person_id', 'duty'])
    .where('district', '=', tx.district)
    .where('claim_id', '=', claimId)
    .execute()
  return rows.map((row) => ({ personId: row.person_id, duty: row.duty as Hand['duty'] }))
}

export type Review = {
  readonly id: string
  readonly claimId: string
  readonly duty: ReviewDuty
  readonly outcome: 'passed' | 'returned'
  readonly reasons: readonly string[]
  readonly personId: string
  readonly accountId: string
  readonly contentSha256: Buffer
  readonly businessAt: Date
}

export async function insertReview(tx: Tx, review: Review): Promise<void> {
  await tx.db
    .insertInto('funds.claim_reviews')
    .values({
      district: tx.district,
      id: review.id,
      claim_id: review.claimId,
      duty: review.duty,
      outcome: review.outcome,
      reasons: JSON.stringify(review.reasons),
      person_id: review.personId,
      account_id: review.accountId,
      content_sha256: review.contentSha256,
      business_at: review.businessAt,
    })
    .execute()
}

export async function listReviews(tx: Tx, claimId: string): Promise<Review[]> {
  const rows = await tx.db
    .selectFrom('funds.claim_reviews')
    .selectAll()
    .where('district', '=', tx.district)
    .where('claim_id', '=', claimId)
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    claimId: row.claim_id,
    duty: row.duty as ReviewDuty,
    outcome: row.outcome as Review['outcome'],
    reasons: row.reasons as string[],
    personId: row.person_id,
    accountId: row.account_id,
    contentSha256: row.content_sha256,
    businessAt: row.business_at,
  }))
}
