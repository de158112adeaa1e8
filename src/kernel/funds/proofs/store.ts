import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/public.ts'

/** What has a status that moves, the kind its events have, and where it is walked to. */
export const MOVING = [
  { table: 'funds.claims', kind: 'claim', trail: 'claim' },
  { table: 'funds.batches', kind: 'batch', trail: 'batch' },
  { table: 'funds.batch_lines', kind: 'payment', trail: 'payment' },
  { table: 'funds.entitlements', kind: 'entitlement', trail: 'entitlement' },
  { table: 'funds.line_holds', kind: 'line-hold', trail: 'line-hold' },
  { table: 'funds.public_notices', kind: 'public-notice', trail: 'public-notice' },
  { table: 'funds.recoveries', kind: 'recovery', trail: 'recovery' },
] as const

export type StatusBeside = { readonly id: string; readonly status: string; readonly told: string | null }

/** How many rows of a table have a status, and each whose status is not what its last event says. */
export async function compareStatuses(
  tx: Tx,
  { table, kind }: (typeof MOVING)[number],
): Promise<{ compared: number; differing: StatusBeside[] }> {
  const { rows: counted } = await sql<{ count: bigint }>`
    select count(*) as count from ${sql.table(table)} where district = ${tx.district}`.execute(tx.db)
  const { rows } = await sql<StatusBeside>`
    with last_told as (
      select distinct on (subject_id) subject_id, status_to from funds.status_events
      where district = ${tx.district} and subject_kind = ${kind} order by subject_id, id desc
    )
    select s.id, s.status, e.status_to as told from ${sql.table(table)} s
    left join last_told e on e.subject_id = s.id
    where s.district = ${tx.district} and s.status is distinct from e.status_to
    order by s.id limit 200`.execute(tx.db)
  return { compared: Number(counted[0]?.count ?? 0n), differing: rows }
}

export async function countLines(tx: Tx): Promise<number> {
  const row = await tx.db
    .selectFrom('funds.budget_lines')
    .select((count) => count.fn.countAll<bigint>().as('count'))
    .where('district', '=', tx.district)
    .executeTakeFirstOrThrow()
  return Number(row.count)
}

/** What the payments of a batch come to. */
export async function sumOfPayments(tx: Tx, batchId: string): Promise<bigint> {
  const { rows } = await sql<{ fen: bigint }>`
    select coalesce(sum(amount_fen), 0)::bigint as fen from funds.batch_lines
    where district = ${tx.district} and batch_id = ${batchId}`.execute(tx.db)
  return rows[0]!.fen
}
