import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/public.ts'

/** That a batch was taken back, by its maker, and why. */
export type WithdrawalRow = {
  readonly id: string
  readonly batchId: string
  readonly reason: string
  readonly withdrawnBy: string
  readonly accountId: string
  readonly businessAt: Date
}

export async function insertWithdrawal(tx: Tx, row: WithdrawalRow): Promise<void> {
  await tx.db
    .insertInto('funds.batch_withdrawals')
    .values({
      district: tx.district,
      id: row.id,
      batch_id: row.batchId,
      reason: row.reason,
      withdrawn_by: row.withdrawnBy,
      account_id: row.accountId,
      business_at: row.businessAt,
    })
    .execute()
}

export async function findWithdrawal(tx: Tx, batchId: string): Promise<WithdrawalRow | undefined> {
  const row = await tx.db
    .selectFrom('funds.batch_withdrawals')
    .selectAll()
    .where('district', '=', tx.district)
    .where('batch_id', '=', batchId)
    .executeTakeFirst()
  return (
    row && {
      id: row.id,
      batchId: row.batch_id,
      reason: row.reason,
      withdrawnBy: row.withdrawn_by,
      accountId: row.account_id,
      businessAt: row.business_at,
    }
  )
}

/** In how many withdrawn batches each of these claims was to be paid whole; those in none are absent. */
export async function countWithdrawn(tx: Tx, claimIds: readonly string[]): Promise<Map<string, number>> {
  const { rows } = await sql<{ claim_id: string; withdrawn: number }>`
    select c.claim_id, count(*)::int as withdrawn from funds.batch_claims c
    join funds.batches b on b.district = c.district and b.id = c.batch_id
    where c.district = ${tx.district} and c.claim_id = any(${[...claimIds]}::uuid[]) and not c.again
      and b.status = 'withdrawn'
    group by c.claim_id`.execute(tx.db)
  return new Map(rows.map((row) => [row.claim_id, row.withdrawn]))
}

/** The claims of which another batch than this pays something that has not come back, with that batch. */
export async function listPaidElsewhere(
  tx: Tx,
  batchId: string,
  claimIds: readonly string[],
): Promise<{ claimNumber: string; batchNumber: string }[]> {
  if (claimIds.length === 0) return []
  const { rows } = await sql<{ claim: string; batch: string }>`
    select distinct c.number as claim, b.number as batch
    from funds.claims c
    join funds.claim_lines l on l.district = c.district and l.claim_id = c.id
    join funds.batch_lines p on p.district = l.district and p.claim_line_id = l.id and p.batch_id <> ${batchId}
      and p.status <> 'withdrawn'
    join funds.batches b on b.district = p.district and b.id = p.batch_id
    where c.district = ${tx.district} and c.id = any(${[...claimIds]}::uuid[])
    order by c.number, b.number`.execute(tx.db)
  return rows.map((row) => ({ claimNumber: row.claim, batchNumber: row.batch }))
}
