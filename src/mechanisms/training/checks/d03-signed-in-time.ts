import {
  type Check,
  defineCheck,
  failed,
  type Finding,
  ground,
  passed,
  unavailable,
} from '../../../kernel/record/public.ts'
import { parametersOn } from '../../../kernel/policy/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import { civilDateOf } from '../../../kernel/values/public.ts'
import { type AttendedClass, attendedClass } from './attended.ts'
import { signedAhead } from './attendance-rules.ts'
import { type LiveClass, liveClass } from './live-signs.ts'
import { signFault } from './signing-rules.ts'
import { words } from './words.ts'

/**
 * D03: nobody is signed in for a session that had not begun when the sheet was handed in; and where a session was held
 * live, nobody is credited for it who did not sign within its time, sign out where the county asks for it, and stay.
 */
export const signedInTimeCheck: Check = defineCheck({
  id: 'D03',
  title: { zh: '签到、签退在规定时间内,没有提前签好', en: 'Signs were made within the session, and none before it' },
  subject: 'enrolment',
  moments: ['claim'],
  action: 'hold',
  onUnavailable: 'hold',
  basis: ground('auditReport', '(随意编造上课记录)', 'on attendance that was made up'),
  notLifted: {
    zh: '提前签好、时间不符属于疑点,须更正考勤或按疑点处置',
    en: 'signs made before the session or outside it are a suspicion: amend the attendance, or have it looked into',
  },
  async run({ tx, groupId, subjects }) {
    const attended = await attendedClass(tx, groupId)
    const faultOf = attended && liveFaults(tx, attended, await liveClass(tx, groupId))
    return subjects.map(({ id }) => {
      const credited = attended?.creditedBy.get(id)
      if (!attended || !faultOf || !credited) return unavailable(id, words.noAttendance)
      const ahead = signedAhead(attended.sessions, credited, attended.sheet.businessAt)
      const first = ahead[0]
      if (!first) return faultOf(id) ?? passed(id, words.signedInTime)
      const sign = attended.signOf(id, first.id)
      return failed(
        id,
        words.signedAhead(civilDateOf(attended.sheet.businessAt), first.day, ahead.length),
        sign ? [{ label: words.sign, kind: 'attendance-sign', id: sign }] : [],
      )
    })
  },
})

/** What is wrong with somebody's live signs, by enrolment. What an amendment says counts has its own paper. */
function liveFaults(
  tx: Tx,
  attended: AttendedClass,
  live: LiveClass | undefined,
): (enrolmentId: string) => Finding | undefined {
  if (!live) return () => undefined
  const liveOf = new Map(live.sessions.map((each) => [each.sessionId, each.id]))
  const signs = new Map(live.signs.map((sign) => [`${sign.liveSessionId} ${sign.enrolmentId} ${sign.kind}`, sign]))
  return (enrolmentId) => {
    const faults = attended.sessions.flatMap((session) => {
      const held = liveOf.get(session.id)
      if (held === undefined || !attended.creditedBy.get(enrolmentId)?.has(session.id)) return []
      if (attended.isAmended(enrolmentId, session.id)) return []
      const parameters = parametersOn(tx.district, session.day)
      const by = (kind: 'in' | 'out') => signs.get(`${held} ${enrolmentId} ${kind}`)
      const signed = { in: by('in'), out: by('out') }
      const { shortByMinutes } = parameters.get('attendance.signDoubts').value
      const fault = signFault(session, signed, parameters.get('attendance.live').value, shortByMinutes)
      return fault ? [{ fault, session, sign: signed.in }] : []
    })
    const [first] = faults
    if (!first) return undefined
    const own = attended.signOf(enrolmentId, first.session.id)
    return failed(enrolmentId, words.signFault(first.fault, first.session, faults.length), [
      ...(own ? [{ label: words.sign, kind: 'attendance-sign', id: own }] : []),
      ...(first.sign ? [{ label: words.liveSign, kind: 'live-sign', id: first.sign.id }] : []),
    ])
  }
}
