import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { planSampleClass } from '../../demo/sample-class.ts'
import {
  acceptInvitation,
  endRole,
  exportAccounts,
  getAccount,
  grantRole,
  handOver,
  inviteAccount,
  inviteAgain,
  listAccounts,
  openInvitation,
  openWork,
  withdrawInvitation,
} from '../kernel/access/accounts/contract.ts'
import { listWhoMay } from '../kernel/access/public.ts'
import { refuseLastAdministrator } from '../kernel/access/accounts/handing.ts'
import { exportWhoDid, whoDid, whoMay } from '../kernel/access/who-may/contract.ts'
import { endScope, giveScope, listScopes, scopeChoices } from '../kernel/access/scopes/contract.ts'
import { whoAmI } from '../kernel/access/contract.ts'
import { listDelegations } from '../kernel/access/delegations/contract.ts'
import { listActs } from '../kernel/record/public.ts'
import { civilDateOf, identityCheckDigit, newId } from '../kernel/values/public.ts'
import { submitClass } from '../mechanisms/training/filing/contract.ts'
import { call, Refusal } from '../platform/contract/public.ts'
import { brokenConstraint, inDistrict } from '../platform/db/public.ts'
import { givenHouse, LIANDU, signInAt, type Someone, type TestHouse } from './testing.ts'

let house: TestHouse
let admin: Someone
let owner: pg.Client
beforeAll(async () => {
  house = await givenHouse()
  admin = await house.as('admin')
  owner = new pg.Client({ connectionString: house.database.superuserUrl })
  await owner.connect()
}, 120_000)
afterAll(async () => {
  await owner.end()
  await house.close()
})

const refusal = async (asked: Promise<unknown>) => {
  const error = await asked.then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  expect(error).toBeInstanceOf(Refusal)
  return (error as Refusal).problem
}
let born = 0
const nobodys = () => {
  born += 1
  const digits = `33990119860102${String(500 + born)}`
  return `${digits}${identityCheckDigit(digits)}`
}
const given = (over: object = {}) => ({
  body: {
    accountName: `new-${newId().slice(-8)}`,
    personName: '沈舟',
    identityNumber: nobodys(),
    organisationId: null,
    roles: ['clerk' as const],
    from: '2026-01-01',
    to: null,
    reason: '莲人社人〔2026〕3号',
    ...over,
  },
})
const anyone = () => ({ district: LIANDU, locale: 'zh' as const, origin: house.address })
const PASSWORD = 'a quiet valley in spring'
const idOf = async (name: string) => (await admin.call(listAccounts, { query: { search: name } })).items[0]!.id
const acts = (accountId: string) =>
  inDistrict(house.connection.db, LIANDU, async (tx) =>
    (await listActs(tx, 'account', accountId)).map(({ act }) => act),
  )

