import { z } from 'zod'
import {
  CivilDateText,
  endpoint,
  Id,
  InstantText,
  named,
  None,
  PageQuery,
  pageOf,
  SentenceShape,
} from '../../../platform/contract/public.ts'
import { ROLES, type Role } from '../rules.ts'
import { INVITATION, STATES } from './rules.ts'

const RoleName = z.enum(Object.keys(ROLES) as [Role, ...Role[]])
const Reason = named(z.string().trim().min(2).max(200), '依据', 'reason')
const OneAccount = z.object({ accountId: named(Id, '账号', 'account') })
const Days = named(z.int().min(1).max(INVITATION.mostDays), '链接有效天数', 'days the link is valid').default(
  INVITATION.days,
)
const Who = z.object({ name: z.string(), post: SentenceShape })

export const AccountShown = z.object({
  id: Id,
  name: z.string(),
  person: z.string(),
  organisation: z.object({ id: Id, name: z.string() }).nullable(),
  roles: z.array(RoleName),
  state: z.enum(STATES),
  lastSignedInAt: InstantText.nullable(),
})
export type AccountShown = z.infer<typeof AccountShown>

const Filter = z.object({
  state: named(z.enum(STATES), '状态', 'state').optional(),
  role: named(RoleName, '角色', 'role').optional(),
  organisation: named(Id, '单位', 'organisation').optional(),
  search: named(z.string().trim().max(64), '账号', 'account name').optional(),
})

export type AccountQuery = z.infer<typeof Filter>

export const listAccounts = endpoint({
  method: 'GET',
  path: '/accounts',
  may: 'access.read',
  summary: 'Who can sign in, in which roles; for an organisation its own',
  params: None,
  query: PageQuery.extend(Filter.shape),
  body: None,
  returns: pageOf(AccountShown),
})

export const exportAccounts = endpoint({
  method: 'GET',
  path: '/accounts/export',
  may: 'access.read',
  summary: 'The filtered accounts as a workbook, names masked',
  params: None,
  query: Filter,
  body: None,
  returns: z.unknown(),
  download: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
})

export const accountChoices = endpoint({
  method: 'GET',
  path: '/accounts/choices',
  may: 'access.manage',
  summary: 'The organisations an account can be of',
  params: None,
  query: None,
  body: None,
  returns: z.object({ organisations: z.array(z.object({ id: Id, name: z.string() })) }),
})

/** The link's own secret; it is told this once. */
const Link = z.object({ accountId: Id, token: z.string(), expiresAt: InstantText })
export type Link = z.infer<typeof Link>

export const inviteAccount = endpoint({
  method: 'POST',
  path: '/accounts',
  may: 'access.manage',
  summary: 'Open an account for a person and make the one-time link by which they set its password',
  params: None,
  query: None,
  body: z.object({
    accountName: named(
      z
        .string()
        .trim()
        .regex(/^[\p{L}\p{N}._-]{2,64}$/u),
      '账号',
      'account name',
    ),
    personName: named(z.string().trim().min(1).max(100), '姓名', 'name'),
    identityNumber: named(z.string().trim().max(40), '身份证号', 'identity number'),
    phone: named(z.string().trim().max(40), '手机号', 'phone').default(''),
    organisationId: named(Id, '单位', 'organisation').nullable(),
    roles: named(z.array(RoleName).min(1).max(10), '角色', 'roles'),
    from: named(CivilDateText, '开始日期', 'first day'),
    to: named(CivilDateText, '结束日期', 'last day').nullable(),
    reason: Reason,
    days: Days,
  }),
  returns: Link.extend({ warnings: z.array(SentenceShape) }),
})

const Grant = z.object({
  id: Id,
  role: RoleName,
  from: CivilDateText,
  to: CivilDateText.nullable(),
  reason: z.string(),
  by: Who.nullable(),
  at: InstantText,
  ended: z.object({ lastDay: CivilDateText, reason: z.string(), by: Who }).nullable(),
  inForce: z.boolean(),
})
export type Grant = z.infer<typeof Grant>

export const AccountDetail = AccountShown.extend({
  activeFrom: CivilDateText,
  activeTo: CivilDateText.nullable(),
  grants: z.array(Grant),
  warnings: z.array(SentenceShape),
  invitation: z.object({ expiresAt: InstantText }).nullable(),
  handOvers: z.array(
    z.object({ id: Id, leaves: z.boolean(), reason: z.string(), to: z.string(), by: Who, at: InstantText }),
  ),
  /** Whether the reader may change it: never one's own. */
  mayManage: z.boolean(),
})
export type AccountDetail = z.infer<typeof AccountDetail>

