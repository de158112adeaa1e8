import type { Sentence } from '../../../platform/contract/public.ts'
import type { ClaimStatus } from '../claims/rules.ts'
import { STATUS_WORDS } from '../claims/words.ts'
import { words as holdWords } from '../holds/words.ts'
import type { Channel, NoticeStatus, ObjectionRefusal } from './rules.ts'

export const NOTICE_STATUS_WORDS: Record<NoticeStatus, Sentence> = {
  open: { zh: '公示中', en: 'On public notice' },
  ended: { zh: '公示期满', en: 'Ended' },
  withdrawn: { zh: '已撤下', en: 'Taken down' },
}

export const CHANNEL_WORDS: Record<Channel, Sentence> = {
  phone: { zh: '电话', en: 'By phone' },
  letter: { zh: '信函', en: 'By letter' },
  visit: { zh: '上门', en: 'In person' },
  online: { zh: '网上', en: 'Online' },
}

const REFUSALS: Record<ObjectionRefusal, (from: string, to: string) => Sentence> = {
  'in-the-future': () => ({ zh: '收到日期晚于今天,请更正', en: 'The day it was received is after today; correct it' }),
  'not-yet': (from) => ({
    zh: `收到日期早于公示开始的 ${from},请更正`,
    en: `The day it was received is before the notice began on ${from}; correct it`,
  }),
  'too-late': (from, to) => ({
    zh: `公示自 ${from} 至 ${to},期满后收到的不作为异议;反映属实可能的,请新开疑点处置单`,
    en: `The notice ran from ${from} to ${to}; what is received later is no objection. Open a suspicion case if there is something in it`,
  }),
  'moved-on': () => ({
    zh: '本单已列入支付批次或已退回,不能再登记异议。请新开疑点处置单',
    en: 'The claim is in a payment batch or was returned, so no objection can be taken in; open a suspicion case',
  }),
}

/** Sentences of public notices. */
export const words = {
  title: { zh: '公示', en: 'Public notices' },
  meta: {
    zh: '批准后公示,名单自动脱敏,期满自动撤下;对某一人的异议只暂缓这一人。',
    en: 'Published after approval, masked, taken down by itself; an objection holds the one person it is about.',
  },
  notice: { zh: '公示', en: 'Public notice' },
  number: { zh: '公示编号', en: 'Number' },
  status: NOTICE_STATUS_WORDS,
  channel: CHANNEL_WORDS,
  hold: holdWords.status,
  toPublish: { zh: '待公示', en: 'To be published' },
  claim: { zh: '申领单', en: 'Claim' },
  class: { zh: '班级', en: 'Class' },
  organisation: { zh: '机构', en: 'Provider' },
  scheme: { zh: '补贴项目', en: 'Scheme' },
  people: { zh: '人数', en: 'People' },
  amount: { zh: '金额(元)', en: 'Amount (yuan)' },
  publishedOn: { zh: '公示日期', en: 'Published' },
  endsOn: { zh: '公示截止', en: 'Last day' },
  approvedOn: { zh: '批准日期', en: 'Approved' },
  objections: { zh: '异议', en: 'Objections' },
  state: { zh: '状态', en: 'State' },
  position: { zh: '序号', en: 'No.' },
  name: { zh: '姓名', en: 'Name' },
  identity: { zh: '身份证号', en: 'Identity number' },
  nothingToPublish: { zh: '没有等待公示的申领单。', en: 'No claim waits to be published.' },
  noNotices: { zh: '还没有公示。申领单批准后在这里公示。', en: 'No notice yet. Approved claims are published here.' },
  noMatch: { zh: '没有符合条件的公示。', en: 'No notice matches.' },

  nextStep: { zh: '办理', en: 'Next' },
  lookAndPublish: { zh: '核对并公示', en: 'Look and publish' },
  preview: { zh: '公示预览', en: 'Preview' },
  previewNote: {
    zh: '公众看到的就是下面的内容:姓名和身份证号已隐去一部分,没有电话、账号和住址。',
    en: 'This is what the public will read: names and identity numbers partly hidden; no phone, account or address.',
  },
  publish: { zh: '公示', en: 'Publish' },
  publishNote: (days: number, endsOn: string) => ({
    zh: `自今天起公示 ${days} 个工作日,至 ${endsOn}(含)`,
    en: `Out for ${days} working days from today, until ${endsOn} inclusive`,
  }),
  published: (number: string) => ({ zh: `已公示,编号 ${number}`, en: `Published as ${number}` }),
  publicPage: { zh: '公众看到的页面', en: 'The page the public reads' },
  until: (endsOn: string, days: number) => ({
    zh: `公示至 ${endsOn}(${days} 个工作日)`,
    en: `Until ${endsOn} (${days} working days)`,
  }),
  startsCounting: {
    'after-start': { zh: '公示当日不计入', en: 'the day it goes out does not count' },
    'including-start': { zh: '公示当日计入', en: 'the day it goes out counts' },
  },

  object: { zh: '登记异议', en: 'Take an objection in' },
  objectTitle: (position: number, name: string) => ({
    zh: `登记对序号 ${position} ${name} 的异议`,
    en: `An objection to no. ${position}, ${name}`,
  }),
  objectNote: {
    zh: '登记后只暂缓这一人的支付,并开立疑点处置单,由两人作出书面结论;名单上其他人照常办理。',
    en: 'Only this person’s payment is held and a suspicion case is opened, concluded in writing by two people; everybody else goes on.',
  },
  receivedOn: { zh: '收到日期', en: 'Received on' },
  channelLabel: { zh: '方式', en: 'How' },
  said: { zh: '反映的情况', en: 'What was said' },
  objector: {
    zh: '反映人和联系方式(密封保存,可不填)',
    en: 'Who objects and how to reach them (sealed; may be left empty)',
  },
  objected: {
    zh: '异议已登记,疑点处置单已开立,这一人暂缓支付',
    en: 'The objection is taken in; a suspicion case is open and the person is held',
  },
  walk: { zh: '追溯', en: 'Trail' },
  openCase: { zh: '疑点处置单', en: 'Suspicion case' },
  named: { zh: '实名', en: 'Named' },
  anonymous: { zh: '匿名', en: 'Anonymous' },
  noObjections: { zh: '没有收到异议。', en: 'No objection.' },
  cancel: { zh: '取消', en: 'Cancel' },

  claimNotFound: { zh: '没有这件申领单。', en: 'There is no such claim.' },
  noSuchNotice: { zh: '没有这份公示。', en: 'There is no such notice.' },
  noSuchRow: { zh: '这份公示里没有这个人。', en: 'Nobody of this notice is meant.' },
  notToPublish: (status: ClaimStatus) => ({
    zh: `批准后、公示前的申领单才能公示;本单现为“${STATUS_WORDS[status].zh}”。请刷新页面查看`,
    en: `Only an approved claim that is not yet published can be; this one is “${STATUS_WORDS[status].en}”. Reload the page`,
  }),
  noCalendar: (why: Sentence) => ({
    zh: `${why.zh},公示截止日无法确定。请先在工作日历录入`,
    en: `${why.en}, so the last day of the notice is not known. Enter it in the working calendar first`,
  }),
  objectionRefused: (
    refusal: ObjectionRefusal,
    { publishedOn, endsOn }: { readonly publishedOn: string; readonly endsOn: string },
  ) => REFUSALS[refusal](publishedOn, endsOn),
  extended: (from: string, to: string) => ({
    zh: `公示期间工作日安排有变化,截止日由 ${from} 顺延到 ${to}`,
    en: `The working calendar changed while it was out; its last day moved from ${from} to ${to}`,
  }),
  caseReason: (number: string, position: number, name: string, said: string) => ({
    zh: `公示 ${number} 序号 ${position} ${name} 收到异议:${said}`.slice(0, 500),
    en: `Objection to no. ${position}, ${name}, of notice ${number}: ${said}`.slice(0, 500),
  }),
  oncePublished: {
    zh: '这件申领单刚刚已由他人公示,请刷新页面查看。',
    en: 'Somebody else has just published this claim; reload the page.',
  },
  heldAlready: {
    zh: '这一人刚刚已因另一份异议暂缓,请刷新页面后再登记。',
    en: 'This person has just been held for another objection; reload the page and take yours in.',
  },
} as const

