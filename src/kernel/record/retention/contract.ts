import { z } from 'zod'
import { CivilDateText, endpoint, Id, named, None, SentenceShape } from '../../../platform/contract/public.ts'

const Place = z.object({ kind: z.string(), id: Id })

const DueShape = z.object({
  id: Id,
  title: SentenceShape,
  since: CivilDateText,
  dueOn: CivilDateText,
  subject: Place,
  /** Why it is kept all the same. */
  held: z.object({ why: SentenceShape, until: CivilDateText.nullable() }).nullable(),
})
export type DueShape = z.infer<typeof DueShape>

const RuleShape = z.object({
  code: z.string(),
  name: SentenceShape,
  purpose: SentenceShape,
  years: z.int(),
  emptied: z.int(),
  /** Due up to the last day of the quarter, the first first; more than are named where `isMore`. */
  due: z.array(DueShape),
  isMore: z.boolean(),
})
export type RuleShape = z.infer<typeof RuleShape>

export const retentionDue = endpoint({
  method: 'GET',
  path: '/record/retention',
  may: 'retention.read',
  summary:
    'What is emptied when the county’s years are over: rule by rule, what is due within the quarter and what holds it',
  params: None,
  query: None,
  body: None,
  returns: z.object({
    rules: z.array(RuleShape),
    until: CivilDateText,
    moneyYears: z.int(),
    /** The county’s years are only an example. */
    placeholder: z.boolean(),
  }),
})

const EmptiedShape = z.object({
  id: Id,
  rule: SentenceShape,
  title: SentenceShape,
  since: CivilDateText,
  years: z.int(),
  emptiedOn: CivilDateText,
  files: z.array(z.string()),
  subject: Place,
})
export type EmptiedShape = z.infer<typeof EmptiedShape>

export const listEmptied = endpoint({
  method: 'GET',
  path: '/record/retention/emptied',
  may: 'retention.read',
  summary: 'What was emptied because its years were over, newest first',
  params: None,
  query: z.object({
    after: named(Id, '上一页的末条', 'last of the former page').optional(),
    limit: named(z.coerce.number().int().min(1).max(200), '条数', 'number of rows').default(50),
  }),
  body: None,
  returns: z.object({ items: z.array(EmptiedShape), next: Id.nullable() }),
})
