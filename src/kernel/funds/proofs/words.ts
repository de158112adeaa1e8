import type { Sentence } from '../../../platform/contract/public.ts'

/** Sentences of what funds proves. */
export const words = {
  ledger: {
    title: { zh: '账本余额', en: 'Balances' },
    against: {
      zh: '由全部资金划转重算的余额与各月发生额',
      en: 'balances and months computed anew from every transfer',
    },
  },
  statuses: {
    title: { zh: '状态', en: 'States' },
    against: { zh: '各自最后一次状态变更', en: 'the last change of each' },
  },
  batches: {
    title: { zh: '支付批次', en: 'Payment batches' },
    against: {
      zh: '冻结内容重算的哈希、两人签署所认的哈希、重做的银行清单、所存的清单和回盘文件',
      en: 'the hash of the frozen content computed anew, the hash that was signed, the bank’s list made anew, the kept list and answers',
    },
  },
  statusDiffers: (kind: string, id: string, status: string, told: string | null): Sentence => ({
    zh: `${kind} ${id}:现为 ${status},最后一次变更却是 ${told ?? '(无)'};状态被直接改过。`,
    en: `${kind} ${id}: stands at ${status}, but its last change was to ${told ?? '(none)'}; the status was changed past the platform.`,
  }),
  contentDiffers: (number: string): Sentence => ({
    zh: `批次 ${number}:收款人、账号或金额与冻结时的哈希不符。`,
    en: `Batch ${number}: payees, accounts or amounts are not what was frozen.`,
  }),
  sumDiffers: (number: string): Sentence => ({
    zh: `批次 ${number}:已按保存年限清空收款人,但各笔金额之和与批次金额不符。`,
    en: `Batch ${number}: its payees were emptied when their years were over, and its payments do not come to its amount.`,
  }),
  cannotOpen: (number: string): Sentence => ({
    zh: `批次 ${number}:有收款账号打不开,密文被改过或换过行。`,
    en: `Batch ${number}: an account does not open; its cipher was changed or moved from another row.`,
  }),
  signedOther: (number: string): Sentence => ({
    zh: `批次 ${number}:有签署认的不是现在的内容。`,
    en: `Batch ${number}: a signature is for other content than it has.`,
  }),
  signersMissing: (number: string, count: number): Sentence => ({
    zh: `批次 ${number}:已导出,签署只有 ${count} 人。`,
    en: `Batch ${number}: exported with ${count} signature${count === 1 ? '' : 's'}.`,
  }),
  fileDiffers: (number: string): Sentence => ({
    zh: `批次 ${number}:由冻结内容重做的银行清单与当时导出的不同。`,
    en: `Batch ${number}: the bank’s list made anew is not the one that was exported.`,
  }),
  keptFileDiffers: (number: string, name: string): Sentence => ({
    zh: `批次 ${number}:所存文件“${name}”缺失或内容变了。`,
    en: `Batch ${number}: the kept file ${name} is missing or has other content.`,
  }),
  fileMissing: (number: string): Sentence => ({
    zh: `批次 ${number}:已导出,却没有银行清单。`,
    en: `Batch ${number}: exported, but there is no bank’s list.`,
  }),
} as const
