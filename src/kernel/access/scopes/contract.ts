import { z } from 'zod'
import {
  CivilDateText,
  endpoint,
  Id,
  InstantText,
  named,
  None,
  SentenceShape,
} from '../../../platform/contract/public.ts'
import { SCOPE_KINDS } from './rules.ts'

const OneAccount = z.object({ accountId: named(Id, '账号', 'account') })
const Kind = z.enum(SCOPE_KINDS)
const Reason = named(z.string().trim().min(2).max(200), '依据', 'reason')
const Who = z.object({ name: z.string(), post: SentenceShape })

const ScopeShown = z.object({
  id: Id,
  kind: Kind,
  subject: SentenceShape,
  from: CivilDateText,
  to: CivilDateText.nullable(),
  reason: z.string(),
  by: Who,
  at: InstantText,
  ended: z.object({ lastDay: CivilDateText, reason: z.string(), by: Who }).nullable(),
  inForce: z.boolean(),
})
export type ScopeShown = z.infer<typeof ScopeShown>

export const listScopes = endpoint({
  method: 'GET',
  path: '/accounts/:accountId/scopes',
  may: 'access.read',
  summary: 'Which classes and providers an instructor’s account reaches, since when, who said so',
  params: OneAccount,
  query: None,
  body: None,
  returns: z.object({
    scopes: z.array(ScopeShown),
    /** Whether it is an instructor’s account, and the reader may change it: never one’s own. */
    mayManage: z.boolean(),
    isInstructor: z.boolean(),
  }),
})

export const scopeChoices = endpoint({
  method: 'GET',
  path: '/accounts/:accountId/scopes/choices',
  may: 'access.manage',
  summary: 'Providers, and the newest classes whose title has these words, that a scope can be about',
  params: OneAccount,
  query: z.object({ search: named(z.string().trim().max(60), '查找内容', 'search').optional() }),
  body: None,
  returns: z.object({
    organisations: z.array(z.object({ id: Id, name: z.string() })),
    classes: z.array(z.object({ id: Id, title: SentenceShape, organisationName: z.string() })),
  }),
})

export const giveScope = endpoint({
  method: 'POST',
  path: '/accounts/:accountId/scopes',
  may: 'access.manage',
  summary: 'Let an instructor’s account reach a class or a provider from a day on; never one’s own',
  params: OneAccount,
  query: None,
  body: z.object({
    kind: named(Kind, '范围', 'scope'),
    subjectId: named(Id, '班级或机构', 'class or provider'),
    from: named(CivilDateText, '开始日期', 'first day'),
    to: named(CivilDateText, '结束日期', 'last day').nullable(),
    reason: Reason,
  }),
  returns: z.object({ id: Id }),
})

export const endScope = endpoint({
  method: 'POST',
  path: '/accounts/:accountId/scopes/:scopeId/end',
  may: 'access.manage',
  summary: 'End a scope from today on',
  params: OneAccount.extend({ scopeId: named(Id, '范围', 'scope') }),
  query: None,
  body: z.object({ reason: Reason }),
  returns: z.object({ lastDay: CivilDateText }),
})
