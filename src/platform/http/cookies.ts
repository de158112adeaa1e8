import type { FastifyReply, FastifyRequest } from 'fastify'

/*
 * Cookies that only the server reads. Where the line is private (TLS, or the machine itself) their names begin with
 * `__Host-`: the browser then takes them from this host alone, over a private line alone. Elsewhere they are plain, which
 * only a demonstration may be (`isPrivate` says).
 */

const OWN_MACHINE = /^(localhost|(::ffff:)?127(\.\d{1,3}){3}|\[?::1\]?)$/

/** Safari takes no secure cookie from a plain `localhost`; every other browser does. */
const isSafari = (agent: string) => /Safari\//.test(agent) && !/Chrom(e|ium)\//.test(agent)

/** Whether nobody between the browser and here reads along: TLS, or a browser on this very machine. */
export function isPrivate(request: FastifyRequest): boolean {
  return request.protocol === 'https' || (OWN_MACHINE.test(request.hostname) && OWN_MACHINE.test(request.ip))
}

const isSecure = (request: FastifyRequest): boolean =>
  request.protocol === 'https' || (isPrivate(request) && !isSafari(request.headers['user-agent'] ?? ''))

const fullName = (request: FastifyRequest, name: string) => (isSecure(request) ? `__Host-${name}` : name)

export function cookieOf(request: FastifyRequest, name: string): string | undefined {
  const asked = fullName(request, name)
  for (const part of (request.headers.cookie ?? '').split(';')) {
    const [key, value] = part.trim().split('=', 2)
    if (key === asked && value) return value
  }
  return undefined
}

/** Gives a cookie for so many seconds; none takes it back. */
export function setCookie(
  request: FastifyRequest,
  reply: FastifyReply,
  name: string,
  value: string,
  seconds: number,
): void {
  const secure = isSecure(request) ? '; Secure' : ''
  const written = `${fullName(request, name)}=${value}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${seconds}${secure}`
  // One more each time: of this header Fastify keeps all.
  reply.header('set-cookie', written)
}
