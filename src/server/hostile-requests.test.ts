import { readFileSync } from 'node:fs'
import { connect as dial } from 'node:net'
import { fileURLToPath } from 'node:url'
import type { LightMyRequestResponse } from 'fastify'
import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import { demoCounties } from '../../demo/county.ts'
import { moveDemonstrationDate, signIn, signOut } from '../kernel/access/contract.ts'
import { endOtherSessions, endOwnSession, endSessionsOf } from '../kernel/access/sessions/contract.ts'
import { PERMISSIONS_OF, type Role } from '../kernel/access/permissions.ts'
import { recomputeBalances } from '../kernel/funds/budget/ledger.ts'
import { classChoices, draftClass } from '../mechanisms/training/classes/contract.ts'
import { changes, type Endpoint, sendsBody } from '../platform/contract/public.ts'
import { inDistrict } from '../platform/db/public.ts'
import { type JsonSchema, sampleOf } from '../platform/testing/samples.ts'
import { givenHouse, LIANDU, type Someone, type TestHouse } from './testing.ts'

const REQUESTS = 10_000
/** So many at once: what two people do at the same moment must not fail either. */
const AT_ONCE = 4
/** A file is read in a process of its own: a few are enough here, office's own suite is about them. */
const UPLOADS_EACH = 2
const LONGEST_MS = 45_000
/** However slow the machine: every operation several times. */
const FEWEST = 3000

let house: TestHouse
let people: Map<Role, Someone>
const nameOf = new Map<Role, string>()
const ids = new Map<string, string[]>()

beforeAll(async () => {
  house = await givenHouse()
  const { accounts } = demoCounties().find(({ district }) => district === LIANDU)!
  for (const { name, roles } of accounts) for (const role of roles) nameOf.set(role, nameOf.get(role) ?? name)
  people = new Map()
  for (const [role, name] of nameOf) people.set(role, await house.as(name))
  await givenDraft(people.get('provider')!)
  for (const { endpoint } of house.routes) {
    if (sendsBody(endpoint) || endpoint.download || endpoint.path.includes(':')) continue
    const answer = await send(endpoint, { address: addressOf(endpoint.path, () => '') })
    const found = [
      ...new Set(answer.body.match(/[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g) ?? []),
    ]
    ids.set(endpoint.path, found)
  }
})
afterAll(() => house.close())

/** What a form would send: with it most requests come as far as a room's own rules and the database. */
const KNOWN: Readonly<Record<string, unknown>> = {
  kind: 'EMPLOYMENT_SKILLS',
  level: 'L5_JUNIOR',
  highestLevel: 'L5_JUNIOR',
  certificateKind: 'SKILL_LEVEL',
  fund: 'EMPLOYMENT_SUBSIDY_FUND',
  payee: 'person',
  startsOn: '2022-03-07',
  endsOn: '2022-03-18',
  fromDate: '2022-01-01',
  toDate: '2022-12-31',
  from: '08:30',
  to: '11:30',
  year: 2022,
  identityNumber: '339901198507014422',
  phone: '13800138000',
  amountFen: '100000',
}

async function givenDraft(school: Someone): Promise<void> {
  const { sites, agreed, instructors } = await school.call(classChoices)
  const [site, agreement, instructor] = [sites[0]!, agreed[0]!, instructors[0]!]
  await school.call(draftClass, {
    body: {
      number: '2022年第9期',
      kind: 'EMPLOYMENT_SKILLS',
      occupationId: agreement.occupation.id,
      level: 'L5_JUNIOR',
      certificateKind: 'SKILL_LEVEL',
      siteId: site.id,
      roomId: site.rooms[0]!.id,
      instructorId: instructor.id,
      startsOn: '2022-03-07',
      endsOn: '2022-03-18',
      theoryHours: 28,
      practiceHours: 52,
      capacity: 46,
      payee: 'person',
      fund: 'EMPLOYMENT_SUBSIDY_FUND',
    },
  })
}

// Deterministic: a failure is found again.
let state = 20261125
function random(): number {
  state = (state + 0x6d2b79f5) | 0
  let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
}
const chance = (share: number) => random() < share
const one = <T>(of: readonly T[]): T => of[Math.floor(random() * of.length)]!

const TEXTS = [
  '',
  ' ',
  '\0',
  'a\0b',
  '\uD800',
  'x\uDFFF',
  '💥',
  '王静',
  '339901198507014422',
  "'; drop table x --",
  '%',
  '_\\',
  '../..',
  '0001-01-01',
  '9999-12-31',
  '2022-02-30',
  '10000-01-01',
  'null',
  'NaN',
  '-0',
  '1e400',
  '9'.repeat(18),
  '9'.repeat(40),
  '٣',
  '１２',
  '\u202E',
  'a'.repeat(300),
  'b'.repeat(70_000),
  '{"zh":1}',
  '__proto__',
  'constructor',
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "=cmd|' /C calc'!A0",
  '@SUM(1+1)',
  '+86 138 0013 8000',
  '\u202E光荣\u2066院',
  '\u061C\u200F',
  '\uFEFF',
  'ﷺ'.repeat(20),
  'a\u0300'.repeat(2000),
  '\r\nset-cookie: a=b',
  '2022-03-07T25:61:61Z',
  'Infinity',
  '0x10',
  '1_000',
  ' 1',
  '00000000-0000-0000-0000-000000000000',
]
const NUMBERS = [0, -0, -1, 1, 0.1, 2 ** 31, -(2 ** 31) - 1, 2 ** 53, 2 ** 60, 1e300, -1e300, 2100, 32_768]
const OTHERS: readonly unknown[] = [
  null,
  true,
  false,
  [],
  {},
  [[]],
  { length: 1e9 },
  [null],
  ['\0'],
  { toString: 1, valueOf: 2 },
  { then: 'x' },
  Array.from({ length: 2000 }, (_, n) => n),
  { zh: 'x', en: 1 },
]

/** Of the right shape mostly, with something hostile here and there. */
const hostile = (plain: unknown, _schema: JsonSchema, name: string): unknown => {
  if (/Ids?$/.test(name) && chance(0.9)) return idFor(name)
  if (chance(0.8)) return KNOWN[name] ?? plain
  if (typeof plain === 'string') return chance(0.85) ? one(TEXTS) : one([...NUMBERS, ...OTHERS])
  if (typeof plain === 'number') return chance(0.85) ? one(NUMBERS) : one([...TEXTS, ...OTHERS])
  return one([...TEXTS, ...NUMBERS, ...OTHERS, undefined])
}

/** An id that there is, of the right kind as far as its name tells. */
function idFor(name: string): string {
  const kind = name.replace(/Ids?$/, '').toLowerCase()
  const [likely = []] = [...ids]
    .filter(([path, found]) => path.toLowerCase().includes(kind) && found.length > 0)
    .sort(([a], [b]) => a.length - b.length)
    .map(([, found]) => found)
  const all = likely.length > 0 && chance(0.9) ? likely : [...ids.values()].flat()
  return all.length > 0 ? one(all) : '01900000-0000-7000-8000-000000000001'
}

const jsonSchema = (shape: z.ZodType) => z.toJSONSchema(shape, { io: 'input', unrepresentable: 'any' }) as JsonSchema
const text = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value))

