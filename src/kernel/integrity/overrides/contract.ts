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
import { OVERRIDE_STATES } from './rules.ts'

const Text = (most: number) => z.string().trim().min(2).max(most)
const Said = z.object({ by: z.object({ name: z.string(), post: SentenceShape }), at: InstantText, reason: z.string() })

/** An answer of a check about a subject that two people let go, by a document, until a day. */
export const Override = z.object({
  id: Id,
  check: z.object({ id: z.string(), title: SentenceShape }),
  /** Who it is about, by number and masked name; null when it is the class. */
  who: SentenceShape.nullable(),
  group: z.object({ id: Id, title: SentenceShape }),
  organisation: z.object({ id: Id, name: z.string() }),
  resultId: Id,
  /** What the check had found. */
  found: SentenceShape,
  document: z.string(),
  reason: z.string(),
  evidence: z.string(),
  files: z.array(z.object({ id: Id, name: z.string(), mediaType: z.string(), sizeBytes: z.int() })),
  expiresOn: CivilDateText,
  /** In how many days it ends, where that is soon; null otherwise. */
  endsIn: z.int().nullable(),
  state: z.enum(OVERRIDE_STATES),
  proposed: Said,
  decision: Said.extend({ outcome: z.enum(['confirmed', 'declined']) }).nullable(),
  withdrawal: Said.nullable(),
  /** Whether the reader proposed it: another person decides. */
  own: z.boolean(),
  mayWithdraw: z.boolean(),
  mayAddFile: z.boolean(),
})
export type Override = z.infer<typeof Override>

const OfOverride = z.object({ overrideId: named(Id, '放行', 'override') })
const Reason = named(Text(500), '理由', 'reason')

export const listOverrides = endpoint({
  method: 'GET',
  path: '/overrides',
  may: 'override.read',
  summary: 'Overrides of what checks found, newest first',
  params: None,
  query: PageQuery.extend({
    state: named(z.enum(OVERRIDE_STATES), '状态', 'state').optional(),
    check: named(z.string().max(20), '核对', 'check').optional(),
    organisation: named(Id, '机构', 'provider').optional(),
    ending: named(z.enum(['yes']), '即将到期', 'ending soon').optional(),
  }),
  body: None,
  returns: pageOf(Override),
})

const Counted = z.object({ proposed: z.int(), confirmed: z.int() })

export const countOverrides = endpoint({
  method: 'GET',
  path: '/overrides/counts',
  may: 'override.read',
  summary:
    'How many wait for this person, how many of theirs end soon, and all of them by check, by provider and by who acted',
  params: None,
  query: None,
  body: None,
  returns: z.object({
    waiting: z.int(),
    ending: z.int(),
    byCheck: z.array(Counted.extend({ id: z.string(), title: SentenceShape })),
    byOrganisation: z.array(Counted.extend({ id: Id, name: z.string() })),
    byPerson: z.array(Counted.extend({ name: z.string(), post: SentenceShape })),
  }),
})

export const overrideDefaults = endpoint({
  method: 'GET',
  path: '/overrides/defaults',
  may: 'override.propose',
  summary: 'The last day an override proposed today may reach',
  params: None,
  query: None,
  body: None,
  returns: z.object({ latest: CivilDateText, maxDays: z.int() }),
})

export const proposeOverride = endpoint({
  method: 'POST',
  path: '/overrides',
  may: 'override.propose',
  summary: 'Propose to let go what a check found about a subject; it counts once another person has confirmed it',
  params: None,
  query: None,
  body: z.object({
    /** The failed answer it is about. */
    resultId: named(Id, '核对结果', 'answer of the check'),
    document: named(Text(200), '依据文件', 'document'),
    reason: Reason,
    /** Where what supports it lies: a link, a file number. */
    evidence: named(z.string().trim().max(300), '材料在哪里', 'where what supports it lies'),
    expiresOn: named(CivilDateText, '最后一天', 'last day'),
  }),
  returns: Override,
})

export const decideOverride = endpoint({
  method: 'POST',
  path: '/overrides/:overrideId/decide',
  may: 'override.confirm',
  summary: 'Confirm or decline an override that another person proposed',
  params: OfOverride,
  query: None,
  body: z.object({
    outcome: named(z.enum(['confirmed', 'declined']), '是否同意', 'decision'),
    reason: named(z.string().trim().max(500), '说明', 'remark'),
  }),
  returns: Override,
})

export const withdrawOverride = endpoint({
  method: 'POST',
  path: '/overrides/:overrideId/withdraw',
  may: 'override.withdraw',
  summary: 'One of its two people withdraws an override: it counts no more',
  params: OfOverride,
  query: None,
  body: z.object({ reason: Reason }),
  returns: Override,
})

export const addOverrideFile = endpoint({
  method: 'POST',
  path: '/overrides/:overrideId/files',
  may: 'override.propose',
  summary: 'Keep a paper (PNG, JPEG or PDF) that supports an override, sealed; the same bytes are kept once',
  params: OfOverride,
  query: UploadQuery,
  body: None,
  upload: true,
  returns: z.object({ fileId: Id }),
})

/** A POST, because opening a file is written down: a GET may not write. */
export const openOverrideFile = endpoint({
  method: 'POST',
  path: '/overrides/:overrideId/files/:fileId/open',
  may: 'override.read',
  summary: 'A paper of an override; every opening is recorded',
  params: OfOverride.extend({ fileId: named(Id, '材料', 'file') }),
  query: None,
  body: None,
  returns: z.unknown(),
  download: 'application/octet-stream',
})
