import type { Tx } from '../../../platform/db/public.ts'
import { takeWork } from '../../../platform/outbox/public.ts'
import {
  type Facts,
  insertDecisions,
  type KeptDecision,
  type PolicyFact,
  type Program,
  recordFacts,
} from '../../policy/public.ts'
import { type CivilDate, newId } from '../../values/public.ts'
import { decisionOn } from '../deciding/decision.ts'
import { findTrial, TRIALS, type TrialRow } from './store.ts'

/** Takes the trial that waits first, as the work in the background does. */
export async function takeTrial(tx: Tx): Promise<TrialRow | undefined> {
  const id = await takeWork(tx, TRIALS)
  return id === undefined ? undefined : findTrial(tx, id)
}

export type GivenCase = {
  readonly personId: string
  readonly facts: Facts
  readonly on: CivilDate
  readonly fund?: string
  readonly groupCode?: string
  readonly organisationId?: string
}

export type Decided = { readonly fact: PolicyFact; readonly decision: KeptDecision }

/** Facts of people as a mechanism records them, each decided by a program from what is given of it. */
export async function givenDecided(
  tx: Tx,
  program: Program,
  sha256: string,
  given: readonly GivenCase[],
): Promise<Decided[]> {
  const groupId = newId()
  const decided = given.map((each, nth) => {
    const fact: PolicyFact = {
      id: newId(),
      kind: program.pack.trigger,
      subjectId: newId(),
      version: 1,
      personId: each.personId,
      groupId,
      occurredOn: each.on,
      body: {
        fund: each.fund ?? 'EMPLOYMENT_SUBSIDY_FUND',
        organisationId: each.organisationId ?? groupId,
        groupKind: 'class',
        groupTitle: '测试班',
        during: { from: each.on, to: each.on },
        position: nth + 1,
        ...(each.groupCode ? { groupCode: each.groupCode } : {}),
        bankAccountId: newId(),
      },
      source: { kind: 'muster', id: newId() },
    }
    const scheme = { pack: program.pack, sha256, program, onUnavailable: () => 'note' as const }
    const decision = decisionOn(fact, scheme, each.facts, { now: tx.now, cause: 'original', followsId: null })
    return { fact, decision }
  })
  await recordFacts(
    tx,
    decided.map(({ fact }) => fact),
  )
  await insertDecisions(
    tx,
    decided.map(({ decision }) => decision),
  )
  return decided
}
