import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { District } from '../kernel/reference/public.ts'
import type { Vault } from '../platform/crypto/public.ts'
import { type Db, inDistrict, type Tx } from '../platform/db/public.ts'
import { refuseCrossSite } from '../platform/http/public.ts'
import type { Site } from '../web/public/data.ts'
import { type Form, sentForm } from './forms.ts'
import { siteOf } from './public-site.ts'
import { isOurForm } from './resident-session.ts'

/** Somebody at a public page of a county. */
export type Visit = {
  readonly request: FastifyRequest
  readonly reply: FastifyReply
  readonly district: District
  readonly site: Site
}

export type VisitNeeds = { readonly db: Db; readonly vault: Vault; readonly districts: readonly District[] }

export type Lost = (request: FastifyRequest, reply: FastifyReply) => Promise<unknown>

/** What the pages know of a visit beside that, and where a form begins again that is not ours or was open for a day. */
type Ways<V> = { readonly lost: Lost; readonly of: (visit: Visit) => V; readonly again: (visit: V) => unknown }

/** How pages with forms are reached: the county by the first part of the address, nothing done for a form from nowhere. */
export function waysTo<V extends Visit>({ db, vault, districts }: VisitNeeds, { lost, of, again }: Ways<V>) {
  const known = new Map(districts.map((district) => [String(district.district), district]))
  const visited = async (request: FastifyRequest, reply: FastifyReply): Promise<V | undefined> => {
    const district = known.get((request.params as { district: string }).district)
    if (!district) return undefined
    const site = await inDistrict(db, district.district, async (tx) => siteOf(tx, district, request), {
      readOnly: true,
    })
    return of({ request, reply, district, site })
  }
  const page = (scope: FastifyInstance, path: string, show: (visit: V) => unknown) =>
    scope.get(`/:district${path}`, async (request, reply) => {
      const visit = await visited(request, reply)
      return visit ? show(visit) : lost(request, reply)
    })
  const sent = <F>(
    scope: FastifyInstance,
    path: string,
    read: (request: FastifyRequest) => F,
    tokenOf: (typed: F) => string | undefined,
    take: (visit: V, typed: F) => unknown,
  ) =>
    scope.post(`/:district${path}`, async (request, reply) => {
      refuseCrossSite(request)
      const visit = await visited(request, reply)
      if (!visit) return lost(request, reply)
      const typed = read(request)
      return isOurForm(request, vault, tokenOf(typed)) ? take(visit, typed) : again(visit)
    })
  const form = (scope: FastifyInstance, path: string, take: (visit: V, typed: Form) => unknown) =>
    sent(scope, path, sentForm, ({ token }) => token, take)
  return { page, form, sent }
}

export function send({ reply }: Visit, html: string, status = 200): FastifyReply {
  return reply
    .code(status)
    .type('text/html; charset=utf-8')
    .header('cache-control', 'no-store')
    .header('x-robots-tag', 'noindex, noarchive')
    .send(html)
}

export const within = <T>({ district }: Visit, { db }: VisitNeeds, work: (tx: Tx) => Promise<T>): Promise<T> =>
  inDistrict(db, district.district, work)
