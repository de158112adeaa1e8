import type { Sentence } from '../../../platform/contract/public.ts'
import type { Difference, LineState, ListReview, Outcome, ProvinceState } from './rules.ts'
import type { Meaning } from './meanings.ts'
import { LIST_STATUS_WORDS } from './words.ts'

const people = (count: number, be: string) =>
  count === 1 ? `1 person ${be === 'are' ? 'is' : be}` : `${count} people ${be}`

/** Each kind of difference as part of one plain sentence. */
const COUNTED: Record<Difference, (count: number) => Sentence> = {
  'there-not-here': (n) => ({ zh: `省平台有、本地没有的 ${n} 人`, en: `the province has ${n} that we have not` }),
  'here-not-there': (n) => ({
    zh: `本地已报、省平台没有的 ${n} 人`,
    en: `${n} sent by us ${n === 1 ? 'is' : 'are'} not there`,
  }),
  'sum-differs': (n) => ({ zh: `金额不一致 ${n} 笔`, en: `${n} ${n === 1 ? 'sum differs' : 'sums differ'}` }),
  'state-differs': (n) => ({ zh: `状态不一致 ${n} 笔`, en: `${n} ${n === 1 ? 'state differs' : 'states differ'}` }),
  'paid-twice': (n) => ({ zh: `两处都已支付 ${n} 笔`, en: `${n} paid here and there` }),
}

export const KIND_WORDS: Record<Difference, Sentence> = {
  'here-not-there': { zh: '本地已报、省平台没有', en: 'Here, not there' },
  'there-not-here': { zh: '省平台有、本地没有', en: 'There, not here' },
  'sum-differs': { zh: '金额不一致', en: 'Sum differs' },
  'state-differs': { zh: '状态不一致', en: 'State differs' },
  'paid-twice': { zh: '两处都已支付', en: 'Paid here and there' },
}

export const STATE_WORDS: Record<ProvinceState, Sentence> = {
  received: { zh: '已受理', en: 'Received' },
  returned: { zh: '已退回', en: 'Returned' },
  approved: { zh: '审核通过', en: 'Approved' },
  paid: { zh: '已支付', en: 'Paid' },
}

export const LINE_STATE_WORDS: Record<LineState, Sentence> = {
  open: { zh: '待处理', en: 'Open' },
  reopened: { zh: '重新打开', en: 'Reopened' },
  asked: { zh: '已去函,待答复', en: 'Asked, no answer yet' },
  settled: { zh: '已处理', en: 'Settled' },
}

export const OUTCOME_WORDS: Record<Outcome, Sentence> = {
  theirs: { zh: '以省平台为准', en: 'The province is right' },
  ours: { zh: '以本地为准', en: 'We are right' },
  asked: { zh: '去函请省平台核实', en: 'The province is asked' },
  'correct-here': { zh: '本地更正', en: 'To be corrected here' },
  'same-payment': { zh: '是同一笔,两处都有记载', en: 'One payment, told twice' },
}

/** What follows from each way of settling. */
export const FOLLOWS: Record<Outcome, Sentence> = {
  theirs: {
    zh: '本地保留原记录,统计和“是否已享受”按省平台的记载',
    en: 'Our record stays as it is; what was received is told as the province has it',
  },
  ours: {
    zh: '请在省平台更正;更正后再次导入,这一条会自动消失',
    en: 'Have it corrected at the province; once it is imported again, the line goes by itself',
  },
  asked: {
    zh: '写明去函日期和文号;省平台答复后再处理一次',
    en: 'Give the day and the document; settle it again once the province has answered',
  },
  'correct-here': {
    zh: '请更正班级、证书或人员记录;更正后重新生成名单',
    en: 'Correct the class, certificate or person, and make the list anew',
  },
  'same-payment': { zh: '不追回;理由和依据留存', en: 'Nothing is recovered; reason and document are kept' },
}

const COLUMN_TITLES: Record<Meaning, Sentence> = {
  identityNumber: { zh: '身份证号', en: 'Identity number' },
  name: { zh: '姓名(只留首尾)', en: 'Name (kept masked)' },
  reference: { zh: '省平台编号', en: "The province's number" },
  ourReference: { zh: '县级流水号', en: 'Our reference' },
  level: { zh: '等级', en: 'Level' },
  certificateNo: { zh: '证书编号', en: 'Certificate number' },
  amount: { zh: '补贴金额', en: 'Amount' },
  state: { zh: '办理状态', en: 'State' },
  reason: { zh: '退回原因', en: 'Reason for a return' },
  paidOn: { zh: '支付日期', en: 'Paid on' },
  paidAmount: { zh: '实付金额', en: 'Amount paid' },
  ignored: { zh: '不读取这一列', en: 'Do not read this column' },
}