function addressOf(path: string, param: (name: string) => string): string {
  return `/${LIANDU}/api${path.replace(/:(\w+)/g, (_, name: string) => param(name))}`
}

const BAD_PARTS = ['%00', '%ff', '%zz', '%', '..%2f..', '%2e%2e', 'x'.repeat(500), '%F0%9F%92%A5', '%ED%A0%80']

function addressAgainst(endpoint: Endpoint): string {
  const given = sampleOf(jsonSchema(endpoint.params), hostile) as Record<string, unknown>
  const address = addressOf(endpoint.path, (name) =>
    chance(0.04) ? one(BAD_PARTS) : encodeURIComponent(text(given[name] ?? '').toWellFormed()),
  )
  const query = Object.entries(sampleOf(jsonSchema(endpoint.query), hostile) as object)
    .filter(() => chance(0.5))
    .flatMap(([name, value]) =>
      Array.from(
        { length: chance(0.1) ? 2 : 1 },
        () =>
          `${name}=${chance(0.05) ? one(BAD_PARTS) : encodeURIComponent(text(value).slice(0, 2000).toWellFormed())}`,
      ),
    )
  return query.length > 0 ? `${address}?${query.join('&')}` : address
}

const BODIES = [
  '',
  '{',
  'null',
  '[]',
  '"x"',
  '0',
  '1e400',
  '{"a":1,"a":2}',
  '{"__proto__":{"x":1}}',
  '{"constructor":{"prototype":{}}}',
  '['.repeat(100_000) + ']'.repeat(100_000),
  `${'{"x":'.repeat(100_000)}0${'}'.repeat(100_000)}`,
  `{"x":"${'y'.repeat(900_000)}"}`,
  '{"x":"\\u0000"}',
  '\uFEFF{}',
  '{"x":9007199254740993}',
  '{"toString":1,"hasOwnProperty":2}',
  '{"__proto__":null}',
  '{"a":{"constructor":{"name":"x"}}}',
  `[${'{},'.repeat(20_000)}{}]`,
  `{${Array.from({ length: 5000 }, (_, n) => `"k${n}":1`).join(',')}}`,
  '{"x":"\\ud800"}',
  '{"x":-0,"y":1E+400,"z":1e-400}',
  '\u0000',
  ' '.repeat(100_000),
  '{"x":1}}',
  '{"x":"\t\n"}',
  'true',
]
const TYPES = [
  'application/json; charset=gbk',
  'text/plain',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'application/octet-stream',
  'application/xml',
  'x',
  '',
  'application/json;charset=utf-16',
  'application/problem+json',
  'application/json, application/json',
  'text/json',
  `application/json; x=${'y'.repeat(4000)}`,
  '*/*',
  'application/',
  '/json',
]

