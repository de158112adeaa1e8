import { sql } from 'kysely'
import type { Sentence } from '../../../platform/contract/public.ts'
import { placeOf, type Vault } from '../../../platform/crypto/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import type { TakenWork, WorkTable } from '../../../platform/outbox/public.ts'
import type { ArchiveOf, ArchiveStatus, Progress } from './rules.ts'

export type ArchiveRow = {
  readonly id: string
  readonly of: ArchiveOf
  readonly aboutId: string
  readonly title: Sentence
  readonly reason: string
  readonly inFull: boolean
  readonly accountId: string
  readonly personId: string
  readonly status: ArchiveStatus
  /** How often somebody began to make it. */
  readonly begun: number
  readonly progress: Progress | null
  readonly askedAt: Date
  readonly endedAt: Date | null
  readonly expiresAt: Date | null
  readonly parts: number | null
  readonly sizeBytes: bigint | null
  readonly sha256: Buffer | null
  readonly manifestSha256: Buffer | null
}

export type AskedArchive = Pick<
  ArchiveRow,
  'id' | 'of' | 'aboutId' | 'title' | 'reason' | 'inFull' | 'accountId' | 'personId'
>

/** Archives as work in the background: whoever takes one up begins it anew. */
export const ARCHIVES: WorkTable = {
  name: 'record.archives',
  silentSeconds: 120,
  async drop(tx, id, to) {
    await deleteParts(tx, id)
    if (to === 'asked')
      await sql`update record.archives set progress = '{}' where district = ${tx.district} and id = ${id}`.execute(
        tx.db,
      )
  },
}

export async function insertArchive(tx: Tx, asked: AskedArchive): Promise<void> {
  await tx.db
    .insertInto('record.archives')
    .values({
      district: tx.district,
      id: asked.id,
      about_kind: asked.of,
      about_id: asked.aboutId,
      title: JSON.stringify(asked.title),
      reason: asked.reason,
      in_full: asked.inFull,
      account_id: asked.accountId,
      person_id: asked.personId,
      status: 'asked',
    })
    .execute()
}

const archives = (tx: Tx) => tx.db.selectFrom('record.archives').selectAll().where('district', '=', tx.district)

type Row = Awaited<ReturnType<ReturnType<typeof archives>['executeTakeFirstOrThrow']>>

const archiveOf = (row: Row): ArchiveRow => ({
  id: row.id,
  of: row.about_kind as ArchiveOf,
  aboutId: row.about_id,
  title: row.title as Sentence,
  reason: row.reason,
  inFull: row.in_full,
  accountId: row.account_id,
  personId: row.person_id,
  status: row.status as ArchiveStatus,
  begun: row.begun,
  progress: 'stage' in (row.progress as object) ? (row.progress as Progress) : null,
  askedAt: row.asked_at,
  endedAt: row.ended_at,
  expiresAt: row.expires_at,
  parts: row.parts,
  sizeBytes: row.size_bytes,
  sha256: row.sha256,
  manifestSha256: row.manifest_sha256,
})

/** The newest first, after the last of the former page. */
export async function listArchives(
  tx: Tx,
  page: { readonly after?: string | undefined; readonly limit: number },
): Promise<ArchiveRow[]> {
  let query = archives(tx)
  if (page.after !== undefined) query = query.where('id', '<', page.after)
  return (await query.orderBy('id', 'desc').limit(page.limit).execute()).map(archiveOf)
}

export async function findArchive(tx: Tx, id: string): Promise<ArchiveRow | undefined> {
  const row = await archives(tx).where('id', '=', id).executeTakeFirst()
  return row && archiveOf(row)
}

/** How often each of these was taken out. */
export async function countTaken(
  tx: Tx,
  of: readonly Pick<ArchiveRow, 'id' | 'aboutId'>[],
): Promise<Map<string, number>> {
  const { rows } = await sql<{ id: string; times: number }>`
    select detail ->> 'archiveId' as id, count(*)::int as times from record.acts
    where district = ${tx.district} and act = 'archive.taken-out'
      and subject_id = any(${of.map(({ aboutId }) => aboutId)}::uuid[])
    group by 1`.execute(tx.db)
  return new Map(rows.map(({ id, times }) => [id, times]))
}

/** What this account has asked for and is not made yet. */
export async function listUnderWay(tx: Tx, accountId: string): Promise<ArchiveRow[]> {
  const rows = await archives(tx)
    .where('account_id', '=', accountId)
    .where('status', 'in', ['asked', 'running'])
    .orderBy('id')
    .execute()
  return rows.map(archiveOf)
}

/** Whether it is still to be made: somebody may have cancelled it meanwhile. */
export async function saveProgress(tx: Tx, { id, begun }: TakenWork, progress: Progress): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`
    update record.archives set progress = ${JSON.stringify(progress)}::jsonb, beat_at = now()
    where district = ${tx.district} and id = ${id} and status = 'running' and begun = ${begun} returning id`.execute(
    tx.db,
  )
  return rows.length > 0
}

export type Made = {
  readonly steps: number
  readonly parts: number
  readonly sizeBytes: number
  readonly sha256: Buffer
  readonly manifestSha256: Buffer
  readonly keptDays: number
}

/** Whether it still was to be made. Real time: it is kept on a disk, and not on the county's calendar. */
export async function endArchive(tx: Tx, { id, begun }: TakenWork, made: Made): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`
    update record.archives
    set status = 'done', ended_at = now(), expires_at = now() + make_interval(days => ${made.keptDays}),
      steps = ${made.steps}, parts = ${made.parts}, size_bytes = ${made.sizeBytes}, sha256 = ${made.sha256},
      manifest_sha256 = ${made.manifestSha256}
    where district = ${tx.district} and id = ${id} and status = 'running' and begun = ${begun} returning id`.execute(
    tx.db,
  )
  return rows.length > 0
}

const place = (district: number, id: string) => placeOf('record.archive_parts.sealed_bytes', district, id)

/** Keeps a piece, sealed; whether its archive is still being made by who wrote it. */
export async function insertPart(
  tx: Tx,
  vault: Vault,
  { id: archiveId, begun }: TakenWork,
  part: { readonly id: string; readonly nth: number; readonly bytes: Uint8Array },
): Promise<boolean> {
  // Locked until it is kept: whoever cancels waits, and then sees this piece too.
  const { rows } = await sql<{ id: string }>`
    select id from record.archives
    where district = ${tx.district} and id = ${archiveId} and status = 'running' and begun = ${begun} for share`.execute(
    tx.db,
  )
  if (rows.length === 0) return false
  await tx.db
    .insertInto('record.archive_parts')
    .values({
      district: tx.district,
      id: part.id,
      archive_id: archiveId,
      nth: part.nth,
      sealed_bytes: vault.seal(place(tx.district, part.id), part.bytes),
    })
    .execute()
  return true
}

/** A piece in clear; undefined where it was swept. */
export async function findPart(tx: Tx, vault: Vault, archiveId: string, nth: number): Promise<Buffer | undefined> {
  const row = await tx.db
    .selectFrom('record.archive_parts')
    .select(['id', 'sealed_bytes'])
    .where('district', '=', tx.district)
    .where('archive_id', '=', archiveId)
    .where('nth', '=', nth)
    .executeTakeFirst()
  return row && vault.open(place(tx.district, row.id), row.sealed_bytes)
}

async function deleteParts(tx: Tx, archiveId: string): Promise<void> {
  await tx.db
    .deleteFrom('record.archive_parts')
    .where('district', '=', tx.district)
    .where('archive_id', '=', archiveId)
    .execute()
}
