import { z } from 'zod'
import { CivilDateText, Id, named, saying } from '../../../platform/contract/public.ts'

/** A time on the half hour, '08:30'; '24:00' ends a day. */
export const HalfHourText = z.string().regex(/^(?:(?:[01]\d|2[0-3]):(?:00|30)|24:00)$/, {
  error: saying('应是整点或半点,如 08:30', 'must be a full or half hour, as 08:30'),
})

/** One meeting of a class as it is planned. */
export const SessionGiven = z.object({
  day: named(CivilDateText, '日期', 'date'),
  from: named(HalfHourText, '开始', 'from'),
  to: named(HalfHourText, '结束', 'to'),
  classHours: named(z.int().min(1).max(24), '课时', 'hours'),
  /** Safety education counts to the plan's theory hours. */
  kind: named(z.enum(['safety', 'theory', 'practice']), '类型', 'kind'),
  roomId: named(Id, '教室', 'room'),
  instructorId: named(Id, '教师', 'instructor'),
  reason: named(z.string().trim().max(200), '休息日排课理由', 'reason, on a rest day'),
})
export type SessionGiven = z.infer<typeof SessionGiven>

/** More meetings than any class has, a whole year of two a day included: a limit of the platform on one timetable. */
export const SESSIONS_AT_MOST = 500

/** A kept session, with the names of its room and (masked) its instructor. */
export const Session = SessionGiven.extend({ id: Id, roomName: z.string(), instructorName: z.string() })
export type Session = z.infer<typeof Session>
