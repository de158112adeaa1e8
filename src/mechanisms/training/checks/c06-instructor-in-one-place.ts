import { type Check, defineCheck, ground } from '../../../kernel/record/public.ts'
import { clashesOfClass, clashFinding, NO_CLASHES } from './clash-finding.ts'

/** C06: no instructor teaches in two places at once. By person, so that somebody filed with two providers is one. */
export const instructorInOnePlaceCheck: Check = defineCheck({
  id: 'C06',
  title: { zh: '教师没有同时在两处任课', en: 'No instructor is in two places at once' },
  subject: 'class',
  moments: ['filing', 'approval'],
  action: 'block',
  onUnavailable: 'hold',
  basis: ground('auditPractice'),
  notLifted: {
    zh: '同一时间在两处属于疑点,请调整课程表或按疑点处置',
    en: 'two places at once is a suspicion; change the timetable, or have it looked into',
  },
  async run(ask) {
    const clashes = await clashesOfClass(ask, 'C06')
    return ask.subjects.map(({ id }) => clashFinding(id, id === ask.groupId ? clashes : NO_CLASHES))
  },
})
