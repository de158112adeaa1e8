import type { Sentence } from '../../../platform/contract/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import type { TrailPlace } from '../../record/public.ts'

/** A name that two people put right. */
export type CorrectedName = {
  readonly requestId: string
  readonly personId: string
  readonly name: string
  readonly at: Date
}

/** A place where the person is named: with the corrected name, or why it keeps the old one. */
export type ReachedPlace = {
  readonly place: TrailPlace
  readonly title: Sentence
  readonly isReached: boolean
  readonly why: Sentence
}

/** A room in which people are named: what it puts right of what is still open, and where it stands everywhere. */
export type NameReach = {
  /** In the transaction in which the second person confirms. */
  putRight?(tx: Tx, corrected: CorrectedName): Promise<void>
  places(tx: Tx, corrected: CorrectedName): Promise<ReachedPlace[]>
}
