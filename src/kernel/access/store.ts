import { sql } from 'kysely'
import type { Tx } from '../../platform/db/public.ts'
import { civilDateOf, newId } from '../values/public.ts'
import { type Role, ROLES } from './rules.ts'

export type Account = {
  readonly id: string
  readonly name: string
  readonly personId: string
  readonly organisationId: string | null
  /** Those in force today (real time); as an account is opened, those it is opened with. */
  readonly roles: readonly Role[]
  /** What the account was opened with; a password that was set since counts instead (`passwords/`). Null for an invited one. */
  readonly passwordHash: string | null
  readonly activeFrom: string
  /** Its last day: the one before its person left, where they left. */
  readonly activeTo: string | null
}

/** The last day of an account `a`, where it has one. */
export const lastDayOf = sql<string | null>`least(a.active_to, (
  select min((h.recorded_at at time zone 'Asia/Shanghai')::date - 1) from access.hand_overs h
  where h.district = a.district and h.account_id = a.id and h.leaves))`

/** The roles of an account `a`: those in force on a day, and where there are none, all that it ever had. */
const rolesOf = (on: string) => sql<{ role: string; counts: boolean }[]>`coalesce((
  select jsonb_agg(jsonb_build_object('role', g.role, 'counts',
    g.from_day <= ${on}::date and coalesce(g.to_day, 'infinity') >= ${on}::date and coalesce(e.last_day, 'infinity') >= ${on}::date))
  from access.role_grants g
  left join access.role_ends e on e.district = g.district and e.grant_id = g.id
  where g.district = a.district and g.account_id = a.id), '[]')`

/** In the order in which roles are told. */
const ordered = (roles: readonly string[]): Role[] =>
  (Object.keys(ROLES) as Role[]).filter((role) => roles.includes(role))
const inForce = (held: readonly { role: string; counts: boolean }[]): Role[] =>
  ordered(held.filter(({ counts }) => counts).map(({ role }) => role))

const accounts = (tx: Tx, on: string = civilDateOf(new Date())) =>
  tx.db
    .selectFrom('access.accounts as a')
    .selectAll('a')
    .select([rolesOf(on).as('held'), lastDayOf.as('last_day')])
    .where('a.district', '=', tx.district)

const isActive = (on: string) => sql<boolean>`coalesce(${lastDayOf}, 'infinity'::date) >= ${on}::date`

const postsOf = (held: readonly { role: string; counts: boolean }[]): Role[] => {
  const now = inForce(held)
  return now.length > 0 ? now : ordered(held.map(({ role }) => role))
}

const accountOf = (row: Awaited<ReturnType<ReturnType<typeof accounts>['execute']>>[number]): Account => ({
  id: row.id,
  name: row.name,
  personId: row.person_id,
  organisationId: row.organisation_id,
  roles: inForce(row.held),
  passwordHash: row.password_hash,
  activeFrom: row.active_from,
  activeTo: row.last_day,
})

export async function findAccountByName(tx: Tx, name: string): Promise<Account | undefined> {
  const row = await accounts(tx).where('a.name', '=', name).executeTakeFirst()
  return row && accountOf(row)
}

export async function getAccount(tx: Tx, id: string): Promise<Account> {
  return accountOf(await accounts(tx).where('a.id', '=', id).executeTakeFirstOrThrow())
}

export async function findAccount(tx: Tx, id: string): Promise<Account | undefined> {
  const row = await accounts(tx).where('a.id', '=', id).executeTakeFirst()
  return row && accountOf(row)
}

/** Who was invited and has set no password yet is nobody who could do anything. */
const hasPassword = sql<boolean>`(a.password_hash is not null or exists (select 1 from access.passwords p
  where p.district = a.district and p.account_id = a.id))`

/** The bureau's own accounts that are active on a day, by id. */
export async function listBureauAccounts(tx: Tx, on: string): Promise<Account[]> {
  const rows = await accounts(tx, on)
    .where('a.organisation_id', 'is', null)
    .where('a.active_from', '<=', on)
    .where(isActive(on))
    .where(hasPassword)
    .orderBy('a.id')
    .execute()
  return rows.map(accountOf)
}

/** All accounts, by name: the way into a demonstration. */
export async function listAccounts(tx: Tx): Promise<Account[]> {
  return (await accounts(tx).orderBy('a.id').limit(200).execute()).map(accountOf)
}

/** Accounts by id; unknown ids are absent. */
export async function listAccountsById(tx: Tx, ids: readonly string[]): Promise<Map<string, Account>> {
  if (ids.length === 0) return new Map()
  const rows = await accounts(tx)
    .where('a.id', 'in', [...new Set(ids)])
    .execute()
  return new Map(rows.map((row) => [row.id, accountOf(row)]))
}

/** Roles of accounts by id, for saying the post of who did something: of who has none any more, those they had. */
export async function listRolesOf(tx: Tx, accountIds: readonly string[]): Promise<Map<string, readonly Role[]>> {
  if (accountIds.length === 0) return new Map()
  const rows = await accounts(tx)
    .where('a.id', 'in', [...new Set(accountIds)])
    .execute()
  return new Map(rows.map((row) => [row.id, postsOf(row.held)]))
}

