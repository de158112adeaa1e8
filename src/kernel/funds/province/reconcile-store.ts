import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/public.ts'
import { newId } from '../../values/public.ts'
import type { DifferenceFound, Here, There } from './reconcile.ts'
import type { ProvinceState } from './rules.ts'

/** One comparison of both sides. */
export type Reconciliation = {
  readonly id: string
  readonly scheme: string
  readonly importId: string | null
  readonly hereCount: number
  readonly hereFen: bigint
  readonly thereCount: number
  readonly thereFen: bigint
  readonly paidCount: number
  readonly paidFen: bigint
  readonly agreeCount: number
  readonly businessAt: Date
}

export async function insertReconciliation(tx: Tx, run: Reconciliation): Promise<void> {
  await tx.db
    .insertInto('funds.reconciliations')
    .values({
      district: tx.district,
      id: run.id,
      scheme: run.scheme,
      import_id: run.importId,
      here_count: run.hereCount,
      here_fen: run.hereFen,
      there_count: run.thereCount,
      there_fen: run.thereFen,
      paid_count: run.paidCount,
      paid_fen: run.paidFen,
      agree_count: run.agreeCount,
      business_at: run.businessAt,
    })
    .execute()
}

export async function findReconciliation(tx: Tx, scheme: string): Promise<Reconciliation | undefined> {
  const row = await tx.db
    .selectFrom('funds.reconciliations')
    .selectAll()
    .where('district', '=', tx.district)
    .where('scheme', '=', scheme)
    .orderBy('id', 'desc')
    .executeTakeFirst()
  return (
    row && {
      id: row.id,
      scheme: row.scheme,
      importId: row.import_id,
      hereCount: row.here_count,
      hereFen: row.here_fen,
      thereCount: row.there_count,
      thereFen: row.there_fen,
      paidCount: row.paid_count,
      paidFen: row.paid_fen,
      agreeCount: row.agree_count,
      businessAt: row.business_at,
    }
  )
}

/** Each side of a line as it stood when the sides were compared; amounts are fen as text. */
export type HereSaid = {
  readonly listId: string
  readonly listNumber: string
  readonly position: number
  readonly reference: string
  readonly standing: Here['standing']
  readonly isSent: boolean
  readonly amountFen: string
}
export type ThereSaid = {
  readonly reference: string
  readonly state: ProvinceState
  readonly before: ProvinceState | null
  readonly amountFen: string
  readonly paidFen: string | null
  readonly paidOn: string | null
  readonly reason: string
}
export type OtherSaid = {
  readonly kind: 'claim' | 'history-source'
  readonly id: string
  readonly label: { readonly zh: string; readonly en: string }
  readonly amountFen: string
  readonly from: string
  readonly to: string
}

const LINES_AT_ONCE = 5_000

/** Stores the differences in their order: ids of one comparison count on, so a page by key is in that order. */
export async function insertDifferences(
  tx: Tx,
  of: { readonly reconciliationId: string; readonly scheme: string },
  differences: readonly DifferenceFound[],
): Promise<void> {
  const stem = newId().slice(0, -8)
  for (let from = 0; from < differences.length; from += LINES_AT_ONCE) {
    const rows = differences.slice(from, from + LINES_AT_ONCE).map(({ here, there, other, kind, about, says }, at) => ({
      id: stem + (from + at).toString(16).padStart(8, '0'),
      kind,
      about,
      says,
      list_person_id: here?.id ?? null,
      province_row_id: there?.id ?? null,
      masked_name: here?.maskedName ?? there?.maskedName ?? '*',
      masked_identity: here?.maskedIdentity ?? there?.maskedIdentity ?? '*',
      here: here ? hereSaid(here) : {},
      there: there ? thereSaid(there) : {},
      other: other
        ? { kind: other.kind, id: other.id, label: other.label, amountFen: String(other.amountFen), ...other.paid }
        : null,
    }))
    await sql`
      insert into funds.reconciliation_lines (district, id, reconciliation_id, scheme, kind, about, says, list_person_id,
                                              province_row_id, masked_name, masked_identity, here, there, other)
      select ${tx.district}::int, r.id, ${of.reconciliationId}::uuid, ${of.scheme}::text, r.kind, r.about, r.says, r.list_person_id,
             r.province_row_id, r.masked_name, r.masked_identity, r.here, r.there, r.other
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id uuid, kind text, about text, says text, list_person_id uuid,
           province_row_id uuid, masked_name text, masked_identity text, here jsonb, there jsonb, other jsonb)`.execute(
      tx.db,
    )
  }
}

const hereSaid = (here: Here): HereSaid => ({
  listId: here.listId,
  listNumber: here.listNumber,
  position: here.position,
  reference: here.reference,
  standing: here.standing,
  isSent: here.isSent,
  amountFen: String(here.amountFen),
})

const thereSaid = (there: There): ThereSaid => ({
  reference: there.reference,
  state: there.state,
  before: there.before,
  amountFen: String(there.amountFen),
  paidFen: there.paidFen === null ? null : String(there.paidFen),
  paidOn: there.paidOn,
  reason: there.reason,
})
