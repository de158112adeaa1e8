import { Problem, type ProblemItem, type Sentence } from '../../../platform/contract/public.ts'
import type { Vault } from '../../../platform/crypto/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import { findFile, keepFile } from '../../../platform/files/public.ts'
import { type Actor, httpWords, type Route, route } from '../../../platform/http/public.ts'
import { readScreenshot } from '../../../kernel/credentials/public.ts'
import { parametersOn, tellOfGroup } from '../../../kernel/policy/public.ts'
import { recordAct } from '../../../kernel/record/public.ts'
import { civilDateOf, keptFileName } from '../../../kernel/values/public.ts'
import { type ClassRow, getClassRow } from '../classes/public-to-room.ts'
import { TRAINING_COMPLETED } from '../completion/fact-body.ts'
import { partIn } from '../filing/own-class.ts'
import { minuteOn } from '../live/rules.ts'
import { postsOf } from '../rosters/showing.ts'
import { rosterOf } from '../timetable/material.ts'
import { findSession, listSessions, type SessionRow } from '../timetable/store.ts'
import { minuteOf, timeText } from '../timetable/times.ts'
import * as contract from './contract.ts'
import { fallsShort, problemsOfCount } from './rules.ts'
import { signedInOf } from './signed.ts'
import {
  findInspection,
  insertConfirmation,
  insertInspection,
  insertInspectionPhoto,
  type InspectionRow,
  listInspectionPhotos,
  listInspections,
} from './store.ts'
import { words } from './words.ts'

const KEPT_OUT = { trainee: words.attends, instructor: words.teaches, provider: words.belongs } as const

/** Why somebody may not inspect a class: they attend or teach it, or belong to its provider. */
async function whyNot(tx: Tx, row: ClassRow, actor: Actor, now: Date): Promise<Sentence | undefined> {
  const part = await partIn(tx, row, actor, civilDateOf(now))
  return part && KEPT_OUT[part]
}

async function refuseOwn(tx: Tx, row: ClassRow, actor: Actor, now: Date): Promise<void> {
  const sentence = await whyNot(tx, row, actor, now)
  if (sentence) throw new Problem('forbidden', sentence, { code: 'own-class' })
}

const refusal = (items: ProblemItem[]) => new Problem('not-acceptable', words.refused, { items, code: 'inspection' })

async function getInspection(tx: Tx, row: ClassRow, id: string): Promise<InspectionRow> {
  const inspection = await findInspection(tx, id)
  if (inspection?.classId !== row.id) throw new Problem('not-found', httpWords.notFound)
  return inspection
}

