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
import { Month } from '../budget/contract.ts'
import { ClaimParams } from '../claims/contract.ts'
import { ABOUT_KINDS, ANEW_CAUSES, MOST_AT_ONCE, OUTCOMES, REDECISION_STATES } from './rules.ts'

const Text = (most: number, zh: string, en: string) => named(z.string().trim().min(2).max(most), zh, en)
const Answers = z.enum(['eligible', 'not-eligible', 'not-known', 'not-applicable'])
const Who = z.object({ name: z.string(), post: SentenceShape })
/** In fen, which may be less than nothing. */
const SignedFen = z.string().regex(/^-?\d{1,16}$/)

const OnePerson = ClaimParams.extend({ decisionId: named(Id, '人员', 'person') })
const OfRedecision = z.object({ redecisionId: named(Id, '重新认定', 'proposal') })

export const Change = z.object({
  kind: z.enum(['version', 'fact', 'condition', 'amount']),
  id: z.string(),
  label: SentenceShape,
  was: SentenceShape.nullable(),
  now: SentenceShape.nullable(),
  clause: SentenceShape.nullable(),
})
export type Change = z.infer<typeof Change>

const Cause = z.enum(['original', ...ANEW_CAUSES])

/** One decision of a chain, with what is otherwise in it than in the one before. */
export const ChainLink = z.object({
  decisionId: Id,
  cause: Cause,
  answer: Answers,
  effectiveFen: FenText,
  on: CivilDateText,
  schemeVersion: z.string(),
  /** The difference to the decision before it; null for the first. */
  differenceFen: SignedFen.nullable(),
  changes: z.array(Change),
  /** By which proposal, by whom and on which document; the bureau alone sees it. */
  redecision: z
    .object({ id: Id, reason: z.string(), document: z.string(), proposedBy: Who, confirmedBy: Who })
    .nullable(),
})
export type ChainLink = z.infer<typeof ChainLink>

const MoneyOfChain = z.object({
  claim: z.object({ id: Id, number: z.string() }),
  amountFen: FenText,
  state: SentenceShape,
  reference: z.string().nullable(),
})

export const Chain = z.object({
  links: z.array(ChainLink),
  /** Every line of the chain in a claim that was not returned, and what was asked back. */
  money: z.array(MoneyOfChain),
  recoveries: z.array(z.object({ id: Id, amountFen: FenText, state: SentenceShape })),
  movedFen: SignedFen,
  /** What the last decision still asks for, in a sentence; null where all is in order. */
  open: z.object({ sentence: SentenceShape, settles: z.boolean() }).nullable(),
  /** The proposal that waits for another person. */
  waiting: Id.nullable(),
  /** The clauses by which people may decide, by name; none where they may not. */
  forPeople: z.array(z.object({ id: z.string(), clause: SentenceShape, text: z.string() })),
  /** What a proposal may rest on: reports of the person and objections to them. */
  about: z.array(z.object({ kind: z.enum(ABOUT_KINDS), id: Id, title: SentenceShape })),
  /** Whether a version of the scheme corrects the one of the last decision. */
  corrected: z.boolean(),
})
export type Chain = z.infer<typeof Chain>

export const getChain = endpoint({
  method: 'GET',
  path: '/claims/:claimId/people/:decisionId/chain',
  may: 'claim.read',
  summary: "One person's decisions under the scheme, each with what changed, and the money by them",
  params: OnePerson,
  query: None,
  body: None,
  returns: Chain,
})

const Manual = z.object({
  outcome: named(z.enum(['eligible', 'not-eligible']), '结论', 'outcome'),
  fen: named(z.string().regex(/^(0|[1-9]\d{0,14})$/), '金额', 'amount'),
  cite: named(z.string().min(1).max(60), '条款', 'clause'),
  reason: Text(300, '认定理由', 'reason of the decision'),
})

const Asked = z.object({
  decisionIds: named(z.array(Id).min(1).max(MOST_AT_ONCE), '人员', 'people'),
  cause: named(z.enum(ANEW_CAUSES), '原因', 'cause'),
  manual: named(Manual.nullable().default(null), '人工认定', 'what people decide'),
})

