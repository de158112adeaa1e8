import { z } from 'zod'
import { endpoint, Id, InstantText, named, None, SentenceShape } from '../../../platform/contract/public.ts'
import { ANSWERS, DRAFT_STATUSES, ORIGINS, VERSION_STATES } from './rules.ts'

const Text = (most: number, zh: string, en: string) => named(z.string().trim().min(2).max(most), zh, en)
const Sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const Who = z.object({ name: z.string(), post: SentenceShape })
const Done = z.object({ by: Who, at: InstantText })
const Item = z.object({ at: z.string(), sentence: SentenceShape })

const OfDraft = z.object({ draftId: named(Id, '草稿', 'draft') })

/** A version of a scheme, or a draft of one. */
export const SchemeRow = z.object({
  kind: z.enum(['version', 'draft']),
  /** Of a draft its id, of a version the hash of its document. */
  id: z.string(),
  scheme: z.string(),
  version: z.string(),
  title: SentenceShape,
  authority: SentenceShape,
  origin: z.enum(ORIGINS),
  /** Whether the county may publish another version of it as its own. */
  own: z.boolean(),
  state: z.enum([...VERSION_STATES, 'draft', 'waiting']),
  from: z.string(),
  to: z.string().nullable(),
  placeholder: z.boolean(),
  documentNumber: z.string().nullable(),
})
export type SchemeRow = z.infer<typeof SchemeRow>

export const SCHEME_STATES = SchemeRow.shape.state.options
const Filters = z.object({
  state: named(SchemeRow.shape.state, '状态', 'state').optional(),
  origin: named(z.enum(ORIGINS), '来源', 'origin').optional(),
})

export const listSchemes = endpoint({
  method: 'GET',
  path: '/policies',
  may: 'scheme.read',
  summary: 'Every version of every scheme of the county and of those above it, and the drafts',
  params: None,
  query: Filters,
  body: None,
  returns: z.object({ items: z.array(SchemeRow) }),
})

export const exportSchemes = endpoint({
  method: 'GET',
  path: '/policies/export',
  may: 'scheme.read',
  summary: 'Exactly the schemes that are filtered, as CSV',
  params: None,
  query: Filters,
  body: None,
  returns: z.unknown(),
  download: 'text/csv; charset=utf-8',
})

const CountyValue = z.object({
  name: z.string(),
  origin: z.string(),
  from: z.string(),
  to: z.string().optional(),
  value: z.unknown(),
  cite: z.object({
    doc: z.string(),
    article: z.string(),
    text: z.string(),
    source: z.string(),
    placeholder: z.literal(true).optional(),
  }),
})

/** What a document may name: the funds there are, and the county's schemes. */
const Named = {
  funds: z.array(z.object({ code: z.string(), name: SentenceShape })),
  schemes: z.array(z.object({ scheme: z.string(), title: SentenceShape })),
}

const Notice = z.object({ title: SentenceShape, paragraphs: z.array(SentenceShape) })

export const SchemeVersion = SchemeRow.extend({
  document: z.unknown(),
  countyValues: z.array(CountyValue),
  ...Named,
  /** Set where the county has published it itself. */
  published: z.object({ id: Id, proposed: Done, published: Done, notice: Notice }).nullable(),
})
export type SchemeVersion = z.infer<typeof SchemeVersion>

export const getVersion = endpoint({
  method: 'GET',
  path: '/policies/versions/:sha256',
  may: 'scheme.read',
  summary: 'One version of a scheme: its document, and by whom it was published',
  params: z.object({ sha256: named(Sha256, '版本', 'version') }),
  query: None,
  body: None,
  returns: SchemeVersion,
})

const Proposal = z.object({
  id: Id,
  revision: z.int(),
  sha256: z.string(),
  documentNumber: z.string(),
  reason: z.string(),
  proposed: Done,
  answer: z.object({ outcome: z.enum(ANSWERS), reason: z.string(), answered: Done }).nullable(),
})
export type Proposal = z.infer<typeof Proposal>

