import { type Check, defineCheck, failed, ground, passed, unavailable } from '../../../kernel/record/public.ts'
import { parametersOn } from '../../../kernel/policy/public.ts'
import { findClass } from '../classes/store.ts'
import { ratioText, reaches } from '../completion/ratio.ts'
import { attendedRatio } from '../completion/rules.ts'
import { listMusters } from '../completion/store.ts'
import { words } from './words.ts'

const LINE = 'attendance.personMinimum'

/** D01: the person was there for as much of the class as the county asks of each. */
export const personalAttendanceCheck: Check = defineCheck({
  id: 'D01',
  title: { zh: '个人出勤率达到要求', en: 'Personal attendance reaches the line' },
  subject: 'enrolment',
  moments: ['claim'],
  action: 'block',
  onUnavailable: 'hold',
  basis: ground('tianjinProcedure', '六、监督检查', 'part 6 (inspection)'),
  parameter: LINE,
  async run({ tx, groupId, subjects }) {
    const row = await findClass(tx, groupId)
    // The newest of each enrolment: they are listed oldest first.
    const musters = new Map((await listMusters(tx, groupId)).map((muster) => [muster.enrolmentId, muster]))
    return subjects.map(({ id }) => {
      const muster = musters.get(id)
      if (!row || !muster) return unavailable(id, words.noAttendance)
      const line = parametersOn(tx.district, row.endsOn).get(LINE).value
      const ratio = attendedRatio(muster)
      const evidence = [{ label: words.muster, kind: 'muster', id: muster.id }]
      return reaches(ratio, line)
        ? { ...passed(id, words.attended(ratioText(ratio))), evidence }
        : failed(id, words.attendedTooLittle(ratioText(ratio), line), evidence)
    })
  },
})
