import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/public.ts'
import type { CivilDate, CountingConvention } from '../../values/public.ts'
import type { Channel, NoticeStatus, PublishedRow } from './rules.ts'

export type NoticeRow = {
  readonly id: string
  readonly number: string
  readonly claimId: string
  readonly headCount: number
  readonly amountFen: bigint
  readonly publishedOn: CivilDate
  readonly endsOn: CivilDate
  readonly workingDays: number
  readonly counting: CountingConvention
  readonly listSha256: Buffer
  readonly status: NoticeStatus
  readonly publishedBy: string
  readonly accountId: string
  readonly publishedAt: Date
}

const notices = (tx: Tx) => tx.db.selectFrom('funds.public_notices').selectAll().where('district', '=', tx.district)

type Row = Awaited<ReturnType<ReturnType<typeof notices>['executeTakeFirstOrThrow']>>

const noticeOf = (row: Row): NoticeRow => ({
  id: row.id,
  number: row.number,
  claimId: row.claim_id,
  headCount: row.head_count,
  amountFen: row.amount_fen,
  publishedOn: row.published_on as CivilDate,
  endsOn: row.ends_on as CivilDate,
  workingDays: row.working_days,
  counting: row.counting as CountingConvention,
  listSha256: row.list_sha256,
  status: row.status as NoticeStatus,
  publishedBy: row.published_by,
  accountId: row.account_id,
  publishedAt: row.published_at,
})

export async function insertNotice(tx: Tx, notice: NoticeRow, rows: readonly PublishedRow[]): Promise<void> {
  await tx.db
    .insertInto('funds.public_notices')
    .values({
      district: tx.district,
      id: notice.id,
      number: notice.number,
      claim_id: notice.claimId,
      head_count: notice.headCount,
      amount_fen: notice.amountFen,
      published_on: notice.publishedOn,
      ends_on: notice.endsOn,
      working_days: notice.workingDays,
      counting: notice.counting,
      list_sha256: notice.listSha256,
      status: notice.status,
      published_by: notice.publishedBy,
      account_id: notice.accountId,
      published_at: notice.publishedAt,
    })
    .execute()
  for (let at = 0; at < rows.length; at += 1000) {
    await tx.db
      .insertInto('funds.public_notice_rows')
      .values(
        rows.slice(at, at + 1000).map((row) => ({
          district: tx.district,
          notice_id: notice.id,
          claim_line_id: row.claimLineId,
          position: row.position,
          masked_name: row.maskedName,
          masked_identity: row.maskedIdentity,
          amount_fen: row.amountFen,
        })),
      )
      .execute()
  }
}

export async function findNotice(tx: Tx, id: string): Promise<NoticeRow | undefined> {
  const row = await notices(tx).where('id', '=', id).executeTakeFirst()
  return row && noticeOf(row)
}

export async function findNoticeOfClaim(tx: Tx, claimId: string): Promise<NoticeRow | undefined> {
  const row = await notices(tx).where('claim_id', '=', claimId).executeTakeFirst()
  return row && noticeOf(row)
}

/** The notices of several claims; a claim that was never published has none. */
export async function listNoticesOfClaims(tx: Tx, claimIds: readonly string[]): Promise<NoticeRow[]> {
  if (claimIds.length === 0) return []
  const rows = await notices(tx)
    .where('claim_id', 'in', [...new Set(claimIds)])
    .orderBy('claim_id')
    .execute()
  return rows.map(noticeOf)
}

/** Notices newest first; `after` is the last id of the page before. */
export async function listNotices(
  tx: Tx,
  filter: { status?: NoticeStatus | undefined; organisationId?: string | undefined },
  page: { after?: string | undefined; limit: number },
): Promise<NoticeRow[]> {
  let query = notices(tx)
  if (filter.status) query = query.where('status', '=', filter.status)
  if (filter.organisationId) {
    const ofIts = sql<boolean>`exists (select 1 from funds.claims c
      where c.district = ${tx.district} and c.id = claim_id and c.organisation_id = ${filter.organisationId})`
    query = query.where(ofIts)
  }
  if (page.after) query = query.where('id', '<', page.after)
  return (await query.orderBy('id', 'desc').limit(page.limit).execute()).map(noticeOf)
}

/** A place in the list of what is out: those that end soonest come first. */
export type OutPlace = { readonly endsOn: CivilDate; readonly id: string }

/** What the public reads today, the soonest to end first. */
export async function listOut(
  tx: Tx,
  today: CivilDate,
  page: { after?: OutPlace | undefined; limit: number },
): Promise<NoticeRow[]> {
  let query = notices(tx).where('status', '=', 'open').where('ends_on', '>=', today)
  if (page.after) {
    const { endsOn, id } = page.after
    query = query.where(sql<boolean>`(ends_on, id) > (${endsOn}::date, ${id}::uuid)`)
  }
  return (await query.orderBy('ends_on').orderBy('id').limit(page.limit).execute()).map(noticeOf)
}

/** Open notices whose last day has passed, the earliest first. */
export async function listToEnd(tx: Tx, today: CivilDate, limit: number): Promise<NoticeRow[]> {
  const rows = await notices(tx)
    .where('status', '=', 'open')
    .where('ends_on', '<', today)
    .orderBy('ends_on')
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map(noticeOf)
}

/** Ends or withdraws a notice that is out; says whether it was. */
export async function closeNotice(tx: Tx, id: string, status: 'ended' | 'withdrawn'): Promise<boolean> {
  const closed = await tx.db
    .updateTable('funds.public_notices')
    .set({ status })
    .where('district', '=', tx.district)
    .where('id', '=', id)
    .where('status', '=', 'open')
    .executeTakeFirst()
  return closed.numUpdatedRows === 1n
}

