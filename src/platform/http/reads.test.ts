import { randomUUID } from 'node:crypto'
import fastify, { type FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import { call, endpoint, None } from '../contract/public.ts'
import { connect, type Connection, inDistrict } from '../db/public.ts'
import { freshDatabase, type TestDatabase } from '../testing/database.ts'
import { bindRoutes } from './bind.ts'
import { openApiOf } from './openapi.ts'
import { answerProblems } from './problems.ts'
import { type Actor, route } from './route.ts'
import { claimKey } from './store.ts'

const DISTRICT = 331102
const actor: Actor = {
  accountId: randomUUID(),
  personId: randomUUID(),
  organisationId: null,
  roles: [],
  permissions: new Set(),
}
const asked = { method: 'POST', may: 'signed-in', params: None, query: None, reads: true } as const
const question = endpoint({
  ...asked,
  path: '/long-question',
  summary: 'How many things were sent',
  body: z.object({ things: z.array(z.string()) }),
  returns: z.object({ count: z.int() }),
})
const trespass = endpoint({ ...asked, path: '/trespass', summary: 'Writes after all', body: None, returns: None })

let database: TestDatabase
let connection: Connection
let app: FastifyInstance
const sent: Record<string, string>[] = []

beforeAll(async () => {
  database = await freshDatabase()
  connection = connect(database.appUrl)
  app = fastify()
  answerProblems(app, {}, 1024 * 1024)
  bindRoutes(
    app,
    [
      route(question, async ({ body }) => ({ count: body.things.length })),
      route(trespass, async ({ tx }) => {
        await claimKey(tx, actor.accountId, 'somebody’s key', Buffer.alloc(32))
        return {}
      }),
    ],
    {
      db: connection.db,
      knowsDistrict: (district) => district === DISTRICT,
      authenticate: async () => actor,
      newId: randomUUID,
      maxUploadBytes: 1024 * 1024,
    },
  )
})
afterAll(async () => {
  await app.close()
  await connection.close()
  await database.drop()
})

const fetchWith = (async (address: string, init: RequestInit = {}) => {
  sent.push(init.headers as Record<string, string>)
  const answer = await app.inject({
    method: init.method as 'POST',
    url: address,
    headers: init.headers as Record<string, string>,
    payload: init.body as string,
  })
  return new Response(answer.payload, { status: answer.statusCode })
}) as typeof fetch

const keys = () =>
  inDistrict(connection.db, DISTRICT, (tx) =>
    tx.db.selectFrom('http.idempotency_keys').select('key').where('district', '=', tx.district).execute(),
  )

it('answers a POST that only reads without a key, and keeps nothing of it', async () => {
  const answer = await call({ district: DISTRICT, locale: 'zh', fetchWith }, question, { body: { things: ['a', 'b'] } })
  expect(answer).toEqual({ count: 2 })
  expect(sent.at(-1)).not.toHaveProperty('idempotency-key')
  expect(await keys()).toEqual([])
})

it('never lets such a POST write: the database itself refuses', async () => {
  await expect(call({ district: DISTRICT, locale: 'zh', fetchWith }, trespass)).rejects.toMatchObject({
    problem: { status: 500 },
  })
  expect(await keys()).toEqual([])
})

it('is still refused to another site', async () => {
  const url = `/${DISTRICT}/api/long-question`
  const answer = await app.inject({
    method: 'POST',
    url,
    headers: { 'sec-fetch-site': 'cross-site' },
    payload: { things: [] },
  })
  expect(answer.statusCode).toBe(403)
})

it('is written down with its body and without the key’s header', () => {
  const { paths } = openApiOf([question], '0') as {
    paths: Record<string, { post: { parameters: { name: string }[]; requestBody: object } }>
  }
  const { post } = paths['/{district}/api/long-question']!
  expect(post.parameters.map(({ name }) => name)).toEqual(['district'])
  expect(post.requestBody).toBeDefined()
})
