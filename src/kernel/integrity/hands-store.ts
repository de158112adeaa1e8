import type { Tx } from '../../platform/db/public.ts'

type Hand = { readonly personId: string; readonly duty: 'trainee' | 'instructor' | 'propose' | 'decide' }

/** Hands that are there already, in whichever duty, stay as they are; one person has one. */
export async function enterHands(tx: Tx, actId: string, hands: readonly Hand[]): Promise<void> {
  for (let at = 0; at < hands.length; at += 1000) {
    await tx.db
      .insertInto('integrity.hands')
      .values(
        hands
          .slice(at, at + 1000)
          .map(({ personId, duty }) => ({ district: tx.district, act_id: actId, person_id: personId, duty })),
      )
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  }
}

/** Somebody takes it in hand; whoever has it in another duty meets the key. */
export async function insertHand(tx: Tx, actId: string, { personId, duty }: Hand): Promise<void> {
  await tx.db
    .insertInto('integrity.hands')
    .values({ district: tx.district, act_id: actId, person_id: personId, duty })
    .execute()
}
