import type { Tx } from '../../../platform/db/public.ts'

/** A sealed paper of a finding. */
export type FindingFile = {
  readonly id: string
  readonly findingId: string
  readonly nth: number
  readonly fileId: string
  readonly name: string
  readonly mediaType: string
  readonly sizeBytes: number
  readonly sha256: Buffer
  readonly personId: string
  readonly accountId: string
  readonly businessAt: Date
}

const files = (tx: Tx) => tx.db.selectFrom('integrity.finding_files').selectAll().where('district', '=', tx.district)

const fromRow = (row: Awaited<ReturnType<ReturnType<typeof files>['executeTakeFirstOrThrow']>>): FindingFile => ({
  id: row.id,
  findingId: row.finding_id,
  nth: row.nth,
  fileId: row.file_id,
  name: row.file_name,
  mediaType: row.media_type,
  sizeBytes: row.size_bytes,
  sha256: row.file_sha256,
  personId: row.person_id,
  accountId: row.account_id,
  businessAt: row.business_at,
})

export async function insertFile(tx: Tx, file: FindingFile): Promise<void> {
  await tx.db
    .insertInto('integrity.finding_files')
    .values({
      district: tx.district,
      id: file.id,
      finding_id: file.findingId,
      nth: file.nth,
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

/** The papers of these findings, in the order they were added. */
export async function listFilesOf(tx: Tx, findingIds: readonly string[]): Promise<FindingFile[]> {
  if (findingIds.length === 0) return []
  const rows = await files(tx)
    .where('finding_id', 'in', [...findingIds])
    .orderBy('id')
    .execute()
  return rows.map(fromRow)
}

export async function findFileOf(tx: Tx, findingId: string, id: string): Promise<FindingFile | undefined> {
  const row = await files(tx).where('finding_id', '=', findingId).where('id', '=', id).executeTakeFirst()
  return row && fromRow(row)
}

export async function findSameFile(tx: Tx, findingId: string, sha256: Buffer): Promise<FindingFile | undefined> {
  const row = await files(tx).where('finding_id', '=', findingId).where('file_sha256', '=', sha256).executeTakeFirst()
  return row && fromRow(row)
}
