import type { Sentence } from '../../../platform/contract/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import { listOpenLists, lockList } from '../province/list-store.ts'
import { nextListStatus } from '../province/rules.ts'
import { nextStatus } from './rules.ts'
import { listOpenClaims, lockClaim } from './store.ts'
import { words } from './words.ts'

/**
 * Why what a group's facts rest on cannot be amended now: its money is approved and not paid yet. Undefined while nothing of it
 * is, and new facts make a new claim in the place of the open one; and once it is paid, when they make a difference. With `hold` the answer stays true until the
 * transaction ends.
 */
export async function obstacleToAmending(
  tx: Tx,
  groupId: string,
  { hold }: { readonly hold: boolean },
): Promise<Sentence | undefined> {
  for (const open of await listOpenClaims(tx, groupId)) {
    const claim = hold ? await lockClaim(tx, open.id) : open
    if (!claim || claim.status === 'returned' || nextStatus(claim.status, 'replace') !== undefined) continue
    // What is paid stays paid: who is decided anew is paid the difference, or pays it back.
    if (claim.status === 'paid') continue
    return claim.status === 'batched' ? words.amendPaid(claim.number) : words.amendApproved(claim.number)
  }
  for (const open of await listOpenLists(tx, groupId)) {
    const list = hold ? await lockList(tx, open.id) : open
    if (!list || list.status === 'returned' || nextListStatus(list.status, 'replace') !== undefined) continue
    return words.amendExported(list.number)
  }
  return undefined
}
