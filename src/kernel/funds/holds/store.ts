import type { Tx } from '../../../platform/db/public.ts'
import type { HoldStatus } from './rules.ts'

/** A line of an approved claim that is kept from being paid, and by which suspicion case. */
export type LineHold = {
  readonly id: string
  readonly claimId: string
  readonly claimLineId: string
  readonly caseId: string
  readonly amountFen: bigint
  readonly status: HoldStatus
  readonly heldAt: Date
}

const holds = (tx: Tx) => tx.db.selectFrom('funds.line_holds').selectAll().where('district', '=', tx.district)

type Row = Awaited<ReturnType<ReturnType<typeof holds>['executeTakeFirstOrThrow']>>

const holdOf = (row: Row): LineHold => ({
  id: row.id,
  claimId: row.claim_id,
  claimLineId: row.claim_line_id,
  caseId: row.case_id,
  amountFen: row.amount_fen,
  status: row.status as HoldStatus,
  heldAt: row.held_at,
})

export async function insertHold(tx: Tx, hold: LineHold): Promise<void> {
  await tx.db
    .insertInto('funds.line_holds')
    .values({
      district: tx.district,
      id: hold.id,
      claim_id: hold.claimId,
      claim_line_id: hold.claimLineId,
      case_id: hold.caseId,
      amount_fen: hold.amountFen,
      status: hold.status,
      held_at: hold.heldAt,
    })
    .execute()
}

/** Every hold on these claims' lines, ended ones included, oldest first. */
export async function listHoldsOn(tx: Tx, claimIds: readonly string[]): Promise<LineHold[]> {
  if (claimIds.length === 0) return []
  return (
    await holds(tx)
      .where('claim_id', 'in', [...claimIds])
      .orderBy('id')
      .execute()
  ).map(holdOf)
}

/** The lines that a suspicion case still holds. */
export async function listHeldByCase(tx: Tx, caseId: string): Promise<LineHold[]> {
  const rows = await holds(tx).where('case_id', '=', caseId).where('status', '=', 'held').orderBy('id').execute()
  return rows.map(holdOf)
}

/** Ends a hold that still stands; says whether it did. */
export async function endHold(tx: Tx, id: string, status: 'released' | 'dropped'): Promise<boolean> {
  const ended = await tx.db
    .updateTable('funds.line_holds')
    .set({ status })
    .where('district', '=', tx.district)
    .where('id', '=', id)
    .where('status', '=', 'held')
    .executeTakeFirst()
  return ended.numUpdatedRows === 1n
}

/** Of these claims' lines, those that are not to be paid now: held back, or dropped for good. */
export async function linesLeftOut(tx: Tx, claimIds: readonly string[]): Promise<Set<string>> {
  const standing = (await listHoldsOn(tx, claimIds)).filter(({ status }) => status !== 'released')
  return new Set(standing.map((hold) => hold.claimLineId))
}
