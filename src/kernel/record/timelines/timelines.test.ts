import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Tx } from '../../../platform/db/public.ts'
import { gatherTimeline, keyText, readKey, type Timeline, type TimelineEntry } from './timelines.ts'

const idOf = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`

/** A room with these entries, answering as a store would. */
function givenRoom(kind: string, times: readonly number[], from: number): Timeline {
  const entries: TimelineEntry[] = times.map((at, n) => {
    return { id: idOf(from + n), at: new Date(at), title: { zh: kind, en: kind }, says: null, opens: null }
  })
  const value = ({ at, id }: { at: Date; id: string }) => `${String(at.getTime()).padStart(15, '0')}_${id}`
  return {
    of: 'person',
    kind,
    name: { zh: kind, en: kind },
    readers: 'all',
    list: async (_tx, _subject, { before, limit }) =>
      entries
        .filter((entry) => before === null || value(entry) < value(before))
        .toSorted((one, other) => (value(one) < value(other) ? 1 : -1))
        .slice(0, limit),
  }
}

it('page by page tells everything that the rooms tell, once, the newest first', async () => {
  const times = fc.array(fc.integer({ min: 0, max: 20 }), { maxLength: 12 })
  await fc.assert(
    fc.asyncProperty(times, times, fc.integer({ min: 1, max: 5 }), async (one, other, limit) => {
      const rooms = [givenRoom('one', one, 0), givenRoom('other', other, 100)]
      const all: TimelineEntry[] = []
      let before = null as ReturnType<typeof readKey>
      do {
        const page = await gatherTimeline({} as Tx, rooms, 'x', { before, limit })
        all.push(...page.entries)
        before = page.next && readKey(keyText(page.next))
      } while (before)
      expect(new Set(all.map(({ id }) => id)).size).toBe(one.length + other.length)
      expect(all).toHaveLength(one.length + other.length)
      expect(all.map(({ at }) => at.getTime())).toEqual(all.map(({ at }) => at.getTime()).toSorted((a, b) => b - a))
    }),
  )
})

it('reads no key that it did not write', () => {
  for (const text of [undefined, '', '1', 'x_y', `1_${idOf(1)}x`, "1_' or 1=1"]) expect(readKey(text)).toBeNull()
})
