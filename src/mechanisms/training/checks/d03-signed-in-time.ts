import { type Check, defineCheck, failed, passed, unavailable } from '../../../kernel/record/public.ts'
import { civilDateOf } from '../../../kernel/values/public.ts'
import { attendedClass } from './attended.ts'
import { signedAhead } from './attendance-rules.ts'
import { words } from './words.ts'

/** D03: nobody is signed in for a session that had not begun when the sheet was handed in. */
export const signedInTimeCheck: Check = defineCheck({
  id: 'D03',
  title: { zh: '签到在上课之后,没有提前签好', en: 'Signs were not made before the session' },
  subject: 'enrolment',
  moments: ['claim'],
  action: 'hold',
  onUnavailable: 'hold',
  basis: '《审计署2022年度审计工作报告》(随意编造上课记录)',
  notLifted: {
    zh: '提前签好属于疑点,须按疑点处置',
    en: 'signs made before the session are a suspicion, to be looked into',
  },
  async run({ tx, groupId, subjects }) {
    const attended = await attendedClass(tx, groupId)
    return subjects.map(({ id }) => {
      const credited = attended?.creditedBy.get(id)
      if (!attended || !credited) return unavailable(id, words.noAttendance)
      const ahead = signedAhead(attended.sessions, credited, attended.sheet.businessAt)
      const first = ahead[0]
      if (!first) return passed(id, words.signedInTime)
      const sign = attended.signOf(id, first.id)
      return failed(
        id,
        words.signedAhead(civilDateOf(attended.sheet.businessAt), first.day, ahead.length),
        sign ? [{ label: words.sign, kind: 'attendance-sign', id: sign }] : [],
      )
    })
  },
})
