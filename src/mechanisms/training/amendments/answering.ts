import { Problem, type Sentence } from '../../../platform/contract/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import type { Actor } from '../../../platform/http/public.ts'
import { obstacleToAmending } from '../../../kernel/funds/public.ts'
import { parametersOn } from '../../../kernel/policy/public.ts'
import { recordAct } from '../../../kernel/record/public.ts'
import { civilDateOf, newId } from '../../../kernel/values/public.ts'
import { listInstructorsById } from '../agreements/store.ts'
import { type AttendanceSheet, findLatestSheet, insertSheet, listSigns } from '../attendance/store.ts'
import { type ClassRow, lockClass } from '../classes/public-to-room.ts'
import { keepCompletions } from '../completion/keep.ts'
import { gatherResults } from '../completion/results.ts'
import { partIn } from '../filing/own-class.ts'
import { writtenFor } from '../live/drawing.ts'
import { findUpload, insertUpload } from '../sheets/store.ts'
import { listSessions } from '../timetable/store.ts'
import { nextVersion } from './rules.ts'
import { type AmendmentRow, insertAnswer, type LineRow, listLines, type Side } from './store.ts'
import { refusals, words } from './words.ts'

/** Whose word somebody's answer is: an account of the class's provider answers as the instructor of its sessions alone. */
export const sideOf = (actor: Pick<Actor, 'organisationId'>): Side =>
  actor.organisationId === null ? 'bureau' : 'instructor'

/** Why somebody may not answer an amendment, whatever it says; undefined where they may. */
export async function whyNotAnswer(
  tx: Tx,
  ofClass: ClassRow,
  amendment: AmendmentRow,
  asked: {
    readonly actor: Pick<Actor, 'personId' | 'organisationId'>
    readonly lines: readonly LineRow[]
    readonly now: Date
  },
): Promise<{ readonly sentence: Sentence; readonly code: string } | undefined> {
  const { actor, lines, now } = asked
  if (amendment.personId === actor.personId) return { sentence: refusals.ownProposal, code: 'own-amendment' }
  if (sideOf(actor) === 'bureau') {
    const part = await partIn(tx, ofClass, actor, civilDateOf(now))
    return part && { sentence: refusals.ownClass, code: 'own-class' }
  }
  const amended = new Set(lines.map(({ sessionId }) => sessionId))
  const sessions = (await listSessions(tx, ofClass.id)).filter(({ id }) => amended.has(id))
  const instructors = await listInstructorsById(
    tx,
    sessions.map(({ instructorId }) => instructorId),
  )
  const areTheirs = sessions.every((each) => instructors.get(each.instructorId)?.personId === actor.personId)
  return areTheirs ? undefined : { sentence: refusals.notYourSessions, code: 'not-your-sessions' }
}

/** What another person answers to an amendment. */
export type Given = {
  readonly actor: Actor
  readonly outcome: 'confirmed' | 'declined'
  readonly reason: string
  readonly now: Date
}

/**
 * Answers an amendment. Confirmed, it makes the class's attendance its next version; where the class is completed, whom
 * it is about completes it anew, by a new fact. The class is held meanwhile, and its claims with it.
 */
export async function answer(tx: Tx, ofClass: ClassRow, amendment: AmendmentRow, given: Given): Promise<number | null> {
  const { actor, outcome, reason, now } = given
  const held = await lockClass(tx, { organisationId: null }, ofClass.id)
  const version = outcome === 'confirmed' ? await makeVersion(tx, held, amendment, given) : null
  const side = sideOf(actor)
  const { accountId, personId } = actor
  const by = { accountId, personId, businessAt: now }
  await insertAnswer(tx, { id: newId(), amendment, outcome, side, reason, sheetId: version?.sheetId ?? null, ...by })
  await recordAct(tx, {
    id: newId(),
    act: `attendance.amendment-${outcome}`,
    subjectKind: 'amendment',
    subjectId: amendment.id,
    actor,
    at: now,
    detail: { classId: ofClass.id, side, reason, ...version },
  })
  return version?.version ?? null
}

async function makeVersion(
  tx: Tx,
  ofClass: ClassRow,
  amendment: AmendmentRow,
  { now, actor }: Given,
): Promise<{ sheetId: string; version: number; people: number }> {
  const former = await findLatestSheet(tx, ofClass.id)
  if (former?.id !== amendment.sheetId) throw new Problem('conflict', refusals.otherVersion, { code: 'other-version' })
  const obstacle = await obstacleToAmending(tx, ofClass.id, { hold: true })
  if (obstacle) throw new Problem('conflict', obstacle, { code: 'money-moved-on' })

  const lines = await listLines(tx, [amendment.id])
  const { value: marks } = parametersOn(tx.district, ofClass.endsOn).get('attendance.marks')
  const made = { newId, writtenFor: (credit: LineRow['becomes']) => writtenFor(credit, marks) }
  const signs = nextVersion(await listSigns(tx, former.id), lines, made)
  const sheetId = newId()
  const of = { id: sheetId, classId: ofClass.id, fileId: former.fileId, accountId: actor.accountId, at: now }
  const version = await insertSheet(tx, { ...of, method: 'amended', amendsSheetId: former.id }, signs)
  await keepUpload(tx, former, { id: sheetId, version, accountId: actor.accountId, now })

  const enrolmentIds = new Set(lines.map(({ enrolmentId }) => enrolmentId))
  if (ofClass.status === 'completed') {
    const because = words.ofVersion(former.version)
    await keepCompletions(tx, ofClass, await gatherResults(tx, ofClass), now, { enrolmentIds, because })
  }
  return { sheetId, version, people: enrolmentIds.size }
}

/** The version's own entry among the uploads: the file it came from stays the former one's. */
async function keepUpload(
  tx: Tx,
  former: AttendanceSheet,
  of: { readonly id: string; readonly version: number; readonly accountId: string; readonly now: Date },
): Promise<void> {
  const upload = await findUpload(tx, former.id)
  if (!upload) throw new Error('a sheet of attendance without its upload')
  const { id, version, accountId, now } = of
  await insertUpload(tx, { ...upload, id, version, accountId, marks: [], markedFileId: null, businessAt: now })
}
