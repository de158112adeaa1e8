import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../../platform/db/public.ts'

/** The name of an enrolment (`e`): as two people put it right, else as its roster gives it. */
export const nameNow = (tx: Tx): RawBuilder<string> => sql<string>`coalesce((
  select v.name from training.enrolment_names v where v.district = ${tx.district} and v.enrolment_id = e.id
  order by v.id desc limit 1), e.name)`

export type NamedEnrolment = {
  readonly id: string
  readonly classId: string
  readonly number: string
  readonly isCompleted: boolean
  readonly name: string
}

/** Where a person stands on the current roster of a class, the newest first. */
export async function listNamedEnrolments(tx: Tx, personId: string): Promise<NamedEnrolment[]> {
  const { rows } = await sql<NamedEnrolment>`
    select e.id, c.id as "classId", c.number, c.status = 'completed' as "isCompleted", ${nameNow(tx)} as name
    from training.enrolments e
    join training.classes c on c.district = e.district and c.roster_import_id = e.roster_import_id
    where e.district = ${tx.district} and e.person_id = ${personId} order by e.id desc`.execute(tx.db)
  return rows
}

export async function insertEnrolmentName(
  tx: Tx,
  given: {
    readonly id: string
    readonly enrolmentId: string
    readonly requestId: string
    readonly name: string
    readonly businessAt: Date
  },
): Promise<void> {
  await tx.db
    .insertInto('training.enrolment_names')
    .values({
      district: tx.district,
      id: given.id,
      enrolment_id: given.enrolmentId,
      request_id: given.requestId,
      name: given.name,
      business_at: given.businessAt,
    })
    .execute()
}
