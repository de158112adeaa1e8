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

export const STUCK_STATES = ['gave-up', 'trying'] as const

/** Something that should have followed by itself and failed. Instants are real time. */
export const StuckFollowUp = z.object({
  id: Id,
  what: SentenceShape,
  about: z.object({ name: SentenceShape, id: Id, page: z.string(), may: z.string() }).nullable(),
  state: z.enum(STUCK_STATES),
  /** Tries since it happened or was last put back. */
  tries: z.number().int(),
  happenedAt: InstantText,
  failedAt: InstantText,
  nextTryAt: InstantText.nullable(),
  why: SentenceShape,
  /** The number under which the log has the whole failure. */
  failureId: Id,
})
export type StuckFollowUp = z.infer<typeof StuckFollowUp>

export const listStuckFollowUps = endpoint({
  method: 'GET',
  path: '/follow-ups/stuck',
  may: 'follow-up.read',
  summary: 'Follow-ups that failed and are not done, newest first',
  params: None,
  query: PageQuery.extend({
    after: named(Id, '下一页的位置', 'place of the next page').optional(),
    state: named(z.enum(STUCK_STATES), '状态', 'state').optional(),
  }),
  body: None,
  returns: pageOf(StuckFollowUp),
})

export const countStuckFollowUps = endpoint({
  method: 'GET',
  path: '/follow-ups/stuck/count',
  may: 'follow-up.read',
  summary: 'How many follow-ups gave up and wait for a person',
  params: None,
  query: None,
  body: None,
  returns: z.object({ gaveUp: z.number().int() }),
})

export const tryFollowUpAgain = endpoint({
  method: 'POST',
  path: '/follow-ups/:followUpId/try-again',
  may: 'follow-up.try-again',
  summary: 'Put a follow-up that failed back to be tried at once',
  params: z.object({ followUpId: named(Id, '后续', 'follow-up') }),
  query: None,
  body: None,
  returns: z.object({ state: z.enum(['waiting', 'done']) }),
})
