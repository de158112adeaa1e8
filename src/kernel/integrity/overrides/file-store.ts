import type { Tx } from '../../../platform/db/public.ts'

/** A sealed paper of an override. */
export type OverrideFile = {
  readonly id: string
  readonly overrideId: string
  readonly fileId: string
  readonly name: string
  readonly mediaType: string
  readonly sizeBytes: number
  readonly sha256: Buffer
  readonly personId: string
  readonly accountId: string
  readonly businessAt: Date
}

const files = (tx: Tx) => tx.db.selectFrom('integrity.override_files').selectAll().where('district', '=', tx.district)

const fromRow = (row: Awaited<ReturnType<ReturnType<typeof files>['executeTakeFirstOrThrow']>>): OverrideFile => ({
  id: row.id,
  overrideId: row.override_id,
  fileId: row.file_id,
  name: row.file_name,
  mediaType: row.media_type,
  sizeBytes: row.size_bytes,
  sha256: row.file_sha256,
  personId: row.person_id,
  accountId: row.account_id,
  businessAt: row.business_at,
})

export async function insertFile(tx: Tx, file: OverrideFile): Promise<void> {
  await tx.db
    .insertInto('integrity.override_files')
    .values({
      district: tx.district,
      id: file.id,
      override_id: file.overrideId,
      file_id: file.fileId,
      file_name: file.name,
      media_type: file.mediaType,
      size_bytes: file.sizeBytes,
      file_sha256: file.sha256,
      person_id: file.personId,
      account_id: file.accountId,
      business_at: file.businessAt,
    })
    .execute()
}

/** The papers of these overrides, in the order they were added. */
export async function listFilesOf(tx: Tx, overrideIds: readonly string[]): Promise<OverrideFile[]> {
  if (overrideIds.length === 0) return []
  const rows = await files(tx)
    .where('override_id', 'in', [...overrideIds])
    .orderBy('id')
    .execute()
  return rows.map(fromRow)
}

export async function findFileOf(tx: Tx, overrideId: string, id: string): Promise<OverrideFile | undefined> {
  const row = await files(tx).where('override_id', '=', overrideId).where('id', '=', id).executeTakeFirst()
  return row && fromRow(row)
}

export async function findSameFile(tx: Tx, overrideId: string, sha256: Buffer): Promise<OverrideFile | undefined> {
  const row = await files(tx).where('override_id', '=', overrideId).where('file_sha256', '=', sha256).executeTakeFirst()
  return row && fromRow(row)
}