/** The pages’ own words. */
export const pageWords = {
  lists: { zh: '预审名单', en: 'Pre-checked lists' },
  listsMeta: {
    zh: '由省平台办理的补贴:在这里审定名单,报送省平台,再与省平台的结果对账',
    en: 'Subsidies whose record the province holds: the list is checked here, sent, and compared with what the province says',
  },
  list: { zh: '预审名单', en: 'Pre-checked list' },
  noLists: {
    zh: '没有预审名单。班级结业后,由省平台办理的补贴会自动生成',
    en: 'No lists. They are made by themselves when a class is completed',
  },
  status: LIST_STATUS_WORDS,
  kinds: KIND_WORDS,
  states: STATE_WORDS,
  lineStates: LINE_STATE_WORDS,
  outcomes: OUTCOME_WORDS,
  follows: FOLLOWS,
  columns: {
    number: { zh: '名单号', en: 'List' },
    title: { zh: '班级', en: 'Class' },
    organisation: { zh: '培训机构', en: 'Provider' },
    scheme: { zh: '政策', en: 'Scheme' },
    heads: { zh: '补/待/不', en: 'Due/held/refused' },
    amount: { zh: '金额(元)', en: 'Amount (¥)' },
    status: { zh: '状态', en: 'State' },
    assembledOn: { zh: '生成日期', en: 'Made on' },
    person: { zh: '姓名', en: 'Name' },
    identity: { zh: '身份证号', en: 'Identity number' },
    kind: { zh: '差异', en: 'Difference' },
    here: { zh: '本地', en: 'Here' },
    there: { zh: '省平台', en: 'The province' },
    hereFen: { zh: '本地(元)', en: 'Here (¥)' },
    thereFen: { zh: '省平台(元)', en: 'There (¥)' },
    reference: { zh: '本地流水号', en: 'Our reference' },
    theirReference: { zh: '省平台编号', en: 'The province’s number' },
    thereState: { zh: '省平台状态', en: 'State there' },
    paidOn: { zh: '支付日期', en: 'Paid on' },
    other: { zh: '另一处支付', en: 'Also paid' },
    settledBy: { zh: '依据', en: 'By' },
    stands: { zh: '处理状态', en: 'Settled?' },
    outcome: { zh: '处理结果', en: 'Outcome' },
    reason: { zh: '理由', en: 'Reason' },
    document: { zh: '依据', en: 'Document' },
    file: { zh: '文件', en: 'File' },
    asOf: { zh: '数据截至', en: 'As of' },
    lines: { zh: '记录数', en: 'Lines' },
    paid: { zh: '其中已支付', en: 'Of these paid' },
    whole: { zh: '范围', en: 'Holds' },
    by: { zh: '导入', en: 'Imported by' },
    heading: { zh: '文件里的列', en: 'Column of the file' },
    meaning: { zh: '含义', en: 'Meaning' },
    samples: { zh: '前几个值(已遮盖)', en: 'First values (masked)' },
  },
  figures: {
    amount: { zh: '预审金额(元)', en: 'Pre-checked (¥)' },
    heads: { zh: '补贴 / 待核实 / 不予', en: 'Due / held / refused' },
    checks: { zh: '核对通过', en: 'Checks passed' },
  },
  noMoneyHere: {
    zh: '这份名单由省平台支付:本地不占用预算,不生成银行清单',
    en: 'The province pays this list: no budget is reserved here and no bank’s list is made',
  },
  unavailable: (count: number): Sentence => ({ zh: `${count} 项核对没有结果`, en: `${count} checks have no answer` }),
  unavailableThen: (count: number, then: 'hold' | 'note'): Sentence =>
    then === 'hold'
      ? { zh: `涉及 ${count} 人,待核实`, en: `${people(count, 'are')} held` }
      : { zh: `涉及 ${count} 人,只作提示`, en: `${people(count, 'are')} told of it only` },
  walk: { zh: '追溯', en: 'Walk back' },
  history: { zh: '办理过程', en: 'What happened' },
  made: { zh: '生成名单', en: 'List made' },
  byPlatform: { zh: '由平台自动生成', en: 'by the platform' },
  pass: (duty: ListReview, count: number): Sentence =>
    duty === 'initial-review'
      ? { zh: `初审通过(${count} 人)`, en: `Pass the first review (${count})` }
      : { zh: `复核通过(${count} 人)`, en: `Pass the second review (${count})` },
  passTitle: {
    'initial-review': { zh: '初审通过', en: 'Pass the first review' },
    'second-review': { zh: '复核通过', en: 'Pass the second review' },
  },
  returnIt: { zh: '退回', en: 'Return' },
  takeBack: { zh: '撤回', en: 'Take back' },
  returnTitle: { zh: '退回名单', en: 'Return the list' },
  returnReasons: { zh: '理由(一行一条,一次写全)', en: 'Reasons, one a line, all at once' },
  passed: { zh: '已通过', en: 'Passed' },
  returned: { zh: '已退回', en: 'Returned' },
  listAgain: { zh: '按现在的记录重新生成', en: 'Make it anew' },
  madeAgain: (number: string): Sentence => ({ zh: `已生成 ${number}`, en: `${number} was made` }),
  send: { zh: '下载报送文件', en: 'Download the file for the province' },
  sendAgain: { zh: '再次下载(同一份文件)', en: 'Download again (the same file)' },
  sendTitle: { zh: '下载报送省平台的名单', en: 'The list for the province' },
  sendWarns: (count: number): Sentence => ({
    zh: `文件含 ${count} 人的完整身份证号。每次下载都记录下载人和用途;上传省平台后请删除`,
    en: `The file holds the whole identity numbers of ${count} people. Every download is recorded with its purpose; delete the file once it is uploaded`,
  }),
  purpose: { zh: '用途', en: 'Purpose' },
  purposeUsual: { zh: '上传省职业能力建设一体化平台', en: 'Upload to the province’s platform' },
  sent: (name: string, sha256: string): Sentence => ({
    zh: `报送文件 ${name},SHA-256 ${sha256.slice(0, 16)}…`,
    en: `File ${name}, SHA-256 ${sha256.slice(0, 16)}…`,
  }),
  cancel: { zh: '取消', en: 'Cancel' },

  reconciliation: { zh: '省平台对账', en: 'The province and us' },
  reconciliationMeta: {
    zh: '省平台说的与本地名单逐人比对,逐条写明怎么处理',
    en: 'What the province says against our own lists, person by person, each difference settled with a reason',
  },
  scheme: { zh: '政策', en: 'Scheme' },
  noScheme: { zh: '本地没有由省平台办理的政策', en: 'No scheme of this county has its record held by the province' },
  nothingDiffers: {
    zh: '没有差异。导入省平台导出的文件后,不一致的人员列在这里,逐条写明怎么处理。',
    en: 'No differences. Once the province’s file is imported, whoever differs is listed here, each to be settled.',
  },
  never: { zh: '还没有导入省平台的文件', en: 'No file of the province has been imported yet' },
  differ: (open: readonly { readonly kind: Difference; readonly lines: number }[]): Sentence => ({
    zh: `还有差异待处理:${open.map(({ kind, lines }) => COUNTED[kind](lines).zh).join(',')}`,
    en: `Still to settle: ${open.map(({ kind, lines }) => COUNTED[kind](lines).en).join(', ')}`,
  }),
  allAgree: (count: number): Sentence => ({
    zh: `两边没有待处理的差异;一致 ${count} 笔`,
    en: `Nothing is left to settle; ${count} lines agree`,
  }),
  asked: (count: number): Sentence => ({
    zh: `另有 ${count} 条已去函,待答复`,
    en: `${count} more are asked about and unanswered`,
  }),
  asOf: (day: string): Sentence => ({ zh: `省平台数据截至 ${day}`, en: `The province’s data are of ${day}` }),
  comparedAt: (time: string): Sentence => ({ zh: `对账时间 ${time}`, en: `Compared at ${time}` }),
  hereSum: { zh: '本地已报(人 / 元)', en: 'Sent by us (people / ¥)' },
  thereSum: { zh: '省平台(笔 / 元)', en: 'There (lines / ¥)' },
  paidSum: { zh: '其中已支付(笔 / 元)', en: 'Of these paid (lines / ¥)' },
  agreeSum: { zh: '一致(笔)', en: 'Agree' },
  again: { zh: '重新对账', en: 'Compare again' },
  print: { zh: '打印', en: 'Print' },
  importFile: { zh: '导入省平台文件', en: 'Import the province’s file' },
  noLines: { zh: '没有符合筛选条件的差异', en: 'No differences are filtered' },
  filters: (text: string): Sentence => ({ zh: `筛选:${text}`, en: `Filtered: ${text}` }),
  unfiltered: { zh: '全部差异', en: 'all differences' },
  notHere: { zh: '本地没有', en: 'not here' },
  notThere: { zh: '省平台没有', en: 'not there' },
  notSent: { zh: '未报送', en: 'not sent' },
  standing: {
    due: { zh: '补贴', en: 'due' },
    held: { zh: '待核实', en: 'held' },
    refused: { zh: '不予', en: 'refused' },
  },
  both: { zh: '两边的记载', en: 'Both sides' },
  ourSide: { zh: '本地名单', en: 'Our list' },
  theirSide: { zh: '省平台说过的', en: 'What the province said' },
  otherSide: { zh: '另一处支付', en: 'Also paid' },
  openList: (number: string): Sentence => ({ zh: `预审名单 ${number}`, en: `List ${number}` }),
  seeDecision: { zh: '认定依据', en: 'The decision' },
  inFile: (asOf: string, row: number): Sentence => ({
    zh: `截至 ${asOf},第 ${row} 行`,
    en: `as of ${asOf}, row ${row}`,
  }),
  settle: { zh: '处理', en: 'Settle' },
  settleTitle: { zh: '这一条怎么处理', en: 'How is it settled?' },
  outcome: { zh: '处理结果', en: 'Outcome' },
  reason: { zh: '理由', en: 'Reason' },
  document: { zh: '依据文件或文号', en: 'Document' },
  askedOn: { zh: '去函日期', en: 'Asked on' },
  settled: { zh: '已处理', en: 'Settled' },
  settlements: { zh: '处理记录', en: 'How it was settled' },
  noLonger: { zh: '两边的记载后来变了,这次处理不再算数', en: 'The sides have changed since; it no longer counts' },
  close: { zh: '关闭', en: 'Close' },
  exportName: { zh: '省平台对账差异', en: 'differences-with-the-province' },

  imports: { zh: '导入过的文件', en: 'Files imported' },
  noImports: { zh: '还没有导入过', en: 'None yet' },
  wholeYes: { zh: '全部记录', en: 'everything' },
  wholeNo: { zh: '部分记录', en: 'a part' },
  upload: {
    title: { zh: '导入省平台文件', en: 'Import the province’s file' },
    meta: {
      zh: '省平台导出的办理状态:xlsx、xls 或 csv,整份导入或一条不导',
      en: 'States as the province exports them: .xlsx, .xls or .csv, taken whole or not at all',
    },
    asOf: { zh: '数据截至日', en: 'The day it is of' },
    asOfHint: { zh: '省平台导出当天;不是收到文件的那天', en: 'The day the province made it, not the day it came' },
    whole: { zh: '文件里有什么', en: 'What it holds' },
    wholeLabel: {
      zh: '这项政策在省平台的全部记录(文件里没有的,视为省平台已没有)',
      en: 'Everything the province has of this scheme (what is not in it is no longer there)',
    },
    partLabel: { zh: '一部分记录(文件里没有的,保持原来的状态)', en: 'A part (what is not in it stays as it was)' },
    file: { zh: '省平台导出的文件', en: 'The province’s export' },
    first: { zh: '先选政策和数据截至日', en: 'Choose the scheme and the day first' },
    imported: (rows: number, paid: number): Sentence => ({
      zh: `已导入 ${rows} 条,其中已支付 ${paid} 条`,
      en: `${rows} lines imported, ${paid} of them paid`,
    }),
    before: (post: string, at: string): Sentence => ({
      zh: `同一份文件已由${post}于 ${at} 导入过,没有重复导入`,
      en: `The same file was imported by the ${post} at ${at}; nothing was taken twice`,
    }),
    open: { zh: '看对账结果', en: 'See the differences' },
  },
  meanings: COLUMN_TITLES,
  mapping: {
    title: { zh: '说明各列的含义', en: 'Say what the columns mean' },
    lead: {
      zh: '文件的列名没有见过。说明一次就会记住,下次同样的列名直接读取',
      en: 'These column names are new. Say it once; the next file with them is read so',
    },
    choose: { zh: '请选择', en: 'Choose' },
    save: { zh: '记住并导入', en: 'Remember and import' },
    missing: (names: string): Sentence => ({ zh: `还缺:${names}`, en: `Still missing: ${names}` }),
    ambiguous: { zh: '有两列选了同一含义', en: 'Two columns have this meaning' },
  },
} as const
