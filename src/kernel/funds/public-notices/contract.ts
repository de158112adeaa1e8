import { z } from 'zod'
import {
  CivilDateText,
  endpoint,
  FenText,
  Id,
  InstantText,
  named,
  None,
  PageQuery,
  pageOf,
  SentenceShape,
} from '../../../platform/contract/public.ts'
import { HOLD_STATUSES } from '../holds/rules.ts'
import { CHANNELS, NOTICE_STATUSES } from './rules.ts'

const Status = z.enum(NOTICE_STATUSES)
const Count = z.int().nonnegative()
const OfNotice = z.object({ noticeId: named(Id, '公示', 'public notice') })
const OfClaim = z.object({ claimId: named(Id, '申领单', 'claim') })
const SeenContent = named(z.string().regex(/^[0-9a-f]{64}$/), '看到的内容摘要', 'hash of the content seen')

/** What a notice is of. */
const About = z.object({
  claimId: Id,
  claimNumber: z.string(),
  title: z.string(),
  schemeTitle: SentenceShape,
  organisationName: z.string(),
  headCount: Count,
  amountFen: FenText,
})

export const ListedNotice = About.extend({
  id: Id,
  number: z.string(),
  status: Status,
  publishedOn: CivilDateText,
  endsOn: CivilDateText,
  objections: Count,
})
export type ListedNotice = z.infer<typeof ListedNotice>

const AwaitingNotice = About.extend({ approvedOn: CivilDateText })
export type AwaitingNotice = z.infer<typeof AwaitingNotice>

/** One person as the public reads them. */
const PublicRow = z.object({
  claimLineId: Id,
  position: z.int(),
  maskedName: z.string(),
  maskedIdentity: z.string(),
  amountFen: FenText,
})

export const listNotices = endpoint({
  method: 'GET',
  path: '/public-notices',
  may: 'claim.read',
  summary: 'Public notices, newest first; a provider sees those of its own claims',
  params: None,
  query: PageQuery.extend({ status: named(Status, '状态', 'state').optional() }),
  body: None,
  returns: pageOf(ListedNotice),
})

export const listAwaitingNotice = endpoint({
  method: 'GET',
  path: '/public-notices/awaiting',
  may: 'notice.publish',
  summary: 'Approved claims that wait to be published, the earliest first',
  params: None,
  query: PageQuery,
  body: None,
  returns: pageOf(AwaitingNotice),
})

/** Counted to a hundred and no further. */
export const countAwaitingNotice = endpoint({
  method: 'GET',
  path: '/public-notices/awaiting/count',
  may: 'notice.publish',
  summary: 'How many approved claims wait to be published, counted to a hundred',
  params: None,
  query: None,
  body: None,
  returns: z.object({ waiting: Count }),
})

export const previewNotice = endpoint({
  method: 'GET',
  path: '/public-notices/preview/:claimId',
  may: 'notice.publish',
  summary: 'What the public would read of an approved claim, and until when',
  params: OfClaim,
  query: None,
  body: None,
  returns: About.extend({
    contentSha256: z.string(),
    rows: z.array(PublicRow),
    workingDays: Count,
    counting: z.enum(['after-start', 'including-start']),
    endsOn: CivilDateText,
    /** Why it cannot be published now, or not by the reader. */
    mayNot: SentenceShape.nullable(),
  }),
})
export type NoticePreview = z.infer<typeof previewNotice.returns>

export const publishNotice = endpoint({
  method: 'POST',
  path: '/claims/:claimId/publish',
  may: 'notice.publish',
  summary: 'Put an approved claim’s list on public notice',
  params: OfClaim,
  query: None,
  body: z.object({ contentSha256: SeenContent }),
  returns: z.object({ id: Id, number: z.string(), endsOn: CivilDateText }),
})

export const NoticeDetail = ListedNotice.extend({
  workingDays: Count,
  counting: z.enum(['after-start', 'including-start']),
  listSha256: z.string(),
  rows: z.array(
    PublicRow.extend({
      hold: z.object({ status: z.enum(HOLD_STATUSES), caseId: Id }).nullable(),
    }),
  ),
  said: z.array(
    z.object({
      id: Id,
      claimLineId: Id,
      position: z.int(),
      maskedName: z.string(),
      receivedOn: CivilDateText,
      channel: z.enum(CHANNELS),
      said: z.string(),
      /** Whether the objector gave a name; it is sealed. */
      named: z.boolean(),
      by: z.object({ name: z.string(), post: SentenceShape }),
      at: InstantText,
    }),
  ),
  /** Whether objections can still be taken in. */
  mayObject: z.boolean(),
})
export type NoticeDetail = z.infer<typeof NoticeDetail>

export const getNotice = endpoint({
  method: 'GET',
  path: '/public-notices/:noticeId',
  may: 'claim.read',
  summary: 'One public notice: its list, what holds whom, and what was objected to',
  params: OfNotice,
  query: None,
  body: None,
  returns: NoticeDetail,
})

export const takeObjection = endpoint({
  method: 'POST',
  path: '/public-notices/:noticeId/objections',
  may: 'objection.write',
  summary: 'Take an objection to one person in: the person is held and a suspicion case opens; the rest goes on',
  params: OfNotice,
  query: None,
  body: z.object({
    claimLineId: named(Id, '人员', 'person'),
    receivedOn: named(CivilDateText, '收到日期', 'day received'),
    channel: named(z.enum(CHANNELS), '方式', 'channel'),
    said: named(z.string().trim().min(2).max(1000), '反映的情况', 'what was said'),
    objector: named(z.string().trim().max(200), '反映人和联系方式', 'objector').default(''),
  }),
  returns: z.object({ id: Id, caseId: Id }),
})

/** Not a GET: seeing who objected is a recorded act. */
export const revealObjector = endpoint({
  method: 'POST',
  path: '/public-notices/:noticeId/objections/:objectionId/objector',
  may: 'objection.reveal',
  summary: 'Who objected, in clear, for a reason that is recorded',
  params: OfNotice.extend({ objectionId: named(Id, '异议', 'objection') }),
  query: None,
  body: z.object({ reason: named(z.string().trim().min(2).max(200), '查看理由', 'reason') }),
  returns: z.object({ objector: z.string() }),
  fresh: true,
  quota: 'reveal',
})
