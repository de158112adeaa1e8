import type { Tx } from '../../../platform/db/public.ts'

/** A sealed paper of a proposal to decide anew. */
export type RedecisionFile = {
  readonly id: string
  readonly redecisionId: string
  readonly fileId: string
  readonly name: string
  readonly mediaType: string
  readonly sizeBytes: number
  readonly sha256: Buffer
  readonly personId: string
  readonly accountId: string
  readonly businessAt: Date
}

const files = (tx: Tx) => tx.db.selectFrom('funds.redecision_files').selectAll().where('district', '=', tx.district)

const fileOf = (row: Awaited<ReturnType<ReturnType<typeof files>['executeTakeFirstOrThrow']>>): RedecisionFile => ({
  id: row.id,
  redecisionId: row.redecision_id,
  fileId: row.file_id,
  name: row.file_name,
  mediaType: row.media_type,
  sizeBytes: row.size_bytes,
  sha256: row.file_sha256,
  personId: row.person_id,
  accountId: row.account_id,
  businessAt: row.business_at,
})

export async function insertFile(tx: Tx, file: RedecisionFile): Promise<void> {
  await tx.db
    .insertInto('funds.redecision_files')
    .values({
      district: tx.district,
      id: file.id,
      redecision_id: file.redecisionId,
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

/** The papers of these proposals, in the order they were added. */
export async function listFilesOf(tx: Tx, redecisionIds: readonly string[]): Promise<RedecisionFile[]> {
  if (redecisionIds.length === 0) return []
  const rows = await files(tx)
    .where('redecision_id', 'in', [...redecisionIds])
    .orderBy('id')
    .execute()
  return rows.map(fileOf)
}
