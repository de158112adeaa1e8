import { z } from 'zod'
import {
  CivilDateText,
  endpoint,
  Id,
  InstantText,
  named,
  None,
  SentenceShape,
  UploadQuery,
} from '../../../platform/contract/public.ts'
import { OneClass } from '../classes/contract.ts'

const OneAmendment = z.object({ amendmentId: named(Id, '考勤更正', 'amendment') })
const Credit = z.enum(['present', 'late', 'leave', 'absent'])

/** A sign as an amendment speaks of it. */
export const AmendedSign = z.object({
  seq: z.int(),
  maskedName: z.string(),
  day: CivilDateText,
  from: z.string(),
  to: z.string(),
  was: Credit,
  becomes: Credit,
})
export type AmendedSign = z.infer<typeof AmendedSign>

export const Amendment = z.object({
  id: Id,
  classId: Id,
  classTitle: SentenceShape,
  /** The version it amends. */
  version: z.int(),
  reason: z.string(),
  evidence: z.object({ id: Id, name: z.string(), mediaType: z.string(), sizeBytes: z.int() }),
  signs: z.array(AmendedSign),
  by: z.object({ post: SentenceShape, at: InstantText }),
  answer: z
    .object({
      outcome: z.enum(['confirmed', 'declined']),
      reason: z.string(),
      /** The version it became. */
      version: z.int().nullable(),
      by: z.object({ post: SentenceShape, at: InstantText }),
    })
    .nullable(),
  /** Whether this reader may answer it. */
  mayAnswer: z.boolean(),
})
export type Amendment = z.infer<typeof Amendment>

export const amendmentsOfClass = endpoint({
  method: 'GET',
  path: '/training/classes/:classId/amendments',
  may: 'class.read',
  summary: 'Amendments of the attendance of a class, newest first, and why none can be proposed now',
  params: OneClass,
  query: None,
  body: None,
  returns: z.object({ amendments: z.array(Amendment), mayNot: SentenceShape.nullable() }),
})

export const amendmentsToAnswer = endpoint({
  method: 'GET',
  path: '/training/amendments',
  may: 'amendment.confirm',
  summary: 'Amendments of attendance that wait for this person: the bureau’s, or of sessions they taught',
  params: None,
  query: None,
  body: None,
  returns: z.object({ amendments: z.array(Amendment) }),
})

export const addAmendmentEvidence = endpoint({
  method: 'POST',
  path: '/training/classes/:classId/amendments/evidence',
  may: 'attendance.amend',
  summary: 'Keep a photo or scan that shows why attendance is amended, sealed',
  params: OneClass,
  query: UploadQuery,
  body: None,
  upload: true,
  returns: z.object({ evidenceId: Id }),
})

export const proposeAmendment = endpoint({
  method: 'POST',
  path: '/training/classes/:classId/amendments',
  may: 'attendance.amend',
  summary: 'Propose that signs of the newest attendance count otherwise, for a reason and with evidence',
  params: OneClass,
  query: None,
  body: z.object({
    signs: named(
      z
        .array(
          z.object({
            signId: named(Id, '签到', 'sign'),
            becomes: named(Credit, '更正为', 'what it becomes'),
          }),
        )
        .min(1)
        .max(200),
      '更正的签到',
      'signs to amend',
    ),
    reason: named(z.string().trim().min(4).max(500), '更正理由', 'reason'),
    evidenceId: named(Id, '更正材料', 'evidence'),
  }),
  returns: z.object({ id: Id }),
})

export const answerAmendment = endpoint({
  method: 'POST',
  path: '/training/amendments/:amendmentId/answer',
  may: 'amendment.confirm',
  summary: 'Confirm an amendment, which makes the next version of the attendance, or decline it with a reason',
  params: OneAmendment,
  query: None,
  body: z.object({
    outcome: named(z.enum(['confirmed', 'declined']), '处理', 'answer'),
    reason: named(z.string().trim().max(500), '理由', 'reason'),
  }),
  returns: z.object({ id: Id, version: z.int().nullable() }),
})

/** A POST, because opening a file is written down: a GET may not write. */
export const openAmendmentEvidence = endpoint({
  method: 'POST',
  path: '/training/amendments/:amendmentId/evidence/open',
  may: 'class.read',
  summary: 'The evidence of an amendment; every opening is recorded',
  params: OneAmendment,
  query: None,
  body: None,
  returns: z.unknown(),
  download: 'application/octet-stream',
})
