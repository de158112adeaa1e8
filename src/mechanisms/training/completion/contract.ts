import { z } from 'zod'
import { CivilDateText, endpoint, Id, None, SentenceShape } from '../../../platform/contract/public.ts'
import { OneClass } from '../classes/contract.ts'
import { DoneBy } from '../sheets/contract.ts'

const Ratio = z.object({ numerator: z.int(), denominator: z.int() })
const Half = z.enum(['morning', 'afternoon', 'evening'])

/** A version of a sheet that the muster rests on. */
const SheetBehind = z.object({ sheetId: Id, version: z.int(), fileName: z.string(), by: DoneBy })

const MusterSession = z.object({
  id: Id,
  day: CivilDateText,
  from: z.string(),
  to: z.string(),
  half: Half,
})

const Credit = z.enum(['present', 'late', 'leave', 'absent'])

const SignShown = z.object({
  id: Id,
  written: z.string(),
  credit: Credit,
  /** What it counted as in the version before, where that was otherwise. */
  was: Credit.nullable(),
})

/** A mark; `points` null is absent from the test. */
const MarkShown = z.object({ id: Id, points: z.int().nullable() })

const MusterPerson = z.object({
  enrolmentId: Id,
  seq: z.int(),
  maskedName: z.string(),
  maskedIdentity: z.string(),
  /** Null before attendance is imported. */
  attended: z
    .object({
      plannedSessions: z.int(),
      attendedSessions: z.int(),
      plannedMinutes: z.int(),
      attendedMinutes: z.int(),
      ratio: Ratio,
    })
    .nullable(),
  /** One for each session, in the order of `sessions`; null where there is none. */
  signs: z.array(SignShown.nullable()),
  theory: MarkShown.nullable(),
  practice: MarkShown.nullable(),
  certificate: z.object({ id: Id, number: z.string() }).nullable(),
  /** Every line of the county that this person stays below. */
  below: z.array(SentenceShape),
  musterId: Id.nullable(),
})
export type MusterPerson = z.infer<typeof MusterPerson>

export const MusterOfClass = z.object({
  /** The day the class was completed; null before. */
  completedOn: CivilDateText.nullable(),
  attendance: SheetBehind.nullable(),
  /** How many signs count otherwise than in the version before. */
  changed: z.int(),
  marks: SheetBehind.extend({ issuedOn: CivilDateText }).nullable(),
  sessions: z.array(MusterSession),
  people: z.array(MusterPerson),
  counts: z.object({
    people: z.int(),
    attendanceMet: z.int(),
    marksMet: z.int(),
    certificates: z.int(),
    allMet: z.int(),
  }),
  /** What still keeps the class from being completed; empty when nothing does, or when it is. */
  obstacles: z.array(SentenceShape),
})
export type MusterOfClass = z.infer<typeof MusterOfClass>

export const musterOfClass = endpoint({
  method: 'GET',
  path: '/training/classes/:classId/muster',
  may: 'class.read',
  summary: 'Everybody of a class with attendance, signs by session, marks and certificate',
  params: OneClass,
  query: None,
  body: None,
  returns: MusterOfClass,
})

export const completeClass = endpoint({
  method: 'POST',
  path: '/training/classes/:classId/complete',
  may: 'class.file',
  summary: 'Complete a class: attendance is summed up for good, and everybody’s completion becomes a fact',
  params: OneClass,
  query: None,
  body: None,
  returns: z.object({ classId: Id, status: z.literal('completed'), people: z.int(), completedOn: CivilDateText }),
})
