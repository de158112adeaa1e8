import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PAPER_STYLE, paperNote } from '../platform/paper/public.ts'
import { type Endpoint, sendsBody } from '../platform/contract/public.ts'
import { policyWith } from './headers.ts'
import { givenHouse, LIANDU, type Someone, type TestHouse } from './testing.ts'

let house: TestHouse
let admin: Someone
beforeAll(async () => {
  house = await givenHouse()
  admin = await house.as('clerk')
})
afterAll(() => house.close())

const changing = () => house.routes.map(({ endpoint }) => endpoint).filter(sendsBody)

async function send(endpoint: Endpoint, headers: Record<string, string>, payload?: string) {
  const answer = await house.app.inject({
    method: endpoint.method,
    url: `/${LIANDU}/api${endpoint.path.replace(/:\w+/g, 'x')}`,
    headers: { cookie: admin.cookie, ...headers },
    ...(payload === undefined ? {} : { payload }),
  })
  return { status: answer.statusCode, code: answer.json<{ code: string }>().code }
}

const FORM = 'application/x-www-form-urlencoded'
const MULTIPART = 'multipart/form-data; boundary=x'
const TYPES: readonly (readonly [type: string | null, payload: string])[] = [
  [FORM, 'a=1'],
  ['text/plain', '{"a":1}'],
  [MULTIPART, '--x--'],
  ['application/json', '{}'],
  ['application/octet-stream', 'x'],
  [null, ''],
]
/** What a browser says of a request that another site made. */
const FOREIGN: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'another origin': { origin: 'https://elsewhere.example' },
  'a sandboxed page': { origin: 'null' },
  'another port of this host': { origin: 'http://localhost:8080' },
  'an old browser without an origin': { 'sec-fetch-site': 'cross-site' },
  'a neighbour under the same domain': { 'sec-fetch-site': 'same-site' },
  'an origin that lies about its site': { origin: 'https://elsewhere.example', 'sec-fetch-site': 'same-origin' },
}

describe('a request that another site made', () => {
  it.each(Object.keys(FOREIGN))(
    'from %s changes nothing, whatever it carries: 403 before it is read',
    async (from) => {
      const wrong: string[] = []
      for (const endpoint of changing())
        for (const [type, payload] of TYPES) {
          const headers = { ...FOREIGN[from], ...(type === null ? {} : { 'content-type': type }) }
          const { status, code } = await send(endpoint, headers, payload === '' ? undefined : payload)
          if (status !== 403 || code !== 'cross-site')
            wrong.push(`${endpoint.method} ${endpoint.path} ${type}: ${status} ${code}`)
        }
      expect(wrong.slice(0, 5)).toEqual([])
    },
    120_000,
  )

  it('cannot be a form, even where the browser says nothing of where it comes from', async () => {
    const wrong: string[] = []
    for (const endpoint of changing())
      for (const type of [FORM, 'text/plain', MULTIPART]) {
        const { status } = await send(endpoint, { 'content-type': type }, 'a=1')
        if (status !== 415) wrong.push(`${endpoint.method} ${endpoint.path} ${type}: ${status}`)
      }
    expect(wrong.slice(0, 5)).toEqual([])
  }, 60_000)

  it('is told from our own pages’', async () => {
    const own = changing().find(({ path }) => path === '/sessions/end-others')!
    const headers = { origin: 'http://localhost', host: 'localhost', 'sec-fetch-site': 'same-origin' }
    const answer = await send(
      own,
      { ...headers, 'content-type': 'application/json', 'idempotency-key': 'our-own-page' },
      '{}',
    )
    expect(answer.status).toBe(200)
  })
})

describe('the content policy', () => {
  it('allows nothing inline but what is named by hash or nonce', () => {
    for (const policy of [policyWith(), policyWith('abc')]) {
      expect(policy).not.toContain('unsafe')
      expect(policy).not.toContain('*')
    }
  })

  it('names the styles that papers carry, as they reach the browser, and papers have none on their elements', () => {
    const html = paperNote({ locale: 'zh', title: '纸质材料' })
    const [, style] = /<style>([\s\S]*?)<\/style>/.exec(html)!
    expect(style).toBe(PAPER_STYLE)
    expect(policyWith()).toContain(createHash('sha256').update(style!).digest('base64'))
    expect(html).not.toMatch(/ style=/)
  })
})
