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
import { LONGEST_SAID, REPORT_KINDS } from './rules.ts'

export const ListedReport = z.object({
  id: Id,
  number: z.string(),
  kind: z.enum(REPORT_KINDS),
  said: z.string(),
  maskedName: z.string(),
  maskedIdentity: z.string(),
  claim: z.object({ id: Id, number: z.string(), title: z.string() }),
  /** The decision it is about, as that claim has it. */
  decisionId: Id,
  madeAt: InstantText,
  dueOn: CivilDateText,
  isOverdue: z.boolean(),
  answer: z.object({ text: z.string(), by: SentenceShape, at: InstantText }).nullable(),
})
export type ListedReport = z.infer<typeof ListedReport>

export const listReports = endpoint({
  method: 'GET',
  path: '/reports',
  may: 'report.read',
  summary:
    'What residents report about their own subsidies: to be answered the oldest first, answered the newest first',
  params: None,
  query: PageQuery.extend({ state: named(z.enum(['open', 'overdue', 'answered']), '状态', 'state').default('open') }),
  body: None,
  returns: pageOf(ListedReport),
})

export const countReports = endpoint({
  method: 'GET',
  path: '/reports/count',
  may: 'report.read',
  summary: 'How many reports wait for an answer and how many for too long, counted to a hundred',
  params: None,
  query: None,
  body: None,
  returns: z.object({ open: z.int(), overdue: z.int() }),
})

export const answerReport = endpoint({
  method: 'POST',
  path: '/reports/:reportId/answer',
  may: 'report.answer',
  summary: 'Answer a report in plain words; the person reads it on their own page',
  params: z.object({ reportId: named(Id, '反映', 'report') }),
  query: None,
  body: z.object({ answer: named(z.string().trim().min(2).max(LONGEST_SAID), '答复', 'answer') }),
  returns: z.object({ number: z.string() }),
})
