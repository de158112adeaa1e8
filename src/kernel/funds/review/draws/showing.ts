import type { Tx } from '../../../../platform/db/public.ts'
import { whoOf } from '../../../access/public.ts'
import type { ClaimHead } from '../../claims/contract.ts'
import { listDraws } from './store.ts'

/** How it was drawn who gives the second review, the newest first, as colleagues read it. */
export async function shownDraws(tx: Tx, claimId: string): Promise<ClaimHead['draws']> {
  const draws = await listDraws(tx, claimId)
  const everybody = draws.flatMap(({ chosen, candidates, excluded, by }) => [
    ...(chosen ? [chosen] : []),
    ...candidates,
    ...excluded,
    ...(by ? [by] : []),
  ])
  const who = await whoOf(
    tx,
    everybody.map(({ accountId }) => accountId),
  )
  return draws.map(({ nth, way, chosen, candidates, excluded, seed, reason, by, businessAt }) => ({
    nth,
    way,
    who: chosen ? who(chosen.accountId) : null,
    candidates: candidates.map(({ accountId }) => who(accountId)),
    excluded: excluded.map(({ accountId, why }) => ({ ...who(accountId), why })),
    seed,
    reason,
    by: by ? who(by.accountId) : null,
    at: businessAt.toISOString(),
  }))
}