const Previewed = z.object({
  decisionId: Id,
  position: z.int(),
  maskedName: z.string(),
  was: z.object({ answer: Answers, effectiveFen: FenText }),
  now: z.object({ answer: Answers, effectiveFen: FenText }),
  differenceFen: SignedFen,
  changes: z.array(Change),
  /** The answer as it would be told to the person. */
  sentences: z.array(SentenceShape),
  /** What becomes of the money. */
  then: SentenceShape,
})
export type Previewed = z.infer<typeof Previewed>

export const Preview = z.object({
  items: z.array(Previewed),
  differenceFen: SignedFen,
  /** Names what was looked at; a proposal is bound to it. */
  seenSha256: z.string(),
})
export type Preview = z.infer<typeof Preview>

/** A POST, because what is asked stands in its body; it writes nothing. */
export const previewAnew = endpoint({
  method: 'POST',
  path: '/redecisions/preview',
  may: 'decision.propose',
  summary: 'What deciding anew would come to, and what becomes of the money; nothing is written',
  params: None,
  query: None,
  body: Asked,
  returns: Preview,
})

export const Redecision = z.object({
  id: Id,
  state: z.enum(REDECISION_STATES),
  cause: Cause,
  schemeTitle: SentenceShape,
  group: z.object({ id: Id, title: z.string() }),
  reason: z.string(),
  document: z.string(),
  manual: z
    .object({ outcome: z.enum(['eligible', 'not-eligible']), fen: FenText, reason: z.string(), clause: SentenceShape })
    .nullable(),
  about: z.object({ kind: z.enum(ABOUT_KINDS), id: Id, title: SentenceShape }).nullable(),
  differenceFen: SignedFen,
  people: z.int(),
  proposed: z.object({ by: Who, at: InstantText }),
  answer: z.object({ outcome: z.enum(OUTCOMES), reason: z.string(), by: Who, at: InstantText }).nullable(),
  files: z.array(z.object({ id: Id, name: z.string(), mediaType: z.string(), sizeBytes: z.int() })),
})
export type Redecision = z.infer<typeof Redecision>

export const RedecisionDetail = Redecision.extend({
  items: z.array(
    z.object({
      decisionId: Id,
      claim: z.object({ id: Id, number: z.string() }),
      maskedName: z.string(),
      position: z.int(),
      wasFen: FenText,
      answer: Answers,
      effectiveFen: FenText,
      madeId: Id.nullable(),
    }),
  ),
  /** Whether the reader proposed it. */
  own: z.boolean(),
  /** Why the reader cannot confirm it; null where they can, or where nothing waits. */
  mayNotConfirm: SentenceShape.nullable(),
  mayAddFile: z.boolean(),
})
export type RedecisionDetail = z.infer<typeof RedecisionDetail>

export const proposeAnew = endpoint({
  method: 'POST',
  path: '/redecisions',
  may: 'decision.propose',
  summary: 'Propose to decide anew as previewed; it counts once another person has confirmed it',
  params: None,
  query: None,
  body: Asked.extend({
    reason: Text(500, '原因说明', 'reason'),
    document: Text(200, '依据文件', 'document'),
    about: named(
      z
        .object({
          kind: named(z.enum(ABOUT_KINDS), '由何而起', 'what it rests on'),
          id: named(Id, '由何而起', 'what it rests on'),
        })
        .nullable()
        .default(null),
      '由何而起',
      'what it rests on',
    ),
    seenSha256: named(z.string().regex(/^[0-9a-f]{64}$/), '预览', 'preview'),
  }),
  returns: RedecisionDetail,
})

const Filters = z.object({
  state: named(z.enum(REDECISION_STATES), '状态', 'state').optional(),
  cause: named(z.enum(ANEW_CAUSES), '原因', 'cause').optional(),
  month: Month.optional(),
})

export const listRedecisions = endpoint({
  method: 'GET',
  path: '/redecisions',
  may: 'decision.read',
  summary: 'Proposals to decide anew, newest first',
  params: None,
  query: PageQuery.extend(Filters.shape),
  body: None,
  returns: pageOf(Redecision),
})

