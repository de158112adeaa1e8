import type { Sentence } from '../../../platform/contract/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import type { TrailPlace } from '../trails.ts'

/** A file that a room keeps beside a step. */
export type StepFile = {
  readonly at: TrailPlace
  readonly fileId: string
  readonly title: Sentence
  /**
   * What alone it tells of: a class (its people and nobody beyond), a person (and no other), a provider (and no trainee),
   * or another step that is wholly a class's. It leaves in the archive of these and in no other.
   */
  readonly of: readonly TrailPlace[]
  /** It may bear numbers in full: on the platform itself it is opened with a fresh second factor, or proves who somebody is. */
  readonly bearsNumbers: boolean
}

/** What a room tells of the files beside its steps. */
export type StepFiles = {
  /** Its tables that name a kept file and are told of. */
  readonly tables: readonly string[]
  /** Those whose files go into no archive, and why. */
  readonly staysHere: Readonly<Record<string, string>>
  of(tx: Tx, places: readonly TrailPlace[]): Promise<StepFile[]>
}

/** The ids of the places of a kind. */
export const idsOf = (places: readonly TrailPlace[], kind: string): string[] =>
  places.flatMap((place) => (place.kind === kind ? [place.id] : []))
