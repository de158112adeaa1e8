import type { Tx } from '../../../platform/db/public.ts'
import { announce } from '../../../platform/outbox/public.ts'
import { listSchemesDecidedAnew } from '../../policy/public.ts'
import { newId } from '../../values/public.ts'
import type { Claim } from '../claims/store.ts'

/** The outbox event that a claim is paid whose people were decided anew: what differs can be settled now. */
export const CLAIM_PAID = 'funds.claim-paid'

export async function tellPaid(tx: Tx, claim: Pick<Claim, 'id' | 'groupId'>): Promise<void> {
  if ((await listSchemesDecidedAnew(tx, claim.groupId)).length === 0) return
  await announce(tx, { id: newId(), kind: CLAIM_PAID, subjectId: claim.id, body: {} })
}
