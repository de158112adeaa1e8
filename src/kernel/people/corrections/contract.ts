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
import { CORRECTION_ITEMS, LONGEST, OUTCOMES, STATES } from './rules.ts'

const OneCorrection = z.object({ correctionId: named(Id, '更正申请', 'request') })

export const ListedCorrection = z.object({
  id: Id,
  number: z.string(),
  item: z.enum(CORRECTION_ITEMS),
  shouldBe: z.string(),
  why: z.string(),
  maskedName: z.string(),
  maskedIdentity: z.string(),
  file: z.object({ name: z.string(), mediaType: z.string(), sizeBytes: z.int() }).nullable(),
  madeAt: InstantText,
  dueOn: CivilDateText,
  isOverdue: z.boolean(),
  state: z.enum(STATES),
  answers: z.array(
    z.object({
      outcome: z.enum(OUTCOMES),
      text: z.string(),
      by: SentenceShape,
      at: InstantText,
      second: z
        .object({ verdict: z.enum(['confirmed', 'declined']), reason: z.string(), by: SentenceShape, at: InstantText })
        .nullable(),
    }),
  ),
  /** Whether this viewer may be the second person. */
  mayDecide: z.boolean(),
})
export type ListedCorrection = z.infer<typeof ListedCorrection>

export const listCorrections = endpoint({
  method: 'GET',
  path: '/people/corrections',
  may: 'report.read',
  summary:
    'What people ask to be put right in what is held of them: what waits the oldest first, settled the newest first',
  params: None,
  query: PageQuery.extend({
    state: named(z.enum(['open', 'second', 'settled']), '状态', 'state').default('open'),
  }),
  body: None,
  returns: pageOf(ListedCorrection),
})

export const countCorrections = endpoint({
  method: 'GET',
  path: '/people/corrections/count',
  may: 'report.read',
  summary: 'How many requests wait for an answer, for a second person, and for too long; counted to a hundred',
  params: None,
  query: None,
  body: None,
  returns: z.object({ open: z.int(), second: z.int(), overdue: z.int() }),
})

export const answerCorrection = endpoint({
  method: 'POST',
  path: '/people/corrections/:correctionId/answer',
  may: 'report.answer',
  summary: 'Answer a request; a changed name, telephone or number counts once another person has confirmed it',
  params: OneCorrection,
  query: None,
  body: z.object({
    outcome: named(z.enum(OUTCOMES), '结果', 'outcome'),
    answer: named(z.string().trim().min(2).max(LONGEST.answer), '答复', 'answer'),
  }),
  returns: z.object({ state: z.enum(STATES) }),
})

export const decideCorrectionRequest = endpoint({
  method: 'POST',
  path: '/people/corrections/:correctionId/decide',
  may: 'account.confirm',
  summary: 'Confirm or decline the answer that another person gave',
  params: OneCorrection,
  query: None,
  body: z.object({
    verdict: named(z.enum(['confirmed', 'declined']), '是否同意', 'verdict'),
    reason: named(z.string().trim().max(500), '理由', 'reason').default(''),
  }),
  returns: z.object({ state: z.enum(STATES) }),
})

const ReachedPlace = z.object({
  place: z.object({ kind: z.string(), id: Id }),
  title: SentenceShape,
  isReached: z.boolean(),
  why: SentenceShape,
})
export type ReachedPlace = z.infer<typeof ReachedPlace>

export const correctionReach = endpoint({
  method: 'GET',
  path: '/people/corrections/:correctionId/reach',
  may: 'report.read',
  summary:
    'Where a corrected name is used now, and which places keep the old one and why; none before two people agreed',
  params: OneCorrection,
  query: None,
  body: None,
  returns: z.object({ places: z.array(ReachedPlace) }),
})

/** A POST, because each opening is recorded. */
export const openCorrectionFile = endpoint({
  method: 'POST',
  path: '/people/corrections/:correctionId/file/open',
  may: 'report.read',
  summary: 'The paper that came with a request; each opening is recorded',
  params: OneCorrection,
  query: None,
  body: None,
  returns: z.unknown(),
  download: 'application/octet-stream',
})
