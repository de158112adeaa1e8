import type { Sentence } from '../../../platform/contract/public.ts'
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
import { coverageOf, type Gap } from './coverage.ts'
import { type HadBefore, type History, occupationOf, sameOccupation } from './history.ts'

/** The time in which a limit counts. */
export type LimitWindow =
  | { readonly kind: 'calendarYear' }
  | { readonly kind: 'lifetime' }
  | { readonly kind: 'months'; readonly months: number }
  | { readonly kind: 'period'; readonly from: CivilDate; readonly to: CivilDate }

export const SAMENESS = ['occupation', 'level', 'certificate'] as const
export type Sameness = (typeof SAMENESS)[number]

/** By whom a limit counts: the person, whoever is paid; or one that all the people concerned have in common. */
export const COUNTED_BY = ['person', 'employer', 'provider', 'studio', 'certificate'] as const
export type CountedBy = (typeof COUNTED_BY)[number]

/** What may be had, over the subsidies of some families together: so often, so much, once, not below what was had. */
export type LimitRule =
  | { readonly kind: 'count'; readonly most: number }
  | { readonly kind: 'sum'; readonly mostFen: bigint }
  | { readonly kind: 'once'; readonly of: readonly Sameness[] }
  | { readonly kind: 'noLower' }

/** A limit of a scheme, its values known. */
export type Limit = {
  readonly id: string
  readonly label: Sentence
  readonly cite: string
  /** The person where nothing is said. */
  readonly per?: Exclude<CountedBy, 'person'>
  readonly over: readonly string[]
  readonly window: LimitWindow
  readonly rule: LimitRule
  /** Beyond it: nothing, what is left of it, or no more than a word. */
  readonly beyond: 'refuse' | 'trim' | 'tell'
  /** Where the past is not wholly known: it waits, or the scheme goes on without knowing and says so. */
  readonly onUnknown: 'hold' | 'note'
}

/** What is to be had now. Null: there is none, and that is known. */
export type Taking = {
  readonly on: CivilDate
  /** The day as of which the past is known. */
  readonly asOf?: CivilDate
  readonly occupation: string | null
  readonly level: SkillLevel | null
  readonly certificate: string | null
}

/**
 * What a limit finds in somebody's past. What is used up is used up whatever else is not known; that it is free counts
 * only where all is known.
 */
export type LimitFinding = {
  readonly verdict: 'free' | 'used' | 'unclear' | 'not-known'
  readonly window: ClosedPeriod | null
  /** What counts under it; where it is used up, what has used it up. */
  readonly counted: readonly HadBefore[]
  /** What may count: its record does not say clearly enough what it was, or when. */
  readonly unclear: readonly HadBefore[]
  /** The times of which nothing is known. */
  readonly gaps: readonly Gap[]
  /** What is left, this one not taken yet: so often, or so many fen. */
  readonly left: bigint | null
}

const EVER: ClosedPeriod = { from: civilDate('1900-01-01'), to: civilDate('9999-12-31') }

/** Looks at somebody's past under a limit. `amountFen` is what is to be had, where a sum is limited. */
export function findUnder(limit: Limit, past: History, taking: Taking, amountFen: bigint | null = null): LimitFinding {
  const { rule } = limit
  if (rule.kind === 'count') return reckon(limit, past, taking, BigInt(rule.most), ({ more }) => (more ? 0n : 1n), 1n)
  if (rule.kind === 'sum') {
    const wanted = amountFen === null || limit.beyond === 'trim' ? 1n : amountFen
    return reckon(limit, past, taking, rule.mostFen, ({ fen }) => BigInt(fen), wanted)
  }
  return repeated(limit, rule, past, taking)
}

type Open = Pick<LimitFinding, 'verdict' | 'gaps'>

/** Nothing speaks against it: free where everything there is was seen. */
export function unlessUnknown({ over, window }: Pick<Limit, 'over' | 'window'>, past: History, taking: Taking): Open {
  if (past.covers === undefined) return { verdict: 'free', gaps: [] }
  const upTo = taking.asOf !== undefined && taking.asOf > taking.on ? taking.asOf : taking.on
  const asked = askedTime(window, taking.on, upTo, past)
  if (!asked) return { verdict: 'free', gaps: [] }
  const covers = past.covers.map(({ families = over, from, to }) => ({
    families,
    from: from === null ? null : civilDate(from),
    to: civilDate(to),
  }))
  const coverage = coverageOf(covers, over, asked)
  return coverage.kind === 'known' ? { verdict: 'free', gaps: [] } : { verdict: 'not-known', gaps: coverage.gaps }
}

/** The time about which everything has to be known: no further than the day as of which the past is told. */
function askedTime(window: LimitWindow, on: CivilDate, upTo: CivilDate, past: History): ClosedPeriod | null {
  if (window.kind === 'lifetime') {
    const since = past.since === undefined ? EVER.from : civilDate(past.since)
    return { from: since < upTo ? since : upTo, to: upTo }
  }
  const [main] = windowsOver(window, on, [])
  if (!main || main.from > upTo) return null
  return { from: main.from, to: main.to < upTo ? main.to : upTo }
}

