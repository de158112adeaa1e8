import { joinSentences } from '../../../platform/contract/public.ts'
import { type Check, defineCheck, failed, notApplicable, passed, unavailable } from '../../../kernel/record/public.ts'
import { parametersOn } from '../../../kernel/policy/public.ts'
import { findClass } from '../classes/store.ts'
import { fallsShort } from '../inspections/rules.ts'
import { signedInOf } from '../inspections/signed.ts'
import { listInspections } from '../inspections/store.ts'
import { listSessions } from '../timetable/store.ts'
import { timeText } from '../timetable/times.ts'
import { words } from './words.ts'

/** D10: whoever inspected the class found as many people as had signed in at that minute. One inspector's word alone says nothing yet. */
export const headCountCheck: Check = defineCheck({
  id: 'D10',
  title: { zh: '现场检查的实到人数与签到相符', en: 'Inspections found as many people as had signed' },
  subject: 'class',
  moments: ['claim'],
  action: 'hold',
  suspicion: ['claim'],
  onUnavailable: 'hold',
  basis: {
    zh: '参照《天津市职业培训监督检查规定》现场检查',
    en: 'After Tianjin’s rules on inspecting training, on visits',
  },
  notLifted: {
    zh: '实到少于签到属于疑点,须按疑点处置',
    en: 'fewer heads than signs are a suspicion, to be looked into',
  },
  async run({ tx, subjects }) {
    return Promise.all(
      subjects.map(async ({ id }) => {
        const row = await findClass(tx, id)
        const inspections = (await listInspections(tx, id)).filter(({ confirmed }) => confirmed !== null)
        if (!row || inspections.length === 0) return notApplicable(id, words.notInspected)
        const sessions = new Map((await listSessions(tx, id)).map((each) => [each.id, each]))
        const signedIn = await signedInOf(tx, row)
        const tolerance = parametersOn(tx.district, row.endsOn).get('attendance.inspectionTolerance').value
        const counted = inspections.flatMap((inspection) => {
          const session = sessions.get(inspection.sessionId)
          return session ? [{ inspection, session, then: signedIn(session, inspection.minute) }] : []
        })
        if (counted.some(({ then }) => then === undefined)) return unavailable(id, words.noAttendance)
        const short = counted.flatMap(({ inspection, session, then = 0 }) =>
          fallsShort(inspection.headCount, then, tolerance) ? [{ inspection, session, then }] : [],
        )
        if (short.length === 0) return passed(id, words.headsMatch(inspections.length))
        const sentence = joinSentences(
          short.map(({ inspection: { minute, headCount }, session, then }) =>
            words.headsMissing(session.day, timeText(minute), headCount, then, tolerance),
          ),
        )
        return failed(
          id,
          sentence,
          short.map(({ inspection }) => ({ label: words.inspection, kind: 'inspection', id: inspection.id })),
        )
      }),
    )
  },
})
