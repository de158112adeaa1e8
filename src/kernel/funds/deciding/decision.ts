import {
  amountsOf,
  answerOf,
  decisionHash,
  type Facts,
  type KeptDecision,
  type KeptFacts,
  type Manual,
  type PolicyFact,
  writeAnswer,
} from '../../policy/public.ts'
import { newId } from '../../values/public.ts'
import type { ReadyScheme } from './engine.ts'

export type Deciding = Pick<KeptDecision, 'cause' | 'followsId'> & { readonly now: Date; readonly manual?: Manual }

/** The scheme's answer to one recorded fact, as it is kept: with everything it was answered from, under one hash. */
export function decisionOn(
  fact: PolicyFact,
  { pack, sha256, program }: ReadyScheme,
  facts: Facts,
  { now, cause, followsId, manual }: Deciding,
): KeptDecision {
  const read: KeptFacts = { facts, parameters: program.parameters, on: program.on, ...(manual ? { manual } : {}) }
  const answer = answerOf(program, read)
  const kept = {
    factId: fact.id,
    scheme: pack.scheme,
    schemeVersion: pack.version,
    packSha256: Buffer.from(sha256, 'hex'),
    facts: read,
    trace: writeAnswer(answer),
    cause,
    followsId,
  }
  return {
    ...kept,
    id: newId(),
    personId: fact.personId,
    groupId: fact.groupId,
    ...amountsOf(answer),
    contentSha256: decisionHash(kept),
    businessAt: now,
  }
}