export async function extendNotice(tx: Tx, id: string, endsOn: CivilDate): Promise<void> {
  await tx.db
    .updateTable('funds.public_notices')
    .set({ ends_on: endsOn })
    .where('district', '=', tx.district)
    .where('id', '=', id)
    .where('status', '=', 'open')
    .execute()
}

/** The people of a notice by position; `after` is the last position of the page before. */
export async function listRows(
  tx: Tx,
  noticeId: string,
  page: { after?: number | undefined; limit: number },
): Promise<PublishedRow[]> {
  let query = tx.db
    .selectFrom('funds.public_notice_rows')
    .selectAll()
    .where('district', '=', tx.district)
    .where('notice_id', '=', noticeId)
  if (page.after !== undefined) query = query.where('position', '>', page.after)
  const rows = await query.orderBy('position').limit(page.limit).execute()
  return rows.map((row) => ({
    claimLineId: row.claim_line_id,
    position: row.position,
    maskedName: row.masked_name,
    maskedIdentity: row.masked_identity,
    amountFen: row.amount_fen,
  }))
}

export type ObjectionRow = {
  readonly id: string
  readonly noticeId: string
  readonly claimLineId: string
  readonly holdId: string
  readonly receivedOn: CivilDate
  readonly channel: Channel
  readonly said: string
  readonly isNamed: boolean
  readonly recordedBy: string
  readonly accountId: string
  readonly businessAt: Date
}

export async function insertObjection(
  tx: Tx,
  objection: Omit<ObjectionRow, 'isNamed'> & { readonly objectorSealed: Buffer | null },
): Promise<void> {
  await tx.db
    .insertInto('funds.objections')
    .values({
      district: tx.district,
      id: objection.id,
      notice_id: objection.noticeId,
      claim_line_id: objection.claimLineId,
      hold_id: objection.holdId,
      received_on: objection.receivedOn,
      channel: objection.channel,
      said: objection.said,
      objector_sealed: objection.objectorSealed,
      recorded_by: objection.recordedBy,
      account_id: objection.accountId,
      business_at: objection.businessAt,
    })
    .execute()
}

const objections = (tx: Tx) => tx.db.selectFrom('funds.objections').selectAll().where('district', '=', tx.district)

const objectionOf = (
  row: Awaited<ReturnType<ReturnType<typeof objections>['executeTakeFirstOrThrow']>>,
): ObjectionRow => ({
  id: row.id,
  noticeId: row.notice_id,
  claimLineId: row.claim_line_id,
  holdId: row.hold_id,
  receivedOn: row.received_on as CivilDate,
  channel: row.channel as Channel,
  said: row.said,
  isNamed: row.objector_sealed !== null,
  recordedBy: row.recorded_by,
  accountId: row.account_id,
  businessAt: row.business_at,
})

/** What was objected to about a notice, oldest first. */
export async function listObjections(tx: Tx, noticeId: string): Promise<ObjectionRow[]> {
  return (await objections(tx).where('notice_id', '=', noticeId).orderBy('id').execute()).map(objectionOf)
}

export async function findObjection(tx: Tx, id: string): Promise<ObjectionRow | undefined> {
  const row = await objections(tx).where('id', '=', id).executeTakeFirst()
  return row && objectionOf(row)
}

export async function findSealedObjector(tx: Tx, noticeId: string, id: string): Promise<Buffer | undefined> {
  const row = await tx.db
    .selectFrom('funds.objections')
    .select('objector_sealed')
    .where('district', '=', tx.district)
    .where('notice_id', '=', noticeId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row?.objector_sealed ?? undefined
}

/** How many objections each of these notices met. */
export async function countObjections(tx: Tx, noticeIds: readonly string[]): Promise<Map<string, number>> {
  if (noticeIds.length === 0) return new Map()
  const rows = await tx.db
    .selectFrom('funds.objections')
    .select((select) => ['notice_id', select.fn.countAll<bigint>().as('count')])
    .where('district', '=', tx.district)
    .where('notice_id', 'in', [...noticeIds])
    .groupBy('notice_id')
    .execute()
  return new Map(rows.map((row) => [row.notice_id, Number(row.count)]))
}

/** What was published of the people of a group, by whom it is about, with the claim and what holds the line. */
export type PublishedOf = {
  readonly subjectId: string
  readonly claimId: string
  readonly claimStatus: string
  readonly holdStatus: string | null
  readonly caseId: string | null
}

/** The lines of a group that were objected to and whether they are still held, by subject. */
export async function listHeldSubjects(tx: Tx, groupId: string): Promise<PublishedOf[]> {
  const { rows } = await sql<{
    subject_id: string
    claim_id: string
    claim_status: string
    hold_status: string
    case_id: string
  }>`
    select p.subject_id, c.id as claim_id, c.status as claim_status, h.status as hold_status, h.case_id
    from funds.claims c
    join funds.line_holds h on h.district = c.district and h.claim_id = c.id
    join funds.claim_lines l on l.district = h.district and l.id = h.claim_line_id
    join funds.claim_people p on p.district = l.district and p.claim_id = l.claim_id and p.person_id = l.person_id
    where c.district = ${tx.district} and c.group_id = ${groupId}
    order by h.id`.execute(tx.db)
  return rows.map((row) => ({
    subjectId: row.subject_id,
    claimId: row.claim_id,
    claimStatus: row.claim_status,
    holdStatus: row.hold_status,
    caseId: row.case_id,
  }))
}
