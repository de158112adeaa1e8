import { z } from 'zod'
import { endpoint, Id, named, None } from '../../../platform/contract/public.ts'

/** A POST, because a reason is given and that it was taken out is recorded. */
export const archiveClass = endpoint({
  method: 'POST',
  path: '/record/archives/class/:classId',
  may: 'record.archive',
  summary: 'Everything recorded of a class as one archive that opens without us; taking it out is recorded',
  params: z.object({ classId: named(Id, '班级', 'class') }),
  query: None,
  body: z.object({ reason: named(z.string().trim().min(4).max(200), '导出事由', 'reason') }),
  returns: z.unknown(),
  download: 'application/zip',
  fresh: true,
  quota: 'export',
})
