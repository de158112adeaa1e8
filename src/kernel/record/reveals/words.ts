import type { Sentence } from '../../../platform/contract/public.ts'

const say = (zh: string, en: string): Sentence => ({ zh, en })

/** The acts by which somebody saw, printed or took out personal data in clear, as rooms record them. */
export const REVEALING: Readonly<Record<string, Sentence>> = {
  'public-notice.objector-revealed': say('查看异议人', 'saw who objected'),
  'paper.printed-in-full': say('打印完整号码', 'printed numbers in full'),
  'timeline.opened': say('查看个人时间线', 'read a person’s timeline'),
  'batch.bank-file-downloaded': say('下载银行代发文件', 'took out a bank’s list'),
  'roster.marked-workbook-opened': say('下载花名册批注表', 'took out a marked roster'),
  'attendance.marked-workbook-opened': say('下载考勤批注表', 'took out a marked attendance sheet'),
  'marks.marked-workbook-opened': say('下载成绩批注表', 'took out a marked mark sheet'),
  'comparison-letter.roster-downloaded': say('导出比对名单', 'took out the roster of a letter'),
  'history.file-opened': say('打开历史发放原件', 'opened a file of past payments'),
  'archive.taken-out': say('归档导出', 'took out an archive'),
  'province-list.handed-out': say('导出预审名单', 'took out a list for the province'),
  'province-file.opened': say('打开省平台结果原件', 'opened a file of the province'),
}

export const MATTER_WORDS = {
  claim: say('申领单', 'claim'),
  case: say('疑点', 'case'),
  report: say('群众反映', 'report'),
  enrolment: say('学员报名', 'enrolment'),
  correction: say('信息更正申请', 'request to correct data'),
} as const

/** What else a reveal was of: by the kind of its subject. */
export const SUBJECT_WORDS: Readonly<Record<string, Sentence>> = {
  'public-notice': say('公示异议', 'objection to a notice'),
  class: say('班级', 'class'),
  claim: say('申领单', 'claim'),
  batch: say('支付批次', 'batch'),
  'comparison-letter': say('比对函', 'comparison letter'),
  'history-source': say('历史台账', 'past payments'),
  'province-list': say('省平台预审名单', 'list for the province'),
  'province-import': say('省平台结果', 'answer of the province'),
}

export const MARK_WORDS = {
  noMatter: say('无对应事项', 'for no matter'),
  closedMatter: say('事项已办结', 'matter already settled'),
  self: say('本人', 'themselves'),
  household: say('本户', 'own household'),
  town: say('同乡镇', 'own town'),
} as const

export const refusals = {
  notTheirs: say(
    '所选的事项与此人无关。请从列出的事项中选择,或选“没有对应事项”并写明理由。',
    'That matter does not concern this person. Choose one that is listed, or none, and say why.',
  ),
} as const

/** What an alert says, by what it is of. */
export const alertWords = {
  town: (town: string, count: number): Sentence => ({
    zh: `查看了${town} ${count} 人`,
    en: `read of ${count} people of ${town}`,
  }),
  village: (town: string, count: number): Sentence => ({
    zh: `查看了${town}同一个村(社区) ${count} 人`,
    en: `read of ${count} people of one village of ${town}`,
  }),
  self: (): Sentence => ({ zh: '查看了本人的信息', en: 'read of themselves' }),
  household: (count: number): Sentence => ({
    zh: `查看了本户(同一手机号或住址) ${count} 人`,
    en: `read of ${count} of their own household (one telephone or address)`,
  }),
  ownTown: (town: string, count: number): Sentence => ({
    zh: `查看了自己所在乡镇(${town}) ${count} 人`,
    en: `read of ${count} people of their own town (${town})`,
  }),
  withoutMatter: (count: number): Sentence => ({
    zh: `没有在办事项而查看 ${count} 次`,
    en: `read ${count} times for no open matter`,
  }),
} as const

/** Sentences of the page of reveals. */
export const words = {
  title: say('个人信息查看记录', 'Who saw personal data'),
  meta: say(
    '谁在何时因何看到、打印或导出了未脱敏的个人信息。这里不显示被看的是谁的号码。',
    'Who saw, printed or took out personal data in clear, when and why. What they saw is not shown here.',
  ),
  alerts: say('提醒', 'Alerts'),
  alertTerms: (days: number, town: number, village: number, without: number): Sentence => ({
    zh: `近 ${days} 天内:同一乡镇 ${town} 人、同一村 ${village} 人、没有在办事项 ${without} 次以上,或查看本人、本户、本乡镇的。本乡镇只能从其本人登记过的住址知道。`,
    en: `Within ${days} days: ${town} people of one town, ${village} of one village, ${without} times for no open matter, or of oneself, one’s household or one’s town. One’s town is known only from an address on record.`,
  }),
  noAlerts: say('没有需要留意的查看。', 'Nothing to be alert to.'),
  about: say('为哪件事', 'For what'),
  people: say('近30天按人', 'Person by person, last 30 days'),
  acts: say('逐次记录', 'One by one'),
  who: say('经办人', 'Who'),
  what: say('做了什么', 'What'),
  why: say('事由', 'Why'),
  at: say('时间', 'When'),
  total: say('次数', 'Times'),
  outside: say('非工作时间', 'Outside office hours'),
  mostInADay: say('单日最多', 'Most in a day'),
  hourMark: say('非工作时间', 'outside hours'),
  noReason: say('(导出,无须填写事由)', '(taken out; no reason is asked)'),
  worthALook: say('值得留意', 'worth a look'),
  signs: (hours: string, most: number): Sentence => ({
    zh: `单日达到 ${most} 次,或在 ${hours} 以外和周末查看的,标为“值得留意”。标记只是提醒,不是结论。`,
    en: `${most} or more in a day, or any outside ${hours} and at weekends, are marked. A mark is a hint, not a finding.`,
  }),
  none: say('近30天没有人查看过未脱敏的个人信息。', 'Nobody saw personal data in clear in the last 30 days.'),
  noneYet: say('还没有查看记录。', 'Nothing has been seen in clear yet.'),
} as const
