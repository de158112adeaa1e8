import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/public.ts'
import type { TrailPlace } from '../../record/public.ts'
import { placesAsked } from '../store.ts'
import type { CaseState } from './rules.ts'

export type CaseRow = {
  readonly id: string
  readonly number: string
  readonly groupKind: string
  readonly groupId: string
  readonly organisationId: string
  readonly checkId: string | null
  readonly reason: string | null
  /** What it keeps from going on: the class and the provider's other claims, or one person whom funds holds. */
  readonly freezes: 'provider' | 'person'
  readonly openedBy: string | null
  readonly openedAccountId: string | null
  readonly businessAt: Date
}

const cases = (tx: Tx) => tx.db.selectFrom('integrity.cases as c').selectAll('c').where('c.district', '=', tx.district)

const caseOf = (row: Awaited<ReturnType<ReturnType<typeof cases>['executeTakeFirstOrThrow']>>): CaseRow => ({
  id: row.id,
  number: row.number,
  groupKind: row.group_kind,
  groupId: row.group_id,
  organisationId: row.organisation_id,
  checkId: row.check_id,
  reason: row.reason,
  freezes: row.freezes as CaseRow['freezes'],
  openedBy: row.opened_by,
  openedAccountId: row.opened_account_id,
  businessAt: row.business_at,
})

export async function insertCase(tx: Tx, row: CaseRow): Promise<void> {
  await tx.db
    .insertInto('integrity.cases')
    .values({
      district: tx.district,
      id: row.id,
      number: row.number,
      group_kind: row.groupKind,
      group_id: row.groupId,
      organisation_id: row.organisationId,
      check_id: row.checkId,
      reason: row.reason,
      freezes: row.freezes,
      opened_by: row.openedBy,
      opened_account_id: row.openedAccountId,
      business_at: row.businessAt,
    })
    .execute()
}

export async function findCase(tx: Tx, id: string): Promise<CaseRow | undefined> {
  const row = await cases(tx).where('c.id', '=', id).executeTakeFirst()
  return row && caseOf(row)
}

/** The cases opened on these records, or that have them as evidence, the newest first. */
export async function listCasesAt(
  tx: Tx,
  places: readonly TrailPlace[],
): Promise<{ at: TrailPlace; id: string; number: string }[]> {
  const { rows } = await sql<{ kind: string; place_id: string; id: string; number: string }>`
    with asked as (select p.kind, p.place_id, p.nth from ${placesAsked(places)}),
    about as (
      select a.kind, a.place_id, a.nth, c.id from asked a
      join integrity.cases c on c.district = ${tx.district} and c.group_kind = a.kind and c.group_id = a.place_id
      union
      select a.kind, a.place_id, a.nth, e.case_id from asked a
      join integrity.case_evidence e on e.district = ${tx.district} and e.trail_kind = a.kind and e.trail_id = a.place_id
      union
      select a.kind, a.place_id, a.nth, s.case_id from asked a
      join integrity.case_subjects s on s.district = ${tx.district} and a.kind = 'check-result' and s.result_id = a.place_id
    )
    select a.kind, a.place_id, c.id, c.number from about a
    join integrity.cases c on c.district = ${tx.district} and c.id = a.id
    order by a.nth, c.id desc`.execute(tx.db)
  return rows.map(({ kind, place_id: id, ...row }) => ({ at: { kind, id }, ...row }))
}

export type CaseFilter = {
  readonly state?: CaseState | undefined
  readonly organisationId?: string | undefined
  readonly groupId?: string | undefined
  /** Cases this person looks after now. */
  readonly ownerId?: string | undefined
}

/** Two people have concluded it. */
const isConcluded = (tx: Tx) => sql<boolean>`exists (
  select 1 from integrity.case_decisions d
  where d.district = ${tx.district} and d.case_id = c.id and d.verdict = 'confirmed')`

/** It was referred, and the other authority's answer is not confirmed yet. */
const isReferred = (tx: Tx) => sql<boolean>`(exists (
  select 1 from integrity.case_decisions d
  join integrity.case_conclusions n on n.district = d.district and n.id = d.conclusion_id
  where d.district = ${tx.district} and d.case_id = c.id and d.verdict = 'confirmed' and n.outcome = 'referred')
  and not exists (
  select 1 from integrity.case_decisions d
  where d.district = ${tx.district} and d.case_id = c.id and d.verdict = 'confirmed' and d.is_answer))`

/** Newest first; `after` is the last id of the page before. */
export async function listCasesBy(
  tx: Tx,
  filter: CaseFilter,
  page: { after?: string | undefined; limit: number },
): Promise<CaseRow[]> {
  let query = cases(tx)
  if (filter.state === 'open') query = query.where(sql<boolean>`not ${isConcluded(tx)}`)
  if (filter.state === 'referred') query = query.where(isReferred(tx))
  if (filter.state === 'concluded') query = query.where(isConcluded(tx)).where(sql<boolean>`not ${isReferred(tx)}`)
  if (filter.organisationId) query = query.where('c.organisation_id', '=', filter.organisationId)
  if (filter.groupId) query = query.where('c.group_id', '=', filter.groupId)
  if (filter.ownerId)
    query = query.where(
      sql<boolean>`${filter.ownerId} = (select o.person_id from integrity.case_owners o
        where o.district = ${tx.district} and o.case_id = c.id order by o.nth desc limit 1)`,
    )
  if (page.after) query = query.where('c.id', '<', page.after)
  return (await query.orderBy('c.id', 'desc').limit(page.limit).execute()).map(caseOf)
}

/** The open case that a check has opened about a group. */
export async function findOpenCase(tx: Tx, groupId: string, checkId: string): Promise<CaseRow | undefined> {
  const row = await cases(tx)
    .where('c.group_id', '=', groupId)
    .where('c.check_id', '=', checkId)
    .where(sql<boolean>`not ${isConcluded(tx)}`)
    .orderBy('c.id')
    .executeTakeFirst()
  return row && caseOf(row)
}
