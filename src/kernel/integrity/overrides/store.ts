import { type SqlBool, sql } from 'kysely'
import type { Tx } from '../../../platform/db/public.ts'
import type { TrailPlace } from '../../record/public.ts'
import { addDays, type CivilDate, civilDate } from '../../values/public.ts'
import { TWO_HANDS } from '../hands.ts'
import type { PaperTable } from '../papers/beside-store.ts'
import { placesAsked } from '../store.ts'
import type { Lift, OverrideState, Standing } from './rules.ts'

export const OVERRIDE_PAPERS: PaperTable = { table: 'integrity.override_files', of: 'override_id' }

export type NewOverride = {
  readonly id: string
  readonly checkId: string
  readonly subjectKind: 'enrolment' | 'class'
  readonly subjectId: string
  readonly groupId: string
  readonly organisationId: string
  readonly resultId: string
  /** How many were proposed of this answer up to this one. */
  readonly nth: number
  readonly document: string
  readonly reason: string
  readonly evidence: string
  readonly expiresOn: CivilDate
  readonly proposedBy: string
  readonly accountId: string
  readonly businessAt: Date
}

type Said = { readonly accountId: string; readonly reason: string; readonly businessAt: Date }

export type Override = NewOverride &
  Standing & {
    readonly decidedBy: string | null
    readonly decision: Said | null
    readonly withdrawal: Said | null
  }

const overrides = (tx: Tx) =>
  tx.db
    .selectFrom('integrity.overrides as o')
    .leftJoin('integrity.override_decisions as d', (join) =>
      join.onRef('d.district', '=', 'o.district').onRef('d.override_id', '=', 'o.id'),
    )
    .leftJoin('integrity.override_withdrawals as w', (join) =>
      join.onRef('w.district', '=', 'o.district').onRef('w.override_id', '=', 'o.id'),
    )
    .where('o.district', '=', tx.district)

const whole = (tx: Tx) =>
  overrides(tx)
    .selectAll('o')
    .select(['d.outcome', 'd.decided_by', 'd.decided_account_id'])
    .select(['d.reason as decision_reason', 'd.business_at as decided_at'])
    .select(['w.withdrawn_account_id', 'w.reason as withdrawal_reason', 'w.business_at as withdrawn_at'])

type Row = Awaited<ReturnType<ReturnType<typeof whole>['executeTakeFirstOrThrow']>>

const said = (accountId: string | null, reason: string | null, businessAt: Date | null): Said | null =>
  accountId && businessAt ? { accountId, reason: reason ?? '', businessAt } : null

const fromRow = (row: Row): Override => ({
  id: row.id,
  checkId: row.check_id,
  subjectKind: row.subject_kind as Override['subjectKind'],
  subjectId: row.subject_id,
  groupId: row.group_id,
  organisationId: row.organisation_id,
  resultId: row.result_id,
  nth: row.nth,
  document: row.document,
  reason: row.reason,
  evidence: row.evidence,
  expiresOn: civilDate(row.expires_on),
  proposedBy: row.proposed_by,
  accountId: row.proposed_account_id,
  businessAt: row.business_at,
  outcome: row.outcome as Standing['outcome'],
  withdrawn: row.withdrawn_at !== null,
  decidedBy: row.decided_by,
  decision: said(row.decided_account_id, row.decision_reason, row.decided_at),
  withdrawal: said(row.withdrawn_account_id, row.withdrawal_reason, row.withdrawn_at),
})

/** Each state as `stateOf` tells it, for the database. */
const isIn = (state: OverrideState, today: CivilDate) =>
  ({
    waiting: sql<SqlBool>`w.override_id is null and d.override_id is null and o.expires_on >= ${today}`,
    'in-force': sql<SqlBool>`w.override_id is null and d.outcome = 'confirmed' and o.expires_on >= ${today}`,
    expired: sql<SqlBool>`w.override_id is null and coalesce(d.outcome, 'confirmed') = 'confirmed' and o.expires_on < ${today}`,
    declined: sql<SqlBool>`w.override_id is null and d.outcome = 'declined'`,
    withdrawn: sql<SqlBool>`w.override_id is not null`,
  })[state]

