import type { z } from 'zod'
import { changes, type Endpoint, sendsBody } from './endpoint.ts'
import type { ProblemDocument } from './problem.ts'
import type { Locale } from './words.ts'

/** A refusal by the server, with the sentence already in the reader's language. */
export class Refusal extends Error {
  readonly problem: ProblemDocument
  constructor(problem: ProblemDocument) {
    super(problem.detail)
    this.name = 'Refusal'
    this.problem = problem
  }
}

type In<S> = S extends z.ZodType ? z.input<S> : never
type Out<S> = S extends z.ZodType ? z.output<S> : never

export type Call = {
  params?: Record<string, unknown>
  query?: Record<string, unknown>
  body?: unknown
  file?: Blob
  /** The same key for the same intent: a retry after a lost answer is not a second act. */
  idempotencyKey?: string
}

type CallOf<E extends Endpoint> = Omit<Call, 'params' | 'query' | 'body'> & {
  params?: In<E['params']>
  query?: In<E['query']>
  body?: In<E['body']>
}

function fill(path: string, params: Record<string, unknown>): string {
  return path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params[name])))
}

function queryText(query: Record<string, unknown>): string {
  const parts = new URLSearchParams()
  for (const [key, value] of Object.entries(query)) {
    if (value !== undefined && value !== null && value !== '')
      parts.set(key, typeof value === 'string' ? value : JSON.stringify(value))
  }
  const text = parts.toString()
  return text ? `?${text}` : ''
}

/** The address of an operation in a district, for links and downloads. */
export function addressOf<E extends Endpoint>(district: number | string, described: E, call: CallOf<E> = {}): string {
  return `/${district}/api${fill(described.path, call.params ?? {})}${queryText(call.query ?? {})}`
}

/** Calls an operation; throws `Refusal` with the server's own sentence. Works in the browser and in tests (`fetchWith`). */
export async function call<E extends Endpoint>(
  to: { district: number | string; locale: Locale; fetchWith?: typeof fetch; origin?: string },
  described: E,
  input: CallOf<E> = {},
): Promise<Out<E['returns']>> {
  const headers: Record<string, string> = { 'accept-language': to.locale === 'zh' ? 'zh-CN' : 'en' }
  if (changes(described)) headers['idempotency-key'] = input.idempotencyKey ?? crypto.randomUUID()
  let body: BodyInit | undefined
  if (described.upload) {
    headers['content-type'] = 'application/octet-stream'
    body = input.file
  } else if (sendsBody(described)) {
    headers['content-type'] = 'application/json'
    body = JSON.stringify(input.body ?? {})
  }
  const answer = await (to.fetchWith ?? fetch)(`${to.origin ?? ''}${addressOf(to.district, described, input)}`, {
    method: described.method,
    headers,
    ...(body === undefined ? {} : { body }),
  })
  if (!answer.ok) throw new Refusal((await answer.json()) as ProblemDocument)
  return (described.download ? await answer.blob() : await answer.json()) as Out<E['returns']>
}
