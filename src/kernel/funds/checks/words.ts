import type { Sentence } from '../../../platform/contract/public.ts'
import { HAND_WORDS } from '../duties/words.ts'
import type { HandDuty } from '../duties/rules.ts'

/** What the checks around a payment find. Nobody else is named in any of it. */
export const words = {
  notClaimed: { zh: '这个人不在待支付的申领单上', en: 'This person is on no claim that is to be paid' },
  sameAmount: (yuan: string) => ({ zh: `按政策重新计算也是 ${yuan} 元`, en: `Decided again, it is ¥${yuan} as well` }),
  otherAmount: (line: string, decided: string) => ({
    zh: `申领单上是 ${line} 元,按当时有效的政策重新计算是 ${decided} 元。请退回申领单重新生成`,
    en: `The claim says ¥${line}; decided again under the rules of that day it is ¥${decided}. Send the claim back and assemble it anew`,
  }),
  decidedAnew: {
    zh: '此人已重新认定,本单的金额不再是现行认定的金额。请先退回本单,系统按新的认定重新生成',
    en: 'the person was decided anew and this claim has the former amount: send the claim back first, and it is made anew',
  },
  noRule: (scheme: string) => ({
    zh: `政策“${scheme}”在认定日没有有效的版本,无法重新计算`,
    en: `The scheme ${scheme} has no version in force on the deciding date, so it cannot be decided again`,
  }),
  oneHolder: { zh: '这个账号只登记在本人名下', en: 'The account is on record for this person alone' },
  shared: (others: number) => ({
    zh: `这个收款账号还登记在另外 ${others} 人名下。确属同一家庭共用的,凭户口簿由两人按“放行”办理;否则请更正账户`,
    en: `This account is on record for ${others} other ${others === 1 ? 'person' : 'people'} too. Where a family shares it, two people let it go by the household register; otherwise put the account right`,
  }),
  accountMissing: { zh: '没有登记收款账号', en: 'No account is on record' },
  soundAccount: { zh: '账号写法有效', en: 'The account is written as accounts are' },
  ofStaff: {
    zh: '收款账号登记在培训机构工作人员或授课教师名下,不是学员本人的。请更正为本人账户',
    en: 'The account is on record for somebody of the provider or for an instructor. Put in the person’s own',
  },
  sameParty: { zh: '收款人与批准时相同', en: 'The payee is whom the claim was approved for' },
  otherParty: {
    zh: '收款账户不是申领单批准的收款人本人的。换账户可以,换人不行;请更正账户',
    en: 'The account is not of the payee the claim was approved for. Another account is a correction, another party is not; put it right',
  },
  apart: { zh: '各岗位由不同的人办理', en: 'Different people held the duties' },
  notApart: (duties: readonly HandDuty[]): Sentence => ({
    zh: `同一人办理了${duties.map((duty) => HAND_WORDS[duty].zh).join('、')},须由不同的人重新办理`,
    en: `One person held these duties: ${duties.map((duty) => HAND_WORDS[duty].en).join(', ')}; others must do them anew`,
  }),
  ownUnit: (duty: HandDuty): Sentence => ({
    zh: `办理${HAND_WORDS[duty].zh}的人在申领机构有账号,须由他人重新办理`,
    en: `Whoever took the ${HAND_WORDS[duty].en} has an account at the organisation that brings the claim; somebody else must do it anew`,
  }),
  noClaim: { zh: '还没有申领单', en: 'There is no claim yet' },
  lawful: (fund: string) => ({ zh: `资金来源 ${fund} 可以支付这项补贴`, en: `The fund ${fund} may pay this subsidy` }),
  unlawful: (fund: string, scheme: string) => ({
    zh: `按本地规定,资金来源 ${fund} 不能支付“${scheme}”。请改由合规的资金支付,或由系统管理员核对参数`,
    en: `By the county’s rules the fund ${fund} may not pay ${scheme}. Pay it from a lawful one, or have the parameter checked`,
  }),
  noFamily: (scheme: string) => ({
    zh: `“${scheme}”没有归入补贴类别,无法核对资金来源`,
    en: `${scheme} belongs to no family of subsidies, so its fund cannot be checked`,
  }),
  nothingDecided: { zh: '还没有政策作出认定', en: 'No scheme has answered yet' },
  enoughMoney: { zh: '预算项目上已承诺的资金足够支付', en: 'What the line has committed covers it' },
  notEnough: (has: string, needs: string) => ({
    zh: `预算项目上已承诺 ${has} 元,少于待支付的 ${needs} 元。请核对预算流水后再制单`,
    en: `The line has ¥${has} committed, less than the ¥${needs} to be paid. Look at its transfers, then make the batch`,
  }),
} as const
