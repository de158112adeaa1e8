import type { Tx } from '../../../platform/db/public.ts'
import { parametersOn } from '../../../kernel/policy/public.ts'
import { findLatestSheet, listSigns } from '../attendance/store.ts'
import type { ClassRow } from '../classes/public-to-room.ts'
import { creditedMinutes } from '../completion/rules.ts'
import { listLiveSessions } from '../live/store.ts'
import { listLiveSignsOfClass } from '../live/sign-store.ts'
import type { SessionRow } from '../timetable/store.ts'
import { signedInAt } from './rules.ts'

/**
 * Who is signed in at a minute of a session: by the live signs where it was held live, otherwise by the newest sheet,
 * which knows no minutes. Undefined while there is neither.
 */
export type SignedIn = (session: SessionRow, minute: number) => number | undefined

/** The same for every session of a class, read at once. */
export async function signedInOf(tx: Tx, row: ClassRow): Promise<SignedIn> {
  const live = new Map((await listLiveSessions(tx, row.id)).map((each) => [each.sessionId, each.id]))
  const signs = live.size > 0 ? await listLiveSignsOfClass(tx, row.id) : []
  const sheet = await findLatestSheet(tx, row.id)
  const written = sheet ? await listSigns(tx, sheet.id) : []
  const terms = { marks: parametersOn(tx.district, row.endsOn).get('attendance.marks').value }
  return (session, minute) => {
    const liveId = live.get(session.id)
    if (liveId !== undefined)
      return signedInAt(
        session,
        minute,
        signs.filter((sign) => sign.liveSessionId === liveId),
      )
    if (!sheet) return undefined
    return written.filter((sign) => sign.sessionId === session.id && creditedMinutes(session, sign, terms) > 0).length
  }
}
