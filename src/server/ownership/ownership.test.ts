import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { isDenied } from '../../kernel/access/denials.ts'
import { ALL_PERMISSIONS, PERMISSIONS_OF, type Role } from '../../kernel/access/permissions.ts'
import { newId } from '../../kernel/values/public.ts'
import type { Endpoint } from '../../platform/contract/public.ts'
import { placeOf, sha256, vaultOf } from '../../platform/crypto/public.ts'
import { sealedColumns } from '../../kernel/record/personal/register.ts'
import { PERSONAL } from '../house.ts'
import { LIANDU, QINGTIAN } from '../testing.ts'
import { ask, type Asked, type Asker, type Told, askersOf, each, forgetfulHouse, holds, saidOf } from './asking.ts'
import { askedOf } from './bodies.ts'
import { NOT_404, OPEN, PAPERS_ASK_FOR, REFUSED } from './expected.ts'
import { absentParams, idsIn, idSources, NoIds, othersIds, realField, realParams, TRAIL } from './ids.ts'
import { givenPlayedHouse, type Played } from './played.ts'
import { givenRow } from './rows.ts'

/*
 * Every operation, asked by every role, with real ids: its own, another organisation's, another district's, nobody's.
 * What must be answered follows from the contract: who holds the permission is let in; whoever does not is told 403 (401
 * where nobody is signed in) before anything they sent is looked at; and what is another's is answered byte for byte as
 * what does not exist. A new operation is walked without being told; where its ids are of something new, or its body
 * cannot be made from its contract, the test says so.
 */

/** One operation with real ids of its own. */
type Case = {
  readonly endpoint: Endpoint
  readonly name: string
  readonly own: Asked
  /** The fields of its body and query that carry ids. */
  readonly fields: readonly string[]
}

let played: Played
let app: FastifyInstance
let forgetful: Awaited<ReturnType<typeof forgetfulHouse>>
let here: Asker[]
let elsewhere: Asker[]
let neighbour: Asker
let cases: Case[]
let unknown: string[]

beforeAll(async () => {
  played = await givenPlayedHouse()
  forgetful = await forgetfulHouse(played.house)
  app = forgetful.app
  here = await askersOf(played.house, LIANDU)
  elsewhere = await askersOf(played.house, QINGTIAN)
  const jigong = await played.house.as('jigong')
  neighbour = { role: 'provider', accountName: 'jigong', district: LIANDU, cookie: jigong.cookie }
  cases = []
  unknown = []
  for (const { endpoint } of played.house.routes)
    await casesOf(endpoint).then(
      (found) => cases.push(...found),
      (error: unknown) => {
        if (!(error instanceof NoIds)) throw error
        unknown.push(error.message)
      },
    )
}, 240_000)
afterAll(async () => {
  await forgetful?.close()
  await played?.close()
})

async function casesOf(endpoint: Endpoint): Promise<Case[]> {
  const { body, query } = askedOf(endpoint, () => newId())
  const fields = [...new Set([...body.ids, ...query.ids])]
  const ids = new Map<string, string>()
  for (const field of fields) ids.set(field, await realField(played.owner, endpoint, field, LIANDU))
  const asked = sending(endpoint, ids)
  const name = `${endpoint.method} ${endpoint.path}`
  if (endpoint.path === TRAIL)
    return [...played.steps].map(([kind, id]) => {
      return { endpoint, name: `${name} (${kind})`, own: { ...asked, params: { kind, id } }, fields }
    })
  return [{ endpoint, name, own: { ...asked, params: await realParams(played.owner, endpoint, LIANDU) }, fields }]
}

function sending(endpoint: Endpoint, ids: ReadonlyMap<string, string>): Asked {
  const { body, query } = askedOf(endpoint, (field) => ids.get(field) ?? newId())
  return { params: {}, body: body.value, query: query.value, ids }
}

const ofRecords = () => cases.filter(({ endpoint }) => idsIn(endpoint.path).length > 0)

