import type { FastifyInstance, FastifyRequest } from 'fastify'
import { withoutDirections } from '../platform/http/public.ts'
import { readMultipart } from './multipart.ts'

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

const MOST_PAPER = 6 * 1024 * 1024

/** Lets a part of the house read forms that carry a file. */
export function takePapers(scope: FastifyInstance): void {
  scope.addContentTypeParser(
    'multipart/form-data',
    { parseAs: 'buffer', bodyLimit: MOST_PAPER },
    (_request, body, done) => done(null, body),
  )
}

/** The form of a request with its file; a form without one is read too, and of what is none nothing. */
export function sentPaper(request: FastifyRequest): { fields: Form; file: Buffer | null } {
  if (!Buffer.isBuffer(request.body)) return { fields: sentForm(request), file: null }
  const read = readMultipart(request.headers['content-type'] ?? '', request.body)
  if (!read) return { fields: {}, file: null }
  const fields = Object.entries(read.fields).map(([name, value]) => [name, withoutDirections(value)] as const)
  return { fields: Object.fromEntries(fields), file: read.file }
}
