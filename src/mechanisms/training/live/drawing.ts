import { Problem } from '../../../platform/contract/public.ts'
import { sha256, type Vault } from '../../../platform/crypto/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import { keepFile } from '../../../platform/files/public.ts'
import type { Actor } from '../../../platform/http/public.ts'
import { writePlainWorkbook } from '../../../platform/office/public.ts'
import { listPersons } from '../../../kernel/people/public.ts'
import { parametersOn } from '../../../kernel/policy/public.ts'
import { recordAct } from '../../../kernel/record/public.ts'
import { newId } from '../../../kernel/values/public.ts'
import { halfOf } from '../attendance/session-columns.ts'
import type { AttendanceMark, Credit } from '../attendance/rules.ts'
import { findLatestSheet, insertSheet, type Sign } from '../attendance/store.ts'
import { type ClassRow, classTitles } from '../classes/public-to-room.ts'
import { findClassForUpdate } from '../classes/store.ts'
import { listRoster } from '../rosters/listing.ts'
import { XLSX } from '../sheets/contract.ts'
import { insertUpload } from '../sheets/store.ts'
import { findSession, listSessions, type SessionRow } from '../timetable/store.ts'
import { timeText } from '../timetable/times.ts'
import { liveTerms } from './holding.ts'
import { creditOf, minuteOn } from './rules.ts'
import { type Standing, standingsOf } from './state.ts'
import {
  insertLiveEvent,
  listClassesToDraw,
  listLiveSessions,
  listOpenLiveSessions,
  type LiveSession,
  lockLiveSession,
  updatePhase,
} from './store.ts'
import { listLiveSignsOfClass } from './sign-store.ts'
import { drawing } from './words.ts'

/** Two lines above the people: the title and the header. */
const FIRST_ROW = 3
const FIRST_COLUMN = drawing.columns.length

/** Whether every session has had its time: closed, or over without ever having been opened. */
function isOver(sessions: readonly SessionRow[], live: ReadonlyMap<string, LiveSession>, now: Date): boolean {
  return sessions.every((session) => {
    const held = live.get(session.id)
    return held ? held.phase === 'closed' : minuteOn(session.day, now) >= session.endMinute
  })
}

/** What a county writes for a credit on paper: the first of its words. */
export function writtenFor(credit: Credit, marks: readonly AttendanceMark[]): string {
  return marks.find((mark) => mark.kind === credit)?.words[0] ?? credit
}

export type Drawn = { readonly outcome: 'drawn' | 'unchanged'; readonly version: number }

/**
 * Draws the class's attendance sheet from its live signs, as its next version: a real file in the layout of paper, its
 * numbers masked, each sign resting on the live signs behind it. Nothing is drawn twice from the same signs. `by` null is
 * the platform, in whose place the sheet names who opened the last session.
 */
export async function drawSheet(
  tx: Tx,
  vault: Vault,
  classId: string,
  { by, now }: { readonly by: Actor | null; readonly now: Date },
): Promise<Drawn> {
  // Held like an upload of paper: two never take one version.
  const ofClass = await findClassForUpdate(tx, classId)
  if (ofClass?.status !== 'filed') throw new Problem('conflict', drawing.closed, { code: 'class-not-filed' })
  const sessions = await listSessions(tx, classId)
  const held = await listLiveSessions(tx, classId)
  const last = held.at(-1)
  if (!last) throw new Problem('conflict', drawing.nothing, { code: 'nothing-live' })
  const live = new Map(held.map((each) => [each.sessionId, each]))
  if (!isOver(sessions, live, now)) throw new Problem('conflict', drawing.notOver, { code: 'class-not-over' })

  const { signs, bytes } = await sheetOf(tx, ofClass, sessions, live)
  const hash = sha256(bytes)
  const latest = await findLatestSheet(tx, classId)
  if (latest?.method === 'live' && latest.sha256.equals(hash)) return { outcome: 'unchanged', version: latest.version }

  const id = newId()
  const accountId = by?.accountId ?? last.accountId
  const name = drawing.fileName(ofClass.number)
  const file = await keepFile(tx, vault, { id: newId(), name, mediaType: XLSX, bytes, createdBy: accountId })
  const sheet = { id, classId, fileId: file.id, accountId, at: now, method: 'live' as const }
  const version = await insertSheet(tx, sheet, signs)
  const people = new Set(signs.map(({ enrolmentId }) => enrolmentId)).size
  await insertUpload(tx, {
    id,
    classId,
    kind: 'attendance',
    fileId: file.id,
    fileName: name,
    sha256: hash,
    issuedOn: null,
    outcome: 'imported',
    version,
    rowCount: people,
    marks: [],
    markedFileId: null,
    accountId,
    businessAt: now,
  })
  const detail = { uploadId: id, fileId: file.id, version, people, liveSessions: held.length }
  const act = { act: 'attendance.drawn', subjectKind: 'class', subjectId: classId, actor: by, at: now, detail }
  await recordAct(tx, { id: newId(), ...act })
  return { outcome: 'drawn', version }
}

