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
import { HEARING_OUTCOMES, REPLY_WAYS, STATES } from './rules.ts'

const Text = (most: number) => z.string().trim().min(2).max(most)
const Kind = z.enum(['restricted', 'recovery'])
const Who = z.object({ name: z.string(), post: SentenceShape })

/** What was proposed about a restriction and what another person decided. */
const Proposal = z.object({
  id: Id,
  step: z.enum(['impose', 'end']),
  endsOn: CivilDateText.nullable(),
  reason: z.string(),
  by: Who,
  at: InstantText,
  /** Whether the reader proposed it: another person decides. */
  own: z.boolean(),
  decision: z
    .object({ outcome: z.enum(['confirmed', 'declined']), reason: z.string(), by: Who, at: InstantText })
    .nullable(),
})

/** An answer of the restricted, and what another person wrote that follows; null while nobody has looked at it. */
const Reply = z.object({
  id: Id,
  way: z.enum(REPLY_WAYS),
  said: z.string(),
  saidOn: CivilDateText,
  by: Who,
  at: InstantText,
  file: z.object({ name: z.string(), mediaType: z.string(), sizeBytes: z.int() }).nullable(),
  hearing: z.object({ outcome: z.enum(HEARING_OUTCOMES), reason: z.string(), by: Who, at: InstantText }).nullable(),
  /** Why the reader may not write what follows; null where they may, or where it was heard. */
  mayNotHear: SentenceShape.nullable(),
})

/** A person or an organisation that may not be trained or paid with public money for a time. */
export const Restriction = z.object({
  id: Id,
  kind: Kind,
  /** Masked where it is a person. */
  subject: z.object({
    what: z.enum(['person', 'organisation']),
    name: z.string(),
    maskedIdentity: z.string().nullable(),
  }),
  reason: z.string(),
  document: z.string(),
  clause: z.string(),
  from: CivilDateText,
  to: CivilDateText.nullable(),
  state: z.enum(STATES),
  /** The days it counts for, as decided; null where it does not. */
  counts: z.object({ from: CivilDateText, to: CivilDateText.nullable() }).nullable(),
  mayEnd: z.boolean(),
  mayReply: z.boolean(),
  replies: z.array(Reply),
  proposals: z.array(Proposal),
})
export type Restriction = z.infer<typeof Restriction>

const OfRestriction = z.object({ restrictionId: named(Id, '限制', 'restriction') })

export const listRestrictions = endpoint({
  method: 'GET',
  path: '/people/restrictions',
  may: 'restriction.read',
  summary: 'Restrictions of persons and organisations, newest first',
  params: None,
  query: PageQuery.extend({ unheard: named(z.enum(['yes']), '申辩待处理', 'unheard replies').optional() }),
  body: None,
  returns: pageOf(Restriction),
})

/** Not a GET: an address is logged. The number is compared by its keyed hash and goes no further; the look-up is recorded. */
export const findRestrictable = endpoint({
  method: 'POST',
  path: '/people/restrictions/find-person',
  may: 'restriction.write',
  summary: 'The person with this identity number, masked; the look-up is recorded',
  params: None,
  query: None,
  body: z.object({ identityNumber: named(z.string().max(40), '身份证号', 'identity number') }),
  returns: z.object({ personId: Id, maskedName: z.string(), maskedIdentity: z.string() }),
})

export const listRestrictableOrganisations = endpoint({
  method: 'GET',
  path: '/people/restrictions/organisations',
  may: 'restriction.write',
  summary: 'Providers and employers that can be restricted',
  params: None,
  query: None,
  body: None,
  returns: z.object({ organisations: z.array(z.object({ id: Id, name: z.string() })) }),
})

export const proposeRestriction = endpoint({
  method: 'POST',
  path: '/people/restrictions',
  may: 'restriction.write',
  summary: 'Propose a restriction; it counts once another person has confirmed it',
  params: None,
  query: None,
  body: z.object({
    kind: named(Kind, '类型', 'kind'),
    personId: named(Id.nullable(), '个人', 'person'),
    organisationId: named(Id.nullable(), '单位', 'organisation'),
    reason: named(Text(500), '原因', 'reason'),
    document: named(Text(200), '依据文件', 'document'),
    clause: named(Text(200), '条款', 'clause'),
    from: named(CivilDateText, '开始日期', 'first day'),
    to: named(CivilDateText.nullable(), '截止日期', 'last day'),
  }),
  returns: Restriction,
})

export const proposeEnd = endpoint({
  method: 'POST',
  path: '/people/restrictions/:restrictionId/end',
  may: 'restriction.write',
  summary: 'Propose to end a restriction on a day, or without a day to revoke it from the beginning',
  params: OfRestriction,
  query: None,
  body: z.object({
    endsOn: named(CivilDateText.nullable(), '最后一天', 'last day'),
    reason: named(Text(500), '原因', 'reason'),
  }),
  returns: Restriction,
})

export const decideProposal = endpoint({
  method: 'POST',
  path: '/people/restrictions/:restrictionId/proposals/:proposalId/decide',
  may: 'restriction.write',
  summary: 'Confirm or decline what another person proposed',
  params: OfRestriction.extend({ proposalId: named(Id, '待确认事项', 'proposal') }),
  query: None,
  body: z.object({
    outcome: named(z.enum(['confirmed', 'declined']), '是否同意', 'decision'),
    reason: named(z.string().trim().max(500), '说明', 'remark'),
  }),
  returns: Restriction,
})

