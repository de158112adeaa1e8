import type { Tone } from '../../../platform/ui/public.ts'
import type { ListedClaim } from './contract.ts'
import type { ClaimStatus } from './rules.ts'

export const STATUS_TONE: Record<ClaimStatus, Tone> = {
  assembled: 'now',
  confirmed: 'now',
  'first-passed': 'now',
  'second-passed': 'now',
  approved: 'good',
  published: 'good',
  payable: 'good',
  batched: 'good',
  paid: 'good',
  returned: 'attention',
}

export const STANDING_TONE = { due: 'good', held: 'attention', refused: 'refused' } as const satisfies Record<
  string,
  Tone
>

/** Whether a claim has anything that a person should look at before passing it. */
export function needsLook(claim: Pick<ListedClaim, 'heldCount' | 'refusedCount' | 'unavailableChecks'>): boolean {
  return claim.heldCount > 0 || claim.refusedCount > 0 || claim.unavailableChecks > 0
}
