import { joinSentences } from '../../../platform/contract/public.ts'
import { parametersOn } from '../../../kernel/policy/public.ts'
import { type Check, defineCheck, failed, ground, passed, unavailable } from '../../../kernel/record/public.ts'
import { listMusters } from '../completion/store.ts'
import { attendedClass } from './attended.ts'
import { hoursFaults } from './attendance-rules.ts'
import { words } from './words.ts'

/** D07: the hours credited are hours the class had: no more than planned, no more than a day may have, and as summed up. */
export const hoursPossibleCheck: Check = defineCheck({
  id: 'D07',
  title: { zh: '出勤课时不超过计划和每日上限', en: 'Hours attended are within the plan and the day' },
  subject: 'enrolment',
  moments: ['claim'],
  action: 'block',
  onUnavailable: 'hold',
  basis: ground('auditPractice', '(虚增课时)', 'on invented class-hours'),
  notLifted: {
    zh: '不可能的课时属于疑点,请更正考勤或按疑点处置',
    en: 'hours that cannot be are a suspicion; correct the attendance, or have it looked into',
  },
  async run({ tx, groupId, subjects }) {
    const attended = await attendedClass(tx, groupId)
    const musters = new Map((await listMusters(tx, groupId)).map((muster) => [muster.enrolmentId, muster]))
    return subjects.map(({ id }) => {
      const credited = attended?.creditedBy.get(id)
      if (!attended || !credited) return unavailable(id, words.noAttendance)
      const { row, sessions } = attended
      const mostADay = parametersOn(tx.district, row.endsOn).get('class.maxHoursPerDay').value
      const limits = { planned: row.theoryHours + row.practiceHours, mostADay }
      const faults = hoursFaults(sessions, credited, limits).map(words.hoursFault)
      const muster = musters.get(id)
      if (muster && muster.attendedSessions !== credited.size)
        faults.push(words.musterDiffers(muster.attendedSessions, credited.size))
      const evidence = muster ? [{ label: words.muster, kind: 'muster', id: muster.id }] : []
      if (faults.length > 0) return failed(id, joinSentences(faults), evidence)
      const hours = sessions.filter((each) => credited.has(each.id)).reduce((sum, each) => sum + each.classHours, 0)
      return { ...passed(id, words.hoursPossible(hours, limits.planned)), evidence }
    })
  },
})
