import { randomUUID } from 'node:crypto'
import type { Socket } from 'node:net'
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import {
  type Locale,
  localeOf,
  Problem,
  PROBLEM_STATUS,
  type ProblemDocument,
  say,
  type Sentence,
} from '../contract/public.ts'
import { brokenConstraint, isPassing, mayHaveTakenEffect, tookTooLong } from '../db/public.ts'
import { tooLarge, words } from './words.ts'

/** The reader's language: what they chose (cookie `lang`), else what the browser says. */
export function localeOfRequest(request: FastifyRequest): Locale {
  const chosen = /(?:^|;\s*)lang=(zh|en)/.exec(request.headers.cookie ?? '')?.[1]
  return request.headers['accept-language']
    ? localeOf(request.headers['accept-language'])
    : ((chosen as Locale | undefined) ?? 'zh')
}

/** Sentences for broken constraints, by the constraint's name: what a room promises in its schema, it also explains. */
export type ConstraintWords = Readonly<Record<string, Sentence>>

/** A failure that is ours as a page for people; undefined where the address is no page. */
export type TroublePage = (request: FastifyRequest, trouble: Problem, instance?: string) => string | undefined

/**
 * Turns every failure into a problem document, or, where people read pages, those that are ours into a page. Unexpected
 * ones say nothing but a number, and are logged under it.
 */
export function answerProblems(
  app: FastifyInstance,
  constraintWords: ConstraintWords,
  maxUploadBytes: number,
  pageOf: TroublePage = () => undefined,
): void {
  app.setErrorHandler((error, request, reply) => {
    const isJson = request.headers['content-type']?.startsWith('application/json')
    const mostBytes = (isJson ? request.routeOptions.bodyLimit : undefined) ?? maxUploadBytes
    const problem = problemOf(error as Error, constraintWords, mostBytes)
    if (problem?.operatorsFault)
      request.log.error({ code: problem.code, detail: problem.sentence.en }, 'not configured')
    const instance = problem ? undefined : randomUUID()
    if (instance) request.log.error({ err: error, instance }, 'unexpected failure')
    const told = problem ?? new Problem('unexpected', words.unexpected)
    const page = PROBLEM_STATUS[told.kind] >= 500 ? pageOf(request, told, instance) : undefined
    if (page === undefined) return send(reply, request, told, instance)
    return waitAwhile(reply, told).type('text/html; charset=utf-8').header('cache-control', 'no-store').send(page)
  })
  app.setNotFoundHandler((request, reply) => send(reply, request, new Problem('not-found', words.notFound)))
}

/** Refusals given before a route is found, in the same form. */
export function answerBadAddress(error: FastifyError, request: FastifyRequest, reply: FastifyReply): void {
  const problem = problemOf(error, {}, 0) ?? new Problem('bad-input', words.badAddress)
  void send(reply, request, problem)
}

/** What is no HTTP, or too much of it, never becomes a request; the one who wrote it gets the same kind of answer. */
export function answerBadHttp(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy()
  const [status, reason, sentence] =
    error.code === 'HPE_HEADER_OVERFLOW'
      ? [431, 'Request Header Fields Too Large', words.headersTooLarge]
      : error.code === 'ERR_HTTP_REQUEST_TIMEOUT'
        ? [408, 'Request Timeout', words.tooSlow]
        : [400, 'Bad Request', words.badHttp]
  const document = {
    type: 'about:blank',
    title: 'bad-input',
    status,
    detail: say(sentence, 'zh'),
    code: 'bad-http',
    items: [],
  }
  const body = JSON.stringify(document)
  socket.end(
    `HTTP/1.1 ${status} ${reason}\r\nContent-Type: application/problem+json\r\nContent-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
  )
}

function problemOf(error: Error, constraintWords: ConstraintWords, mostBytes: number): Problem | undefined {
  if (error instanceof Problem) return error
  const constraint = brokenConstraint(error)
  if (constraint && constraintWords[constraint])
    return new Problem('conflict', constraintWords[constraint], { code: constraint })
  if (isPassing(error))
    return new Problem('unavailable', mayHaveTakenEffect(error) ? words.perhapsDone : words.unavailable)
  if (tookTooLong(error)) return new Problem('unavailable', words.tookTooLong)
  const { code, statusCode } = error as FastifyError
  // Text or numbers the database cannot hold (NUL, overflow, malformed): the request's fault.
  if (['22003', '22007', '22008', '22021', '22P02', '22P05'].includes(code))
    return new Problem('bad-input', words.badInput)
  if (statusCode === 413) return new Problem('too-large', tooLarge(Math.floor(mostBytes / 1024 / 1024)))
  if (statusCode === 415) return new Problem('wrong-type', words.wrongType)
  if (code === 'FST_ERR_BAD_URL') return new Problem('bad-input', words.badAddress)
  if (statusCode === 400) return new Problem('bad-input', words.badJson)
  return undefined
}

function send(reply: FastifyReply, request: FastifyRequest, problem: Problem, instance?: string): FastifyReply {
  const locale = localeOfRequest(request)
  const document: ProblemDocument = {
    type: 'about:blank',
    title: problem.kind,
    status: PROBLEM_STATUS[problem.kind],
    detail: say(problem.sentence, locale),
    code: problem.code,
    items: problem.items.map((item) => ({ at: item.at, detail: say(item.sentence, locale) })),
    ...(instance ? { instance } : {}),
  }
  return waitAwhile(reply, problem).type('application/problem+json').send(JSON.stringify(document))
}

const RETRY_AFTER_SECONDS = 5

function waitAwhile(reply: FastifyReply, { kind, retryAfterSeconds }: Problem): FastifyReply {
  const seconds = retryAfterSeconds ?? (kind === 'unavailable' ? RETRY_AFTER_SECONDS : undefined)
  if (seconds !== undefined) reply.header('retry-after', seconds)
  return reply.code(PROBLEM_STATUS[kind])
}
