import type { Tx } from '../../../platform/db/public.ts'
import type { CivilDate } from '../../../kernel/values/public.ts'

export type DocumentRow = {
  readonly id: string
  readonly organisationId: string
  readonly siteId: string | null
  readonly kind: string
  readonly number: string
  readonly validFrom: CivilDate
  readonly validTo: CivilDate
  readonly withdrawnReason: string | null
}

const documents = (tx: Tx) =>
  tx.db.selectFrom('training.provider_documents').selectAll().where('district', '=', tx.district)

type Row = Awaited<ReturnType<ReturnType<typeof documents>['executeTakeFirstOrThrow']>>

const documentOf = (row: Row): DocumentRow => ({
  id: row.id,
  organisationId: row.organisation_id,
  siteId: row.site_id,
  kind: row.kind,
  number: row.number,
  validFrom: row.valid_from as CivilDate,
  validTo: row.valid_to as CivilDate,
  withdrawnReason: row.withdrawn_reason,
})

/** A provider's papers, newest filed first, withdrawn ones too. */
export async function listDocumentsOf(tx: Tx, organisationId: string): Promise<DocumentRow[]> {
  const rows = await documents(tx)
    .where('organisation_id', '=', organisationId)
    .orderBy('id', 'desc')
    .limit(500)
    .execute()
  return rows.map(documentOf)
}

export async function findDocument(tx: Tx, id: string): Promise<DocumentRow | undefined> {
  const row = await documents(tx).where('id', '=', id).executeTakeFirst()
  return row && documentOf(row)
}

export async function insertDocument(
  tx: Tx,
  document: Omit<DocumentRow, 'withdrawnReason'>,
  filed: { readonly by: string; readonly at: Date },
): Promise<void> {
  await tx.db
    .insertInto('training.provider_documents')
    .values({
      district: tx.district,
      id: document.id,
      organisation_id: document.organisationId,
      site_id: document.siteId,
      kind: document.kind,
      number: document.number,
      valid_from: document.validFrom,
      valid_to: document.validTo,
      filed_by: filed.by,
      business_at: filed.at,
    })
    .execute()
}

/** Withdraws a paper that is not withdrawn yet; whether it was this call that did. */
export async function withdraw(tx: Tx, id: string, reason: string, at: Date): Promise<boolean> {
  const { numUpdatedRows } = await tx.db
    .updateTable('training.provider_documents')
    .set({ withdrawn_at: at, withdrawn_reason: reason })
    .where('district', '=', tx.district)
    .where('id', '=', id)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