it('asks for a post everywhere but in one’s own session, and for one that no role is denied', () => {
  const open = played.house.routes.filter(({ endpoint }) => !ALL_PERMISSIONS.has(endpoint.may))
  expect(open.map(({ endpoint }) => `${endpoint.method} ${endpoint.path}`).toSorted()).toEqual(OPEN.toSorted())
  const denied = here.flatMap(({ role }) => PERMISSIONS_OF[role].filter((permission) => isDenied(role, permission)))
  expect(denied).toEqual([])
})

it('knows what every id is of, in paths, bodies and queries', () => {
  expect(unknown).toEqual([])
})

it('takes bodies and queries that are made from the contract alone', () => {
  const refused = cases.flatMap(({ endpoint, name, own }) =>
    (['params', 'query', 'body'] as const).flatMap((part) => {
      const { error } = endpoint[part].safeParse(own[part])
      return error ? [`${name}, ${part} ${JSON.stringify(own[part])}: ${error.message}`] : []
    }),
  )
  expect(refused).toEqual([])
})

it('tells nobody, and a resident, 401, and 403 to everybody whose post it is not', async () => {
  const token = `${LIANDU}.${'r'.repeat(43)}`
  const expiresAt = new Date(Date.now() + 3_600_000)
  await givenRow(played.owner, 'access.resident_sessions', LIANDU, {
    token_sha256: sha256(token),
    expires_at: expiresAt,
  })
  const strangers = ['', `__Host-shanjiang-resident=${token}; __Host-shanjiang=${token}`]
  const wrong: string[] = []
  const refusals = new Set<string>()
  await each(cases, async ({ endpoint, name, own }) => {
    if (endpoint.may === 'anyone') return
    for (const cookie of strangers) {
      const { status } = await ask(app, endpoint, { district: LIANDU, cookie }, own)
      if (status !== 401) wrong.push(`${name}: ${status} to ${cookie ? 'a resident' : 'nobody'}`)
    }
    for (const asker of here.filter(({ role }) => !holds(role, endpoint))) {
      const told = await ask(app, endpoint, asker, own)
      refusals.add(told.said)
      if (told.status !== 403) wrong.push(`${name}: ${told.status} to ${asker.role}, who may not`)
    }
  })
  expect(wrong.toSorted()).toEqual([])
  // One and the same answer, whatever was asked for.
  expect([...refusals]).toHaveLength(1)
}, 120_000)

/** What everybody who holds the permission is answered to what is their own: walked once, looked at twice. */
let answers: (Told & { readonly at: Case; readonly role: Role })[]

it('lets in everybody whose post it is to what is theirs', async () => {
  answers = []
  await each(cases, async (at) => {
    for (const asker of here.filter(({ role }) => holds(role, at.endpoint)))
      answers.push({ ...(await ask(app, at.endpoint, asker, at.own)), at, role: asker.role })
  })
  const wrong = answers.flatMap(({ at: { endpoint, name }, role, status, said }) => {
    if (endpoint.may === 'anyone') return []
    const refused = REFUSED[name]?.roles.includes(role) ? REFUSED[name].status : null
    const hidden = endpoint.path.startsWith('/papers/') && !PERMISSIONS_OF[role].includes(PAPERS_ASK_FOR)
    const must = refused ?? (hidden ? 404 : null)
    const isRight = must === null ? ![401, 403, 404].includes(status) && status < 500 : status === must
    return isRight ? [] : [`${name}: ${status} to ${role}, not ${must ?? 'an answer'}: ${said.slice(-200)}`]
  })
  expect(wrong.toSorted()).toEqual([])
}, 120_000)

it('shows an identity number, a phone or an account in clear only where it is counted and asks for a fresh second factor', async () => {
  const kept = await clearNumbers()
  expect(kept.size).toBeGreaterThan(100)
  const shown = new Map<string, Endpoint>()
  for (const { at, said } of answers)
    if (said.match(/\d{11,18}[\dX]?/g)?.some((number) => kept.has(number))) shown.set(at.name, at.endpoint)
  const open = [...shown].filter(([, { quota, fresh }]) => quota === null || !fresh).map(([name]) => name)
  expect(open.toSorted()).toEqual([])
  // The walk does see numbers where there are some to be seen.
  expect([...shown.keys()]).toContain('POST /people/letters/:letterId/roster')
})