export const exportRedecisions = endpoint({
  method: 'GET',
  path: '/redecisions/export',
  may: 'decision.read',
  summary: 'Exactly the proposals that are filtered, person by person, as CSV',
  params: None,
  query: Filters,
  body: None,
  returns: z.unknown(),
  download: 'text/csv; charset=utf-8',
})

export const countRedecisions = endpoint({
  method: 'GET',
  path: '/redecisions/count',
  may: 'decision.read',
  summary: 'How many wait for this person, and how many decisions people have given in the place of the machine',
  params: None,
  query: z.object({ month: Month.optional() }),
  body: None,
  returns: z.object({
    waiting: z.int(),
    manual: z.int(),
    manualFen: FenText,
    /** By which clause of which scheme, the most often first: where the rules want changing. */
    byClause: z.array(z.object({ schemeTitle: SentenceShape, clause: SentenceShape, decisions: z.int() })),
  }),
})

export const listCorrected = endpoint({
  method: 'GET',
  path: '/redecisions/corrected',
  may: 'decision.read',
  summary: 'Classes with decisions by a version of a scheme that another version corrects, to be decided anew',
  params: None,
  query: None,
  body: None,
  returns: z.object({
    groups: z.array(
      z.object({
        groupId: Id,
        title: z.string(),
        schemeTitle: SentenceShape,
        was: z.string(),
        now: z.string(),
        from: CivilDateText,
        clause: SentenceShape,
        decisionIds: z.array(Id),
      }),
    ),
  }),
})

export const getRedecision = endpoint({
  method: 'GET',
  path: '/redecisions/:redecisionId',
  may: 'decision.read',
  summary: 'One proposal to decide anew: why, whom, what it comes to, who said so',
  params: OfRedecision,
  query: None,
  body: None,
  returns: RedecisionDetail,
})

export const answerRedecision = endpoint({
  method: 'POST',
  path: '/redecisions/:redecisionId/answer',
  may: 'decision.confirm',
  summary: 'Confirm or decline what another person proposed; confirmed, the decisions are given and the money follows',
  params: OfRedecision,
  query: None,
  body: z.object({
    outcome: named(z.enum(['confirmed', 'declined']), '是否同意', 'decision'),
    reason: named(z.string().trim().max(500), '意见', 'remark'),
  }),
  returns: RedecisionDetail,
  fresh: true,
})

export const withdrawRedecision = endpoint({
  method: 'POST',
  path: '/redecisions/:redecisionId/withdraw',
  may: 'decision.propose',
  summary: 'Its proposer takes a proposal back before anybody has answered it',
  params: OfRedecision,
  query: None,
  body: z.object({ reason: Text(500, '原因', 'reason') }),
  returns: RedecisionDetail,
})

export const addRedecisionFile = endpoint({
  method: 'POST',
  path: '/redecisions/:redecisionId/files',
  may: 'decision.propose',
  summary: 'Keep a paper (PNG, JPEG or PDF) that a proposal rests on, sealed; the same bytes are kept once',
  params: OfRedecision,
  query: UploadQuery,
  body: None,
  upload: true,
  returns: z.object({ fileId: Id }),
})

/** A POST, because opening a file is written down: a GET may not write. */
export const openRedecisionFile = endpoint({
  method: 'POST',
  path: '/redecisions/:redecisionId/files/:fileId/open',
  may: 'decision.read',
  summary: 'A paper of a proposal; every opening is recorded',
  params: OfRedecision.extend({ fileId: named(Id, '材料', 'file') }),
  query: None,
  body: None,
  returns: z.unknown(),
  download: 'application/octet-stream',
})

export const settleChain = endpoint({
  method: 'POST',
  path: '/claims/:claimId/people/:decisionId/settle',
  may: 'recovery.propose',
  summary: 'Pay or recover what the last decision still asks for; what is to be paid back another person decides',
  params: OnePerson,
  query: None,
  body: z.object({ reason: Text(500, '原因', 'reason'), document: Text(200, '依据文件', 'document') }),
  returns: Chain,
})
