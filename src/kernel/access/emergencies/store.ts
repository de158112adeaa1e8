import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/public.ts'
import type { Role } from '../rules.ts'

export type Emergency = {
  readonly id: string
  readonly accountId: string
  readonly personId: string
  readonly role: Role
  readonly reason: string
  readonly ticket: string
  readonly beganAt: Date
  readonly until: Date
  readonly reviewBy: Date
  readonly ended: { readonly at: Date; readonly accountId: string } | null
}

export async function insertEmergency(tx: Tx, row: Omit<Emergency, 'ended'>): Promise<void> {
  await tx.db
    .insertInto('access.emergencies')
    .values({
      district: tx.district,
      id: row.id,
      account_id: row.accountId,
      person_id: row.personId,
      role: row.role,
      reason: row.reason,
      ticket: row.ticket,
      began_at: row.beganAt,
      until_at: row.until,
      review_by: row.reviewBy,
    })
    .execute()
}

const emergencies = (tx: Tx) =>
  tx.db
    .selectFrom('access.emergencies as e')
    .leftJoin('access.emergency_ends as x', (join) =>
      join.onRef('x.district', '=', 'e.district').onRef('x.emergency_id', '=', 'e.id'),
    )
    .selectAll('e')
    .select(['x.ended_at', 'x.account_id as ended_by'])
    .where('e.district', '=', tx.district)

type Row = Awaited<ReturnType<ReturnType<typeof emergencies>['executeTakeFirstOrThrow']>>

const emergencyOf = (row: Row): Emergency => ({
  id: row.id,
  accountId: row.account_id,
  personId: row.person_id,
  role: row.role as Role,
  reason: row.reason,
  ticket: row.ticket,
  beganAt: row.began_at,
  until: row.until_at,
  reviewBy: row.review_by,
  ended: row.ended_at && row.ended_by ? { at: row.ended_at, accountId: row.ended_by } : null,
})

export async function findEmergency(tx: Tx, id: string): Promise<Emergency | undefined> {
  const row = await emergencies(tx).where('e.id', '=', id).executeTakeFirst()
  return row && emergencyOf(row)
}

/** The role an account has taken and that was not over before this moment (real time), the newest. */
export async function findUnended(tx: Tx, accountId: string, at: Date): Promise<Emergency | undefined> {
  const row = await emergencies(tx)
    .where('e.account_id', '=', accountId)
    .where('e.until_at', '>', at)
    .where('x.ended_at', 'is', null)
    .orderBy('e.id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && emergencyOf(row)
}

export async function listEmergencies(tx: Tx, page: { after?: string | undefined; limit: number }) {
  let query = emergencies(tx)
  if (page.after !== undefined) query = query.where('e.id', '<', page.after)
  return (await query.orderBy('e.id', 'desc').limit(page.limit).execute()).map(emergencyOf)
}

export async function insertEnd(
  tx: Tx,
  end: { emergencyId: string; at: Date; by: { personId: string; accountId: string } },
): Promise<void> {
  await tx.db
    .insertInto('access.emergency_ends')
    .values({
      district: tx.district,
      emergency_id: end.emergencyId,
      ended_at: end.at,
      person_id: end.by.personId,
      account_id: end.by.accountId,
    })
    .execute()
}

export type UseRow = {
  readonly id: string
  readonly emergencyId: string
  readonly personId: string
  readonly until: Date
  readonly method: string
  readonly path: string
  readonly permission: string
  readonly subject: string
  readonly reads: boolean
  readonly usedAt: Date
}

/** Keeps a use; what was read before under the same emergency is kept already. */
export async function insertUse(tx: Tx, use: UseRow): Promise<void> {
  await tx.db
    .insertInto('access.emergency_uses')
    .values({
      district: tx.district,
      id: use.id,
      emergency_id: use.emergencyId,
      person_id: use.personId,
      until_at: use.until,
      method: use.method,
      path: use.path,
      permission: use.permission,
      subject: use.subject,
      reads: use.reads,
      used_at: use.usedAt,
    })
    .onConflict((conflict) =>
      conflict.columns(['district', 'emergency_id', 'method', 'path', 'subject']).where('reads', '=', true).doNothing(),
    )
    .execute()
}

export type ReviewedUse = UseRow & {
  readonly review: {
    readonly justified: boolean
    readonly word: string
    readonly accountId: string
    readonly at: Date
  } | null
}

/** Everything done under emergencies, the oldest first, with what was said of it. */
export async function listUses(tx: Tx, emergencyIds: readonly string[]): Promise<ReviewedUse[]> {
  if (emergencyIds.length === 0) return []
  const rows = await tx.db
    .selectFrom('access.emergency_uses as u')
    .leftJoin('access.emergency_reviews as r', (join) =>
      join.onRef('r.district', '=', 'u.district').onRef('r.use_id', '=', 'u.id'),
    )
    .selectAll('u')
    .select(['r.justified', 'r.word', 'r.account_id as reviewed_by', 'r.recorded_at as reviewed_at'])
    .where('u.district', '=', tx.district)
    .where('u.emergency_id', 'in', [...emergencyIds])
    .orderBy('u.id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    emergencyId: row.emergency_id,
    personId: row.person_id,
    until: row.until_at,
    method: row.method,
    path: row.path,
    permission: row.permission,
    subject: row.subject,
    reads: row.reads,
    usedAt: row.used_at,
    review:
      row.reviewed_at && row.reviewed_by
        ? { justified: row.justified!, word: row.word!, accountId: row.reviewed_by, at: row.reviewed_at }
        : null,
  }))
}

