import type { Sentence } from '../../../../platform/contract/public.ts'
import { type Check, type CheckSubject, defineCheck, type Finding, ground } from '../../../record/public.ts'
import { checkWords as words } from '../check-words.ts'
import { type Limit, quotaFinding } from '../findings.ts'
import type { HistoryTerms } from '../terms.ts'
import { failed, notApplicable, unavailable, viewOf, whereNothingIs } from './view.ts'

type View = Awaited<ReturnType<typeof viewOf>>

const about: Pick<Check, 'subject' | 'moments'> = {
  subject: 'enrolment',
  moments: ['enrolment', 'filing', 'claim', 'payment'],
}

/** B01: one more subsidy is not more than a person may have, those paid to an employer or a provider counted. */
export const quotaCheck: Check = defineCheck({
  ...about,
  id: 'B01',
  title: { zh: '未超过规定的补贴次数', en: 'Not more subsidies than a person may have' },
  action: 'block',
  onUnavailable: 'note',
  basis: ground(
    'employmentFunds',
    '第五条;浙江省职业培训补贴有关规定(享受次数)',
    'art. 5; Zhejiang’s rules on training subsidies, on how many a person may have',
  ),
  notLifted: {
    zh: '补贴次数由资金管理办法规定;往年台账有误的,请更正台账',
    en: 'how often is fixed by the rules of the funds; where a past ledger is wrong, correct the ledger',
  },
  confidential: true,
  async run(ask) {
    const view = await viewOf(ask)
    const limits = limitsOf(view.terms, 'block')
    // Before anything is paid for, the person is told while another course can still be chosen.
    const early = ask.moment === 'enrolment' || ask.moment === 'filing'
    return ask.subjects.map((subject) => {
      const finding = findingOf(subject, limits, view)
      return early && finding.outcome === 'failed' ? { ...finding, action: 'flag' as const } : finding
    })
  },
})

/** B01W: limits that the county only wants to be told of. */
export const quotaNotice: Check = defineCheck({
  ...about,
  id: 'B01W',
  title: { zh: '累计补贴次数提示', en: 'Subsidies in all, for notice' },
  action: 'flag',
  onUnavailable: 'note',
  basis: ground('employmentFunds', '第五条', 'art. 5'),
  confidential: true,
  async run(ask) {
    const view = await viewOf(ask)
    const limits = limitsOf(view.terms, 'warn')
    return ask.subjects.map((subject) => findingOf(subject, limits, view))
  },
})

/** Limits on a family that a scheme of this county gives. */
function limitsOf(terms: HistoryTerms, mode: Limit['mode']): Limit[] {
  return terms.limits.filter((limit) => limit.mode === mode && limit.families.some((family) => terms.own.has(family)))
}

function findingOf(subject: CheckSubject, limits: readonly Limit[], { terms, pastOf, days }: View): Finding {
  if (limits.length === 0) return notApplicable(subject.id, words.noLimit)
  const past = pastOf(subject)
  const found = limits.map((limit) => ({ limit, finding: quotaFinding(limit, past, days) }))
  for (const { limit, finding } of found) {
    if (finding.kind !== 'hit') continue
    const sentence = words.quotaHit(windowWords(limit), familyWords(terms, limit.families), limit.max, finding.of)
    return failed(
      subject.id,
      sentence,
      finding.of.map((receipt) => receipt.evidence),
    )
  }
  for (const { limit, finding } of found)
    if (finding.kind === 'unclear') return unavailable(subject.id, words.quotaUnclear(windowWords(limit), finding.of))
  const coverages = found.flatMap(({ finding }) => ('coverage' in finding ? [finding.coverage] : []))
  return whereNothingIs(subject.id, coverages.find((each) => each.kind !== 'known') ?? coverages[0]!)
}

function windowWords({ window }: Limit): Sentence {
  if (window.kind === 'months') return words.windows.months(window.months)
  return window.kind === 'period' ? words.windows.period(window) : words.windows[window.kind]
}

function familyWords(terms: HistoryTerms, families: readonly string[]): Sentence {
  const labels = families.map(
    (code) => terms.families.find((each) => each.code === code)?.label ?? { zh: code, en: code },
  )
  return { zh: labels.map((each) => each.zh).join('、'), en: labels.map((each) => each.en).join(', ') }
}
