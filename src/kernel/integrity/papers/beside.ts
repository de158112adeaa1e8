import { Problem, type Sentence } from '../../../platform/contract/public.ts'
import { sha256, type Vault } from '../../../platform/crypto/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import { findFile } from '../../../platform/files/public.ts'
import { recordAct } from '../../record/public.ts'
import { insertPaper, listPapersOf, type PaperTable } from './beside-store.ts'
import { paperKind, sealPaper } from './sealing.ts'

type By = {
  readonly papers: PaperTable
  readonly vault: Vault
  /** What the paper belongs to, and the name of what is done. */
  readonly of: { readonly kind: string; readonly id: string; readonly nth?: number }
  readonly act: string
  readonly actor: { readonly accountId: string; readonly personId: string }
  readonly now: Date
  readonly newId: () => string
}

/** Keeps a paper beside something, sealed and on record; the same bytes once more are the paper that is there. */
export async function addPaper(
  tx: Tx,
  { papers, vault, of, act, actor, now, newId }: By,
  given: { readonly bytes: Uint8Array; readonly fileName: string; readonly refused: Sentence },
): Promise<{ fileId: string }> {
  const { bytes, fileName, refused } = given
  const mediaType = paperKind(bytes, { sentence: refused, code: `${of.kind}-file` })
  const hash = sha256(bytes)
  const known = (await listPapersOf(tx, papers, [of.id])).find((each) => each.sha256.equals(hash))
  if (known) return { fileId: known.id }

  const { personId, accountId } = actor
  const { id: ofId, kind: subjectKind, ...step } = of
  const id = newId()
  const sealed = await sealPaper(tx, vault, { id: newId(), bytes, mediaType, fileName, accountId })
  await insertPaper(tx, papers, { ...sealed, ...step, id, ofId, personId, accountId, businessAt: now })
  await recordAct(tx, { id: newId(), act, subjectKind, subjectId: ofId, actor, at: now, detail: { fileId: id } })
  return { fileId: id }
}

/** Opens a paper, which is recorded; a paper of something else is not found. */
export async function openPaper(
  tx: Tx,
  { papers, vault, of, act, actor, now, newId }: By,
  { id, missing }: { readonly id: string; readonly missing: Sentence },
): Promise<{ fileName: string; bytes: Uint8Array }> {
  const row = (await listPapersOf(tx, papers, [of.id])).find((each) => each.id === id)
  const file = row && (await findFile(tx, vault, row.fileId))
  if (!row || !file) throw new Problem('not-found', missing)

  const detail = { fileId: row.id, sha256: row.sha256.toString('hex') }
  await recordAct(tx, { id: newId(), act, subjectKind: of.kind, subjectId: of.id, actor, at: now, detail })
  return { fileName: row.name, bytes: file.bytes }
}

/** A paper as pages name it. */
export const paperShown = ({
  id,
  name,
  mediaType,
  sizeBytes,
}: {
  id: string
  name: string
  mediaType: string
  sizeBytes: number
}) => ({ id, name, mediaType, sizeBytes })
