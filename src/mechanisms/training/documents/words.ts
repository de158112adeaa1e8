import type { Sentence } from '../../../platform/contract/public.ts'
import type { DocumentState } from './contract.ts'

export const STATE_WORDS = {
  valid: { zh: '有效', en: 'Valid' },
  expiring: { zh: '即将到期', en: 'Expires soon' },
  expired: { zh: '已过期', en: 'Expired' },
  'not-yet': { zh: '尚未生效', en: 'Not yet valid' },
  withdrawn: { zh: '已撤销登记', en: 'Withdrawn' },
} as const satisfies Record<DocumentState, Sentence>

const of = (label: Sentence, site: string | null): Sentence =>
  site === null ? label : { zh: `${label.zh}(${site})`, en: `${label.en} (${site})` }

export const words = {
  of,
  notFiled: {
    zh: '证照没有登记,请按下面列出的全部问题修改',
    en: 'The paper was not filed: correct everything listed below',
  },
  unknownKind: (kind: string) => ({
    zh: `本地没有要求“${kind}”这种证照,请从列表中选择`,
    en: `The county knows no paper “${kind}”: choose one of the list`,
  }),
  needsSite: (label: Sentence) => ({
    zh: `${label.zh}是按培训地点登记的,请选择地点`,
    en: `${label.en} is filed for a site: choose one`,
  }),
  needsNoSite: (label: Sentence) => ({
    zh: `${label.zh}是整个机构的,不要选择地点`,
    en: `${label.en} is of the provider as a whole: choose no site`,
  }),
  foreignSite: {
    zh: '这个培训地点不是该机构的,请重新选择',
    en: 'This site is not one of the provider’s: choose another',
  },
  endsBeforeItBegins: (from: string, to: string) => ({
    zh: `截止日 ${to} 早于起始日 ${from},请改为同日或之后`,
    en: `It ends on ${to}, before it begins on ${from}: give the same day or a later one`,
  }),
  alreadyWithdrawn: { zh: '这份证照已经撤销登记', en: 'This paper is withdrawn already' },
  noneOnFile: (label: Sentence, site: string | null) => {
    const what = of(label, site)
    return { zh: `没有登记${what.zh},无法核对`, en: `No ${what.en} is on file; it cannot be checked` }
  },
  notCovered: (label: Sentence, site: string | null, days: readonly string[], until: string) => {
    const what = of(label, site)
    const first = days[0] ?? ''
    return {
      zh: `${what.zh}有效至 ${until},${first} 等${days.length}个上课日不在有效期内。请登记更新后的证照,或调整课程表`,
      en: `${what.en} is valid until ${until}; ${days.length} days of the timetable from ${first} on are outside it. File the renewed paper or change the timetable`,
    }
  },
  agreementNotCovered: (days: readonly string[]) => ({
    zh: `${days[0]} 等${days.length}个上课日没有有效的培训协议`,
    en: `No agreement is in force on ${days.length} days of the timetable from ${days[0]} on`,
  }),
  allCovered: (papers: number) => ({
    zh: `协议和${papers}种证照在全部上课日有效`,
    en: `The agreement and ${papers} papers are valid on every day of the timetable`,
  }),
  noSessions: { zh: '还没有课程表,无法核对', en: 'There is no timetable yet; it cannot be checked' },
  missing: (label: Sentence, site: string | null) => {
    const what = of(label, site)
    return { zh: `今天没有有效的${what.zh}`, en: `No ${what.en} is valid today` }
  },
  evidence: (label: Sentence, number: string) => ({ zh: `${label.zh} ${number}`, en: `${label.en} ${number}` }),
} as const
