import type { Sentence } from '../../../platform/contract/public.ts'

/** What is wrong with one line of the province's file, and what to do. */
export const rowWords = {
  inRow: (row: number, problem: Sentence): Sentence => ({
    zh: `第 ${row} 行:${problem.zh}`,
    en: `row ${row}: ${problem.en}`,
  }),
  identityAsNumber: {
    zh: '身份证号存成了数字,后几位可能已经丢失,请按文本格式重新导出',
    en: 'the identity number was stored as a number and may have lost its last digits; export it as text',
  },
  referenceEmpty: {
    zh: '缺省平台编号;没有编号的记录无法逐次核对,请向省平台重新导出',
    en: 'the province’s number is missing; without it the line cannot be followed, so export it again',
  },
  referenceIsPerson: {
    zh: '省平台编号一列写的是身份证号或手机号,请检查各列的含义',
    en: 'the column of the province’s number holds identity or phone numbers; check what the columns mean',
  },
  referenceUnread: {
    zh: '省平台编号应为 3 至 64 个字母、数字或汉字',
    en: 'the province’s number is 3 to 64 letters or digits',
  },
  referenceTwice: (reference: string, before: number): Sentence => ({
    zh: `省平台编号 ${reference} 与第 ${before} 行相同,一个编号在一份文件里只能有一行`,
    en: `the province’s number ${reference} stands in row ${before} already; a number has one line in a file`,
  }),
  amount: {
    empty: { zh: '缺补贴金额', en: 'the amount is missing' },
    unread: { zh: '补贴金额读不出,应为大于 0 的元数', en: 'the amount cannot be read; it is yuan, more than 0' },
  },
  paidAmount: {
    empty: { zh: '缺实付金额', en: 'the amount paid is missing' },
    unread: { zh: '实付金额读不出,应为大于 0 的元数', en: 'the amount paid cannot be read; it is yuan, more than 0' },
  },
  stateEmpty: { zh: '缺办理状态', en: 'the state is missing' },
  stateUnknown: (text: string): Sentence => ({
    zh: `不认识办理状态“${text}”;请把这种写法加到参数“省平台办理状态的写法”后再导入`,
    en: `the state “${text}” is not known; add it to the parameter of how the province writes its states, then import again`,
  }),
  levelUnknown: (text: string): Sentence => ({ zh: `不认识等级“${text}”`, en: `the level “${text}” is not known` }),
  paidOnEmpty: { zh: '状态为已支付,但没有支付日期', en: 'it is paid, but has no day of payment' },
  paidOnUnread: {
    zh: '支付日期读不出,应如 2022-05-20',
    en: 'the day of payment cannot be read; write it like 2022-05-20',
  },
  paidLater: (on: string, asOf: string): Sentence => ({
    zh: `支付日期 ${on} 晚于数据截至日 ${asOf}`,
    en: `the day of payment ${on} is later than the day ${asOf} the file is of`,
  }),
} as const
