import type { Sentence } from '../../../platform/contract/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import { gatherTimeline, type Timeline, type Told } from '../timelines/timelines.ts'
import type { Walking } from '../walking.ts'
import type { ArchiveSubject } from './archive.ts'
import { MOST_ENTRIES } from './rules.ts'

/** A class, from where its way begins: itself. */
export function classArchive(walking: Walking): ArchiveSubject {
  const place = (id: string) => ({ kind: 'class', id })
  return {
    title: async (tx, id) => (await walking.about(tx, place(id)))?.title,
    says: async () => [],
    entries: async () => [],
    starts: (id) => [place(id)],
  }
}

type Held = { readonly title: Sentence; readonly says: Awaited<ReturnType<ArchiveSubject['says']>> }

/** Somebody who has a timeline: the way begins at everything that it tells of. */
export function timelineArchive(
  of: 'person' | 'provider',
  timelines: readonly Timeline[],
  held: (tx: Tx, id: string, inFull: boolean) => Promise<Held | undefined>,
): ArchiveSubject {
  const own = timelines.filter((each) => each.of === of)
  return {
    title: async (tx, id) => (await held(tx, id, false))?.title,
    says: async (tx, id, inFull) => (await held(tx, id, inFull))?.says ?? [],
    entries: (tx, id) => wholeTimeline(tx, own, id),
    starts: (_id, entries) => entries.flatMap(({ opens }) => opens ?? []),
  }
}

const A_PAGE = 500

/** Everything that a timeline tells, newest first, up to so many entries. */
async function wholeTimeline(tx: Tx, timelines: readonly Timeline[], subject: string): Promise<Told[]> {
  const entries: Told[] = []
  let before: Awaited<ReturnType<typeof gatherTimeline>>['next'] = null
  do {
    const page = await gatherTimeline(tx, timelines, subject, { before, limit: A_PAGE })
    entries.push(...page.entries)
    before = page.next
  } while (before !== null && entries.length < MOST_ENTRIES)
  return entries
}
