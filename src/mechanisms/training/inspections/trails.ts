import type { Sentence } from '../../../platform/contract/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import type { Trail, TrailLink } from '../../../kernel/record/public.ts'
import { civilDateOf, clockTimeOf } from '../../../kernel/values/public.ts'
import { trailWords as sheetWords } from '../attendance/words.ts'
import { findClass } from '../classes/store.ts'
import { postsOf } from '../rosters/showing.ts'
import { findSession } from '../timetable/store.ts'
import { timeText } from '../timetable/times.ts'
import { signedInOf } from './signed.ts'
import { findInspection, listInspectionPhotos, listInspectionsOfSession } from './store.ts'
import { words } from './words.ts'

const same = (text: string): Sentence => ({ zh: text, en: text })

/** One inspection: when, how many heads, how many signs then, and the two who say so. */
const inspectionTrail: Trail = {
  kind: 'inspection',
  async describe(tx, id) {
    const inspection = await findInspection(tx, id)
    const session = inspection && (await findSession(tx, inspection.sessionId))
    const ofClass = inspection && (await findClass(tx, inspection.classId))
    if (!inspection || !session || !ofClass) return undefined
    const { confirmed } = inspection
    const postOf = await postsOf(tx, [inspection.accountId, ...(confirmed ? [confirmed.accountId] : [])])
    const signedIn = (await signedInOf(tx, ofClass))(session, inspection.minute)
    const photos = await listInspectionPhotos(tx, [id])
    const by = (doer: { accountId: string; businessAt: Date }): Sentence => {
      const { zh, en } = postOf(doer.accountId)
      const at = `${civilDateOf(doer.businessAt)} ${clockTimeOf(doer.businessAt)}`
      return { zh: `${zh} ${at}`, en: `${en} ${at}` }
    }
    const [from, to] = [timeText(session.startMinute), timeText(session.endMinute)]
    return {
      kind: 'inspection',
      id,
      title: words.trail(session.day, inspection.minute),
      says: [
        { label: words.headCount, value: words.heads(inspection.headCount) },
        { label: words.signedIn, value: signedIn === undefined ? words.unknown : words.heads(signedIn) },
        { label: words.first, value: by(inspection) },
        { label: words.second, value: confirmed ? by(confirmed) : words.waits },
        { label: words.photos, value: same(String(photos.length)) },
        ...(inspection.note === '' ? [] : [{ label: words.note, value: same(inspection.note) }]),
      ],
      restsOn: [{ kind: 'session', id: session.id, title: sheetWords.sessionTitle(session.day, from, to) }],
      leadsTo: [],
      organisationId: ofClass.organisationId,
    }
  },
}

/** The inspections of a session. */
export async function inspectionLinks(tx: Tx, sessionId: string): Promise<TrailLink[]> {
  const session = await findSession(tx, sessionId)
  if (!session) return []
  return (await listInspectionsOfSession(tx, sessionId)).map(({ id, minute }) => ({
    kind: 'inspection',
    id,
    title: words.trail(session.day, minute),
  }))
}

export const inspectionTrails: readonly Trail[] = [inspectionTrail]
