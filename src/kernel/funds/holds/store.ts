import { sql } from 'kysely'
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

/** A line that was held when its claim went into a batch, and has been cleared since: it waits to be paid. */
export type ReleasedLine = {
  readonly holdId: string
  readonly claimLineId: string
  readonly claimId: string
  readonly claimNumber: string
  readonly groupId: string
  readonly organisationId: string
  readonly lineId: string
  readonly payeeName: string
  readonly bankAccountId: string
  readonly amountFen: bigint
}

/** Released lines of claims that are in a batch already and that nothing pays yet, the oldest first. */
export async function listReleased(
  tx: Tx,
  which: { readonly limit: number } | { readonly ids: readonly string[] },
): Promise<ReleasedLine[]> {
  const { rows } = await sql<{
    id: string
    claim_line_id: string
    claim_id: string
    number: string
    group_id: string
    organisation_id: string
    line_id: string
    payee_name: string
    bank_account_id: string
    amount_fen: bigint
  }>`
    select h.id, h.claim_line_id, h.claim_id, c.number, c.group_id, c.organisation_id, c.line_id, l.payee_name,
      l.bank_account_id, l.amount_fen
    from funds.line_holds h
    join funds.claims c on c.district = h.district and c.id = h.claim_id and c.status = 'batched'
    join funds.claim_lines l on l.district = h.district and l.id = h.claim_line_id
    where h.district = ${tx.district} and h.status = 'released'
      and ${'ids' in which ? sql`h.id = any(${[...which.ids]}::uuid[])` : sql`true`}
      and not exists (select 1 from funds.batch_lines p
        where p.district = h.district and p.claim_line_id = h.claim_line_id and p.status <> 'withdrawn')
    order by h.id limit ${'ids' in which ? which.ids.length : which.limit}`.execute(tx.db)
  return rows.map((row) => ({
    holdId: row.id,
    claimLineId: row.claim_line_id,
    claimId: row.claim_id,
    claimNumber: row.number,
    groupId: row.group_id,
    organisationId: row.organisation_id,
    lineId: row.line_id,
    payeeName: row.payee_name,
    bankAccountId: row.bank_account_id,
    amountFen: row.amount_fen,
  }))
}
