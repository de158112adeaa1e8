/** What the forms of a claim are called on screens, and the labels between a county's own wording. Forms are Chinese. */
export const formTitles = {
  approval: { zh: '审批表', en: 'Approval form' },
  payout: { zh: '发放清单', en: 'List of payments' },
  telling: { zh: '告知单', en: 'Notices to persons' },
} as const

export const lacks = {
  nobodyDue: { zh: '没有拟补贴的人员', en: 'nobody is due anything' },
  nobodyTold: { zh: '没有待核实或不予补贴的人员', en: 'nobody is held or refused' },
  notOfTheClaim: { zh: '这个人不需要告知', en: 'this person is not told anything' },
} as const

export const labels = {
  number: (number: string) => `申领单号：${number}`,
  made: (day: string) => `生成日期：${day}`,
  provider: '培训机构',
  ofGroup: '班级',
  scheme: '政策依据',
  fund: '资金来源',
  line: '预算项目',
  lineYear: (name: string, year: number) => `${name}（${year}年）`,
  balance: '预算可用余额',
  heads: '拟补贴人数',
  count: (count: number) => `${count} 人`,
  others: '其他人员',
  othersOf: (held: number, refused: number) => `待核实 ${held} 人，不予补贴 ${refused} 人`,
  amount: '拟补贴金额',
  yuan: (text: string) => `¥${text}`,
  capitals: '金额大写',
  checks: '平台核对',
  checksOf: (passed: number, asked: number) => `应核 ${asked} 项次，通过 ${passed} 项次`,
  unanswered: '未比对',
  unansweredOf: (title: string, people: number) => `${title}（${people} 人）`,
  none: '无',
  doubts: '待核实和不予补贴的人员',
  doubtColumns: ['序号', '姓名', '状态', '原因'],
  standings: { due: '拟补贴', held: '待核实', refused: '不予补贴' },
  content: '内容校验',
  passed: (day: string, who: string) => `平台记录：${day} ${who} 通过`,
  payoutColumns: ['序号', '姓名', '身份证号', '开户银行', '账户尾号', '金额（元）', '备注'],
  total: '合计',
  totalOf: (heads: number, capitals: string) => `${heads} 人  ${capitals}`,
  basis: (text: string) => `依据：${text}`,
  bring: (text: string) => `请带：${text}`,
  receipt: '----------------------------------  回  执  ----------------------------------',
  received: (number: string, position: number) => `我已收到申领单 ${number} 第 ${position} 号的告知单。`,
  receiver: ['收件人（签字）：', '送达人（签字）：', '日期：      年   月   日'],
} as const
