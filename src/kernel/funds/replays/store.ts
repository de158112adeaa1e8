import type { Tx } from '../../../platform/db/public.ts'
import { findDecision, findDocument, type KeptDecision } from '../../policy/public.ts'

/** A decision, the pack it was decided by, and the payments made on it. */
export type Replayable = {
  readonly decision: KeptDecision
  readonly pack: unknown
  readonly references: readonly string[]
}

export async function findReplayable(tx: Tx, decisionId: string): Promise<Replayable | undefined> {
  const decision = await findDecision(tx, decisionId)
  if (!decision) return undefined
  const pack = await findDocument(tx, decision.packSha256)
  const rows = await paymentsOnDecisions(tx)
    .select('b.reference')
    .where('e.decision_id', '=', decisionId)
    .orderBy('b.id')
    .execute()
  return { decision, pack, references: rows.map(({ reference }) => reference) }
}

/** The decision that a payment was made on, by the reference that the bank knows it under. */
export async function findDecisionOfPayment(tx: Tx, reference: string): Promise<string | undefined> {
  const row = await paymentsOnDecisions(tx)
    .select('e.decision_id')
    .where('b.reference', '=', reference)
    .executeTakeFirst()
  return row?.decision_id
}

function paymentsOnDecisions(tx: Tx) {
  return tx.db
    .selectFrom('funds.batch_lines as b')
    .innerJoin('funds.claim_lines as l', (join) =>
      join.onRef('l.district', '=', 'b.district').onRef('l.id', '=', 'b.claim_line_id'),
    )
    .innerJoin('funds.entitlements as e', (join) =>
      join.onRef('e.district', '=', 'l.district').onRef('e.id', '=', 'l.entitlement_id'),
    )
    .where('b.district', '=', tx.district)
}
