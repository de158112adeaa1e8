import type { Sentence } from '../../../platform/contract/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import { type Check, defineCheck, failed, ground, passed, unavailable } from '../../../kernel/record/public.ts'
import { listCodes } from '../../../kernel/reference/public.ts'
import { listClassesById } from '../classes/store.ts'
import { listRoster } from '../rosters/listing.ts'
import { words } from './words.ts'

async function namesOf(tx: Tx, list: string): Promise<(code: string) => Sentence> {
  const names = new Map((await listCodes(tx, list)).map((code) => [code.code, { zh: code.nameZh, en: code.nameEn }]))
  return (code) => names.get(code) ?? { zh: code, en: code }
}

/** A18: the fund that is to pay for the class may pay for this person's group. The matrix is the parameter `funds.groups`. */
export const groupAndFundCheck: Check = defineCheck({
  id: 'A18',
  title: { zh: '人员类别属于本班资金的补贴范围', en: 'The fund of the class may pay for the person’s group' },
  subject: 'enrolment',
  moments: ['enrolment', 'filing', 'approval', 'claim'],
  action: 'block',
  onUnavailable: 'hold',
  basis: ground('employmentFunds', '第五条', 'art. 5'),
  notLifted: {
    zh: '资金的补贴范围由法定的资金管理办法规定,请改用可以支付的资金',
    en: 'what a fund may pay for is fixed by the rules of the fund; file under one that may pay',
  },
  async run({ tx, groupId, subjects, parameters }) {
    const fund = (await listClassesById(tx, [groupId])).get(groupId)?.fund
    const groupOf = new Map((await listRoster(tx, groupId)).map((entry) => [entry.enrolmentId, entry.groupCode]))
    const matrix = parameters.get('funds.groups').value as Readonly<Record<string, readonly string[]>>
    const groupName = await namesOf(tx, 'person-groups')
    const fundName = (await namesOf(tx, 'funds'))(fund ?? '')
    const payable = fund === undefined ? undefined : matrix[fund]
    return subjects.map(({ id }) => {
      const group = groupOf.get(id)
      if (group === undefined) return unavailable(id, words.groupUnknown)
      if (!payable) return failed(id, words.fundPaysNobody(fundName))
      if (payable.includes(group)) return passed(id, words.groupPaid(groupName(group)))
      return failed(id, words.groupNotPaid(groupName(group), fundName, payable.map(groupName)))
    })
  },
})
