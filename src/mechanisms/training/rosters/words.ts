import type { Sentence } from '../../../platform/contract/public.ts'
import { COLUMN_TITLES, type RosterColumn } from './columns.ts'

/** What is wrong with a roster, one sentence each. None repeats an identity number, a phone or an account. */
export const problems = {
  noHeader: {
    zh: '没有找到花名册的表头。表头应有“姓名”“身份证号”“人员类别”“联系电话”“社保卡金融账户”“开户银行”等列,请下载空白花名册对照后重新上传。',
    en: 'The header of a roster was not found: it has columns such as Name, Identity number, Group, Phone, Bank account and Bank. Download the empty roster, compare, and upload again.',
  },
  nobody: { zh: '花名册里没有学员', en: 'There is nobody on the roster' },
  missingColumn: (column: RosterColumn): Sentence => ({
    zh: `没有找到“${COLUMN_TITLES[column].zh}”列`,
    en: `There is no column “${COLUMN_TITLES[column].en}”`,
  }),
  repeatedColumn: (column: RosterColumn): Sentence => ({
    zh: `有两列都是“${COLUMN_TITLES[column].zh}”,请只留一列`,
    en: `Two columns are both “${COLUMN_TITLES[column].en}”; keep only one`,
  }),
  tooManyRows: (limit: number, found: number | null): Sentence => ({
    zh: `花名册最多 ${limit} 行,这个文件${found === null ? '超过得太多' : `有 ${found} 行`}。请分班后再上传。`,
    en: `A roster has at most ${limit} rows and this file has ${found ?? 'far more'}. Split it into classes, then upload them.`,
  }),
  titleDiffers: (label: Sentence, written: string, ours: Sentence): Sentence => ({
    zh: `表头写的${label.zh}是“${written}”,本班是“${ours.zh}”,请核对是否传错了文件`,
    en: `The title lines say the ${label.en} is “${written}”; this class's is “${ours.en}”. Check whether this is the right file`,
  }),
  unidentified: {
    zh: '这一行没有序号、姓名和身份证号,却填了电话或账号,请补全或删去',
    en: 'This row has a phone or an account but no number, name or identity number; complete it or delete it',
  },
  empty: (column: RosterColumn): Sentence => ({
    zh: `${COLUMN_TITLES[column].zh}为空`,
    en: `${COLUMN_TITLES[column].en} is empty`,
  }),
  formula: (column: RosterColumn): Sentence => ({
    zh: `${COLUMN_TITLES[column].zh}是公式,内容会随别处变化,请复制后“选择性粘贴—数值”`,
    en: `${COLUMN_TITLES[column].en} is a formula and may change with other cells; copy it and paste it as a value`,
  }),
  brokenFormula: (column: RosterColumn): Sentence => ({
    zh: `${COLUMN_TITLES[column].zh}是出错的公式,请填写内容`,
    en: `${COLUMN_TITLES[column].en} is a formula that failed; enter the value`,
  }),
  identityAsNumber: {
    zh: '身份证号被存成数字,末位精度已丢失,请把该列设为文本后重新填写',
    en: 'The identity number was stored as a number and its last digits are lost; format the column as text and enter it again',
  },
  accountAsNumber: {
    zh: '银行账号被存成数字,末位精度已丢失,请把该列设为文本后重新填写',
    en: 'The bank account was stored as a number and its last digits are lost; format the column as text and enter it again',
  },
  misplacedNumber: (column: RosterColumn): Sentence => ({
    zh: `${COLUMN_TITLES[column].zh}里是一长串数字,请核对是否填错了列`,
    en: `${COLUMN_TITLES[column].en} holds a long number; check whether it is in the wrong column`,
  }),
  digitsInName: { zh: '姓名里有数字,请核对', en: 'The name has digits in it; check it' },
  tooLong: (column: RosterColumn, limit: number): Sentence => ({
    zh: `${COLUMN_TITLES[column].zh}超过${limit}个字`,
    en: `${COLUMN_TITLES[column].en} is longer than ${limit} characters`,
  }),
  // Says that it differs and not what it differs from: whose the number is, only the bureau may see.
  nameDiffers: {
    zh: '姓名与本县已登记的不一致,请核对身份证',
    en: 'The name differs from the one on record in this county; check the identity card',
  },
  sexUnknown: (written: string): Sentence => ({
    zh: `性别“${written}”不能识别,应填男或女`,
    en: `The sex “${written}” is not known; enter 男 or 女`,
  }),
  sexDiffers: (written: 'M' | 'F'): Sentence => ({
    zh: `性别与身份证号不符:填的是${written === 'M' ? '男' : '女'},按身份证号应为${written === 'M' ? '女' : '男'}`,
    en: `The sex differs from the identity number: ${written === 'M' ? 'male' : 'female'} is written, the number says ${written === 'M' ? 'female' : 'male'}`,
  }),
  tooYoung: (minimumAge: number, startsOn: string): Sentence => ({
    zh: `未满${minimumAge}周岁(开班日 ${startsOn})`,
    en: `Younger than ${minimumAge} on the first day of the class, ${startsOn}`,
  }),
  teachesHere: {
    zh: '这是本班的教师,不能同时是本班学员,请移出花名册或换教师',
    en: 'This person teaches the class and cannot be a trainee of it; take them off the roster or choose another instructor',
  },
  samePerson: (seq: number): Sentence => ({
    zh: `与第${seq}行是同一人,请删去重复的一行`,
    en: `The same person as row ${seq}; delete one of the two`,
  }),
  unknownGroup: (written: string, known: readonly Sentence[]): Sentence => ({
    zh: `人员类别“${written}”不在目录内,应为:${known.map((group) => group.zh).join('、')}`,
    en: `The group “${written}” is not on the list: ${known.map((group) => group.en).join(', ')}`,
  }),
  sharedAccount: (seqs: readonly number[]): Sentence => ({
    zh: `与第${seqs.join('、')}行共用一个银行账号,请核对`,
    en: `Shares a bank account with row ${seqs.join(', ')}; check it`,
  }),
}

