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
import { ANSWERS, CHANGES, DIMENSIONS, SOURCES, TRIAL_STATUSES } from './rules.ts'

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const Day = (zh: string, en: string) => named(CivilDateText, zh, en)
const OfTrial = z.object({ trialId: named(Id, '试算', 'trial') })
const Who = z.object({ name: z.string(), post: SentenceShape })

/** A version as it is chosen: by the hash of its document. */
const Version = z.object({
  sha256: Sha256,
  version: z.string(),
  title: SentenceShape,
  from: CivilDateText,
  to: CivilDateText.nullable(),
})

const Titled = z.object({ scheme: z.string(), version: z.string(), title: SentenceShape, sha256: Sha256 })

const Count = z.object({
  cases: z.int(),
  gains: z.int(),
  loses: z.int(),
  same: z.int(),
  undecided: z.int(),
  beforeFen: FenText,
  afterFen: FenText,
  gainFen: FenText,
  lossFen: FenText,
})
export type CountShape = z.infer<typeof Count>

const Counted = Count.extend({ code: z.string(), label: SentenceShape })
export type CountedShape = z.infer<typeof Counted>

const Noted = z.object({ code: z.string(), label: SentenceShape, cases: z.int() })
export type NotedShape = z.infer<typeof Noted>

/** What is drawn from a line by one side, and the month in which it is used up. */
const Drawn = z.object({ drawnFen: FenText, leftFen: FenText, breaksIn: z.string().nullable() })

const Line = z.object({
  id: Id,
  name: z.string(),
  appropriatedFen: FenText,
  othersFen: FenText,
  before: Drawn,
  after: Drawn,
  /** Month by month with what is tried. */
  months: z.array(z.object({ month: z.string(), othersFen: FenText, drawnFen: FenText, leftFen: FenText })),
})

/** One fund in one year: what each month costs, and how its lines bear it. */
const FundYear = z.object({
  fund: z.string(),
  label: SentenceShape,
  year: z.int(),
  months: z.array(z.object({ month: z.string(), beforeFen: FenText, afterFen: FenText })),
  before: z.object({ neededFen: FenText, lackingFen: FenText, breaksIn: z.string().nullable() }),
  after: z.object({ neededFen: FenText, lackingFen: FenText, breaksIn: z.string().nullable() }),
  lines: z.array(Line),
})
export type FundYearShape = z.infer<typeof FundYear>

const Trial = z.object({
  id: Id,
  after: Titled,
  draftId: Id.nullable(),
  /** Null where it is compared with what was decided. */
  before: Titled.nullable(),
  valuesOn: CivilDateText.nullable(),
  from: CivilDateText,
  to: CivilDateText,
  by: Who,
  isOwn: z.boolean(),
  status: z.enum(TRIAL_STATUSES),
  casesDone: z.int(),
  casesOf: z.int().nullable(),
  askedAt: InstantText,
  endedAt: InstantText.nullable(),
  expiresAt: InstantText.nullable(),
  /** What it came to so far. */
  all: Count.nullable(),
})
export type TrialShape = z.infer<typeof Trial>

const TrialDetail = Trial.extend({
  counts: z.record(z.enum(DIMENSIONS), z.array(Counted)).nullable(),
  /** Of whom there is no answer for want of which fact. */
  missing: z.array(Noted),
  refused: z.array(Noted),
  sources: z.record(z.enum(SOURCES), z.int()),
  funds: z.array(FundYear),
})
export type TrialDetail = z.infer<typeof TrialDetail>

export const listTrialChoices = endpoint({
  method: 'GET',
  path: '/trials/choices',
  may: 'trial.read',
  summary: 'The schemes and versions that can be tried, and the days that are tried where nothing else is said',
  params: None,
  query: z.object({ draft: named(Id, '草稿', 'draft').optional() }),
  body: None,
  returns: z.object({
    /** The draft that was asked for, as it was saved last; null where it cannot be read yet. */
    draft: z.object({ title: SentenceShape, version: z.string(), from: CivilDateText }).nullable(),
    schemes: z.array(z.object({ scheme: z.string(), title: SentenceShape, versions: z.array(Version) })),
    from: CivilDateText,
    to: CivilDateText,
  }),
})

/** What is compared with: what was decided, the version in force, or another by its hash. */
const Against = named(z.union([z.enum(['as-decided', 'in-force']), Sha256]), '对照', 'what to compare with')

export const askForTrial = endpoint({
  method: 'POST',
  path: '/trials',
  may: 'trial.write',
  summary: 'Have a draft or a version tried on the recorded facts of some days, in the background',
  params: None,
  query: None,
  body: z.object({
    draftId: named(Id, '草稿', 'draft').nullish(),
    sha256: named(Sha256, '版本', 'version').nullish(),
    against: Against.default('in-force'),
    /** The day whose values decide about everybody; without it each case’s own. */
    valuesOn: Day('取值日期', 'day of the values').nullish(),
    from: Day('起始日期', 'first day'),
    to: Day('截止日期', 'last day'),
  }),
  returns: z.object({ id: Id }),
})

