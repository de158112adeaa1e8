import {
  addDays,
  addMonths,
  type CivilDate,
  civilDate,
  type ClosedPeriod,
  rankOf,
  type SkillLevel,
  yearOf,
} from '../../values/public.ts'
import type { Coverage } from './covers.ts'
import { coverageOf } from '../../policy/public.ts'
import { type OccupationKnown, sameOccupation } from '../../policy/public.ts'
import type { PastReceipts, Receipt } from './receipts.ts'

/** So many subsidies of these families together in a window, whoever was paid. */
export type Limit = {
  readonly families: readonly string[]
  readonly window:
    | { readonly kind: 'calendarYear' }
    | { readonly kind: 'lifetime' }
    | { readonly kind: 'rollingMonths'; readonly months: number }
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
  if (window.kind === 'rollingMonths') return { from: addDays(addMonths(today, -window.months), 1), to: today }
  return { from: since < today ? since : today, to: today }
}

/** Whether one more subsidy would be more than the limit. What is known of an earlier life counts in a lifetime. */
export function quotaFinding(
  limit: Limit,
  past: PastReceipts,
  days: { today: CivilDate; since: CivilDate },
): Finding<readonly Receipt[]> {
  const window = windowOf(limit.window, days.today, days.since)
  const ofFamily = past.receipts.filter((each) => each.family !== null && limit.families.includes(each.family))
  const isLifetime = limit.window.kind === 'lifetime'
  // What is recorded for later this year (a ledger by year, a demonstration's clock) is of this year too.
  const last = limit.window.kind === 'calendarYear' ? civilDate(`${yearOf(days.today)}-12-31`) : window.to
  const surely = ofFamily.filter(({ paid }) => isLifetime || (paid.from >= window.from && paid.to <= last))
  const perhaps = ofFamily.filter(
    (each) => !surely.includes(each) && each.paid.to >= window.from && each.paid.from <= last,
  )
  if (surely.length >= limit.max) return { kind: 'hit', of: surely }
  if (surely.length + perhaps.length >= limit.max) return { kind: 'unclear', of: perhaps }
  const coverage = coverageOf(past.covers, limit.families, window)
  return coverage.kind === 'known' ? { kind: 'clear', coverage } : { kind: 'unknown', coverage }
}

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
  const speaks = (level: SkillLevel) =>
    rule === 'same-level' ? level === asked.level : rankOf(level) > rankOf(asked.level)
  const inFamilies = past.receipts.filter((each) => each.family === null || families.includes(each.family))
  const told = inFamilies.map((receipt) => {
    const occupation = sameOccupation(receipt.occupation, asked.occupation)
    const level = receipt.level === null ? 'unknown' : speaks(receipt.level) ? 'yes' : 'no'
    return { receipt, occupation, level }
  })
  const hit = told.find((each) => each.occupation === 'same' && each.level === 'yes')
  if (hit) return { kind: 'hit', of: hit.receipt }
  const unclear = told.find((each) => each.occupation !== 'other' && each.level !== 'no')
  if (unclear) return { kind: 'unclear', of: unclear.receipt }
  const window = windowOf({ kind: 'lifetime' }, days.today, days.since)
  const coverage = coverageOf(past.covers, families, window)
  return coverage.kind === 'known' ? { kind: 'clear', coverage } : { kind: 'unknown', coverage }
}

/** The last day to claim, itself included; null where the county sets none. */
export function lastDayToClaim(issuedOn: CivilDate, months: number | null): CivilDate | null {
  return months === null ? null : addMonths(issuedOn, months)
}
