import type { Sentence } from '../../../platform/contract/public.ts'
import type { ParametersInForce } from '../../record/public.ts'
import { addDays, type CivilDate } from '../../values/public.ts'
import type { CertificateKind } from '../store.ts'
import { refusals } from './words.ts'

/** What a look-up site shows of a certificate. */
export const LOOK_UP_OUTCOMES = ['agrees', 'differs', 'not-found'] as const
export type LookUpOutcome = (typeof LOOK_UP_OUTCOMES)[number]

/** What of a certificate can be other on the site than with us. */
export const DIFFERENCES = ['name', 'level', 'occupation', 'date'] as const
export type Difference = (typeof DIFFERENCES)[number]

/** Kinds that stand on a public site. A training completion certificate is the provider's own and stands on none. */
export const LOOKED_UP_KINDS = [
  'SKILL_LEVEL',
  'QUALIFICATION',
  'SPECIFIC_ABILITY',
] as const satisfies readonly CertificateKind[]

export type LookUpSite = { readonly code: string; readonly name: Sentence; readonly address: string }

/** What the county lays down about look-ups. */
export type LookUpTerms = {
  readonly sites: readonly LookUpSite[]
  /** Whether a certificate must have been looked up before it is paid for; else that is only noted. */
  readonly beforePayment: boolean
  /** How many days a look-up is good for; null for ever. */
  readonly maximumAgeDays: number | null
}

export function lookUpTerms(parameters: ParametersInForce): LookUpTerms {
  return {
    sites: parameters.get('certificate.lookUpSites').value as readonly LookUpSite[],
    beforePayment: parameters.get('certificate.lookUpBeforePayment').value as boolean,
    maximumAgeDays: parameters.get('certificate.lookUpMaximumAgeDays').value as number | null,
  }
}

/** The earliest day whose look-ups still count; null when all do. */
export function stillGoodFrom(terms: Pick<LookUpTerms, 'maximumAgeDays'>, today: CivilDate): CivilDate | null {
  return terms.maximumAgeDays === null ? null : addDays(today, -terms.maximumAgeDays)
}

/** The newest thing known of a certificate from a look-up. */
export type Found = {
  readonly lookUpId: string
  readonly site: string
  readonly lookedOn: CivilDate
  readonly outcome: LookUpOutcome
  readonly differing: readonly Difference[]
}

export type LineGiven = {
  readonly certificateId: string
  readonly outcome: LookUpOutcome
  readonly differing: readonly Difference[]
  /** The newest look-up of it that the clerk saw; null when there was none. */
  readonly seen: string | null
}

export type LookUpGiven = { readonly site: string; readonly lookedOn: CivilDate; readonly lines: readonly LineGiven[] }

/** What is on record when a look-up is written down. */
export type OnRecord = {
  readonly today: CivilDate
  readonly sites: readonly LookUpSite[]
  /** The certificates of the group, in force, by id. */
  readonly certificates: ReadonlyMap<string, { readonly number: string; readonly issuedOn: CivilDate }>
  readonly newest: ReadonlyMap<string, Found>
}

export type GivenProblem = { readonly at: string; readonly sentence: Sentence }

/** Everything that keeps a look-up from being written down as given. */
export function lookUpProblems(given: LookUpGiven, known: OnRecord): GivenProblem[] {
  const problems: GivenProblem[] = []
  if (given.lookedOn > known.today)
    problems.push({ at: 'body.lookedOn', sentence: refusals.inFuture(given.lookedOn, known.today) })
  if (!known.sites.some((site) => site.code === given.site))
    problems.push({ at: 'body.site', sentence: refusals.unknownSite })
  const told = new Set<string>()
  for (const [index, line] of given.lines.entries()) {
    const at = `body.lines.${index}`
    const certificate = known.certificates.get(line.certificateId)
    if (!certificate) {
      problems.push({ at, sentence: refusals.notOfThisClass })
      continue
    }
    const { number } = certificate
    if (told.has(line.certificateId)) problems.push({ at, sentence: refusals.twice(number) })
    told.add(line.certificateId)
    if (given.lookedOn < certificate.issuedOn)
      problems.push({ at, sentence: refusals.beforeIssue(number, given.lookedOn, certificate.issuedOn) })
    const before = known.newest.get(line.certificateId)
    if (before && given.lookedOn < before.lookedOn)
      problems.push({ at, sentence: refusals.earlierThanNewest(number, given.lookedOn, before.lookedOn) })
    if (line.outcome === 'differs' && line.differing.length === 0)
      problems.push({ at, sentence: refusals.sayWhatDiffers(number) })
    if (line.outcome !== 'differs' && line.differing.length > 0)
      problems.push({ at, sentence: refusals.onlyDiffering(number) })
  }
  return problems
}

/** The certificates somebody else has looked up since the clerk opened the page. */
export function lookedUpMeanwhile(lines: readonly LineGiven[], newest: ReadonlyMap<string, Found>): LineGiven[] {
  return lines.filter((line) => (newest.get(line.certificateId)?.lookUpId ?? null) !== line.seen)
}
