import type { Sentence } from '../../../platform/contract/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import type { Evidence } from '../../record/public.ts'

/** A group of people as a case knows it. */
export type CaseGroup = {
  readonly id: string
  readonly title: Sentence
  readonly organisationId: string
  readonly organisationName: string
}

export type CaseGroupMember = {
  readonly subjectId: string
  readonly personId: string
  /** The number on the roster. */
  readonly position: number
  readonly maskedName: string
}

/** A room above whose groups cases can be about registers them here. `kind` is theirs in trails. */
export type CaseGroups = {
  readonly kind: string
  /** Groups by id, whatever their state; unknown ids are absent. */
  find(tx: Tx, groupIds: readonly string[]): Promise<ReadonlyMap<string, CaseGroup>>
  /** Groups that a case can be opened about, newest first, paged by id. */
  list(tx: Tx, page: { search?: string | undefined; after?: string | undefined; limit: number }): Promise<CaseGroup[]>
  membersOf(tx: Tx, groupId: string): Promise<CaseGroupMember[]>
  /** What shows, by subject, that somebody took part: who signed nothing is absent. */
  tracesOf(tx: Tx, groupId: string): Promise<ReadonlyMap<string, Evidence>>
}
