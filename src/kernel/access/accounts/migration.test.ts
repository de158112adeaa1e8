import type pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { migrate } from '../../../platform/db/migrate.ts'
import { connect, inDistrict } from '../../../platform/db/public.ts'
import { type RowsBefore, rowsBefore } from '../../../platform/testing/database.ts'
import { newId } from '../../values/public.ts'
import { findAccountByName } from '../store.ts'
import { listGrants } from './store.ts'

const LIANDU = 331102
const QINGTIAN = 331121

let database: RowsBefore
let looker: pg.Client
beforeAll(async () => {
  database = await rowsBefore('202611260320-role-grants.sql')
  looker = database.looker
})
afterAll(() => database.drop())

type Given = { district?: number; roles: string[]; organisation?: boolean; from?: string; to?: string | null }

async function givenAccount(name: string, { district = LIANDU, roles, organisation, from, to = null }: Given) {
  const id = newId()
  await looker.query(
    `insert into access.accounts (district, id, name, person_id, organisation_id, roles, password_hash, active_from, active_to)
     values ($1, $2, $3, $4, $5, $6, 'hash', $7, $8)`,
    [district, id, name, newId(), organisation ? newId() : null, roles, from ?? '2022-01-01', to],
  )
  return id
}

/** A row from before a constraint that was added without looking at the rows there were. */
async function beforeItWasRefused<T>(constraint: string, insert: () => Promise<T>): Promise<T> {
  const { rows } = await looker.query('select pg_get_constraintdef(oid) as is from pg_constraint where conname = $1', [
    constraint,
  ])
  await looker.query(`alter table access.accounts drop constraint ${constraint}`)
  const inserted = await insert()
  await looker.query(`alter table access.accounts add constraint ${constraint} ${rows[0].is}`)
  return inserted
}

it('carries the roles of accounts over: each is a grant from the day the account was opened, and counts as it did', async () => {
  const both = await givenAccount('both', { roles: ['clerk', 'finance'] })
  const school = await givenAccount('school', { roles: ['provider'], organisation: true, from: '2022-02-01' })
  const left = await givenAccount('left', { roles: ['reviewer'], to: '2022-06-30' })
  const none = await givenAccount('none', { roles: [] })
  const elsewhere = await givenAccount('elsewhere', { district: QINGTIAN, roles: ['approver'] })
  // What no account could hold by its side, from before that was refused, or on no day, counts for nothing.
  const foreign = await beforeItWasRefused('bureau_and_organisation_never_meet', () =>
    givenAccount('foreign', { roles: ['provider', 'clerk'] }),
  )
  const backwards = await givenAccount('backwards', { roles: ['clerk'], from: '2022-05-01', to: '2022-04-01' })

  await migrate(database.ownerUrl)

  const { rows } = await looker.query(
    `select account_id, district, role, of_organisation, from_day::text, to_day::text, reason, granted_by, person_id is not null as named
     from access.role_grants order by account_id, role`,
  )
  const grant = (account: string, role: string, over: object = {}) => ({
    account_id: account,
    district: LIANDU,
    role,
    of_organisation: false,
    from_day: '2022-01-01',
    to_day: null,
    reason: '开户',
    granted_by: null,
    named: true,
    ...over,
  })
  expect(rows).toEqual([
    grant(both, 'clerk'),
    grant(both, 'finance'),
    grant(school, 'provider', { of_organisation: true, from_day: '2022-02-01' }),
    grant(left, 'reviewer', { to_day: '2022-06-30' }),
    grant(elsewhere, 'approver', { district: QINGTIAN }),
    grant(foreign, 'clerk'),
  ])
  expect(rows.map(({ account_id: id }) => id)).not.toContain(backwards)

  const connection = connect(database.appUrl, { max: 1 })
  const rolesOf = (name: string, district = LIANDU) =>
    inDistrict(connection.db, district, async (tx) => (await findAccountByName(tx, name))?.roles)
  expect(await Promise.all(['both', 'school', 'left', 'none', 'foreign'].map((name) => rolesOf(name)))).toEqual([
    ['clerk', 'finance'],
    ['provider'],
    [],
    [],
    ['clerk'],
  ])
  expect(await rolesOf('elsewhere', QINGTIAN)).toEqual(['approver'])
  expect(await inDistrict(connection.db, LIANDU, (tx) => listGrants(tx, none))).toEqual([])
  await connection.close()
  const { rows: unfenced } = await looker.query(
    `select relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = 'access' and c.relkind = 'r' and not c.relforcerowsecurity`,
  )
  expect(unfenced).toEqual([])
})
