import type { Sentence } from '../../../platform/contract/public.ts'
import type { Tx } from '../../../platform/db/public.ts'

/** Something that is not what it should be: which row, and where one can go from it. */
export type Difference = {
  /** The table and the row's key; of the seals themselves, the seal's number. */
  readonly table: string
  readonly key: string
  readonly sentence: Sentence
  readonly trail: { readonly kind: string; readonly id: string } | null
}

/** What a comparison tells as it goes: how many it compared, and each that differs. */
export type Teller = {
  compared(count: number): void
  differs(difference: Difference): void
}

/** What a room can compare of its own, besides its rows with their leaves: balances with postings, a batch with its hash. */
export type Proof = {
  readonly name: string
  readonly title: Sentence
  /** What it was compared with, for the page and the print. */
  readonly against: Sentence
  run(tx: Tx, tell: Teller): Promise<void>
}
