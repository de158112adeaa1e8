import type { Sentence } from '../../../platform/contract/public.ts'
import type { Account } from '../budget/rules.ts'
import { ACCOUNT_WORDS } from '../budget/words.ts'

/** A line's accounts as the statement names them: the treasury's is what was appropriated. */
export const STATEMENT_ACCOUNTS: Record<Account, Sentence> = { ...ACCOUNT_WORDS, treasury: ACCOUNT_WORDS.appropriated }

/** Sentences of the monthly statement. */
export const words = {
  title: { zh: '资金台账月报', en: 'Monthly statement' },
  meta: {
    zh: '各资金各项目:本月增减和月末余额。点任一金额,看它由哪些流水构成。',
    en: 'By fund and line: what moved in the month, and what stands at its end. Any figure opens its transfers.',
  },
  ofMonth: (month: string) => ({ zh: `${month} 资金台账月报`, en: `Statement of ${month}` }),
  accounts: STATEMENT_ACCOUNTS,
  month: { zh: '月份', en: 'Month' },
  earlier: { zh: '上月', en: 'Earlier' },
  later: { zh: '下月', en: 'Later' },
  fund: { zh: '资金来源', en: 'Fund' },
  allFunds: { zh: '全部资金来源', en: 'All funds' },
  line: { zh: '预算项目', en: 'Budget line' },
  year: { zh: '年度', en: 'Year' },
  document: { zh: '下达文号', en: 'Document' },
  manual: (decisions: number, yuan: string) => ({
    zh: `本月人工认定 ${decisions} 人次,共 ${yuan} 元`,
    en: `${decisions} decided by people this month, ¥${yuan} in all`,
  }),
  total: { zh: '合计', en: 'Total' },
  none: { zh: '这个月没有预算项目。', en: 'There is no budget line in this month.' },
  print: { zh: '打印', en: 'Print' },
  workbook: { zh: '下载 Excel', en: 'Excel' },
  csv: { zh: '下载 CSV', en: 'CSV' },
  movement: (gone: string, come: string) => ({ zh: `本月 +${come} −${gone}`, en: `month +${come} −${gone}` }),
  increased: (account: Sentence) => ({ zh: `${account.zh}·本月增加`, en: `${account.en}, in` }),
  decreased: (account: Sentence) => ({ zh: `${account.zh}·本月减少`, en: `${account.en}, out` }),
  standing: (account: Sentence) => ({ zh: `${account.zh}·月末`, en: `${account.en}, at the end` }),
  unit: { zh: '单位:元', en: 'In yuan' },
  tooMany: (most: number) => ({
    zh: `预算项目超过 ${most} 个,请先选择资金来源。`,
    en: `There are more than ${most} lines; choose a fund first.`,
  }),
  yearTaken: {
    zh: '只列当年的项目和本月有流水的以往项目。',
    en: 'Lines of the year, and earlier ones that moved in the month.',
  },
} as const
