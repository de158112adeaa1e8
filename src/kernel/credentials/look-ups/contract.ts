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
  UploadQuery,
} from '../../../platform/contract/public.ts'
import { DIFFERENCES, LOOK_UP_OUTCOMES } from './rules.ts'

const Count = z.int().nonnegative()
const GroupParams = z.object({ groupId: named(Id, '班级', 'class') })
const MOST_CERTIFICATES = 500
const MOST_SCREENSHOTS = 50

const Counts = z.object({
  certificates: Count,
  /** Not looked up, or too long ago. */
  waiting: Count,
  agreeing: Count,
  differing: Count,
  missing: Count,
})

const Group = z.object({
  id: Id,
  kind: z.string(),
  title: SentenceShape,
  organisationName: z.string(),
  counts: Counts,
})
export type LookUpGroup = z.infer<typeof Group>

const Site = z.object({ code: z.string(), name: SentenceShape, address: z.string() })

const Found = z.object({
  lookUpId: Id,
  site: SentenceShape,
  lookedOn: CivilDateText,
  outcome: z.enum(LOOK_UP_OUTCOMES),
  differing: z.array(z.enum(DIFFERENCES)),
  /** Longer ago than the county accepts. */
  tooOld: z.boolean(),
})

const CertificateShown = z.object({
  id: Id,
  position: z.int().positive(),
  holder: z.string(),
  identity: z.string(),
  number: z.string(),
  kind: SentenceShape,
  occupation: SentenceShape,
  level: SentenceShape,
  issuedOn: CivilDateText,
  /** What is wrong with the number as such. */
  problems: z.array(SentenceShape),
  newest: Found.nullable(),
})
export type CertificateShown = z.infer<typeof CertificateShown>

const Screenshot = z.object({
  id: Id,
  fileName: z.string(),
  mediaType: z.string(),
  sizeBytes: Count,
  uploadedAt: InstantText,
})
export type Screenshot = z.infer<typeof Screenshot>

const LookUpDone = z.object({
  id: Id,
  site: SentenceShape,
  lookedOn: CivilDateText,
  by: z.string(),
  post: SentenceShape,
  at: InstantText,
  agreeing: Count,
  differing: Count,
  missing: Count,
  screenshots: z.array(Screenshot),
})
export type LookUpDone = z.infer<typeof LookUpDone>

const GroupDetail = z.object({
  group: Group,
  sites: z.array(Site),
  /** Whether the county pays for no certificate that was not looked up. */
  beforePayment: z.boolean(),
  maximumAgeDays: z.int().nullable(),
  certificates: z.array(CertificateShown),
  /** Every screenshot of the class, the newest first. */
  screenshots: z.array(Screenshot),
  lookUps: z.array(LookUpDone),
})
export type LookUpGroupDetail = z.infer<typeof GroupDetail>

export const listLookUpGroups = endpoint({
  method: 'GET',
  path: '/certificates/look-ups',
  may: 'certificate.read',
  summary: 'Classes with certificates, newest first: how many were looked up and what was found',
  params: None,
  query: PageQuery.extend({ show: named(z.enum(['all', 'waiting', 'doubt']), '筛选', 'filter').default('all') }),
  body: None,
  returns: pageOf(Group).extend({ beforePayment: z.boolean() }),
})

export const countLookUpsWaiting = endpoint({
  method: 'GET',
  path: '/certificates/look-ups/waiting',
  may: 'certificate.read',
  summary: 'How many classes have certificates that wait to be looked up',
  params: None,
  query: None,
  body: None,
  returns: z.object({ waiting: Count }),
})

export const getLookUpGroup = endpoint({
  method: 'GET',
  path: '/certificates/look-ups/groups/:groupId',
  may: 'certificate.read',
  summary: 'The certificates of one class, what was found of each, and every look-up so far',
  params: GroupParams,
  query: None,
  body: None,
  returns: GroupDetail,
})

export const uploadScreenshot = endpoint({
  method: 'POST',
  path: '/certificates/look-ups/groups/:groupId/screenshots',
  may: 'certificate.look-up',
  summary: 'Keep a screenshot of a look-up site (PNG, JPEG or PDF), sealed; the same bytes are kept once',
  params: GroupParams,
  query: UploadQuery,
  body: None,
  upload: true,
  returns: Screenshot,
})

export const recordLookUp = endpoint({
  method: 'POST',
  path: '/certificates/look-ups/groups/:groupId',
  may: 'certificate.look-up',
  summary: 'Record what a look-up site shows of certificates of one class, with the screenshots that show it',
  params: GroupParams,
  query: None,
  body: z.object({
    site: named(z.string().min(1).max(40), '查询网站', 'look-up site'),
    lookedOn: named(CivilDateText, '查验日期', 'day looked up'),
    screenshotIds: named(z.array(Id).min(1).max(MOST_SCREENSHOTS), '截图', 'screenshots'),
    lines: named(
      z
        .array(
          z.object({
            certificateId: named(Id, '证书', 'certificate'),
            outcome: named(z.enum(LOOK_UP_OUTCOMES), '查验结果', 'outcome'),
            differing: named(
              z.array(z.enum(DIFFERENCES)).max(DIFFERENCES.length),
              '不一致的项目',
              'what differs',
            ).default([]),
            /** The newest look-up of this certificate that was seen; null when there was none. */
            seen: named(Id, '看到的上次查验', 'look-up that was seen').nullable(),
          }),
        )
        .min(1)
        .max(MOST_CERTIFICATES),
      '证书',
      'certificates',
    ),
  }),
  returns: z.object({ lookUpId: Id, certificates: Count }),
})

/** A POST, because opening a screenshot is written down: a GET may not write. */
export const openScreenshot = endpoint({
  method: 'POST',
  path: '/certificates/look-ups/screenshots/:screenshotId/open',
  may: 'certificate.read',
  summary: 'A screenshot of a look-up; every opening is recorded',
  params: z.object({ screenshotId: named(Id, '截图', 'screenshot') }),
  query: None,
  body: None,
  returns: z.unknown(),
  download: 'application/octet-stream',
})
