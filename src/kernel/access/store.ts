import { sql } from 'kysely'
import type { Tx } from '../../platform/db/public.ts'
import type { Role } from './permissions.ts'

export type Account = {
  readonly id: string
  readonly name: string
  readonly personId: string
  readonly organisationId: string | null
  readonly roles: readonly Role[]
  /** What the account was opened with; a password that was set since counts instead (`passwords/`). Null for an invited one. */
  readonly passwordHash: string | null
  readonly activeFrom: string
  readonly activeTo: string | null
}

const accounts = (tx: Tx) => tx.db.selectFrom('access.accounts').selectAll().where('district', '=', tx.district)

const accountOf = (row: Awaited<ReturnType<ReturnType<typeof accounts>['execute']>>[number]): Account => ({
  id: row.id,
  name: row.name,
  personId: row.person_id,
  organisationId: row.organisation_id,
  roles: row.roles as Role[],
  passwordHash: row.password_hash,
  activeFrom: row.active_from,
  activeTo: row.active_to,
})

export async function findAccountByName(tx: Tx, name: string): Promise<Account | undefined> {
  const row = await accounts(tx).where('name', '=', name).executeTakeFirst()
  return row && accountOf(row)
}

export async function getAccount(tx: Tx, id: string): Promise<Account> {
  return accountOf(await accounts(tx).where('id', '=', id).executeTakeFirstOrThrow())
}

export async function findAccount(tx: Tx, id: string): Promise<Account | undefined> {
  const row = await accounts(tx).where('id', '=', id).executeTakeFirst()
  return row && accountOf(row)
}

/** The bureau's own accounts that are active on a day, by id. */
export async function listBureauAccounts(tx: Tx, on: string): Promise<Account[]> {
  const rows = await accounts(tx)
    .where('organisation_id', 'is', null)
    .where('active_from', '<=', on)
    .where((where) => where.or([where('active_to', 'is', null), where('active_to', '>=', on)]))
    .orderBy('id')
    .execute()
  return rows.map(accountOf)
}

/** All accounts, by name: the way into a demonstration. */
export async function listAccounts(tx: Tx): Promise<Account[]> {
  return (await accounts(tx).orderBy('id').limit(200).execute()).map(accountOf)
}

/** Accounts by id; unknown ids are absent. */
export async function listAccountsById(tx: Tx, ids: readonly string[]): Promise<Map<string, Account>> {
  if (ids.length === 0) return new Map()
  const rows = await accounts(tx)
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map(rows.map((row) => [row.id, accountOf(row)]))
}

/** Roles of accounts by id, for saying the post of who did something. */
export async function listRolesOf(tx: Tx, accountIds: readonly string[]): Promise<Map<string, readonly Role[]>> {
  if (accountIds.length === 0) return new Map()
  const rows = await accounts(tx)
    .where('id', 'in', [...new Set(accountIds)])
    .execute()
  return new Map(rows.map((row) => [row.id, row.roles as Role[]]))
}

/** The organisations at which a natural person has an account that is active on a day, whatever they sign in with. */
export async function listOrganisationsOf(tx: Tx, personId: string, on: string): Promise<string[]> {
  const rows = await tx.db
    .selectFrom('access.accounts')
    .select('organisation_id')
    .distinct()
    .where('district', '=', tx.district)
    .where('person_id', '=', personId)
    .where('organisation_id', 'is not', null)
    .where('active_from', '<=', on)
    .where((where) => where.or([where('active_to', 'is', null), where('active_to', '>=', on)]))
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
    .selectFrom('access.accounts')
    .select(['person_id', 'organisation_id'])
    .distinct()
    .where('district', '=', tx.district)
    .where('person_id', 'in', [...new Set(personIds)])
    .where('organisation_id', 'is not', null)
    .where('active_from', '<=', on)
    .where((where) => where.or([where('active_to', 'is', null), where('active_to', '>=', on)]))
    .execute()
  for (const { person_id: person, organisation_id: organisation } of rows)
    if (person && organisation) found.set(person, [...(found.get(person) ?? []), organisation])
  return found
}

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
      'a.roles',
      's.id as session',
      's.second_factor_at',
      's.seen_at',
    ])
    .where('s.district', '=', tx.district)
    .where('s.token_sha256', '=', tokenSha256)
    .where('s.ended_at', 'is', null)
    .where('s.expires_at', '>', new Date())
    .where('s.seen_at', '>', seenSince)
    .where((where) => where.or([where('a.active_to', 'is', null), where('a.active_to', '>=', today)]))
    .executeTakeFirst()
  return (
    row && {
      accountId: row.id,
      personId: row.person_id,
      organisationId: row.organisation_id,
      roles: row.roles as Role[],
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
