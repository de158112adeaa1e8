import { z } from 'zod'
import {
  endpoint,
  Id,
  named,
  None,
  PageQuery,
  pageOf,
  SentenceShape,
  UploadQuery,
} from '../../../platform/contract/public.ts'
import { OneClass } from '../classes/contract.ts'
import { DoneBy, XLSX } from '../sheets/contract.ts'
import { ROSTER_COLUMNS } from './columns.ts'

/** Something wrong (it stops the whole file) or doubtful (it does not) in an uploaded roster; never with a number in clear. */
export const RosterMark = z.object({
  /** 序号 as the office wrote it; null where the mark is about the file. */
  seq: z.int().nullable(),
  /** The row in the margin of the sheet. */
  sheetRow: z.int(),
  column: z.enum(ROSTER_COLUMNS).nullable(),
  maskedName: z.string(),
  kind: z.enum(['error', 'doubt']),
  sentence: SentenceShape,
})
export type RosterMark = z.infer<typeof RosterMark>

export const RosterOutcome = z.object({
  importId: Id,
  outcome: z.enum(['imported', 'refused']),
  rowCount: z.int(),
  marks: z.array(RosterMark),
  markedFileId: Id.nullable(),
  /** What the reader left aside or decided, worth knowing but not wrong. */
  notes: z.array(SentenceShape),
  /** The same file had already been uploaded with the same outcome; nothing was done again. */
  alreadyBy: DoneBy.nullable(),
})
export type RosterOutcome = z.infer<typeof RosterOutcome>

export const uploadRoster = endpoint({
  method: 'POST',
  path: '/training/classes/:classId/roster',
  may: 'roster.import',
  summary: 'Upload the roster of a class: all of it is imported, or nothing',
  params: OneClass,
  query: UploadQuery,
  body: None,
  returns: RosterOutcome,
  upload: true,
})

const EnrolmentShown = z.object({
  enrolmentId: Id,
  personId: Id,
  seq: z.int(),
  sheetRow: z.int(),
  maskedName: z.string(),
  maskedIdentity: z.string(),
  sex: z.enum(['M', 'F']),
  group: SentenceShape,
  education: z.string(),
  maskedPhone: z.string().nullable(),
  accountTail: z.string(),
  bankName: z.string(),
  doubts: z.array(SentenceShape),
  /** The checks run when the roster was read: how many passed, and what the others say. */
  checks: z.object({
    passed: z.int(),
    all: z.int(),
    others: z.array(
      z.object({ checkId: z.string(), outcome: z.enum(['failed', 'unavailable']), sentence: SentenceShape }),
    ),
  }),
})
export type EnrolmentShown = z.infer<typeof EnrolmentShown>

export const rosterOfClass = endpoint({
  method: 'GET',
  path: '/training/classes/:classId/roster',
  may: 'class.read',
  summary: 'The current roster of a class, masked',
  params: OneClass,
  query: PageQuery.extend({
    after: named(z.coerce.number().int(), '下一页的位置', 'place of the next page').optional(),
  }),
  body: None,
  returns: pageOf(EnrolmentShown),
})

const RosterImportShown = z.object({
  importId: Id,
  outcome: z.enum(['imported', 'refused']),
  current: z.boolean(),
  fileName: z.string(),
  rowCount: z.int(),
  errors: z.int(),
  doubts: z.int(),
  markedFileId: Id.nullable(),
  by: DoneBy,
})
export type RosterImportShown = z.infer<typeof RosterImportShown>

export const rosterImports = endpoint({
  method: 'GET',
  path: '/training/classes/:classId/roster/imports',
  may: 'class.read',
  summary: 'Every upload of a roster for a class, newest first',
  params: OneClass,
  query: PageQuery,
  body: None,
  returns: pageOf(RosterImportShown),
})

/** A POST, because it hands out numbers in clear and that is written down: a GET may not write. */
export const openMarkedRoster = endpoint({
  method: 'POST',
  path: '/training/classes/:classId/roster/imports/:importId/marked-workbook',
  may: 'class.read',
  summary: 'The uploaded sheet again with every problem marked; opening it is recorded',
  params: OneClass.extend({ importId: named(Id, '上传记录', 'upload') }),
  query: None,
  body: None,
  returns: z.unknown(),
  download: XLSX,
  fresh: true,
  quota: 'export',
})

export const rosterTemplate = endpoint({
  method: 'GET',
  path: '/training/roster-template',
  may: 'signed-in',
  summary: 'An empty roster in the official form',
  params: None,
  query: None,
  body: None,
  returns: z.unknown(),
  download: XLSX,
})
