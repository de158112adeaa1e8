import type { Sentence } from '../../../platform/contract/public.ts'
import { COLUMN_TITLES, type InsuredColumn } from './columns.ts'

const zh = (column: InsuredColumn) => COLUMN_TITLES[column].zh
const en = (column: InsuredColumn) => COLUMN_TITLES[column].en

/** What is wrong with a list of insured staff. None repeats a value: any cell may hold an identity number. */
export const words = {
  listCame: { zh: '收到企业参保名单', en: 'an insured list came' },
  listWithdrawn: { zh: '企业参保名单已撤回', en: 'an insured list was withdrawn' },
  noHeader: {
    zh: '没有找到参保名单的表头。表头应有“统一社会信用代码”“单位名称”“身份证号”“参保起始月”“参保终止月”五列,请补上后重新上传。',
    en: 'The header of an insured-staff list was not found: it has the columns 统一社会信用代码, 单位名称, 身份证号, 参保起始月 and 参保终止月. Add it, then upload the list again.',
  },
  columns: {
    zh: '参保名单的列不对,没有导入任何一行。请改正后重新上传。',
    en: 'The columns of the list are not right, so nothing was imported. Correct them, then upload the list again.',
  },
  missingColumn: (column: InsuredColumn): Sentence => ({
    zh: `没有找到“${zh(column)}”列`,
    en: `There is no column “${en(column)}” (${zh(column)})`,
  }),
  repeatedColumn: (column: InsuredColumn): Sentence => ({
    zh: `有两列都是“${zh(column)}”,请只留一列`,
    en: `Two columns are both “${en(column)}” (${zh(column)}); keep only one`,
  }),
  emptied: {
    zh: '这份名单以前导入过,保存年限已到,内容已清空,不能再作依据。请取得新的名单后导入。',
    en: 'This list was imported before and was emptied when its years were over. Get a newer one and import that.',
  },
  withdrawnAlready: {
    zh: '这份名单已经撤回,请刷新页面查看。',
    en: 'This list has been withdrawn already; reload the page to see by whom.',
  },
  nobody: {
    zh: '参保名单里没有人。请检查是否传错了文件。',
    en: 'There is nobody on the list. Check whether this is the right file.',
  },
  asOfTomorrow: {
    zh: '名单的截止日期在今天之后,请填写名单是哪一天的数据。',
    en: 'The list is dated after today; enter the day its data are of.',
  },
  wrong: (count: number, shown: number): Sentence => ({
    zh: `参保名单有 ${count} 处问题,没有导入任何一行。${count > shown ? `这里列出前 ${shown} 处,另有 ${count - shown} 处。` : ''}请改正后重新上传。`,
    en: `The list has ${count} ${count === 1 ? 'problem' : 'problems'}, so nothing was imported. ${count > shown ? `The first ${shown} are shown; there are ${count - shown} more. ` : ''}Correct them, then upload the list again.`,
  }),
  inRow: (row: number, what: Sentence): Sentence => ({ zh: `第 ${row} 行:${what.zh}`, en: `Row ${row}: ${what.en}` }),
  empty: (column: InsuredColumn): Sentence => ({ zh: `${zh(column)}为空`, en: `“${en(column)}” is empty` }),
  tooLong: (column: InsuredColumn, limit: number): Sentence => ({
    zh: `${zh(column)}超过${limit}个字`,
    en: `“${en(column)}” is longer than ${limit} characters`,
  }),
  storedAsNumber: (column: InsuredColumn): Sentence => ({
    zh: `${zh(column)}被存成数字,末位精度已丢失,请把该列设为文本后重新填写`,
    en: `“${en(column)}” was stored as a number and its last digits are lost; format the column as text and enter it again`,
  }),
  formula: (column: InsuredColumn): Sentence => ({
    zh: `${zh(column)}是公式,内容会随别处变化,请复制后“选择性粘贴—数值”`,
    en: `“${en(column)}” is a formula and may change with other cells; copy it and paste it as a value`,
  }),
  brokenFormula: (column: InsuredColumn): Sentence => ({
    zh: `${zh(column)}是出错的公式,请填写内容`,
    en: `“${en(column)}” is a formula that failed; enter the value`,
  }),
  noMonth: (column: InsuredColumn): Sentence => ({
    zh: `${zh(column)}不能识别,应写成 2022-03`,
    en: `“${en(column)}” cannot be read as a month; write it as 2022-03`,
  }),
  endsBeforeItBegins: {
    zh: '参保终止月早于参保起始月,请核对',
    en: 'The insurance ends before it begins; check the two months',
  },
}

/** What the lists answer as a register. */
export const registerWords = {
  partly: ({ employers, asOf }: { employers: number; asOf: string }): Sentence => ({
    zh: `只比对了${employers}家企业的参保名单(最新截至 ${asOf}),社保参保登记本身尚未比对,无法核对`,
    en: `Compared only with the insured lists of ${employers} ${employers === 1 ? 'employer' : 'employers'} (the newest as of ${asOf}); the insurance register itself has not been compared, so this cannot be checked`,
  }),
  list: (source: string): Sentence => ({ zh: `参保名单:${source}`, en: `Insured list: ${source}` }),
}

export const trailWords = {
  title: (source: string): Sentence => ({ zh: `参保名单 ${source}`, en: `Insured list ${source}` }),
}
