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
import { ClassLine, ClassStatus, OneClass } from '../classes/contract.ts'

/** What a run of the checks came to. `unavailable` is counted by itself: it is not a pass. */
export const CheckCounts = z.object({
  passed: z.int(),
  failed: z.int(),
  unavailable: z.int(),
  /** The worst of them: a block, something to look at, or all well. */
  tone: z.enum(['good', 'attention', 'refused']),
})
export type CheckCounts = z.infer<typeof CheckCounts>

const Evidence = z.object({ label: SentenceShape, kind: z.string().nullable(), id: Id.nullable() })

/** One answer of one check. `who` is the person it is about, by number and masked name; null when it is the class. */
export const CheckAnswer = z.object({
  id: Id,
  checkId: z.string(),
  title: SentenceShape,
  basis: SentenceShape,
  who: SentenceShape.nullable(),
  outcome: z.enum(['passed', 'failed', 'unavailable', 'not-applicable']),
  action: z.enum(['block', 'hold', 'flag']),
  sentence: SentenceShape,
  evidence: z.array(Evidence),
  /** Whether an override of it may be proposed, as far as the check and the answer go. */
  liftable: z.boolean(),
})
export type CheckAnswer = z.infer<typeof CheckAnswer>

export const Moved = z.object({ id: Id, status: ClassStatus, filingNumber: z.string().nullable() })

export const submitClass = endpoint({
  method: 'POST',
  path: '/training/classes/:classId/submit',
  may: 'class.file',
  summary: 'Submit a class for review: takes its rooms and people, and refuses with everything that blocks it',
  params: OneClass,
  query: None,
  body: None,
  returns: Moved,
})

export const approveClass = endpoint({
  method: 'POST',
  path: '/training/classes/:classId/approve',
  may: 'class.review',
  summary: 'Approve a submitted class: checked once more, it gets its filing number',
  params: OneClass,
  query: None,
  body: None,
  returns: Moved,
})

export const returnClass = endpoint({
  method: 'POST',
  path: '/training/classes/:classId/return',
  may: 'class.review',
  summary: 'Return a class with all reasons at once; its rooms and people are free again',
  params: OneClass,
  query: None,
  body: z.object({
    /** Answers of its checks that are reasons. */
    answers: named(z.array(Id).max(500), '核对结果', 'answers of the checks'),
    /** The clerk's own. */
    reasons: named(z.array(z.string().trim().min(2).max(500)).max(50), '理由', 'reasons'),
  }),
  returns: Moved,
})

export const classChecksOf = endpoint({
  method: 'GET',
  path: '/training/classes/:classId/checks',
  may: 'check.read',
  summary: 'What the checks answered about a class when it was last submitted or approved',
  params: OneClass,
  query: None,
  body: None,
  returns: z.object({ ranAt: InstantText.nullable(), counts: CheckCounts, answers: z.array(CheckAnswer) }),
})

export const checkClass = endpoint({
  method: 'POST',
  path: '/training/classes/:classId/check',
  may: 'class.check',
  summary: 'Ask the checks about a class before it is filed and keep what they answer; its state stays',
  params: OneClass,
  query: None,
  body: None,
  returns: z.object({ counts: CheckCounts }),
})

export const QueueItem = ClassLine.extend({
  checks: CheckCounts,
  /** How often it was returned before. */
  returns: z.int(),
  /** Why this person may neither approve nor return it: it is a class of their own. */
  mayNot: SentenceShape.nullable(),
})
export type QueueItem = z.infer<typeof QueueItem>

export const classQueue = endpoint({
  method: 'GET',
  path: '/training/classes/queue',
  may: 'class.review',
  summary: 'Submitted classes, already checked, the longest waiting first',
  params: None,
  query: PageQuery,
  body: None,
  returns: pageOf(QueueItem).extend({ waiting: z.int() }),
})
