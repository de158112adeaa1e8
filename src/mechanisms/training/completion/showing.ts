import type { Tx } from '../../../platform/db/public.ts'
import type { Mark } from '../../../kernel/marking/public.ts'
import { listPersons } from '../../../kernel/people/public.ts'
import { civilDateOf } from '../../../kernel/values/public.ts'
import type { Credit } from '../attendance/rules.ts'
import { listSheets, listSigns } from '../attendance/store.ts'
import { halfOf } from '../attendance/session-columns.ts'
import type { ClassRow } from '../classes/public-to-room.ts'
import { listNewestEvents } from '../classes/store.ts'
import { postsOf } from '../rosters/showing.ts'
import { timeText } from '../timetable/times.ts'
import type { MusterOfClass, MusterPerson } from './contract.ts'
import type { ClassResults, Result } from './results.ts'
import { attendedRatio } from './rules.ts'
import { listMusters } from './store.ts'

/** The day a class was completed; null before. */
export async function completedOn(tx: Tx, classId: string): Promise<string | null> {
  const event = (await listNewestEvents(tx, [classId], 'completed')).get(classId)
  return event ? civilDateOf(event.businessAt) : null
}

/** The muster as the page shows it: masked, those below a line first. */
export async function musterShown(
  tx: Tx,
  ofClass: ClassRow,
  { sessions, attendance, markSheet, results }: ClassResults,
  obstacles: MusterOfClass['obstacles'],
): Promise<MusterOfClass> {
  const persons = await listPersons(
    tx,
    results.map(({ entry }) => entry.personId),
  )
  const musters = new Map((await listMusters(tx, ofClass.id)).map((muster) => [muster.enrolmentId, muster.id]))
  const postOf = await postsOf(
    tx,
    [attendance, markSheet].flatMap((sheet) => sheet?.accountId ?? []),
  )
  const behind = (sheet: { id: string; version: number; fileName: string; accountId: string; businessAt: Date }) => ({
    sheetId: sheet.id,
    version: sheet.version,
    fileName: sheet.fileName,
    by: { post: postOf(sheet.accountId), at: sheet.businessAt.toISOString() },
  })
  const before = await formerCredits(tx, ofClass.id)
  const people = results.map((result): MusterPerson => {
    const person = persons.get(result.entry.personId)
    return {
      ...personResult(result, sessions, before),
      maskedName: result.entry.maskedName,
      maskedIdentity: person?.maskedIdentity ?? '',
      musterId: musters.get(result.entry.enrolmentId) ?? null,
    }
  })
  return {
    completedOn: ofClass.status === 'completed' ? await completedOn(tx, ofClass.id) : null,
    attendance: attendance ? behind(attendance) : null,
    changed: people.flatMap(({ signs }) => signs).filter((sign) => sign && sign.was !== null).length,
    marks: markSheet ? { ...behind(markSheet), issuedOn: markSheet.issuedOn } : null,
    sessions: sessions.map(({ id, day, startMinute, endMinute }) => ({
      id,
      day,
      from: timeText(startMinute),
      to: timeText(endMinute),
      half: halfOf(startMinute),
    })),
    people: people.sort((a, b) => Number(b.below.length > 0) - Number(a.below.length > 0) || a.seq - b.seq),
    counts: countsOf(results),
    obstacles,
  }
}

/** What every sign counted as in the version before the newest, by person and session; of a first version nothing. */
async function formerCredits(tx: Tx, classId: string): Promise<ReadonlyMap<string, Credit>> {
  const former = (await listSheets(tx, classId))[1]
  const signs = former ? await listSigns(tx, former.id) : []
  return new Map(signs.map(({ enrolmentId, sessionId, credit }) => [`${enrolmentId} ${sessionId}`, credit]))
}

function personResult(result: Result, sessions: ClassResults['sessions'], before: ReadonlyMap<string, Credit>) {
  const { entry, signs, attended, marks, certificate, shortfalls } = result
  const markShown = (mark: Mark | undefined) => (mark ? { id: mark.id, points: mark.points } : null)
  return {
    enrolmentId: entry.enrolmentId,
    seq: entry.seq,
    attended: attended ? { ...attended, ratio: attendedRatio(attended) } : null,
    signs: sessions.map((session) => {
      const sign = signs.get(session.id)
      if (!sign) return null
      const was = before.get(`${entry.enrolmentId} ${session.id}`)
      return {
        id: sign.id,
        written: sign.written,
        credit: sign.credit,
        was: was !== undefined && was !== sign.credit ? was : null,
      }
    }),
    theory: markShown(marks?.theory),
    practice: markShown(marks?.practice),
    certificate: certificate ? { id: certificate.id, number: certificate.number } : null,
    below: shortfalls.map(({ sentence }) => sentence),
  }
}

function countsOf(results: readonly Result[]): MusterOfClass['counts'] {
  const met = (of: 'attendance' | 'marks') => (result: Result) =>
    (of === 'attendance' ? result.attended : result.marks) !== undefined &&
    !result.shortfalls.some((shortfall) => shortfall.of === of)
  return {
    people: results.length,
    attendanceMet: results.filter(met('attendance')).length,
    marksMet: results.filter(met('marks')).length,
    certificates: results.filter((result) => result.certificate).length,
    allMet: results.filter((result) => met('attendance')(result) && met('marks')(result)).length,
  }
}
