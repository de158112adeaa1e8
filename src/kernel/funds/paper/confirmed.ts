import type { Tx } from '../../../platform/db/public.ts'
import { listPersons } from '../../people/public.ts'
import { civilDateOf } from '../../values/public.ts'
import { findConfirmation } from '../review/confirmation-store.ts'
import type { ClaimTold } from './sheets.ts'

/** That a claim's provider confirmed it: when, who said so here or recorded its paper. */
export async function claimConfirmed(tx: Tx, claimId: string): Promise<ClaimTold['confirmed']> {
  const confirmation = await findConfirmation(tx, claimId)
  if (confirmation?.outcome !== 'confirmed') return null
  const { personId, businessAt, way } = confirmation
  const who = (await listPersons(tx, [personId])).get(personId)?.maskedName ?? ''
  return { day: civilDateOf(businessAt), who, onPaper: way === 'paper' }
}
