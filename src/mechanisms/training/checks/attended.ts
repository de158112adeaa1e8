import type { Tx } from '../../../platform/db/public.ts'
import { parametersOn } from '../../../kernel/policy/public.ts'
import type { ClassRow } from '../classes/public-to-room.ts'
import { findClass } from '../classes/store.ts'
import { gatherResults } from '../completion/results.ts'
import { creditedMinutes } from '../completion/rules.ts'
import type { SessionRow } from '../timetable/store.ts'
import type { AttendanceSheet } from '../attendance/store.ts'

/** Who was there, by the newest sheet: for every enrolment the sessions that count, and one such sign of each. */
export type AttendedClass = {
  readonly row: ClassRow
  readonly sheet: AttendanceSheet
  readonly sessions: readonly SessionRow[]
  readonly creditedBy: ReadonlyMap<string, ReadonlySet<string>>
  readonly signOf: (enrolmentId: string, sessionId: string) => string | undefined
  /** Whether what counts for a session was amended, with papers of its own. */
  readonly isAmended: (enrolmentId: string, sessionId: string) => boolean
}

/** Undefined before any attendance is on file. What counts is what the county credited on the class's last day. */
export async function attendedClass(tx: Tx, classId: string): Promise<AttendedClass | undefined> {
  const row = await findClass(tx, classId)
  if (!row) return undefined
  const { sessions, attendance, results } = await gatherResults(tx, row)
  if (!attendance) return undefined
  const terms = { marks: parametersOn(tx.district, row.endsOn).get('attendance.marks').value }
  const creditedBy = new Map(
    results.map(({ entry, signs }) => [
      entry.enrolmentId,
      new Set(sessions.filter((each) => creditedMinutes(each, signs.get(each.id), terms) > 0).map(({ id }) => id)),
    ]),
  )
  const signs = new Map(results.map(({ entry, signs: own }) => [entry.enrolmentId, own]))
  const signOf = (enrolmentId: string, sessionId: string) => signs.get(enrolmentId)?.get(sessionId)?.id
  const isAmended = (enrolmentId: string, sessionId: string) =>
    Boolean(signs.get(enrolmentId)?.get(sessionId)?.amendmentLineId)
  return { row, sheet: attendance, sessions, creditedBy, signOf, isAmended }
}
