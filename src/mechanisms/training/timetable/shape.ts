import { z } from 'zod'
import { CivilDateText, Id } from '../../../platform/contract/public.ts'

/** A time on the half hour, '08:30'; '24:00' ends a day. */
export const HalfHourText = z.string().regex(/^(?:(?:[01]\d|2[0-3]):(?:00|30)|24:00)$/)

/** One meeting of a class as it is planned. */
export const SessionGiven = z.object({
  day: CivilDateText,
  from: HalfHourText,
  to: HalfHourText,
  classHours: z.int().min(1).max(24),
  /** Safety education counts to the plan's theory hours. */
  kind: z.enum(['safety', 'theory', 'practice']),
  roomId: Id,
  instructorId: Id,
  reason: z.string().trim().max(200),
})
export type SessionGiven = z.infer<typeof SessionGiven>

/** More meetings than any class has, a whole year of two a day included: a limit of the platform on one timetable. */
export const SESSIONS_AT_MOST = 500

/** A kept session, with the names of its room and (masked) its instructor. */
export const Session = SessionGiven.extend({ id: Id, roomName: z.string(), instructorName: z.string() })
export type Session = z.infer<typeof Session>