export function inspectionRoutes({ vault }: { readonly vault: Vault }): Route[] {
  return [
    route(contract.inspectionsOfClass, async ({ tx, actor, params, now }) => {
      const row = await getClassRow(tx, actor, params.classId)
      const sessions = await listSessions(tx, row.id)
      const mayNot = actor.permissions.has(contract.recordInspection.may)
        ? await whyNot(tx, row, actor, now)
        : undefined

      const begun = sessions.filter((each) => minuteOn(each.day, now) >= each.startMinute)
      const on = begun.findLast((each) => minuteOn(each.day, now) <= each.endMinute)
      return {
        inspections: await inspectionsShown(tx, row, sessions, { actor, isKeptOut: mayNot !== undefined }),
        sessions: begun.toReversed().map((each) => ({ id: each.id, ...timesOf(each) })),
        now: on ? { sessionId: on.id, at: timeText(minuteOn(on.day, now)) } : null,
        mayNot: mayNot ?? null,
      }
    }),

    route(contract.recordInspection, async ({ tx, actor, params, body, now, newId }) => {
      const row = await getClassRow(tx, actor, params.classId)
      if (row.status !== 'filed' && row.status !== 'completed')
        throw new Problem('conflict', words.notFiled, { code: 'class-not-filed' })
      await refuseOwn(tx, row, actor, now)

      const session = await findSession(tx, body.sessionId)
      if (session?.classId !== row.id) throw refusal([{ at: 'body.sessionId', sentence: words.noSession }])
      const count = { minute: minuteOf(body.at), headCount: body.headCount }
      const items = problemsOfCount(session, count, { now, seats: (await rosterOf(tx, row)).length })
      if (items.length > 0) throw refusal(items)

      const id = newId()
      const { accountId, personId } = actor
      const given = { ...count, classId: row.id, sessionId: session.id, note: body.note }
      await insertInspection(tx, { id, ...given, accountId, personId, businessAt: now })
      await happened(tx, 'inspection.recorded', id, { actor, now, newId }, given)
      return { id }
    }),

    route(contract.confirmInspection, async ({ tx, actor, params, now, newId }) => {
      const row = await getClassRow(tx, actor, params.classId)
      const inspection = await getInspection(tx, row, params.inspectionId)
      await refuseOwn(tx, row, actor, now)
      if (inspection.personId === actor.personId)
        throw new Problem('conflict', words.samePerson, { code: 'same-inspector' })

      const { accountId, personId } = actor
      const confirmed = await insertConfirmation(tx, { id: newId(), inspection, accountId, personId, businessAt: now })
      if (!confirmed) throw new Problem('conflict', words.confirmedAlready, { code: 'inspection-confirmed' })
      await happened(tx, 'inspection.confirmed', inspection.id, { actor, now, newId })
      if (row.status === 'completed')
        await tellOfGroup(tx, { kind: TRAINING_COMPLETED, groupId: row.id, because: words.inspected })
      return { id: inspection.id }
    }),

    route(contract.addInspectionPhoto, async ({ tx, actor, params, query, file, now, newId }) => {
      const row = await getClassRow(tx, actor, params.classId)
      const inspection = await getInspection(tx, row, params.inspectionId)
      await refuseOwn(tx, row, actor, now)
      const type = readScreenshot(file)
      if (!type.ok) {
        const items = type.problems.map((sentence) => ({ at: 'file', sentence }))
        throw new Problem('not-acceptable', words.photoRefused, { items, code: 'inspection-photo' })
      }

      const { accountId, personId } = actor
      const fileName = keptFileName(query.fileName, 'inspection')
      const kept = { id: newId(), name: fileName, mediaType: type.value, bytes: file, createdBy: accountId }
      const { id: fileId, sizeBytes } = await keepFile(tx, vault, kept)
      const id = newId()
      const of = { inspectionId: inspection.id, fileId, fileName, mediaType: type.value, sizeBytes }
      await insertInspectionPhoto(tx, { id, ...of, accountId, personId, businessAt: now })
      await happened(tx, 'inspection.photo-kept', inspection.id, { actor, now, newId }, { photoId: id, fileId })
      return { id }
    }),

    route(contract.openInspectionPhoto, async ({ tx, actor, params, now, newId }) => {
      const row = await getClassRow(tx, actor, params.classId)
      const inspection = await getInspection(tx, row, params.inspectionId)
      const photo = (await listInspectionPhotos(tx, [inspection.id])).find(({ id }) => id === params.photoId)
      const file = photo && (await findFile(tx, vault, photo.fileId))
      if (!file) throw new Problem('not-found', httpWords.notFound)

      const detail = { photoId: params.photoId }
      await happened(tx, 'inspection.photo-opened', inspection.id, { actor, now, newId }, detail)
      return { fileName: file.name, bytes: file.bytes }
    }),
  ]
}

function happened(
  tx: Tx,
  act: string,
  id: string,
  by: { readonly actor: Actor; readonly now: Date; readonly newId: () => string },
  detail: Record<string, unknown> = {},
): Promise<void> {
  const about = { subjectKind: 'inspection', subjectId: id, actor: by.actor, at: by.now, detail }
  return recordAct(tx, { id: by.newId(), act, ...about })
}

const timesOf = ({ day, startMinute, endMinute }: SessionRow) => ({
  day,
  from: timeText(startMinute),
  to: timeText(endMinute),
})

async function inspectionsShown(
  tx: Tx,
  row: ClassRow,
  sessions: readonly SessionRow[],
  reader: { readonly actor: Actor; readonly isKeptOut: boolean },
): Promise<contract.Inspection[]> {
  const found = await listInspections(tx, row.id)
  if (found.length === 0) return []
  const signedIn = await signedInOf(tx, row)
  const tolerance = parametersOn(tx.district, row.endsOn).get('attendance.inspectionTolerance').value
  const accounts = found.flatMap((each) => [each.accountId, ...(each.confirmed ? [each.confirmed.accountId] : [])])
  const postOf = await postsOf(tx, accounts)
  const photos = await listInspectionPhotos(
    tx,
    found.map(({ id }) => id),
  )
  const bySession = new Map(sessions.map((each) => [each.id, each]))
  const mayInspect = reader.actor.permissions.has(contract.confirmInspection.may) && !reader.isKeptOut
  return found.flatMap((each) => {
    const session = bySession.get(each.sessionId)
    if (!session) return []
    const then = signedIn(session, each.minute)
    const by = (doer: { accountId: string; businessAt: Date }) => ({
      post: postOf(doer.accountId),
      at: doer.businessAt.toISOString(),
    })
    return {
      id: each.id,
      ...timesOf(session),
      at: timeText(each.minute),
      headCount: each.headCount,
      signedIn: then ?? null,
      short: then !== undefined && fallsShort(each.headCount, then, tolerance),
      note: each.note,
      by: by(each),
      confirmed: each.confirmed && by(each.confirmed),
      photos: photos
        .filter((photo) => photo.inspectionId === each.id)
        .map(({ id, fileName: name, mediaType, sizeBytes }) => ({ id, name, mediaType, sizeBytes })),
      mayConfirm: mayInspect && !each.confirmed && each.personId !== reader.actor.personId,
    }
  })
}
