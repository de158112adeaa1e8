import { z } from 'zod'
import {
  CivilDateText,
  endpoint,
  Id,
  InstantText,
  named,
  None,
  saying,
  SentenceShape,
  UploadQuery,
} from '../../../platform/contract/public.ts'
import { OneClass } from '../classes/contract.ts'

const OneInspection = OneClass.extend({ inspectionId: named(Id, '现场检查', 'inspection') })

/** A minute of the day, '09:40'. */
const MinuteText = z
  .string()
  .regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, { error: saying('应是时和分,如 09:40', 'must be hours and minutes, as 09:40') })

const Photo = z.object({ id: Id, name: z.string(), mediaType: z.string(), sizeBytes: z.int() })

export const Inspection = z.object({
  id: Id,
  day: CivilDateText,
  from: z.string(),
  to: z.string(),
  at: z.string(),
  headCount: z.int(),
  /** Who was signed in at that minute; null while there is no attendance. */
  signedIn: z.int().nullable(),
  /** Whether the heads fell so far short of the signs that the county has it looked into. */
  short: z.boolean(),
  note: z.string(),
  by: z.object({ post: SentenceShape, at: InstantText }),
  /** The second inspector; null until they have confirmed it. */
  confirmed: z.object({ post: SentenceShape, at: InstantText }).nullable(),
  photos: z.array(Photo),
  /** Whether this reader is the one it still waits for. */
  mayConfirm: z.boolean(),
})
export type Inspection = z.infer<typeof Inspection>

const SessionToInspect = z.object({ id: Id, day: CivilDateText, from: z.string(), to: z.string() })
export type SessionToInspect = z.infer<typeof SessionToInspect>

export const inspectionsOfClass = endpoint({
  method: 'GET',
  path: '/training/classes/:classId/inspections',
  may: 'class.read',
  summary: 'Inspections of a class on the spot, newest first, each with who was signed in at that minute',
  params: OneClass,
  query: None,
  body: None,
  returns: z.object({
    inspections: z.array(Inspection),
    /** Sessions that have begun, the latest first. */
    sessions: z.array(SessionToInspect),
    /** The session and the minute that it is now, where one is on. */
    now: z.object({ sessionId: Id, at: z.string() }).nullable(),
    /** Why this reader may not inspect the class; null where they may, or have no such post. */
    mayNot: SentenceShape.nullable(),
  }),
})

export const recordInspection = endpoint({
  method: 'POST',
  path: '/training/classes/:classId/inspections',
  may: 'inspection.write',
  summary: 'Record how many heads were counted at a session of a class in one minute; a second inspector confirms it',
  params: OneClass,
  query: None,
  body: z.object({
    sessionId: named(Id, '课次', 'session'),
    at: named(MinuteText, '清点时间', 'time of the count'),
    headCount: named(z.int().min(0).max(1000), '实到人数', 'head-count'),
    note: named(z.string().trim().max(500), '情况说明', 'note'),
  }),
  returns: z.object({ id: Id }),
})

export const confirmInspection = endpoint({
  method: 'POST',
  path: '/training/classes/:classId/inspections/:inspectionId/confirm',
  may: 'inspection.write',
  summary: 'Confirm, as the second inspector who was there, what the first recorded',
  params: OneInspection,
  query: None,
  body: None,
  returns: z.object({ id: Id }),
})

export const addInspectionPhoto = endpoint({
  method: 'POST',
  path: '/training/classes/:classId/inspections/:inspectionId/photos',
  may: 'inspection.write',
  summary: 'Keep a photo (PNG or JPEG) or a scan (PDF) of an inspection, sealed',
  params: OneInspection,
  query: UploadQuery,
  body: None,
  upload: true,
  returns: z.object({ id: Id }),
})

/** A POST, because opening a file is written down: a GET may not write. */
export const openInspectionPhoto = endpoint({
  method: 'POST',
  path: '/training/classes/:classId/inspections/:inspectionId/photos/:photoId/open',
  may: 'inspection.read',
  summary: 'A photo of an inspection; every opening is recorded',
  params: OneInspection.extend({ photoId: named(Id, '照片', 'photo') }),
  query: None,
  body: None,
  returns: z.unknown(),
  download: 'application/octet-stream',
})