export type OverrideFilter = {
  readonly state?: OverrideState | undefined
  readonly checkId?: string | undefined
  readonly organisationId?: string | undefined
  /** Those in force that end on this day or before. */
  readonly endsBy?: CivilDate | undefined
  readonly today: CivilDate
}

/** Overrides, newest first, paged by id. */
export async function listOverrides(
  tx: Tx,
  filter: OverrideFilter,
  page: { after?: string | undefined; limit: number },
): Promise<Override[]> {
  let query = whole(tx)
  if (filter.state) query = query.where(isIn(filter.state, filter.today))
  if (filter.checkId) query = query.where('o.check_id', '=', filter.checkId)
  if (filter.organisationId) query = query.where('o.organisation_id', '=', filter.organisationId)
  if (filter.endsBy) query = query.where(isIn('in-force', filter.today)).where('o.expires_on', '<=', filter.endsBy)
  if (page.after) query = query.where('o.id', '<', page.after)
  return (await query.orderBy('o.id', 'desc').limit(page.limit).execute()).map(fromRow)
}

export async function findOverride(tx: Tx, id: string): Promise<Override | undefined> {
  const row = await whole(tx).where('o.id', '=', id).executeTakeFirst()
  return row && fromRow(row)
}

/** What was proposed to be let go of these records, or of these answers, the newest first. */
export async function listOverridesAt(
  tx: Tx,
  places: readonly TrailPlace[],
): Promise<{ at: TrailPlace; id: string; document: string }[]> {
  const { rows } = await sql<{ kind: string; place_id: string; id: string; document: string }>`
    select p.kind, p.place_id, o.id, o.document from ${placesAsked(places)}
    join integrity.overrides o on o.district = ${tx.district} and (
      (p.kind = 'check-result' and o.result_id = p.place_id)
      or (o.subject_id = p.place_id and o.subject_kind = p.kind))
    order by p.nth, o.id desc`.execute(tx.db)
  return rows.map(({ kind, place_id: id, ...row }) => ({ at: { kind, id }, ...row }))
}

/** The last override proposed of what a check found about a subject. */
export async function findLastOverride(tx: Tx, checkId: string, subjectId: string): Promise<Override | undefined> {
  const row = await whole(tx)
    .where('o.check_id', '=', checkId)
    .where('o.subject_id', '=', subjectId)
    .orderBy('o.nth', 'desc')
    .executeTakeFirst()
  return row && fromRow(row)
}

/** What two people have let go of a group and still let go today. */
export async function listLifts(tx: Tx, groupId: string, today: CivilDate): Promise<Lift[]> {
  const rows = await overrides(tx)
    .select(['o.id', 'o.check_id', 'o.subject_id', 'o.document', 'o.expires_on'])
    .where('o.group_id', '=', groupId)
    .where(isIn('in-force', today))
    .orderBy('o.id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    checkId: row.check_id,
    subjectId: row.subject_id,
    document: row.document,
    expiresOn: civilDate(row.expires_on),
  }))
}

/** How many wait for a second person, up to `most`; without those that this person proposed. */
export async function countWaiting(tx: Tx, today: CivilDate, exceptOf: string, most: number): Promise<number> {
  const rows = await overrides(tx)
    .select('o.id')
    .where(isIn('waiting', today))
    .where('o.proposed_by', '<>', exceptOf)
    .limit(most)
    .execute()
  return rows.length
}

/** How many of those this person proposed or confirmed end within so many days, up to `most`. */
export async function countEnding(
  tx: Tx,
  today: CivilDate,
  withinDays: number,
  personId: string,
  most: number,
): Promise<number> {
  const rows = await overrides(tx)
    .select('o.id')
    .where(isIn('in-force', today))
    .where('o.expires_on', '<=', addDays(today, withinDays))
    .where((where) => where.or([where('o.proposed_by', '=', personId), where('d.decided_by', '=', personId)]))
    .limit(most)
    .execute()
  return rows.length
}

