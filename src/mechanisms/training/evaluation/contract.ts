import { z } from 'zod'
import { CivilDateText, endpoint, Id, None, PageQuery, pageOf, UploadQuery } from '../../../platform/contract/public.ts'
import { SheetOutcome, SheetUploadShown, XLSX } from '../sheets/contract.ts'

export const uploadMarks = endpoint({
  method: 'POST',
  path: '/training/classes/:classId/marks',
  may: 'marks.import',
  summary: 'Upload the mark sheet of a class that is over, with certificate numbers: all of it, or nothing',
  params: z.object({ classId: Id }),
  query: UploadQuery.extend({ issuedOn: CivilDateText }),
  body: None,
  returns: SheetOutcome,
  upload: true,
})

export const marksUploads = endpoint({
  method: 'GET',
  path: '/training/classes/:classId/marks/uploads',
  may: 'class.read',
  summary: 'Every upload of marks for a class, newest first',
  params: z.object({ classId: Id }),
  query: PageQuery,
  body: None,
  returns: pageOf(SheetUploadShown),
})

/** A POST, because it hands out numbers in clear and that is written down: a GET may not write. */
export const openMarkedMarks = endpoint({
  method: 'POST',
  path: '/training/classes/:classId/marks/uploads/:uploadId/marked-workbook',
  may: 'class.read',
  summary: 'The uploaded sheet again with every problem marked; opening it is recorded',
  params: z.object({ classId: Id, uploadId: Id }),
  query: None,
  body: None,
  returns: z.unknown(),
  download: XLSX,
})
