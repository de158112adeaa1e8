import type { Sentence } from '../../../platform/contract/public.ts'
import type { Unavailable } from './rules.ts'

/** What a claim and a list for the province alike say of a group under a scheme, as it was assembled. */
export type Assembled = {
  readonly id: string
  readonly number: string
  readonly scheme: string
  readonly schemeVersion: string
  readonly schemeTitle: Sentence
  readonly fund: string
  readonly organisationId: string
  readonly organisationName: string
  readonly factKind: string
  readonly groupKind: string
  readonly groupId: string
  readonly title: string
  readonly headCount: number
  readonly heldCount: number
  readonly refusedCount: number
  readonly amountFen: bigint
  readonly checkRunId: string
  readonly checksAsked: number
  readonly checksPassed: number
  readonly unavailable: readonly Unavailable[]
  readonly contentSha256: Buffer
  readonly assembledAt: Date
}

/** The columns it stands in, in either table, as they are read. */
type AssembledRow = Omit<ReturnType<typeof assembledRow>, 'scheme_title' | 'unavailable'> & {
  readonly scheme_title: unknown
  readonly unavailable: unknown
}

export const assembledOf = (row: AssembledRow): Assembled => ({
  id: row.id,
  number: row.number,
  scheme: row.scheme,
  schemeVersion: row.scheme_version,
  schemeTitle: row.scheme_title as Sentence,
  fund: row.fund,
  organisationId: row.organisation_id,
  organisationName: row.organisation_name,
  factKind: row.fact_kind,
  groupKind: row.group_kind,
  groupId: row.group_id,
  title: row.title,
  headCount: row.head_count,
  heldCount: row.held_count,
  refusedCount: row.refused_count,
  amountFen: row.amount_fen,
  checkRunId: row.check_run_id,
  checksAsked: row.checks_asked,
  checksPassed: row.checks_passed,
  unavailable: row.unavailable as Unavailable[],
  contentSha256: row.content_sha256,
  assembledAt: row.assembled_at,
})

/** The columns it stands in, in either table, as they are written. */
export const assembledRow = (assembled: Assembled) => ({
  id: assembled.id,
  number: assembled.number,
  scheme: assembled.scheme,
  scheme_version: assembled.schemeVersion,
  scheme_title: JSON.stringify(assembled.schemeTitle),
  fund: assembled.fund,
  organisation_id: assembled.organisationId,
  organisation_name: assembled.organisationName,
  fact_kind: assembled.factKind,
  group_kind: assembled.groupKind,
  group_id: assembled.groupId,
  title: assembled.title,
  head_count: assembled.headCount,
  held_count: assembled.heldCount,
  refused_count: assembled.refusedCount,
  amount_fen: assembled.amountFen,
  check_run_id: assembled.checkRunId,
  checks_asked: assembled.checksAsked,
  checks_passed: assembled.checksPassed,
  unavailable: JSON.stringify(assembled.unavailable),
  content_sha256: assembled.contentSha256,
  assembled_at: assembled.assembledAt,
})
