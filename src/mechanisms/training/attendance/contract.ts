import { endpoint, None, UploadQuery } from '../../../platform/contract/public.ts'
import { OneClass } from '../classes/contract.ts'
import { openMarked, SheetOutcome, uploadsOf } from '../sheets/contract.ts'

export const uploadAttendance = endpoint({
  method: 'POST',
  path: '/training/classes/:classId/attendance',
  may: 'attendance.import',
  summary: 'Upload the attendance sheet of a class that is over: all of it is imported as the next version, or nothing',
  params: OneClass,
  query: UploadQuery,
  body: None,
  returns: SheetOutcome,
  upload: true,
})

export const attendanceUploads = uploadsOf('attendance')

export const openMarkedAttendance = openMarked('attendance')
