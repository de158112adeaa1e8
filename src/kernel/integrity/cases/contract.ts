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
  UploadQuery,
} from '../../../platform/contract/public.ts'
import { CASE_STATES, OUTCOMES } from './rules.ts'

const Text = (least: number, most: number) => z.string().trim().min(least).max(most)
const State = z.enum(CASE_STATES)
const Outcome = z.enum(OUTCOMES)
const Who = z.object({ name: z.string(), post: SentenceShape })
const OfCase = z.object({ caseId: named(Id, '疑点处置单', 'suspicion case') })

/** Why a case was opened: a check's title, or what somebody wrote. */
const Because = z.object({ checkId: z.string().nullable(), sentence: SentenceShape })

export const ListedCase = z.object({
  id: Id,
  number: z.string(),
  state: State,
  outcome: Outcome.nullable(),
  group: z.object({ id: Id, kind: z.string(), title: SentenceShape }),
  organisationId: Id,
  organisationName: z.string(),
  because: Because,
  people: z.int(),
  owner: Who.nullable(),
  /** Whether a proposed conclusion waits for a second person. */
  waits: z.boolean(),
  openedOn: CivilDateText,
  /** Since when it is with another authority that has not answered, for how many days, and whether to ask after it. */
  referral: z.object({ since: CivilDateText, days: z.int(), due: z.boolean() }).nullable(),
})
export type ListedCase = z.infer<typeof ListedCase>

export const listCases = endpoint({
  method: 'GET',
  path: '/cases',
  may: 'case.read',
  summary: 'Suspicion cases, newest first',
  params: None,
  query: PageQuery.extend({
    state: named(State, '状态', 'state').optional(),
    organisation: named(Id, '机构', 'provider').optional(),
    group: named(Id, '班级', 'class').optional(),
    mine: named(z.enum(['yes']), '本人承办', 'own cases').optional(),
  }),
  body: None,
  returns: pageOf(ListedCase),
})

/** Counted to a hundred and no further. */
export const countOpenCases = endpoint({
  method: 'GET',
  path: '/cases/open/count',
  may: 'case.read',
  summary:
    'How many suspicion cases are open, and of how many referred ones somebody must act; each counted to a hundred',
  params: None,
  query: None,
  body: None,
  returns: z.object({
    open: z.int(),
    /** Referred too long without an answer, or with an answer that waits for a second person. */
    referralsDue: z.int(),
  }),
})

const Evidence = z.object({
  id: Id,
  kind: z.enum(['link', 'note', 'file']),
  label: SentenceShape.nullable(),
  trail: z.object({ kind: z.string(), id: Id }).nullable(),
  note: z.string().nullable(),
  file: z.object({ name: z.string(), mediaType: z.string(), sizeBytes: z.int() }).nullable(),
  by: Who.nullable(),
  at: InstantText,
})

const Conclusion = z.object({
  id: Id,
  outcome: Outcome,
  keepsProviderFrozen: z.boolean(),
  reasons: z.string(),
  /** What the authority it was referred to has answered. */
  answer: z.object({ by: z.string(), document: z.string(), on: CivilDateText }).nullable(),
  by: Who,
  at: InstantText,
  decision: z
    .object({ verdict: z.enum(['confirmed', 'declined']), reason: z.string(), by: Who, at: InstantText })
    .nullable(),
})

export const SuspicionCase = ListedCase.extend({
  subjects: z.array(
    z.object({
      subjectId: Id,
      /** The number on the roster; null for the group as a whole. */
      position: z.int().nullable(),
      maskedName: z.string(),
      maskedIdentity: z.string(),
      checkId: z.string(),
      /** What the check answered, in its words. */
      sentence: SentenceShape,
      resultId: Id,
    }),
  ),
  /** Other classes that what was found names: somebody signed in there at the same time. Of other providers too. */
  others: z.array(z.object({ id: Id, title: SentenceShape, organisationName: z.string() })),
  evidence: z.array(Evidence),
  events: z.array(
    z.object({ id: Id, what: z.string(), title: SentenceShape, said: z.string(), by: Who.nullable(), at: InstantText }),
  ),
  conclusions: z.array(Conclusion),
  /** Claims that cannot go on because of this case. */
  frozen: z.array(
    z.object({
      claimId: Id,
      number: z.string(),
      title: z.string(),
      status: SentenceShape,
      because: z.enum(['class', 'provider']),
      headCount: z.int(),
      amountFen: FenText,
    }),
  ),
  colleagues: z.array(z.object({ accountId: Id, name: z.string(), post: SentenceShape })),
  may: z.object({
    take: z.boolean(),
    handOver: z.boolean(),
    write: z.boolean(),
    /** Why the reader may not propose or decide; null where they may. */
    proposeRefusal: SentenceShape.nullable(),
    decideRefusal: SentenceShape.nullable(),
  }),
})
export type SuspicionCase = z.infer<typeof SuspicionCase>

export const getCase = endpoint({
  method: 'GET',
  path: '/cases/:caseId',
  may: 'case.read',
  summary: 'One suspicion case: what smells, whom it is about, what was gathered, what is frozen, how it ended',
  params: OfCase,
  query: None,
  body: None,
  returns: SuspicionCase,
})

