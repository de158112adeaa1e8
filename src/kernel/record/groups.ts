import type { Sentence } from '../../platform/contract/public.ts'
import type { Tx } from '../../platform/db/public.ts'

/** A group of people that a mechanism keeps together (a class), as other rooms show it. */
export type Group = {
  readonly kind: string
  readonly id: string
  readonly title: Sentence
  readonly organisationId: string
  readonly startsOn: string
  readonly endsOn: string
  /** How many people are on its list; null while it has none. */
  readonly people: number | null
}

/** Somebody of a group, by the number on its list. */
export type GroupMember = { readonly personId: string; readonly position: number }

/** How a mechanism tells the kernel of its groups and their people; the kernel asks without knowing the mechanism. */
export type GroupTeller = {
  readonly kind: string
  /** The newest first. */
  list(tx: Tx, asked: { search?: string | undefined; after?: string | undefined; limit: number }): Promise<Group[]>
  find(tx: Tx, id: string): Promise<(Group & { readonly members: readonly GroupMember[] }) | undefined>
}