async function sheetOf(
  tx: Tx,
  ofClass: ClassRow,
  sessions: readonly SessionRow[],
  live: ReadonlyMap<string, LiveSession>,
): Promise<{ signs: Sign[]; bytes: Uint8Array }> {
  const { value: marks } = parametersOn(tx.district, ofClass.endsOn).get('attendance.marks')
  const roster = await listRoster(tx, ofClass.id)
  const persons = await listPersons(
    tx,
    roster.map(({ personId }) => personId),
  )
  const all = await listLiveSignsOfClass(tx, ofClass.id)
  const standings = new Map(
    sessions.map((session) => {
      const held = live.get(session.id)
      const own = held ? all.filter((sign) => sign.liveSessionId === held.id) : []
      return [session.id, standingsOf(roster, own)]
    }),
  )
  const signs = sessions.flatMap((session, column) => {
    const terms = liveTerms(tx, session)
    return (standings.get(session.id) ?? []).map((person, row): Sign => {
      const credit = creditOf({ in: person.in, out: person.out, leave: person.leave !== undefined }, terms)
      return {
        id: newId(),
        enrolmentId: person.entry.enrolmentId,
        sessionId: session.id,
        written: writtenFor(credit, marks),
        credit,
        sheetRow: FIRST_ROW + row,
        sheetColumn: FIRST_COLUMN + column,
        ...restsOn(person),
      }
    })
  })
  const written = new Map(signs.map((sign) => [`${sign.sheetRow} ${sign.sheetColumn}`, sign.written]))
  const title = (await classTitles(tx, [ofClass])).get(ofClass.id)?.zh ?? ofClass.number
  const bytes = writePlainWorkbook({
    name: drawing.sheetName,
    rows: [
      [drawing.title(title)],
      [
        ...drawing.columns,
        ...sessions.map((each) => drawing.column(each.day, halfOf(each.startMinute), timeText(each.startMinute))),
      ],
      ...roster.map(({ seq, name, personId }, row) => [
        seq,
        name,
        persons.get(personId)?.maskedIdentity ?? '',
        ...sessions.map((_, column) => written.get(`${FIRST_ROW + row} ${FIRST_COLUMN + column}`) ?? ''),
      ]),
    ],
  })
  return { signs, bytes }
}

/** The live signs behind a sign: that somebody came or was given leave, and that they left. */
function restsOn(person: Standing): Pick<Sign, 'liveSignId' | 'liveOutId'> {
  return { liveSignId: (person.in ?? person.leave)?.id ?? null, liveOutId: person.out?.id ?? null }
}

/** Draws the sheet when the last session has just been closed; false while the class goes on, where paper has been typed since, or what was drawn is amended. */
export async function drawWhenOver(
  tx: Tx,
  vault: Vault,
  classId: string,
  given: { readonly by: Actor | null; readonly now: Date },
): Promise<boolean> {
  const sessions = await listSessions(tx, classId)
  const live = new Map((await listLiveSessions(tx, classId)).map((each) => [each.sessionId, each]))
  if (!isOver(sessions, live, given.now)) return false
  const latest = await findLatestSheet(tx, classId)
  if (latest && latest.method !== 'live') return false
  return (await drawSheet(tx, vault, classId, given)).outcome === 'drawn'
}

/** Closes what was left open after its time, and draws the sheets of classes that are over. */
export async function closeAndDraw(tx: Tx, vault: Vault): Promise<boolean> {
  for (const open of await listOpenLiveSessions(tx)) {
    const session = await findSession(tx, open.sessionId)
    if (!session) continue
    const { closesAfter } = liveTerms(tx, session).signOut
    if (minuteOn(session.day, tx.now) <= session.endMinute + closesAfter) continue
    const live = await lockLiveSession(tx, open.id)
    if (!live || live.phase === 'closed') continue
    await updatePhase(tx, live.id, 'closed')
    const event = { liveSessionId: live.id, phase: 'closed' as const, by: null, businessAt: tx.now, deviceAt: null }
    await insertLiveEvent(tx, { id: newId(), ...event })
  }
  for (const classId of await listClassesToDraw(tx)) await drawWhenOver(tx, vault, classId, { by: null, now: tx.now })
  return false
}
