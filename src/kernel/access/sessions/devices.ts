import { randomBytes, timingSafeEqual } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Vault } from '../../../platform/crypto/public.ts'
import { cookieOf, setCookie } from '../../../platform/http/public.ts'
import { SESSION } from './rules.ts'

/*
 * A browser in which somebody signed in wholly is known as theirs: it keeps a mark that only we can make. A mark is of one
 * account and of one password: a new password makes them all unknown. It opens nothing; it only is not shut out by what
 * strangers try. A desk that several people share keeps a mark for each.
 */

const COOKIE = 'shanjiang-device'
const MOST_MARKS = 8
const DAY_MS = 86_400_000

type Of = { readonly district: number; readonly accountId: string; readonly passwordHash: string }

const sign = (vault: Vault, of: Of, name: string, day: string) =>
  vault
    .lookup('access.device', [of.district, of.accountId, of.passwordHash, name, day].join('\n'))
    .toString('base64url')

const marksIn = (request: FastifyRequest): string[] =>
  (cookieOf(request, COOKIE) ?? '').split('~').filter((mark) => /^[\w-]{16}\.\d{1,6}\.[\w-]{43}$/.test(mark))

/** The name of this browser where it is known as the account's; undefined where it is not. */
export function knownDevice(request: FastifyRequest, vault: Vault, of: Of): string | undefined {
  const today = Math.floor(Date.now() / DAY_MS)
  return marksIn(request)
    .map((mark) => mark.split('.') as [string, string, string])
    .find(([name, day, given]) => {
      const fits = timingSafeEqual(Buffer.from(sign(vault, of, name, day)), Buffer.from(given))
      return fits && today - Number(day) <= SESSION.deviceKnownDays
    })?.[0]
}

/** Makes this browser known as the account's, from now for three months. */
export function rememberDevice(request: FastifyRequest, reply: FastifyReply, vault: Vault, of: Of): void {
  const name = knownDevice(request, vault, of) ?? randomBytes(12).toString('base64url')
  const day = String(Math.floor(Date.now() / DAY_MS))
  const others = marksIn(request).filter((mark) => !mark.startsWith(`${name}.`))
  const marks = [`${name}.${day}.${sign(vault, of, name, day)}`, ...others].slice(0, MOST_MARKS)
  setCookie(request, reply, COOKIE, marks.join('~'), SESSION.deviceKnownDays * 86_400)
}
