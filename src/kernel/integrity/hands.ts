import type { Tx } from '../../platform/db/public.ts'
import { enterHands, insertHand } from './hands-store.ts'

/** What somebody has to do with a group: attends it or teaches it. */
export type GroupHand = { readonly personId: string; readonly duty: 'trainee' | 'instructor' }

/** An override or a conclusion, and the group it is about. */
export type Judged = { readonly id: string; readonly groupId: string; readonly proposedBy: string }

/** The duty in which both tables of decisions name their two people. */
export const TWO_HANDS = { proposer_duty: 'propose', decider_duty: 'decide' } as const

/**
 * Somebody proposes or decides: from here on their hand is on it, beside everybody's who attends or teaches the group by
 * now. Asked before by the rules, with their reasons; the key of the hands is what no second account gets around.
 */
export async function takeHand(
  tx: Tx,
  source: { handsOf(tx: Tx, groupId: string): Promise<readonly GroupHand[]> },
  act: Judged,
  hand: { readonly personId: string; readonly duty: 'propose' | 'decide' },
): Promise<void> {
  const concerned = await source.handsOf(tx, act.groupId)
  // What was proposed before hands were kept has nobody in it yet; who proposed stands first.
  const proposer = hand.duty === 'decide' ? [{ personId: act.proposedBy, duty: 'propose' as const }] : []
  await enterHands(tx, act.id, [...proposer, ...concerned])
  await insertHand(tx, act.id, hand)
}
