import { Problem } from '../../../platform/contract/public.ts'
import type { Vault } from '../../../platform/crypto/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import { findFile } from '../../../platform/files/public.ts'
import { type Actor, type Download, httpWords } from '../../../platform/http/public.ts'
import { recordAct } from '../../../kernel/record/public.ts'
import { newId } from '../../../kernel/values/public.ts'
import { postsOf } from '../rosters/showing.ts'
import type { SheetKind, SheetUploadShown } from './contract.ts'
import { findCurrentUpload, findUpload, listUploads } from './store.ts'
import { refusals } from './words.ts'

/** The uploads of a kind for a class, newest first, refused ones too. */
export async function pageOfUploads(
  tx: Tx,
  of: { classId: string; kind: SheetKind },
  page: { after?: string | undefined; limit: number },
): Promise<{ items: SheetUploadShown[]; next: string | null }> {
  const found = await listUploads(tx, of, { ...page, limit: page.limit + 1 })
  const shown = found.slice(0, page.limit)
  const current = await findCurrentUpload(tx, of)
  const postOf = await postsOf(
    tx,
    shown.map((upload) => upload.accountId),
  )
  const items = shown.map((upload) => ({
    uploadId: upload.id,
    outcome: upload.outcome,
    version: upload.version,
    current: upload.id === current?.id,
    fileName: upload.fileName,
    issuedOn: upload.issuedOn,
    rowCount: upload.rowCount,
    errors: upload.marks.filter((mark) => mark.kind === 'error').length,
    doubts: upload.marks.filter((mark) => mark.kind === 'doubt').length,
    hasMarkedWorkbook: upload.markedFileId !== null,
    by: { post: postOf(upload.accountId), at: upload.businessAt.toISOString() },
  }))
  return { items, next: found.length > shown.length ? (shown.at(-1)?.id ?? null) : null }
}

/** The uploaded sheet with every problem marked. It holds numbers in clear, so opening it is recorded. */
export async function markedWorkbook(
  tx: Tx,
  vault: Vault,
  asked: { classId: string; kind: SheetKind; uploadId: string; actor: Actor; now: Date },
): Promise<Download> {
  const upload = await findUpload(tx, asked.uploadId)
  if (upload?.classId !== asked.classId || upload.kind !== asked.kind)
    throw new Problem('not-found', httpWords.notFound)
  const file = upload.markedFileId === null ? undefined : await findFile(tx, vault, upload.markedFileId)
  if (!file) throw new Problem('not-found', refusals.noMarkedWorkbook, { code: 'no-marked-workbook' })
  await recordAct(tx, {
    id: newId(),
    act: `${asked.kind}.marked-workbook-opened`,
    subjectKind: 'class',
    subjectId: asked.classId,
    actor: asked.actor,
    at: asked.now,
    detail: { uploadId: upload.id, fileId: file.id },
  })
  return { fileName: file.name, bytes: file.bytes }
}