/** What the checks before payment answer. */
export const checkWords = {
  onTheList: { zh: '与公示名单一致', en: 'As published' },
  notPublished: { zh: '本单没有公示,不能支付', en: 'The claim was not published, so nothing of it is paid' },
  beforeNotices: {
    zh: '本单在平台实行公示之前已进入支付批次',
    en: 'The claim went into a batch before claims were put on notice here',
  },
  listChanged: {
    zh: '公示名单与公示时不一致,不能支付。请报告系统管理员和内审',
    en: 'The published list is not what was published; nothing of it is paid. Tell the administrator and the auditor',
  },
  absent: { zh: '不在公示名单上,不能支付', en: 'Not on the published list, so not paid' },
  'another-person': { zh: '公示名单上是另一人,不能支付', en: 'The published list has another person, so not paid' },
  'another-amount': (published: string, paid: string): Sentence => ({
    zh: `公示金额 ${published} 元,拟支付 ${paid} 元,不一致`,
    en: `¥${published} was published, ¥${paid} would be paid`,
  }),
  ended: (from: string, to: string, days: number): Sentence => ({
    zh: `公示 ${from} 至 ${to},满 ${days} 个工作日,没有未了的异议`,
    en: `On notice ${from} to ${to}, ${days} working days, no open objection`,
  }),
  stillOut: (to: string): Sentence => ({ zh: `公示到 ${to} 才期满`, en: `The notice runs until ${to}` }),
  tooShort: (days: number, needed: number): Sentence => ({
    zh: `按现行工作日历只公示了 ${days} 个工作日,应满 ${needed} 个。请退回申领单重新公示`,
    en: `By the calendar as it is now it was out for ${days} working days of ${needed}; send the claim back and publish it anew`,
  }),
  objectedTo: { zh: '公示期间有异议,尚未查清', en: 'Objected to while on notice, not cleared yet' },
  objectionStands: { zh: '公示期间的异议属实', en: 'Objected to while on notice, and the objection stands' },
  notObjectedTo: { zh: '没有对本人的异议', en: 'No objection to this person' },
} as const