export const TITLE_LABELS = {
  provider: { zh: '培训机构', en: 'provider' },
  occupation: { zh: '工种', en: 'occupation' },
  level: { zh: '等级', en: 'level' },
  startsOn: { zh: '开班日期', en: 'first day' },
  endsOn: { zh: '结束日期', en: 'last day' },
} as const satisfies Record<string, Sentence>

/** How a plan has moved away from the one a roster was judged by. */
export const judgedByWords = {
  fields: {
    occupationId: { zh: '职业(工种)', en: 'occupation' },
    level: { zh: '等级', en: 'level' },
    kind: { zh: '培训类型', en: 'kind of training' },
    fund: { zh: '资金', en: 'fund' },
    startsOn: { zh: '开班日期', en: 'first day' },
    endsOn: { zh: '结束日期', en: 'last day' },
  },
  changed: (label: Sentence, was: Sentence, is: Sentence): Sentence => ({
    zh: `${label.zh}由“${was.zh}”改为“${is.zh}”`,
    en: `the ${label.en} was “${was.en}” and is “${is.en}”`,
  }),
  disowned: (label: Sentence, was: Sentence, is: Sentence): Sentence => ({
    zh: `花名册表头写的${label.zh}是“${was.zh}”,计划已改为“${is.zh}”,请改正表头后重新上传花名册`,
    en: `The title lines of the roster say the ${label.en} is “${was.en}”; the plan now says “${is.en}”: correct them and upload the roster again`,
  }),
}

export const notes = {
  renumbered: {
    zh: '序号有空缺或重复,提示中的“第几行”按从上到下的顺序编号',
    en: 'Running numbers are missing or repeated, so rows are counted from the top',
  },
  otherSheets: (read: string, left: readonly string[]): Sentence => ({
    zh: `只读取了工作表“${read}”,没有读取:${left.join('、')}`,
    en: `Only the sheet “${read}” was read; left aside: ${left.join(', ')}`,
  }),
}

export const refusals = {
  classClosed: (status: Sentence): Sentence => ({
    zh: `本班目前是“${status.zh}”状态,花名册不能更换。只有草稿或退回补正的班级可以上传花名册。`,
    en: `This class is “${status.en}”, so its roster cannot be replaced. Only a draft or a returned class takes a roster.`,
  }),
  noMarkedWorkbook: {
    zh: '这次上传没有问题,没有标注问题的表格。',
    en: 'This upload had no problems, so there is no marked workbook.',
  },
}

export const sheet = {
  title: { zh: '职业技能培训学员花名册', en: 'Roster of vocational skills training' },
  problemColumn: { zh: '问题', en: 'Problems' },
  /** Offices keep Chinese file names; so does the platform. */
  templateFile: '空白花名册.xlsx',
  markedFile: (fileName: string) => `${fileName.replace(/\.[^.]*$/, '')}-标注问题.xlsx`,
}

/** What a step of a trail says of a roster. */
export const trailWords = {
  enrolment: (seq: number, maskedName: string): Sentence => ({
    zh: `花名册第${seq}行 ${maskedName}`,
    en: `Row ${seq} of the roster, ${maskedName}`,
  }),
  import: (fileName: string): Sentence => ({ zh: `花名册文件 ${fileName}`, en: `Roster file ${fileName}` }),
  ofClass: (number: string): Sentence => ({ zh: `班级 ${number}`, en: `Class ${number}` }),
  sheet: { zh: '花名册文件', en: 'Roster file' },
  muster: { zh: '出勤汇总', en: 'Muster' },
  identity: { zh: '身份证号', en: 'Identity number' },
  group: { zh: '人员类别', en: 'Group' },
  account: { zh: '银行账号', en: 'Bank account' },
  place: { zh: '位置', en: 'Where' },
  sheetRow: (row: number): Sentence => ({ zh: `表格第${row}行`, en: `row ${row} of the sheet` }),
  doubt: { zh: '疑点', en: 'Doubt' },
  outcome: { zh: '结果', en: 'Outcome' },
  outcomes: {
    imported: (rows: number): Sentence => ({ zh: `已导入 ${rows} 人`, en: `${rows} people imported` }),
    refused: (rows: number): Sentence => ({
      zh: `${rows} 行,有错误,未导入`,
      en: `${rows} rows with errors, not imported`,
    }),
  },
  uploaded: { zh: '上传日期', en: 'Uploaded on' },
  by: { zh: '上传岗位', en: 'Uploaded by' },
  fingerprint: { zh: '文件指纹(SHA-256)', en: 'Fingerprint (SHA-256)' },
}
