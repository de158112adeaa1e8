import type { Sentence } from '../../../platform/contract/public.ts'
import type { Tx } from '../../../platform/db/public.ts'

/** Somebody as work is in their hands: by natural person, and the account by which they act. */
export type Holder = { readonly personId: string; readonly accountId: string }

export type OpenWork = { readonly id: string; readonly title: Sentence; readonly page: string | null }

/** How work is passed on: by whom, when, and why. */
export type Passing = {
  readonly from: Holder
  /** Nobody where no successor was chosen. */
  readonly to: Holder | null
  readonly by: Holder
  readonly now: Date
  readonly reason: string
}

/**
 * Work of one kind that is in somebody's hands, as its room tells it. When they leave or change their post, what is open
 * is listed, and passed on after their roles have ended; the room records each act.
 *
 * Some goes to a named person (`hold`), some is done by anybody of a post (`post`), some ends or is drawn anew.
 */
export type HandOver = {
  readonly kind: string
  readonly name: Sentence
  /** What becomes of it. */
  readonly becomes: Sentence
  open(tx: Tx, from: Holder): Promise<readonly OpenWork[]>
  /** Why somebody may not hold this; undefined where they may. Their post and their other duties are asked. */
  hold?(tx: Tx, id: string, to: Holder, now: Date): Promise<Sentence | undefined>
  /** The permission by which any colleague goes on with it. */
  readonly post?: string
  pass(tx: Tx, passing: Passing): Promise<void>
}
