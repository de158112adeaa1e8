import { Problem, type Sentence } from '../../../platform/contract/public.ts'
import type { Vault } from '../../../platform/crypto/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import { findFile, keepFile } from '../../../platform/files/public.ts'
import { type Actor, httpWords, type Route, route } from '../../../platform/http/public.ts'
import { readScreenshot } from '../../../kernel/credentials/public.ts'
import { obstacleToAmending } from '../../../kernel/funds/public.ts'
import { reaches, reachOf } from '../../../kernel/access/public.ts'
import { recordAct } from '../../../kernel/record/public.ts'
import { keptFileName } from '../../../kernel/values/public.ts'
import { findLatestSheet, listSigns } from '../attendance/store.ts'
import { type ClassRow, getClassRow, lockClass } from '../classes/public-to-room.ts'
import { findClass, listClassesById } from '../classes/store.ts'
import { answer, whyNotAnswer } from './answering.ts'
import * as contract from './contract.ts'
import { judgeWanted } from './rules.ts'
import { amendmentsShown } from './showing.ts'
import {
  type AmendmentRow,
  findAmendment,
  findEvidence,
  insertAmendment,
  insertEvidence,
  listAmendments,
  listLines,
  listUnanswered,
} from './store.ts'
import { refusals } from './words.ts'

/** More than these nobody has waiting. */
const MOST_WAITING = 200

type Refusal = { readonly sentence: Sentence; readonly code: string }

/** Why nothing of a class can be amended now, whatever it is. */
async function whyNotPropose(
  tx: Tx,
  row: ClassRow,
  { hold }: { readonly hold: boolean },
): Promise<Refusal | undefined> {
  if (row.status !== 'filed' && row.status !== 'completed')
    return { sentence: refusals.notOpen, code: 'class-not-filed' }
  if (!(await findLatestSheet(tx, row.id))) return { sentence: refusals.noSheet, code: 'no-attendance' }
  if ((await listAmendments(tx, row.id)).some((each) => each.answer === null))
    return { sentence: refusals.waits, code: 'amendment-waits' }
  const obstacle = await obstacleToAmending(tx, row.id, { hold })
  return obstacle && { sentence: obstacle, code: 'money-moved-on' }
}

/** An amendment with its class, of a class that this actor may see; any other is as absent as one that does not exist. */
async function getAmendment(tx: Tx, actor: Actor, id: string): Promise<{ amendment: AmendmentRow; ofClass: ClassRow }> {
  const amendment = await findAmendment(tx, id)
  if (!amendment) throw new Problem('not-found', httpWords.notFound)
  if (!actor.roles.includes('instructor'))
    return { amendment, ofClass: await getClassRow(tx, actor, amendment.classId) }
  const ofClass = await findClass(tx, amendment.classId)
  if (!ofClass || !reaches(await reachOf(tx, actor), ofClass)) throw new Problem('not-found', httpWords.notFound)
  return { amendment, ofClass }
}

