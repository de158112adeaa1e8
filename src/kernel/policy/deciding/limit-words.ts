import type { Sentence } from '../../../platform/contract/public.ts'
import { addDays, type ClosedPeriod, levelShortName, yearOf } from '../../values/public.ts'
import type { Gap } from '../limits/coverage.ts'
import { type HadBefore, occupationOf } from '../limits/history.ts'
import type { Limit, LimitFinding } from '../limits/limits.ts'
import { joined, sayYuan } from './words.ts'

const MOST_TOLD = 5

/** When something was had, as precisely as it is known. */
export function sayDay({ from, to }: ClosedPeriod): string {
  if (from === to) return from
  if (from.slice(5) === '01-01' && to === `${from.slice(0, 4)}-12-31`) return from.slice(0, 4)
  if (from.endsWith('-01') && addDays(to, 1).endsWith('-01') && from.slice(0, 7) === to.slice(0, 7))
    return from.slice(0, 7)
  return `${from}—${to}`
}

/** One earlier subsidy: when, which scheme's, for what, how much, under which number. */
export function sayHad(had: HadBefore): Sentence {
  if (had.where === 'elsewhere')
    return { zh: '在本平台的其他县(市、区)享受 1 次', en: 'once in another county on this platform' }
  const { name, trade } = occupationOf(had.occupation ?? '')
  const occupation = trade === '' ? name : `${name}(${trade})`
  const level = had.level === undefined ? { zh: '', en: '' } : levelShortName(had.level)
  const yuan = sayYuan(BigInt(had.fen))
  const behind = (locale: 'zh' | 'en') =>
    [had.source?.[locale] ?? '', had.reference ?? ''].filter((part) => part !== '')
  const from = { zh: behind('zh').join(' '), en: behind('en').join(' ') }
  const [zh, en] = (['zh', 'en'] as const).map((locale) =>
    [
      sayDay(had.on),
      had.title?.[locale] ?? '',
      locale === 'zh' ? `${occupation}${level.zh}` : `${occupation} ${level.en}`.trim(),
      yuan[locale],
    ]
      .filter((part) => part !== '')
      .join(' '),
  ) as [string, string]
  return { zh: from.zh === '' ? zh : `${zh}(${from.zh})`, en: from.en === '' ? en : `${en} (${from.en})` }
}

function sayAll(receipts: readonly HadBefore[]): Sentence {
  const told = joined(receipts.slice(0, MOST_TOLD).map(sayHad))
  const more = receipts.length - MOST_TOLD
  return more > 0 ? { zh: `${told.zh};另有 ${more} 次`, en: `${told.en}; and ${more} more` } : told
}

const BY: Readonly<Record<NonNullable<Limit['per']>, Sentence>> = {
  employer: { zh: '同一用人单位', en: 'for this employer' },
  provider: { zh: '同一培训机构', en: 'for this provider' },
  studio: { zh: '同一工作室', en: 'for this studio' },
  certificate: { zh: '同一证书', en: 'for this certificate' },
}

/** When, and by whom where it is not the person: 同一用人单位 2022 年度. */
function sayWindow(limit: Limit, within: ClosedPeriod | null): Sentence {
  const when = sayWhen(limit, within)
  const by = limit.per && BY[limit.per]
  return by ? { zh: `${by.zh} ${when.zh}`, en: `${by.en} ${when.en}` } : when
}

function sayWhen({ window }: Limit, within: ClosedPeriod | null): Sentence {
  switch (window.kind) {
    case 'calendarYear': {
      const year = within ? yearOf(within.from) : ''
      return { zh: `${year} 年度`, en: `in ${year}` }
    }
    case 'lifetime':
      return { zh: '累计', en: 'in all' }
    case 'months':
      return {
        zh: `连续 ${window.months} 个月内(${within?.from ?? ''} 至 ${within?.to ?? ''})`,
        en: `within ${window.months} months (${within?.from ?? ''} to ${within?.to ?? ''})`,
      }
    case 'period':
      return { zh: `${window.from} 至 ${window.to} 期间`, en: `from ${window.from} to ${window.to}` }
  }
}

/** What the limit allows, as one phrase: 最多 3 次. */
export function sayMost({ rule }: Limit): Sentence {
  switch (rule.kind) {
    case 'count':
      return { zh: `最多 ${rule.most} 次`, en: `${rule.most} at most` }
    case 'sum': {
      const yuan = sayYuan(rule.mostFen)
      return { zh: `最多 ${yuan.zh}`, en: `${yuan.en} at most` }
    }
    case 'once': {
      const what = sayRepeated(rule.of)
      return { zh: `${what.zh}只享受一次`, en: `${what.en} once only` }
    }
    case 'noLower':
      return { zh: '享受高等级后不再享受低等级', en: 'no lower level after a higher one' }
  }
}

const SAME: Record<'occupation' | 'level' | 'certificate', Sentence> = {
  occupation: { zh: '职业(工种)', en: 'occupation' },
  level: { zh: '等级', en: 'level' },
  certificate: { zh: '证书', en: 'certificate' },
}

