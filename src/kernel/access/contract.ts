import { z } from 'zod'
import { CivilDateText, endpoint, Id, named, None, SentenceShape } from '../../platform/contract/public.ts'

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
})
export type SignedIn = z.infer<typeof SignedIn>

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
  returns: SignedIn,
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
    accounts: z.array(z.object({ accountName: z.string(), post: SentenceShape })),
  }),
})

export const moveDemonstrationDate = endpoint({
  method: 'PUT',
  path: '/session/demonstration-date',
  may: 'clock.move',
  summary: 'Set the business date of a demonstration district',
  params: None,
  query: None,
  body: z.object({ businessDate: named(CivilDateText, '业务日期', 'business date') }),
  returns: z.object({ businessDate: CivilDateText }),
})
