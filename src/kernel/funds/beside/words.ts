import type { Sentence } from '../../../platform/contract/public.ts'
import type { Kind, Meaning, SideState } from './rules.ts'

export const KIND_WORDS: Record<Kind, Sentence> = {
  'only-old': { zh: '旧表有,系统没有', en: 'On the old list, not here' },
  'only-here': { zh: '系统有,旧表没有', en: 'Here, not on the old list' },
  amount: { zh: '金额不同', en: 'The amounts differ' },
  state: { zh: '状态不同', en: 'The states differ' },
}

export const STATE_WORDS: Record<SideState, Sentence> = {
  paid: { zh: '已支付', en: 'Paid' },
  'under-way': { zh: '办理中', en: 'Under way' },
  held: { zh: '待核实', en: 'Held' },
  refused: { zh: '不予补贴', en: 'Refused' },
}

/** How old lists say it, as far as anybody has seen one. */
export const OLD_STATES: Record<SideState, readonly string[]> = {
  paid: ['已发', '已发放', '已支付', '已付', '已打款', '已到账', '发放成功', '是'],
  'under-way': ['未发', '待发', '待发放', '未发放', '审核中', '办理中', '公示中', '已审批', '待支付', '否'],
  held: ['待核实', '暂缓', '缓发'],
  refused: ['不予补贴', '不符合', '不发', '不予发放', '取消', '未通过'],
}

export const HEADINGS: Record<Meaning, readonly string[]> = {
  identityNumber: ['身份证号', '身份证号码', '证件号码', '公民身份号码', '居民身份证号码'],
  name: ['姓名', '学员姓名', '领取人', '收款人'],
  amount: ['补贴金额', '金额', '补贴金额(元)', '金额(元)', '应发金额', '发放金额', '补助金额'],
  state: ['状态', '发放状态', '办理状态', '是否发放', '发放情况'],
  ignored: [
    '序号',
    '性别',
    '年龄',
    '联系电话',
    '手机号',
    '银行账号',
    '开户行',
    '班级',
    '工种',
    '职业(工种)',
    '等级',
    '证书编号',
    '备注',
  ],
}

