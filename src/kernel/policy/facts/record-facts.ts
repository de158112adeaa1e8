import type { Sentence } from '../../../platform/contract/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import { announce } from '../../../platform/outbox/public.ts'
import { newId } from '../../values/public.ts'
import type { Facts } from './facts.ts'
import { insertFacts, type PolicyFact } from '../decisions/store.ts'

/** The outbox event that facts of one kind were recorded for a group; funds wakes to it. */
export const FACTS_RECORDED = 'policy.facts-recorded'

export type FactsRecorded = {
  readonly kind: string
  readonly groupId: string
  /** Why they are recorded anew; absent where they are the first. */
  readonly because?: Sentence
}

/**
 * Records that something happened to people of one group (a class), all in one transaction with the work that knows it.
 * Nobody has to apply: the fact is the application. Where they take the place of former ones, `because` says why.
 */
export async function recordFacts(tx: Tx, facts: readonly PolicyFact[], because?: Sentence): Promise<void> {
  await insertFacts(tx, facts)
  const groups = new Map(facts.map((fact) => [`${fact.kind} ${fact.groupId}`, fact]))
  for (const fact of groups.values()) {
    await announce(tx, {
      id: newId(),
      kind: FACTS_RECORDED,
      subjectId: fact.groupId,
      body: { kind: fact.kind, groupId: fact.groupId, ...(because ? { because } : {}) } satisfies FactsRecorded,
    })
  }
}

/** Tells that more is known of a group whose facts stand as they are: whoever claims for it asks again. */
export async function tellOfGroup(tx: Tx, told: Required<FactsRecorded>): Promise<void> {
  await announce(tx, { id: newId(), kind: FACTS_RECORDED, subjectId: told.groupId, body: told })
}

/**
 * A room's supply of facts for the policy's dictionary: for recorded facts of one kind, what the room knows of each
 * subject, keyed by the recorded fact's id. A value it does not know it says so of, with the reason.
 */
export type FactSupplier = {
  readonly name: string
  /** The dictionary keys it answers for; two suppliers of one key stop the house from starting. */
  readonly keys: readonly string[]
  readonly triggers: readonly string[]
  supply(tx: Tx, facts: readonly PolicyFact[]): Promise<ReadonlyMap<string, Facts>>
}
