import { z } from 'zod'
import {
  CivilDateText,
  endpoint,
  Id,
  InstantText,
  named,
  None,
  PageQuery,
  pageOf,
  SentenceShape,
} from '../../../platform/contract/public.ts'
import { OneClass } from '../classes/contract.ts'

/** The sheets that a class's people are reported on. */
export type SheetKind = 'attendance' | 'marks'

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Something wrong (it stops the whole file) or doubtful (it does not) in an uploaded sheet; never with a number in clear. */
export const SheetMark = z.object({
  /** 序号 as the office wrote it; null where the mark is about the file or the row has none. */
  seq: z.int().nullable(),
  /** The row in the margin of the sheet. */
  sheetRow: z.int(),
  /** The very cell, as `V9`; null where the mark is about the row or the file. */
  cell: z.string().nullable(),
  maskedName: z.string(),
  kind: z.enum(['error', 'doubt']),
  sentence: SentenceShape,
})
export type SheetMark = z.infer<typeof SheetMark>

/** Who did something, by post: people outside never read an official's name. */
export const DoneBy = z.object({ post: SentenceShape, at: InstantText })

/** What came of an upload: imported as a version, or refused with every problem at once. */
export const SheetOutcome = z.object({
  uploadId: Id,
  outcome: z.enum(['imported', 'refused']),
  version: z.int().nullable(),
  rowCount: z.int(),
  marks: z.array(SheetMark),
  /** Whether the sheet can be downloaded again with its problems marked. */
  hasMarkedWorkbook: z.boolean(),
  /** What the reader left aside, worth knowing but not wrong. */
  notes: z.array(SentenceShape),
  /** The same file had just been uploaded with the same outcome; nothing was done again. */
  alreadyBy: DoneBy.nullable(),
})
export type SheetOutcome = z.infer<typeof SheetOutcome>

/** One upload in the history. */
export const SheetUploadShown = z.object({
  uploadId: Id,
  outcome: z.enum(['imported', 'refused']),
  version: z.int().nullable(),
  /** The newest imported version: what counts. */
  current: z.boolean(),
  fileName: z.string(),
  issuedOn: CivilDateText.nullable(),
  rowCount: z.int(),
  errors: z.int(),
  doubts: z.int(),
  hasMarkedWorkbook: z.boolean(),
  by: DoneBy,
})
export type SheetUploadShown = z.infer<typeof SheetUploadShown>

/** The history of one kind of sheet. */
export const uploadsOf = (kind: SheetKind) =>
  endpoint({
    method: 'GET',
    path: `/training/classes/:classId/${kind}/uploads`,
    may: 'class.read',
    summary: `Every upload of ${kind} for a class, newest first`,
    params: OneClass,
    query: PageQuery,
    body: None,
    returns: pageOf(SheetUploadShown),
  })

/** A POST, because it hands out numbers in clear and that is written down: a GET may not write. */
export const openMarked = (kind: SheetKind) =>
  endpoint({
    method: 'POST',
    path: `/training/classes/:classId/${kind}/uploads/:uploadId/marked-workbook`,
    may: 'class.read',
    summary: `The uploaded sheet of ${kind} again with every problem marked; opening it is recorded`,
    params: OneClass.extend({ uploadId: named(Id, '上传记录', 'upload') }),
    query: None,
    body: None,
    returns: z.unknown(),
    download: XLSX,
    fresh: true,
    quota: 'export',
  })
