import { randomBytes } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Vault } from '../platform/crypto/public.ts'
import { readCookie, writeCookie } from './resident-session.ts'

/*
 * A browser known again as the same one, for attendance: which device a sign came from is evidence. The cookie names
 * nobody, is read by no script, and only its keyed hash is kept.
 */

const LASTS_S = 180 * 86_400

const hashOf = (vault: Vault, cookie: string) => vault.lookup('training.device', cookie)

/** The device's keyed hash; a browser without the cookie gets one. */
export function deviceOf(request: FastifyRequest, reply: FastifyReply, vault: Vault): Buffer {
  const kept = readCookie(request, 'device')
  if (kept && /^[\w-]{43}$/.test(kept)) return hashOf(vault, kept)
  const cookie = randomBytes(32).toString('base64url')
  writeCookie(request, reply, 'device', cookie, LASTS_S)
  return hashOf(vault, cookie)
}

/** What the device's own clock said, as a script put it into the form; null without one, or where it is no time. */
export function deviceTimeIn(typed: string | undefined): Date | null {
  if (!typed || !/^\d{12,14}$/.test(typed)) return null
  const at = new Date(Number(typed))
  return at.getUTCFullYear() >= 1990 && at.getUTCFullYear() < 2200 ? at : null
}
