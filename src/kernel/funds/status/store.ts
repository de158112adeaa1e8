import type { Tx } from '../../../platform/db/public.ts'

export type StatusEvent = {
  readonly id: string
  readonly subjectKind:
    | 'claim'
    | 'batch'
    | 'payment'
    | 'entitlement'
    | 'public-notice'
    | 'line-hold'
    | 'recovery'
    | 'instalment'
  readonly subjectId: string
  readonly from: string | null
  readonly to: string
  readonly personId: string | null
  readonly note: string
  readonly businessAt: Date
}

export async function insertStatusEvents(tx: Tx, events: readonly StatusEvent[]): Promise<void> {
  if (events.length === 0) return
  await tx.db
    .insertInto('funds.status_events')
    .values(
      events.map((event) => ({
        district: tx.district,
        id: event.id,
        subject_kind: event.subjectKind,
        subject_id: event.subjectId,
        status_from: event.from,
        status_to: event.to,
        person_id: event.personId,
        note: event.note,
        business_at: event.businessAt,
      })),
    )
    .execute()
}

/** What became of a claim, a batch, a payment or an entitlement, oldest first. */
export async function listStatusEvents(tx: Tx, subjectId: string): Promise<StatusEvent[]> {
  const rows = await tx.db
    .selectFrom('funds.status_events')
    .selectAll()
    .where('district', '=', tx.district)
    .where('subject_id', '=', subjectId)
    .orderBy('id')
    .limit(200)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    subjectKind: row.subject_kind as StatusEvent['subjectKind'],
    subjectId: row.subject_id,
    from: row.status_from,
    to: row.status_to,
    personId: row.person_id,
    note: row.note,
    businessAt: row.business_at,
  }))
}

/** When each of these subjects last came to a status, in business time; those that never did are absent. */
export async function listReachedAt(tx: Tx, subjectIds: readonly string[], status: string): Promise<Map<string, Date>> {
  if (subjectIds.length === 0) return new Map()
  const rows = await tx.db
    .selectFrom('funds.status_events')
    .select(['subject_id', 'business_at'])
    .where('district', '=', tx.district)
    .where('subject_id', 'in', [...subjectIds])
    .where('status_to', '=', status)
    .orderBy('id')
    .execute()
  return new Map(rows.map((row) => [row.subject_id, row.business_at]))
}
