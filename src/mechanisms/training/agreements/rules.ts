import type { ProblemItem, Sentence } from '../../../platform/contract/public.ts'
import {
  compareLevels,
  isSkillLevel,
  levelName,
  periodsOverlap,
  type CivilDate,
  type SkillLevel,
} from '../../../kernel/values/public.ts'
import { words } from './words.ts'

export type CoveredItem = { readonly occupationId: string; readonly highestLevel: SkillLevel; readonly siteId: string }

/** An agreement as rules see it. */
export type AgreementInForce = {
  readonly id: string
  readonly number: string
  readonly fromDate: CivilDate
  readonly toDate: CivilDate
  readonly items: readonly CoveredItem[]
}

type AgreementGiven = {
  readonly fromDate: string
  readonly toDate: string
  readonly items: readonly { readonly occupationId: string; readonly highestLevel: string; readonly siteId: string }[]
}

type KnownToTheBureau = {
  readonly providerKnown: boolean
  readonly occupations: ReadonlySet<string>
  /** Sites of this provider. */
  readonly sites: ReadonlySet<string>
  /** The provider's agreements so far. */
  readonly agreements: readonly AgreementInForce[]
}

/** Everything that stands against recording an agreement, all at once. */
export function problemsOfAgreement(given: AgreementGiven, known: KnownToTheBureau): ProblemItem[] {
  const problems: ProblemItem[] = []
  const against = (at: string, sentence: Sentence) => problems.push({ at, sentence })
  const datesStand = given.fromDate <= given.toDate
  if (!known.providerKnown) against('body.organisationId', words.noProvider)
  if (!datesStand) against('body.toDate', words.endsBeforeItBegins(given.fromDate, given.toDate))
  if (given.items.length === 0) against('body.items', words.noItems)
  for (const [index, item] of given.items.entries()) {
    const at = `body.items.${index}`
    const same = (other: { occupationId: string; siteId: string }) =>
      other.occupationId === item.occupationId && other.siteId === item.siteId
    const first = given.items.findIndex(same)
    if (!known.occupations.has(item.occupationId))
      against(`${at}.occupationId`, words.unknownOccupation(item.occupationId))
    if (!isSkillLevel(item.highestLevel)) against(`${at}.highestLevel`, words.unknownLevel(item.highestLevel))
    if (known.providerKnown && !known.sites.has(item.siteId)) against(`${at}.siteId`, words.foreignSite)
    if (first < index) against(at, words.twice(first + 1))
    if (!datesStand) continue
    const [from, to] = [given.fromDate as CivilDate, given.toDate as CivilDate]
    for (const agreement of known.agreements) {
      if (!agreement.items.some(same)) continue
      if (!periodsOverlap({ from, to }, { from: agreement.fromDate, to: agreement.toDate })) continue
      against(at, words.overlaps(agreement.number, agreement.fromDate, agreement.toDate))
    }
  }
  return problems
}

export type Training = {
  readonly occupationId: string
  readonly occupationName: Sentence
  readonly level: SkillLevel
  readonly siteId: string
  readonly startsOn: CivilDate
  readonly endsOn: CivilDate
}

export type Coverage =
  | { readonly covered: true; readonly agreement: AgreementInForce }
  | { readonly covered: false; readonly agreement: AgreementInForce | null; readonly reasons: readonly Sentence[] }

/**
 * Which agreement of the provider covers a class from its first day to its last (C01). Where none does, every fault of
 * the one that comes nearest: a provider is helped by that one, not by the faults of all.
 */
export function coverageOf(
  training: Training,
  agreements: readonly AgreementInForce[],
  siteName: (siteId: string) => string,
): Coverage {
  let nearest: { agreement: AgreementInForce; reasons: Sentence[] } | undefined
  for (const agreement of agreements) {
    for (const item of agreement.items) {
      if (item.occupationId !== training.occupationId) continue
      const reasons = faultsOf(training, agreement, item, siteName)
      if (reasons.length === 0) return { covered: true, agreement }
      if (!nearest || reasons.length < nearest.reasons.length) nearest = { agreement, reasons }
    }
  }
  if (nearest) return { covered: false, ...nearest }
  return { covered: false, agreement: null, reasons: [words.cover.noAgreement(training.occupationName)] }
}

function faultsOf(
  training: Training,
  { number, fromDate, toDate }: AgreementInForce,
  item: CoveredItem,
  siteName: (siteId: string) => string,
): Sentence[] {
  const { cover } = words
  const faults: Sentence[] = []
  if (item.siteId !== training.siteId) faults.push(cover.site(number, siteName(item.siteId), siteName(training.siteId)))
  if (compareLevels(training.level, item.highestLevel) > 0) {
    faults.push(cover.level(number, levelName(item.highestLevel), levelName(training.level)))
  }
  const startsWithin = training.startsOn >= fromDate && training.startsOn <= toDate
  if (!startsWithin) faults.push(cover.start(number, fromDate, toDate, training.startsOn))
  else if (training.endsOn > toDate) faults.push(cover.end(number, toDate, training.endsOn))
  return faults
}
