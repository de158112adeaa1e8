import type { Dictionary } from '../headings/head.ts'
import { type Meaning, MEANINGS, REQUIRED_COLUMNS } from './meanings.ts'

/** How the province's exports head these columns, as far as anybody has seen one; other headings are explained once. */
const NAMES: Record<Meaning, readonly string[]> = {
  identityNumber: ['身份证号', '身份证号码', '证件号码', '身份证件号码', '公民身份号码', '居民身份证号码'],
  name: ['姓名', '申领人', '申领人姓名', '人员姓名', '学员姓名'],
  reference: ['省平台编号', '业务编号', '申领编号', '申请编号', '受理编号', '业务流水号', '办件编号'],
  ourReference: ['县级流水号', '外部流水号', '县级编号', '来源编号', '第三方流水号'],
  level: ['等级', '技能等级', '职业等级', '证书等级', '培训等级'],
  certificateNo: ['证书编号', '证书号', '证书号码', '职业技能等级证书编号'],
  amount: ['补贴金额', '金额', '补贴金额(元)', '申领金额', '核定金额', '审核金额'],
  state: ['办理状态', '状态', '业务状态', '审核状态', '当前状态'],
  reason: ['退回原因', '原因', '退回理由', '不通过原因', '审核意见'],
  paidOn: ['支付日期', '支付时间', '发放日期', '发放时间', '到账日期'],
  paidAmount: ['实付金额', '支付金额', '发放金额', '实发金额'],
  ignored: [
    '序号',
    '性别',
    '联系电话',
    '手机号',
    '职业',
    '工种',
    '职业(工种)',
    '班级',
    '班级名称',
    '培训机构',
    '备注',
    '开户行',
    '银行账号',
    '所属区县',
    '县区',
  ],
}

/** What the columns of the province's file can mean and how they are headed. */
export const PROVINCE_FILE: Dictionary<Meaning> = { meanings: MEANINGS, names: NAMES, required: REQUIRED_COLUMNS }
