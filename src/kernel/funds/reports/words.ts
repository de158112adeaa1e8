import type { Sentence } from '../../../platform/contract/public.ts'
import type { ReportKind } from './rules.ts'

/** What is said to be wrong, as the person chooses it and as the clerk reads it. */
export const KIND_WORDS: Record<ReportKind, Sentence> = {
  identity: { zh: '姓名或身份证号不对', en: 'My name or identity number' },
  account: { zh: '收款的银行卡不对', en: 'The bank card it goes to' },
  attendance: { zh: '出勤记得不对', en: 'My attendance' },
  marks: { zh: '成绩或证书不对', en: 'My marks or certificate' },
  amount: { zh: '金额不对', en: 'The amount' },
  other: { zh: '其他情况', en: 'Something else' },
}

export const words = {
  title: { zh: '群众反映', en: 'Reports from residents' },
  meta: {
    zh: '领补贴的本人登录后反映的情况。请用本人看得懂的话答复,答复会显示在本人的页面上。',
    en: 'What people say is wrong about their own subsidy. Answer in words they understand; they read it on their own page.',
  },
  open: { zh: '待答复', en: 'To be answered' },
  overdue: { zh: '已超期', en: 'Overdue' },
  answered: { zh: '已答复', en: 'Answered' },
  empty: { zh: '没有要答复的反映。', en: 'No report waits for an answer.' },
  columns: {
    number: { zh: '编号', en: 'Number' },
    about: { zh: '关于', en: 'About' },
    person: { zh: '反映人', en: 'Person' },
    said: { zh: '反映内容', en: 'What they say' },
    at: { zh: '时间', en: 'When' },
    answer: { zh: '答复', en: 'Answer' },
  },
  answer: { zh: '答复', en: 'Answer' },
  answerLabel: { zh: '答复内容(本人能看到)', en: 'Answer (the person reads it)' },
  answerHint: {
    zh: '说清查的结果和本人要做什么,不写工作人员姓名。更正收款账户要本人带身份证到窗口办理。',
    en: 'Say what was found and what they are to do, without naming an official. An account is corrected at the counter only.',
  },
  send: { zh: '答复', en: 'Send the answer' },
  cancel: { zh: '取消', en: 'Cancel' },
  by: (day: string): Sentence => ({ zh: `应在 ${day} 前答复`, en: `answer by ${day}` }),
  missing: { zh: '没有找到这件反映。', en: 'There is no such report.' },
  answeredAlready: {
    zh: '这件反映刚刚已由他人答复。请刷新后查看。',
    en: 'Somebody else has just answered this report. Reload to see it.',
  },
  noNumbers: {
    zh: '答复里不要写身份证号、手机号或银行卡号:页面会把长数字隐去。',
    en: 'Write no identity, phone or card numbers: long numbers are left out of the page.',
  },
} as const

export const reportConstraintWords = { a_report_is_answered_once: words.answeredAlready } as const

/** What becomes of open reports when a colleague leaves. */
export const handOverWords = {
  name: { zh: '待答复的群众反映', en: 'Reports to be answered' },
  becomes: { zh: '不归个人,由同岗的人答复', en: 'They are nobody’s own; colleagues of the post answer them' },
} as const
