import { sql } from 'kysely'
import { placeOf, type Vault } from '../../platform/crypto/public.ts'
import type { Tx } from '../../platform/db/public.ts'
import { maskIdentity, maskName, maskPhone } from '../values/public.ts'

/** A person as an office names them. The identity number is valid and normalised (values' rules have seen it). */
export type PersonGiven = {
  readonly id: string
  readonly name: string
  readonly identityNumber: string
  readonly sex: 'M' | 'F'
  readonly birthDate: string
  readonly phone: string | null
}

/** A person as everybody may see them: masked. */
export type PersonShown = {
  readonly id: string
  readonly maskedName: string
  readonly maskedIdentity: string
  readonly sex: 'M' | 'F'
  readonly birthDate: string
}

const identityPlace = (district: number, id: string) => placeOf('people.persons.identity_sealed', district, id)
const phonePlace = (district: number, id: string) => placeOf('people.persons.phone_sealed', district, id)
const accountPlace = (district: number, id: string) => placeOf('people.bank_accounts.account_sealed', district, id)

/** The keyed hash that a phone is looked up by. */
export const phoneLookup = (vault: Vault, phone: string): Buffer => vault.lookup('people.phone', phone)

/**
 * Saves persons in one statement. Somebody already known by identity number keeps their record as it is: an upload says
 * who is on it, never who somebody is. `toldBy` is the upload that tells of them; null where an office registers them.
 * Returns the id of each identity number given.
 */
export async function savePersons(
  tx: Tx,
  vault: Vault,
  persons: readonly PersonGiven[],
  toldBy: string | null = null,
): Promise<Map<string, string>> {
  const known = await findPersonIds(
    tx,
    vault,
    persons.map((person) => person.identityNumber),
  )
  const strangers = persons.filter((person) => !known.has(person.identityNumber))
  if (strangers.length === 0) return known
  await tx.db
    .insertInto('people.persons')
    .values(
      strangers.map(({ id, name, identityNumber, sex, birthDate, phone }) => ({
        district: tx.district,
        id,
        name,
        identity_sealed: vault.seal(identityPlace(tx.district, id), identityNumber),
        identity_lookup: vault.lookup('people.identity', identityNumber),
        identity_masked: maskIdentity(identityNumber),
        sex,
        birth_date: birthDate,
        phone_sealed: phone === null ? null : vault.seal(phonePlace(tx.district, id), phone),
        phone_masked: phone === null ? null : maskPhone(phone),
        phone_lookup: phone === null ? null : phoneLookup(vault, phone),
        told_by: toldBy,
      })),
    )
    // Somebody else may have saved them since; then theirs stands.
    .onConflict((conflict) => conflict.columns(['district', 'identity_lookup']).doNothing())
    .execute()
  const saved = await findPersonIds(
    tx,
    vault,
    strangers.map((person) => person.identityNumber),
  )
  return new Map([...known, ...saved])
}

/** Ids of the persons with these identity numbers who are known in this district. */
export async function findPersonIds(
  tx: Tx,
  vault: Vault,
  identityNumbers: readonly string[],
): Promise<Map<string, string>> {
  if (identityNumbers.length === 0) return new Map()
  const numberByLookup = new Map(
    identityNumbers.map((number) => [vault.lookup('people.identity', number).toString('hex'), number]),
  )
  const rows = await tx.db
    .selectFrom('people.persons')
    .select(['id', 'identity_lookup'])
    .where('district', '=', tx.district)
    .where(
      'identity_lookup',
      'in',
      [...numberByLookup.keys()].map((hex) => Buffer.from(hex, 'hex')),
    )
    .execute()
  return new Map(rows.map((row) => [numberByLookup.get(row.identity_lookup.toString('hex'))!, row.id]))
}

