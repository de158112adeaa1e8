import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import { changes, type Endpoint, Problem, type ProblemItem } from '../contract/public.ts'
import { type Db, inDistrict, type Tx } from '../db/public.ts'
import { allWithoutDirections } from './directions.ts'
import { itemsOf } from './issues.ts'
import { localeOfRequest } from './problems.ts'
import type { Actor, Ask, AskApart, Download, Route, Used } from './route.ts'
import { claimKey, findKey, keepAnswer } from './store.ts'
import { unkeepable } from './unkeepable.ts'
import { words } from './words.ts'

export type Binding = {
  readonly db: Db
  readonly knowsDistrict: (district: number) => boolean
  /** The actor of a request, looked up in the request's own transaction. */
  readonly authenticate: (tx: Tx, request: FastifyRequest) => Promise<Actor | undefined>
  /** Why nobody is signed in any more, where the browser still shows a session that has ended. */
  readonly whyNobody?: (tx: Tx, request: FastifyRequest) => Promise<Problem | undefined>
  readonly newId: () => string
  readonly maxUploadBytes: number
  /** Keys the hash a request is remembered by: who reads the table cannot try out what was typed. */
  readonly keyed?: (sha256: Buffer) => Buffer
  /** What else stands before some operations besides the permission (a fresh second factor, a quota): throws where they stay shut. */
  readonly admit?: (tx: Tx, visitor: Actor, endpoint: Endpoint, body: unknown) => Promise<void>
  /** Keeps that an operation was opened by an emergency only; nothing is answered that could not be kept. */
  readonly noteUse?: (tx: Tx, used: Used) => Promise<void>
  /** What a refusal leaves behind, in a transaction of its own: the refused one's is rolled back. */
  readonly afterRefusal?: (tx: Tx, problem: Problem) => Promise<void>
}

/** Serves every route below `/:district/api`: one transaction each, permission first, then validation, then the work. */
export function bindRoutes(app: FastifyInstance, routes: readonly Route[], binding: Binding): void {
  app.addHook('onRequest', async (request) => {
    if (request.method !== 'GET' && isOfApi(request)) refuseCrossSite(request)
  })
  for (const { endpoint, handle, apart } of routes) {
    app.route({
      method: endpoint.method,
      url: `/:district/api${endpoint.path}`,
      ...(endpoint.upload ? { bodyLimit: binding.maxUploadBytes } : {}),
      ...(endpoint.mostMegabytes ? { bodyLimit: endpoint.mostMegabytes * 1024 * 1024 } : {}),
      handler: async (request, reply) => {
        const district = districtIn((request.params as { district: string }).district)
        if (district === undefined || !binding.knowsDistrict(district)) throw new Problem('not-found', words.notFound)
        if (apart) return reply.send(await answerApart(district, endpoint, apart, binding, request, reply))
        let read: Used | undefined
        const answer = await inDistrict(
          binding.db,
          district,
          (tx) =>
            answerTo(tx, endpoint, handle, binding, request, reply, (used) => {
              read = used
            }),
          { readOnly: !changes(endpoint) },
        ).catch((error: unknown) => refused(binding, district, error))
        if (read) await noted(binding, district, read)
        return endpoint.download ? sendFile(reply, endpoint.download, answer as Download) : reply.send(answer)
      },
    })
  }
}

/** By the route, and by the address where no route took it: an address may spell its digits in percent signs. */
const isOfApi = (request: FastifyRequest): boolean =>
  request.routeOptions.url?.startsWith('/:district/api/') === true || /^\/\d{6}\/api\//.test(request.url)

async function noted({ db, noteUse }: Binding, district: number, used: Used): Promise<void> {
  if (noteUse) await inDistrict(db, district, (tx) => noteUse(tx, used))
}

async function refused(binding: Binding, district: number, error: unknown): Promise<never> {
  if (error instanceof Problem && binding.afterRefusal)
    await inDistrict(binding.db, district, (tx) => binding.afterRefusal!(tx, error))
  throw error
}

