import { Problem, type Sentence } from '../../../platform/contract/public.ts'
import type { Vault } from '../../../platform/crypto/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import { keepFile } from '../../../platform/files/public.ts'
import { readScreenshot } from '../../credentials/public.ts'
import { keptFileName } from '../../values/public.ts'

/** A sealed file as what it belongs to keeps it. */
export type SealedPaper = {
  readonly fileId: string
  readonly name: string
  readonly mediaType: string
  readonly sizeBytes: number
  readonly sha256: Buffer
}

/** A picture or a PDF that supports something; what is neither is refused in these words. Answers its kind. */
export function paperKind(bytes: Uint8Array, refusal: { readonly sentence: Sentence; readonly code: string }): string {
  const type = readScreenshot(bytes)
  if (type.ok) return type.value
  const items = type.problems.map((sentence) => ({ at: 'file', sentence }))
  throw new Problem('not-acceptable', refusal.sentence, { items, code: refusal.code })
}

/** Seals a paper that was looked at. */
export async function sealPaper(
  tx: Tx,
  vault: Vault,
  paper: {
    readonly id: string
    readonly bytes: Uint8Array
    readonly mediaType: string
    readonly fileName: string
    readonly accountId: string
  },
): Promise<SealedPaper> {
  const { id, bytes, mediaType, accountId } = paper
  const name = keptFileName(paper.fileName, 'evidence')
  const kept = await keepFile(tx, vault, { id, name, mediaType, bytes, createdBy: accountId })
  return { fileId: kept.id, name, mediaType, sizeBytes: kept.sizeBytes, sha256: kept.sha256 }
}
