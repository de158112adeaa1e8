import { sql } from 'kysely'
import type { Sentence } from '../../../platform/contract/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import type { Verified } from './verify.ts'

export type VerificationStatus = 'asked' | 'running' | 'done' | 'failed'
export type Progress = { readonly title: Sentence; readonly compared: number }

export type VerificationRow = {
  readonly id: string
  readonly accountId: string
  readonly status: VerificationStatus
  readonly progress: Progress | null
  readonly result: Verified | null
  readonly askedAt: Date
  readonly endedAt: Date | null
}

/** One that has not said anything for so long was broken off: its process is gone. */
const SILENT_SECONDS = 120

export async function insertVerification(
  tx: Tx,
  asked: { readonly id: string; readonly accountId: string; readonly personId: string },
): Promise<void> {
  await tx.db
    .insertInto('record.verifications')
    .values({
      district: tx.district,
      id: asked.id,
      account_id: asked.accountId,
      person_id: asked.personId,
      status: 'asked',
    })
    .execute()
}

/** The newest ones, newest first. */
export async function listVerifications(tx: Tx, limit: number): Promise<VerificationRow[]> {
  const rows = await tx.db
    .selectFrom('record.verifications')
    .selectAll()
    .where('district', '=', tx.district)
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    accountId: row.account_id,
    status: row.status as VerificationStatus,
    progress: 'title' in (row.progress as object) ? (row.progress as Progress) : null,
    result: row.result as Verified | null,
    askedAt: row.asked_at,
    endedAt: row.ended_at,
  }))
}

/** Takes one that was asked for, to run it; ends those that were broken off. */
export async function takeVerification(tx: Tx): Promise<string | undefined> {
  await sql`
    update record.verifications set status = 'failed', ended_at = now()
    where district = ${tx.district} and status = 'running' and beat_at < now() - make_interval(secs => ${SILENT_SECONDS})`.execute(
    tx.db,
  )
  const { rows } = await sql<{ id: string }>`
    select id from record.verifications where district = ${tx.district} and status = 'asked'
    order by id limit 1 for update skip locked`.execute(tx.db)
  const id = rows[0]?.id
  if (id === undefined) return undefined
  await sql`
    update record.verifications set status = 'running', beat_at = now()
    where district = ${tx.district} and id = ${id}`.execute(tx.db)
  return id
}

export async function saveProgress(tx: Tx, id: string, progress: Progress): Promise<void> {
  await sql`
    update record.verifications set progress = ${JSON.stringify(progress)}::jsonb, beat_at = now()
    where district = ${tx.district} and id = ${id} and status = 'running'`.execute(tx.db)
}

export async function endVerification(tx: Tx, id: string, result: Verified | null): Promise<void> {
  await sql`
    update record.verifications
    set status = ${result === null ? 'failed' : 'done'}, result = ${result === null ? null : JSON.stringify(result)}::jsonb,
        ended_at = now()
    where district = ${tx.district} and id = ${id} and status = 'running'`.execute(tx.db)
}
