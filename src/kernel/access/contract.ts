import { z } from 'zod'
import {
  CivilDateText,
  endpoint,
  Id,
  InstantText,
  named,
  None,
  saying,
  SentenceShape,
} from '../../platform/contract/public.ts'

/** Who is signed in, what they may do, and where and when they are. */
export const SignedIn = z.object({
  accountId: Id,
  accountName: z.string(),
  personName: z.string(),
  post: SentenceShape,
  roles: z.array(z.string()),
  permissions: z.array(z.string()),
  organisation: z.object({ id: Id, name: z.string() }).nullable(),
  district: z.number().int(),
  districtName: SentenceShape,
  bureauName: SentenceShape,
  /** Demonstration districts only: time may be moved, and every page says so. */
  demonstration: z.boolean(),
  businessDate: CivilDateText,
  /** The line is one on which others can read along: a demonstration over plain HTTP, and every page says so. */
  unencrypted: z.boolean(),
  hasSecondFactor: z.boolean(),
  /** The post they have taken in an emergency, and until when; every page says so. */
  emergency: z.object({ id: Id, role: SentenceShape, until: InstantText }).nullable(),
  /** Wrong passwords and codes between the sign-in before and this one. */
  wrongTries: z.object({ count: z.int(), lastAt: InstantText }).nullable(),
})
export type SignedIn = z.infer<typeof SignedIn>

/** In; or to the second factor: `code` asks for one, `enrol` for setting one up. The ticket leads there and nowhere else. */
export const CameTo = z.object({
  step: z.enum(['in', 'code', 'enrol']),
  ticket: z.string().nullable(),
  signedIn: SignedIn.nullable(),
})
export type CameTo = z.infer<typeof CameTo>

export const signIn = endpoint({
  method: 'POST',
  path: '/session',
  may: 'anyone',
  summary: 'Sign in with an account name and a password',
  params: None,
  query: None,
  body: z.object({
    accountName: named(z.string().trim().min(1).max(64), '账号', 'account name'),
    password: named(z.string().min(1).max(200), '密码', 'password'),
  }),
  returns: CameTo,
})

/** What an authenticator app or a recovery sheet shows; spaces and dashes make no difference. */
export const CodeTyped = named(z.string().trim().min(6).max(20), '动态口令', 'code')
export const Ticket = named(z.string().min(1).max(100), '登录凭据', 'ticket of the sign-in')

export const giveCode = endpoint({
  method: 'POST',
  path: '/session/code',
  may: 'anyone',
  summary: 'The second factor after the password: a code of now, or a recovery code',
  params: None,
  query: None,
  body: z.object({ ticket: Ticket, code: CodeTyped }),
  returns: CameTo,
})

/** Not an act of its own: the session goes on under a new token, and for some minutes acts of weight ask for no code. */
export const stepUp = endpoint({
  method: 'POST',
  path: '/session/step-up',
  may: 'signed-in',
  summary: 'Give the second factor anew before an act that moves money or opens personal data',
  params: None,
  query: None,
  body: z.object({ code: CodeTyped }),
  returns: None,
})

export const whoAmI = endpoint({
  method: 'GET',
  path: '/session',
  may: 'signed-in',
  summary: 'The signed-in account and what it may do',
  params: None,
  query: None,
  body: None,
  returns: SignedIn,
})

export const signOut = endpoint({
  method: 'DELETE',
  path: '/session',
  may: 'signed-in',
  summary: 'Sign out; the session ends at once',
  params: None,
  query: None,
  body: None,
  returns: None,
})

/** The way into a demonstration: which accounts are seeded. Empty outside demonstration districts. */
export const demonstrationAccounts = endpoint({
  method: 'GET',
  path: '/session/demonstration-accounts',
  may: 'anyone',
  summary: 'Accounts of a demonstration district',
  params: None,
  query: None,
  body: None,
  returns: z.object({
    districtName: SentenceShape,
    bureauName: SentenceShape,
    /** Whether a password may be given on this line at all, and whether others can read along. */
    line: z.enum(['private', 'open-demonstration', 'open']),
    accounts: z.array(z.object({ accountName: z.string(), post: SentenceShape })),
  }),
})

export const moveDemonstrationDate = endpoint({
  method: 'PUT',
  path: '/session/demonstration-date',
  may: 'clock.move',
  summary: 'Set the business date of a demonstration district, and its time of day where it is told',
  params: None,
  query: None,
  body: z.object({
    businessDate: named(CivilDateText, '业务日期', 'business date'),
    /** Without it the time of day stays the real one. */
    time: named(
      z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, { error: saying('应写成 08:30', 'must be written like 08:30') }),
      '时间',
      'time',
    ).optional(),
  }),
  returns: z.object({ businessDate: CivilDateText }),
})
