import { moveDemonstrationDate } from '../src/kernel/access/contract.ts'
import { getClaim, listClaims } from '../src/kernel/funds/claims/contract.ts'
import { publishNotice } from '../src/kernel/funds/public-notices/contract.ts'
import { approval, confirmClaim, initialReview, secondReview } from '../src/kernel/funds/review/contract.ts'
import { addDays, civilDate } from '../src/kernel/values/public.ts'
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

/** An approved claim's list goes on public notice; answers the day after its last, on which the claim can be paid. */
export async function publishDemoClaim(clerk: Player, claimId: string): Promise<string> {
  const params = { claimId }
  const { contentSha256 } = await clerk(getClaim, { params })
  const { endsOn } = await clerk(publishNotice, { params, body: { contentSha256 } })
  return addDays(civilDate(endsOn), 1)
}

const SOONER_OR_LATER_MS = 20_000

/** The day moves on in the demonstration, and a claim's public notice ends by itself. */
export async function waitForNotice(clerk: Player, claimId: string, day: string): Promise<void> {
  await clerk(moveDemonstrationDate, { body: { businessDate: day } })
  const until = Date.now() + SOONER_OR_LATER_MS
  while ((await clerk(getClaim, { params: { claimId } })).status === 'published') {
    if (Date.now() > until) throw new Error('the public notice has not ended by itself')
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
}
