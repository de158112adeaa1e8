import {
  addDays,
  addMonths,
  type CivilDate,
  civilDate,
  type ClosedPeriod,
  type SkillLevel,
  yearOf,
} from '../../values/public.ts'
import type { Coverage } from './covers.ts'
import {
  coverageOf,
  findUnder,
  type Limit as PolicyLimit,
  type LimitWindow,
  type OccupationKnown,
} from '../../policy/public.ts'
import { asHistory, writtenOccupation } from './as-history.ts'
import type { PastReceipts, Receipt } from './receipts.ts'

/** So many subsidies of these families together in a window, whoever was paid. */
export type Limit = {
  readonly families: readonly string[]
  readonly window: LimitWindow
  readonly max: number
  readonly mode: 'block' | 'warn'
}

/** What a rule finds in somebody's past. A hit is a hit whatever else is not known; no hit counts only where all is known. */
export type Finding<T> =
  | { readonly kind: 'hit'; readonly of: T }
  /** Nothing speaks against it, and everything there is was seen. */
  | { readonly kind: 'clear'; readonly coverage: Coverage }
  /** Something we know may speak against it: it does not say clearly enough what it was. */
  | { readonly kind: 'unclear'; readonly of: T }
  | { readonly kind: 'unknown'; readonly coverage: Coverage }

/** From its first day to today; a lifetime begins where the county begins to ask. */
export function windowOf(window: Limit['window'], today: CivilDate, since: CivilDate): ClosedPeriod {
  if (window.kind === 'calendarYear') return { from: civilDate(`${yearOf(today)}-01-01`), to: today }
  if (window.kind === 'months') return { from: addDays(addMonths(today, -window.months), 1), to: today }
  if (window.kind === 'period') return { from: window.from, to: window.to < today ? window.to : today }
  return { from: since < today ? since : today, to: today }
}

/** Whether one more subsidy would be more than the limit. What is known of an earlier life counts in a lifetime. */
export function quotaFinding(
  limit: Limit,
  past: PastReceipts,
  days: { today: CivilDate; since: CivilDate },
): Finding<readonly Receipt[]> {
  const { families, window, max } = limit
  const asked = { occupation: null, level: null, certificate: null }
  return found({ over: families, window, rule: { kind: 'count', most: max } }, past, asked, days)
}

/** What a limit of the schemes finds, as these checks tell it. */
function found(
  limit: Pick<PolicyLimit, 'over' | 'window' | 'rule'>,
  past: PastReceipts,
  asked: Omit<Taking, 'on'>,
  days: { today: CivilDate; since: CivilDate },
): Finding<readonly Receipt[]> {
  const whole: PolicyLimit = { ...limit, ...UNNAMED }
  const { verdict, counted, unclear } = findUnder(whole, asHistory(past, days.since), { ...asked, on: days.today })
  const among = (told: readonly { readonly id?: string | undefined }[]) => {
    const ids = new Set(told.map(({ id }) => id))
    return past.receipts.filter(({ id }) => ids.has(id))
  }
  if (verdict === 'used') return { kind: 'hit', of: among(counted) }
  if (verdict === 'unclear') return { kind: 'unclear', of: among(unclear) }
  const coverage = coverageOf(past.covers, limit.over, windowOf(limit.window, days.today, days.since))
  return coverage.kind === 'known' ? { kind: 'clear', coverage } : { kind: 'unknown', coverage }
}

/** Here a limit is only looked under; what a scheme calls it and does about it is its own. */
const UNNAMED = { id: '', label: { zh: '', en: '' }, cite: '', beyond: 'refuse', onUnknown: 'hold' } as const

type Taking = Parameters<typeof findUnder>[2]

/** What money is asked for. */
export type Asked = { readonly occupation: OccupationKnown; readonly level: SkillLevel }

export type RepeatRule = 'same-level' | 'lower-level'

/** Whether this occupation and level was subsidised already, or a higher level of the occupation was. */
export function repeatFinding(
  rule: RepeatRule,
  families: readonly string[],
  asked: Asked,
  past: PastReceipts,
  days: { today: CivilDate; since: CivilDate },
): Finding<Receipt> {
  const of = { occupation: writtenOccupation(asked.occupation), level: asked.level, certificate: null }
  const same = rule === 'same-level' ? ONCE_A_LEVEL : NO_LOWER
  const finding = found({ over: families, window: { kind: 'lifetime' }, rule: same }, past, of, days)
  return 'of' in finding ? { kind: finding.kind, of: finding.of[0]! } : finding
}

const ONCE_A_LEVEL: PolicyLimit['rule'] = { kind: 'once', of: ['occupation', 'level'] }
const NO_LOWER: PolicyLimit['rule'] = { kind: 'noLower' }

/** The last day to claim, itself included; null where the county sets none. */
export function lastDayToClaim(issuedOn: CivilDate, months: number | null): CivilDate | null {
  return months === null ? null : addMonths(issuedOn, months)
}
