import type { Tx } from '../../../platform/db/public.ts'
import type { TrailLink } from '../../record/public.ts'
import type { Claim } from '../claims/store.ts'
import { HAND_WORDS } from '../duties/words.ts'
import { findConfirmation } from '../review/confirmation-store.ts'
import { listDraws } from '../review/draws/store.ts'
import { listReviews, type Review } from '../review/store.ts'
import { words } from './words.ts'

export const reviewLink = ({ id, duty }: Pick<Review, 'id' | 'duty'>, claim: Pick<Claim, 'number'>): TrailLink => ({
  kind: 'claim-review',
  id,
  title: words.act(HAND_WORDS[duty], claim.number),
})

/** What people did on a claim: its provider's word, the draw of who reviews, the reviews and the approval. */
export async function actsOn(tx: Tx, claim: Pick<Claim, 'id' | 'number'>): Promise<TrailLink[]> {
  const confirmation = await findConfirmation(tx, claim.id)
  return [
    ...(confirmation
      ? [
          {
            kind: 'claim-confirmation',
            id: confirmation.id,
            title: words.act(HAND_WORDS.confirmation, claim.number),
          },
        ]
      : []),
    ...(await listDraws(tx, claim.id)).map(({ id }) => ({
      kind: 'review-draw',
      id,
      title: words.act(words.draw, claim.number),
    })),
    ...(await listReviews(tx, claim.id)).map((review) => reviewLink(review, claim)),
  ]
}
