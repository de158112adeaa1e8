import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { moveDemonstrationDate, whoAmI } from '../kernel/access/contract.ts'
import { makeAgreement } from '../mechanisms/training/agreements/contract.ts'
import { classChoices } from '../mechanisms/training/classes/contract.ts'
import { Refusal } from '../platform/contract/public.ts'
import { servePublicPages } from './public-pages.ts'
import { outsideInMemory } from '../kernel/record/sealing/outside.ts'
import { buildHouse } from './house.ts'
import { givenHouse, type TestHouse } from './testing.ts'
import { listDistricts } from '../kernel/reference/public.ts'
import { newKeyRing, newSigner, vaultOf } from '../platform/crypto/public.ts'

let house: TestHouse
/** The same house with its residents' pages, which are served beside the operations. */
let whole: ReturnType<typeof buildHouse>['app']
beforeAll(async () => {
  house = await givenHouse()
  const districts = await listDistricts(house.connection.db)
  whole = buildHouse({
    db: house.connection.db,
    vault: vaultOf(newKeyRing()),
    districts,
    maxUploadBytes: 1024,
    signer: newSigner(),
    outside: outsideInMemory(),
  }).app
  servePublicPages(whole, { db: house.connection.db, districts })
  await whole.ready()
})
afterAll(async () => {
  await whole.close()
  await house.close()
})

const ODD = [
  '0331102',
  '331102.0',
  '3.31102e5',
  '%2B331102',
  '%20331102',
  '331102%20',
  '0x50D5E',
  '３３１１０２',
  '33110',
  '331102%00',
  '-331102',
  '331102,331121',
]

describe('a district in an address', () => {
  it('is exactly its six digits; any other spelling is as unknown as a district that does not exist', async () => {
    const unknown = await whole.inject('/999999/api/session/demonstration-accounts')
    expect(unknown.statusCode).toBe(404)
    expect((await whole.inject('/331102/api/session/demonstration-accounts')).statusCode).toBe(200)
    for (const odd of ODD) {
      const answer = await whole.inject(`/${odd}/api/session/demonstration-accounts`)
      expect([odd, answer.statusCode, answer.json()]).toEqual([odd, 404, unknown.json()])
    }
  })

  it('is so on the residents’ pages too', async () => {
    expect((await whole.inject('/331102/learn')).statusCode).toBe(200)
    for (const odd of ODD) expect([odd, (await whole.inject(`/${odd}/learn`)).statusCode]).toEqual([odd, 404])
  })

  it('and an address of no page is answered to a villager by a page, to a program by a problem document', async () => {
    const html = 'text/html; charset=utf-8'
    for (const [url, says] of [
      ['/331102/no-such-page', '返回首页'],
      ['/331102/learn/more?lang=en', 'Back to home'],
      ['/999999/learn', '请选择您所在的县(区)'],
      ['/999999/', '莲都区'],
      ['/nothing', '青田县'],
    ] as const) {
      const answer = await whole.inject(url)
      expect([url, answer.statusCode, answer.headers['content-type']]).toEqual([url, 404, html])
      expect([url, answer.body]).toEqual([url, expect.stringContaining(says)])
      expect([url, answer.body]).toEqual([url, expect.stringContaining('tel:')])
    }
    expect((await whole.inject('/331102/no-such-page')).body).toContain('href="/331102/"')
    expect((await whole.inject('/331102')).headers.location).toBe('/331102/')
    for (const url of ['/331102/api/nothing', '/999999/api/nothing', '/999999/api/session/demonstration-accounts']) {
      const answer = await whole.inject(url)
      expect([url, answer.statusCode, answer.json()]).toEqual([url, 404, expect.objectContaining({ status: 404 })])
    }
    const posted = await whole.inject({
      method: 'POST',
      url: '/331102/no-such-page',
      headers: { origin: 'http://localhost' },
    })
    expect(posted.headers['content-type']).toMatch(/^application\/problem\+json/)
  })

  it('is never kept by a cache, however its digits are written', async () => {
    const answer = await whole.inject('/%3331102/api/session/demonstration-accounts')
    expect(answer.headers['cache-control']).toBe('no-store')
  })

  it('residents’ pages bear doubled and odd queries', async () => {
    for (const query of [
      'after=2022-03-07_x&after=y',
      'lang=en&lang=zh',
      'after=%00',
      'after=2022-13-45_------------------------------------',
      'elder[]=1',
      'lang=%ff',
    ])
      expect([query, (await whole.inject(`/331102/learn?${query}`)).statusCode]).toEqual([query, 200])
  })
})

describe('a parameter that the county has not set for the day', () => {
  it('is told as the bureau’s to set, by its name, not as something that was not found', async () => {
    const [clerk, school] = [await house.as('clerk'), await house.as('school')]
    const { sites, agreed } = await school.call(classChoices)
    const { organisation } = await school.call(whoAmI)
    await clerk.call(moveDemonstrationDate, { body: { businessDate: '1990-01-01' } })
    const asked = clerk.call(makeAgreement, {
      body: {
        organisationId: organisation!.id,
        fromDate: '1990-01-01',
        toDate: '1990-12-31',
        document: '测试协议',
        items: [{ occupationId: agreed[0]!.occupation.id, highestLevel: 'L5_JUNIOR', siteId: sites[0]!.id }],
      },
    })
    const refused = await asked.catch((error: unknown) => error)
    expect(refused).toBeInstanceOf(Refusal)
    expect((refused as Refusal).problem).toMatchObject({ status: 409, code: 'parameter-not-set' })
    expect((refused as Refusal).problem.detail).toMatch(
      /^参数“numbering\.agreement”在 1990-01-01 没有值.*请联系本局的系统管理员/,
    )
  })
})