/** The organisations at which a natural person has an account that is active on a day, whatever they sign in with. */
export async function listOrganisationsOf(tx: Tx, personId: string, on: string): Promise<string[]> {
  const rows = await tx.db
    .selectFrom('access.accounts as a')
    .select('a.organisation_id')
    .distinct()
    .where('a.district', '=', tx.district)
    .where('a.person_id', '=', personId)
    .where('a.organisation_id', 'is not', null)
    .where('a.active_from', '<=', on)
    .where(isActive(on))
    .execute()
  return rows.flatMap((row) => row.organisation_id ?? [])
}

/** The same for several people at once, by person; who has none is absent. */
export async function listOrganisationsOfPeople(
  tx: Tx,
  personIds: readonly string[],
  on: string,
): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>()
  if (personIds.length === 0) return found
  const rows = await tx.db
    .selectFrom('access.accounts as a')
    .select(['a.person_id', 'a.organisation_id'])
    .distinct()
    .where('a.district', '=', tx.district)
    .where('a.person_id', 'in', [...new Set(personIds)])
    .where('a.organisation_id', 'is not', null)
    .where('a.active_from', '<=', on)
    .where(isActive(on))
    .execute()
  for (const { person_id: person, organisation_id: organisation } of rows)
    if (person && organisation) found.set(person, [...(found.get(person) ?? []), organisation])
  return found
}

/** Opens an account with the roles it says, from its first day on. */
export async function insertAccount(tx: Tx, account: Account): Promise<void> {
  await tx.db
    .insertInto('access.accounts')
    .values({
      district: tx.district,
      id: account.id,
      name: account.name,
      person_id: account.personId,
      organisation_id: account.organisationId,
      roles: [...account.roles],
      password_hash: account.passwordHash,
      active_from: account.activeFrom,
      active_to: account.activeTo,
    })
    .execute()
  if (account.roles.length === 0) return
  await tx.db
    .insertInto('access.role_grants')
    .values(
      account.roles.map((role) => ({
        district: tx.district,
        id: newId(),
        account_id: account.id,
        person_id: account.personId,
        of_organisation: account.organisationId !== null,
        role,
        from_day: account.activeFrom,
        to_day: account.activeTo,
        reason: '开户',
      })),
    )
    .execute()
}

export type SessionActor = {
  readonly accountId: string
  readonly personId: string
  readonly organisationId: string | null
  readonly roles: readonly Role[]
}

/** A session as it is asked in. */
export type OpenSession = { readonly id: string; readonly secondFactorAt: Date | null; readonly seenAt: Date }

/**
 * Whose session it is, if it is still open, was asked in since `seenSince`, and the account is still active. Real time,
 * not business time.
 */
export async function findSessionActor(
  tx: Tx,
  tokenSha256: Buffer,
  { today, seenSince }: { today: string; seenSince: Date },
): Promise<(SessionActor & { readonly session: OpenSession }) | undefined> {
  const row = await tx.db
    .selectFrom('access.sessions as s')
    .innerJoin('access.accounts as a', (join) =>
      join.onRef('a.district', '=', 's.district').onRef('a.id', '=', 's.account_id'),
    )
    .select([
      'a.id',
      'a.person_id',
      'a.organisation_id',
      rolesOf(today).as('held'),
      's.id as session',
      's.second_factor_at',
      's.seen_at',
    ])
    .where('s.district', '=', tx.district)
    .where('s.token_sha256', '=', tokenSha256)
    .where('s.ended_at', 'is', null)
    .where('s.expires_at', '>', new Date())
    .where('s.seen_at', '>', seenSince)
    .where(isActive(today))
    .executeTakeFirst()
  return (
    row && {
      accountId: row.id,
      personId: row.person_id,
      organisationId: row.organisation_id,
      roles: inForce(row.held),
      session: { id: row.session, secondFactorAt: row.second_factor_at, seenAt: row.seen_at },
    }
  )
}

const SWEPT_AFTER_DAYS = 30
const SWEPT_AT_ONCE = 500

/** Deletes a batch of sessions that expired long ago; whether there may be more of them. Real time. */
export async function sweepSessions(tx: Tx): Promise<boolean> {
  const { numAffectedRows } = await sql`
    delete from access.sessions
    where district = ${tx.district} and token_sha256 in (
      select token_sha256 from access.sessions
      where district = ${tx.district} and expires_at < now() - make_interval(days => ${SWEPT_AFTER_DAYS})
      order by expires_at limit ${SWEPT_AT_ONCE} for update skip locked)`.execute(tx.db)
  await sql`
    delete from access.sign_ins where district = ${tx.district} and expires_at < now() - interval '1 day'`.execute(
    tx.db,
  )
  return Number(numAffectedRows ?? 0n) >= SWEPT_AT_ONCE
}
