import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/public.ts'
import type { Role } from '../rules.ts'
import { lastDayOf } from '../store.ts'
import type { AccountState } from './rules.ts'

export type GrantRow = {
  readonly id: string
  readonly accountId: string
  readonly role: Role
  readonly from: string
  readonly to: string | null
  readonly reason: string
  readonly grantedAccountId: string | null
  readonly at: Date
  readonly ended: { readonly lastDay: string; readonly reason: string; readonly accountId: string } | null
}

/** Every role an account was ever given, the oldest first. */
export async function listGrants(tx: Tx, accountId: string): Promise<GrantRow[]> {
  const rows = await tx.db
    .selectFrom('access.role_grants as g')
    .leftJoin('access.role_ends as e', (join) =>
      join.onRef('e.district', '=', 'g.district').onRef('e.grant_id', '=', 'g.id'),
    )
    .selectAll('g')
    .select(['e.last_day', 'e.reason as end_reason', 'e.account_id as ended_by'])
    .where('g.district', '=', tx.district)
    .where('g.account_id', '=', accountId)
    .orderBy('g.recorded_at')
    .orderBy('g.id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    accountId: row.account_id,
    role: row.role as Role,
    from: row.from_day,
    to: row.to_day,
    reason: row.reason,
    grantedAccountId: row.granted_account_id,
    at: row.recorded_at,
    ended:
      row.last_day === null
        ? null
        : { lastDay: row.last_day, reason: row.end_reason ?? '', accountId: row.ended_by ?? '' },
  }))
}

export async function insertGrant(
  tx: Tx,
  grant: {
    id: string
    accountId: string
    personId: string
    ofOrganisation: boolean
    role: Role
    from: string
    to: string | null
    reason: string
    by: { personId: string; accountId: string }
  },
): Promise<void> {
  await tx.db
    .insertInto('access.role_grants')
    .values({
      district: tx.district,
      id: grant.id,
      account_id: grant.accountId,
      person_id: grant.personId,
      of_organisation: grant.ofOrganisation,
      role: grant.role,
      from_day: grant.from,
      to_day: grant.to,
      reason: grant.reason,
      granted_by: grant.by.personId,
      granted_account_id: grant.by.accountId,
    })
    .execute()
}

export async function insertRoleEnd(
  tx: Tx,
  end: { grantId: string; lastDay: string; reason: string; by: { personId: string; accountId: string } },
): Promise<void> {
  await tx.db
    .insertInto('access.role_ends')
    .values({
      district: tx.district,
      grant_id: end.grantId,
      last_day: end.lastDay,
      reason: end.reason,
      person_id: end.by.personId,
      account_id: end.by.accountId,
    })
    .execute()
}

const inForceOn = (on: string) => sql<boolean>`g.from_day <= ${on}::date
  and coalesce(g.to_day, 'infinity') >= ${on}::date and coalesce(e.last_day, 'infinity') >= ${on}::date`

/** The accounts in use that hold a role on a day. */
export async function listHolders(tx: Tx, role: Role, on: string): Promise<{ accountId: string; personId: string }[]> {
  const { rows } = await sql<{ accountId: string; personId: string }>`
    select distinct a.id as "accountId", a.person_id as "personId"
    from access.accounts a
    join access.role_grants g on g.district = a.district and g.account_id = a.id and g.role = ${role}
    left join access.role_ends e on e.district = g.district and e.grant_id = g.id
    where a.district = ${tx.district} and ${inForceOn(on)} and coalesce(${lastDayOf}, 'infinity'::date) >= ${on}::date
    order by 1`.execute(tx.db)
  return rows
}

export type AccountFilter = {
  readonly id?: string | undefined
  readonly state?: AccountState | undefined
  readonly role?: Role | undefined
  readonly organisationId?: string | undefined
  readonly search?: string | undefined
}

/** One page of accounts' ids with how they stand, by name. */
export async function listAccountIds(
  tx: Tx,
  filter: AccountFilter,
  page: { after?: string | undefined; limit: number; today: string },
): Promise<{ id: string; name: string; state: AccountState; lastSignedInAt: Date | null }[]> {
  const { id: only, state, role, organisationId, search } = filter
  const holdsAny = (which: string | undefined) => sql<boolean>`exists (select 1 from access.role_grants g
    left join access.role_ends e on e.district = g.district and e.grant_id = g.id
    where g.district = a.district and g.account_id = a.id and ${inForceOn(page.today)}
      ${which === undefined ? sql`` : sql`and g.role = ${which}`})`
  const { rows } = await sql<{ id: string; name: string; state: AccountState; last: Date | null }>`
    select * from (
      select a.id, a.name,
        case when coalesce(${lastDayOf}, 'infinity'::date) < ${page.today}::date then 'left'
          when a.password_hash is null and not exists (select 1 from access.passwords p
            where p.district = a.district and p.account_id = a.id) then 'invited'
          when not ${holdsAny(undefined)} then 'without-role' else 'active' end as state,
        (select max(s.started_at) from access.sessions s where s.district = a.district and s.account_id = a.id) as last
      from access.accounts a
      where a.district = ${tx.district}
        ${only === undefined ? sql`` : sql`and a.id = ${only}`}
        ${organisationId === undefined ? sql`` : sql`and a.organisation_id = ${organisationId}`}
        ${search ? sql`and position(lower(${search}) in lower(a.name)) > 0` : sql``}
        ${role === undefined ? sql`` : sql`and ${holdsAny(role)}`}
        ${page.after === undefined ? sql`` : sql`and a.name > ${page.after}`}
    ) found
    ${state === undefined ? sql`` : sql`where state = ${state}`}
    order by name limit ${page.limit}`.execute(tx.db)
  return rows.map(({ id, name, state: stands, last }) => ({ id, name, state: stands, lastSignedInAt: last }))
}

