import type { NameReach } from '../../people/public.ts'
import { type ClaimStatus, nextStatus } from '../claims/rules.ts'
import { listNamedLines } from './store.ts'
import { words } from './words.ts'

/** Why a claim keeps the name it was made with. */
function whyKept(status: ClaimStatus) {
  if (status === 'paid') return words.paid
  if (status === 'batched') return words.batched
  return nextStatus(status, 'replace') === undefined ? words.decided : words.waits
}

/**
 * A corrected name in claims. Those in review are made anew when the checks are asked again (`people.told-of`): here it is
 * only told which have it.
 */
export const fundsNames: NameReach = {
  async places(tx, { personId, name }) {
    return (await listNamedLines(tx, personId)).map(({ id, number, status, payeeName }) => ({
      place: { kind: 'claim-line', id },
      title: words.claim(number),
      isReached: payeeName === name,
      why: payeeName === name ? words.reached : whyKept(status),
    }))
  },
}
