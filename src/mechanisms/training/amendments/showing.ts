import type { Tx } from '../../../platform/db/public.ts'
import type { Actor } from '../../../platform/http/public.ts'
import { listSheets } from '../attendance/store.ts'
import { type ClassRow, classTitles } from '../classes/public-to-room.ts'
import { postsOf } from '../rosters/showing.ts'
import { listEnrolmentsById } from '../rosters/store.ts'
import { listSessions } from '../timetable/store.ts'
import { timeText } from '../timetable/times.ts'
import { whyNotAnswer } from './answering.ts'
import { type Amendment, answerAmendment } from './contract.ts'
import { type AmendmentRow, findEvidence, listLines } from './store.ts'

/** Amendments of one class as a page shows them, in the order given. */
export async function amendmentsShown(
  tx: Tx,
  ofClass: ClassRow,
  found: readonly AmendmentRow[],
  { actor, now }: { readonly actor: Actor; readonly now: Date },
): Promise<Amendment[]> {
  if (found.length === 0) return []
  const lines = await listLines(
    tx,
    found.map(({ id }) => id),
  )
  const people = new Map(
    (await listEnrolmentsById(tx, [...new Set(lines.map(({ enrolmentId }) => enrolmentId))])).map((each) => [
      each.enrolmentId,
      each,
    ]),
  )
  const sessions = new Map((await listSessions(tx, ofClass.id)).map((each) => [each.id, each]))
  const versions = new Map((await listSheets(tx, ofClass.id)).map((sheet) => [sheet.id, sheet.version]))
  const title = (await classTitles(tx, [ofClass])).get(ofClass.id) ?? { zh: ofClass.number, en: ofClass.number }
  const postOf = await postsOf(
    tx,
    found.flatMap(({ accountId, answer }) => [accountId, ...(answer ? [answer.accountId] : [])]),
  )
  const by = (doer: { accountId: string; businessAt: Date }) => ({
    post: postOf(doer.accountId),
    at: doer.businessAt.toISOString(),
  })
  const isAnswerer = actor.permissions.has(answerAmendment.may)
  const shown: Amendment[] = []
  for (const amendment of found) {
    const own = lines.filter(({ amendmentId }) => amendmentId === amendment.id)
    const evidence = await findEvidence(tx, amendment.evidenceId)
    const { answer } = amendment
    shown.push({
      id: amendment.id,
      classId: ofClass.id,
      classTitle: title,
      version: versions.get(amendment.sheetId) ?? 0,
      reason: amendment.reason,
      evidence: {
        id: amendment.evidenceId,
        name: evidence?.fileName ?? '',
        mediaType: evidence?.mediaType ?? '',
        sizeBytes: evidence?.sizeBytes ?? 0,
      },
      signs: own.flatMap((line) => {
        const [person, session] = [people.get(line.enrolmentId), sessions.get(line.sessionId)]
        if (!person || !session) return []
        const { seq, maskedName } = person
        const times = { day: session.day, from: timeText(session.startMinute), to: timeText(session.endMinute) }
        return [{ seq, maskedName, ...times, was: line.was, becomes: line.becomes }]
      }),
      by: by(amendment),
      answer: answer && {
        outcome: answer.outcome,
        reason: answer.reason,
        version: answer.sheetId === null ? null : (versions.get(answer.sheetId) ?? null),
        by: by(answer),
      },
      mayAnswer:
        isAnswerer &&
        answer === null &&
        (await whyNotAnswer(tx, ofClass, amendment, { actor, lines: own, now })) === undefined,
    })
  }
  return shown
}
