import { z } from 'zod'
import {
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

const RoleName = z.enum(Object.keys(ROLES) as [Role, ...Role[]])
const Somebody = z.object({ name: z.string(), post: SentenceShape })

export const Emergency = z.object({
  id: Id,
  role: RoleName,
  roleName: SentenceShape,
  reason: z.string(),
  ticket: z.string(),
  by: Somebody,
  beganAt: InstantText,
  until: InstantText,
  ended: z.object({ at: InstantText, by: Somebody }).nullable(),
  state: z.enum(['in-force', 'over']),
  uses: z.int(),
  /** Of the uses: nobody has said yet whether they were justified. */
  unanswered: z.int(),
  unjustified: z.int(),
  reviewBy: InstantText,
  isOverdue: z.boolean(),
  /** Whether the reader may end it now. */
  mayEnd: z.boolean(),
  /** Whether the reader may review it: never who took it. */
  mayReview: z.boolean(),
})
export type Emergency = z.infer<typeof Emergency>

export const EmergencyUse = z.object({
  id: Id,
  method: z.string(),
  /** The operation with what it was asked about. */
  path: z.string(),
  permission: SentenceShape,
  at: InstantText,
  review: z.object({ justified: z.boolean(), word: z.string(), by: Somebody, at: InstantText }).nullable(),
})
export type EmergencyUse = z.infer<typeof EmergencyUse>

export const listEmergencies = endpoint({
  method: 'GET',
  path: '/emergencies',
  may: 'emergency.read',
  summary: 'Posts that were taken in an emergency, the newest first',
  params: None,
  query: PageQuery,
  body: None,
  returns: pageOf(Emergency),
})

export const countEmergencies = endpoint({
  method: 'GET',
  path: '/emergencies/count',
  may: 'emergency.read',
  summary: 'Emergencies of others that are in force, and uses that wait for the reader’s review',
  params: None,
  query: None,
  body: None,
  returns: z.object({ inForce: z.int(), waiting: z.int(), overdue: z.int() }),
})

export const emergencyChoices = endpoint({
  method: 'GET',
  path: '/emergencies/choices',
  may: 'emergency.take',
  summary: 'Which posts the reader could take, what each would open, and for how long',
  params: None,
  query: None,
  body: None,
  returns: z.object({
    mostMinutes: z.int(),
    roles: z.array(z.object({ role: RoleName, name: SentenceShape, opens: z.array(SentenceShape) })),
  }),
})

export const getEmergency = endpoint({
  method: 'GET',
  path: '/emergencies/:emergencyId',
  may: 'emergency.read',
  summary: 'An emergency with everything that was done under it',
  params: z.object({ emergencyId: named(Id, '紧急授权', 'emergency') }),
  query: None,
  body: None,
  returns: Emergency.extend({ used: z.array(EmergencyUse) }),
})

export const takeEmergency = endpoint({
  method: 'POST',
  path: '/emergencies',
  may: 'emergency.take',
  summary: 'Take a post for some minutes; the heads are told at once',
  params: None,
  query: None,
  body: z.object({
    role: named(RoleName, '岗位', 'post'),
    minutes: named(z.int().min(1).max(60), '时长', 'minutes'),
    reason: named(z.string().trim().min(5).max(300), '事由', 'reason'),
    ticket: named(z.string().trim().min(2).max(60), '工单号', 'ticket number'),
  }),
  returns: z.object({ id: Id, until: InstantText }),
  fresh: true,
})

export const endEmergency = endpoint({
  method: 'POST',
  path: '/emergencies/:emergencyId/end',
  may: 'emergency.take',
  summary: 'End an emergency at once: one’s own, or as a head anybody’s',
  params: z.object({ emergencyId: named(Id, '紧急授权', 'emergency') }),
  query: None,
  body: None,
  returns: None,
})

export const reviewUse = endpoint({
  method: 'POST',
  path: '/emergencies/:emergencyId/uses/:useId/review',
  may: 'emergency.review',
  summary: 'Say of a use whether it was justified; never of one’s own',
  params: z.object({
    emergencyId: named(Id, '紧急授权', 'emergency'),
    useId: named(Id, '使用记录', 'use'),
  }),
  query: None,
  body: z.object({
    justified: named(z.boolean(), '复核意见', 'review'),
    word: named(z.string().trim().min(2).max(300), '说明', 'word'),
  }),
  returns: None,
})
