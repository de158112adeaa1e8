import type { Sentence } from '../../../platform/contract/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import type { Period } from '../../values/public.ts'

/** A group of people a letter can ask about: a class. */
export type LetterGroup = {
  readonly id: string
  readonly title: Sentence
  readonly organisationName: string
  readonly during: Period
  /** How many people are on it now. */
  readonly people: number
}

/** Somebody of a group. */
export type GroupPerson = {
  readonly personId: string
  readonly name: string
  readonly groupId: string
  readonly during: Period
}

/** Where the people come from that letters ask about: a room above registers its groups here. `kind` is theirs in trails. */
export type LetterSource = {
  readonly kind: string
  /** Groups that can be asked about now, newest first, paged by id. */
  list(tx: Tx, page: { search?: string | undefined; after?: string | undefined; limit: number }): Promise<LetterGroup[]>
  /** Groups by id, whatever their state; unknown ids are absent. */
  find(tx: Tx, groupIds: readonly string[]): Promise<Map<string, LetterGroup>>
  /** Everybody on these groups now, in the order of their rosters. */
  peopleOf(tx: Tx, groupIds: readonly string[]): Promise<GroupPerson[]>
}
