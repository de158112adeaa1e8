import type { Tx } from '../../../platform/db/public.ts'
import type { CivilDate } from '../../../kernel/values/public.ts'
import type { SheetKind, SheetMark } from './contract.ts'

/** One upload and what came of it. An imported one has the id of the sheet it became. */
export type SheetUpload = {
  readonly id: string
  readonly classId: string
  readonly kind: SheetKind
  readonly fileId: string
  readonly fileName: string
  readonly sha256: Buffer
  readonly issuedOn: CivilDate | null
  readonly outcome: 'imported' | 'refused'
  readonly version: number | null
  readonly rowCount: number
  readonly marks: readonly SheetMark[]
  readonly markedFileId: string | null
  readonly accountId: string
  readonly businessAt: Date
}

export async function insertUpload(tx: Tx, upload: SheetUpload): Promise<void> {
  await tx.db
    .insertInto('training.sheet_uploads')
    .values({
      district: tx.district,
      id: upload.id,
      class_id: upload.classId,
      kind: upload.kind,
      file_id: upload.fileId,
      file_name: upload.fileName,
      sha256: upload.sha256,
      issued_on: upload.issuedOn,
      outcome: upload.outcome,
      version: upload.version,
      row_count: upload.rowCount,
      marks: JSON.stringify(upload.marks),
      marked_file_id: upload.markedFileId,
      account_id: upload.accountId,
      business_at: upload.businessAt,
    })
    .execute()
}

const uploads = (tx: Tx) => tx.db.selectFrom('training.sheet_uploads').selectAll().where('district', '=', tx.district)

type Row = Awaited<ReturnType<ReturnType<typeof uploads>['executeTakeFirstOrThrow']>>

const uploadOf = (row: Row): SheetUpload => ({
  id: row.id,
  classId: row.class_id,
  kind: row.kind as SheetKind,
  fileId: row.file_id,
  fileName: row.file_name,
  sha256: row.sha256,
  issuedOn: row.issued_on as CivilDate | null,
  outcome: row.outcome as SheetUpload['outcome'],
  version: row.version,
  rowCount: row.row_count,
  marks: row.marks as SheetMark[],
  markedFileId: row.marked_file_id,
  accountId: row.account_id,
  businessAt: row.business_at,
})

export async function findUpload(tx: Tx, id: string): Promise<SheetUpload | undefined> {
  const row = await uploads(tx).where('id', '=', id).executeTakeFirst()
  return row && uploadOf(row)
}

/** Uploads of a kind for a class, newest first; `after` is the last one's id. */
export async function listUploads(
  tx: Tx,
  of: { classId: string; kind: SheetKind },
  page: { after?: string | undefined; limit: number },
): Promise<SheetUpload[]> {
  let query = uploads(tx).where('class_id', '=', of.classId).where('kind', '=', of.kind)
  if (page.after) query = query.where('id', '<', page.after)
  return (await query.orderBy('id', 'desc').limit(page.limit).execute()).map(uploadOf)
}

/** The imported sheet that counts now; undefined before there is one. */
export async function findCurrentUpload(
  tx: Tx,
  of: { classId: string; kind: SheetKind },
): Promise<SheetUpload | undefined> {
  const row = await uploads(tx)
    .where('class_id', '=', of.classId)
    .where('kind', '=', of.kind)
    .where('outcome', '=', 'imported')
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && uploadOf(row)
}
