import { z } from 'zod'
import { CivilDateText, endpoint, Id, None, UploadQuery } from '../../../platform/contract/public.ts'
import { openMarked, SheetOutcome, uploadsOf } from '../sheets/contract.ts'

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

export const marksUploads = uploadsOf('marks')

export const openMarkedMarks = openMarked('marks')
