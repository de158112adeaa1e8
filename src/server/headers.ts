import type { FastifyInstance } from 'fastify'

/** What every answer says to the browser. Ant Design writes inline styles: `style-src 'unsafe-inline'` is the one exception. */
const CSP = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ')

export function guardAnswers(app: FastifyInstance): void {
  app.addHook('onSend', async (request, reply) => {
    reply.header('content-security-policy', CSP)
    reply.header('x-content-type-options', 'nosniff')
    reply.header('referrer-policy', 'same-origin')
    reply.header('cross-origin-opener-policy', 'same-origin')
    // By the route too: an address may spell its digits in percent signs.
    if (request.routeOptions.url?.startsWith('/:district/api/') || /^\/\d{6}\/api\//.test(request.url))
      reply.header('cache-control', 'no-store')
  })
}
