import type { PlannedSession } from './rules.ts'

type Times = Pick<PlannedSession, 'day' | 'startMinute' | 'endMinute'>

/** Pairs of rows (the smaller first) whose times overlap: the first so many in order of time, and how many there are in all. */
export type Overlaps = { readonly pairs: readonly (readonly [number, number])[]; readonly found: number }

const MINUTE = 60_000

/**
 * Which sessions overlap which others. Of n sessions at one moment n²/2 pairs do: they are counted by a sweep over begins
 * and ends, and only the first `most` are made. A session that does not end after it begins overlaps nothing.
 */
export function overlappingPairs(sessions: readonly Times[], most: number): Overlaps {
  const spans = sessions
    .map(({ day, startMinute, endMinute }, row) => {
      const midnight = Date.parse(day) / MINUTE
      return { row, from: midnight + startMinute, to: midnight + endMinute }
    })
    .filter(({ from, to }) => from < to)
    .sort((a, b) => a.from - b.from || a.row - b.row)
  const ends = spans.map(({ to }) => to).sort((a, b) => a - b)
  const pairs: [number, number][] = []
  let [found, over] = [0, 0]
  let running: typeof spans = []
  for (const [begun, span] of spans.entries()) {
    while (ends[over]! <= span.from) over += 1
    found += begun - over
    if (pairs.length >= most) continue
    running = running.filter(({ to }) => to > span.from)
    for (const { row } of running.slice(0, most - pairs.length)) {
      pairs.push([Math.min(row, span.row), Math.max(row, span.row)])
    }
    running.push(span)
  }
  return { pairs, found }
}