export const words = {
  title: { zh: '与旧表并行核对', en: 'Beside the old list' },
  meta: {
    zh: '上传原来的Excel台账,逐人与系统比较人、金额和状态,列出全部差异;每处差异写明原因,两边再有变化会重新列出。表不保存。',
    en: 'Upload the old Excel list: people, amounts and states are compared one by one, and every difference listed. Give each its reason; it opens again when a side changes. The file is not kept.',
  },
  from: { zh: '系统里申领单生成日期 从', en: 'Claims assembled here from' },
  to: { zh: '到', en: 'to' },
  file: { zh: '旧表', en: 'Old list' },
  first: { zh: '请先填写起止日期。', en: 'Fill in the days first.' },
  columns: {
    heading: { zh: '表头', en: 'Heading' },
    meaning: { zh: '含义', en: 'Meaning' },
    samples: { zh: '示例(已遮盖)', en: 'Samples (masked)' },
  },
  meanings: {
    identityNumber: { zh: '身份证号', en: 'Identity number' },
    name: { zh: '姓名', en: 'Name' },
    amount: { zh: '补贴金额', en: 'Amount' },
    state: { zh: '状态', en: 'State' },
    ignored: { zh: '不用', en: 'Not used' },
  } satisfies Record<Meaning, Sentence>,
  mapping: {
    title: { zh: '说明各列的含义', en: 'Say what the columns mean' },
    lead: {
      zh: '有的列名没有见过。说明一次就会记住,下次同样的列名直接读取。',
      en: 'Some column names are new. Say it once; the next list with them is read so.',
    },
    choose: { zh: '请选择', en: 'Choose' },
    save: { zh: '记住并核对', en: 'Remember and compare' },
    missing: (names: string): Sentence => ({ zh: `还缺:${names}`, en: `Still missing: ${names}` }),
    ambiguous: { zh: '有两列选了同一含义', en: 'Two columns have this meaning' },
  },
  summary: (agreeing: number, open: number, settled: number): Sentence => ({
    zh: `一致 ${agreeing} 人次;差异 ${open + settled} 处,其中已写明原因 ${settled} 处,还有 ${open} 处。`,
    en: `${agreeing} agree; ${open + settled} differ, ${settled} of them with a reason, ${open} open.`,
  }),
  totals: (old: number, oldYuan: string, ours: number, oursYuan: string): Sentence => ({
    zh: `旧表 ${old} 行 ${oldYuan} 元;系统应发 ${ours} 人次 ${oursYuan} 元。`,
    en: `Old list: ${old} rows, ¥${oldYuan}; due here: ${ours}, ¥${oursYuan}.`,
  }),
  unread: (count: number): Sentence => ({
    zh: `旧表有 ${count} 行的状态写法不认得,只比了人和金额。`,
    en: `The state of ${count} rows is in words that are not known; only people and amounts were compared.`,
  }),
  allAgree: { zh: '没有差异。', en: 'Nothing differs.' },
  export: { zh: '导出差异', en: 'Export the differences' },
  settle: { zh: '写明原因', en: 'Give the reason' },
  settleTitle: { zh: '这处差异的原因', en: 'Why they differ' },
  reason: { zh: '原因', en: 'Reason' },
  reasonHint: {
    zh: '例:旧表把开班前已就业的也算了;以系统为准',
    en: 'For example: the old list counted somebody already employed',
  },
  cancel: { zh: '取消', en: 'Cancel' },
  settled: { zh: '已写明', en: 'Kept' },
  open: { zh: '未写明', en: 'Open' },
  onlyOpen: { zh: '只看未写明的', en: 'Open only' },
  more: (count: number): Sentence => ({
    zh: `只列出前 ${count} 处,其余请导出查看。`,
    en: `Only the first ${count} are listed; export for the rest.`,
  }),
  table: {
    row: { zh: '旧表行', en: 'Row' },
    person: { zh: '姓名', en: 'Name' },
    identity: { zh: '身份证号', en: 'Identity number' },
    kind: { zh: '差异', en: 'Difference' },
    old: { zh: '旧表', en: 'Old list' },
    ours: { zh: '系统', en: 'Here' },
    claim: { zh: '申领单', en: 'Claim' },
    reason: { zh: '原因', en: 'Reason' },
  },
  side: (yuan: string, state: Sentence | null): Sentence => ({
    zh: state ? `${yuan} 元 · ${state.zh}` : `${yuan} 元`,
    en: state ? `¥${yuan} · ${state.en}` : `¥${yuan}`,
  }),
  none: { zh: '没有', en: 'none' },

  daysWrong: { zh: '结束日期早于开始日期,请核对。', en: 'The last day is before the first.' },
  noHead: {
    zh: '没有找到表头:表里要有身份证号和金额两列。',
    en: 'No heading was found: the list needs identity numbers and amounts.',
  },
  severalSheets: (names: readonly string[]): Sentence => ({
    zh: `工作簿里有几张表(${names.join('、')}),请只留要核对的一张再上传。`,
    en: `The workbook has several sheets (${names.join(', ')}): leave only the one to compare.`,
  }),
  wrong: (count: number, most: number): Sentence => ({
    zh: `旧表有 ${count} 处读不了,没有核对。请改正下列各行再上传${count > most ? `(只列前 ${most} 处)` : ''}。`,
    en: `${count} places of the old list cannot be read, so nothing was compared. Correct these rows${count > most ? ` (the first ${most})` : ''} and upload it again.`,
  }),
  inRow: (row: number, problem: Sentence): Sentence => ({
    zh: `第 ${row} 行:${problem.zh}`,
    en: `row ${row}: ${problem.en}`,
  }),
  identityAsNumber: {
    zh: '身份证号存成了数字,后几位可能已经丢失,请改成文本格式重新填写',
    en: 'the identity number was stored as a number and may have lost its last digits; enter it as text',
  },
  amountUnread: {
    zh: '金额读不了,请写成 1000 或 1,000.00',
    en: 'the amount cannot be read; write 1000 or 1,000.00',
  },
  nobody: { zh: '旧表里没有人。', en: 'There is nobody on the old list.' },
  tooMany: (most: number): Sentence => ({
    zh: `这段时间系统里超过 ${most} 人次,请缩短起止日期,分几次核对。`,
    en: `More than ${most} people stand here in these days: compare in shorter periods.`,
  }),
  columnsNotWhole: {
    zh: '身份证号和金额各要有一列,同一含义不能选两次。',
    en: 'There must be one column of identity numbers and one of amounts, and no meaning twice.',
  },
  headingWithNumber: {
    zh: '表头里有长号码,可能选错了表头行,请核对。',
    en: 'A heading holds a long number; the wrong line may have been taken for the head.',
  },
} as const
