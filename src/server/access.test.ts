import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Endpoint, Refusal } from '../platform/contract/public.ts'
import { givenHouse, QINGTIAN, signInAt, type TestHouse } from './testing.ts'
import { demonstrationAccounts, moveDemonstrationDate, signOut, whoAmI } from '../kernel/access/contract.ts'
import { PERMISSIONS_OF, type Role, ROLES } from '../kernel/access/permissions.ts'

let house: TestHouse
beforeAll(async () => {
  house = await givenHouse()
})
afterAll(() => house.close())

const refusalOf = async (asked: Promise<unknown>) => {
  const error = await asked.then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  expect(error).toBeInstanceOf(Refusal)
  return (error as Refusal).problem
}

describe('signing in', () => {
  it('tells who one is, what one may do and which business day it is', async () => {
    const clerk = await house.as('clerk')
    expect(await clerk.call(whoAmI)).toMatchObject({
      accountName: 'clerk',
      personName: '叶*',
      post: ROLES.clerk,
      organisation: null,
      demonstration: true,
      businessDate: '2022-02-25',
    })
  })

  it('answers a wrong password and a name that does not exist alike', async () => {
    const wrong = await refusalOf(signInAt(house.address, 'clerk', 331102, 'zh', 'not the password'))
    const absent = await refusalOf(signInAt(house.address, 'nobody', 331102, 'zh', 'not the password'))
    expect(wrong).toEqual(absent)
    expect(wrong).toMatchObject({ status: 401, code: 'wrong-name-or-password' })
  })

  it('ends at once when one signs out', async () => {
    const clerk = await house.as('clerk')
    const { cookie } = clerk
    await clerk.call(signOut)
    const answer = await fetch(`${house.address}/331102/api/session`, { headers: { cookie } })
    expect(answer.status).toBe(401)
  })

  it('is good for one district only', async () => {
    const clerk = await house.as('clerk')
    const elsewhere = await fetch(`${house.address}/331121/api/session`, { headers: { cookie: clerk.cookie } })
    expect(elsewhere.status).toBe(401)
    const there = await house.as('clerk', QINGTIAN)
    expect((await there.call(whoAmI)).district).toBe(QINGTIAN)
  })

  it('lists the accounts of a demonstration district without a sign-in, and no password', async () => {
    const answer = await (await fetch(`${house.address}/331102/api${demonstrationAccounts.path}`)).text()
    expect(answer).toContain('reviewer')
    expect(answer).not.toMatch(/password|argon2|339901/)
  })
})

describe('the business date of a demonstration', () => {
  it('moves for everybody in the district and nobody elsewhere', async () => {
    const finance = await house.as('finance')
    await finance.call(moveDemonstrationDate, { body: { businessDate: '2022-03-28' } })
    expect((await (await house.as('clerk')).call(whoAmI)).businessDate).toBe('2022-03-28')
    expect((await (await house.as('clerk', QINGTIAN)).call(whoAmI)).businessDate).toBe('2022-02-25')
    await finance.call(moveDemonstrationDate, { body: { businessDate: '2022-02-25' } })
  })
})

describe('permissions', () => {
  // Every role that may not is asked with real input in `ownership/`; here one of them sends rubbish.
  it('refuse every operation before looking at what was sent', async () => {
    const cookies = new Map<Role, string>()
    for (const [role, name] of [
      ['clerk', 'clerk'],
      ['provider', 'school'],
      ['auditor', 'auditor'],
    ] as const)
      cookies.set(role, (await house.as(name)).cookie)
    let refused = 0
    for (const { endpoint } of house.routes) {
      const { may } = endpoint
      if (may === 'anyone' || may === 'signed-in') continue
      const outsider = [...cookies.keys()].find((role) => !PERMISSIONS_OF[role].includes(may))
      if (!outsider) continue
      expect(await statusOf(endpoint, cookies.get(outsider)!), `${outsider} ${endpoint.method} ${endpoint.path}`).toBe(
        403,
      )
      refused += 1
    }
    expect(refused).toBeGreaterThan(200)
  }, 60_000)

  it('ask everybody to sign in first', async () => {
    const asked = house.routes.filter(({ endpoint }) => endpoint.may !== 'anyone')
    const statuses = await Promise.all(asked.map(({ endpoint }) => statusOf(endpoint, '')))
    expect(statuses).toEqual(asked.map(() => 401))
  })

  /** With rubbish for its input: who may not must not learn what an operation takes. */
  async function statusOf(endpoint: Endpoint, cookie: string): Promise<number> {
    const answer = await fetch(`${house.address}/331102/api${endpoint.path.replace(/:\w+/g, 'x')}`, {
      method: endpoint.method,
      headers: {
        cookie,
        ...(endpoint.method === 'GET'
          ? {}
          : { 'content-type': endpoint.upload ? 'application/octet-stream' : 'application/json' }),
      },
      ...(endpoint.method === 'GET' ? {} : { body: endpoint.upload ? 'x' : '{"x":1}' }),
    })
    return answer.status
  }

  it.each(['https://elsewhere.example', 'garbage', 'http://['])('refuse a change that came from %s', async (origin) => {
    const { cookie } = await house.as('clerk')
    const answer = await fetch(`${house.address}/331102/api/session`, {
      method: 'DELETE',
      headers: { cookie, origin, 'idempotency-key': '12345678' },
    })
    expect(answer.status).toBe(403)
  })
})
