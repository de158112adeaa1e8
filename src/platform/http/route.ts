import type { Readable } from 'node:stream'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import type { Endpoint, Locale } from '../contract/public.ts'
import type { Tx } from '../db/public.ts'

/** Who asks. A person may hold several accounts; duties are kept apart by person. */
export type Actor = {
  readonly accountId: string
  readonly personId: string
  /** The provider or employer the account belongs to; null for the bureau's own staff. */
  readonly organisationId: string | null
  readonly roles: readonly string[]
  readonly permissions: ReadonlySet<string>
  /** Posts among the roles that are somebody else's, each with the delegation by which the person has it now. */
  readonly standsInBy?: ReadonlyMap<string, string>
  /** What the person may do only because they stand in for somebody, each with the delegation. */
  readonly delegated?: ReadonlyMap<string, string>
  /** The delegation without which the person might not do what they ask now; absent where their own post suffices. */
  readonly under?: string
  /** The role they have taken in an emergency, and what it opens besides. Real time. */
  readonly emergency?:
    | {
        readonly id: string
        readonly role: string
        readonly until: Date
        readonly askedAt: Date
        readonly opens: ReadonlySet<string>
      }
    | undefined
  /** The emergency without which the person might not do what they ask now. */
  readonly inEmergency?: string
  /** The session they ask in, and when the second factor was last given in it. */
  readonly session?: { readonly id: string; readonly secondFactorAt: Date | null }
}

/** An operation that somebody was let into only by the role they took in an emergency. */
export type Used = {
  readonly visitor: Actor
  readonly endpoint: Endpoint
  readonly permission: string
  readonly params: Readonly<Record<string, unknown>>
  readonly reads: boolean
}

/** A question to a route: who, what, when, and the transaction it all happens in. */
export type Ask<E extends Endpoint = Endpoint> = {
  readonly tx: Tx
  /** The signed-in actor. For endpoints open to `anyone` the actor may be absent: use `visitor`. */
  readonly actor: Actor
  readonly visitor: Actor | undefined
  readonly params: z.output<E['params']>
  readonly query: z.output<E['query']>
  readonly body: z.output<E['body']>
  /** The uploaded bytes of an `upload` endpoint; empty otherwise. */
  readonly file: Buffer
  /** Business time (moved in demonstration districts). */
  readonly now: Date
  readonly newId: () => string
  readonly locale: Locale
  readonly request: FastifyRequest
  readonly reply: FastifyReply
}

/** What a download endpoint answers; a large file as a stream. */
export type Download = { readonly fileName: string; readonly bytes: Uint8Array | Readable }

/**
 * A question whose answer takes waiting (a password's hash, in turn): no transaction is open meanwhile. The route opens
 * its own, each committed by itself: what is counted stays counted, whatever becomes of the question. No idempotency key.
 */
export type AskApart<E extends Endpoint = Endpoint> = Pick<
  Ask<E>,
  'actor' | 'visitor' | 'params' | 'query' | 'body' | 'newId' | 'locale' | 'request' | 'reply'
> & {
  readonly district: number
  readonly within: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>
}

export type Route = { readonly endpoint: Endpoint } & (
  | { readonly handle: (ask: Ask) => Promise<unknown>; readonly apart?: undefined }
  | { readonly apart: (ask: AskApart) => Promise<unknown>; readonly handle?: undefined }
)

/** Binds an operation to the function that answers it: gather the facts, decide, record. */
export function route<E extends Endpoint>(
  endpoint: E,
  handle: (ask: Ask<E>) => Promise<E['download'] extends string ? Download : z.input<E['returns']>>,
): Route {
  return { endpoint: endpoint, handle: handle }
}

/** Binds an operation to a function that answers it in transactions of its own. */
export function routeApart<E extends Endpoint>(
  endpoint: E,
  apart: (ask: AskApart<E>) => Promise<z.input<E['returns']>>,
): Route {
  return { endpoint, apart: apart as (ask: AskApart) => Promise<unknown> }
}
