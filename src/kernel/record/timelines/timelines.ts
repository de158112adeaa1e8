import type { Sentence } from '../../../platform/contract/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import type { TrailPlace } from '../trails.ts'

export const TIMELINES_OF = ['person', 'provider', 'employer'] as const
/** Whose timeline: a person or a provider by id, an employer by its credit code. */
export type TimelineOf = (typeof TIMELINES_OF)[number]

/** Something that happened, with the record that it opens. */
export type TimelineEntry = {
  readonly id: string
  readonly at: Date
  readonly title: Sentence
  readonly says: Sentence | null
  readonly opens: TrailPlace | null
}

/** The place of an entry among all of them: by time, then by id. */
export type TimelineKey = { readonly at: Date; readonly id: string }

/** What one room tells of somebody: one kind of entry, newest first, from a place on. */
export type Timeline = {
  readonly of: TimelineOf
  /** The kind of its entries, as the filter in the address names it. */
  readonly kind: string
  readonly name: Sentence
  /** Who may read it: the bureau alone, those whom it is about too. */
  readonly readers: 'bureau' | 'all'
  list(
    tx: Tx,
    subject: string,
    page: { readonly before: TimelineKey | null; readonly limit: number },
  ): Promise<TimelineEntry[]>
}

export type Told = TimelineEntry & { readonly kind: string }

const isBefore = (one: TimelineKey, other: TimelineKey) =>
  one.at < other.at || (one.at.getTime() === other.at.getTime() && one.id < other.id)

/** The newest of what these rooms tell, merged: each is asked for a page of its own, and none for everything. */
export async function gatherTimeline(
  tx: Tx,
  timelines: readonly Timeline[],
  subject: string,
  page: { readonly before: TimelineKey | null; readonly limit: number },
): Promise<{ entries: Told[]; next: TimelineKey | null }> {
  const found: Told[] = []
  for (const timeline of timelines) {
    const entries = await timeline.list(tx, subject, { before: page.before, limit: page.limit + 1 })
    found.push(...entries.map((entry) => ({ ...entry, kind: timeline.kind })))
  }
  const sorted = found.toSorted((one, other) => (isBefore(one, other) ? 1 : -1))
  const entries = sorted.slice(0, page.limit)
  const last = entries.at(-1)
  return { entries, next: sorted.length > page.limit && last ? { at: last.at, id: last.id } : null }
}

/** A key as the address writes it, and back. */
export const keyText = ({ at, id }: TimelineKey): string => `${at.getTime()}_${id}`

export function readKey(text: string | undefined): TimelineKey | null {
  const [, at, id] = /^(\d{1,15})_([0-9a-f-]{36})$/.exec(text ?? '') ?? []
  return at && id ? { at: new Date(Number(at)), id } : null
}
