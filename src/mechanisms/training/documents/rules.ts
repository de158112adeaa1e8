import type { ProblemItem, Sentence } from '../../../platform/contract/public.ts'
import { addDays, type CivilDate } from '../../../kernel/values/public.ts'
import type { DocumentKind, DocumentState } from './contract.ts'
import { words } from './words.ts'

/** A paper on file, as rules see it; withdrawn ones are not among them. */
export type OnFile = {
  readonly kind: string
  readonly siteId: string | null
  readonly validFrom: CivilDate
  readonly validTo: CivilDate
}

/** Where a paper stands today. `remindDays` is the county's. */
export function stateOf(
  paper: Pick<OnFile, 'validFrom' | 'validTo'> & { readonly withdrawn: boolean },
  today: CivilDate,
  remindDays: number,
): DocumentState {
  if (paper.withdrawn) return 'withdrawn'
  if (paper.validTo < today) return 'expired'
  if (paper.validFrom > today) return 'not-yet'
  return paper.validTo < addDays(today, remindDays) ? 'expiring' : 'valid'
}

/** A paper that is asked for: of the provider, or of one site. */
export type Asked = { readonly kind: DocumentKind; readonly siteId: string | null }

/** Every paper the county asks for where a provider teaches at these sites. */
export function askedFor(kinds: readonly DocumentKind[], siteIds: readonly string[]): Asked[] {
  return kinds.flatMap((kind): Asked[] =>
    kind.ofSite ? siteIds.map((siteId) => ({ kind, siteId })) : [{ kind, siteId: null }],
  )
}

export type PaperCoverage =
  | { readonly is: 'covered' }
  /** Nothing of the kind was ever filed: nobody knows. */
  | { readonly is: 'unknown' }
  | { readonly is: 'lapsed'; readonly days: readonly CivilDate[]; readonly until: CivilDate }

/** Whether papers of one kind, one after another, are valid on every one of these days. */
export function coverageBy(
  { kind, siteId }: Asked,
  papers: readonly OnFile[],
  days: readonly CivilDate[],
): PaperCoverage {
  const own = papers.filter((paper) => paper.kind === kind.code && paper.siteId === siteId)
  const last = own
    .map((paper) => paper.validTo)
    .sort()
    .at(-1)
  if (last === undefined) return { is: 'unknown' }
  const bare = days.filter((day) => !own.some((paper) => paper.validFrom <= day && day <= paper.validTo))
  return bare.length === 0 ? { is: 'covered' } : { is: 'lapsed', days: bare, until: last }
}

type Given = {
  readonly kind: string
  readonly siteId: string | null
  readonly validFrom: string
  readonly validTo: string
}

/** Everything that stands against filing a paper, all at once. */
export function problemsOfDocument(
  given: Given,
  known: { readonly kinds: readonly DocumentKind[]; readonly siteIds: ReadonlySet<string> },
): ProblemItem[] {
  const problems: ProblemItem[] = []
  const against = (at: string, sentence: Sentence) => problems.push({ at: `body.${at}`, sentence })
  const kind = known.kinds.find((each) => each.code === given.kind)
  if (!kind) against('kind', words.unknownKind(given.kind))
  if (kind?.ofSite && given.siteId === null) against('siteId', words.needsSite(kind.label))
  if (kind && !kind.ofSite && given.siteId !== null) against('siteId', words.needsNoSite(kind.label))
  if (given.siteId !== null && !known.siteIds.has(given.siteId)) against('siteId', words.foreignSite)
  if (given.validTo < given.validFrom) against('validTo', words.endsBeforeItBegins(given.validFrom, given.validTo))
  return problems
}
