import { randomBytes } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { RESIDENT } from '../kernel/access/public.ts'
import { sha256, type Vault } from '../platform/crypto/public.ts'
import { cookieOf, setCookie } from '../platform/http/public.ts'
import type { FormMarks } from '../web/public/data.ts'

/*
 * A resident's cookies: the session's, which names nobody, and the form's, by which a form is known to have been asked
 * for in this very browser. Both stay with the browser and are read by no script.
 */

/** A cookie of ours by its name; undefined where the browser has none. */
export const readCookie = (request: FastifyRequest, cookie: string): string | undefined =>
  cookieOf(request, `shanjiang-${cookie}`)

/** Gives the browser a cookie that no script reads; with no seconds it is taken back. */
export function writeCookie(
  request: FastifyRequest,
  reply: FastifyReply,
  cookie: string,
  value: string,
  seconds: number,
): void {
  setCookie(request, reply, `shanjiang-${cookie}`, value, seconds)
}

/** The session's hash; undefined where there is none of this district. */
export function sessionOf(request: FastifyRequest, district: number): Buffer | undefined {
  const token = readCookie(request, 'resident')
  return token?.startsWith(`${district}.`) ? sha256(token) : undefined
}

export const giveSession = (request: FastifyRequest, reply: FastifyReply, token: string): void =>
  writeCookie(request, reply, 'resident', token, RESIDENT.sessionLastsMs / 1000)

export const takeSession = (request: FastifyRequest, reply: FastifyReply): void =>
  writeCookie(request, reply, 'resident', '', 0)

const FORM_LASTS_S = 86_400
const marking = (vault: Vault, cookie: string) => vault.lookup('web.form', cookie).toString('base64url')

/** What the next form hides; the browser gets its form cookie when it has none. `key` is kept where a form is shown again. */
export function marksFor(request: FastifyRequest, reply: FastifyReply, vault: Vault, key?: string): FormMarks {
  const kept = readCookie(request, 'form')
  const cookie = kept && /^[\w-]{43}$/.test(kept) ? kept : randomBytes(32).toString('base64url')
  if (cookie !== kept) writeCookie(request, reply, 'form', cookie, FORM_LASTS_S)
  return { token: marking(vault, cookie), key: key ?? randomBytes(16).toString('base64url') }
}

/** Whether a form was asked for in this browser. */
export function isOurForm(request: FastifyRequest, vault: Vault, token: string | undefined): boolean {
  const cookie = readCookie(request, 'form')
  return cookie !== undefined && token === marking(vault, cookie)
}
