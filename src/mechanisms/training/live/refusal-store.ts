import type { Tx } from '../../../platform/db/public.ts'

/** Why somebody known was refused. */
export type RefusalWhy = 'expired' | 'early' | 'late' | 'closed' | 'not-on-roster' | 'phone-of-another'

export type LiveRefusal = {
  readonly id: string
  readonly liveSessionId: string
  readonly enrolmentId: string | null
  readonly kind: 'in' | 'out'
  readonly method: 'qr' | 'code' | 'card'
  readonly why: RefusalWhy
  readonly device: Buffer
  /** Whose phone it was when a second person tried on it. */
  readonly otherEnrolmentId: string | null
  readonly businessAt: Date
}

export async function insertRefusal(tx: Tx, refusal: LiveRefusal): Promise<void> {
  await tx.db
    .insertInto('training.live_refusals')
    .values({
      district: tx.district,
      id: refusal.id,
      live_session_id: refusal.liveSessionId,
      enrolment_id: refusal.enrolmentId,
      kind: refusal.kind,
      method: refusal.method,
      why: refusal.why,
      device: refusal.device,
      other_enrolment_id: refusal.otherEnrolmentId,
      business_at: refusal.businessAt,
    })
    .execute()
}

/** Everybody refused at the live sessions of a class, in order. */
export async function listRefusalsOfClass(tx: Tx, classId: string): Promise<LiveRefusal[]> {
  const rows = await tx.db
    .selectFrom('training.live_refusals as r')
    .innerJoin('training.live_sessions as l', (join) =>
      join.onRef('l.district', '=', 'r.district').onRef('l.id', '=', 'r.live_session_id'),
    )
    .selectAll('r')
    .where('r.district', '=', tx.district)
    .where('l.class_id', '=', classId)
    .orderBy('r.id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    liveSessionId: row.live_session_id,
    enrolmentId: row.enrolment_id,
    kind: row.kind as LiveRefusal['kind'],
    method: row.method as LiveRefusal['method'],
    why: row.why as RefusalWhy,
    device: row.device,
    otherEnrolmentId: row.other_enrolment_id,
    businessAt: row.business_at,
  }))
}
