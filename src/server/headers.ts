import { createHash } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { PAPER_STYLE } from '../platform/paper/public.ts'
import { FIELD_STYLE } from '../web/field/pages.ts'
import { ELDER_STYLE, PUBLIC_STYLE } from '../web/public/pages.ts'
import { CARD_STYLE } from './cards/Card.html.tsx'

const hashOf = (style: string) => `'sha256-${createHash('sha256').update(style).digest('base64')}'`

/** The styles that stand inside pages of ours, by their hashes: residents' pages and papers are one request each. */
const OWN_STYLES = [PUBLIC_STYLE, ELDER_STYLE, FIELD_STYLE, PAPER_STYLE, CARD_STYLE].map(hashOf).join(' ')

/**
 * What a browser is allowed on a page. Nothing inline, but for our own styles by hash, and by a nonce of this one answer
 * what Ant Design writes into the console. Nobody is told of violations: a browser's own log names them.
 */
export function policyWith(nonce?: string): string {
  return [
    "default-src 'self'",
    "script-src 'self'",
    `style-src 'self' ${nonce === undefined ? OWN_STYLES : `'nonce-${nonce}'`}`,
    "img-src 'self' data: blob:",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')
}

const CSP = policyWith()

export function guardAnswers(app: FastifyInstance): void {
  app.addHook('onSend', async (request, reply) => {
    if (!reply.hasHeader('content-security-policy')) reply.header('content-security-policy', CSP)
    reply.header('x-content-type-options', 'nosniff')
    reply.header('referrer-policy', 'same-origin')
    reply.header('cross-origin-opener-policy', 'same-origin')
    // By the route too: an address may spell its digits in percent signs.
    if (request.routeOptions.url?.startsWith('/:district/api/') || /^\/\d{6}\/api\//.test(request.url))
      reply.header('cache-control', 'no-store')
  })
}
