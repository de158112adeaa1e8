import type { Sentence } from '../../../platform/contract/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import { listFacts, recordFacts } from '../../../kernel/policy/public.ts'
import { newId } from '../../../kernel/values/public.ts'
import { listInstructorsById } from '../agreements/store.ts'
import { type ClassRow, classTitles } from '../classes/public-to-room.ts'
import type { ClassStatus } from '../classes/states.ts'
import { listNewestEvents } from '../classes/store.ts'
import { recordCertificates } from './certificates.ts'
import { type CompletionBody, TRAINING_COMPLETED } from './fact-body.ts'
import type { ClassResults } from './results.ts'
import { insertMusters, type Muster } from './store.ts'

/** Of whom, and why, the completion is recorded anew: the attendance was amended. */
export type Anew = { readonly enrolmentIds: ReadonlySet<string>; readonly because: Sentence }

/**
 * Sums up everybody's attendance for good, and records that they completed the class: the fact is the application. Done
 * anew it is about some alone: each gets the next version of their fact, which rests on the newest attendance.
 */
export async function keepCompletions(
  tx: Tx,
  ofClass: ClassRow,
  gathered: ClassResults,
  now: Date,
  anew?: Anew,
): Promise<Muster[]> {
  const { attendance, markSheet } = gathered
  const results = gathered.results.filter(({ entry }) => anew?.enrolmentIds.has(entry.enrolmentId) ?? true)
  const former = new Map(
    anew ? (await listFacts(tx, ofClass.id, TRAINING_COMPLETED)).map((fact) => [fact.subjectId, fact.version]) : [],
  )
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
    return { muster, body, personId: entry.personId, certificate }
  })
  const musters = completions.map(({ muster }) => muster)
  await insertMusters(tx, musters)
  await recordFacts(
    tx,
    completions.map(({ muster, body, personId }) => ({
      id: newId(),
      kind: TRAINING_COMPLETED,
      subjectId: body.enrolmentId,
      version: (former.get(body.enrolmentId) ?? 0) + 1,
      personId,
      groupId: ofClass.id,
      occurredOn: ofClass.endsOn,
      body,
      source: { kind: 'muster', id: muster.id },
    })),
    anew?.because,
  )
  const certified = completions.flatMap(({ certificate, ...each }) => (certificate ? [{ ...each, certificate }] : []))
  await recordCertificates(tx, certified, now, anew?.because)
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