/** Says of a use whether it was justified; false where somebody has said so before. */
export async function insertReview(
  tx: Tx,
  review: {
    useId: string
    userPersonId: string
    justified: boolean
    word: string
    by: { personId: string; accountId: string }
  },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx.db
    .insertInto('access.emergency_reviews')
    .values({
      district: tx.district,
      use_id: review.useId,
      user_person_id: review.userPersonId,
      reviewer_person_id: review.by.personId,
      account_id: review.by.accountId,
      justified: review.justified,
      word: review.word,
    })
    .onConflict((conflict) => conflict.columns(['district', 'use_id']).doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

/** Uses without a review, and of these the overdue ones: by anybody but one person, or by them alone. */
export async function countUnanswered(
  tx: Tx,
  { of, butOf, at }: { of?: string; butOf?: string; at: Date },
): Promise<{ waiting: number; overdue: number }> {
  const { rows } = await sql<{ waiting: number; overdue: number }>`
    select count(*)::int as waiting, (count(*) filter (where e.review_by < ${at}))::int as overdue
    from access.emergency_uses u
    join access.emergencies e on e.district = u.district and e.id = u.emergency_id
    where u.district = ${tx.district}
      and not exists (select 1 from access.emergency_reviews r where r.district = u.district and r.use_id = u.id)
      ${of === undefined ? sql`` : sql`and u.person_id = ${of}`}
      ${butOf === undefined ? sql`` : sql`and u.person_id <> ${butOf}`}`.execute(tx.db)
  return rows[0]!
}

/** How many emergencies of others are in force at a moment. */
export async function countInForce(tx: Tx, butOf: string, at: Date): Promise<number> {
  const { count } = await tx.db
    .selectFrom('access.emergencies as e')
    .leftJoin('access.emergency_ends as x', (join) =>
      join.onRef('x.district', '=', 'e.district').onRef('x.emergency_id', '=', 'e.id'),
    )
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('e.district', '=', tx.district)
    .where('e.until_at', '>', at)
    .where('x.ended_at', 'is', null)
    .where('e.person_id', '<>', butOf)
    .executeTakeFirstOrThrow()
  return Number(count)
}