function sayRepeated(of: readonly (keyof typeof SAME)[]): Sentence {
  return {
    zh: `同一${of.map((each) => SAME[each].zh).join('、')}`,
    en: `the same ${of.map((each) => SAME[each].en).join(' and ')}`,
  }
}

function sayHadSoFar({ rule }: Limit, { counted }: LimitFinding): Sentence {
  if (rule.kind === 'count') {
    if (counted.length === 0) return { zh: '未享受过', en: 'none was had' }
    return { zh: `已享受 ${counted.length} 次`, en: `${counted.length} had` }
  }
  const yuan = sayYuan(counted.reduce((sum, { fen }) => sum + BigInt(fen), 0n))
  return { zh: `已享受 ${yuan.zh}`, en: `${yuan.en} had` }
}

function sayLeft({ rule }: Limit, { left }: LimitFinding): Sentence {
  if (left === null) return { zh: '', en: '' }
  if (rule.kind === 'count') return { zh: `,还可享受 ${left} 次`, en: `, ${left} left` }
  const yuan = sayYuan(left)
  return { zh: `,剩余 ${yuan.zh}`, en: `, ${yuan.en} left` }
}

function behind(receipts: readonly HadBefore[]): Sentence {
  if (receipts.length === 0) return { zh: '', en: '' }
  const told = sayAll(receipts)
  return { zh: `:${told.zh}`, en: `: ${told.en}` }
}

/** What a limit found, in a sentence; `then` where it does not decide. */
export function sayFinding(limit: Limit, finding: LimitFinding, then: 'told' | 'noted' | undefined): Sentence {
  const said = sayFound(limit, finding)
  if (then === 'told') return { zh: `${said.zh}。仅作提示`, en: `${said.en}. For notice only` }
  if (then === 'noted') return { zh: `${said.zh}。按规定先予办理`, en: `${said.en}. By the scheme it goes on without` }
  return said
}

function sayFound(limit: Limit, finding: LimitFinding): Sentence {
  const { verdict, window, counted, unclear, gaps } = finding
  const counts = limit.rule.kind === 'count' || limit.rule.kind === 'sum'
  if (window === null && verdict === 'free') return { zh: '不适用', en: 'does not apply' }
  if (verdict === 'unclear') {
    const told = behind(unclear)
    return {
      zh: `有补贴记录写得不够明确,不能确定是否算在内${told.zh}`,
      en: `some records do not say clearly enough whether they count${told.en}`,
    }
  }
  if (verdict === 'not-known') return sayGaps(limit, finding, gaps)
  if (!counts) {
    if (verdict === 'used') return sayAgain(limit, counted)
    const what = limit.rule.kind === 'once' ? sayRepeated(limit.rule.of) : null
    return what
      ? { zh: `${what.zh}未享受过`, en: `${what.en} was not had before` }
      : { zh: '同一职业未享受过更高等级', en: 'no higher level of the occupation was had' }
  }
  const [when, had, most, left, told] = [
    sayWindow(limit, window),
    sayHadSoFar(limit, finding),
    sayMost(limit),
    sayLeft(limit, finding),
    behind(counted),
  ]
  return {
    zh: `${when.zh}${had.zh},${most.zh}${left.zh}${told.zh}`,
    en: `${had.en} ${when.en}, ${most.en}${left.en}${told.en}`,
  }
}

function sayAgain({ rule }: Limit, counted: readonly HadBefore[]): Sentence {
  const told = behind(counted)
  if (rule.kind !== 'once')
    return { zh: `同一职业已享受过更高等级${told.zh}`, en: `a higher level of the occupation was had${told.en}` }
  const what = sayRepeated(rule.of)
  return { zh: `${what.zh}已享受过${told.zh}`, en: `${what.en} was had${told.en}` }
}

function sayGaps(limit: Limit, finding: LimitFinding, gaps: readonly Gap[]): Sentence {
  const spans = gaps.slice(0, 3)
  const zh = spans.map(({ from, to }) => `${from} 至 ${to}`).join('、')
  const en = spans.map(({ from, to }) => `${from} to ${to}`).join(', ')
  const counts = limit.rule.kind === 'count' || limit.rule.kind === 'sum'
  const [had, most] = [counts ? sayHadSoFar(limit, finding) : null, sayMost(limit)]
  return {
    zh: `${had ? `已知记录中${had.zh};` : '已知记录中未见;'}${zh} 的补贴记录还不掌握,不能确定是否超出(${most.zh})`,
    en: `${had ? `${had.en} as far as is known` : 'not seen as far as is known'}; of ${en} nothing is known, so it is not sure (${most.en})`,
  }
}

/** 已享受 1,500 元,最多 3,000 元,剩余 1,500 元 */
export function sayTrimmed(limit: Limit, finding: LimitFinding): Sentence {
  const [when, had, most, left] = [
    sayWindow(limit, finding.window),
    sayHadSoFar(limit, finding),
    sayMost(limit),
    sayLeft(limit, finding),
  ]
  return { zh: `${when.zh}${had.zh},${most.zh}${left.zh}`, en: `${had.en} ${when.en}, ${most.en}${left.en}` }
}
