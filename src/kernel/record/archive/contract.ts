import { z } from 'zod'
import { endpoint, Id, InstantText, named, None, SentenceShape } from '../../../platform/contract/public.ts'
import { ARCHIVE_STATUSES, ARCHIVES_OF, STAGES } from './rules.ts'

/** Why: of who asks for one, and of who takes it out. */
const Reason = named(z.string().trim().min(4).max(200), '事由', 'reason')
const Asked = z.object({ id: Id })
const Why = z.object({
  reason: Reason,
  full: named(z.boolean(), '含完整号码', 'with numbers in full').default(false),
})
/** Who may have numbers in full in an archive. */
export const FULL = 'record.archive-full'

export const askForClassArchive = endpoint({
  method: 'POST',
  path: '/record/archives/class/:classId',
  may: 'record.archive',
  summary: 'Have everything recorded of a class made into one archive that opens without us, in the background',
  params: z.object({ classId: named(Id, '班级', 'class') }),
  query: None,
  body: Why,
  returns: Asked,
  quota: 'export',
})

/** A person is named by a claim they stand in, as everywhere: nobody lists persons. */
export const askForPersonArchive = endpoint({
  method: 'POST',
  path: '/record/archives/person/:claimId/:decisionId',
  may: 'record.archive',
  summary: 'Have everything held of a person of a claim made into one archive that opens without us, in the background',
  params: z.object({ claimId: named(Id, '申领单', 'claim'), decisionId: named(Id, '人员', 'person') }),
  query: None,
  body: Why,
  returns: Asked,
  quota: 'export',
})

export const askForProviderArchive = endpoint({
  method: 'POST',
  path: '/record/archives/provider/:organisationId',
  may: 'record.archive',
  summary: 'Have everything held of a provider made into one archive that opens without us, in the background',
  params: z.object({ organisationId: named(Id, '培训机构', 'provider') }),
  query: None,
  body: Why,
  returns: Asked,
  quota: 'export',
})

const ArchiveShape = z.object({
  id: Id,
  of: z.enum(ARCHIVES_OF),
  title: SentenceShape,
  reason: z.string(),
  inFull: z.boolean(),
  by: z.object({ name: z.string(), post: SentenceShape }),
  /** Whether the asker's own account asked for it. */
  isOwn: z.boolean(),
  status: z.enum(ARCHIVE_STATUSES),
  progress: z.object({ stage: z.enum(STAGES), done: z.int(), of: z.int() }).nullable(),
  askedAt: InstantText,
  endedAt: InstantText.nullable(),
  /** When it is swept. */
  expiresAt: InstantText.nullable(),
  sizeBytes: z.int().nullable(),
  /** Of the file as it is saved, hex. */
  sha256: z.string().nullable(),
  /** Of the manifest inside, hex. */
  manifestSha256: z.string().nullable(),
  /** How often it was taken out. */
  taken: z.int(),
})
export type ArchiveShape = z.infer<typeof ArchiveShape>

export const listArchives = endpoint({
  method: 'GET',
  path: '/record/archives',
  may: 'record.archive',
  summary: 'The archives that were asked for, newest first: by whom, why, how far they are, and their hashes',
  params: None,
  query: z.object({
    after: named(Id, '上一页的末条', 'last of the former page').optional(),
    limit: named(z.coerce.number().int().min(1).max(100), '条数', 'number of rows').default(30),
  }),
  body: None,
  returns: z.object({
    items: z.array(ArchiveShape),
    next: Id.nullable(),
    /** So many days one is kept: the county's. */
    keptDays: z.int(),
  }),
})

const OfOne = z.object({ archiveId: named(Id, '归档', 'archive') })

/** A POST, because a reason is given and that it was taken out is recorded. */
export const takeArchiveOut = endpoint({
  method: 'POST',
  path: '/record/archives/:archiveId/file',
  may: 'record.archive',
  summary: 'An archive that is made, as a file; that it was taken out, by whom and why is recorded',
  params: OfOne,
  query: None,
  body: z.object({ reason: Reason }),
  returns: z.unknown(),
  download: 'application/zip',
  fresh: true,
  quota: 'export',
})

export const cancelArchive = endpoint({
  method: 'POST',
  path: '/record/archives/:archiveId/cancel',
  may: 'record.archive',
  summary: 'Break off an archive that one asked for oneself, while it is being made',
  params: OfOne,
  query: None,
  body: None,
  returns: None,
})
