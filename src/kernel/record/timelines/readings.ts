import type { Sentence } from '../../../platform/contract/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import { listReadingsOf, READING } from './store.ts'
import type { Timeline } from './timelines.ts'
import { words } from './words.ts'

/** Who stands behind accounts; a room above knows. */
export type Readers = (
  tx: Tx,
  accountIds: readonly string[],
) => Promise<(accountId: string) => { readonly name: string; readonly post: Sentence }>

/** That somebody read a person's timeline, and why, is told on it: to the bureau, which answers for it. */
export function readingTimeline(whoOf: Readers): Timeline {
  return {
    of: 'person',
    kind: 'reading',
    name: words.readings,
    readers: 'bureau',
    async list(tx, personId, page) {
      const readings = await listReadingsOf(tx, personId, page)
      const who = await whoOf(
        tx,
        readings.map(({ accountId }) => accountId),
      )
      return readings.map(({ id, act, at, accountId, reason, claimId }) => ({
        id,
        at,
        title: act === READING ? words.readBy(who(accountId)) : words.takenOutBy(who(accountId)),
        says: words.readFor(reason),
        opens: claimId === null ? null : { kind: 'claim', id: claimId },
      }))
    },
  }
}
