import { plainName } from '../../../platform/office/header.ts'
import { type Meaning, MEANINGS } from './meanings.ts'

/** How offices head these columns. Headings of columns nobody needs are known too, so that nobody is asked about them. */
const NAMES: Record<Meaning, readonly string[]> = {
  identityNumber: [
    '身份证号',
    '身份证号码',
    '身份证',
    '公民身份号码',
    '公民身份证号',
    '公民身份证号码',
    '居民身份证号',
    '居民身份证号码',
    '身份证件号码',
    '证件号码',
    '社会保障号码',
  ],
  name: ['姓名', '学员姓名', '人员姓名', '申领人', '申领人姓名', '补贴对象', '享受人员'],
  family: ['补贴项目', '补贴类型', '补贴种类', '补贴类别', '补贴名称', '资金项目', '享受项目'],
  occupation: [
    '职业',
    '工种',
    '职业工种',
    '职业/工种',
    '职业名称',
    '工种名称',
    '培训工种',
    '培训职业',
    '鉴定工种',
    '职业(工种)名称',
    '职业技能等级证书名称',
  ],
  level: ['等级', '级别', '技能等级', '职业等级', '证书等级', '培训等级', '鉴定等级', '职业技能等级', '取证等级'],
  certificateNo: ['证书编号', '证书号', '证书号码', '职业资格证书编号', '职业技能等级证书编号', '技能等级证书编号'],
  amount: ['补贴金额', '金额', '补助金额', '发放金额', '实发金额', '拨付金额', '支付金额', '补贴资金'],
  paidOn: [
    '发放日期',
    '发放时间',
    '发放月份',
    '支付日期',
    '支付时间',
    '拨付日期',
    '拨付时间',
    '打款日期',
    '到账日期',
    '补贴发放时间',
    '月份',
  ],
  paidYear: ['发放年度', '年度', '年份', '补贴年度', '资金年度'],
  payee: ['领取单位', '收款人', '收款单位', '领取单位/收款人', '收款户名', '户名', '领款单位', '受益单位', '收款方'],
  ignored: [
    '序号',
    '编号',
    '性别',
    '年龄',
    '出生日期',
    '民族',
    '学历',
    '文化程度',
    '联系电话',
    '联系方式',
    '电话',
    '手机',
    '手机号',
    '手机号码',
    '住址',
    '家庭住址',
    '户籍地址',
    '乡镇',
    '街道',
    '开户行',
    '开户银行',
    '银行',
    '银行账号',
    '银行卡号',
    '账号',
    '卡号',
    '社保卡号',
    '人员类别',
    '备注',
    '说明',
    '班级',
    '班级名称',
    '班次',
    '期数',
    '培训机构',
    '培训机构名称',
    '签名',
    '签字',
  ],
}

export const namesOf = (meaning: Meaning): readonly string[] => NAMES[meaning]

const MEANING_OF = new Map(
  MEANINGS.flatMap((meaning) => NAMES[meaning].map((name) => [plainName(name), meaning] as const)),
)

/** What a heading means by itself; undefined when nobody has said. */
export function meaningOf(heading: string): Meaning | undefined {
  return MEANING_OF.get(plainName(heading))
}
