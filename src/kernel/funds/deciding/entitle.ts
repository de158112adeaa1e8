import type { Tx } from '../../../platform/db/public.ts'
import { newId } from '../../values/public.ts'
import { insertStatusEvents, type StatusEvent } from '../status/store.ts'
import type { Standing } from './rules.ts'
import { type Entitlement, insertEntitlements, listEntitlements, setEntitlementStatus } from './store.ts'

export type Entitling = {
  readonly scheme: string
  readonly groupId: string
  readonly fund: string
  readonly people: readonly (Standing & { readonly decisionId: string; readonly personId: string })[]
  readonly now: Date
}

/**
 * An entitlement for every person whose decision has an amount and whom no check blocks, held where something is still
 * to be verified; one per decision, for ever. What an earlier look had found due or held follows the new one. Returns
 * the entitlements by decision.
 */
export async function entitle(tx: Tx, entitling: Entitling): Promise<ReadonlyMap<string, Entitlement>> {
  const { scheme, groupId, fund, people, now } = entitling
  const known = new Map((await listEntitlements(tx, groupId, scheme)).map((each) => [each.decisionId, each]))
  const events: StatusEvent[] = []
  const fresh: Entitlement[] = []
  for (const { decisionId, personId, standing, amountFen } of people) {
    const before = known.get(decisionId)
    // Who is refused gets none; whoever had one before and is refused now is not paid either.
    const status = standing === 'due' ? 'due' : 'held'
    if (!before && (standing === 'refused' || amountFen === 0n)) continue
    if (before?.status === status) continue
    const entitlement = before
      ? { ...before, status }
      : { id: newId(), decisionId, personId, groupId, scheme, fund, amountFen, status }
    if (before) await setEntitlementStatus(tx, before.id, status)
    else fresh.push(entitlement as Entitlement)
    known.set(decisionId, entitlement as Entitlement)
    const from = before?.status ?? null
    events.push({
      id: newId(),
      subjectKind: 'entitlement',
      subjectId: entitlement.id,
      from,
      to: status,
      personId: null,
      note: '',
      businessAt: now,
    })
  }
  const current = new Set(people.map((person) => person.decisionId))
  for (const old of known.values()) {
    if (old.status !== 'due' || current.has(old.decisionId)) continue
    // Decided anew since, on a newer record: the older answer pays nobody.
    await setEntitlementStatus(tx, old.id, 'held')
    events.push({
      id: newId(),
      subjectKind: 'entitlement',
      subjectId: old.id,
      from: 'due',
      to: 'held',
      personId: null,
      note: 'superseded',
      businessAt: now,
    })
  }
  await insertEntitlements(tx, fresh, now)
  await insertStatusEvents(tx, events)
  return known
}
