import type { Sentence } from '../../../platform/contract/public.ts'
import { formatYuan } from '../../values/public.ts'

/** What is wrong or doubtful in a row of a ledger. None repeats a value: any cell may hold a person's number or name. */
export const rowWords = {
  identityFormula: {
    zh: '身份证号是公式,请复制后“选择性粘贴—数值”',
    en: 'The identity number is a formula; copy it and paste it as a value',
  },
  identityAsNumber: {
    zh: '身份证号被存成数字,末位精度已丢失,请把该列设为文本后重新填写',
    en: 'The identity number was stored as a number and its last digits are lost; format the column as text and enter it again',
  },
  amountEmpty: { zh: '补贴金额为空', en: 'The amount is empty' },
  amountMerged: {
    zh: '补贴金额是几行合并的单元格,每人多少看不出来,请拆开后逐行填写',
    en: 'The amount is one merged cell over several rows; split it and enter each person’s',
  },
  amountFormula: { zh: '补贴金额是出错的公式,请填写数额', en: 'The amount is a formula that failed; enter the value' },
  amountUnread: {
    zh: '补贴金额不能识别,应写成 1000 或 1,000.00',
    en: 'The amount cannot be read; write it as 1000 or 1,000.00',
  },
  amountNotPositive: {
    zh: '补贴金额不是正数;退回的款项请删去原来那一行,不要另写负数',
    en: 'The amount is not positive; delete the row of a payment that came back instead of adding a negative one',
  },
  familyEmpty: {
    zh: '没有写补贴项目,而本台账不止一类补贴',
    en: 'The kind of subsidy is empty, and the ledger is about more than one',
  },
  familyUnknown: { zh: '补贴项目不认得', en: 'The kind of subsidy is not known' },
  levelUnknown: { zh: '等级不认得', en: 'The level is not known' },
  paidEmpty: { zh: '发放日期为空', en: 'The date of payment is empty' },
  paidUnread: {
    zh: '发放日期不能识别,应写成 2021-05-20、2021-05 或 2021',
    en: 'The date of payment cannot be read; write it as 2021-05-20, 2021-05 or 2021',
  },
  paidLater: { zh: '发放日期在今天之后', en: 'The date of payment is after today' },
  numberInOccupation: {
    zh: '职业一栏里有很长的号码或文字,请检查是否选错了列',
    en: 'The occupation holds a long number or text; check whether this is the right column',
  },
  totalDiffers: (word: string, saidFen: bigint, addedFen: bigint): Sentence => {
    const differ = saidFen > addedFen ? saidFen - addedFen : addedFen - saidFen
    return {
      zh: `“${word}”写 ${formatYuan(saidFen)} 元,上面各行相加是 ${formatYuan(addedFen)} 元,相差 ${formatYuan(differ)} 元`,
      en: `The total (${word}) says ${formatYuan(saidFen)} yuan, the rows above add up to ${formatYuan(addedFen)}: ${formatYuan(differ)} apart`,
    }
  },
  outside: (rows: readonly number[]): Sentence => {
    const named = rows.slice(0, 5).join('、')
    const more = rows.length > 5
    return {
      zh: `有 ${rows.length} 行的发放日期不在所填的期间内(第 ${named} ${more ? '等' : ''}行),已照样导入`,
      en: `${rows.length} ${rows.length === 1 ? 'row was' : 'rows were'} paid outside the period given (rows ${rows.slice(0, 5).join(', ')}${more ? ' …' : ''}); imported all the same`,
    }
  },
  twice: (before: number, row: number): Sentence => ({
    zh: `与第 ${before} 行完全相同(同一人、职业、等级、金额、日期),两行都已导入,各算一次`,
    en: `Rows ${before} and ${row} are the same person, occupation, level, amount and date; both were imported and count as two`,
  }),
  inRow: (row: number, what: Sentence): Sentence => ({ zh: `第 ${row} 行:${what.zh}`, en: `Row ${row}: ${what.en}` }),
}
