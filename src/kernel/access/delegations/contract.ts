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

const Post = z.enum(Object.keys(ROLES) as [Role, ...Role[]])
const Reason = named(z.string().trim().min(2).max(200), '事由', 'reason')

/** Somebody of the bureau, as colleagues know them. */
const Colleague = z.object({ personId: Id, name: z.string(), posts: z.array(Post), post: SentenceShape })

export const Delegation = z.object({
  id: Id,
  absent: z.string(),
  deputy: z.string(),
  posts: z.array(SentenceShape),
  from: CivilDateText,
  to: CivilDateText,
  reason: z.string(),
  state: z.enum(['to-come', 'in-force', 'ended']),
  ended: z.object({ lastDay: CivilDateText, reason: z.string() }).nullable(),
  by: z.object({ name: z.string(), post: SentenceShape }),
  at: InstantText,
  /** Whether the reader may end it. */
  mayEnd: z.boolean(),
})
export type Delegation = z.infer<typeof Delegation>

export const listDelegations = endpoint({
  method: 'GET',
  path: '/delegations',
  may: 'delegation.read',
  summary: 'Who stands or stood in for whom, the newest first',
  params: None,
  query: PageQuery,
  body: None,
  returns: pageOf(Delegation),
})

export const delegationChoices = endpoint({
  method: 'GET',
  path: '/delegations/choices',
  may: 'delegation.give',
  summary: 'For whom the reader may say who stands in, and who may be chosen',
  params: None,
  query: None,
  body: None,
  returns: z.object({ absent: z.array(Colleague), deputies: z.array(Colleague) }),
})

export const giveDelegation = endpoint({
  method: 'POST',
  path: '/delegations',
  may: 'delegation.give',
  summary: 'Say who stands in for whom, in which posts, on which days; by the absent person or a head',
  params: None,
  query: None,
  body: z.object({
    absentPersonId: named(Id, '请假人', 'who is away'),
    deputyPersonId: named(Id, '代岗人', 'deputy'),
    posts: named(z.array(Post).min(1).max(10), '代办岗位', 'posts'),
    from: named(CivilDateText, '开始日期', 'first day'),
    to: named(CivilDateText, '结束日期', 'last day'),
    reason: Reason,
  }),
  returns: z.object({ id: Id }),
})

export const endDelegation = endpoint({
  method: 'POST',
  path: '/delegations/:delegationId/end',
  may: 'delegation.give',
  summary: 'End a delegation from today on; what was done under it stays',
  params: z.object({ delegationId: named(Id, '代岗记录', 'delegation') }),
  query: None,
  body: z.object({ reason: Reason }),
  returns: z.object({ lastDay: CivilDateText }),
})
