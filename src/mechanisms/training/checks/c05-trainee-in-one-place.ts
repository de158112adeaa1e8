import { type Check, defineCheck } from '../../../kernel/record/public.ts'
import { clashesOfTrainees, clashFinding } from './clash-finding.ts'

/** C05: no trainee of the roster is in two sessions at once, in any class of the district. */
export const traineeInOnePlaceCheck: Check = defineCheck({
  id: 'C05',
  title: { zh: '学员没有同时在两处上课', en: 'No trainee is in two sessions at once' },
  subject: 'enrolment',
  moments: ['filing', 'approval'],
  action: 'block',
  onUnavailable: 'hold',
  basis: '审计通行做法',
  notLifted: {
    zh: '同一时间在两处属于疑点,请调整课程表或按疑点处置',
    en: 'two places at once is a suspicion; change the timetable, or have it looked into',
  },
  async run(ask) {
    const clashesOf = await clashesOfTrainees(ask)
    return ask.subjects.map(({ id, personId }) => clashFinding(id, clashesOf(personId ?? '')))
  },
})
