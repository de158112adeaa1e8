import { z } from 'zod'
import { MATTER_KINDS } from '../reveals/matters.ts'
import { endpoint, Id, InstantText, named, None, SentenceShape } from '../../../platform/contract/public.ts'

const Entry = z.object({
  id: Id,
  kind: z.string(),
  at: InstantText,
  title: SentenceShape,
  says: SentenceShape.nullable(),
  opens: z.object({ kind: z.string(), id: Id }).nullable(),
})
const Page = z.object({
  items: z.array(Entry),
  next: z.string().nullable(),
  /** The kinds of entries there are, for the filter. */
  kinds: z.array(z.object({ kind: z.string(), name: SentenceShape })),
})
export type TimelinePageShape = z.infer<typeof Page>

const PageOfTimeline = z.object({
  kind: named(z.string().regex(/^[a-z-]{0,40}$/), '种类', 'kind').default(''),
  after: named(z.string().max(60), '下一页', 'next page').optional(),
  limit: named(z.coerce.number().int().min(1).max(100), '每页条数', 'page size').default(30),
})

/** Whose timelines there are: a provider's account reads its own. */
export const timelineSubjects = endpoint({
  method: 'GET',
  path: '/timelines',
  may: 'timeline.read',
  summary: 'The providers and employers that have a timeline; a provider reads its own',
  params: None,
  query: None,
  body: None,
  returns: z.object({
    providers: z.array(z.object({ id: Id, name: z.string() })),
    employers: z.array(z.object({ uscc: z.string(), name: z.string() })),
  }),
})

export const providerTimeline = endpoint({
  method: 'GET',
  path: '/timelines/provider/:organisationId',
  may: 'timeline.read',
  summary: 'What happened to a provider, newest first; a provider reads its own',
  params: z.object({ organisationId: named(Id, '培训机构', 'provider') }),
  query: PageOfTimeline,
  body: None,
  returns: Page,
})

export const employerTimeline = endpoint({
  method: 'GET',
  path: '/timelines/employer/:uscc',
  may: 'timeline.employer',
  summary: 'What happened to an employer, by its credit code, newest first',
  params: z.object({ uscc: named(z.string().regex(/^[0-9A-Z]{18}$/), '统一社会信用代码', 'credit code') }),
  query: PageOfTimeline,
  body: None,
  returns: Page,
})

/** Why a person's timeline is read: recorded before anything is shown, and every page is read under it. */
export const openPersonTimeline = endpoint({
  method: 'POST',
  path: '/timelines/person',
  may: 'timeline.person',
  summary:
    'Write down why the timeline of a person of a claim is read; its pages are then open to this account for a while',
  params: None,
  query: None,
  body: z.object({
    claimId: named(Id, '申领单', 'claim'),
    decisionId: named(Id, '人员', 'person'),
    reason: named(z.string().trim().min(4).max(200), '查看理由', 'reason'),
    /** The matter it is for, which concerns this person. For none, it is marked and counted. */
    aboutKind: named(z.enum(MATTER_KINDS).nullable(), '事项种类', 'kind of matter').default(null),
    aboutId: named(Id.nullable(), '事项', 'matter').default(null),
  }),
  returns: z.object({ readingId: Id }),
  quota: 'reveal',
})

export const mattersOfPerson = endpoint({
  method: 'GET',
  path: '/timelines/matters/:claimId/:decisionId',
  may: 'timeline.person',
  summary: 'What a person of a claim can be read for: this claim, and what is open about them',
  params: z.object({ claimId: named(Id, '申领单', 'claim'), decisionId: named(Id, '人员', 'person') }),
  query: None,
  body: None,
  returns: z.object({
    matters: z.array(z.object({ kind: z.enum(MATTER_KINDS), id: Id, title: SentenceShape, isOpen: z.boolean() })),
  }),
})

export const personTimeline = endpoint({
  method: 'GET',
  path: '/timelines/person/:claimId/:decisionId',
  may: 'timeline.person',
  summary: 'What happened to a person of a claim, newest first, under a reading that this account opened',
  params: z.object({ claimId: named(Id, '申领单', 'claim'), decisionId: named(Id, '人员', 'person') }),
  query: PageOfTimeline.extend({ reading: named(Id, '查看记录', 'reading').optional() }),
  body: None,
  returns: Page.extend({ reading: z.object({ reason: z.string(), until: InstantText }) }),
})