describe('an invited person', () => {
  it('sets their password by the one-time link, which works once, and holds their role from its day on', async () => {
    const asked = given()
    const { accountId, token } = await admin.call(inviteAccount, asked)
    expect(await admin.call(getAccount, { params: { accountId } })).toMatchObject({
      name: asked.body.accountName,
      person: '沈*',
      state: 'invited',
      roles: ['clerk'],
    })
    const { rows } = await owner.query('select * from access.invitations where account_id = $1', [accountId])
    expect(JSON.stringify(rows)).not.toContain(token)
    expect(await call(anyone(), openInvitation, { body: { token } })).toMatchObject({ person: '沈*' })
    const weak = await refusal(call(anyone(), acceptInvitation, { body: { token, password: '123456' } }))
    expect(weak.status).toBe(400)
    await call(anyone(), acceptInvitation, { body: { token, password: PASSWORD } })
    const them = await signInAt(house.address, asked.body.accountName, LIANDU, 'zh', PASSWORD)
    expect(await them.call(whoAmI)).toMatchObject({ personName: '沈*', roles: ['clerk'] })
    const again = await refusal(call(anyone(), acceptInvitation, { body: { token, password: PASSWORD } }))
    expect(again).toMatchObject({ status: 404, code: 'link-unknown' })
    expect(await acts(accountId)).toEqual(['account.invited', 'invitation.accepted', 'session.started'])
  })

  it('is nobody who could review or take over before they have set their password', async () => {
    const { accountId, token } = await admin.call(inviteAccount, given({ roles: ['reviewer'] }))
    const canReview = () =>
      inDistrict(house.connection.db, LIANDU, async (tx) =>
        (await listWhoMay(tx, 'claim.be-drawn', '2022-03-01')).map((each) => each.accountId),
      )
    const successors = async () =>
      (await admin.call(openWork, { params: { accountId: await idOf('clerk') } })).successors.map(
        (each) => each.accountId,
      )
    expect([await canReview(), await successors()].flat()).not.toContain(accountId)
    await call(anyone(), acceptInvitation, { body: { token, password: PASSWORD } })
    expect(await canReview()).toContain(accountId)
    expect(await successors()).toContain(accountId)
  })

  it('is told of a withdrawn, a replaced and an expired link alike', async () => {
    const { accountId, token } = await admin.call(inviteAccount, given())
    const second = await admin.call(inviteAgain, { params: { accountId }, body: {} })
    const third = await admin.call(inviteAgain, { params: { accountId }, body: {} })
    await owner.query("update access.invitations set expires_at = now() - interval '1 minute' where account_id = $1", [
      accountId,
    ])
    const fourth = await admin.call(inviteAgain, { params: { accountId }, body: {} })
    await admin.call(withdrawInvitation, { params: { accountId } })
    const told = await Promise.all(
      [token, second.token, third.token, fourth.token, 'never-made'].map((each) =>
        refusal(call(anyone(), openInvitation, { body: { token: each } })),
      ),
    )
    expect(new Set(told.map((each) => JSON.stringify(each))).size).toBe(1)
    expect(told[0]!.detail).toBe('这个链接已使用、已作废或已过期。请向系统管理员要一个新的。')
  })

  it('is refused with everything that is wrong at once', async () => {
    const asked = given({
      accountName: 'clerk',
      identityNumber: '339901198601025001',
      phone: '123',
      roles: ['provider'],
      to: '2025-12-31',
    })
    const { items, code } = await refusal(admin.call(inviteAccount, asked))
    expect(code).toBe('invitation-refused')
    const places = new Set(items.map(({ at }) => at))
    expect([...places].toSorted()).toEqual(['accountName', 'identityNumber', 'phone', 'roles', 'to'])
  })

  it('who is known already keeps their record, and is not renamed', async () => {
    const identityNumber = nobodys()
    await admin.call(inviteAccount, given({ identityNumber }))
    const second = await admin.call(inviteAccount, given({ identityNumber, roles: ['reviewer'] }))
    expect(second.warnings.map(({ zh }) => zh)).toEqual([
      expect.stringContaining('经办岗与复核岗由一人担任'),
      expect.stringContaining('复核岗与经办岗由一人担任'),
    ])
    const other = await refusal(admin.call(inviteAccount, given({ identityNumber, personName: '别人' })))
    expect(other.code).toBe('another-name')
  })
})

describe('a role', () => {
  it('counts from its first day to its last, in real time', async () => {
    const { accountId } = await admin.call(inviteAccount, given({ from: '2026-01-01', to: '2099-12-31' }))
    const role = (over: object) =>
      admin.call(grantRole, {
        params: { accountId },
        body: { role: 'finance', to: null, from: '2026-01-01', reason: '借调', ...over },
      })
    await role({ from: '2098-01-01' })
    const roles = async () => (await admin.call(getAccount, { params: { accountId } })).roles
    expect(await roles()).toEqual(['clerk'])
    expect((await refusal(role({ from: '2097-01-01', to: '2098-06-30' }))).items[0]!.detail).toContain('已有“财务岗”')
    expect((await refusal(role({ role: 'provider' }))).items[0]!.detail).toContain('机构的角色')
    const { grants } = await admin.call(getAccount, { params: { accountId } })
    const params = { accountId, grantId: grants[0]!.id }
    await admin.call(endRole, { params, body: { reason: '调离' } })
    expect(await roles()).toEqual([])
    expect((await refusal(admin.call(endRole, { params, body: { reason: '调离' } }))).code).toBe('role-ended')
  })

  it('is never given, ended or handed over by oneself, under whatever account; the database says so too', async () => {
    const accountId = await idOf('admin')
    const body = { role: 'auditor' as const, from: '2026-01-01', to: null, reason: '自己' }
    expect((await refusal(admin.call(grantRole, { params: { accountId }, body }))).code).toBe('oneself')
    const leaving = { successorAccountId: null, leaves: true, reason: '自己' }
    expect((await refusal(admin.call(handOver, { params: { accountId }, body: leaving }))).code).toBe('oneself')
    const account = (await owner.query('select person_id from access.accounts where id = $1', [accountId])).rows[0]
    const insert = (over: object) => {
      const row = {
        district: LIANDU,
        id: newId(),
        account_id: accountId,
        person_id: account.person_id,
        of_organisation: false,
        role: 'auditor',
        from_day: '2026-01-01',
        reason: '直接写入',
        ...over,
      }
      const names = Object.keys(row)
      return owner
        .query(
          `insert into access.role_grants (${names.join(', ')}) values (${names.map((_, at) => `$${at + 1}`).join(', ')})`,
          Object.values(row),
        )
        .then(() => undefined, brokenConstraint)
    }
    expect(await insert({ granted_by: account.person_id })).toBe('nobody_gives_themself_a_role')
    expect(await insert({ role: 'provider' })).toBe('a_role_of_its_own_side')
    expect(await insert({ to_day: '2025-01-01' })).toBe('a_role_ends_after_it_begins')
  })

  it('of the last administrator does not end', async () => {
    const { accountId, token } = await admin.call(inviteAccount, given({ roles: ['administrator'] }))
    await call(anyone(), acceptInvitation, { body: { token, password: PASSWORD } })
    const { name } = await admin.call(getAccount, { params: { accountId } })
    const second = await signInAt(house.address, name, LIANDU, 'zh', PASSWORD)
    const first = await idOf('admin')
    // Each may end the other, but whoever is second is refused: one of them stays.
    const ended = (by: Someone, whose: string) =>
      by.call(handOver, {
        params: { accountId: whose },
        body: { successorAccountId: null, leaves: false, reason: '换岗' },
      })
    await ended(admin, accountId)
    await expect(second.call(whoAmI)).rejects.toMatchObject({ problem: { status: 401 } })
    const refused = await inDistrict(house.connection.db, LIANDU, (tx) =>
      refuseLastAdministrator(tx, first, civilDateOf(new Date())),
    ).catch((error: unknown) => error)
    expect(refused).toMatchObject({ code: 'last-administrator' })
  })
})