export type Counted = { readonly key: string; readonly proposed: number; readonly confirmed: number }

/** Overrides counted by check, by provider and by account, for whoever looks over the bureau's shoulder; the most first. */
export async function countOverrides(
  tx: Tx,
): Promise<{ byCheck: Counted[]; byOrganisation: Counted[]; byAccount: Counted[] }> {
  const by = async (key: 'o.check_id' | 'o.organisation_id') => {
    const rows = await overrides(tx)
      .select((select) => [
        sql<string>`${sql.ref(key)}::text`.as('key'),
        select.fn.countAll<string>().as('proposed'),
        sql<string>`count(*) filter (where d.outcome = 'confirmed')`.as('confirmed'),
      ])
      .groupBy(key)
      .execute()
    return rows.map((row) => ({ key: row.key, proposed: Number(row.proposed), confirmed: Number(row.confirmed) }))
  }
  const proposers = await overrides(tx)
    .select((select) => ['o.proposed_account_id as key', select.fn.countAll<string>().as('n')])
    .groupBy('o.proposed_account_id')
    .execute()
  const deciders = await tx.db
    .selectFrom('integrity.override_decisions')
    .select((select) => ['decided_account_id as key', select.fn.countAll<string>().as('n')])
    .where('district', '=', tx.district)
    .where('outcome', '=', 'confirmed')
    .groupBy('decided_account_id')
    .execute()
  const accounts = new Map<string, Counted>()
  for (const { key, n } of proposers) accounts.set(key, { key, proposed: Number(n), confirmed: 0 })
  for (const { key, n } of deciders)
    accounts.set(key, { key, proposed: accounts.get(key)?.proposed ?? 0, confirmed: Number(n) })
  const most = (one: Counted, other: Counted) =>
    other.proposed + other.confirmed - one.proposed - one.confirmed || (one.key < other.key ? -1 : 1)
  return {
    byCheck: (await by('o.check_id')).sort(most),
    byOrganisation: (await by('o.organisation_id')).sort(most),
    byAccount: [...accounts.values()].sort(most),
  }
}

export async function insertOverride(tx: Tx, override: NewOverride): Promise<void> {
  await tx.db
    .insertInto('integrity.overrides')
    .values({
      district: tx.district,
      id: override.id,
      check_id: override.checkId,
      subject_kind: override.subjectKind,
      subject_id: override.subjectId,
      group_id: override.groupId,
      organisation_id: override.organisationId,
      result_id: override.resultId,
      nth: override.nth,
      document: override.document,
      reason: override.reason,
      evidence: override.evidence,
      expires_on: override.expiresOn,
      proposed_by: override.proposedBy,
      proposed_account_id: override.accountId,
      business_at: override.businessAt,
    })
    .execute()
}

type By = { readonly personId: string; readonly accountId: string; readonly reason: string; readonly businessAt: Date }

export async function insertDecision(
  tx: Tx,
  override: Pick<Override, 'id' | 'proposedBy'>,
  decision: By & { readonly outcome: 'confirmed' | 'declined' },
): Promise<void> {
  await tx.db
    .insertInto('integrity.override_decisions')
    .values({
      district: tx.district,
      override_id: override.id,
      proposed_by: override.proposedBy,
      decided_by: decision.personId,
      decided_account_id: decision.accountId,
      ...TWO_HANDS,
      outcome: decision.outcome,
      reason: decision.reason,
      business_at: decision.businessAt,
    })
    .execute()
}

export async function insertWithdrawal(
  tx: Tx,
  override: Pick<Override, 'id' | 'proposedBy' | 'decidedBy'>,
  by: By,
): Promise<void> {
  await tx.db
    .insertInto('integrity.override_withdrawals')
    .values({
      district: tx.district,
      override_id: override.id,
      proposed_by: override.proposedBy,
      decided_by: override.decidedBy,
      withdrawn_by: by.personId,
      withdrawn_account_id: by.accountId,
      reason: by.reason,
      business_at: by.businessAt,
    })
    .execute()
}
