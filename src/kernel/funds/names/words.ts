import type { Sentence } from '../../../platform/contract/public.ts'

export const words = {
  claim: (number: string): Sentence => ({ zh: `申领单 ${number}`, en: `Claim ${number}` }),
  reached: { zh: '收款人用新姓名', en: 'the payee has the new name' },
  waits: {
    zh: '还未审批,系统正在按新姓名重新生成申领单,请稍后刷新',
    en: 'not approved yet: the claim is being made anew with the new name; reload in a moment',
  },
  decided: {
    zh: '已审批,按审批和公示的姓名支付;银行因姓名退回的,再按新姓名更正收款账户',
    en: 'approved: paid under the name that was approved and published; where the bank gives it back, the account is put right under the new name',
  },
  batched: {
    zh: '已冻结在支付批次里,按冻结的姓名支付;银行因姓名退回的,再按新姓名更正收款账户',
    en: 'frozen in a batch: paid under the name frozen; where the bank gives it back, the account is put right under the new name',
  },
  paid: { zh: '已支付,付款记录不改', en: 'paid: what was paid is not changed' },
} as const
