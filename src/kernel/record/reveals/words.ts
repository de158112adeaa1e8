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

/** Sentences of the page of reveals. */
export const words = {
  title: say('个人信息查看记录', 'Who saw personal data'),
  meta: say(
    '谁在何时因何看到、打印或导出了未脱敏的个人信息。这里不显示被看的是谁的号码。',
    'Who saw, printed or took out personal data in clear, when and why. What they saw is not shown here.',
  ),
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