export function amendmentRoutes({ vault }: { readonly vault: Vault }): Route[] {
  return [
    route(contract.amendmentsOfClass, async ({ tx, actor, params, now }) => {
      const row = await getClassRow(tx, actor, params.classId)
      const amendments = await amendmentsShown(tx, row, await listAmendments(tx, row.id), { actor, now })
      return { amendments, mayNot: (await whyNotPropose(tx, row, { hold: false }))?.sentence ?? null }
    }),

    route(contract.amendmentsToAnswer, async ({ tx, actor, now }) => {
      const waiting = await listUnanswered(tx, MOST_WAITING)
      const classes = await listClassesById(
        tx,
        waiting.map(({ classId }) => classId),
      )
      const reach = await reachOf(tx, actor)
      const isTheirs = (row: ClassRow) => actor.organisationId === null || reaches(reach, row)
      const shown: contract.Amendment[] = []
      for (const row of [...classes.values()].filter(isTheirs)) {
        const own = waiting.filter(({ classId }) => classId === row.id)
        shown.push(...(await amendmentsShown(tx, row, own, { actor, now })))
      }
      return { amendments: shown.filter(({ mayAnswer }) => mayAnswer) }
    }),

    route(contract.addAmendmentEvidence, async ({ tx, actor, params, query, file, now, newId }) => {
      const row = await getClassRow(tx, actor, params.classId)
      if (row.organisationId !== actor.organisationId) throw new Problem('forbidden', refusals.onlyItsProvider)
      const type = readScreenshot(file)
      if (!type.ok) {
        const items = type.problems.map((sentence) => ({ at: 'file', sentence }))
        throw new Problem('not-acceptable', refusals.evidenceRefused, { items, code: 'amendment-evidence' })
      }

      const { accountId, personId } = actor
      const fileName = keptFileName(query.fileName, 'evidence')
      const kept = { id: newId(), name: fileName, mediaType: type.value, bytes: file, createdBy: accountId }
      const { id: fileId, sizeBytes } = await keepFile(tx, vault, kept)
      const evidenceId = newId()
      const of = { id: evidenceId, classId: row.id, fileId, fileName, mediaType: type.value, sizeBytes }
      await insertEvidence(tx, { ...of, accountId, personId, businessAt: now })
      await recordAct(tx, {
        id: newId(),
        act: 'attendance.amendment-evidence-kept',
        subjectKind: 'class',
        subjectId: row.id,
        actor,
        at: now,
        detail: { evidenceId, fileId },
      })
      return { evidenceId }
    }),

    route(contract.proposeAmendment, async ({ tx, actor, params, body, now, newId }) => {
      const row = await lockClass(tx, actor, params.classId)
      if (row.organisationId !== actor.organisationId) throw new Problem('forbidden', refusals.onlyItsProvider)
      const refusal = await whyNotPropose(tx, row, { hold: true })
      if (refusal) throw new Problem('conflict', refusal.sentence, { code: refusal.code })
      const sheet = await findLatestSheet(tx, row.id)
      if (!sheet) throw new Problem('conflict', refusals.noSheet, { code: 'no-attendance' })

      const { amended, problems } = judgeWanted(body.signs, await listSigns(tx, sheet.id))
      const evidence = await findEvidence(tx, body.evidenceId)
      const items = [
        ...problems,
        ...(evidence?.classId === row.id ? [] : [{ at: 'body.evidenceId', sentence: refusals.noEvidence }]),
      ]
      if (items.length > 0) throw new Problem('not-acceptable', refusals.refused, { items, code: 'amendment' })

      const id = newId()
      const lines = amended.map(({ sign, becomes }) => ({
        id: newId(),
        amendmentId: id,
        signId: sign.id,
        enrolmentId: sign.enrolmentId,
        sessionId: sign.sessionId,
        was: sign.credit,
        becomes,
      }))
      const { accountId, personId } = actor
      const of = { id, classId: row.id, sheetId: sheet.id, evidenceId: body.evidenceId, reason: body.reason }
      await insertAmendment(tx, { ...of, accountId, personId, businessAt: now }, lines)
      await recordAct(tx, {
        id: newId(),
        act: 'attendance.amendment-proposed',
        subjectKind: 'amendment',
        subjectId: id,
        actor,
        at: now,
        detail: { classId: row.id, version: sheet.version, signs: lines.length, reason: body.reason },
      })
      return { id }
    }),

    route(contract.answerAmendment, async ({ tx, actor, params, body, now }) => {
      const { amendment, ofClass } = await getAmendment(tx, actor, params.amendmentId)
      if (amendment.answer) throw new Problem('conflict', refusals.answeredAlready, { code: 'amendment-answered' })
      const lines = await listLines(tx, [amendment.id])
      const refusal = await whyNotAnswer(tx, ofClass, amendment, { actor, lines, now })
      if (refusal) throw new Problem('conflict', refusal.sentence, { code: refusal.code })
      if (body.outcome === 'declined' && body.reason.length < 2)
        throw new Problem('not-acceptable', refusals.reasonMissing, {
          items: [{ at: 'body.reason', sentence: refusals.reasonMissing }],
        })

      const version = await answer(tx, ofClass, amendment, { actor, now, ...body })
      return { id: amendment.id, version }
    }),

    route(contract.openAmendmentEvidence, async ({ tx, actor, params, now, newId }) => {
      const { amendment } = await getAmendment(tx, actor, params.amendmentId)
      const evidence = await findEvidence(tx, amendment.evidenceId)
      const file = evidence && (await findFile(tx, vault, evidence.fileId))
      if (!file) throw new Problem('not-found', httpWords.notFound)

      await recordAct(tx, {
        id: newId(),
        act: 'attendance.amendment-evidence-opened',
        subjectKind: 'amendment',
        subjectId: amendment.id,
        actor,
        at: now,
        detail: { evidenceId: evidence.id },
      })
      return { fileName: file.name, bytes: file.bytes }
    }),
  ]
}
