import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/public.ts'

/** The longest waiting first: ids of submitted classes after a moment and an id. */
export async function listQueue(
  tx: Tx,
  page: { after?: { submittedAt: string; id: string } | undefined; limit: number },
): Promise<{ id: string; submittedAt: Date }[]> {
  let query = tx.db
    .selectFrom('training.classes')
    .select(['id', 'submitted_at'])
    .where('district', '=', tx.district)
    .where('status', '=', 'submitted')
    .where('submitted_at', 'is not', null)
  const { after } = page
  if (after)
    query = query.where(sql<boolean>`(submitted_at, id) > (${after.submittedAt}::timestamptz, ${after.id}::uuid)`)
  const rows = await query.orderBy('submitted_at').orderBy('id').limit(page.limit).execute()
  return rows.map((row) => ({ id: row.id, submittedAt: row.submitted_at! }))
}

export async function countWaiting(tx: Tx): Promise<number> {
  const { waiting } = await tx.db
    .selectFrom('training.classes')
    .select((count) => count.fn.countAll<bigint>().as('waiting'))
    .where('district', '=', tx.district)
    .where('status', '=', 'submitted')
    .executeTakeFirstOrThrow()
  return Number(waiting)
}

export type Hand = { readonly personId: string; readonly duty: 'trainee' | 'instructor' }

/** Everybody whose class it is. Somebody who is entered already stays as they are. */
export async function enterHands(tx: Tx, submissionId: string, hands: readonly Hand[]): Promise<void> {
  if (hands.length === 0) return
  await tx.db
    .insertInto('training.class_hands')
    .values(
      hands.map(({ personId, duty }) => ({
        district: tx.district,
        submission_id: submissionId,
        person_id: personId,
        duty,
      })),
    )
    .onConflict((conflict) => conflict.columns(['district', 'submission_id', 'person_id']).doNothing())
    .execute()
}

/** Which part a person has in these submissions; absent where none. */
export async function listDutiesOf(
  tx: Tx,
  submissionIds: readonly string[],
  personId: string,
): Promise<Map<string, string>> {
  if (submissionIds.length === 0) return new Map()
  const rows = await tx.db
    .selectFrom('training.class_hands')
    .select(['submission_id', 'duty'])
    .where('district', '=', tx.district)
    .where('submission_id', 'in', [...submissionIds])
    .where('person_id', '=', personId)
    .execute()
  return new Map(rows.map((row) => [row.submission_id, row.duty]))
}

/** Takes a submission in hand for review; the key refuses whoever attends or teaches the class. */
export async function takeInHand(tx: Tx, submissionId: string, personId: string): Promise<void> {
  await tx.db
    .insertInto('training.class_hands')
    .values({ district: tx.district, submission_id: submissionId, person_id: personId, duty: 'review' })
    .execute()
}

/** How often each of these classes was returned; absent when never. */
export async function countReturns(tx: Tx, classIds: readonly string[]): Promise<Map<string, number>> {
  if (classIds.length === 0) return new Map()
  const rows = await tx.db
    .selectFrom('training.class_events')
    .select((count) => ['class_id', count.fn.countAll<bigint>().as('returns')])
    .where('district', '=', tx.district)
    .where('class_id', 'in', [...classIds])
    .where('status_to', '=', 'returned')
    .groupBy('class_id')
    .execute()
  return new Map(rows.map((row) => [row.class_id, Number(row.returns)]))
}
