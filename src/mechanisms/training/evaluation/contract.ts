import { CivilDateText, endpoint, named, None, UploadQuery } from '../../../platform/contract/public.ts'
import { OneClass } from '../classes/contract.ts'
import { openMarked, SheetOutcome, uploadsOf } from '../sheets/contract.ts'

export const uploadMarks = endpoint({
  method: 'POST',
  path: '/training/classes/:classId/marks',
  may: 'marks.import',
  summary: 'Upload the mark sheet of a class that is over, with certificate numbers: all of it, or nothing',
  params: OneClass,
  query: UploadQuery.extend({ issuedOn: named(CivilDateText, '发证日期', 'date of issue') }),
  body: None,
  returns: SheetOutcome,
  upload: true,
})

export const marksUploads = uploadsOf('marks')

export const openMarkedMarks = openMarked('marks')