/** The persons known in this district by these keyed hashes, by the hash as hexadecimal. */
export async function findPersonIdsByLookup(tx: Tx, lookups: readonly Buffer[]): Promise<Map<string, string>> {
  if (lookups.length === 0) return new Map()
  const { rows } = await sql<{ id: string; identity_lookup: Buffer }>`
    select id, identity_lookup from people.persons
    where district = ${tx.district} and identity_lookup = any(${[...lookups]}::bytea[])`.execute(tx.db)
  return new Map(rows.map((row) => [row.identity_lookup.toString('hex'), row.id]))
}

/** The keyed hashes that identity numbers are looked up by, by person; unknown ids are absent. */
export async function listIdentityLookups(tx: Tx, ids: readonly string[]): Promise<Map<string, Buffer>> {
  if (ids.length === 0) return new Map()
  const rows = await tx.db
    .selectFrom('people.persons')
    .select(['id', 'identity_lookup'])
    .where('district', '=', tx.district)
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map(rows.map((row) => [row.id, row.identity_lookup]))
}

/** What of many persons is counted by; null where somebody is not known here, or was emptied. */
export type SexAndBirth = { readonly sex: 'M' | 'F'; readonly birthDate: string }

const EMPTIED = '1900-01-01'

/** Of each of these ids, in their order, by what people are counted: in one text, for tens of thousands at once. */
export async function listSexesAndBirths(tx: Tx, ids: readonly string[]): Promise<(SexAndBirth | null)[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<{ told: string }>`
    select string_agg(coalesce(p.sex || p.birth_date::text, '?'), ',' order by asked.nth) as told
    from unnest(${`{${ids.join(',')}}`}::uuid[]) with ordinality as asked (id, nth)
    left join people.persons p on p.district = ${tx.district} and p.id = asked.id`.execute(tx.db)
  const known = new Map<string, SexAndBirth | null>()
  return (rows[0]?.told ?? '').split(',').map((told) => {
    const had = known.get(told)
    if (had !== undefined) return had
    const birthDate = told.slice(1)
    const found = told === '?' || birthDate === EMPTIED ? null : { sex: told[0] as 'M' | 'F', birthDate }
    known.set(told, found)
    return found
  })
}

/** What two people corrected last of a person, instead of what was first said; null where nobody did. */
const corrected = (tx: Tx, column: 'name' | 'phone_lookup') => sql<string | null>`(
  select v.${sql.ref(column)} from people.corrected_values v
  where v.district = ${tx.district} and v.person_id = people.persons.id and v.${sql.ref(column)} is not null
  order by v.id desc limit 1)`

/** Persons by id, masked; unknown ids are absent. */
export async function listPersons(tx: Tx, ids: readonly string[]): Promise<Map<string, PersonShown>> {
  if (ids.length === 0) return new Map()
  const rows = await tx.db
    .selectFrom('people.persons')
    .select(['id', 'name', 'identity_masked', 'sex', 'birth_date'])
    .select(corrected(tx, 'name').as('corrected'))
    .where('district', '=', tx.district)
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map(
    rows.map((row) => [
      row.id,
      {
        id: row.id,
        maskedName: maskName(row.corrected ?? row.name),
        maskedIdentity: row.identity_masked,
        sex: row.sex as 'M' | 'F',
        birthDate: row.birth_date,
      },
    ]),
  )
}

/** The name of record, as it was first told or two people put it right; and by which upload it came, null where an office registered them. */
export type RecordedName = { readonly name: string; readonly toldBy: string | null }

/** Names of record, in clear, for comparing with what somebody else writes. Never answered to a browser. */
export async function listRecordedNames(tx: Tx, ids: readonly string[]): Promise<Map<string, RecordedName>> {
  if (ids.length === 0) return new Map()
  const rows = await tx.db
    .selectFrom('people.persons')
    .select(['id', 'name', 'told_by'])
    .select(corrected(tx, 'name').as('corrected'))
    .where('district', '=', tx.district)
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map(rows.map((row) => [row.id, { name: row.corrected ?? row.name, toldBy: row.told_by }]))
}

