import { sql } from 'kysely'
import type { Tx } from '../../platform/db/public.ts'

/** Something of consequence that somebody did (or, with no actor, that the platform did). */
export type Act = {
  readonly id: string
  /** Dotted name of what was done: `class.filed`, `batch.exported`. */
  readonly act: string
  readonly subjectKind: string
  readonly subjectId: string
  /** `under` is the delegation by which somebody did it who stands in for another; `inEmergency` the role they took. */
  readonly actor: {
    readonly accountId: string
    readonly personId: string
    readonly under?: string
    readonly inEmergency?: string
  } | null
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
      detail: JSON.stringify({
        ...act.detail,
        ...(act.actor?.under ? { underDelegation: act.actor.under } : {}),
        ...(act.actor?.inEmergency ? { inEmergency: act.actor.inEmergency } : {}),
      }),
    })
    .execute()
}

export type ActOfSomebody = {
  readonly id: string
  readonly act: string
  readonly subjectKind: string
  readonly accountId: string | null
  readonly businessAt: Date
  readonly recordedAt: Date
}

/** What was done, the newest first: by an account, of a name or the family it begins, on days of real time (Shanghai). */
export async function listActsBy(
  tx: Tx,
  filter: {
    account?: string | undefined
    act?: string | undefined
    from?: string | undefined
    to?: string | undefined
  },
  page: { after?: string | undefined; limit: number },
): Promise<ActOfSomebody[]> {
  let query = tx.db
    .selectFrom('record.acts')
    .select(['id', 'act', 'subject_kind', 'account_id', 'business_at', 'recorded_at'])
    .where('district', '=', tx.district)
  if (filter.account !== undefined) query = query.where('account_id', '=', filter.account)
  if (filter.act !== undefined)
    query = query.where(sql<boolean>`(act = ${filter.act} or starts_with(act, ${filter.act}))`)
  if (filter.from !== undefined)
    query = query.where(sql<boolean>`recorded_at >= ${filter.from}::date::timestamp at time zone 'Asia/Shanghai'`)
  if (filter.to !== undefined)
    query = query.where(sql<boolean>`recorded_at < (${filter.to}::date + 1)::timestamp at time zone 'Asia/Shanghai'`)
  if (page.after !== undefined) query = query.where('id', '<', page.after)
  const rows = await query.orderBy('id', 'desc').limit(page.limit).execute()
  return rows.map((row) => ({
    id: row.id,
    act: row.act,
    subjectKind: row.subject_kind,
    accountId: row.account_id,
    businessAt: row.business_at,
    recordedAt: row.recorded_at,
  }))
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
