import type { Tx } from '../../../platform/db/public.ts'
import { type BenefitStatus, moveBenefits } from '../../policy/public.ts'
import { newId } from '../../values/public.ts'
import { insertStatusEvents } from '../status/store.ts'
import { type ClaimAct, nextStatus } from './rules.ts'
import { type Claim, setClaimStatus } from './store.ts'

/** What its benefits are after a move; after any other they are what they were. */
const BENEFITS_THEN: Partial<Record<ClaimAct, BenefitStatus>> = {
  decline: 'released',
  return: 'released',
  replace: 'released',
  'send-back': 'released',
  approve: 'committed',
  settle: 'paid',
  'give-back': 'committed',
}

/** Moves a locked claim along `CLAIM_NEXT` and leaves the event. Returns its new status; throws on a move the table has not. */
export async function moveClaim(
  tx: Tx,
  claim: Pick<Claim, 'id' | 'number' | 'status'>,
  act: ClaimAct,
  by: { readonly personId: string | null; readonly at: Date; readonly note?: string },
): Promise<Claim['status']> {
  const to = nextStatus(claim.status, act)
  if (to === undefined) throw new RangeError(`the claim ${claim.number} is ${claim.status}: ${act} is not a way on`)
  await setClaimStatus(tx, claim.id, to)
  const moved = { from: claim.status, to, personId: by.personId, note: by.note ?? '', businessAt: by.at }
  await insertStatusEvents(tx, [{ id: newId(), subjectKind: 'claim', subjectId: claim.id, ...moved }])
  const benefits = BENEFITS_THEN[act]
  if (benefits) await moveBenefits(tx, { holderId: claim.id }, benefits, by.at)
  return to
}