export const Draft = z.object({
  id: Id,
  scheme: z.string(),
  title: SentenceShape,
  version: z.string(),
  begunFrom: z.string(),
  note: z.string(),
  status: z.enum(DRAFT_STATUSES),
  revision: z.int(),
  document: z.unknown(),
  /** What keeps the document from being read, all of it at once; saving does not wait for it. */
  problems: z.array(Item),
  /** The versions of the scheme that there are: what may be taken the place of. */
  versions: z.array(z.string()),
  /** The version in force now, against which what changed is told. */
  before: z.object({ version: z.string(), document: z.unknown() }).nullable(),
  countyValues: z.array(CountyValue),
  ...Named,
  history: z.array(z.object({ revision: z.int(), note: z.string(), saved: Done })),
  events: z.array(z.object({ to: z.enum(DRAFT_STATUSES), reason: z.string(), done: Done })),
  /** What was proposed to be published, the newest first; the first waits where it has no answer. */
  proposals: z.array(Proposal),
  /** Why the reader cannot publish what waits; null where they can, or where nothing waits. */
  mayNotPublish: SentenceShape.nullable(),
  /** Whether the reader proposed what waits. */
  ownProposal: z.boolean(),
  /** The version it became. */
  publishedSha256: z.string().nullable(),
})
export type Draft = z.infer<typeof Draft>

export const beginDraft = endpoint({
  method: 'POST',
  path: '/policies/drafts',
  may: 'scheme.write',
  summary: 'Begin a draft from a version: of the county, or of a region above, over which the county’s own is laid',
  params: None,
  query: None,
  body: z.object({
    from: named(Sha256, '起草所依据的版本', 'version to begin from'),
    note: named(z.string().trim().max(500), '说明', 'note'),
  }),
  returns: Draft,
})

/** The name of a scheme among others, behind the county's own: it stays when the title changes. */
const SchemeCode = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(40)

export const beginBlank = endpoint({
  method: 'POST',
  path: '/policies/drafts/blank',
  may: 'scheme.write',
  summary: 'Begin a draft of a scheme that there is not yet: only its name is written',
  params: None,
  query: None,
  body: z.object({
    titleZh: named(z.string().trim().min(2).max(100), '政策名称', 'title in Chinese'),
    titleEn: named(z.string().trim().min(2).max(200), '英文名称', 'title in English'),
    code: named(SchemeCode, '代码(小写字母、数字和短横)', 'code (small letters, digits and hyphens)'),
    note: named(z.string().trim().max(500), '说明', 'note'),
  }),
  returns: Draft,
})

export const takeInDraft = endpoint({
  method: 'POST',
  path: '/policies/drafts/file',
  may: 'scheme.write',
  summary:
    'Begin a draft with a document written elsewhere; one that cannot be read is refused with all that is wrong with it',
  params: None,
  query: None,
  body: z.object({
    document: named(z.record(z.string(), z.unknown()), '政策文件', 'document'),
    fileName: named(z.string().trim().min(1).max(200), '文件名', 'name of the file'),
    note: named(z.string().trim().max(500), '说明', 'note'),
  }),
  returns: Draft,
  mostMegabytes: 8,
})

export const getDraft = endpoint({
  method: 'GET',
  path: '/policies/drafts/:draftId',
  may: 'scheme.read',
  summary: 'One draft: its document, what is wrong with it, its history, what was proposed',
  params: OfDraft,
  query: None,
  body: None,
  returns: Draft,
})

export const saveDraft = endpoint({
  method: 'POST',
  path: '/policies/drafts/:draftId/save',
  may: 'scheme.write',
  summary: 'Save the document; whoever has seen an earlier revision than the last is told who saved since',
  params: OfDraft,
  query: None,
  body: z.object({
    revision: named(z.int().min(1).max(1_000_000), '所见的保存次数', 'revision that was seen'),
    document: named(z.record(z.string(), z.unknown()), '政策内容', 'document'),
    note: named(z.string().trim().max(500), '说明', 'note'),
  }),
  returns: Draft,
  // 300 occupations × 5 levels × 6 groups are 9,000 rates of a hundred bytes, and cases and later prices come on top.
  mostMegabytes: 8,
})