function bodyAgainst(endpoint: Endpoint): { payload?: string | Buffer; type?: string } {
  if (!sendsBody(endpoint)) return {}
  const type = endpoint.upload ? 'application/octet-stream' : 'application/json'
  if (endpoint.upload)
    return { type, payload: Buffer.from(Array.from({ length: 200 }, () => Math.floor(random() * 256))) }
  if (chance(0.06)) return { type: one(TYPES), payload: '{}' }
  if (chance(0.12)) return { type, payload: one(BODIES) }
  return { type, payload: JSON.stringify(sampleOf(jsonSchema(endpoint.body), hostile)) }
}

type Sent = { address: string; payload?: string | Buffer; type?: string }

/** Signed in as one of those who may, mostly; now and then as nobody. */
function send(endpoint: Endpoint, sent: Sent): Promise<LightMyRequestResponse> {
  const roles = [...people.keys()]
  const allowed = roles.filter((role) => PERMISSIONS_OF[role].includes(endpoint.may))
  const role = chance(endsSessions(endpoint) ? 0.9 : 0.02) ? undefined : one(allowed.length > 0 ? allowed : roles)
  return sendAs(role, endpoint, sent)
}

async function sendAs(role: Role | undefined, endpoint: Endpoint, { address, payload, type }: Sent) {
  const answer = await house.app.inject({
    method: endpoint.method,
    url: address,
    headers: {
      ...(role === undefined ? {} : { cookie: people.get(role)!.cookie }),
      'accept-language': 'zh-CN',
      'idempotency-key': `hostile-${Math.floor(random() * 1e12)}`,
      ...(type === undefined ? {} : { 'content-type': type }),
    },
    ...(payload === undefined ? {} : { payload }),
  })
  // Whoever ended their own session signs in again.
  if (answer.statusCode === 401 && role !== undefined && endpoint !== signIn)
    await house.as(nameOf.get(role)!).then(
      (again) => people.set(role, again),
      () => people.delete(role),
    )
  return answer
}

/** Status 5xx, or a refusal that is not a problem document in the reader's language. */
function faultOf(endpoint: Endpoint, sent: Sent, answer: LightMyRequestResponse): string[] {
  const say = (what: string) => [
    `${what}: ${endpoint.method} ${sent.address.slice(0, 300)} ${String(sent.payload ?? '').slice(0, 600)} → ${answer.body.slice(0, 300)}`,
  ]
  if (answer.statusCode >= 500) return say(String(answer.statusCode))
  if (answer.statusCode < 400) return []
  if (!String(answer.headers['content-type']).startsWith('application/problem+json')) return say('no problem document')
  const { detail, items } = answer.json<{ detail: string; items: { detail: string }[] }>()
  const wrong = [detail, ...items.map((item) => item.detail)].find((sentence) => !/[一-鿿]/.test(sentence))
  return wrong === undefined ? [] : say(`“${wrong}” is not in Chinese`)
}

/** Done by anybody who is let: what is asked beside may have ended a session. */
async function moveDateBack(): Promise<void> {
  for (const one of people.values()) {
    const moved = one.call(moveDemonstrationDate, { body: { businessDate: '2022-03-01' } })
    if (
      await moved.then(
        () => true,
        () => false,
      )
    )
      return
  }
  throw new Error('nobody is signed in to move the date back')
}

/** Whoever is signed out in the middle asks nothing more. */
const endsSessions = (endpoint: Endpoint) =>
  [signOut, endOwnSession, endOtherSessions, endSessionsOf].some((each) => each === endpoint)

const OPEN_API = fileURLToPath(new URL('../../docs/openapi.json', import.meta.url))

