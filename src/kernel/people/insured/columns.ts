import type { Sentence } from '../../../platform/contract/public.ts'
import type { ColumnMeaning } from '../../../platform/office/header.ts'

/** What is read of a list of insured staff. The name is not among it: nobody needs it, so nobody reads it. */
export const INSURED_COLUMNS = ['uscc', 'employerName', 'identityNumber', 'fromMonth', 'toMonth'] as const

export type InsuredColumn = (typeof INSURED_COLUMNS)[number]

export const COLUMN_TITLES: Record<InsuredColumn, Sentence> = {
  uscc: { zh: '统一社会信用代码', en: 'Social credit code' },
  employerName: { zh: '单位名称', en: 'Employer' },
  identityNumber: { zh: '身份证号', en: 'Identity number' },
  fromMonth: { zh: '参保起始月', en: 'Insured from' },
  toMonth: { zh: '参保终止月', en: 'Insured until' },
}

const NAMES: Record<InsuredColumn, readonly string[]> = {
  uscc: ['统一社会信用代码', '社会信用代码', '信用代码', '单位信用代码', '统一信用代码'],
  employerName: ['单位名称', '参保单位', '参保单位名称', '企业名称', '用人单位', '用人单位名称', '单位'],
  identityNumber: [
    '身份证号',
    '身份证号码',
    '公民身份号码',
    '居民身份证号',
    '居民身份证号码',
    '证件号码',
    '社会保障号码',
  ],
  fromMonth: [
    '参保起始月',
    '参保起始年月',
    '参保开始月',
    '参保开始年月',
    '起始月',
    '起始年月',
    '参保起始时间',
    '参保时间',
  ],
  toMonth: [
    '参保终止月',
    '参保终止年月',
    '参保截止月',
    '参保截止年月',
    '终止月',
    '终止年月',
    '参保终止时间',
    '停保年月',
  ],
}

/** All five must be there: without the last month everybody would seem to be insured still. */
export const COLUMN_MEANINGS: readonly ColumnMeaning<InsuredColumn>[] = INSURED_COLUMNS.map((key) => ({
  key,
  names: NAMES[key],
  required: true,
}))
