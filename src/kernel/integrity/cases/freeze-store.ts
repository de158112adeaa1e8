import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/public.ts'
import { isLast } from './conclusion-store.ts'
import type { CaseOutcome, FreezingCase } from './rules.ts'

/** Held alone until the transaction ends: whoever opens or concludes a case about this organisation. */
export async function holdGateAlone(tx: Tx, organisationId: string): Promise<void> {
  await sql`
    insert into integrity.freeze_gates (district, organisation_id, passed) values (${tx.district}, ${organisationId}, 1)
    on conflict (district, organisation_id) do update set passed = integrity.freeze_gates.passed + 1`.execute(tx.db)
}

/** Held together until the transaction ends: whoever moves claims of these organisations on, in one order. */
export async function holdGates(tx: Tx, organisationIds: readonly string[]): Promise<void> {
  for (const organisationId of [...new Set(organisationIds)].sort()) {
    await sql`
      insert into integrity.freeze_gates (district, organisation_id) values (${tx.district}, ${organisationId})
      on conflict (district, organisation_id) do nothing`.execute(tx.db)
    await sql`
      select 1 from integrity.freeze_gates
      where district = ${tx.district} and organisation_id = ${organisationId} for share`.execute(tx.db)
  }
}

export type FreezingRow = FreezingCase & { readonly id: string; readonly number: string }

/** Cases that freeze a class and its provider: open, or referred without an answer; of these organisations or of all; oldest first. */
export async function listFreezingCases(
  tx: Tx,
  organisationIds: readonly string[] | 'all',
  most?: number,
): Promise<FreezingRow[]> {
  if (organisationIds.length === 0) return []
  let query = tx.db
    .selectFrom('integrity.cases as c')
    .leftJoin('integrity.case_decisions as d', (join) =>
      join
        .onRef('d.district', '=', 'c.district')
        .onRef('d.case_id', '=', 'c.id')
        .on('d.verdict', '=', 'confirmed')
        .on(isLast(tx)),
    )
    .leftJoin('integrity.case_conclusions as n', (join) =>
      join.onRef('n.district', '=', 'd.district').onRef('n.id', '=', 'd.conclusion_id'),
    )
    .select(['c.id', 'c.number', 'c.group_id', 'c.organisation_id', 'n.outcome', 'n.keeps_provider_frozen'])
    .where('c.district', '=', tx.district)
    .where('c.freezes', '=', 'provider')
    .where((where) => where.or([where('d.conclusion_id', 'is', null), where('n.outcome', '=', 'referred')]))
    .orderBy('c.id')
  if (organisationIds !== 'all') query = query.where('c.organisation_id', 'in', [...new Set(organisationIds)])
  if (most !== undefined) query = query.limit(most)
  const rows = await query.execute()
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    groupId: row.group_id,
    organisationId: row.organisation_id,
    outcome: row.outcome as CaseOutcome | null,
    keepsProviderFrozen: row.keeps_provider_frozen ?? false,
  }))
}
