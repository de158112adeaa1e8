import type { Sentence } from '../../../platform/contract/public.ts'
import type { ColumnMeaning } from '../../../platform/office/header.ts'

/** The columns of a roster, in the order of the official form. */
export const ROSTER_COLUMNS = [
  'seq',
  'name',
  'sex',
  'identityNumber',
  'education',
  'address',
  'group',
  'phone',
  'bankAccount',
  'bankName',
  'remark',
] as const

export type RosterColumn = (typeof ROSTER_COLUMNS)[number]

/** Their headings on the official form. */
export const COLUMN_TITLES: Record<RosterColumn, Sentence> = {
  seq: { zh: '序号', en: 'No.' },
  name: { zh: '姓名', en: 'Name' },
  sex: { zh: '性别', en: 'Sex' },
  identityNumber: { zh: '身份证号', en: 'Identity number' },
  education: { zh: '文化程度', en: 'Education' },
  address: { zh: '家庭住址', en: 'Home address' },
  group: { zh: '人员类别', en: 'Group' },
  phone: { zh: '联系电话', en: 'Phone' },
  bankAccount: { zh: '社保卡金融账户', en: 'Bank account' },
  bankName: { zh: '开户银行', en: 'Bank' },
  remark: { zh: '备注', en: 'Remark' },
}

/** Without these nobody can be enrolled and paid, so a roster that lacks one is refused. */
export const NEEDED_COLUMNS: readonly RosterColumn[] = [
  'name',
  'identityNumber',
  'group',
  'phone',
  'bankAccount',
  'bankName',
]

/** How offices write each heading. A social-security card's own number is not its bank account, so 社保卡号 is not here. */
const NAMES: Record<RosterColumn, readonly string[]> = {
  seq: ['序号', '编号', '序', '学号', 'No', 'No.'],
  name: ['姓名', '学员姓名', '人员姓名', '名字', '学员', 'Name'],
  sex: ['性别', 'Sex', 'Gender'],
  identityNumber: [
    '身份证号',
    '身份证号码',
    '身份证',
    '居民身份证号',
    '居民身份证号码',
    '公民身份号码',
    '公民身份证号码',
    '身份证件号码',
    '身份证件号',
    '证件号码',
    '证件号',
    '社会保障号码',
    '社会保障号',
    'Identity number',
  ],
  education: ['文化程度', '学历', '最高学历', '受教育程度', '教育程度', 'Education'],
  address: [
    '家庭住址',
    '家庭地址',
    '住址',
    '现住址',
    '居住地址',
    '常住地址',
    '户籍地址',
    '户籍所在地',
    '联系地址',
    '地址',
    'Home address',
  ],
  group: [
    '人员类别',
    '人员类型',
    '人员性质',
    '身份类别',
    '学员类别',
    '培训对象类别',
    '培训人员类别',
    '对象类别',
    '类别',
    'Group',
  ],
  phone: [
    '联系电话',
    '手机号',
    '手机号码',
    '手机',
    '电话',
    '电话号码',
    '联系方式',
    '联系手机',
    '本人电话',
    '本人手机号',
    'Phone',
  ],
  bankAccount: [
    '社保卡金融账户',
    '社保卡金融账号',
    '社保卡金融帐户',
    '社保卡金融帐号',
    '社保卡银行账号',
    '社保卡银行账户',
    '社保卡银行卡号',
    '社保卡账号',
    '社会保障卡金融账户',
    '社会保障卡金融账号',
    '社会保障卡银行账号',
    '银行账号',
    '银行帐号',
    '银行账户',
    '银行卡号',
    '银行卡账号',
    '个人银行账号',
    '收款账号',
    '金融账户',
    '账号',
    '帐号',
    '卡号',
    'Bank account',
  ],
  bankName: [
    '开户银行',
    '开户行',
    '开户银行名称',
    '开户行名称',
    '社保卡开户银行',
    '银行名称',
    '所属银行',
    '发卡银行',
    '银行',
    'Bank',
  ],
  remark: ['备注', '说明', 'Remark'],
}

/** For finding the header: name and identity number say who a row is about. */
export const COLUMN_MEANINGS: readonly ColumnMeaning<RosterColumn>[] = ROSTER_COLUMNS.map((key) => ({
  key,
  names: NAMES[key],
  required: key === 'name' || key === 'identityNumber',
}))