it('10,000 requests that signed-in people can write make no operation of the interface fail unexpectedly', {
  timeout: 4 * LONGEST_MS,
}, async () => {
  const operations = house.routes.map((route) => route.endpoint)
  const { paths } = JSON.parse(readFileSync(OPEN_API, 'utf8')) as { paths: Record<string, Record<string, unknown>> }
  const described = Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path.replace('/{district}/api', '')}`),
  )
  const nameOfOperation = ({ method, path }: Endpoint) => `${method} ${path.replace(/:(\w+)/g, '{$1}')}`
  expect(operations.map(nameOfOperation).sort()).toEqual(described.sort())

  const tried = new Map<Endpoint, number>()
  const statuses = new Map<number, number>()
  const faults: string[] = []
  const started = Date.now()
  let sentCount = 0
  const tryOut = async (endpoint: Endpoint) => {
    const sent = { address: addressAgainst(endpoint), ...bodyAgainst(endpoint) }
    const answer = await send(endpoint, sent)
    statuses.set(answer.statusCode, (statuses.get(answer.statusCode) ?? 0) + 1)
    faults.push(...faultOf(endpoint, sent, answer))
    // Whoever moved the date moves it back: the others shall meet a day on which things happen.
    if (endpoint === moveDemonstrationDate) await moveDateBack()
  }
  for (let n = 0; sentCount < REQUESTS && (sentCount < FEWEST || Date.now() - started < LONGEST_MS); ) {
    const next: Endpoint[] = []
    while (next.length < AT_ONCE) {
      const endpoint = operations[n++ % operations.length]!
      const before = tried.get(endpoint) ?? 0
      if (endpoint.upload && before >= UPLOADS_EACH) continue
      tried.set(endpoint, before + 1)
      next.push(endpoint)
    }
    await Promise.all(next.map(tryOut))
    sentCount += next.length
  }
  console.log(`${sentCount} hostile requests in ${Math.round((Date.now() - started) / 1000)} s`)
  expect(faults.slice(0, 12)).toEqual([])
  expect(statuses.get(200) ?? 0).toBeGreaterThan(sentCount / 20)
  expect(tried.size).toBe(operations.length)
  // Whatever was done was done whole: the money still adds up.
  expect(await inDistrict(house.connection.db, LIANDU, recomputeBalances)).toEqual([])
})

it('a request that is refused leaves no row behind', { timeout: 2 * LONGEST_MS }, async () => {
  const looker = new pg.Client({ connectionString: house.database.superuserUrl })
  looker.on('error', () => undefined)
  await looker.connect()
  const tables = await looker.query<{ name: string }>(
    `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'r' and n.nspname not in ('information_schema', 'public', 'access') and n.nspname not like 'pg\\_%'`,
  )
  const counting = tables.rows
    .map(({ name }) => `select '${name}' as name, count(*) as n from ${name}`)
    .join(' union all ')
  const rows = async () =>
    (await looker.query<{ name: string; n: string }>(counting)).rows.map(({ name, n }) => `${name} ${n}`).sort()
  let refused = 0
  // That somebody tried to sign in is kept, and is to be.
  const changing = house.routes
    .map(({ endpoint }) => endpoint)
    .filter((endpoint) => changes(endpoint) && !endpoint.upload && !endpoint.path.startsWith('/session'))
  for (let n = 0; n < 60; n += 1) {
    const endpoint = one(changing)
    const sent = { address: addressAgainst(endpoint), ...bodyAgainst(endpoint) }
    const before = await rows()
    const answer = await send(endpoint, sent)
    if (answer.statusCode < 400 || answer.statusCode === 401) continue
    refused += 1
    expect(await rows(), `${endpoint.method} ${sent.address} left something: ${answer.body.slice(0, 300)}`).toEqual(
      before,
    )
  }
  await looker.end()
  expect(refused).toBeGreaterThan(20)
})

it('no address of any kind makes an operation fail unexpectedly, whichever part of it is broken', {
  timeout: 4 * LONGEST_MS,
}, async () => {
  const faults: string[] = []
  for (const { endpoint } of house.routes) {
    const good = addressOf(endpoint.path, idFor)
    const parts = [...endpoint.path.matchAll(/:(\w+)/g)].map(([, name]) => name!)
    const names = Object.keys((jsonSchema(endpoint.query) as { properties?: object }).properties ?? {}).slice(0, 3)
    const addresses = [
      ...parts.flatMap((broken) =>
        BAD_PARTS.map((bad) => addressOf(endpoint.path, (name) => (name === broken ? bad : idFor(name)))),
      ),
      ...names.flatMap((name) => BAD_PARTS.slice(0, 4).map((bad) => `${good}?${name}=${bad}`)),
      `${good}?__proto__=x&constructor=y&${'a=1&'.repeat(200)}`,
    ]
    const body = sendsBody(endpoint) && !endpoint.upload ? { type: 'application/json', payload: '{}' } : {}
    if (endpoint.upload) continue
    for (const address of addresses) {
      const sent = { address, ...body }
      faults.push(...faultOf(endpoint, sent, await send(endpoint, sent)))
    }
  }
  expect(faults.slice(0, 12)).toEqual([])
})

it('what is hardly HTTP is answered all the same, and the process goes on', async () => {
  const { hostname, port } = new URL(house.address)
  const say = (text: string) =>
    new Promise<string>((resolve) => {
      const socket = dial(Number(port), hostname, () => socket.end(text))
      let heard = ''
      socket.on('data', (bytes) => (heard += bytes.toString()))
      socket.on('error', () => undefined)
      socket.on('close', () => resolve(heard))
    })
  const get = `GET /${LIANDU}/api/session HTTP/1.1\r\nHost: x\r\n`
  for (const [text, status] of [
    [`${get}X-Large: ${'x'.repeat(100_000)}\r\n\r\n`, 431],
    [`${get}Cookie: ${'a=b; '.repeat(10_000)}\r\n\r\n`, 431],
    [`${get}X-Nul: a\0b\r\n\r\n`, 400],
    ['\0\0\0\r\n\r\n', 400],
    [`POST /${LIANDU}/api/session HTTP/1.1\r\nHost: x\r\nContent-Length: -5\r\n\r\n`, 400],
  ] as const) {
    const heard = await say(text)
    expect(heard.split('\r\n')[0]).toContain(` ${status} `)
    expect(heard).toMatch(/application\/problem\+json[\s\S]*"detail":"[^"]*[一-鿿]/)
  }
  expect((await fetch(`${house.address}/${LIANDU}/`, { method: 'HEAD' })).status).toBeLessThan(500)
})

/** Values tried in each field, while all others are as a form would send them. */
const TRIED_IN_A_FIELD = 6

/** Bodies with exactly one odd value, so that most come as far as a room's own rules. */
function oneOddField(endpoint: Endpoint): string[] {
  const schema = jsonSchema(endpoint.body)
  const plain = () =>
    sampleOf(schema, (value, _schema, name) => (/Ids?$/.test(name) ? idFor(name) : (KNOWN[name] ?? value))) as object
  return Object.keys(schema.properties ?? {}).flatMap((field) =>
    Array.from({ length: TRIED_IN_A_FIELD }, () => {
      const odd = chance(0.75) ? one(TEXTS.filter((text) => text.length < 1000)) : one([...NUMBERS, ...OTHERS])
      return JSON.stringify({ ...plain(), [field]: odd })
    }),
  )
}

it('no body of any kind makes an operation that takes one fail unexpectedly', { timeout: 6 * LONGEST_MS }, async () => {
  const faults: string[] = []
  let sentCount = 0
  for (const { endpoint } of house.routes) {
    if (!sendsBody(endpoint) || endpoint.upload || endsSessions(endpoint)) continue
    const address = addressOf(endpoint.path, idFor)
    const ofType = (type: string) => (payload: string) => ({ address, payload, type })
    const all = [
      ...oneOddField(endpoint).map(ofType('application/json')),
      // What is large takes long to read: every operation gets some of it.
      ...BODIES.filter(({ length }) => chance(length < 10_000 ? 0.6 : 0.15)).map(ofType('application/json')),
      ...TYPES.filter(() => chance(0.5)).map((type) => ofType(type)('{}')),
    ]
    sentCount += all.length
    for (let n = 0; n < all.length; n += AT_ONCE) {
      const some = all.slice(n, n + AT_ONCE)
      const answers = await Promise.all(some.map((sent) => send(endpoint, sent)))
      answers.forEach((answer, at) => faults.push(...faultOf(endpoint, some[at]!, answer)))
    }
  }
  console.log(`${sentCount} odd bodies`)
  expect(faults.slice(0, 12)).toEqual([])
})

it('text that cannot be kept is refused by its place, before any room sees it', async () => {
  const answer = await send(signIn, {
    address: addressOf(signIn.path, idFor),
    payload: JSON.stringify({ accountName: 'a\0b', password: '\uD800' }),
    type: 'application/json',
  })
  const { status, items } = answer.json<{ status: number; items: { at: string; detail: string }[] }>()
  expect(status).toBe(400)
  expect(items.map((item) => item.at).sort()).toEqual(['body.accountName', 'body.password'])
  for (const item of items) expect(item.detail).toMatch(/不能保存的字符/)
})
