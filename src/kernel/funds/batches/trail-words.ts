import type { Sentence } from '../../../platform/contract/public.ts'

/** What a payment, a batch and a return file say of themselves on a trail. */
export const trailWords = {
  payment: (reference: string) => ({ zh: `支付 ${reference}`, en: `Payment ${reference}` }),
  batch: (number: string) => ({ zh: `支付批次 ${number}`, en: `Payment batch ${number}` }),
  returnFile: (name: string) => ({ zh: `回盘文件 ${name}`, en: `Return file ${name}` }),
  claim: (number: string) => ({ zh: `申领单 ${number}`, en: `Claim ${number}` }),
  claimLine: (number: string, position: number) => ({
    zh: `申领明细 ${number} 序号 ${position}`,
    en: `Claim line ${number}, no. ${position}`,
  }),
  counts: { zh: '笔数', en: 'Payments' },
  sum: { zh: '金额', en: 'Amount' },
  yuan: (sum: string) => ({ zh: `${sum} 元`, en: `¥${sum}` }),
  madeBy: { zh: '制单', en: 'Made by' },
  by: (post: Sentence, name: string, at: string) => ({
    zh: `${post.zh} ${name} · ${at}`,
    en: `${post.en} ${name} · ${at}`,
  }),
  bankFileHash: { zh: '银行清单 SHA-256', en: 'Bank list SHA-256' },
  appliedAt: { zh: '处理时间', en: 'Applied' },
  fileHash: { zh: '文件 SHA-256', en: 'File SHA-256' },
  settledAt: { zh: '结果时间', en: 'Settled' },
} as const
