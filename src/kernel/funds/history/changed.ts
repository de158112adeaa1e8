import type { Tx } from '../../../platform/db/public.ts'
import { announce } from '../../../platform/outbox/public.ts'
import { listIdentityLookups } from '../../people/public.ts'
import { newId } from '../../values/public.ts'
import { listPeopleOfOpenClaims } from './own-store.ts'
import { listLookupsIn } from './payment-store.ts'

/** The outbox event that what is known of the past has changed; open claims of these groups can be looked at again. */
export const HISTORY_CHANGED = 'history.changed'

export type HistoryChanged = { readonly groupIds: readonly string[] }

/** Tells it: a look-up changed its own group, a ledger every group with an open claim of somebody it tells of. */
export async function tellChanged(tx: Tx, sourceId: string, group: { readonly id: string } | null): Promise<void> {
  const body: HistoryChanged = { groupIds: group ? [group.id] : await groupsToldOf(tx, sourceId) }
  await announce(tx, { id: newId(), kind: HISTORY_CHANGED, subjectId: sourceId, body })
}

async function groupsToldOf(tx: Tx, sourceId: string): Promise<string[]> {
  const people = await listPeopleOfOpenClaims(tx)
  const lookups = await listIdentityLookups(
    tx,
    people.map((each) => each.personId),
  )
  const told = await listLookupsIn(tx, sourceId, [...lookups.values()])
  const isTold = (personId: string) => told.has(lookups.get(personId)?.toString('hex') ?? '')
  return [...new Set(people.filter((each) => isTold(each.personId)).map((each) => each.groupId))]
}
