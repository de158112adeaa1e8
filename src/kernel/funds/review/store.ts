import type { Tx } from '../../../platform/db/public.ts'
import type { ReviewDuty } from './rules.ts'

export type Review = {
  readonly id: string
  readonly claimId: string
  readonly duty: ReviewDuty | 'sending-back'
  readonly outcome: 'passed' | 'returned'
  readonly reasons: readonly string[]
  readonly personId: string
  readonly accountId: string
  readonly contentSha256: Buffer
  readonly businessAt: Date
  /** The draw by which a second review is given. */
  readonly drawId?: string | null
  /** The delegation without which the person might not have given it. */
  readonly delegationId?: string | null
  /** As what an approval was given, with the number of the minutes where the county asks for it, and the paper it was signed on. */
  readonly givenAs?: string | null
  readonly minutesNumber?: string | null
  readonly paperId?: string | null
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
      draw_id: review.drawId ?? null,
      delegation_id: review.delegationId ?? null,
      given_as: review.givenAs ?? null,
      minutes_number: review.minutesNumber ?? null,
      paper_id: review.paperId ?? null,
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
    duty: row.duty as Review['duty'],
    outcome: row.outcome as Review['outcome'],
    reasons: row.reasons as string[],
    personId: row.person_id,
    accountId: row.account_id,
    contentSha256: row.content_sha256,
    businessAt: row.business_at,
    drawId: row.draw_id,
    delegationId: row.delegation_id,
    givenAs: row.given_as,
    minutesNumber: row.minutes_number,
    paperId: row.paper_id,
  }))
}
