import type { Sentence } from '../../../platform/contract/public.ts'
import type { AnswerCode, Change, Dimension } from './rules.ts'

const say = (zh: string, en: string): Sentence => ({ zh, en })

export const CHANGE_WORDS = {
  gains: say('多领', 'More'),
  loses: say('少领', 'Less'),
  same: say('不变', 'Unchanged'),
  undecided: say('无法判断', 'Cannot be told'),
} as const satisfies Record<Change, Sentence>

export const ANSWER_WORDS = {
  eligible: say('符合', 'Eligible'),
  ineligible: say('不符合', 'Not eligible'),
  unknown: say('缺事实,未定', 'Not known'),
  notApplicable: say('不适用', 'Not applicable'),
  undecidedYet: say('当时未认定', 'Was not decided'),
} as const satisfies Record<AnswerCode, Sentence>

export const DIMENSION_WORDS = {
  month: say('月份', 'Month'),
  fund: say('资金来源', 'Fund'),
  town: say('乡镇(街道)', 'Town'),
  provider: say('培训机构', 'Provider'),
  group: say('人员类别', 'Group'),
  sex: say('性别', 'Sex'),
  age: say('年龄段', 'Age'),
} as const satisfies Record<Dimension, Sentence>

export const SEX_WORDS: Readonly<Record<string, Sentence>> = { M: say('男', 'Male'), F: say('女', 'Female') }

export const NOT_KNOWN_WORDS = say('不详', 'Not known')

export const ageWords = (band: string): Sentence => {
  const [from, to] = band.split('-')
  if (from === '0') return say('20 岁以下', 'under 20')
  return to === '' ? say('60 岁及以上', '60 and over') : say(`${from}–${to} 岁`, `${from}–${to}`)
}

export const words = {
  notFound: say('没有这次试算。请回到试算列表重新打开', 'There is no such trial: open it from the list'),
  noDocument: say('没有这个版本或草稿。请重新选择', 'There is no such version or draft: choose again'),
  oneOf: say('请选择一份草稿或一个版本,且只选一个', 'Choose either a draft or a version, and one of them only'),
  noneInForce: (day: string) =>
    say(
      `${day} 没有这项政策的施行版本,无法对照。请另选一个版本,或选“当时的认定”`,
      `No version of the scheme is in force on ${day}: choose a version to compare with, or what was decided`,
    ),
  otherKind: say(
    '两份文件读取的不是同一类事实,无法对照。请选同一项政策的版本',
    'The two answer to different kinds of facts: choose versions of one scheme',
  ),
  endsBefore: (from: string, to: string) =>
    say(`截止日期 ${to} 早于起始日期 ${from}。请改正`, `It ends on ${to}, before it begins on ${from}: put it right`),
  tooLong: (months: number) =>
    say(`一次最多测算 ${months} 个月。请缩短期间`, `At most ${months} months are tried at once: choose fewer`),
  manyUnderWay: (most: number) =>
    say(
      `您已有 ${most} 次试算在进行。请等它们完成,或先取消`,
      `${most} trials of yours are under way: wait, or cancel one`,
    ),
  notYours: say('只有提出试算的人能取消它', 'Only who asked for a trial cancels it'),
  over: say('这次试算已经结束,无需取消', 'It is over: there is nothing to cancel'),
  noCases: say(
    '这次试算的明细已清除或尚未产生。请重新试算',
    'Its cases are swept or not there yet: have it tried again',
  ),
  tooMany: (most: number) =>
    say(`一次最多导出 ${most} 件。请先缩小范围`, `At most ${most} cases are exported at once: filter first`),
  contradiction: say('条款互相矛盾,须人工判断', 'Clauses contradict each other: people decide'),
  otherMoney: say('这笔资金不属于本政策', 'The money is not of this scheme'),
  openThen: say('当时也未能判断', 'Was not known then either'),
  alone: say('单独重算的结果与试算不同,请重新试算', 'Decided alone it comes out otherwise: have it tried again'),
  exportName: say('政策试算', 'Trial of a scheme'),
  about: (title: string, version: string) => say(`${title} ${version}`, `${title} ${version}`),
  asDecided: say('当时的认定', 'What was decided'),
  period: (from: string, to: string) => say(`${from} 至 ${to} 发生的事实`, `Facts of ${from} to ${to}`),
  columns: {
    what: say('分类', 'By'),
    value: say('内容', 'Value'),
    cases: say('件数', 'Cases'),
    before: say('原金额(元)', 'Before, yuan'),
    after: say('新金额(元)', 'After, yuan'),
    difference: say('增减(元)', 'Difference, yuan'),
    who: say('人员', 'Person'),
    on: say('日期', 'Day'),
    change: say('变化', 'Change'),
    was: say('原结论', 'Before'),
    now: say('新结论', 'After'),
    why: say('原因', 'Why'),
  },
  lines: {
    line: say('预算项目', 'Budget line'),
    appropriated: say('下达(元)', 'Appropriated, yuan'),
    others: say('其他政策已用(元)', 'Taken by other schemes, yuan'),
    drawnBefore: say('按原标准(元)', 'Drawn before, yuan'),
    drawn: say('按新标准(元)', 'Drawn after, yuan'),
    left: say('余额(元)', 'Left, yuan'),
    breaksBefore: say('原来用完的月份', 'Used up before in'),
    breaksIn: say('用完的月份', 'Used up in'),
  },
  all: say('合计', 'All'),
  none: say('无此项', 'none'),
} as const
