import type { Sentence } from '../../platform/contract/public.ts'
import type { Tx } from '../../platform/db/public.ts'

/** A place on the chain from a yuan to a sign-in: what it is, what it says, and where one can go from it. */
export type TrailStep = {
  readonly kind: string
  readonly id: string
  readonly title: Sentence
  /** What this step says, a few lines; personal data masked. */
  readonly says: readonly { readonly label: Sentence; readonly value: Sentence }[]
  /** Towards the evidence: what this step rests on. */
  readonly restsOn: readonly TrailLink[]
  /** Towards the money: what rests on this step. */
  readonly leadsTo: readonly TrailLink[]
  /** What tells of it on paper. */
  readonly papers?: readonly TrailPaper[]
}

export type TrailLink = { readonly kind: string; readonly id: string; readonly title: Sentence }

/** A form to be printed, by what it is kept under; for whoever may print it. */
export type TrailPaper = {
  readonly kind: string
  readonly subjectId: string
  readonly form: string
  readonly part: string
  readonly title: Sentence
  readonly may: string
  readonly ofBureau?: true
}

/** A step as its room describes it. */
export type Described = TrailStep & {
  readonly organisationId: string | null
  /** What it says to an organisation that may walk it, where that is less than what the bureau reads. */
  readonly saysToOrganisation?: TrailStep['says']
}

/** A room tells how one of its kinds of subject is walked. `organisationId` narrows what a provider's account may see. */
export type Trail = {
  readonly kind: string
  describe(tx: Tx, id: string): Promise<Described | undefined>
}

/** A place on the chain. */
export type TrailPlace = { readonly kind: string; readonly id: string }

/**
 * What a room adds to the steps of others: its own that rest on a place, which the place's room need not know of. A
 * check's answer rests on a muster; training knows of no answers. Asked of many places at once, since whoever walks a
 * whole class has thousands.
 */
export type TrailWays = { leadsTo(tx: Tx, places: readonly TrailPlace[]): Promise<Led> }

/** Where places lead, each by its name; one that leads nowhere may be absent. */
export type Led = ReadonlyMap<string, readonly TrailLink[]>
