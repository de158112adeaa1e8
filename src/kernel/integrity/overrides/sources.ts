import type { Sentence } from '../../../platform/contract/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import type { GroupHand } from '../hands.ts'

/** A group whose checks can be overridden: a class. */
export type OverriddenGroup = {
  readonly id: string
  readonly title: Sentence
  /** Who brings it. */
  readonly organisationId: string
  readonly organisationName: string
}

/** The groups that checks are asked about: a room above registers them here. `kind` is theirs in trails. */
export type OverrideSource = {
  readonly kind: string
  /** Groups by id; unknown ids are absent. */
  find(tx: Tx, groupIds: readonly string[]): Promise<ReadonlyMap<string, OverriddenGroup>>
  /** Each of these enrolments as a list names them: number and masked name. */
  whoIs(tx: Tx, subjectIds: readonly string[]): Promise<ReadonlyMap<string, Sentence>>
  /** Where a person stands in groups, as checks are asked about them: their enrolments. */
  standingsOf(tx: Tx, personId: string): Promise<readonly string[]>
  /** Everybody who attends or teaches the group now. */
  handsOf(tx: Tx, groupId: string): Promise<readonly GroupHand[]>
}