/**
 * The windows that a subsidy of this day stands in, its own first: of so many months there is one ending on each later
 * receipt too, since what was taken on later days must stay within the limit as well.
 */
function windowsOver(window: LimitWindow, on: CivilDate, receipts: readonly HadBefore[]): ClosedPeriod[] {
  switch (window.kind) {
    case 'calendarYear':
      return [{ from: civilDate(`${yearOf(on)}-01-01`), to: civilDate(`${yearOf(on)}-12-31`) }]
    case 'lifetime':
      return [EVER]
    case 'period':
      return on >= window.from && on <= window.to ? [{ from: window.from, to: window.to }] : []
    case 'months': {
      const ending = (to: CivilDate) => ({ from: addDays(addMonths(to, -window.months), 1), to })
      const later = receipts.map((each) => each.on.to).filter((to) => to > on && ending(to).from <= on)
      return [on, ...new Set(later)].map(ending)
    }
  }
}

/** So often, or so much: the fullest of the windows decides. */
function reckon(
  limit: Limit,
  past: History,
  taking: Taking,
  most: bigint,
  weigh: (receipt: HadBefore) => bigint,
  wanted: bigint,
): LimitFinding {
  const sumOf = (receipts: readonly HadBefore[]) => receipts.reduce((sum, each) => sum + weigh(each), 0n)
  const ofFamilies = past.receipts.filter((each) => each.family === null || limit.over.includes(each.family))
  const seen = windowsOver(limit.window, taking.on, ofFamilies).map((window) => {
    const within = ofFamilies.filter(({ on }) => on.to >= window.from && on.from <= window.to)
    const surely = within.filter(({ on, family }) => family !== null && on.from >= window.from && on.to <= window.to)
    return { window, surely, perhaps: within.filter((each) => !surely.includes(each)), sum: sumOf(surely) }
  })
  const [own] = seen
  // A day outside the period that the limit is for.
  if (!own) return { verdict: 'free', window: null, counted: [], unclear: [], gaps: [], left: null }
  const fullest = seen.reduce((one, other) => (other.sum > one.sum ? other : one))
  const { window, surely: counted } = fullest
  const left = most > fullest.sum ? most - fullest.sum : 0n
  if (left < wanted) return { verdict: 'used', window, counted, unclear: [], gaps: [], left }
  const doubtful = seen.find(({ surely, perhaps }) => most - sumOf(surely) - sumOf(perhaps) < wanted)
  if (doubtful) return { verdict: 'unclear', window, counted, unclear: doubtful.perhaps, gaps: [], left }
  // Of a sum that is trimmed everything has to be known: it says how much is left.
  const trims = limit.beyond === 'trim' && own.perhaps.length > 0
  if (trims) return { verdict: 'unclear', window, counted, unclear: own.perhaps, gaps: [], left }
  return { ...unlessUnknown(limit, past, taking), window, counted, unclear: [], left }
}

type Alike = 'same' | 'other' | 'unknown'

/** The same again, or a lower level after a higher one. */
function repeated(
  limit: Limit,
  rule: Extract<LimitRule, { kind: 'once' | 'noLower' }>,
  past: History,
  taking: Taking,
): LimitFinding {
  const [window] = windowsOver(limit.window, taking.on, [])
  const of: readonly Sameness[] = rule.kind === 'once' ? rule.of : ['occupation', 'level']
  const none = { window: window ?? null, counted: [], unclear: [], gaps: [], left: null }
  // What has no such thing repeats none.
  if (!window || of.some((each) => taking[each] === null)) return { ...none, verdict: 'free' }
  const among = past.receipts
    .filter(({ family }) => family === null || limit.over.includes(family))
    .filter(({ on }) => on.to >= window.from && on.from <= window.to)
    .map((receipt) => {
      const alike = of.map((each) => alikeIn(each, rule.kind, receipt, taking))
      return { receipt, alike }
    })
  const told = (wanted: (alike: readonly Alike[]) => boolean) =>
    among.filter(({ alike }) => wanted(alike)).map(({ receipt }) => receipt)
  const same = told((alike) => alike.every((each) => each === 'same'))
  if (same.length > 0) return { ...none, verdict: 'used', counted: same }
  const unclear = told((alike) => !alike.includes('other'))
  if (unclear.length > 0) return { ...none, verdict: 'unclear', unclear }
  return { ...none, ...unlessUnknown(limit, past, taking) }
}

function alikeIn(of: Sameness, rule: 'once' | 'noLower', receipt: HadBefore, taking: Taking): Alike {
  if (of === 'certificate') return receipt.certificate === taking.certificate ? 'same' : 'other'
  if (of === 'occupation')
    return sameOccupation(occupationOf(receipt.occupation ?? ''), occupationOf(taking.occupation ?? ''))
  if (receipt.level === undefined || taking.level === null) return 'unknown'
  const isSo = rule === 'once' ? receipt.level === taking.level : rankOf(receipt.level) > rankOf(taking.level)
  return isSo ? 'same' : 'other'
}
