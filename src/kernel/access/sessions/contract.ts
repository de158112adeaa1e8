import { z } from 'zod'
import { endpoint, Id, InstantText, named, None, SentenceShape } from '../../../platform/contract/public.ts'

const OfSession = z.object({ sessionId: named(Id, '登录', 'session') })
const OfAccount = z.object({ accountId: named(Id, '账号', 'account') })
const Reason = named(z.string().trim().min(2).max(200), '事由', 'reason')

/** A browser in which an account is signed in now. */
export const Session = z.object({
  id: Id,
  device: SentenceShape,
  startedAt: InstantText,
  seenAt: InstantText,
  endsAt: InstantText,
  withSecondFactor: z.boolean(),
  /** The one this is asked in. */
  isThis: z.boolean(),
})
export type Session = z.infer<typeof Session>

export const listOwnSessions = endpoint({
  method: 'GET',
  path: '/sessions',
  may: 'signed-in',
  summary: 'Where the signed-in account is signed in now',
  params: None,
  query: None,
  body: None,
  returns: z.object({ sessions: z.array(Session), idleMinutes: z.int(), lastsHours: z.int() }),
})

export const endOwnSession = endpoint({
  method: 'POST',
  path: '/sessions/:sessionId/end',
  may: 'signed-in',
  summary: 'End one of one’s own sessions at once',
  params: OfSession,
  query: None,
  body: None,
  returns: None,
})

export const endOtherSessions = endpoint({
  method: 'POST',
  path: '/sessions/end-others',
  may: 'signed-in',
  summary: 'End all of one’s own sessions but this one',
  params: None,
  query: None,
  body: None,
  returns: z.object({ ended: z.int() }),
})

/** An account as whoever keeps accounts sees its sign-ins. */
export const AccountSignIns = z.object({
  accountId: Id,
  accountName: z.string(),
  personName: z.string(),
  post: SentenceShape,
  organisation: z.string().nullable(),
  openSessions: z.int(),
  hasSecondFactor: z.boolean(),
  wrongTries: z.object({ count: z.int(), lastAt: InstantText }).nullable(),
  /** Shut to browsers that are not known as the owner's, until the next hour. */
  isShut: z.boolean(),
})
export type AccountSignIns = z.infer<typeof AccountSignIns>

export const listSignIns = endpoint({
  method: 'GET',
  path: '/sign-ins',
  may: 'sign-in.read',
  summary: 'Accounts with their sessions and wrong passwords, and how often somebody met a limit in the last day',
  params: None,
  query: None,
  body: None,
  returns: z.object({
    accounts: z.array(AccountSignIns),
    refused: z.object({ password: z.int(), code: z.int(), reveal: z.int(), export: z.int() }),
  }),
})

export const getAccountSignIns = endpoint({
  method: 'GET',
  path: '/sign-ins/accounts/:accountId',
  may: 'sign-in.read',
  summary: 'Where somebody is signed in now',
  params: OfAccount,
  query: None,
  body: None,
  returns: z.object({ account: AccountSignIns, sessions: z.array(Session) }),
})

export const endSessionsOf = endpoint({
  method: 'POST',
  path: '/sign-ins/accounts/:accountId/end',
  may: 'sign-in.manage',
  summary: 'End sessions of somebody else at once, one or all; recorded with its reason',
  params: OfAccount,
  query: None,
  body: z.object({ sessionId: named(Id, '登录', 'session').nullable(), reason: Reason }),
  returns: z.object({ ended: z.int() }),
})
