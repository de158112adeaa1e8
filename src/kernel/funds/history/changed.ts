import type { Tx } from '../../../platform/db/public.ts'
import { announce } from '../../../platform/outbox/public.ts'
import { newId } from '../../values/public.ts'
import { listOpenGroups } from '../claims/store.ts'
import { listGroupsListed } from '../province/list-store.ts'

/** The outbox event that what is known of the past has changed; open claims of these groups can be looked at again. */
export const HISTORY_CHANGED = 'history.changed'

export type HistoryChanged = { readonly groupIds: readonly string[] }

/**
 * Tells it: a look-up changed what is known of its own group; a ledger closes or opens a gap for everybody, also for whom
 * it does not name.
 */
export async function tellChanged(tx: Tx, sourceId: string, group: { readonly id: string } | null): Promise<void> {
  const open = group ? [group.id] : [...(await listOpenGroups(tx)), ...(await listGroupsListed(tx))]
  const body: HistoryChanged = { groupIds: [...new Set(open)] }
  await announce(tx, { id: newId(), kind: HISTORY_CHANGED, subjectId: sourceId, body })
}
