import { Problem } from '../../../platform/contract/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import { type Route, route } from '../../../platform/http/public.ts'
import { replay, sayWouldBe, writeDecisionFile } from '../../policy/public.ts'
import { recordAct } from '../../record/public.ts'
import { listClaimPeople } from '../claims/people/store.ts'
import { findClaim } from '../claims/store.ts'
import { words as claimWords } from '../claims/words.ts'
import * as contract from './contract.ts'
import { findReplayable, type Replayable } from './store.ts'

/** What a person of a claim was decided by; somebody else's claim, and somebody who is not in it, are not found. */
async function replayableOf(
  tx: Tx,
  organisationId: string | null,
  { claimId, decisionId }: { claimId: string; decisionId: string },
): Promise<Replayable> {
  const claim = await findClaim(tx, claimId, organisationId)
  const isInIt = claim && (await listClaimPeople(tx, claim.id)).some((each) => each.decisionId === decisionId)
  const found = isInIt ? await findReplayable(tx, decisionId) : undefined
  if (!found) throw new Problem('not-found', claimWords.claimMissing)
  return found
}

export function replayRoutes(): Route[] {
  return [
    route(contract.replayDecision, async ({ tx, actor, params }) => {
      const { decision, pack, references } = await replayableOf(tx, actor.organisationId, params)
      const { same, lines, counterfactuals } = replay(decision, pack)
      return {
        same,
        lines: [...lines],
        wouldBe: sayWouldBe(counterfactuals),
        references: [...references],
      }
    }),

    route(contract.takeDecisionFile, async ({ tx, actor, params, now, newId }) => {
      const { decision, pack, references } = await replayableOf(tx, actor.organisationId, params)
      const file = writeDecisionFile(decision, { district: tx.district, pack, references: [...references] })
      await recordAct(tx, {
        id: newId(),
        act: 'decision.exported',
        subjectKind: 'decision',
        subjectId: decision.id,
        actor,
        at: now,
        detail: { contentSha256: file.decision.contentSha256 },
      })
      return { fileName: `${references[0] ?? decision.id}.json`, bytes: Buffer.from(JSON.stringify(file, null, 2)) }
    }),
  ]
}
