import type { Sentence } from '../../../platform/contract/public.ts'
import type { FactsFrom, TrialStatus } from './rules.ts'
import { ANSWER_WORDS, CHANGE_WORDS, DIMENSION_WORDS, words } from './words.ts'

const say = (zh: string, en: string): Sentence => ({ zh, en })

const SOURCE_WORDS = {
  kept: say('全部用当时认定所依据的事实', 'From the facts of the decision alone'),
  'partly-asked': say('当时没有读取的事实,按现有记录补上', 'What was not read then was asked of today’s records'),
  asked: say('当时没有认定,事实取自现有记录', 'Was not decided then: facts of today’s records'),
} as const satisfies Record<FactsFrom, Sentence>

const STATUS_WORDS = {
  asked: say('排队', 'Waiting'),
  running: say('测算中', 'Being worked out'),
  done: say('已完成', 'Done'),
  failed: say('未完成', 'Not finished'),
  cancelled: say('已取消', 'Cancelled'),
  swept: say('明细已清除', 'Its cases are swept'),
} as const satisfies Record<TrialStatus, Sentence>

export const pageWords = {
  title: say('政策试算', 'Trials of schemes'),
  meta: say(
    '用已发生的事实试算草稿或版本;不发钱,不改任何认定',
    'A draft or a version on what happened; it pays nobody and changes no decision',
  ),
  one: say('试算', 'Trial'),
  begin: say('开始试算', 'Begin'),
  what: say('试算什么', 'What is tried'),
  draft: say('这份草稿', 'This draft'),
  against: say('对照', 'Beside'),
  inForce: say('期末施行的版本', 'The version in force at the end'),
  asDecided: words.asDecided,
  from: say('自', 'From'),
  to: say('至', 'To'),
  valuesOn: say('按哪一天的标准(空为各自当天)', 'Values of which day (empty: each its own)'),
  suggested: (version: string, day: string) =>
    say(
      `${version} 版自 ${day} 起施行,期间里更早的事实还没有它的标准,所以建议按这一天的标准测算`,
      `Version ${version} begins on ${day}, and earlier facts have no values of it: therefore the values of that day are suggested`,
    ),
  draftOf: (title: string, version: string) => say(`草稿:${title} ${version}`, `Draft: ${title} ${version}`),
  draftUnreadable: say(
    '草稿还有填写不合要求的地方,改正并保存后才能试算',
    'The draft has faults: put them right and save it, then it can be tried',
  ),
  none: say(
    '还没有试算。试算把一份草稿或一个版本用在已经发生的培训和证书上,看谁多领、谁少领、要多花多少钱、预算在哪个月用完。先在上面选好版本和期间;要试草稿,请打开草稿,点“试算影响”。',
    'No trials yet. A trial puts a draft or a version on what has happened: who would get more or less, what it costs, and in which month the budget is used up. Choose a version and days above; to try a draft, open it and press “Try it on last year”.',
  ),
  noneToRead: say(
    '还没有试算。试算由起草政策的同事提出,完成后这里看得到谁多领、谁少领、要多花多少钱、预算在哪个月用完。',
    'No trials yet. Who writes schemes has them made; what they come to is read here: who would get more or less, what it costs, and in which month the budget is used up.',
  ),
  toDrafts: say('去看政策草稿', 'To the drafts'),
  askedAt: say('提出时间', 'Asked for'),
  askedBy: say('提出人', 'By'),
  days: say('期间', 'Days'),
  state: say('状态', 'State'),
  result: say('结果', 'What it came to'),
  moreAndLess: (gains: number, loses: number) => say(`多领 ${gains},少领 ${loses}`, `${gains} more, ${loses} less`),
  noCases: say('没有符合的案例', 'No such cases'),
  cancel: say('取消', 'Cancel'),
  exportIt: say('导出汇总', 'Export the sums'),
  exportCases: say('导出 Excel', 'Export to Excel'),
  exportHint: say('正好是现在筛选出来的案例,姓名打码', 'Exactly the cases that are filtered, names masked'),
  back: say('返回汇总', 'Back to the sums'),
  close: say('收起', 'Close'),
  byDay: say('按日期', 'By day'),
  open: say('查看', 'Open'),
  progress: (done: number, of: number | null) =>
    say(`已测算 ${done} 件${of === null ? '' : `,共 ${of} 件`}`, `${done} ${of === null ? '' : `of ${of} `}cases done`),
  first: (cases: number, gains: number, loses: number, same: number, undecided: number) =>
    say(
      `按这段时间的 ${cases} 件测算:多领 ${gains} 人、少领 ${loses} 人、不变 ${same} 人、无法判断 ${undecided} 人`,
      `Of ${cases} cases: ${gains} more, ${loses} less, ${same} unchanged, ${undecided} cannot be told`,
    ),
  costMore: (yuan: string) => say(`多支出 ${yuan} 元`, `${yuan} yuan more`),
  costLess: (yuan: string) => say(`少支出 ${yuan} 元`, `${yuan} yuan less`),
  breaks: (fund: string, month: string, lacking: string) =>
    say(
      `${fund}的预算在 ${month} 用完,全年还差 ${lacking} 元`,
      `The budget of ${fund} is used up in ${month}, and lacks ${lacking} yuan for the year`,
    ),
  lasts: (fund: string, year: number) => say(`${fund} ${year} 年的预算够用`, `The budget of ${fund} for ${year} lasts`),
  noLine: (fund: string, year: number) =>
    say(`${fund}在 ${year} 年没有预算项目`, `${fund} has no budget line for ${year}`),
  missing: say('缺少哪项事实', 'Which fact is missing'),
  refused: say('不符合哪项条件', 'Which condition is not met'),
  budget: say('预算项目', 'Budget lines'),
  lines: words.lines,
  linesMean: say(
    '同一资金有几个项目的,按设立的先后使用;每月先算其他政策已用的,再算本政策的。点一个项目看它每个月的余额。',
    'Lines of one fund are used in the order they were opened; in each month what other schemes took comes first. Open a line to see what is left each month.',
  ),
  monthsOf: (line: string) => say(`${line}:按月`, `${line}: by month`),
  lasting: say('够用', 'Lasts'),
  cases: say('案例', 'Cases'),
  gain: say('多领最多在前', 'Greatest gain first'),
  loss: say('少领最多在前', 'Greatest loss first'),
  facts: say('读取的事实', 'Facts that were read'),
  statesMonths: say(
    '月份是事实发生的月份。以往享受的记录和合并享受,以当时所知为准。',
    'Months are those in which the facts happened. What was received before stands as it was known then.',
  ),
  columns: words.columns,
  changes: CHANGE_WORDS,
  answers: ANSWER_WORDS,
  dimensions: DIMENSION_WORDS,
  sources: SOURCE_WORDS,
  statuses: STATUS_WORDS,
}
