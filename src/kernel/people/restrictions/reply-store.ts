import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/public.ts'
import { type CivilDate, civilDate } from '../../values/public.ts'
import type { HearingOutcome, ReplyWay } from './rules.ts'

export type NewReply = {
  readonly id: string
  readonly restrictionId: string
  readonly way: ReplyWay
  readonly said: string
  readonly saidOn: CivilDate
  readonly recordedBy: string
  readonly accountId: string
  readonly businessAt: Date
}

export type ReplyFile = {
  readonly fileId: string
  readonly name: string
  readonly mediaType: string
  readonly sizeBytes: number
}

export type Hearing = {
  readonly outcome: HearingOutcome
  readonly reason: string
  readonly accountId: string
  readonly businessAt: Date
}

/** A reply with its paper, and what followed from it. */
export type Reply = NewReply & { readonly file: ReplyFile | null; readonly hearing: Hearing | null }

const replies = (tx: Tx) =>
  tx.db
    .selectFrom('people.restriction_replies as r')
    .leftJoin('people.restriction_reply_files as f', (join) =>
      join.onRef('f.district', '=', 'r.district').onRef('f.reply_id', '=', 'r.id'),
    )
    .leftJoin('people.restriction_hearings as h', (join) =>
      join.onRef('h.district', '=', 'r.district').onRef('h.reply_id', '=', 'r.id'),
    )
    .selectAll('r')
    .select(['f.file_id', 'f.file_name', 'f.media_type', 'f.size_bytes'])
    .select(['h.outcome', 'h.reason', 'h.account_id as heard_account_id', 'h.business_at as heard_at'])
    .where('r.district', '=', tx.district)

const fromRow = (row: Awaited<ReturnType<ReturnType<typeof replies>['executeTakeFirstOrThrow']>>): Reply => ({
  id: row.id,
  restrictionId: row.restriction_id,
  way: row.way as ReplyWay,
  said: row.said,
  saidOn: civilDate(row.said_on),
  recordedBy: row.recorded_by,
  accountId: row.account_id,
  businessAt: row.business_at,
  file:
    row.file_id === null
      ? null
      : { fileId: row.file_id, name: row.file_name!, mediaType: row.media_type!, sizeBytes: row.size_bytes! },
  hearing:
    row.heard_at === null
      ? null
      : {
          outcome: row.outcome as HearingOutcome,
          reason: row.reason!,
          accountId: row.heard_account_id!,
          businessAt: row.heard_at,
        },
})

/** Replies to these restrictions, in the order they came. */
export async function listReplies(tx: Tx, restrictionIds: readonly string[]): Promise<Reply[]> {
  if (restrictionIds.length === 0) return []
  const rows = await replies(tx)
    .where('r.restriction_id', 'in', [...restrictionIds])
    .orderBy('r.id')
    .execute()
  return rows.map(fromRow)
}

export async function findReply(tx: Tx, restrictionId: string, id: string): Promise<Reply | undefined> {
  const row = await replies(tx).where('r.restriction_id', '=', restrictionId).where('r.id', '=', id).executeTakeFirst()
  return row && fromRow(row)
}

/** A reply by its own id, wherever it belongs. */
export async function findReplyById(tx: Tx, id: string): Promise<Reply | undefined> {
  const row = await replies(tx).where('r.id', '=', id).executeTakeFirst()
  return row && fromRow(row)
}

/** How many replies nobody has looked at, up to `most`. */
export async function countUnheard(tx: Tx, most: number): Promise<number> {
  const { rows } = await sql<{ unheard: number }>`
    select count(*)::int as unheard from (
      select 1 from people.restriction_replies r
      where r.district = ${tx.district} and not exists (
        select 1 from people.restriction_hearings h where h.district = ${tx.district} and h.reply_id = r.id)
      limit ${most}
    ) unheard`.execute(tx.db)
  return rows[0]?.unheard ?? 0
}

export async function insertReply(tx: Tx, reply: NewReply): Promise<void> {
  await tx.db
    .insertInto('people.restriction_replies')
    .values({
      district: tx.district,
      id: reply.id,
      restriction_id: reply.restrictionId,
      way: reply.way,
      said: reply.said,
      said_on: reply.saidOn,
      recorded_by: reply.recordedBy,
      account_id: reply.accountId,
      business_at: reply.businessAt,
    })
    .execute()
}

export async function insertReplyFile(
  tx: Tx,
  replyId: string,
  file: ReplyFile & { readonly accountId: string; readonly businessAt: Date },
): Promise<void> {
  await tx.db
    .insertInto('people.restriction_reply_files')
    .values({
      district: tx.district,
      reply_id: replyId,
      file_id: file.fileId,
      file_name: file.name,
      media_type: file.mediaType,
      size_bytes: file.sizeBytes,
      account_id: file.accountId,
      business_at: file.businessAt,
    })
    .execute()
}

export async function insertHearing(
  tx: Tx,
  reply: Pick<Reply, 'id' | 'restrictionId' | 'recordedBy'>,
  imposed: { readonly id: string; readonly proposedBy: string },
  hearing: Hearing & { readonly heardBy: string },
): Promise<void> {
  await tx.db
    .insertInto('people.restriction_hearings')
    .values({
      district: tx.district,
      reply_id: reply.id,
      restriction_id: reply.restrictionId,
      recorded_by: reply.recordedBy,
      proposal_id: imposed.id,
      proposed_by: imposed.proposedBy,
      outcome: hearing.outcome,
      reason: hearing.reason,
      heard_by: hearing.heardBy,
      account_id: hearing.accountId,
      business_at: hearing.businessAt,
    })
    .execute()
}
