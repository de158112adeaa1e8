import { z } from 'zod'
import { endpoint, named, None, SentenceShape } from '../../../platform/contract/public.ts'
import { OneClass } from '../classes/contract.ts'
import { Session, SessionGiven, SESSIONS_AT_MOST } from './shape.ts'
import { words } from './words.ts'

const Sessions = z.object({
  sessions: named(
    z.array(SessionGiven).max(SESSIONS_AT_MOST, JSON.stringify(words.tooManySessions(SESSIONS_AT_MOST))),
    '课程表',
    'timetable',
  ),
})

/** What a check says of an unsaved timetable: in which rows (by index; none when it is the whole of it). */
export const TimetableFinding = z.object({
  check: z.enum(['C04', 'C05', 'C06', 'C07']),
  rows: z.array(z.int()),
  sentence: SentenceShape,
  /** False where the platform could not answer (a year without an official calendar): worth knowing, no fault. */
  answered: z.boolean(),
})
export type TimetableFinding = z.infer<typeof TimetableFinding>

export const putTimetable = endpoint({
  method: 'PUT',
  path: '/training/classes/:classId/timetable',
  may: 'class.write',
  summary: 'Replace the whole timetable of a class that is a draft or was returned',
  params: OneClass,
  query: None,
  body: Sessions,
  returns: z.object({ sessions: z.array(Session) }),
})

export const askConflicts = endpoint({
  method: 'POST',
  path: '/training/classes/:classId/timetable/conflicts',
  may: 'class.write',
  summary: 'What stands against a timetable that is being edited; nothing is saved',
  reads: true,
  params: OneClass,
  query: None,
  body: Sessions,
  /** `more` clashes were found than are told. */
  returns: z.object({ findings: z.array(TimetableFinding), more: z.int() }),
})
