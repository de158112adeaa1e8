import fastify, { type FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { listDistricts } from '../kernel/reference/public.ts'
import { servePublicPages } from './public-pages.ts'
import { givenHouse, type TestHouse } from './testing.ts'

let house: TestHouse
let pages: FastifyInstance

beforeAll(async () => {
  house = await givenHouse()
  pages = fastify()
  servePublicPages(pages, { db: house.connection.db, districts: await listDistricts(house.connection.db) })
  await pages.ready()
})
afterAll(async () => {
  await pages.close()
  await house.close()
})

/** A page, and the cookie that a browser keeps after it. */
async function opened(url: string, cookie = '') {
  const answer = await pages.inject({ url, headers: { cookie } })
  const set = answer.headers['set-cookie']
  return { html: answer.body, set: set === undefined ? null : String(set), kept: String(set ?? cookie).split(';')[0]! }
}

const ELDER = '<html lang="zh-CN" class="elder">'

it('the elders’ version, once chosen, is on every page and the next day, without an address that says so', async () => {
  const first = await opened('/331102/?elder=1')
  expect(first.html).toContain(ELDER)
  expect(first.set).toMatch(/elder=1; Path=\/; HttpOnly; SameSite=Lax; Max-Age=31536000/)
  for (const path of [
    '/331102/',
    '/331102/learn',
    '/331102/notices',
    '/331102/policies',
    '/331102/help',
    '/331102/none',
    '/999999/',
  ])
    expect([path, (await opened(path, first.kept)).html]).toEqual([path, expect.stringContaining(ELDER)])
  // Nothing is written again where it is kept already.
  expect((await opened('/331102/learn?elder=1', first.kept)).set).toBeNull()
})

it('the elders’ version is left by its own switch, and then stays left', async () => {
  const { kept } = await opened('/331102/?elder=1')
  const page = await opened('/331102/learn', kept)
  const back = /href="([^"]*)">标准版/.exec(page.html)![1]!
  expect(back).toBe('/331102/learn?elder=0')
  const left = await opened(back, kept)
  expect(left.html).not.toContain('class="elder"')
  expect(left.set).toMatch(/Max-Age=0/)
})

it('the elders’ version is there in English too, and the switch keeps the language', async () => {
  const { html } = await opened('/331102/learn?elder=1&lang=en')
  expect(html).toContain('<html lang="en" class="elder">')
  expect(html).toContain('href="/331102/learn?elder=0&amp;lang=en">Standard')
})

it('an odd word about it changes nothing', async () => {
  for (const query of ['elder=2', 'elder=', 'elder=1&elder=1', 'elder[]=1']) {
    const page = await opened(`/331102/learn?${query}`)
    expect([query, page.set, page.html.includes('class="elder"')]).toEqual([query, null, false])
  }
})

it('the schemes in force are read by anybody, with their rates and clauses, in one page without a script', async () => {
  const list = await opened('/331102/policies')
  const [, address] = /href="(\/331102\/policies\/[0-9a-f]{64})[^"]*">莲都区职业技能培训补贴/.exec(list.html)!
  const page = await opened(address!)
  expect(page.html).toContain('五级/初级工')
  expect(page.html).toContain('1,000.00')
  expect(page.html).toContain('学员个人出勤率低于80%的')
  expect(page.html).not.toContain('<script')
  expect(Buffer.byteLength(page.html)).toBeLessThan(30_720)
  expect((await opened(`/331102/policies/${'0'.repeat(64)}`)).html).toContain('没有找到这个页面')
})
