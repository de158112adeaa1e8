import type { Tx } from '../../platform/db/public.ts'

/** Something of consequence that somebody did (or, with no actor, that the platform did). */
export type Act = {
  readonly id: string
  /** Dotted name of what was done: `class.filed`, `batch.exported`. */
  readonly act: string
  readonly subjectKind: string
  readonly subjectId: string
  /** `under` is the delegation by which somebody did it who stands in for another. */
  readonly actor: { readonly accountId: string; readonly personId: string; readonly under?: string } | null
  /** Business time. */
  readonly at: Date
  /** Never an identity number, a phone or an account. */
  readonly detail?: Record<string, unknown>
}

/** Writes an act in the transaction in which it is done. */
export async function recordAct(tx: Tx, act: Act): Promise<void> {
  await tx.db
    .insertInto('record.acts')
    .values({
      district: tx.district,
      id: act.id,
      act: act.act,
      subject_kind: act.subjectKind,
      subject_id: act.subjectId,
      account_id: act.actor?.accountId ?? null,
      person_id: act.actor?.personId ?? null,
      business_at: act.at,
      detail: JSON.stringify({ ...act.detail, ...(act.actor?.under ? { underDelegation: act.actor.under } : {}) }),
    })
    .execute()
}

export type RecordedAct = {
  id: string
  act: string
  accountId: string | null
  personId: string | null
  businessAt: Date
  detail: unknown
}

/** What was done to a subject, oldest first. */
export async function listActs(tx: Tx, subjectKind: string, subjectId: string): Promise<RecordedAct[]> {
  const rows = await tx.db
    .selectFrom('record.acts')
    .select(['id', 'act', 'account_id', 'person_id', 'business_at', 'detail'])
    .where('district', '=', tx.district)
    .where('subject_kind', '=', subjectKind)
    .where('subject_id', '=', subjectId)
    .orderBy('id')
    .limit(500)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    act: row.act,
    accountId: row.account_id,
    personId: row.person_id,
    businessAt: row.business_at,
    detail: row.detail,
  }))
}
