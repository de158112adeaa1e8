import { randomBytes } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { sha256 } from '../../platform/crypto/public.ts'
import type { Tx } from '../../platform/db/public.ts'
import type { Actor } from '../../platform/http/public.ts'
import { civilDateOf } from '../values/public.ts'
import { NEVER_DELEGATED } from './delegations/rules.ts'
import { permissionsOf, type Role, rolesOfItsSide } from './permissions.ts'
import { postsOfOthers } from './staff.ts'
import { findSessionActor, type SessionActor } from './store.ts'

const LASTS_MS = 12 * 3_600_000

/** The cookie's name says where it may travel: `__Host-` over TLS, plain in a demonstration over plain HTTP. */
const cookieName = (request: FastifyRequest) => (request.protocol === 'https' ? '__Host-shanjiang' : 'shanjiang')

/** An opaque token that begins with its district: a session is of one district and no other. */
export function newToken(district: number): { token: string; tokenSha256: Buffer; expiresAt: Date } {
  const token = `${district}.${randomBytes(32).toString('base64url')}`
  return { token, tokenSha256: sha256(token), expiresAt: new Date(Date.now() + LASTS_MS) }
}

export function tokenOf(request: FastifyRequest): string | undefined {
  const name = cookieName(request)
  for (const part of (request.headers.cookie ?? '').split(';')) {
    const [key, value] = part.trim().split('=', 2)
    if (key === name) return value
  }
  return undefined
}

export function giveToken(request: FastifyRequest, reply: FastifyReply, token: string): void {
  const secure = request.protocol === 'https' ? '; Secure' : ''
  reply.header(
    'set-cookie',
    `${cookieName(request)}=${token}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${LASTS_MS / 1000}${secure}`,
  )
}

export function takeTokenBack(request: FastifyRequest, reply: FastifyReply): void {
  const secure = request.protocol === 'https' ? '; Secure' : ''
  reply.header('set-cookie', `${cookieName(request)}=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0${secure}`)
}

/** Who asks, from the session cookie; undefined when nobody is signed in here. */
export async function authenticate(tx: Tx, request: FastifyRequest): Promise<Actor | undefined> {
  const token = tokenOf(request)
  if (!token?.startsWith(`${tx.district}.`)) return undefined
  const found = await findSessionActor(tx, sha256(token), civilDateOf(new Date()))
  if (!found) return undefined
  return actorOf(tx, found)
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
  return { accountId, personId, organisationId, roles, permissions: permissionsOf(roles), standsInBy, delegated }
}
