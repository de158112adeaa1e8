import { Problem } from '../../../platform/contract/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import { type Route, route } from '../../../platform/http/public.ts'
import { recordFacts } from '../../../kernel/policy/public.ts'
import { type CivilDate, civilDateOf, newId } from '../../../kernel/values/public.ts'
import { listInstructorsById } from '../agreements/store.ts'
import { type ClassRow, classTitles, getClassRow, lockClass, moveClass } from '../classes/public-to-room.ts'
import type { ClassStatus } from '../classes/states.ts'
import { listNewestEvents } from '../classes/store.ts'
import { completeClass, musterOfClass } from './contract.ts'
import { type CompletionBody, TRAINING_COMPLETED } from './fact-body.ts'
import { type ClassResults, gatherResults, pointsOf } from './results.ts'
import { obstaclesTo } from './rules.ts'
import { completedOn, musterShown } from './showing.ts'
import { insertMusters, type Muster } from './store.ts'
import { refusals } from './words.ts'

export function completionRoutes(): Route[] {
  return [
    route(musterOfClass, async ({ tx, actor, params, now }) => {
      const ofClass = await getClassRow(tx, actor, params.classId)
      const results = await gatherResults(tx, ofClass)
      const obstacles = ofClass.status === 'completed' ? [] : obstaclesIn(ofClass, results, civilDateOf(now))
      return musterShown(tx, ofClass, results, obstacles)
    }),

    route(completeClass, async ({ tx, actor, params, now }) => {
      // Held from here: no sheet is imported meanwhile, and whoever completes it second is told so.
      const ofClass = await lockClass(tx, actor, params.classId)
      if (ofClass.organisationId !== actor.organisationId) throw new Problem('forbidden', refusals.onlyItsProvider)
      if (ofClass.status === 'completed') {
        const on = (await completedOn(tx, ofClass.id)) ?? ofClass.endsOn
        throw new Problem('conflict', refusals.alreadyCompleted(on), { code: 'class-completed' })
      }
      const results = await gatherResults(tx, ofClass)

      const items = obstaclesIn(ofClass, results, civilDateOf(now)).map((sentence) => ({ at: '', sentence }))
      if (items.length > 0) throw new Problem('conflict', refusals.notYet, { items, code: 'class-not-completable' })

      const musters = await keepCompletions(tx, ofClass, results, now)
      const detail = {
        people: musters.length,
        attendanceSheetId: results.attendance?.id,
        markSheetId: results.markSheet?.id,
      }
      await moveClass(tx, ofClass, { act: 'complete', name: 'class.completed', id: newId(), actor, at: now, detail })
      return {
        classId: ofClass.id,
        status: 'completed' as const,
        people: musters.length,
        completedOn: civilDateOf(now),
      }
    }),
  ]
}

function obstaclesIn(ofClass: ClassRow, { sessions, attendance, markSheet, results }: ClassResults, today: CivilDate) {
  return obstaclesTo({
    status: ofClass.status,
    endsOn: ofClass.endsOn,
    today,
    hasAttendance: attendance !== undefined,
    hasMarks: markSheet !== undefined,
    people: results.map(({ entry, signs, marks }) => ({
      seq: entry.seq,
      isSigned: sessions.length > 0 && sessions.every((session) => signs.has(session.id)),
      isMarked: pointsOf(marks) !== undefined,
    })),
  })
}

/** Sums up everybody's attendance for good, and records that they completed the class: the fact is the application. */
async function keepCompletions(tx: Tx, ofClass: ClassRow, gathered: ClassResults, now: Date): Promise<Muster[]> {
  const { attendance, markSheet, results } = gathered
  if (!attendance || !markSheet) throw new Error('a class without attendance or marks cannot be completed')
  const title = (await classTitles(tx, [ofClass])).get(ofClass.id) ?? { zh: ofClass.number, en: ofClass.number }
  const hands = await handsOn(tx, ofClass, gathered)
  const completions = results.map((result) => {
    const { entry, attended, certificate, shortfalls } = result
    if (!attended) throw new Error(`no. ${entry.seq} has no attendance`)
    const muster: Muster = {
      ...attended,
      id: newId(),
      classId: ofClass.id,
      enrolmentId: entry.enrolmentId,
      sheetId: attendance.id,
      businessAt: now,
    }
    const body: CompletionBody = {
      groupKind: 'class',
      groupTitle: title.zh,
      title,
      fund: ofClass.fund,
      organisationId: ofClass.organisationId,
      during: { from: ofClass.startsOn, to: ofClass.endsOn },
      dates: certificate ? { certificate: certificate.issuedOn } : {},
      position: entry.seq,
      hands,
      bankAccountId: entry.bankAccountId,
      classId: ofClass.id,
      filingNumber: ofClass.filingNumber,
      enrolmentId: entry.enrolmentId,
      occupationId: ofClass.occupationId,
      level: ofClass.level,
      kind: ofClass.kind,
      certificateKind: ofClass.certificateKind,
      payee: ofClass.payee,
      groupCode: entry.groupCode,
      ...attended,
      musterId: muster.id,
      attendanceSheetId: attendance.id,
      attendanceAt: attendance.businessAt.toISOString(),
      markSheetId: markSheet.id,
      marksPassed: !shortfalls.some((shortfall) => shortfall.of === 'marks'),
      certificateId: certificate?.id ?? null,
    }
    return { muster, body, personId: entry.personId }
  })
  const musters = completions.map(({ muster }) => muster)
  await insertMusters(tx, musters)
  await recordFacts(
    tx,
    completions.map(({ muster, body, personId }) => ({
      id: newId(),
      kind: TRAINING_COMPLETED,
      subjectId: body.enrolmentId,
      version: 1,
      personId,
      groupId: ofClass.id,
      occurredOn: ofClass.endsOn,
      body,
      source: { kind: 'muster', id: muster.id },
    })),
  )
  return musters
}

/** Who taught the class by its timetable, who submitted it and who put it on file: none of them decides on its money alone. */
async function handsOn(tx: Tx, ofClass: ClassRow, { sessions }: ClassResults): Promise<CompletionBody['hands']> {
  const instructors = await listInstructorsById(tx, [
    ofClass.instructorId,
    ...sessions.map((session) => session.instructorId),
  ])
  const done = async (status: ClassStatus, duty: 'class.file' | 'class.review') => {
    const personId = (await listNewestEvents(tx, [ofClass.id], status)).get(ofClass.id)?.personId
    return personId ? [{ personId, duty }] : []
  }
  return [
    ...[...instructors.values()].map(({ personId }) => ({ personId, duty: 'instruction' as const })),
    ...(await done('submitted', 'class.file')),
    ...(await done('filed', 'class.review')),
  ]
}