/** Somebody whose number is sealed here, for seeing whether the keys fit; undefined where nobody is known yet. */
export async function findAnyPersonId(tx: Tx): Promise<string | undefined> {
  const row = await tx.db
    .selectFrom('people.persons')
    .select('id')
    .where('district', '=', tx.district)
    .limit(1)
    .executeTakeFirst()
  return row?.id
}

/** Identity numbers in clear, for checking a sheet against the people of a class; who was emptied is absent. Never answered to a browser. */
export async function openIdentityNumbers(tx: Tx, vault: Vault, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await tx.db
    .selectFrom('people.persons')
    .select(['id', 'identity_sealed'])
    .where('district', '=', tx.district)
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map(
    rows.flatMap((row) =>
      row.identity_sealed.length === 0
        ? []
        : [[row.id, vault.openText(identityPlace(tx.district, row.id), row.identity_sealed)] as const],
    ),
  )
}

/**
 * Locks persons, in id order, so that two transactions that touch the same people take turns. The application may lock
 * them because it may write their district, which the fence holds to what it is; nothing else of a person can change.
 */
export async function lockPersons(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await sql`select 1 from people.persons where district = ${tx.district} and id = any(${[...new Set(ids)]}::uuid[]) order by id for no key update`.execute(
    tx.db,
  )
}

/** An account money can go to. `accountNumber` is normalised digits. */
export type BankAccountGiven = {
  readonly id: string
  readonly personId: string
  readonly holderName: string
  readonly accountNumber: string
  readonly bankName: string
}

/**
 * Saves accounts in one statement. A row is never changed: the same number under another holder's name or at another
 * bank is another row, and what was given before keeps its row. Returns ids by `bankAccountKey`.
 */
