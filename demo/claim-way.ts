import { getClaim, listClaims } from '../src/kernel/funds/claims/contract.ts'
import { approval, confirmClaim, initialReview, secondReview } from '../src/kernel/funds/review/contract.ts'
import type { Player } from './play.ts'

/** The people of a demonstration county through whose hands a claim goes before its money is committed. */
export type ClaimHandlers = {
  readonly school: Player
  readonly clerk: Player
  readonly reviewer: Player
  /** Whoever approves sums of this size. */
  readonly approver: Player
}

/** The newest claim that waits for its provider's word. */
export async function assembledClaim(by: Player): Promise<string> {
  const { items } = await by(listClaims, { query: { status: 'assembled' } })
  if (!items[0]) throw new Error('no claim waits for its provider')
  return items[0].id
}

/** The provider confirms a claim as it is now. */
export async function confirmDemoClaim(school: Player, claimId: string): Promise<void> {
  const { contentSha256 } = await school(getClaim, { params: { claimId } })
  await school(confirmClaim, { params: { claimId }, body: { outcome: 'confirmed', contentSha256 } })
}

/** Takes a claim from its provider's confirmation to its approval. */
export async function approveDemoClaim(by: ClaimHandlers, claimId: string): Promise<void> {
  await confirmDemoClaim(by.school, claimId)
  const { contentSha256 } = await by.clerk(getClaim, { params: { claimId } })
  const passed = { params: { claimId }, body: { outcome: 'passed' as const, reasons: [], contentSha256 } }
  await by.clerk(initialReview, passed)
  await by.reviewer(secondReview, passed)
  await by.approver(approval, passed)
}
