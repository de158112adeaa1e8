import type { Sentence } from '../../../platform/contract/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import { listOpenLists, lockList } from '../province/list-store.ts'
import { nextListStatus } from '../province/rules.ts'
import { nextStatus } from './rules.ts'
import { listOpenClaims, lockClaim } from './store.ts'
import { words } from './words.ts'

/**
 * Why what a group's facts rest on cannot be amended now: its money is approved, or further. Undefined while nothing of it
 * is, and new facts make a new claim in the place of the open one. With `hold` the answer stays true until the
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
    return claim.status === 'batched' || claim.status === 'paid'
      ? words.amendPaid(claim.number)
      : words.amendApproved(claim.number)
  }
  for (const open of await listOpenLists(tx, groupId)) {
    const list = hold ? await lockList(tx, open.id) : open
    if (!list || list.status === 'returned' || nextListStatus(list.status, 'replace') !== undefined) continue
    return words.amendExported(list.number)
  }
  return undefined
}
