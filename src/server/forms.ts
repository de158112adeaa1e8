import type { FastifyInstance, FastifyRequest } from 'fastify'
import { withoutDirections } from '../platform/http/public.ts'

/** What a page's form sent: text alone, of a bearable length, without NUL (no column takes it) or marks that turn text around. */
export type Form = Readonly<Record<string, string | undefined>>

const MOST_TYPED = 2000

/** Lets a part of the house read the forms of pages; a name that is sent several times keeps all in order, by commas. */
export function takeForms(scope: FastifyInstance): void {
  scope.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string', bodyLimit: 64 * 1024 },
    (_request, body, done) => done(null, readForm(String(body))),
  )
}

export function readForm(body: string): Form {
  const read: Record<string, string> = Object.create(null)
  for (const [name, value] of new URLSearchParams(body)) {
    const clean = withoutDirections(value.replaceAll('\0', '')).slice(0, MOST_TYPED)
    read[name] = name in read ? `${read[name]},${clean}` : clean
  }
  return read
}

/** The form of a request: nothing where none was sent, and of another kind of body what is text. */
export function sentForm(request: FastifyRequest): Form {
  return Object.fromEntries(Object.entries(request.body ?? {}).filter(([, value]) => typeof value === 'string'))
}
