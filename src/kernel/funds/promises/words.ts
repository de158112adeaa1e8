import type { Sentence } from '../../../platform/contract/public.ts'
import type { Because, InstalmentState } from './rules.ts'

export const STATE_WORDS: Record<InstalmentState, Sentence> = {
  promised: { zh: '未到期', en: 'Not due yet' },
  due: { zh: '已到期,待核实', en: 'Due, being verified' },
  paused: { zh: '暂停', en: 'Paused' },
  claimed: { zh: '已生成申领', en: 'Claimed' },
  paid: { zh: '已发放', en: 'Paid' },
  over: { zh: '已过期限', en: 'Over' },
}

export const words = {
  title: { zh: '分期发放', en: 'Instalments' },
  meta: {
    zh: '每一期到期时再核对保持条件:符合的生成申领,不符合的暂停,恢复后在本期期限内补发,止期不顺延。',
    en: 'On its day what has to be kept is read again: claimed, or paused until it holds again within its time. No date moves.',
  },
  none: { zh: '还没有分期发放的补贴。', en: 'Nothing is given in instalments yet.' },
  noneMatch: { zh: '没有符合条件的分期。', en: 'No instalment matches.' },
  exportIt: { zh: '导出', en: 'Export' },
  exportName: { zh: '分期发放', en: 'instalments' },
  tooMany: (most: number): Sentence => ({
    zh: `超过 ${most} 条,请先筛选再导出`,
    en: `More than ${most}: filter before exporting`,
  }),
  states: STATE_WORDS,
  year: (year: number): Sentence => ({ zh: `${year} 年`, en: String(year) }),
  promisedFor: (year: number, people: number, yuan: string): Sentence => ({
    zh: `${year} 年:${people} 期,合计 ${yuan} 元`,
    en: `${year}: ${people} instalment${people === 1 ? '' : 's'}, ¥${yuan}`,
  }),
  promisedMeans: {
    zh: '按到期年度汇总;未到期的只是承诺,到期核对后才占用当年预算。',
    en: 'By the year in which they are due. What is not due yet is promised only; money is reserved when it is claimed.',
  },
  columns: {
    dueOn: { zh: '到期日', en: 'Due on' },
    until: { zh: '本期止日', en: 'Until' },
    person: { zh: '姓名', en: 'Name' },
    scheme: { zh: '政策', en: 'Scheme' },
    which: { zh: '期次', en: 'Instalment' },
    amount: { zh: '金额', en: 'Amount' },
    state: { zh: '状态', en: 'State' },
    claim: { zh: '申领单', en: 'Claim' },
    because: { zh: '说明', en: 'Why' },
    group: { zh: '首期所在', en: 'First claimed with' },
  },
  which: (number: number, of: number): Sentence => ({
    zh: `第 ${number} 期 / 共 ${of} 期`,
    en: `${number} of ${of}`,
  }),
  openTrail: { zh: '查看来历', en: 'Where it comes from' },
  instalment: (number: number): Sentence => ({ zh: `第 ${number} 期`, en: `Instalment ${number}` }),
  dueNow: { zh: '分期发放到期', en: 'an instalment is due' },
  round: (on: string): Sentence => ({ zh: `${on} 到期的分期`, en: `Instalments due on ${on}` }),
  firstDecision: { zh: '首期认定', en: 'Decision on the first instalment' },
  fact: { zh: '到期记录', en: 'Record that it is due' },
}

/** The title of a round: its first group's, with which instalment it is. */
export const roundTitle = (title: string, number: number) => `${title} · 第 ${number} 期`

export const timeIsOver = (endsOn: string): Because => [
  {
    label: { zh: '本期期限', en: 'Its time' },
    sentence: {
      zh: `本期到 ${endsOn} 为止,止期不因暂停顺延`,
      en: `its time ended on ${endsOn}: a pause moves no date`,
    },
  },
]