/** Every account of a natural person. */
export async function listAccountsOfPerson(tx: Tx, personId: string): Promise<string[]> {
  const rows = await tx.db
    .selectFrom('access.accounts')
    .select('id')
    .where('district', '=', tx.district)
    .where('person_id', '=', personId)
    .orderBy('id')
    .execute()
  return rows.map(({ id }) => id)
}

export async function insertInvitation(
  tx: Tx,
  row: {
    id: string
    accountId: string
    tokenSha256: Buffer
    expiresAt: Date
    by: { personId: string; accountId: string }
  },
): Promise<void> {
  await tx.db
    .insertInto('access.invitations')
    .values({
      district: tx.district,
      id: row.id,
      account_id: row.accountId,
      token_sha256: row.tokenSha256,
      expires_at: row.expiresAt,
      invited_by: row.by.personId,
      invited_account_id: row.by.accountId,
    })
    .execute()
}

const openInvitations = (tx: Tx) =>
  tx.db
    .selectFrom('access.invitations')
    .select(['id', 'account_id as accountId', 'expires_at as expiresAt', 'invited_by as invitedBy'])
    .where('district', '=', tx.district)
    .where('used_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .where('expires_at', '>', new Date())

type Invitation = { id: string; accountId: string; expiresAt: Date }

/** The invitation that a link opens, while it is good. Real time. */
export async function findInvitation(tx: Tx, tokenSha256: Buffer): Promise<Invitation | undefined> {
  return openInvitations(tx).where('token_sha256', '=', tokenSha256).executeTakeFirst()
}

export async function findOpenInvitation(tx: Tx, accountId: string): Promise<Invitation | undefined> {
  return openInvitations(tx).where('account_id', '=', accountId).orderBy('id', 'desc').executeTakeFirst()
}

/** Uses an invitation; false where somebody else has just used it. */
export async function useInvitation(tx: Tx, id: string): Promise<boolean> {
  const { numUpdatedRows } = await tx.db
    .updateTable('access.invitations')
    .set({ used_at: new Date() })
    .where('district', '=', tx.district)
    .where('id', '=', id)
    .where('used_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

/** Withdraws whatever links an account still has; how many there were. */
export async function withdrawInvitations(tx: Tx, accountId: string): Promise<number> {
  const { numUpdatedRows } = await tx.db
    .updateTable('access.invitations')
    .set({ withdrawn_at: new Date() })
    .where('district', '=', tx.district)
    .where('account_id', '=', accountId)
    .where('used_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(numUpdatedRows)
}

export type HandOverRow = {
  readonly id: string
  readonly accountId: string
  readonly successorAccountId: string | null
  readonly leaves: boolean
  readonly reason: string
  readonly handedAccountId: string
  readonly at: Date
}

export async function insertHandOver(
  tx: Tx,
  row: Omit<HandOverRow, 'at' | 'handedAccountId'> & { work: unknown; by: { personId: string; accountId: string } },
): Promise<void> {
  await tx.db
    .insertInto('access.hand_overs')
    .values({
      district: tx.district,
      id: row.id,
      account_id: row.accountId,
      successor_account_id: row.successorAccountId,
      leaves: row.leaves,
      reason: row.reason,
      work: JSON.stringify(row.work),
      person_id: row.by.personId,
      handed_account_id: row.by.accountId,
    })
    .execute()
}

export async function listHandOvers(tx: Tx, accountId: string): Promise<HandOverRow[]> {
  const rows = await tx.db
    .selectFrom('access.hand_overs')
    .selectAll()
    .where('district', '=', tx.district)
    .where('account_id', '=', accountId)
    .orderBy('recorded_at', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    accountId: row.account_id,
    successorAccountId: row.successor_account_id,
    leaves: row.leaves,
    reason: row.reason,
    handedAccountId: row.handed_account_id,
    at: row.recorded_at,
  }))
}
