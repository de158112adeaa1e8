import type { Tx } from '../../../platform/db/public.ts'

/** The cases that findings opened, by finding. */
export async function listCasesOfFindings(
  tx: Tx,
  findingIds: readonly string[],
): Promise<Map<string, { readonly id: string; readonly number: string }>> {
  if (findingIds.length === 0) return new Map()
  const rows = await tx.db
    .selectFrom('integrity.finding_cases as f')
    .innerJoin('integrity.cases as c', (join) =>
      join.onRef('c.district', '=', 'f.district').onRef('c.id', '=', 'f.case_id'),
    )
    .select(['f.finding_id', 'c.id', 'c.number'])
    .where('f.district', '=', tx.district)
    .where('f.finding_id', 'in', [...findingIds])
    .execute()
  return new Map(rows.map(({ finding_id: findingId, id, number }) => [findingId, { id, number }]))
}

export async function insertFindingCase(
  tx: Tx,
  row: { findingId: string; caseId: string; personId: string; accountId: string; businessAt: Date },
): Promise<void> {
  await tx.db
    .insertInto('integrity.finding_cases')
    .values({
      district: tx.district,
      finding_id: row.findingId,
      case_id: row.caseId,
      person_id: row.personId,
      account_id: row.accountId,
      business_at: row.businessAt,
    })
    .execute()
}
