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

const Holder = z.object({
  accountId: Id,
  account: z.string(),
  person: z.string(),
  organisation: z.string(),
  /** The last day on which they stand in for somebody; null for a post of their own. */
  standsInUntil: CivilDateText.nullable(),
})

export const RoleShown = z.object({
  role: z.string(),
  name: SentenceShape,
  may: z.array(z.object({ permission: z.string(), sentence: SentenceShape })),
  /** What the role must never be able to do. */
  never: SentenceShape.nullable(),
  holders: z.array(Holder),
})
export type RoleShown = z.infer<typeof RoleShown>

export const whoMay = endpoint({
  method: 'GET',
  path: '/who-may',
  may: 'access.who',
  summary: 'What each role may and must never do, and who holds it today, also by standing in',
  params: None,
  query: None,
  body: None,
  returns: z.object({ roles: z.array(RoleShown) }),
})

export const ActShown = z.object({
  id: Id,
  act: z.string(),
  /** What was done, in words. */
  sentence: SentenceShape,
  subjectKind: z.string(),
  account: z.string(),
  person: z.string(),
  post: SentenceShape,
  at: InstantText,
  recordedAt: InstantText,
})
export type ActShown = z.infer<typeof ActShown>

const Filter = z.object({
  account: named(Id, '账号', 'account').optional(),
  act: named(
    z
      .string()
      .trim()
      .regex(/^[a-z.-]{2,60}$/),
    '事项',
    'act',
  ).optional(),
  from: named(CivilDateText, '开始日期', 'first day').optional(),
  to: named(CivilDateText, '结束日期', 'last day').optional(),
})
export type ActFilter = z.infer<typeof Filter>

export const whoDid = endpoint({
  method: 'GET',
  path: '/who-did',
  may: 'access.who',
  summary: 'What people did, newest first: which act, on what kind of record, by which account and when',
  params: None,
  query: PageQuery.extend(Filter.shape),
  body: None,
  returns: pageOf(ActShown),
})

export const exportWhoDid = endpoint({
  method: 'GET',
  path: '/who-did/export',
  may: 'access.who',
  summary: 'The filtered acts as a workbook',
  params: None,
  query: Filter,
  body: None,
  returns: z.unknown(),
  download: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
})
