import type { Sentence } from '../../../platform/contract/public.ts'
import type { SheetKind } from './contract.ts'
import { uploadWords } from './upload-words.ts'

export const KIND_WORDS = {
  attendance: { zh: '考勤表', en: 'attendance sheet' },
  marks: { zh: '成绩登记表', en: 'mark sheet' },
} as const satisfies Record<SheetKind, Sentence>

export const COLUMN_WORDS = {
  seq: { zh: '序号', en: 'No.' },
  name: { zh: '姓名', en: 'Name' },
  identityNumber: { zh: '身份证号', en: 'Identity number' },
} as const satisfies Record<string, Sentence>

/** What is wrong with a sheet of a class's people, one sentence each. None repeats an identity number. */
export const problems = {
  noHeader: (kind: SheetKind): Sentence => ({
    zh: `没有找到${KIND_WORDS[kind].zh}的表头。表头应有“姓名”“身份证号”等列,请核对是否传错了文件。`,
    en: `The header of an ${KIND_WORDS[kind].en} was not found: it has columns such as Name and Identity number. Check whether this is the right file.`,
  }),
  missingColumn: (column: Sentence): Sentence => ({
    zh: `没有找到“${column.zh}”列`,
    en: `There is no column “${column.en}”`,
  }),
  repeatedColumn: (column: Sentence): Sentence => ({
    zh: `有两列都是“${column.zh}”,请只留一列`,
    en: `Two columns are both “${column.en}”; keep only one`,
  }),
  nobody: { zh: '表上没有学员', en: 'There is nobody on the sheet' },
  identityAsNumber: {
    zh: '身份证号被存成数字,末位精度已丢失,请把该列设为文本后重新填写',
    en: 'The identity number was stored as a number and its last digits are lost; format the column as text and enter it again',
  },
  formula: {
    zh: '这一格是公式,内容会随别处变化,请复制后“选择性粘贴—数值”',
    en: 'This cell is a formula and may change with other cells; copy it and paste it as a value',
  },
  brokenFormula: { zh: '这一格是出错的公式,请填写内容', en: 'This cell is a formula that failed; enter the value' },
  notInClass: { zh: '不在本班花名册', en: 'Not on the roster of this class' },
  otherName: { zh: '姓名与花名册不符', en: 'The name differs from the roster' },
  samePerson: (sheetRow: number): Sentence => ({
    zh: `与表格第${sheetRow}行是同一人,请删去重复的一行`,
    en: `The same person as in sheet row ${sheetRow}; delete one of the two`,
  }),
  missingPerson: (seq: number, maskedName: string): Sentence => ({
    zh: `花名册序号${seq} ${maskedName} 不在表上,请补上这一行`,
    en: `No. ${seq} of the roster, ${maskedName}, is not on the sheet; add the row`,
  }),
  more: (count: number): Sentence => ({
    zh: `还有 ${count} 处问题没有列出,请先改好已列出的再上传`,
    en: `${count} more problems are not listed; correct those listed, then upload again`,
  }),
}

export const notes = {
  otherSheets: (read: string, left: readonly string[]): Sentence => ({
    zh: `只读取了工作表“${read}”,没有读取:${left.join('、')}`,
    en: `Only the sheet “${read}” was read; left aside: ${left.join(', ')}`,
  }),
  ignoredColumns: (names: readonly string[]): Sentence => ({
    zh: `没有读取的列:${names.join('、')}`,
    en: `Columns that were not read: ${names.join(', ')}`,
  }),
}

export const refusals = {
  onlyItsProvider: {
    zh: '考勤和成绩由开班的培训机构导入,请用机构账号登录。',
    en: 'Attendance and marks are imported by the provider of the class: sign in with its account.',
  },
  notFiled: (kind: SheetKind): Sentence => ({
    zh: `本班还没有备案,不能导入${KIND_WORDS[kind].zh}。请先提交开班申请并等待审核通过。`,
    en: `This class is not filed yet, so no ${KIND_WORDS[kind].en} can be imported. Submit it and wait for its approval.`,
  }),
  completed: (kind: SheetKind): Sentence => ({
    zh: `本班已经结业,${KIND_WORDS[kind].zh}不能再更正。确有错误的,请联系区人力社保局。`,
    en: `This class is completed, so its ${KIND_WORDS[kind].en} can no longer be corrected. If something is wrong, contact the bureau.`,
  }),
  notEnded: (endsOn: string): Sentence => {
    const [year, month, day] = endsOn.split('-').map(Number)
    return {
      zh: `班级 ${month} 月 ${day} 日才结束,请在结束当天或之后导入。`,
      en: `The class ends on ${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}; import on that day or later.`,
    }
  },
  noMarkedWorkbook: {
    zh: '这次上传没有问题,没有标注问题的表格。',
    en: 'This upload had no problems, so there is no marked workbook.',
  },
}

export const sheetFile = {
  problemColumn: { zh: '问题', en: 'Problems' },
  /** Offices keep Chinese file names; so does the platform. */
  marked: (fileName: string) => `${fileName.replace(/\.[^.]*$/, '')}-标注问题.xlsx`,
}

/** What the panels of both sheets say. */
export const words = {
  ...uploadWords,
  markedIsRecorded: {
    zh: '表格含完整身份证号,下载会留下记录',
    en: 'It holds full identity numbers; downloading it is recorded',
  },
  refused: (errors: number) => ({
    zh: `有 ${errors} 处错误,一行也没有导入。请改好后重新上传整张表。`,
    en: `${errors} error${errors === 1 ? '' : 's'}: nothing was imported. Correct them and upload the whole sheet again.`,
  }),
  imported: (people: number, version: number) => ({
    zh: `已导入 ${people} 人,第 ${version} 版`,
    en: `${people} people imported as version ${version}`,
  }),
  importedWithDoubts: (people: number, version: number, doubts: number) => ({
    zh: `已导入 ${people} 人,第 ${version} 版;其中 ${doubts} 处疑点请核对`,
    en: `${people} people imported as version ${version}; please check ${doubts} doubtful point${doubts === 1 ? '' : 's'}`,
  }),
  wholeFile: { zh: '整张表', en: 'The sheet' },
  row: (seq: number) => ({ zh: `序号${seq}`, en: `No. ${seq}` }),
  sheetRow: (row: number) => ({ zh: `表格第${row}行`, en: `sheet row ${row}` }),
  where: { zh: '位置', en: 'Where' },
  cell: { zh: '单元格', en: 'Cell' },
  person: { zh: '姓名', en: 'Name' },
  issuedOn: { zh: '发证日期', en: 'Issued on' },
  current: (version: number) => ({ zh: `第${version}版 · 现行`, en: `Version ${version}, current` }),
  replaced: (version: number) => ({ zh: `第${version}版 · 已被更正`, en: `Version ${version}, since corrected` }),
} as const
