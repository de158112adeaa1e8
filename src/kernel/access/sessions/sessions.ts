import { randomBytes } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Problem } from '../../../platform/contract/public.ts'
import { sha256 } from '../../../platform/crypto/public.ts'
import { type Db, inDistrict, type Tx } from '../../../platform/db/public.ts'
import { type Actor, cookieOf, setCookie } from '../../../platform/http/public.ts'
import { civilDateOf, newId } from '../../values/public.ts'
import { NEVER_DELEGATED } from '../delegations/rules.ts'
import { takeEmergency } from '../emergencies/contract.ts'
import { emergencyOf } from '../emergencies/using.ts'
import { permissionsOf, type Role, rolesOfItsSide } from '../permissions.ts'
import { postsOfOthers } from '../staff.ts'
import { findSessionActor, type SessionActor } from '../store.ts'
import { SESSION } from './rules.ts'
import { endSession, endSessionByToken, findEnded, findSession, noteSeen, startSession } from './store.ts'
import { words } from './words.ts'

const COOKIE = 'shanjiang'

/** An opaque token that begins with its district: a session is of one district and no other. */
export const newToken = (district: number): string => `${district}.${randomBytes(32).toString('base64url')}`

export const tokenOf = (request: FastifyRequest): string | undefined => cookieOf(request, COOKIE)

export const giveToken = (request: FastifyRequest, reply: FastifyReply, token: string, until: Date): void =>
  setCookie(request, reply, COOKIE, token, Math.max(0, Math.round((until.getTime() - Date.now()) / 1000)))

export const takeTokenBack = (request: FastifyRequest, reply: FastifyReply): void =>
  setCookie(request, reply, COOKIE, '', 0)

/** Whoever was not seen since then is signed in no more. */
export const seenSince = (): Date => new Date(Date.now() - SESSION.idleMs)

/** Sessions to be noted as seen once their request is answered: reading requests may not write. */
const seen = new WeakMap<FastifyRequest, { district: number; tokenSha256: Buffer }>()

/** Who asks, from the session cookie; undefined when nobody is signed in here. */
export async function authenticate(tx: Tx, request: FastifyRequest): Promise<Actor | undefined> {
  const token = tokenOf(request)
  if (!token?.startsWith(`${tx.district}.`)) return undefined
  const tokenSha256 = sha256(token)
  const found = await findSessionActor(tx, tokenSha256, { today: civilDateOf(new Date()), seenSince: seenSince() })
  if (!found) return undefined
  const { session } = found
  if (isAttended(request) && session.seenAt.getTime() < Date.now() - SESSION.seenEveryMs)
    seen.set(request, { district: tx.district, tokenSha256 })
  return { ...(await actorOf(tx, found)), session: { id: session.id, secondFactorAt: session.secondFactorAt } }
}

/** What the holder of a session that has ended is told: that it has, and where their post was handed over, that too. */
export async function whyNobody(tx: Tx, request: FastifyRequest): Promise<Problem | undefined> {
  const token = tokenOf(request)
  const ended = token?.startsWith(`${tx.district}.`) ? await findEnded(tx, sha256(token)) : undefined
  if (!ended) return undefined
  const code = ended.handedOver ?? 'session-ended'
  return new Problem('not-signed-in', words.over[code], { code })
}

/** A page that asks by itself while nobody touches anything says so. */
const isAttended = (request: FastifyRequest): boolean => request.headers['x-unattended'] === undefined

/** Keeps when a session was last seen, after the answer, in a transaction of its own. */
export function noteWhoIsSeen(app: FastifyInstance, db: Db): void {
  app.addHook('onResponse', async (request) => {
    const one = seen.get(request)
    if (!one) return
    const notSince = new Date(Date.now() - SESSION.seenEveryMs)
    await inDistrict(db, one.district, (tx) => noteSeen(tx, one.tokenSha256, notSince)).catch((error: unknown) =>
      request.log.error({ err: error }, 'when a session was seen was not kept'),
    )
  })
}

/**
 * The session goes on under a new token, and the old one ends: whoever had that has nothing now. What the second factor
 * opens it opens from here on.
 */
export async function rotate(tx: Tx, sessionId: string): Promise<{ token: string; expiresAt: Date } | undefined> {
  const session = await findSession(tx, sessionId)
  if (!session || !(await endSession(tx, session.accountId, sessionId))) return undefined
  const token = newToken(tx.district)
  await startSession(tx, { ...session, id: newId(), tokenSha256: sha256(token), secondFactorAt: new Date() })
  return { token, expiresAt: session.expiresAt }
}

/** Whatever session this browser had ends: another begins in it. */
export async function endWhatWas(tx: Tx, request: FastifyRequest): Promise<void> {
  const token = tokenOf(request)
  if (token?.startsWith(`${tx.district}.`)) await endSessionByToken(tx, sha256(token))
}

/** What a person may do now: by the posts of the account they use, and by those they stand in for today (business time). */
export async function actorOf(tx: Tx, account: SessionActor): Promise<Actor> {
  const { accountId, personId, organisationId } = account
  const own = rolesOfItsSide(account)
  const standsInBy =
    organisationId === null && !own.some((role) => NEVER_DELEGATED.includes(role))
      ? await postsOfOthers(tx, personId, own, civilDateOf(tx.now))
      : new Map<Role, string>()
  const roles = [...own, ...standsInBy.keys()]
  const mine = permissionsOf(own)
  const delegated = new Map<string, string>()
  for (const [role, delegation] of standsInBy)
    for (const permission of permissionsOf([role]))
      if (!mine.has(permission) && !delegated.has(permission)) delegated.set(permission, delegation)
  const permissions = permissionsOf(roles)
  // Whose own roles have ended meanwhile has nothing that was taken besides either.
  const emergency = mine.has(takeEmergency.may) ? await emergencyOf(tx, accountId, permissions, new Date()) : undefined
  return {
    accountId,
    personId,
    organisationId,
    roles,
    permissions: emergency ? new Set([...permissions, ...emergency.opens]) : permissions,
    standsInBy,
    delegated,
    emergency,
  }
}
