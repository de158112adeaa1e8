import { joinSentences } from '../../../platform/contract/public.ts'
import { parametersOn } from '../../../kernel/policy/public.ts'
import { type Check, defineCheck, failed, ground, passed, unavailable } from '../../../kernel/record/public.ts'
import { ratioText } from '../completion/ratio.ts'
import { attendedClass } from './attended.ts'
import { thinDays } from './attendance-rules.ts'
import { words } from './words.ts'

/**
 * D02: on every day the class as a whole was there. A county whose own document says so holds the class for it; where
 * the line is borrowed from elsewhere, it is only worth a look.
 */
export const classDayAttendanceCheck: Check = defineCheck({
  id: 'D02',
  title: { zh: '每个上课日的班级出勤率达到要求', en: 'The class as a whole was there on every day' },
  subject: 'class',
  moments: ['claim'],
  action: 'flag',
  onUnavailable: 'note',
  basis: ground(
    'tianjinProcedure',
    '六、监督检查;津人社办发〔2022〕60号第二十条',
    'part 6 (inspection); Jin Renshe Ban Fa [2022] No. 60, art. 20',
  ),
  async run({ tx, subjects }) {
    return Promise.all(
      subjects.map(async ({ id }) => {
        const attended = await attendedClass(tx, id)
        if (!attended) return unavailable(id, words.noAttendance)
        const { value: line, cite } = parametersOn(tx.district, attended.row.endsOn).get('attendance.classDayMinimum')
        const thin = thinDays(attended.sessions, [...attended.creditedBy.values()], line)
        if (thin.length === 0) return passed(id, words.everyDayAttended(line))
        const sentence = joinSentences(thin.map(({ day, share }) => words.thinDay(day, ratioText(share), line)))
        const evidence = [{ label: words.sheet, kind: 'attendance-sheet', id: attended.sheet.id }]
        return { ...failed(id, sentence, evidence), action: cite.placeholder ? ('flag' as const) : ('hold' as const) }
      }),
    )
  },
})
