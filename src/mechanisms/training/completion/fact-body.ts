import { z } from 'zod'
import { isSkillLevel } from '../../../kernel/values/public.ts'

/** The trigger that completing a class is for policy. */
export const TRAINING_COMPLETED = 'training.completed'

const Day = z.iso.date()

/**
 * What a recorded completion says of itself: for funds whose claim it is and into which account, for the fact suppliers
 * which sheets it rests on. Never a number of a person.
 */
export const CompletionBody = z.object({
  /** For funds: the group a claim is made for, as a trail and people know it. */
  groupKind: z.literal('class'),
  groupTitle: z.string(),
  fund: z.string(),
  organisationId: z.uuid(),
  during: z.object({ from: Day, to: Day }),
  dates: z.object({ certificate: Day }).partial(),
  position: z.int(),
  /** For funds: who taught the class, who submitted it and who put it on file. */
  hands: z
    .array(z.object({ personId: z.uuid(), duty: z.enum(['instruction', 'class.file', 'class.review']) }))
    .default([]),
  bankAccountId: z.uuid(),
  classId: z.uuid(),
  title: z.object({ zh: z.string(), en: z.string() }),
  filingNumber: z.string().nullable(),
  enrolmentId: z.uuid(),
  occupationId: z.string(),
  level: z.string().refine(isSkillLevel),
  kind: z.string(),
  certificateKind: z.string(),
  payee: z.enum(['person', 'provider']),
  groupCode: z.string(),
  plannedSessions: z.int(),
  attendedSessions: z.int(),
  plannedMinutes: z.int(),
  attendedMinutes: z.int(),
  musterId: z.uuid(),
  attendanceSheetId: z.uuid(),
  attendanceAt: z.string(),
  markSheetId: z.uuid(),
  /** Whether both marks reached the county's lines, so that a missing certificate is missing and not unearned. */
  marksPassed: z.boolean(),
  certificateId: z.uuid().nullable(),
})
export type CompletionBody = z.infer<typeof CompletionBody>
