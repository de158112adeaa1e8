import type { Trail } from '../../../kernel/record/public.ts'
import { classTitles } from '../classes/public-to-room.ts'
import { findClass } from '../classes/store.ts'
import { sessionsShown } from './shown.ts'
import { findSession } from './store.ts'
import { words } from './words.ts'

const plain = (text: string) => ({ zh: text, en: text })

/** One meeting of a class: it rests on the class that planned it. */
export const sessionTrail: Trail = {
  kind: 'session',
  async describe(tx, id) {
    const session = await findSession(tx, id)
    const row = session && (await findClass(tx, session.classId))
    if (!session || !row) return undefined
    const shown = (await sessionsShown(tx, [session]))[0]!
    return {
      kind: 'session',
      id,
      title: words.trail.session(`${shown.day} ${shown.from}–${shown.to}`),
      says: [
        { label: words.trail.kind, value: words.kinds[shown.kind] },
        { label: words.trail.hours, value: plain(String(shown.classHours)) },
        { label: words.trail.room, value: plain(shown.roomName) },
        { label: words.trail.instructor, value: plain(shown.instructorName) },
        ...(shown.reason === '' ? [] : [{ label: words.trail.reason, value: plain(shown.reason) }]),
      ],
      restsOn: [{ kind: 'class', id: row.id, title: (await classTitles(tx, [row])).get(row.id)! }],
      leadsTo: [],
      organisationId: row.organisationId,
    }
  },
}
