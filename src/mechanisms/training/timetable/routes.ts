import { Problem, type ProblemItem } from '../../../platform/contract/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import { type Route, route } from '../../../platform/http/public.ts'
import { parametersOn } from '../../../kernel/policy/public.ts'
import { recordAct } from '../../../kernel/record/public.ts'
import { type CivilDate, civilDateOf, type OfficialCalendar } from '../../../kernel/values/public.ts'
import { listInstructorsOf, listRoomsAt, listSitesOf } from '../agreements/store.ts'
import { getClassRow, lockClass, permit } from '../classes/public-to-room.ts'
import { clashesOf } from './clashes.ts'
import * as contract from './contract.ts'
import { clashAskOf, rosterOf, termsOf } from './material.ts'
import { overlappingPairs } from './overlaps.ts'
import { type PlannedSession, timetableFindings } from './rules.ts'
import type { SessionGiven } from './shape.ts'
import { sessionsShown } from './shown.ts'
import { listSessions, replaceSessions } from './store.ts'
import { minuteOf } from './times.ts'
import { words } from './words.ts'

const planned = (given: SessionGiven): PlannedSession => ({
  day: given.day as CivilDate,
  startMinute: minuteOf(given.from),
  endMinute: minuteOf(given.to),
  classHours: given.classHours,
  kind: given.kind,
  roomId: given.roomId,
  instructorId: given.instructorId,
  reason: given.reason,
})

/** Pairs of sessions that are named one by one; of more, how many. */
const OVERLAPS_TOLD = 100

/** What keeps sessions from being kept even in a draft: rooms and instructors that are not the provider's, times that cannot be. */
async function problemsOfSessions(
  tx: Tx,
  organisationId: string,
  sessions: readonly PlannedSession[],
): Promise<ProblemItem[]> {
  const sites = await listSitesOf(tx, organisationId)
  const rooms = new Set(
    (
      await listRoomsAt(
        tx,
        sites.map((site) => site.id),
      )
    ).map((room) => room.id),
  )
  const instructors = new Set((await listInstructorsOf(tx, organisationId)).map((instructor) => instructor.id))
  const overlaps = overlappingPairs(sessions, OVERLAPS_TOLD)
  const problems = sessions.flatMap((session, row) => {
    const at = `body.sessions.${row}`
    const problems: ProblemItem[] = []
    for (const [earlier] of overlaps.pairs.filter(([, later]) => later === row))
      problems.push({ at, sentence: words.overlaps(row + 1, earlier + 1, sessions[earlier]!, session) })
    if (session.endMinute <= session.startMinute) problems.push({ at: `${at}.to`, sentence: words.endsFirst(row + 1) })
    if (!rooms.has(session.roomId)) problems.push({ at: `${at}.roomId`, sentence: words.foreignRoom(row + 1) })
    if (!instructors.has(session.instructorId))
      problems.push({ at: `${at}.instructorId`, sentence: words.foreignInstructor(row + 1) })
    return problems
  })
  const more = overlaps.found - overlaps.pairs.length
  return more > 0 ? [...problems, { at: 'body.sessions', sentence: words.moreOverlaps(more) }] : problems
}

export function timetableRoutes(needs: { calendar: (tx: Tx) => Promise<OfficialCalendar> }): Route[] {
  return [
    route(contract.putTimetable, async ({ tx, actor, params, body, now, newId }) => {
      const row = await lockClass(tx, actor, params.classId)
      const sessions = body.sessions.map(planned)

      permit(row, 'change')
      const problems = await problemsOfSessions(tx, row.organisationId, sessions)
      if (problems.length > 0) throw new Problem('not-acceptable', words.notSaved, { items: problems })

      await replaceSessions(
        tx,
        row.id,
        sessions.map((session) => ({ ...session, id: newId() })),
      )
      await recordAct(tx, {
        id: newId(),
        act: 'class.timetabled',
        subjectKind: 'class',
        subjectId: row.id,
        actor,
        at: now,
        detail: { sessions: sessions.length },
      })
      return { sessions: await sessionsShown(tx, await listSessions(tx, row.id)) }
    }),

    route(contract.askConflicts, async ({ tx, actor, params, body, now }) => {
      const row = await getClassRow(tx, actor, params.classId)
      const sessions = body.sessions.map(planned)
      const terms = termsOf(parametersOn(tx.district, civilDateOf(now)))
      const clashes = clashesOf(await clashAskOf(tx, row, sessions, await rosterOf(tx, row)))
      const findings = sessions.length === 0 ? [] : timetableFindings(row, sessions, terms, await needs.calendar(tx))
      return {
        findings: [
          ...findings.map(({ rows, sentence, answered }) => ({
            check: 'C04' as const,
            rows: [...rows],
            sentence,
            answered,
          })),
          ...clashes.told.map(({ check, rows, sentence }) => ({ check, rows: [...rows], sentence, answered: true })),
        ],
        more: clashes.more,
      }
    }),
  ]
}