/** Every number of a person that the county holds sealed. */
async function clearNumbers(): Promise<ReadonlySet<string>> {
  const vault = vaultOf(played.house.keys)
  const numbers = new Set<string>()
  for (const { table, column } of sealedColumns(PERSONAL)) {
    if (!/^(identity|phone|account)_/.test(column)) continue
    const { rows } = await played.owner.query<{ id: string; value: Buffer }>(
      `select id, ${column} as value from ${table} where district = $1 and ${column} is not null`,
      [LIANDU],
    )
    // Rows made up from the catalogue hold nothing that was sealed.
    for (const { id, value } of rows)
      if (value[0] === 1 && value[2] === 107)
        numbers.add(vault.openText(placeOf(`${table}.${column}`, LIANDU, id), value))
  }
  return numbers
}

it('answers what is another district’s as what does not exist', async () => {
  const wrong: string[] = []
  await each(ofRecords(), async ({ endpoint, name, own }) => {
    for (const asker of elsewhere.filter(({ role }) => holds(role, endpoint)))
      wrong.push(...(await telling(endpoint, name, own, asker)))
  })
  expect(wrong.toSorted()).toEqual([])
}, 120_000)

it('answers what is another organisation’s as what does not exist', async () => {
  const wrong: string[] = []
  await each(ofRecords(), async ({ endpoint, name, own }) => {
    if (holds('provider', endpoint)) wrong.push(...(await telling(endpoint, name, own, neighbour)))
  })
  expect(wrong.toSorted()).toEqual([])
}, 120_000)

/** By what somebody can tell a record that is not theirs from one that does not exist. */
async function telling(endpoint: Endpoint, name: string, own: Asked, asker: Asker): Promise<string[]> {
  const absent = { ...own, params: absentParams(endpoint, own.params) }
  const theirs = await ask(app, endpoint, asker, own)
  const nothing = await ask(app, endpoint, asker, absent)
  const must = asker.role === 'provider' ? 404 : (NOT_404[name] ?? 404)
  const who = `${asker.role} ${asker.accountName} of ${asker.district}`
  return [
    ...(saidOf(theirs, own) === saidOf(nothing, absent)
      ? []
      : [`${name}: ${who} can tell another’s: ${theirs.said.slice(-300)}, not ${nothing.said.slice(-300)}`]),
    ...(nothing.status === must ? [] : [`${name}: ${nothing.status} to ${who} for what does not exist, not ${must}`]),
  ]
}

it('answers an id in a body or a query that is another’s as one that does not exist', async () => {
  const others = await othersIds(played.owner, {
    sources: idSources(cases),
    district: QINGTIAN,
    here: LIANDU,
    organisationId: played.organisationId,
  })
  const wrong: string[] = []
  let asked = 0
  await each(cases, async ({ endpoint, name, own, fields }) => {
    for (const asker of here.filter(({ role }) => holds(role, endpoint))) {
      for (const field of fields) {
        const sent = (id: string): Asked => {
          return { ...sending(endpoint, new Map([...own.ids!, [field, id]])), params: own.params }
        }
        const absent = sent(newId())
        const nothing = saidOf(await ask(app, endpoint, asker, absent), absent)
        for (const { id, whose } of others(endpoint, field, asker.role)) {
          const theirs = sent(id)
          asked += 1
          const said = saidOf(await ask(app, endpoint, asker, theirs), theirs)
          if (said !== nothing)
            wrong.push(
              `${name}: ${asker.role} can tell another ${whose}’s ${field}: ${said.slice(-300)}, not ${nothing.slice(-300)}`,
            )
        }
      }
    }
  })
  expect(wrong.toSorted()).toEqual([])
  expect(asked).toBeGreaterThan(100)
}, 120_000)
