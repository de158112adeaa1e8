import { z } from 'zod'
import { endpoint, Id, InstantText, named, None, SentenceShape } from '../../../platform/contract/public.ts'

const WhoShape = z.object({ name: z.string(), post: SentenceShape })

const RevealShape = z.object({
  id: Id,
  at: InstantText,
  by: WhoShape,
  what: SentenceShape,
  reason: z.string().nullable(),
  isOutsideHours: z.boolean(),
  /** What it was for: the matter somebody named, or what was taken out. */
  about: z.object({ kind: SentenceShape, place: z.object({ kind: z.string(), id: Id }).nullable() }).nullable(),
  /** Read for no matter that was open; read of themselves, of their household or their town. */
  marks: z.array(SentenceShape),
})
export type RevealShape = z.infer<typeof RevealShape>

const RevealerShape = z.object({
  accountId: Id,
  by: WhoShape,
  total: z.int(),
  outsideHours: z.int(),
  mostInADay: z.int(),
  isWorthALook: z.boolean(),
})
export type RevealerShape = z.infer<typeof RevealerShape>

const AlertShape = z.object({
  by: WhoShape,
  accountId: Id,
  says: SentenceShape,
  lastAt: InstantText,
})
export type AlertShape = z.infer<typeof AlertShape>

export const revealAlerts = endpoint({
  method: 'GET',
  path: '/record/reveals/alerts',
  may: 'reveal.read',
  summary:
    'Who read of many people of one town or village, of their own household or town, or often without an open matter',
  params: None,
  query: None,
  body: None,
  returns: z.object({
    alerts: z.array(AlertShape),
    terms: z.object({ days: z.int(), sameTown: z.int(), sameVillage: z.int(), withoutMatter: z.int() }),
  }),
})

export const revealSigns = endpoint({
  method: 'GET',
  path: '/record/reveals/signs',
  may: 'reveal.read',
  summary: 'How often each person saw personal data in clear in the last thirty days, and what is worth a look',
  params: None,
  query: None,
  body: None,
  returns: z.object({
    people: z.array(RevealerShape),
    /** Office hours and how many in a day are marked: the county’s. */
    terms: z.object({ from: z.string(), to: z.string(), manyADay: z.int() }),
  }),
})

export const listReveals = endpoint({
  method: 'GET',
  path: '/record/reveals',
  may: 'reveal.read',
  summary: 'Every time somebody saw, printed or took out personal data in clear, newest first',
  params: None,
  query: z.object({
    after: named(Id, '上一页的末条', 'last of the former page').optional(),
    limit: named(z.coerce.number().int().min(1).max(200), '条数', 'number of rows').default(50),
  }),
  body: None,
  returns: z.object({ items: z.array(RevealShape), next: Id.nullable() }),
})
