import { sql } from 'kysely'
import { Problem } from '../contract/public.ts'
import { placeOf, sha256, type Vault } from '../crypto/public.ts'
import type { Tx } from '../db/public.ts'
import { emptiedFile } from './words.ts'

export type StoredFile = {
  id: string
  name: string
  mediaType: string
  sizeBytes: number
  sha256: Buffer
  createdAt: Date
}

const place = (district: number, id: string) => placeOf('files.files.sealed_bytes', district, id)

/** Keeps a file, sealed. `bytes` as they came. */
export async function keepFile(
  tx: Tx,
  vault: Vault,
  file: { id: string; name: string; mediaType: string; bytes: Uint8Array; createdBy: string | null },
): Promise<StoredFile> {
  const row = await tx.db
    .insertInto('files.files')
    .values({
      district: tx.district,
      id: file.id,
      sha256: sha256(file.bytes),
      name: file.name,
      media_type: file.mediaType,
      size_bytes: file.bytes.length,
      sealed_bytes: vault.seal(place(tx.district, file.id), file.bytes),
      created_by: file.createdBy,
    })
    .returning(['id', 'name', 'media_type', 'size_bytes', 'sha256', 'created_at'])
    .executeTakeFirstOrThrow()
  return {
    id: row.id,
    name: row.name,
    mediaType: row.media_type,
    sizeBytes: row.size_bytes,
    sha256: row.sha256,
    createdAt: row.created_at,
  }
}

/** The hash of each of these kept files, by id; what this district does not have is absent. */
export async function fileHashes(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, Buffer>> {
  if (ids.length === 0) return new Map()
  const rows = await tx.db
    .selectFrom('files.files')
    .select(['id', 'sha256'])
    .where('district', '=', tx.district)
    .where('id', 'in', [...ids])
    .execute()
  return new Map(rows.map((row) => [row.id, row.sha256]))
}

/** These kept files without their bytes, by id, and which of them were emptied; what this district does not have is absent. */
export async function listFiles(
  tx: Tx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, StoredFile & { readonly isEmptied: boolean }>> {
  if (ids.length === 0) return new Map()
  const rows = await tx.db
    .selectFrom('files.files')
    .select(['id', 'name', 'media_type', 'size_bytes', 'sha256', 'created_at'])
    .select(sql<boolean>`octet_length(sealed_bytes) = 0`.as('is_emptied'))
    .where('district', '=', tx.district)
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map(
    rows.map((row) => [
      row.id,
      {
        id: row.id,
        name: row.name,
        mediaType: row.media_type,
        sizeBytes: row.size_bytes,
        sha256: row.sha256,
        createdAt: row.created_at,
        isEmptied: row.is_emptied,
      },
    ]),
  )
}

/** A kept file with its clear bytes; undefined when this district has no such file. One that was emptied is refused. */
export async function findFile(
  tx: Tx,
  vault: Vault,
  id: string,
): Promise<(StoredFile & { bytes: Buffer }) | undefined> {
  const row = await tx.db
    .selectFrom('files.files')
    .selectAll()
    .where('district', '=', tx.district)
    .where('id', '=', id)
    .executeTakeFirst()
  if (row?.sealed_bytes.length === 0) throw new Problem('not-found', emptiedFile, { code: 'file-emptied' })
  return (
    row && {
      id: row.id,
      name: row.name,
      mediaType: row.media_type,
      sizeBytes: row.size_bytes,
      sha256: row.sha256,
      createdAt: row.created_at,
      bytes: vault.open(place(tx.district, row.id), row.sealed_bytes),
    }
  )
}