/** Counted to a hundred and no further. */
export const countRestrictions = endpoint({
  method: 'GET',
  path: '/people/restrictions/count',
  may: 'restriction.read',
  summary:
    'How many proposals wait for this person, and how many replies nobody has looked at; each counted to a hundred',
  params: None,
  query: None,
  body: None,
  returns: z.object({ waiting: z.int(), unheard: z.int() }),
})

const Notice = z.object({
  title: SentenceShape,
  to: SentenceShape,
  opening: SentenceShape,
  items: z.array(z.object({ label: SentenceShape, value: SentenceShape })),
  closing: z.array(SentenceShape),
  given: SentenceShape,
})
export type Notice = z.infer<typeof Notice>

export const restrictionNotice = endpoint({
  method: 'GET',
  path: '/people/restrictions/:restrictionId/notice',
  may: 'restriction.read',
  summary: 'What the restricted is told: what, on which clause, from when until when, what to bring, where to object',
  params: OfRestriction,
  query: None,
  body: None,
  returns: z.object({ notice: Notice, lastPrintedAt: InstantText.nullable() }),
})

export const recordNoticePrinted = endpoint({
  method: 'POST',
  path: '/people/restrictions/:restrictionId/notice/printed',
  may: 'restriction.write',
  summary: 'Write down that the notice of a restriction was printed for its person',
  params: OfRestriction,
  query: None,
  body: None,
  returns: None,
})

const OfReply = OfRestriction.extend({ replyId: named(Id, '申辩', 'reply') })

export const recordReply = endpoint({
  method: 'POST',
  path: '/people/restrictions/:restrictionId/replies',
  may: 'restriction.write',
  summary: 'Record what the restricted answered on paper, by telephone or in person, of the day it was said',
  params: OfRestriction,
  query: None,
  body: z.object({
    way: named(z.enum(REPLY_WAYS).exclude(['console']), '申辩方式', 'way of the reply'),
    said: named(Text(2000), '申辩内容', 'reply'),
    saidOn: named(CivilDateText, '申辩日期', 'day of the reply'),
  }),
  returns: z.object({ replyId: Id }),
})

export const uploadReplyFile = endpoint({
  method: 'POST',
  path: '/people/restrictions/:restrictionId/replies/:replyId/file',
  may: 'restriction.write',
  summary: 'Keep the paper of a reply (PNG, JPEG or PDF), sealed',
  params: OfReply,
  query: UploadQuery,
  body: None,
  upload: true,
  returns: None,
})

/** A POST, because opening a file is written down: a GET may not write. */
export const openReplyFile = endpoint({
  method: 'POST',
  path: '/people/restrictions/:restrictionId/replies/:replyId/file/open',
  may: 'restriction.read',
  summary: 'The paper of a reply; every opening is recorded',
  params: OfReply,
  query: None,
  body: None,
  returns: z.unknown(),
  download: 'application/octet-stream',
})

export const hearReply = endpoint({
  method: 'POST',
  path: '/people/restrictions/:restrictionId/replies/:replyId/hear',
  may: 'restriction.write',
  summary:
    'Write what follows from a reply, as somebody who neither recorded it nor proposed the restriction; an end is proposed by it and confirmed by another',
  params: OfReply,
  query: None,
  body: z.object({
    outcome: named(z.enum(HEARING_OUTCOMES), '处理结果', 'what follows'),
    /** Of a shortened one its new last day; of an ended one its last day, or null to revoke it from its beginning. */
    endsOn: named(CivilDateText.nullable(), '最后一天', 'last day'),
    reason: named(Text(400), '理由', 'reason'),
  }),
  returns: Restriction,
})

/** A restriction as the organisation it is about reads it: nothing of who acted, nor of the bureau's own reasons. */
export const OwnRestriction = z.object({
  id: Id,
  state: z.enum(STATES),
  notice: Notice,
  mayReply: z.boolean(),
  replies: z.array(
    z.object({
      id: Id,
      said: z.string(),
      saidOn: CivilDateText,
      hearing: z.object({ outcome: z.enum(HEARING_OUTCOMES), reason: z.string(), on: CivilDateText }).nullable(),
    }),
  ),
})
export type OwnRestriction = z.infer<typeof OwnRestriction>

export const listOwnRestrictions = endpoint({
  method: 'GET',
  path: '/people/restrictions/own',
  may: 'restriction.reply',
  summary: "Restrictions of the reader's own organisation, newest first, as it is told of them",
  params: None,
  query: PageQuery,
  body: None,
  returns: pageOf(OwnRestriction),
})

export const replyToRestriction = endpoint({
  method: 'POST',
  path: '/people/restrictions/:restrictionId/own-replies',
  may: 'restriction.reply',
  summary: 'Answer in writing as the organisation that is restricted',
  params: OfRestriction,
  query: None,
  body: z.object({ said: named(Text(2000), '申辩内容', 'reply') }),
  returns: None,
})
