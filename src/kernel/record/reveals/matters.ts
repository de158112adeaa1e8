import type { Sentence } from '../../../platform/contract/public.ts'
import type { Tx } from '../../../platform/db/public.ts'

/** What somebody's data can be looked at for. */
export const MATTER_KINDS = ['claim', 'case', 'report', 'enrolment', 'correction'] as const
export type MatterKind = (typeof MATTER_KINDS)[number]

/** A matter that concerns a person. */
export type Matter = {
  readonly kind: MatterKind
  readonly id: string
  readonly title: Sentence
  /** Nobody has settled it yet. */
  readonly isOpen: boolean
}

/** What one room has of a person that somebody can have to look into, the newest first. */
export type Matters = (tx: Tx, personId: string) => Promise<Matter[]>

/** Where somebody lives, as far as an address tells: a town of the list, and the village and household as keyed hashes. */
export type Place = {
  readonly town: string | null
  readonly village: Buffer | null
  readonly household: Buffer | null
}

/** A room that knows addresses; who has none is absent. */
export type Places = (tx: Tx, personIds: readonly string[]) => Promise<ReadonlyMap<string, Place>>

/** Whether two people have one telephone; a room above knows. */
export type SharedPhone = (tx: Tx, personId: string, otherId: string) => Promise<boolean>

export const KINS = ['self', 'household', 'town'] as const
export type Kin = (typeof KINS)[number]

/** How near somebody is to whom they read of, the nearest first. */
export function kinOf(
  reader: { readonly personId: string; readonly place: Place | undefined },
  read: { readonly personId: string; readonly place: Place | undefined; readonly sharesPhone: boolean },
): Kin | null {
  if (reader.personId === read.personId) return 'self'
  const [own, theirs] = [reader.place, read.place]
  if (read.sharesPhone) return 'household'
  if (own?.household && theirs?.household?.equals(own.household)) return 'household'
  return own?.town && own.town === theirs?.town ? 'town' : null
}
