import type { Sentence } from '../../../platform/contract/public.ts'
import type { ClaimStatus } from '../claims/rules.ts'

/** What a claim's state is to the person themselves. */
export const OWN_STATUS: Record<ClaimStatus, Sentence> = {
  assembled: { zh: '待机构确认', en: 'Your provider is to confirm it' },
  confirmed: { zh: '待初审', en: 'First check ahead' },
  'first-passed': { zh: '待复核', en: 'Second check ahead' },
  'second-passed': { zh: '待审批', en: 'Approval ahead' },
  approved: { zh: '待公示', en: 'Public notice ahead' },
  published: { zh: '公示中', en: 'On public notice' },
  payable: { zh: '待支付', en: 'To be paid' },
  batched: { zh: '支付中', en: 'Being paid' },
  paid: { zh: '已支付', en: 'Paid' },
  returned: { zh: '退回补正', en: 'Sent back to be corrected' },
}

export const words = {
  byPeople: {
    zh: '这一项由人社局两名工作人员按规定条款人工认定,不是按条件自动认定的。理由写在下面的算法里。',
    en: 'Two people of the bureau decided this under a clause of the rules; it was not decided by the conditions. Their reason stands below.',
  },
  anew: {
    zh: '这一项重新认定过,以现在这一次为准。',
    en: 'This was decided anew; what stands here is the last decision.',
  },
  supplement: {
    zh: '这是重新认定后补发的差额,和原来那一笔分开支付。',
    en: 'This is what the new decision adds; it is paid apart from the first payment.',
  },
  instalments: (count: number, dues: readonly string[]): Sentence => ({
    zh: `分 ${count} 期发放,这是第 1 期。以后各期 ${dues.join('、')} 到期,到期时仍符合条件的再发,不用另外申请。`,
    en: `Given in ${count} parts, of which this is the first. The others are due on ${dues.join(', ')}, if you still qualify; you need not apply.`,
  }),
  paused: (number: number, endsOn: string, because: readonly { readonly sentence: Sentence }[]): Sentence => ({
    zh: `第 ${number} 期暂停:${because.map(({ sentence }) => sentence.zh).join(';')}。${endsOn} 以前恢复符合条件的,可以补发。`,
    en: `Part ${number} is paused: ${because.map(({ sentence }) => sentence.en).join('; ')}. It is paid if you qualify again by ${endsOn}.`,
  }),
  followed: (yuan: string): Sentence => ({
    zh: `这一项后来重新认定为 ${yuan} 元:少付的另行补发,多付的会书面通知您退回。`,
    en: `It was decided anew since, at ¥${yuan}: what is missing is paid apart; what was too much you are told in writing.`,
  }),
  paidBefore: { zh: '原来已付或已安排的', en: 'Paid or arranged before' },
  held: { zh: '暂缓,待核实', en: 'Held: to be made sure of' },
  refused: { zh: '不予补贴', en: 'Not paid' },
  objected: { zh: '暂缓,有异议待核实', en: 'Held: somebody objected' },
  dropped: { zh: '不再支付', en: 'Not to be paid' },
  cameBack: { zh: '退票,银行没有付成', en: 'Came back from the bank' },

  where: {
    due: (status: Sentence): Sentence => ({
      zh: `预计可领,${status.zh},尚未发放。`,
      en: `Proposed; not paid yet. ${status.en}.`,
    }),
    paid: (day: string): Sentence => ({ zh: `${day}已发放。`, en: `Paid on ${day}.` }),
    account: (bank: string, tail: string): Sentence => ({
      zh: `打到${bank}卡(尾号 ${tail})。`,
      en: ` To your card at ${bank}, ending in ${tail}.`,
    }),
    held: {
      zh: '暂时没有发放,下面的事项核实后继续办理。',
      en: 'Not paid yet; it goes on once what is below is settled.',
    },
    refused: {
      zh: '按目前的记录不能发放。记录有误的,请按下面说的办。',
      en: 'As the records stand it cannot be paid. If they are wrong, do as said below.',
    },
    returned: {
      zh: '资料退回培训机构补正,补正后重新审核。您不用做什么。',
      en: 'The papers went back to your provider to be corrected, and are looked at again afterwards. You need do nothing.',
    },
    cameBack: {
      zh: '银行没有付成,多半是卡号或户名不对。请带身份证和本人银行卡到窗口核对,核对后再付。',
      en: 'The bank could not pay it, mostly because the card or the name is not right. Come with your identity card and your own bank card; then it is paid again.',
    },
  },

  steps: {
    ended: { zh: '培训结束,考核合格', en: 'The class ended and you passed' },
    endedOnly: { zh: '培训结束', en: 'The class ended' },
    checked: { zh: '资料核对', en: 'The records were checked' },
    confirmed: { zh: '培训机构确认', en: 'Your provider confirmed it' },
    reviewed: { zh: '初审、复核', en: 'First and second check' },
    approved: { zh: '审批', en: 'Approval' },
    published: { zh: '公示', en: 'Public notice' },
    paid: { zh: '拨付到卡', en: 'Paid to your card' },
  },
  posts: { zh: '经办岗、复核岗', en: 'by two posts of the bureau' },
  leader: { zh: '局领导', en: 'by the head of the bureau' },
  items: (count: number): Sentence => ({ zh: `${count} 项`, en: `${count} checks` }),
  from: (day: string, to: string, days: number): Sentence => ({
    zh: `${day}至${to},${days}个工作日`,
    en: `${day} to ${to}, ${days} working days`,
  }),
  workingDays: { zh: '审批后公示,公示期按工作日算', en: 'after the approval, for some working days' },
  treasury: { zh: '公示无异议后按财政进度拨付', en: 'without objection, at the treasury’s pace' },
  sent: { zh: '已交银行', en: 'with the bank' },
  none: { zh: '', en: '' },
} as const
