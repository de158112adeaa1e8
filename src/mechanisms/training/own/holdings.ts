import { asWritten, type Holding, type Holdings } from '../../../kernel/record/public.ts'
import { listCodes } from '../../../kernel/reference/public.ts'
import { listOwnEnrolments } from './store.ts'

/** What training holds of a person, class by class, as they read it themselves. */
export const trainingHoldings: Holdings = async (tx, personId) => {
  const enrolments = await listOwnEnrolments(tx, personId)
  if (enrolments.length === 0) return []
  const groups = new Map((await listCodes(tx, 'person-groups')).map((each) => [each.code, each]))
  return enrolments.flatMap((each): Holding[] => {
    const group = groups.get(each.groupCode)
    const from = { zh: `班级 ${each.number} 的花名册`, en: `the roster of class ${each.number}` }
    const sheet = { zh: `班级 ${each.number} 的考勤表`, en: `the attendance of class ${each.number}` }
    const of = (column: string, value: Holding['value']): Holding => ({
      column: `training.enrolments.${column}`,
      value,
      from,
    })
    return [
      of('name', asWritten(each.name)),
      ...(each.maskedPhone ? [of('phone_masked', asWritten(each.maskedPhone))] : []),
      of('group_code', group ? { zh: group.nameZh, en: group.nameEn } : asWritten(each.groupCode)),
      ...(each.education ? [of('education', asWritten(each.education))] : []),
      ...(each.hasAddress ? [of('address_sealed', { zh: '(加密存放)', en: '(kept sealed)' })] : []),
      ...(each.signs > 0
        ? [
            {
              column: 'training.attendance_signs.credit',
              value: { zh: `${each.signs} 次课的出勤`, en: `attendance at ${each.signs} sessions` },
              from: sheet,
            },
          ]
        : []),
      ...(each.liveSigns > 0
        ? [
            {
              column: 'training.live_signs.kind',
              value: { zh: `${each.liveSigns} 次现场签到`, en: `${each.liveSigns} live signs` },
              from: { zh: '课堂扫码或教师点名', en: 'scanned in class, or called by the instructor' },
            },
          ]
        : []),
    ]
  })
}