export const listTrials = endpoint({
  method: 'GET',
  path: '/trials',
  may: 'trial.read',
  summary: 'The trials that were asked for, newest first, with how far they are',
  params: None,
  query: PageQuery.extend({ draft: named(Id, '草稿', 'draft').optional() }),
  body: None,
  returns: pageOf(Trial),
})

export const getTrial = endpoint({
  method: 'GET',
  path: '/trials/:trialId',
  may: 'trial.read',
  summary: 'One trial: how far it is, and what it came to by every dimension',
  params: OfTrial,
  query: None,
  body: None,
  returns: TrialDetail,
})

export const cancelTrial = endpoint({
  method: 'POST',
  path: '/trials/:trialId/cancel',
  may: 'trial.write',
  summary: 'Break off a trial that one asked for oneself',
  params: OfTrial,
  query: None,
  body: None,
  returns: None,
})

/** Which cases: of one change, of one value of a dimension, and for one missing fact or one condition. */
export const CaseFilter = z.object({
  change: named(z.enum(CHANGES), '变化', 'change').optional(),
  ...Object.fromEntries(DIMENSIONS.map((name) => [name, named(z.string().max(60), '分类', 'dimension').optional()])),
  missing: named(z.string().max(80), '缺少的事实', 'missing fact').optional(),
  refused: named(z.string().max(80), '不符合的条件', 'condition').optional(),
}) as z.ZodObject<
  {
    change: z.ZodOptional<z.ZodEnum<{ [C in (typeof CHANGES)[number]]: C }>>
    missing: z.ZodOptional<z.ZodString>
    refused: z.ZodOptional<z.ZodString>
  } & { [D in (typeof DIMENSIONS)[number]]: z.ZodOptional<z.ZodString> }
>
export type CaseFilter = z.infer<typeof CaseFilter>

export const SORTS = ['day', 'gain', 'loss'] as const

const OneAnswer = z.object({ answer: z.enum(ANSWERS), fen: FenText })
const TrialCase = z.object({
  factId: Id,
  maskedName: z.string(),
  on: CivilDateText,
  change: z.enum(CHANGES),
  before: OneAnswer,
  after: OneAnswer,
  why: z.array(SentenceShape),
  provider: SentenceShape,
  group: SentenceShape,
})
export type TrialCase = z.infer<typeof TrialCase>

const CaseQuery = CaseFilter.extend({ sort: named(z.enum(SORTS), '排序', 'order').default('day') })

export const listTrialCases = endpoint({
  method: 'GET',
  path: '/trials/:trialId/cases',
  may: 'trial.read',
  summary: 'The cases behind a number of a trial, by the day they happened or by the greatest difference',
  params: OfTrial,
  query: CaseQuery.extend({
    after: named(z.string().regex(/^\d{1,9}$/), '上一页的末条', 'last of the former page').optional(),
    limit: named(z.coerce.number().int().min(1).max(100), '条数', 'number of rows').default(30),
  }),
  body: None,
  returns: z.object({ items: z.array(TrialCase), next: z.string().nullable() }),
})

const Explained = z.object({ answer: z.enum(ANSWERS), fen: FenText, sentences: z.array(SentenceShape) })

export const getTrialCase = endpoint({
  method: 'GET',
  path: '/trials/:trialId/cases/:factId',
  may: 'trial.read',
  summary: 'One case of a trial, both answers explained, as each document decides about it alone',
  params: OfTrial.extend({ factId: named(Id, '案例', 'case') }),
  query: None,
  body: None,
  returns: TrialCase.extend({
    source: z.enum(SOURCES),
    /** Where it was claimed: the claim of its decision, for whoever may read it. */
    beforeExplained: Explained,
    afterExplained: Explained,
    facts: z.array(z.object({ label: SentenceShape, words: SentenceShape })),
  }),
})

export const exportTrial = endpoint({
  method: 'GET',
  path: '/trials/:trialId/export',
  may: 'trial.read',
  summary: 'A trial as a workbook: its sums by every dimension, or the cases that are filtered',
  params: OfTrial,
  query: CaseQuery.extend({ what: named(z.enum(['sums', 'cases']), '内容', 'what').default('sums') }),
  body: None,
  returns: z.unknown(),
  download: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
})

export const exportTrialCases = endpoint({
  method: 'GET',
  path: '/trials/:trialId/cases/export',
  may: 'trial.read',
  summary: 'The cases of a trial that are filtered, with masked names, as a table',
  params: OfTrial,
  query: CaseQuery,
  body: None,
  returns: z.unknown(),
  download: 'text/csv; charset=utf-8',
})
