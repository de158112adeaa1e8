import { z } from 'zod'
import {
  CivilDateText,
  endpoint,
  Id,
  InstantText,
  named,
  None,
  SentenceShape,
} from '../../../platform/contract/public.ts'
import { OneClass } from '../classes/contract.ts'

const Phase = z.enum(['in', 'out', 'closed'])

/** One session of the timetable and how it was held live. */
export const LiveSessionLine = z.object({
  sessionId: Id,
  day: CivilDateText,
  from: z.string(),
  to: z.string(),
  /** Null where it was never begun. */
  phase: Phase.nullable(),
  in: z.int(),
  late: z.int(),
  out: z.int(),
  leave: z.int(),
  missing: z.int(),
  photos: z.int(),
  refusals: z.int(),
})
export type LiveSessionLine = z.infer<typeof LiveSessionLine>

/** A live sign as the console shows it: masked, the device by its last signs. */
export const LiveSignShown = z.object({
  id: Id,
  kind: z.enum(['in', 'out', 'leave']),
  method: z.enum(['qr', 'code', 'roll-call', 'card', 'assisted']),
  at: InstantText,
  time: z.string(),
  device: z.string(),
  quality: z.enum(['strong', 'fair', 'weak']),
  minutesLate: z.int(),
  reason: z.string(),
  by: SentenceShape.nullable(),
  struck: z.string().nullable(),
})

export const LivePerson = z.object({
  enrolmentId: Id,
  seq: z.int(),
  maskedName: z.string(),
  signs: z.array(LiveSignShown),
})
export type LivePerson = z.infer<typeof LivePerson>

const Refusal = z.object({
  id: Id,
  at: InstantText,
  /** Null for somebody who is not of the class. */
  who: z.string().nullable(),
  why: z.enum(['expired', 'early', 'late', 'closed', 'not-on-roster', 'phone-of-another']),
  device: z.string(),
  /** Whose phone it was. */
  otherThan: z.string().nullable(),
})

export const liveOfClass = endpoint({
  method: 'GET',
  path: '/training/classes/:classId/live',
  may: 'class.read',
  summary: 'The sessions of a class and how many signed live at each',
  params: OneClass,
  query: None,
  body: None,
  returns: z.object({ people: z.int(), sessions: z.array(LiveSessionLine), hasLive: z.boolean() }),
})

const OneSession = OneClass.extend({ sessionId: named(Id, '课次', 'session') })

export const LiveOfSession = z.object({
  sessionId: Id,
  people: z.array(LivePerson),
  photos: z.array(z.object({ id: Id, at: InstantText })),
  refusals: z.array(Refusal),
})
export type LiveOfSession = z.infer<typeof LiveOfSession>

export const liveOfSession = endpoint({
  method: 'GET',
  path: '/training/classes/:classId/live/:sessionId',
  may: 'class.read',
  summary: 'Who signed live at a session, how, when and on which device; who is missing; photos; who was refused',
  params: OneSession,
  query: None,
  body: None,
  returns: LiveOfSession,
})

/** A POST, because opening a picture of people is written down: a GET may not write. */
export const openClassPhoto = endpoint({
  method: 'POST',
  path: '/training/classes/:classId/live/photos/:photoId',
  may: 'class.read',
  summary: 'A photo of the class at a session; opening it is recorded',
  params: OneClass.extend({ photoId: named(Id, '照片', 'photo') }),
  query: None,
  body: None,
  returns: z.unknown(),
  download: 'application/octet-stream',
})

export const drawAttendance = endpoint({
  method: 'POST',
  path: '/training/classes/:classId/live/sheet',
  may: 'attendance.import',
  summary: 'Draw the attendance sheet of a class that is over from its live signs, as its next version',
  params: OneClass,
  query: None,
  body: None,
  returns: z.object({ outcome: z.enum(['drawn', 'unchanged']), version: z.int() }),
})
