import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Problem } from '../../platform/contract/public.ts'
import { brokenConstraint, type Connection, connect, inDistrict, type Tx } from '../../platform/db/public.ts'
import { freshDatabase, type TestDatabase } from '../../platform/testing/database.ts'
import { newKeyRing, vaultOf } from '../../platform/crypto/public.ts'
import { saveOrganisation, savePersons } from '../people/public.ts'
import { identityCheckDigit, newId } from '../values/public.ts'
import { saveAccount } from './accounts.ts'
import { passwordMatches } from './passwords/hashing.ts'
import { setPassword } from './passwords/setting.ts'
import { findPasswordHash } from './passwords/store.ts'
import { permissionsOf, type Role, ROLES, rolesOfItsSide } from './permissions.ts'
import { type Account, insertAccount, listOrganisationsOf } from './store.ts'

const LIANDU = 331102

let database: TestDatabase
let connection: Connection
let personId: string
let organisationId: string
beforeAll(async () => {
  database = await freshDatabase()
  connection = connect(database.appUrl)
  await within(async (tx) => {
    const identityNumber = `33990119800101001${identityCheckDigit('33990119800101001')}`
    const person = {
      id: newId(),
      name: '经办',
      identityNumber,
      sex: 'F' as const,
      birthDate: '1980-01-01',
      phone: null,
    }
    personId = (await savePersons(tx, vaultOf(newKeyRing()), [person])).get(identityNumber)!
    organisationId = newId()
    await saveOrganisation(tx, { id: organisationId, kind: 'provider', name: '演示学校', uscc: null })
  })
})
afterAll(async () => {
  await connection.close()
  await database.drop()
})

const within = <T>(work: (tx: Tx) => Promise<T>) => inDistrict(connection.db, LIANDU, work)
const account = (over: Partial<Account>): Account => ({
  id: newId(),
  name: newId(),
  personId,
  organisationId: null,
  roles: ['clerk'],
  passwordHash: 'none',
  activeFrom: '2020-01-01',
  activeTo: null,
  ...over,
})

describe('posts of the bureau and roles of an organisation', () => {
  it.each<[string, readonly Role[], boolean]>([
    ['an organisation’s account with a post', ['provider', 'clerk'], true],
    ['an organisation’s account with a post alone', ['reviewer'], true],
    ['the bureau’s account with a role of an organisation', ['clerk', 'provider'], false],
    ['a provider that belongs to no organisation', ['provider'], false],
    ['an instructor of no organisation', ['instructor'], false],
    ['an instructor with a post', ['instructor', 'clerk'], true],
  ])('never meet: %s is refused, in the database too', async (_, roles, isOfOrganisation) => {
    const given = account({ roles, organisationId: isOfOrganisation ? organisationId : null })
    const refused = await within((tx) => saveAccount(tx, given)).catch((error: unknown) => error)
    expect(refused).toBeInstanceOf(Problem)
    expect((refused as Problem).sentence.zh).toMatch(/不能兼有“.+”/)
    const broken = await within((tx) => insertAccount(tx, given)).catch((error: unknown) => error)
    expect(brokenConstraint(broken)).toBe('bureau_and_organisation_never_meet')
  })

  it('give an account from before only what its own side may', () => {
    const every = Object.keys(ROLES) as Role[]
    expect(rolesOfItsSide({ organisationId, roles: every })).toEqual(['provider', 'instructor'])
    const ofBureau = rolesOfItsSide({ organisationId: null, roles: every })
    expect(ofBureau).not.toContain('provider')
    expect(permissionsOf(rolesOfItsSide({ organisationId, roles: ['clerk'] })).size).toBe(0)
  })

  it('are told apart by natural person: where somebody has an active account on a day', async () => {
    await within((tx) => saveAccount(tx, account({})))
    await within((tx) => saveAccount(tx, account({ roles: ['provider'], organisationId, activeTo: '2022-03-31' })))
    const on = (day: string) => within((tx) => listOrganisationsOf(tx, personId, day))
    expect(await on('2022-03-31')).toEqual([organisationId])
    expect(await on('2022-04-01')).toEqual([])
    expect(await on('2019-12-31')).toEqual([])
  })
})

describe('a password', () => {
  it('that is set counts from then on; the one of before is kept, and counts no more', async () => {
    const opened = account({ passwordHash: null })
    await within((tx) => saveAccount(tx, opened))
    const counts = (password: string) =>
      within(async (tx) => passwordMatches(await findPasswordHash(tx, opened.id), password))
    expect(await counts('')).toBe(false)
    await within((tx) => setPassword(tx, opened.id, 'four small ridges'))
    expect(await counts('four small ridges')).toBe(true)
    await within((tx) => setPassword(tx, opened.id, 'five wide valleys'))
    expect(await counts('four small ridges')).toBe(false)
    expect(await counts('five wide valleys')).toBe(true)
  })

  it('that is weak is refused with every reason, and nothing is set', async () => {
    const opened = account({ passwordHash: null, name: 'mapping' })
    await within((tx) => saveAccount(tx, opened))
    const refused = await within((tx) => setPassword(tx, opened.id, 'mapping')).catch((error: unknown) => error)
    expect((refused as Problem).items.map((item) => item.sentence.zh)).toEqual([
      expect.stringMatching(/^密码至少要有 10 个字/),
      expect.stringMatching(/不能有账号名/),
    ])
    expect(await within((tx) => findPasswordHash(tx, opened.id))).toBeUndefined()
  })
})