export async function saveBankAccounts(
  tx: Tx,
  vault: Vault,
  accounts: readonly BankAccountGiven[],
): Promise<Map<string, string>> {
  if (accounts.length === 0) return new Map()
  const lookupOf = (account: BankAccountGiven) => vault.lookup('people.bank-account', account.accountNumber)
  await tx.db
    .insertInto('people.bank_accounts')
    .values(
      accounts.map((account) => ({
        district: tx.district,
        id: account.id,
        person_id: account.personId,
        holder_name: account.holderName,
        account_sealed: vault.seal(accountPlace(tx.district, account.id), account.accountNumber),
        account_lookup: lookupOf(account),
        account_tail: account.accountNumber.slice(-4),
        bank_name: account.bankName,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['district', 'person_id', 'account_lookup', 'holder_name', 'bank_name']).doNothing(),
    )
    .execute()
  const rows = await tx.db
    .selectFrom('people.bank_accounts')
    .select(['id', 'person_id', 'account_lookup', 'holder_name', 'bank_name'])
    .where('district', '=', tx.district)
    .where(
      'person_id',
      'in',
      accounts.map((account) => account.personId),
    )
    .execute()
  const rowKey = (personId: string, lookup: Buffer, holderName: string, bankName: string) =>
    JSON.stringify([personId, lookup.toString('hex'), holderName, bankName])
  const idOf = new Map(
    rows.map((row) => [rowKey(row.person_id, row.account_lookup, row.holder_name, row.bank_name), row.id]),
  )
  return new Map(
    accounts.map((account) => {
      const { personId, holderName, bankName } = account
      return [bankAccountKey(account), idOf.get(rowKey(personId, lookupOf(account), holderName, bankName))!]
    }),
  )
}

/** How `saveBankAccounts` names what it returns. */
export function bankAccountKey(account: Omit<BankAccountGiven, 'id'>): string {
  return JSON.stringify([account.personId, account.accountNumber, account.holderName, account.bankName])
}

/**
 * Under which name an account is held: as it was given; where that was a name of its holder that two people put right
 * since, under the corrected one.
 */
const heldUnder = (tx: Tx) => sql<string>`coalesce((
  select v.name from people.corrected_values v
  where v.district = ${tx.district} and v.person_id = people.bank_accounts.person_id and v.name is not null
    and (exists (select 1 from people.persons p where p.district = ${tx.district}
        and p.id = people.bank_accounts.person_id and p.name = people.bank_accounts.holder_name)
      or exists (select 1 from people.corrected_values w where w.district = ${tx.district}
        and w.person_id = people.bank_accounts.person_id and w.name = people.bank_accounts.holder_name))
  order by v.id desc limit 1), people.bank_accounts.holder_name)`

export type BankAccountShown = {
  readonly id: string
  readonly personId: string
  readonly maskedHolder: string
  readonly tail: string
  readonly bankName: string
}

/** Accounts by id, masked. */
export async function listBankAccounts(tx: Tx, ids: readonly string[]): Promise<Map<string, BankAccountShown>> {
  if (ids.length === 0) return new Map()
  const rows = await tx.db
    .selectFrom('people.bank_accounts')
    .select(['id', 'person_id', 'account_tail', 'bank_name'])
    .select(heldUnder(tx).as('holder_name'))
    .where('district', '=', tx.district)
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map(
    rows.map((row) => [
      row.id,
      {
        id: row.id,
        personId: row.person_id,
        maskedHolder: maskName(row.holder_name),
        tail: row.account_tail,
        bankName: row.bank_name,
      },
    ]),
  )
}

/** Full names of accounts' holders by account id, for what leaves to a bank or is printed on an official form. */
export async function listHolderNames(tx: Tx, accountIds: readonly string[]): Promise<Map<string, string>> {
  if (accountIds.length === 0) return new Map()
  const rows = await tx.db
    .selectFrom('people.bank_accounts')
    .select('id')
    .select(heldUnder(tx).as('holder_name'))
    .where('district', '=', tx.district)
    .where('id', 'in', [...new Set(accountIds)])
    .execute()
  return new Map(rows.map((row) => [row.id, row.holder_name]))
}

/** Accounts in clear, for freezing a payment batch. Never answered to a browser. */
export async function openBankAccounts(
  tx: Tx,
  vault: Vault,
  ids: readonly string[],
): Promise<Map<string, { holderName: string; accountNumber: string; bankName: string; tail: string }>> {
  if (ids.length === 0) return new Map()
  const rows = await tx.db
    .selectFrom('people.bank_accounts')
    .select(['id', 'account_sealed', 'account_tail', 'bank_name'])
    .select(heldUnder(tx).as('holder_name'))
    .where('district', '=', tx.district)
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map(
    rows.map((row) => [
      row.id,
      {
        holderName: row.holder_name,
        accountNumber: vault.openText(accountPlace(tx.district, row.id), row.account_sealed),
        bankName: row.bank_name,
        tail: row.account_tail,
      },
    ]),
  )
}

/** Who else has each of these accounts on record, by its number; accounts of one person alone are absent. */
export async function listAccountSharers(tx: Tx, accountIds: readonly string[]): Promise<Map<string, string[]>> {
  if (accountIds.length === 0) return new Map()
  const { rows } = await sql<{ id: string; people: string[] }>`
    select a.id, array_agg(distinct o.person_id) as people
    from people.bank_accounts a
    join people.bank_accounts o
      on o.district = a.district and o.account_lookup = a.account_lookup and o.person_id <> a.person_id
    where a.district = ${tx.district} and a.id = any(${[...new Set(accountIds)]}::uuid[])
    group by a.id`.execute(tx.db)
  return new Map(rows.map((row) => [row.id, row.people]))
}

export type Organisation = {
  readonly id: string
  readonly kind: 'provider' | 'employer' | 'department'
  readonly name: string
  readonly uscc: string | null
}

export async function saveOrganisation(tx: Tx, organisation: Organisation): Promise<void> {
  await tx.db
    .insertInto('people.organisations')
    .values({ district: tx.district, ...organisation })
    .execute()
}

const organisations = (tx: Tx) =>
  tx.db.selectFrom('people.organisations').select(['id', 'kind', 'name', 'uscc']).where('district', '=', tx.district)

export async function listOrganisations(tx: Tx, kind: Organisation['kind']): Promise<Organisation[]> {
  return (await organisations(tx).where('kind', '=', kind).orderBy('name').limit(500).execute()) as Organisation[]
}

export async function hasOrganisationNamed(tx: Tx, name: string): Promise<boolean> {
  return (await organisations(tx).where('name', '=', name).executeTakeFirst()) !== undefined
}

export async function findOrganisation(tx: Tx, id: string): Promise<Organisation | undefined> {
  return (await organisations(tx).where('id', '=', id).executeTakeFirst()) as Organisation | undefined
}

/** The credit codes of organisations by id. */
export async function listUsccs(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await organisations(tx)
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map(rows.flatMap((row) => (row.uscc === null ? [] : [[row.id, row.uscc]])))
}

/** Names of organisations by id. */
export async function listOrganisationNames(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await organisations(tx)
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map(rows.map((row) => [row.id, row.name]))
}

/** The phone of a person in clear, for a message to them: the one two people put right last, else the first. Never answered to a browser. */
export async function findPhone(tx: Tx, vault: Vault, personId: string): Promise<string | undefined> {
  const put = await tx.db
    .selectFrom('people.corrected_values')
    .select(['id', 'phone_sealed'])
    .where('district', '=', tx.district)
    .where('person_id', '=', personId)
    .where('phone_sealed', 'is not', null)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (put?.phone_sealed)
    return vault.openText(placeOf('people.corrected_values.phone_sealed', tx.district, put.id), put.phone_sealed)
  const row = await tx.db
    .selectFrom('people.persons')
    .select('phone_sealed')
    .where('district', '=', tx.district)
    .where('id', '=', personId)
    .executeTakeFirst()
  return row?.phone_sealed ? vault.openText(phonePlace(tx.district, personId), row.phone_sealed) : undefined
}

/** Whoever is reached by this phone, masked: several where a family shares one. The oldest record first. */
export async function listPersonsByPhone(tx: Tx, lookup: Buffer): Promise<PersonShown[]> {
  const { rows } = await sql<{ id: string }>`
    select id from people.persons
    where district = ${tx.district} and (phone_lookup = ${lookup} or id in (
        select v.person_id from people.corrected_values v where v.district = ${tx.district} and v.phone_lookup = ${lookup}))
      and coalesce(${corrected(tx, 'phone_lookup')}, phone_lookup) = ${lookup}
    order by id limit 20`.execute(tx.db)
  const persons = await listPersons(
    tx,
    rows.map((row) => row.id),
  )
  return rows.flatMap(({ id }) => persons.get(id) ?? [])
}

const INDEXED_AT_ONCE = 200

/** Makes phones of before findable, a batch at a time; whether there may be more of them. */
export async function indexPhones(tx: Tx, vault: Vault): Promise<boolean> {
  const { rows } = await sql<{ id: string; phone_sealed: Buffer }>`
    select id, phone_sealed from people.persons
    where district = ${tx.district} and phone_sealed is not null and phone_lookup is null
    order by id limit ${INDEXED_AT_ONCE}`.execute(tx.db)
  for (const { id, phone_sealed: sealed } of rows) {
    await tx.db
      .updateTable('people.persons')
      .set({ phone_lookup: phoneLookup(vault, vault.openText(phonePlace(tx.district, id), sealed)) })
      .where('district', '=', tx.district)
      .where('id', '=', id)
      .execute()
  }
  return rows.length === INDEXED_AT_ONCE
}

/** Whether two people have one telephone. */
export async function shareAPhone(tx: Tx, personId: string, otherId: string): Promise<boolean> {
  const { rows } = await sql`
    select 1 from people.persons a
    join people.persons b on b.district = a.district and b.phone_lookup = a.phone_lookup
    where a.district = ${tx.district} and a.id = ${personId} and b.id = ${otherId}`.execute(tx.db)
  return rows.length > 0
}
