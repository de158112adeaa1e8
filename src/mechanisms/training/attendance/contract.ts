import { z } from 'zod'
import { endpoint, Id, None, PageQuery, pageOf, UploadQuery } from '../../../platform/contract/public.ts'
import { SheetOutcome, SheetUploadShown, XLSX } from '../sheets/contract.ts'

export const uploadAttendance = endpoint({
  method: 'POST',
  path: '/training/classes/:classId/attendance',
  may: 'attendance.import',
  summary: 'Upload the attendance sheet of a class that is over: all of it is imported as the next version, or nothing',
  params: z.object({ classId: Id }),
  query: UploadQuery,
  body: None,
  returns: SheetOutcome,
  upload: true,
})

export const attendanceUploads = endpoint({
  method: 'GET',
  path: '/training/classes/:classId/attendance/uploads',
  may: 'class.read',
  summary: 'Every upload of attendance for a class, newest first',
  params: z.object({ classId: Id }),
  query: PageQuery,
  body: None,
  returns: pageOf(SheetUploadShown),
})

/** A POST, because it hands out numbers in clear and that is written down: a GET may not write. */
export const openMarkedAttendance = endpoint({
  method: 'POST',
  path: '/training/classes/:classId/attendance/uploads/:uploadId/marked-workbook',
  may: 'class.read',
  summary: 'The uploaded sheet again with every problem marked; opening it is recorded',
  params: z.object({ classId: Id, uploadId: Id }),
  query: None,
  body: None,
  returns: z.unknown(),
  download: XLSX,
})