export const getRevision = endpoint({
  method: 'GET',
  path: '/policies/drafts/:draftId/revisions/:revision',
  may: 'scheme.read',
  summary: 'A draft as it was after one save',
  params: OfDraft.extend({ revision: named(z.coerce.number().int().min(1).max(1_000_000), '保存次数', 'revision') }),
  query: None,
  body: None,
  returns: z.object({ revision: z.int(), document: z.unknown() }),
})

export const DraftCheck = z.object({
  revision: z.int(),
  problems: z.array(Item),
  cases: z.array(z.object({ name: z.string(), passed: z.boolean(), expected: SentenceShape, got: SentenceShape })),
  findings: z.array(
    z.object({
      rule: z.string(),
      severity: z.enum(['error', 'warning']),
      clause: z.string(),
      at: z.string(),
      sentence: SentenceShape,
      witness: SentenceShape.optional(),
    }),
  ),
  /** Small faults that no case would notice: of them the findings say where, too. */
  uncovered: z.int(),
  differences: z.array(
    z.object({
      at: z.string(),
      label: SentenceShape,
      kind: z.enum(['added', 'removed', 'changed']),
      before: SentenceShape.optional(),
      after: SentenceShape.optional(),
    }),
  ),
  /** What keeps it from being published; none where nothing does. */
  blocked: z.array(Item),
  /** What keeps nothing from being published, and has to be known. */
  told: z.array(Item),
})
export type DraftCheck = z.infer<typeof DraftCheck>

export const checkDraft = endpoint({
  method: 'GET',
  path: '/policies/drafts/:draftId/check',
  may: 'scheme.read',
  summary: 'Cases, faults, coverage and differences of a draft, and what keeps it from being published',
  params: OfDraft,
  query: None,
  body: None,
  returns: DraftCheck,
})

export const proposeDraft = endpoint({
  method: 'POST',
  path: '/policies/drafts/:draftId/propose',
  may: 'scheme.write',
  summary: 'Propose to publish the revision that was seen; another person publishes it',
  params: OfDraft,
  query: None,
  body: z.object({
    revision: named(z.int().min(1).max(1_000_000), '所见的保存次数', 'revision that was seen'),
    documentNumber: Text(120, '文号', 'document number'),
    reason: Text(500, '提请理由', 'reason'),
  }),
  returns: Draft,
})

export const answerProposal = endpoint({
  method: 'POST',
  path: '/policies/drafts/:draftId/answer',
  may: 'scheme.publish',
  summary: 'Publish what another person proposed, or send it back with a reason',
  params: OfDraft,
  query: None,
  body: z.object({
    proposalId: named(Id, '提请', 'proposal'),
    sha256: named(Sha256, '所见的内容', 'document that was seen'),
    outcome: named(z.enum(['published', 'sent-back']), '是否发布', 'decision'),
    reason: named(z.string().trim().max(500), '意见', 'remark'),
  }),
  returns: Draft,
  fresh: true,
})

export const withdrawProposal = endpoint({
  method: 'POST',
  path: '/policies/drafts/:draftId/withdraw',
  may: 'scheme.write',
  summary: 'Its proposer takes a proposal back before anybody has answered it',
  params: OfDraft,
  query: None,
  body: z.object({ proposalId: named(Id, '提请', 'proposal') }),
  returns: Draft,
})

export const moveDraft = endpoint({
  method: 'POST',
  path: '/policies/drafts/:draftId/status',
  may: 'scheme.write',
  summary: 'Put a draft aside, or take it up again',
  params: OfDraft,
  query: None,
  body: z.object({
    to: named(z.enum(['open', 'discarded']), '状态', 'status'),
    reason: named(z.string().trim().max(500), '说明', 'reason'),
  }),
  returns: Draft,
})