describe('whoever leaves', () => {
  it('hands on what is open, has no role and no session from that moment, and cannot sign in any more', async () => {
    const clerk = await house.as('clerk')
    const accountId = await idOf('clerk')
    const { successors } = await admin.call(openWork, { params: { accountId } })
    expect(successors.map(({ accountId: id }) => id)).not.toContain(accountId)
    const body = { successorAccountId: await idOf('school'), leaves: true, reason: '调离' }
    expect((await refusal(admin.call(handOver, { params: { accountId }, body }))).code).toBe('successor-unfit')
    await admin.call(handOver, { params: { accountId }, body: { ...body, successorAccountId: await idOf('reviewer') } })
    await expect(clerk.call(whoAmI)).rejects.toMatchObject({ problem: { status: 401 } })
    await expect(clerk.call(listDelegations)).rejects.toMatchObject({ problem: { status: 401 } })
    await expect(house.as('clerk')).rejects.toMatchObject({ problem: { status: 401 } })
    expect(await admin.call(getAccount, { params: { accountId } })).toMatchObject({
      state: 'left',
      roles: [],
      handOvers: [{ leaves: true, reason: '调离', to: '蓝*' }],
    })
    const again = { role: 'clerk' as const, from: '2026-01-01', to: null, reason: '回来' }
    expect((await refusal(admin.call(grantRole, { params: { accountId }, body: again }))).code).toBe('account-left')
    expect((await acts(accountId)).at(-1)).toBe('account.left')
  })
})

describe('the scope of an instructor', () => {
  const today = civilDateOf(new Date())
  const scope = (accountId: string, over: object = {}) =>
    admin.call(giveScope, {
      params: { accountId },
      body: { kind: 'class', subjectId: newId(), from: today, to: null, reason: '只带这个班', ...over },
    })

  it('is set by an administrator, from a day on, of a class and of an instructor that are there', async () => {
    const accountId = await idOf('teacher')
    const params = { accountId }
    expect(await admin.call(listScopes, { params })).toMatchObject({ scopes: [], mayManage: true, isInstructor: true })
    const wrong = await refusal(scope(accountId, { to: '2020-01-01' }))
    expect(wrong.items.map(({ at }) => at)).toEqual(['body.subjectId', 'body.to', 'body.to'])
    expect((await refusal(scope(await idOf('school')))).items[0]!.detail).toContain('没有“授课教师”角色')

    const school = await house.as('school')
    const { classId } = await planSampleClass(school.call)
    await school.call(submitClass, { params: { classId } })
    const { classes } = await admin.call(scopeChoices, { params })
    expect(classes.map(({ id }) => id)).toContain(classId)
    const { id: scopeId } = await scope(accountId, { subjectId: classId, to: '2099-12-31' })
    expect((await refusal(scope(accountId, { subjectId: classId }))).items[0]!.detail).toContain('已有同样的范围')
    expect((await school.call(listScopes, { params })).scopes).toMatchObject([{ kind: 'class', inForce: true }])
    expect(
      (await refusal(school.call(endScope, { params: { accountId, scopeId }, body: { reason: '结束' } }))).status,
    ).toBe(403)

    await admin.call(endScope, { params: { accountId, scopeId }, body: { reason: '课已上完' } })
    expect((await admin.call(listScopes, { params })).scopes).toMatchObject([
      { inForce: false, ended: { reason: '课已上完', by: { name: '陶*' } } },
    ])
    const again = { params: { accountId, scopeId }, body: { reason: '结束' } }
    expect((await refusal(admin.call(endScope, again))).code).toBe('scope-ended')
    expect((await acts(accountId)).slice(-2)).toEqual(['scope.given', 'scope.ended'])
  })

  it('is never one’s own, in the database either, and ends after it begins', async () => {
    const { rows } = await owner.query("select id, person_id from access.accounts where name = 'teacher'")
    const insert = (by: string, to: string | null) =>
      owner
        .query(
          `insert into access.scopes (district, id, account_id, person_id, kind, subject_id, from_day, to_day, reason, granted_by, granted_account_id)
           values ($1, $2, $3, $4, 'class', $2, '2026-03-01', $6, '直接写入', $5, $3)`,
          [LIANDU, newId(), rows[0].id, rows[0].person_id, by, to],
        )
        .then(() => undefined, brokenConstraint)
    expect(await insert(rows[0].person_id, null)).toBe('nobody_widens_their_own_scope')
    expect(await insert(newId(), '2026-02-28')).toBe('a_scope_ends_after_it_begins')
  })
})

