import type { Tx } from '../../../platform/db/public.ts'
import { type Certificate, findCertificatesToldBy } from '../../../kernel/credentials/public.ts'
import { type CandidateMarks, latestMarks, type MarkSheet } from '../../../kernel/marking/public.ts'
import { parametersOn } from '../../../kernel/policy/public.ts'
import { type AttendanceSheet, findLatestSheet, listSigns, type Sign } from '../attendance/store.ts'
import type { ClassRow } from '../classes/public-to-room.ts'
import { assessmentOf } from '../evaluation/assessment.ts'
import { marksTermsOn } from '../evaluation/marks-terms.ts'
import { listRoster, type RosterEntry } from '../rosters/listing.ts'
import { listSessions, type SessionRow } from '../timetable/store.ts'
import { attendedOf, type Attended, type Lines, type Shortfall, shortfallsOf } from './rules.ts'

/** What one person of a class came to, by the newest sheets. */
export type Result = {
  readonly entry: RosterEntry
  readonly signs: ReadonlyMap<string, Sign>
  readonly attended: Attended | undefined
  readonly marks: CandidateMarks | undefined
  readonly certificate: Certificate | undefined
  readonly shortfalls: readonly Shortfall[]
}

export type ClassResults = {
  readonly sessions: readonly SessionRow[]
  readonly attendance: AttendanceSheet | undefined
  readonly markSheet: MarkSheet | undefined
  readonly results: readonly Result[]
}

/** Everybody's attendance, marks and certificate by the newest sheets, and which of the county's lines they stay below. */
export async function gatherResults(tx: Tx, ofClass: ClassRow): Promise<ClassResults> {
  const parameters = parametersOn(tx.district, ofClass.endsOn)
  const terms = { marks: parameters.get('attendance.marks').value }
  const lines: Lines = {
    attendance: parameters.get('attendance.personMinimum').value,
    marks: marksTermsOn(parameters).lines,
  }
  const sessions = await listSessions(tx, ofClass.id)
  const attendance = await findLatestSheet(tx, ofClass.id)
  const signs = signsByPerson(attendance ? await listSigns(tx, attendance.id) : [])
  const marked = await latestMarks(tx, assessmentOf(ofClass.id))
  const certificates = marked
    ? await findCertificatesToldBy(tx, { kind: 'mark-sheet', id: marked.sheet.id })
    : new Map<string, Certificate>()
  const results = (await listRoster(tx, ofClass.id)).map((entry): Result => {
    const own = signs.get(entry.enrolmentId) ?? new Map<string, Sign>()
    const attended = attendance ? attendedOf(sessions, own, terms) : undefined
    const marks = marked?.marks.get(entry.enrolmentId)
    return {
      entry,
      signs: own,
      attended,
      marks,
      certificate: certificates.get(entry.personId),
      shortfalls: shortfallsOf({ attended, points: pointsOf(marks) }, lines),
    }
  })
  return { sessions, attendance, markSheet: marked?.sheet, results }
}

/** Both marks, once both are there. */
export function pointsOf(marks: CandidateMarks | undefined) {
  return marks?.theory && marks.practice ? { theory: marks.theory.points, practice: marks.practice.points } : undefined
}

function signsByPerson(signs: readonly Sign[]): Map<string, Map<string, Sign>> {
  const byPerson = new Map<string, Map<string, Sign>>()
  for (const sign of signs) {
    const own = byPerson.get(sign.enrolmentId) ?? new Map<string, Sign>()
    byPerson.set(sign.enrolmentId, own.set(sign.sessionId, sign))
  }
  return byPerson
}
