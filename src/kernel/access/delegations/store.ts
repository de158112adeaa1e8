import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/public.ts'
import { civilDateOf } from '../../values/public.ts'
import type { Role } from '../permissions.ts'
import type { InForce } from './rules.ts'

export type Delegation = {
  readonly id: string
  readonly absentPersonId: string
  readonly deputyPersonId: string
  readonly roles: readonly Role[]
  readonly from: string
  readonly to: string
  readonly reason: string
  readonly personId: string
  readonly accountId: string
  readonly businessAt: Date
  /** Where it ended before its last day: the last on which it counted. */
  readonly ended: { readonly lastDay: string; readonly reason: string } | null
}

export async function insertDelegation(tx: Tx, delegation: Omit<Delegation, 'ended'>): Promise<void> {
  await tx.db
    .insertInto('access.delegations')
    .values({
      district: tx.district,
      id: delegation.id,
      absent_person_id: delegation.absentPersonId,
      deputy_person_id: delegation.deputyPersonId,
      roles: [...delegation.roles],
      from_day: delegation.from,
      to_day: delegation.to,
      reason: delegation.reason,
      person_id: delegation.personId,
      account_id: delegation.accountId,
      business_at: delegation.businessAt,
    })
    .execute()
}

export async function insertDelegationEnd(
  tx: Tx,
  end: {
    delegationId: string
    lastDay: string
    reason: string
    personId: string
    accountId: string
    businessAt: Date
  },
): Promise<void> {
  await tx.db
    .insertInto('access.delegation_ends')
    .values({
      district: tx.district,
      delegation_id: end.delegationId,
      last_day: end.lastDay,
      reason: end.reason,
      person_id: end.personId,
      account_id: end.accountId,
      business_at: end.businessAt,
    })
    .execute()
}

const delegations = (tx: Tx) =>
  tx.db
    .selectFrom('access.delegations as d')
    .leftJoin('access.delegation_ends as e', (join) =>
      join.onRef('e.district', '=', 'd.district').onRef('e.delegation_id', '=', 'd.id'),
    )
    .selectAll('d')
    .select(['e.last_day', 'e.reason as end_reason'])
    .where('d.district', '=', tx.district)

type Row = Awaited<ReturnType<ReturnType<typeof delegations>['executeTakeFirstOrThrow']>>

const delegationOf = (row: Row): Delegation => ({
  id: row.id,
  absentPersonId: row.absent_person_id,
  deputyPersonId: row.deputy_person_id,
  roles: row.roles as Role[],
  from: row.from_day,
  to: row.to_day,
  reason: row.reason,
  personId: row.person_id,
  accountId: row.account_id,
  businessAt: row.business_at,
  ended: row.last_day === null ? null : { lastDay: row.last_day, reason: row.end_reason ?? '' },
})

export async function findDelegation(tx: Tx, id: string): Promise<Delegation | undefined> {
  const row = await delegations(tx).where('d.id', '=', id).executeTakeFirst()
  return row && delegationOf(row)
}

/** One page of all there have been, the newest first. */
export async function listDelegations(
  tx: Tx,
  page: { after?: string | undefined; limit: number },
): Promise<Delegation[]> {
  let query = delegations(tx)
  if (page.after !== undefined) query = query.where('d.id', '<', page.after)
  return (await query.orderBy('d.id', 'desc').limit(page.limit).execute()).map(delegationOf)
}

/** In whose stead a person stands on a day, the earliest first. */
export async function listStandingIn(tx: Tx, deputyPersonId: string, on: string): Promise<InForce[]> {
  const rows = await delegations(tx)
    .where('d.deputy_person_id', '=', deputyPersonId)
    .where('d.from_day', '<=', on)
    .where('d.to_day', '>=', on)
    .where(sql<boolean>`(e.last_day is null or e.last_day >= ${on})`)
    .orderBy('d.id')
    .execute()
  return rows.map(delegationOf)
}

/** All that are in force on a day. */
export async function listInForce(tx: Tx, on: string): Promise<Delegation[]> {
  const rows = await delegations(tx)
    .where('d.from_day', '<=', on)
    .where('d.to_day', '>=', on)
    .where(sql<boolean>`(e.last_day is null or e.last_day >= ${on})`)
    .orderBy('d.id')
    .execute()
  return rows.map(delegationOf)
}

/** Those that have not ended, in which a person is away or stands in; on the platform's own day. */
export async function listDelegationsWith(tx: Tx, personId: string): Promise<Delegation[]> {
  const rows = await delegations(tx)
    .where((where) =>
      where.or([where('d.deputy_person_id', '=', personId), where('d.absent_person_id', '=', personId)]),
    )
    .where('d.to_day', '>=', civilDateOf(tx.now))
    .where('e.last_day', 'is', null)
    .orderBy('d.id')
    .execute()
  return rows.map(delegationOf)
}

/** Who is away on one of these days: natural persons, each once. */
export async function listAbsent(tx: Tx, from: string, to: string = from): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct d.absent_person_id as id
    from access.delegations d
    left join access.delegation_ends e on e.district = d.district and e.delegation_id = d.id
    where d.district = ${tx.district} and d.from_day <= ${to} and least(d.to_day, coalesce(e.last_day, d.to_day)) >= ${from}
    order by 1`.execute(tx.db)
  return rows.map((row) => row.id)
}
