import type { Sentence } from '../../../platform/contract/public.ts'
import { FEN_LIMIT, formatYuan } from '../../values/public.ts'
import type { Account } from './rules.ts'

export const ACCOUNT_WORDS: Record<Account | 'appropriated', Sentence> = {
  treasury: { zh: '财政', en: 'Treasury' },
  appropriated: { zh: '下达', en: 'Appropriated' },
  available: { zh: '可用', en: 'Available' },
  reserved: { zh: '预留', en: 'Reserved' },
  committed: { zh: '已承诺', en: 'Committed' },
  paid: { zh: '已支付', en: 'Paid' },
  returned: { zh: '退票待重付', en: 'Returned' },
  recovered: { zh: '已追回', en: 'Recovered' },
}

/** Why money moved, by the reason kept with the transfer. */
export const REASON_WORDS: Readonly<Record<string, Sentence>> = {
  appropriated: { zh: '下达预算', en: 'Appropriated' },
  withdrawn: { zh: '收回预算', en: 'Withdrawn' },
  'claim-assembled': { zh: '生成申领单', en: 'Claim assembled' },
  'claim-returned': { zh: '申领单退回', en: 'Claim returned' },
  'claim-replaced': { zh: '收到新的核对结果,申领单重新生成', en: 'New answers came: the claim is made anew' },
  'claim-sent-back': { zh: '批准后退回', en: 'Sent back after approval' },
  'claim-approved': { zh: '审批同意', en: 'Claim approved' },
  'payment-settled': { zh: '银行支付成功', en: 'Paid by the bank' },
  'payment-returned': { zh: '银行退回', en: 'Returned by the bank' },
  'payment-returned-later': { zh: '支付后银行退票', en: 'Returned by the bank after it had paid' },
  'paid-again-withdrawn': { zh: '撤回退票重付', en: 'Not paid again: batch withdrawn' },
  'paid-again': { zh: '退票重付', en: 'To be paid again' },
  recovered: { zh: '追回到账', en: 'Got back' },
}

/** Sentences of the budget. */
export const words = {
  title: { zh: '预算', en: 'Budget' },
  meta: {
    zh: '每项资金一年一行。点任一金额,看它由哪些流水构成。',
    en: 'One line a fund, purpose and year. Any amount opens the transfers it is made of.',
  },
  fund: { zh: '资金来源', en: 'Fund' },
  line: { zh: '预算项目', en: 'Budget line' },
  year: { zh: '年度', en: 'Year' },
  document: { zh: '下达文号', en: 'Document' },
  accounts: ACCOUNT_WORDS,
  reasons: REASON_WORDS,
  newLine: { zh: '新建预算项目', en: 'New budget line' },
  create: { zh: '新建', en: 'Create' },
  created: { zh: '已新建预算项目', en: 'The budget line was created' },
  inYuan: (account: string) => ({ zh: `${account}(元)`, en: `${account} (yuan)` }),
  appropriate: { zh: '下达预算', en: 'Appropriate' },
  withdraw: { zh: '收回预算', en: 'Withdraw' },
  appropriated: { zh: '已记入下达', en: 'Appropriation recorded' },
  withdrawn: { zh: '已记入收回', en: 'Withdrawal recorded' },
  amount: { zh: '金额(元)', en: 'Amount (yuan)' },
  amountHint: { zh: '如 100000 或 100,000.00', en: 'For example 100000 or 100,000.00' },
  next: { zh: '下一步', en: 'Next' },
  allYears: { zh: '全部年度', en: 'All years' },
  allFunds: { zh: '全部资金来源', en: 'All funds' },
  noneFound: { zh: '没有符合条件的预算项目。', en: 'No budget line matches.' },
  noLines: {
    zh: '还没有预算项目。由财务岗新建并下达后,申领单才能预留资金。',
    en: 'There is no budget line yet. Finance creates one and appropriates to it before claims can reserve money.',
  },
  transfers: { zh: '资金流水', en: 'Transfers' },
  noTransfers: { zh: '这里还没有流水。', en: 'There is no transfer here yet.' },
  when: { zh: '业务时间', en: 'Business time' },
  from: { zh: '从', en: 'From' },
  to: { zh: '到', en: 'To' },
  reason: { zh: '事由', en: 'Reason' },
  subject: { zh: '凭据', en: 'Rests on' },
  voucher: { zh: '凭证号', en: 'Voucher' },
  walk: { zh: '追溯', en: 'Trail' },
  account: (name: string) => ({ zh: `账户:${name}`, en: `Account: ${name}` }),
  unknownFund: (fund: string) => ({
    zh: `没有“${fund}”这个资金来源,请从列表中选择。`,
    en: `There is no fund ${fund}; choose one from the list.`,
  }),
  lineMissing: { zh: '没有这个预算项目。', en: 'There is no such budget line.' },
  lineTaken: {
    zh: '这项资金本年度已有同名的预算项目,请在已有项目上下达,或换一个名称。',
    en: 'This fund already has a line of that name this year: appropriate to it, or choose another name.',
  },
  overspent: (line: string, account: Account, has: string, needed: string) => ({
    zh: `预算余额不足:“${line}”的${ACCOUNT_WORDS[account].zh}余额为 ${has} 元,需要 ${needed} 元。请先下达预算,或减少金额。`,
    en: `Not enough in the budget: ${line} has ¥${has} ${ACCOUNT_WORDS[account].en.toLowerCase()}, ¥${needed} is needed. Appropriate first, or lower the amount.`,
  }),
  overspentByAnother: {
    zh: '预算余额不足:刚刚有另一笔业务用去了这项预算。请刷新后查看余额。',
    en: 'Not enough in the budget: something else has just used it. Reload and look at the balance.',
  },
  amountOutOfRange: {
    zh: `须大于 0,且小于系统能记的上限 ${formatYuan(FEN_LIMIT)} 元,请核对位数`,
    en: `must be more than 0 and below ¥${formatYuan(FEN_LIMIT)}, the most that is kept: count the digits`,
  },
  lineFull: (line: string, has: string, adding: string) => ({
    zh: `“${line}”已下达 ${has} 元,再加 ${adding} 元会达到系统能记的上限 ${formatYuan(FEN_LIMIT)} 元。请核对金额的位数。`,
    en: `${line} has ¥${has} appropriated; ¥${adding} more would reach the most that is kept, ¥${formatYuan(FEN_LIMIT)}. Count the digits of the amount.`,
  }),
  movedAlready: {
    zh: '这笔资金已经按同一事由记过账,不会重复记账。请刷新后查看。',
    en: 'This was already entered for the same reason and is not entered twice. Reload to see it.',
  },
  monthDiffers: (line: string, month: string, account: Sentence, kept: string, recomputed: string) => ({
    zh: `“${line}”${month} 的${account.zh}:月度汇总为 ${kept} 元,按流水重算为 ${recomputed} 元`,
    en: `${line}, ${month}, ${account.en.toLowerCase()}: the month says ¥${kept}, its transfers come to ¥${recomputed}`,
  }),
  differs: (line: string, account: Sentence, kept: string, recomputed: string) => ({
    zh: `“${line}”的${account.zh}:余额表为 ${kept} 元,按流水重算为 ${recomputed} 元`,
    en: `${line}, ${account.en.toLowerCase()}: the balance says ¥${kept}, its transfers come to ¥${recomputed}`,
  }),
} as const
