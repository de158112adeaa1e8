import type { Cover as Known, Coverage as KnownTimes } from '../../policy/public.ts'
import type { CivilDate } from '../../values/public.ts'

export type { Gap } from '../../policy/public.ts'

/** Something that says all there is about a time: a ledger (everybody), a look-up (one person), or this platform itself. */
export type Cover = Known & {
  readonly kind: 'ledger' | 'province' | 'here'
  readonly source: string
  /** The day a look-up was made; it stands some days longer. */
  readonly on: CivilDate | null
}

export type Coverage = KnownTimes<Cover>