async function permit(
  tx: Tx,
  endpoint: Endpoint,
  visitor: Actor | undefined,
  { whyNobody }: Binding,
  request: FastifyRequest,
): Promise<void> {
  if (endpoint.may === 'anyone') return
  if (!visitor) throw (await whyNobody?.(tx, request)) ?? new Problem('not-signed-in', words.notSignedIn)
  if (endpoint.may !== 'signed-in' && !visitor.permissions.has(endpoint.may))
    throw new Problem('forbidden', words.forbidden)
}

async function answerApart(
  district: number,
  endpoint: Endpoint,
  apart: NonNullable<Route['apart']>,
  binding: Binding,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<unknown> {
  const visitor = await inDistrict(
    binding.db,
    district,
    async (tx) => {
      const found = await binding.authenticate(tx, request)
      await permit(tx, endpoint, found, binding, request)
      return found
    },
    { readOnly: true },
  )
  const { params, query, body } = readAsked(endpoint, request)
  const acting = visitor && asActing(visitor, endpoint)
  const ask: AskApart = {
    params,
    query,
    body,
    district,
    within: (work) => inDistrict(binding.db, district, work),
    actor: acting?.actor as Actor,
    visitor,
    newId: binding.newId,
    locale: localeOfRequest(request),
    request,
    reply,
  }
  const { admit } = binding
  if (visitor && admit) await ask.within((tx) => admit(tx, visitor, endpoint, body))
  const answer = endpoint.returns.parse(await apart(ask))
  const permission = acting?.opened()
  if (visitor && permission)
    await noted(binding, district, { visitor, endpoint, permission, params, reads: !changes(endpoint) })
  return answer
}

/** A district is written one way only, so that caches, logs and the session's district mean the same one. */
function districtIn(text: string): number | undefined {
  return /^\d{6}$/.test(text) ? Number(text) : undefined
}

async function answerTo(
  tx: Tx,
  endpoint: Endpoint,
  handle: NonNullable<Route['handle']>,
  binding: Binding,
  request: FastifyRequest,
  reply: FastifyReply,
  afterwards: (used: Used | undefined) => void,
): Promise<unknown> {
  afterwards(undefined)
  const visitor = await binding.authenticate(tx, request)
  await permit(tx, endpoint, visitor, binding, request)
  // A file handed out is handed out, and recorded, each time: only what is answered in JSON is answered once.
  const key = changes(endpoint) && endpoint.may !== 'anyone' && !endpoint.download ? keyOf(request) : undefined
  const asked = readAsked(endpoint, request)
  if (key) {
    const plain = requestHash(request)
    const hash = binding.keyed ? binding.keyed(plain) : plain
    if (!(await claimKey(tx, visitor!.accountId, key, hash))) {
      const used = await findKey(tx, visitor!.accountId, key)
      if (!used?.requestSha256.equals(hash))
        throw new Problem('not-acceptable', words.keyReused, { code: 'idempotency-key-reused' })
      return used.answer
    }
  }
  if (visitor && binding.admit) await binding.admit(tx, visitor, endpoint, asked.body)
  const acting = visitor && asActing(visitor, endpoint)
  const ask: Ask = {
    ...asked,
    tx,
    actor: acting?.actor as Actor,
    visitor,
    now: tx.now,
    newId: binding.newId,
    locale: localeOfRequest(request),
    request,
    reply,
  }
  const answer = await handle(ask)
  const permission = acting?.opened()
  if (visitor && permission) {
    const reads = !changes(endpoint)
    const used = { visitor, endpoint, permission, params: asked.params, reads }
    // What only reads has no transaction that could write: it is kept before the answer leaves, in one of its own.
    if (reads) afterwards(used)
    else await binding.noteUse?.(tx, used)
  }
  if (endpoint.download) return answer
  // What is not in the contract does not leave: unknown fields are dropped here.
  const told = endpoint.returns.parse(answer)
  if (key) await keepAnswer(tx, visitor!.accountId, key, told)
  return told
}

/**
 * Who asks, with the delegation or the emergency that what they ask for takes. An operation that names no permission may
 * ask for one itself (papers, for that of their record): whether an emergency gave it is known when it has answered.
 */
function asActing(visitor: Actor, { may }: Endpoint): { actor: Actor; opened: () => string | undefined } {
  const { emergency } = visitor
  if (emergency && may === 'signed-in') {
    const permissions = new Consulted(visitor.permissions, emergency.opens)
    return { actor: { ...visitor, permissions, inEmergency: emergency.id }, opened: () => permissions.found }
  }
  const under = visitor.delegated?.get(may)
  const opened = emergency?.opens.has(may) ? may : undefined
  return {
    actor: {
      ...visitor,
      ...(under === undefined ? {} : { under }),
      ...(opened && emergency ? { inEmergency: emergency.id } : {}),
    },
    opened: () => opened,
  }
}

/** Permissions that remember whether one of some was asked for and found. */
class Consulted extends Set<string> {
  found: string | undefined
  readonly #watched: ReadonlySet<string>
  constructor(all: Iterable<string>, watched: ReadonlySet<string>) {
    super(all)
    this.#watched = watched
  }
  override has(permission: string): boolean {
    const has = super.has(permission)
    if (has && this.#watched.has(permission)) this.found ??= permission
    return has
  }
}

function keyOf(request: FastifyRequest): string {
  const key = request.headers['idempotency-key']
  if (typeof key !== 'string' || key.length < 8 || key.length > 200)
    throw new Problem('bad-input', words.keyMissing, { code: 'idempotency-key-missing' })
  return key
}

function requestHash(request: FastifyRequest): Buffer {
  const hash = createHash('sha256').update(`${request.method} ${request.url}\n`)
  return hash.update(Buffer.isBuffer(request.body) ? request.body : JSON.stringify(request.body ?? null)).digest()
}

/** A browser says where a request comes from; another site's may neither change anything nor make us work. */
export function refuseCrossSite(request: FastifyRequest): void {
  const { origin } = request.headers
  const site = request.headers['sec-fetch-site']
  const foreign =
    (origin !== undefined && (!URL.canParse(origin) || new URL(origin).host !== request.host)) ||
    (site !== undefined && site !== 'same-origin' && site !== 'none')
  if (foreign) throw new Problem('forbidden', words.crossSite, { code: 'cross-site' })
}

function readAsked(endpoint: Endpoint, request: FastifyRequest) {
  const items: ProblemItem[] = []
  const read = (part: string, shape: z.ZodType, value: unknown): never => {
    const sent = value ?? {}
    const unkept = unkeepable(part, sent)
    items.push(...unkept)
    if (unkept.length > 0) return undefined as never
    const plain = allWithoutDirections(sent)
    const result = shape.safeParse(plain)
    if (result.success) return result.data as never
    items.push(...itemsOf(part, shape, plain, result.error.issues))
    return undefined as never
  }
  const file = endpoint.upload && Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0)
  if (endpoint.upload && !Buffer.isBuffer(request.body)) throw new Problem('wrong-type', words.wrongType)
  const asked = {
    params: read('params', endpoint.params, request.params),
    query: read('query', endpoint.query, request.query),
    body: endpoint.upload ? {} : read('body', endpoint.body, request.body),
    file,
  }
  if (items.length > 0) throw new Problem('bad-input', words.badInput, { items })
  return asked
}

function sendFile(reply: FastifyReply, mediaType: string, file: Download): FastifyReply {
  return reply
    .header('content-type', mediaType)
    .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file.fileName)}`)
    .header('cache-control', 'no-store')
    .send(file.bytes instanceof Readable ? file.bytes : Buffer.from(file.bytes))
}
