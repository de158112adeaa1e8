import type { Sentence } from '../../../../platform/contract/public.ts'
import type { Tx } from '../../../../platform/db/public.ts'
import { findConfirmation } from '../confirmation-store.ts'
import { findPaperApproval } from './store.ts'
import { words } from './words.ts'

/** The scans of a claim that a confirmation or an approval on paper rests on; what another person declined rests on none. */
export async function scansRestedOn(tx: Tx, claimId: string): Promise<ReadonlyMap<string, Sentence>> {
  const rests = new Map<string, Sentence>()
  const confirmation = await findConfirmation(tx, claimId)
  if (confirmation?.scanId) rests.set(confirmation.scanId, words.confirmationRests)
  const paper = await findPaperApproval(tx, claimId)
  if (paper && paper.decision?.verdict !== 'declined')
    rests.set(paper.scanId, paper.decision ? words.approvalRests : words.approvalWaits)
  return rests
}
