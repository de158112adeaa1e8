import { joinSentences, type Sentence } from '../../../platform/contract/public.ts'
import {
  type Check,
  defineCheck,
  type Evidence,
  failed,
  ground,
  passed,
  unavailable,
} from '../../../kernel/record/public.ts'
import { parametersOn } from '../../../kernel/policy/public.ts'
import { civilDateOf, daysBetween } from '../../../kernel/values/public.ts'
import { listSheets } from '../attendance/store.ts'
import { findClass } from '../classes/store.ts'
import { listMusters } from '../completion/store.ts'
import { listLiveSessions } from '../live/store.ts'
import { listSessions } from '../timetable/store.ts'
import { words } from './words.ts'

const HOUR_MS = 3_600_000

/**
 * D11: attendance came while it could still be looked at: a sheet of paper soon after the class and not just before the
 * money was asked for, a live session on its own day. An amended sheet is as old as the one it amends.
 */
export const lateEntryCheck: Check = defineCheck({
  id: 'D11',
  title: { zh: '考勤报送及时', en: 'Attendance came in time' },
  subject: 'class',
  moments: ['claim'],
  action: 'flag',
  onUnavailable: 'note',
  basis: ground('auditPractice'),
  async run({ tx, subjects }) {
    return Promise.all(
      subjects.map(async ({ id }) => {
        const row = await findClass(tx, id)
        const sheets = row ? await listSheets(tx, id) : []
        if (!row || sheets.length === 0) return unavailable(id, words.noAttendance)
        const found: { sentence: Sentence; evidence: Evidence }[] = []

        const sheet = sheets.find(({ method }) => method !== 'amended')
        if (sheet?.method === 'paper') {
          const { afterDays, bulk } = parametersOn(tx.district, row.endsOn).get('attendance.lateEntry').value
          const brought = civilDateOf(sheet.businessAt)
          const days = daysBetween(row.endsOn, brought)
          const completedAt = (await listMusters(tx, id))[0]?.businessAt
          const isBulk =
            days > bulk.afterDays &&
            completedAt !== undefined &&
            completedAt.getTime() - sheet.businessAt.getTime() < bulk.withinHours * HOUR_MS
          const evidence = { label: words.sheet, kind: 'attendance-sheet', id: sheet.id }
          if (days > afterDays) found.push({ sentence: words.broughtLate(brought, days, afterDays), evidence })
          else if (isBulk) found.push({ sentence: words.broughtBeforeClaim(brought, days, bulk.withinHours), evidence })
        }

        const sessions = new Map((await listSessions(tx, id)).map((each) => [each.id, each]))
        for (const live of await listLiveSessions(tx, id)) {
          const session = sessions.get(live.sessionId)
          const opened = civilDateOf(live.businessAt)
          if (!session || opened === session.day) continue
          const evidence = { label: words.liveSession, kind: 'live-session', id: live.id }
          found.push({ sentence: words.openedOtherDay(session.day, opened), evidence })
        }

        if (found.length === 0) return passed(id, words.broughtInTime)
        return failed(
          id,
          joinSentences(found.map(({ sentence }) => sentence)),
          found.map(({ evidence }) => evidence),
        )
      }),
    )
  },
})