describe('who may, and who did', () => {
  it('tells who holds each role today, what it may in words, and nothing personal', async () => {
    const director = await house.as('director')
    const { roles } = await director.call(whoMay)
    const reviewer = roles.find(({ role }) => role === 'reviewer')!
    expect(reviewer.never?.zh).toContain('不得')
    expect(reviewer.holders.map(({ account }) => account)).toContain('reviewer')
    expect(roles.find(({ role }) => role === 'clerk')!.holders.map(({ account }) => account)).not.toContain('clerk')
    expect(JSON.stringify(roles)).not.toMatch(/\d{17}[\dX]|339901/)
  })

  it('lists acts newest first, paged and filtered by act and account, and nobody else may read them', async () => {
    const first = await admin.call(whoDid, { query: { act: 'role.granted', limit: 1 } })
    expect(first.items).toMatchObject([{ act: 'role.granted', account: 'admin', person: '陶*' }])
    const school = await house.as('school')
    const all = await admin.call(whoDid, { query: { account: await idOf('school') } })
    expect(new Set(all.items.map(({ account }) => account))).toEqual(new Set(['school']))
    expect((await admin.call(whoDid, { query: { from: '2099-01-01' } })).items).toEqual([])
    expect(((await admin.call(exportWhoDid, { query: { act: 'account.' } })) as Blob).size).toBeGreaterThan(1000)
    expect((await refusal(school.call(whoDid))).status).toBe(403)
  })
})

describe('the list of accounts', () => {
  it('is filtered, paged by name and exported as it is filtered', async () => {
    const first = await admin.call(listAccounts, { query: { limit: 2 } })
    const second = await admin.call(listAccounts, { query: { limit: 2, after: first.next! } })
    const names = [...first.items, ...second.items].map(({ name }) => name)
    expect(names).toEqual(names.toSorted())
    const left = await admin.call(listAccounts, { query: { state: 'left' } })
    expect(left.items.map(({ name }) => name)).toEqual(['clerk'])
    const providers = await admin.call(listAccounts, { query: { role: 'provider' } })
    const { id: organisation } = providers.items[0]!.organisation!
    const ofOne = await admin.call(listAccounts, { query: { organisation } })
    expect(new Set(ofOne.items.map((each) => each.organisation?.id))).toEqual(new Set([organisation]))
    expect(providers.items.every(({ organisation }) => organisation !== null)).toBe(true)
    const file = (await admin.call(exportAccounts, { query: { state: 'left' } })) as Blob
    expect(file.size).toBeGreaterThan(1000)
  })

  it('shows an organisation its own accounts, and nothing to manage', async () => {
    const school = await house.as('school')
    const { items } = await school.call(listAccounts)
    expect(items.map(({ name }) => name)).toContain('school')
    expect(new Set(items.map(({ organisation }) => organisation?.name)).size).toBe(1)
    expect(items.map(({ name }) => name)).not.toContain('jigong')
    const accountId = await idOf('jigong')
    expect((await refusal(school.call(getAccount, { params: { accountId } }))).status).toBe(404)
    expect((await refusal(school.call(inviteAccount, given()))).status).toBe(403)
  })
})