export const getAccount = endpoint({
  method: 'GET',
  path: '/accounts/:accountId',
  may: 'access.read',
  summary: 'One account: its roles with who gave them, its invitation and its hand-overs',
  params: OneAccount,
  query: None,
  body: None,
  returns: AccountDetail,
})

export const grantRole = endpoint({
  method: 'POST',
  path: '/accounts/:accountId/roles',
  may: 'access.manage',
  summary: 'Give an account a role from a day on; never to oneself',
  params: OneAccount,
  query: None,
  body: z.object({
    role: named(RoleName, '角色', 'role'),
    from: named(CivilDateText, '开始日期', 'first day'),
    to: named(CivilDateText, '结束日期', 'last day').nullable(),
    reason: Reason,
  }),
  returns: z.object({ id: Id }),
})

export const endRole = endpoint({
  method: 'POST',
  path: '/accounts/:accountId/roles/:grantId/end',
  may: 'access.manage',
  summary: 'End a role from today on; what was done in it stays',
  params: OneAccount.extend({ grantId: named(Id, '角色', 'role') }),
  query: None,
  body: z.object({ reason: Reason }),
  returns: z.object({ lastDay: CivilDateText }),
})

export const inviteAgain = endpoint({
  method: 'POST',
  path: '/accounts/:accountId/invitation',
  may: 'access.manage',
  summary: 'Make a new link for somebody who has not set a password; the one before it works no more',
  params: OneAccount,
  query: None,
  body: z.object({ days: Days }),
  returns: Link,
})

export const withdrawInvitation = endpoint({
  method: 'POST',
  path: '/accounts/:accountId/invitation/withdraw',
  may: 'access.manage',
  summary: 'Withdraw the link of an invitation',
  params: OneAccount,
  query: None,
  body: None,
  returns: None,
})

const Work = z.object({
  kind: z.string(),
  name: SentenceShape,
  becomes: SentenceShape,
  count: z.int(),
  items: z.array(z.object({ id: z.string(), title: SentenceShape, page: z.string().nullable() })),
  /** Who can be named for it, each with what they may not hold and why; null where nobody is named. */
  takers: z
    .array(
      z.object({
        accountId: Id,
        name: z.string(),
        post: SentenceShape,
        mayNot: z.array(z.object({ title: SentenceShape, because: SentenceShape })),
      }),
    )
    .nullable(),
  /** The colleagues who go on with it by their post; null where it is not of a post. */
  colleagues: z.array(Who).nullable(),
})
export type Work = z.infer<typeof Work>

export const openWork = endpoint({
  method: 'GET',
  path: '/accounts/:accountId/work',
  may: 'access.manage',
  summary: 'What is open in somebody’s hands, what becomes of it, and who could take over',
  params: OneAccount,
  query: None,
  body: None,
  returns: z.object({
    work: z.array(Work),
    successors: z.array(z.object({ accountId: Id, name: z.string(), post: SentenceShape })),
  }),
})

export const handOver = endpoint({
  method: 'POST',
  path: '/accounts/:accountId/hand-over',
  may: 'access.manage',
  summary: 'Somebody leaves or changes their post: roles and sessions end, open work goes to a successor',
  params: OneAccount,
  query: None,
  body: z.object({
    successorAccountId: named(Id, '接手人', 'successor').nullable(),
    /** Who else takes over work of a kind; null: nobody. What is not said here goes to the successor. */
    takers: named(
      z
        .array(
          z.object({
            kind: named(z.string().min(1).max(40), '事项', 'kind of work'),
            accountId: named(Id, '接手人', 'successor').nullable(),
          }),
        )
        .max(20),
      '各类事项的接手人',
      'who takes over each kind',
    ).default([]),
    leaves: named(z.boolean(), '离岗', 'leaves'),
    reason: Reason,
  }),
  returns: z.object({ passed: z.int() }),
})

const Token = named(z.string().trim().min(10).max(100), '邀请链接', 'link')

/** A POST, so that the link's secret stands in no log. */
export const openInvitation = endpoint({
  method: 'POST',
  path: '/invitations/open',
  may: 'anyone',
  reads: true,
  summary: 'Whose invitation a link is',
  params: None,
  query: None,
  body: z.object({ token: Token }),
  returns: z.object({ accountName: z.string(), person: z.string(), bureauName: SentenceShape, expiresAt: InstantText }),
})

export const acceptInvitation = endpoint({
  method: 'POST',
  path: '/invitations/accept',
  may: 'anyone',
  summary: 'Set the password of the account one is invited to; the link works once',
  params: None,
  query: None,
  body: z.object({ token: Token, password: named(z.string().min(1).max(200), '密码', 'password') }),
  returns: z.object({ accountName: z.string() }),
})
