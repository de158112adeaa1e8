import type { Sentence } from '../../../platform/contract/public.ts'
import type { ColumnMeaning } from '../../../platform/office/header.ts'

/** The registers a letter can ask about. `province-subsidies` has its place in the tables and gets its form with the payment history. */
export const LETTER_REGISTERS = ['pension-payments', 'government-payroll', 'deaths', 'insured-staff'] as const

export type LetterRegister = (typeof LETTER_REGISTERS)[number]

/** What an office tells of somebody it knows. */
export const ANSWER_COLUMNS = ['unit', 'uscc', 'fromMonth', 'toMonth', 'diedOn'] as const

export type AnswerColumn = (typeof ANSWER_COLUMNS)[number]
export type LetterColumn = 'seq' | 'identityNumber' | 'name' | AnswerColumn

/** One answer column of a register's form. */
export type FormColumn = {
  readonly key: AnswerColumn
  /** Its heading on our own roster. */
  readonly title: Sentence
  /** How offices write it. */
  readonly names: readonly string[]
  /** Without the column the list cannot be read. */
  readonly needed: boolean
  /** Without the cell a line says nothing. */
  readonly mustBeFilled: boolean
  /** Lists of other registers do not have such a column: it tells what a file is. */
  readonly tells: boolean
}

const IDENTITY_NAMES = [
  '身份证号',
  '身份证号码',
  '身份证',
  '公民身份号码',
  '公民身份证号码',
  '居民身份证号',
  '居民身份证号码',
  '身份证件号码',
  '身份证件号',
  '证件号码',
  '证件号',
  '社会保障号码',
  '社会保障号',
  '社保号',
  '个人社会保障号',
]

const NAME_NAMES = ['姓名', '人员姓名', '名字', '学员姓名', '参保人姓名', '死者姓名', '死亡人员姓名', '领取人姓名']

/** What every list has, whichever register it is of. */
export const PERSON_COLUMNS: readonly ColumnMeaning<LetterColumn>[] = [
  { key: 'seq', names: ['序号', '编号', '序', 'No', 'No.'] },
  { key: 'identityNumber', names: IDENTITY_NAMES, required: true },
  { key: 'name', names: NAME_NAMES },
]

export const PERSON_TITLES = {
  seq: { zh: '序号', en: 'No.' },
  identityNumber: { zh: '身份证号', en: 'Identity number' },
  name: { zh: '姓名', en: 'Name' },
} as const satisfies Record<string, Sentence>

const spellings = (stems: readonly string[], ends: readonly string[]) =>
  stems.flatMap((stem) => ends.map((end) => stem + end))

const FROM_ENDS = [
  '起始月',
  '起始年月',
  '起始月份',
  '起始时间',
  '起始日期',
  '开始月',
  '开始年月',
  '开始时间',
  '开始日期',
  '起月',
]
const TO_ENDS = [
  '终止月',
  '终止年月',
  '终止月份',
  '终止时间',
  '终止日期',
  '截止月',
  '截止年月',
  '截止时间',
  '结束月',
  '结束年月',
  '停止年月',
]

/** The form of each register: the columns that its office fills in, or that its own list has, in this order. */
export const LETTER_FORMS: Readonly<Record<LetterRegister, readonly FormColumn[]>> = {
  'pension-payments': [
    {
      key: 'fromMonth',
      title: { zh: '领取起始月', en: 'Pension from' },
      names: [
        ...spellings(['领取', '待遇领取', '养老金领取', '养老待遇领取', '待遇享受', '待遇'], FROM_ENDS),
        '首次领取年月',
        '首发年月',
        '起领年月',
        '领取年月',
      ],
      needed: true,
      mustBeFilled: true,
      tells: true,
    },
    {
      key: 'toMonth',
      title: { zh: '领取终止月', en: 'Pension until' },
      names: [
        ...spellings(['领取', '待遇领取', '养老金领取', '养老待遇领取', '待遇享受', '待遇'], TO_ENDS),
        '停发年月',
      ],
      needed: false,
      mustBeFilled: false,
      tells: true,
    },
  ],
  'government-payroll': [
    {
      key: 'unit',
      title: { zh: '单位', en: 'Unit' },
      names: ['单位', '单位名称', '工作单位', '所在单位', '供养单位', '财政供养单位', '编制单位', '现工作单位'],
      needed: true,
      mustBeFilled: true,
      tells: false,
    },
    {
      key: 'fromMonth',
      title: { zh: '起始月', en: 'From' },
      names: [
        ...spellings(['', '供养', '在编', '财政供养', '入编'], FROM_ENDS),
        '入编时间',
        '入编年月',
        '进入本单位时间',
      ],
      needed: false,
      mustBeFilled: false,
      tells: false,
    },
    {
      key: 'toMonth',
      title: { zh: '终止月', en: 'Until' },
      names: spellings(['', '供养', '在编', '财政供养'], TO_ENDS),
      needed: false,
      mustBeFilled: false,
      tells: false,
    },
  ],
  deaths: [
    {
      key: 'diedOn',
      title: { zh: '死亡日期', en: 'Died on' },
      names: ['死亡日期', '死亡时间', '死亡年月日', '去世日期', '去世时间', '亡故日期'],
      needed: true,
      mustBeFilled: true,
      tells: true,
    },
  ],
  'insured-staff': [
    {
      key: 'unit',
      title: { zh: '单位名称', en: 'Employer' },
      names: ['单位名称', '单位', '参保单位', '参保单位名称', '企业名称', '用人单位', '用人单位名称'],
      needed: true,
      mustBeFilled: true,
      tells: false,
    },
    {
      key: 'uscc',
      title: { zh: '统一社会信用代码', en: 'Social credit code' },
      names: ['统一社会信用代码', '社会信用代码', '信用代码', '单位信用代码', '统一信用代码'],
      needed: false,
      mustBeFilled: false,
      tells: true,
    },
    {
      key: 'fromMonth',
      title: { zh: '参保起始月', en: 'Insured from' },
      names: [...spellings(['参保', '缴费', ''], FROM_ENDS), '参保时间'],
      needed: true,
      mustBeFilled: true,
      tells: true,
    },
    // Without it everybody would seem to be insured still.
    {
      key: 'toMonth',
      title: { zh: '参保终止月', en: 'Insured until' },
      names: [...spellings(['参保', '缴费', ''], TO_ENDS), '停保年月'],
      needed: true,
      mustBeFilled: false,
      tells: false,
    },
  ],
}

/** What a list that answers a letter to this register is read by. */
export function columnsOf(register: LetterRegister): ColumnMeaning<LetterColumn>[] {
  return [
    ...PERSON_COLUMNS,
    ...LETTER_FORMS[register].map(({ key, names, needed }) => ({ key, names, required: needed })),
  ]
}
