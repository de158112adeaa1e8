import type { Walking } from '../walking.ts'
import type { ArchiveSubject } from './archive.ts'

/** A class, from where its way begins: itself. */
export function classArchive(walking: Walking): ArchiveSubject {
  const place = (id: string) => ({ kind: 'class', id })
  return {
    title: async (tx, id) => (await walking.about(tx, place(id)))?.title,
    starts: async (_tx, id) => [place(id)],
  }
}
