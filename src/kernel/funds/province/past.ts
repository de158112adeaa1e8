import type { Tx } from '../../../platform/db/public.ts'
import type { Keyed } from './sides-store.ts'
import { listHere, listThere } from './sides-store.ts'
import { pairUp, sumThere, type There } from './reconcile.ts'
import type { ProvinceState } from './rules.ts'

/** What the province says of one of our own entitlements, and what it paid to these people that none of our lists has. */
export type ProvincePast = {
  /** By the decision the person stands on a list by. */
  readonly saysOf: ReadonlyMap<
    string,
    { readonly state: ProvinceState; readonly on: string | null; readonly amountFen: bigint }
  >
  readonly others: readonly (Keyed<There> & { readonly scheme: string; readonly importId: string })[]
}

/**
 * The province's word on the past of these people, matched with our lists as the reconciliation matches them. The group that
 * is being asked about is left out.
 */
export async function provincePast(tx: Tx, lookups: readonly Buffer[], exceptGroupId?: string): Promise<ProvincePast> {
  const saysOf = new Map<string, { state: ProvinceState; on: string | null; amountFen: bigint }>()
  const others: (Keyed<There> & { scheme: string; importId: string })[] = []
  if (lookups.length === 0) return { saysOf, others }
  const all = await listThere(tx, null, { lookups })
  for (const scheme of new Set(all.map((each) => each.scheme))) {
    const there = all.filter((each) => each.scheme === scheme)
    const here = await listHere(tx, scheme, { lookups })
    for (const lookup of new Set(there.map((each) => each.lookup))) {
      const theirs = there.filter((each) => each.lookup === lookup)
      const ours = here.filter((each) => each.lookup === lookup)
      for (const pair of pairUp(ours, theirs)) {
        if (!pair.there) continue
        const { state, paidOn: on } = pair.there
        if (pair.here?.standing === 'due')
          saysOf.set(pair.here.decisionId, { state, on, amountFen: sumThere(pair.there) })
        // Only what is paid was received. What the province paid although we refuse or hold it was received all the same.
        else if (state === 'paid' && pair.here?.groupId !== exceptGroupId)
          others.push(theirs.find((each) => each.id === pair.there?.id)!)
      }
    }
  }
  return { saysOf, others }
}