export const listCaseGroups = endpoint({
  method: 'GET',
  path: '/case-groups',
  may: 'case.open',
  summary: 'Classes a case can be opened about, newest first',
  params: None,
  query: PageQuery.extend({ search: named(z.string().max(60), '查找内容', 'search').optional() }),
  body: None,
  returns: pageOf(z.object({ id: Id, title: SentenceShape, organisationName: z.string() })),
})

export const openCase = endpoint({
  method: 'POST',
  path: '/cases',
  may: 'case.open',
  summary: 'Open a suspicion case about a class by hand, with a reason; the class and the provider’s claims are frozen',
  params: None,
  query: None,
  body: z.object({ groupId: named(Id, '班级', 'class'), reason: named(Text(2, 500), '开立理由', 'reason') }),
  returns: z.object({ id: Id, number: z.string() }),
})

export const takeCase = endpoint({
  method: 'POST',
  path: '/cases/:caseId/take',
  may: 'case.write',
  summary: 'Take a case that nobody looks after',
  params: OfCase,
  query: None,
  body: None,
  returns: None,
})

export const handOverCase = endpoint({
  method: 'POST',
  path: '/cases/:caseId/hand-over',
  may: 'case.write',
  summary: 'Hand the case one looks after to a colleague',
  params: OfCase,
  query: None,
  body: z.object({ accountId: named(Id, '移交给', 'colleague') }),
  returns: None,
})

export const addCaseNote = endpoint({
  method: 'POST',
  path: '/cases/:caseId/notes',
  may: 'case.write',
  summary: 'Add a note to the evidence',
  params: OfCase,
  query: None,
  body: z.object({ note: named(Text(2, 2000), '说明', 'note') }),
  returns: None,
})

export const uploadCaseFile = endpoint({
  method: 'POST',
  path: '/cases/:caseId/files',
  may: 'case.write',
  summary: 'Keep a file (PNG, JPEG or PDF) as evidence, sealed; the same bytes are kept once',
  params: OfCase,
  query: UploadQuery,
  body: None,
  upload: true,
  returns: z.object({ evidenceId: Id }),
})

/** A POST, because opening a file is written down: a GET may not write. */
export const openCaseFile = endpoint({
  method: 'POST',
  path: '/cases/:caseId/files/:evidenceId/open',
  may: 'case.read',
  summary: 'A file of the evidence; every opening is recorded',
  params: OfCase.extend({ evidenceId: named(Id, '材料', 'file') }),
  query: None,
  body: None,
  returns: z.unknown(),
  download: 'application/octet-stream',
})

export const proposeConclusion = endpoint({
  method: 'POST',
  path: '/cases/:caseId/conclusions',
  may: 'case.write',
  summary:
    'Propose how the case ends, with written reasons; of a referred one, by the answer of the other authority. It counts once another person has confirmed it',
  params: OfCase,
  query: None,
  body: z.object({
    outcome: named(Outcome, '结论', 'conclusion'),
    keepsProviderFrozen: named(z.boolean(), '一并冻结该机构其他申领', 'keep the provider frozen'),
    reasons: named(Text(10, 2000), '结论理由', 'reasons'),
    /** Left out until the case is referred; from then on it cannot be left out. */
    answer: named(
      z.object({
        by: named(Text(2, 100), '答复机关', 'authority'),
        document: named(Text(2, 200), '答复文号', 'document of the answer'),
        on: named(CivilDateText, '答复日期', 'day of the answer'),
      }),
      '对方机关答复',
      'answer of the authority',
    ).optional(),
  }),
  returns: z.object({ conclusionId: Id }),
})

export const decideConclusion = endpoint({
  method: 'POST',
  path: '/cases/:caseId/conclusions/:conclusionId/decide',
  may: 'case.conclude',
  summary: 'Confirm or decline the conclusion another person proposed',
  params: OfCase.extend({ conclusionId: named(Id, '结论意见', 'proposed conclusion') }),
  query: None,
  body: z.object({
    verdict: named(z.enum(['confirmed', 'declined']), '确认或不同意', 'confirm or decline'),
    reason: named(z.string().trim().max(500), '不同意的理由', 'reason for declining'),
  }),
  returns: None,
})

/** A case as the provider reads it: which class, since when, how it ended, what it answered. Nothing of registers. */
export const OwnCase = z.object({
  id: Id,
  number: z.string(),
  state: State,
  outcome: Outcome.nullable(),
  title: SentenceShape,
  openedOn: CivilDateText,
  replies: z.array(z.object({ id: Id, said: z.string(), at: InstantText })),
})
export type OwnCase = z.infer<typeof OwnCase>

export const listOwnCases = endpoint({
  method: 'GET',
  path: '/cases/own',
  may: 'case.reply',
  summary: "Cases about the provider's own classes, newest first",
  params: None,
  query: PageQuery,
  body: None,
  returns: pageOf(OwnCase),
})

export const replyToCase = endpoint({
  method: 'POST',
  path: '/cases/:caseId/replies',
  may: 'case.reply',
  summary: 'Answer in writing as the provider the case is about',
  params: OfCase,
  query: None,
  body: z.object({ said: named(Text(2, 2000), '书面答复', 'answer') }),
  returns: None,
})
