import type { FastifyRequest } from 'fastify'

const MASK = '****'

/** Ids, and figures that the log itself writes, are nobody's number. */
const KEPT = String.raw`[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|"(?:time|responseTime)":[\d.]+`

/** Eleven digits and more, however they are written, may be somebody's telephone, account or identity number. */
const LONG_NUMBER = new RegExp(String.raw`(${KEPT})|[0-9０-９](?:[ .\-　]?[0-9０-９]){10,}[xXｘＸ]?`, 'gi')

/** The last thing that happens to whatever this program says: no long number leaves it, wherever it came from. */
export function scrubbed(text: string): string {
  return text.replace(LONG_NUMBER, (_found, kept?: string) => kept ?? MASK)
}

/** A failure as the log keeps it: what and where, never the values that a database or a parser quotes. */
export function loggedError(error: unknown) {
  const { name, code, constraint, message, stack } = (error ?? {}) as Partial<Record<string, unknown>>
  const masked = (text: unknown) => (typeof text === 'string' ? scrubbed(text) : '')
  return { type: String(name), code, constraint, message: masked(message), stack: masked(stack) }
}

/** A request as the log keeps it: its address without what was asked for, which may be a name. */
function loggedRequest({ method, url, ip, id }: FastifyRequest) {
  const [path = ''] = url.split('?')
  return { method, path: plainPath(path), ip, id }
}

function plainPath(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    // Not written as addresses are: nothing of it is worth keeping.
    return '(unreadable)'
  }
}

/** How the server's own log is written at a level. */
export function loggerAt(level: LogLevel) {
  return {
    level,
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    redact: ['req.headers', 'headers', 'cookie', 'authorization', 'body', 'payload'],
    serializers: { err: loggedError, req: loggedRequest },
    hooks: { streamWrite: scrubbed },
  }
}

export const LOG_LEVELS = ['debug', 'info', 'warn', 'error'] as const
export type LogLevel = (typeof LOG_LEVELS)[number]
