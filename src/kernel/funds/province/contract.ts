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
import { isCivilDate } from '../../values/public.ts'
import { columnsSaid } from '../mapping/columns-said.ts'
import { ClaimPerson } from '../claims/contract.ts'
import { GivenReviewBody } from '../review/contract.ts'
import { MEANINGS } from './meanings.ts'
import { DIFFERENCES, LINE_STATES, LIST_REVIEW_DUTIES, LIST_STATUSES, OUTCOMES, PROVINCE_STATES } from './rules.ts'

const Reason = named(z.string().trim().min(2).max(500), '理由', 'reason')
const SchemeName = named(z.string().regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/), '政策', 'scheme')
const Day = CivilDateText.refine(isCivilDate)
const DoneBy = z.object({ post: SentenceShape, at: InstantText })

const Scheme = z.object({ scheme: z.string(), title: SentenceShape })

export const ListLine = z.object({
  id: Id,
  number: z.string(),
  title: z.string(),
  organisationName: z.string(),
  scheme: z.string(),
  schemeTitle: SentenceShape,
  status: z.enum(LIST_STATUSES),
  headCount: z.int(),
  heldCount: z.int(),
  refusedCount: z.int(),
  amountFen: FenText,
  assembledOn: CivilDateText,
})
export type ListLine = z.infer<typeof ListLine>

export const ListShown = ListLine.extend({
  schemeVersion: z.string(),
  groupKind: z.string(),
  groupId: Id,
  contentSha256: z.string(),
  checksAsked: z.int(),
  checksPassed: z.int(),
  unavailable: z.array(
    z.object({ checkId: z.string(), title: SentenceShape, people: z.int(), then: z.enum(['hold', 'note']) }),
  ),
  people: z.array(ClaimPerson),
  history: z.array(
    z.object({
      at: InstantText,
      from: z.enum(LIST_STATUSES).nullable(),
      to: z.enum(LIST_STATUSES),
      byName: z.string().nullable(),
      note: z.string(),
    }),
  ),
  awaits: z.enum(LIST_REVIEW_DUTIES).nullable(),
  /** Why whoever asks may not give the review it waits for. */
  mayNot: SentenceShape.nullable(),
  /** Why it can only be returned, whoever looks at it. */
  mayNotPass: SentenceShape.nullable(),
  file: z.object({ name: z.string(), sha256: z.string(), purpose: z.string(), by: DoneBy }).nullable(),
})
export type ListShown = z.infer<typeof ListShown>

export const provinceSchemes = endpoint({
  method: 'GET',
  path: '/province/schemes',
  may: 'province.read',
  summary: 'The schemes of this county whose record the province holds',
  params: None,
  query: None,
  body: None,
  returns: z.object({ items: z.array(Scheme) }),
})

export const listProvinceLists = endpoint({
  method: 'GET',
  path: '/province/lists',
  may: 'province.read',
  summary: 'Pre-checked lists, newest first',
  params: None,
  query: PageQuery.extend({
    status: named(z.enum(LIST_STATUSES), '状态', 'state').optional(),
    scheme: SchemeName.optional(),
  }),
  body: None,
  returns: pageOf(ListLine),
})

const ListPlace = z.object({ listId: named(Id, '预审名单', 'pre-checked list') })

export const getProvinceList = endpoint({
  method: 'GET',
  path: '/province/lists/:listId',
  may: 'province.read',
  summary: 'One pre-checked list: its people and why, what happened to it, and what it waits for',
  params: ListPlace,
  query: None,
  body: None,
  returns: ListShown,
})

const Moved = z.object({ status: z.enum(LIST_STATUSES) })

export const reviewListInitially = endpoint({
  method: 'POST',
  path: '/province/lists/:listId/initial-review',
  may: 'claim.initial-review',
  summary: 'Pass a pre-checked list on to the second review, or return it with all reasons',
  params: ListPlace,
  query: None,
  body: GivenReviewBody,
  returns: Moved,
})

export const reviewListSecondly = endpoint({
  method: 'POST',
  path: '/province/lists/:listId/second-review',
  may: 'claim.second-review',
  summary: 'Pass a pre-checked list for the province, or return it with all reasons',
  params: ListPlace,
  query: None,
  body: GivenReviewBody,
  returns: Moved,
})

export const takeListBack = endpoint({
  method: 'POST',
  path: '/province/lists/:listId/take-back',
  may: 'province.export',
  summary: 'Take back a list that two have passed while the province has paid nobody of it, with all reasons',
  params: ListPlace,
  query: None,
  body: GivenReviewBody.omit({ outcome: true }),
  returns: Moved,
})

export const listAgain = endpoint({
  method: 'POST',
  path: '/province/lists/:listId/list-again',
  may: 'claim.initial-review',
  summary: 'Make a returned list anew from the records as they are now',
  params: ListPlace,
  query: None,
  body: None,
  returns: z.object({ id: Id, number: z.string() }),
})

/** A POST, because it hands out numbers in clear and that is written down: a GET may not write. */
export const exportProvinceList = endpoint({
  method: 'POST',
  path: '/province/lists/:listId/file',
  may: 'province.export',
  summary: 'The list in the province’s template; once or again the same bytes, each time with its purpose',
  params: ListPlace,
  query: None,
  body: z.object({ purpose: named(z.string().trim().min(2).max(500), '用途', 'purpose') }),
  returns: z.unknown(),
  download: 'application/octet-stream',
  fresh: true,
  quota: 'export',
})

export const ImportLine = z.object({
  id: Id,
  scheme: z.string(),
  asOf: CivilDateText,
  whole: z.boolean(),
  fileName: z.string(),
  rowCount: z.int(),
  paidCount: z.int(),
  amountFen: FenText,
  paidFen: FenText,
  by: DoneBy,
})
export type ImportLine = z.infer<typeof ImportLine>

export const ProvinceColumnAsked = z.object({
  column: z.string(),
  heading: z.string(),
  key: z.string(),
  meaning: z.enum(MEANINGS).nullable(),
  said: z.enum(['known', 'remembered', 'unknown', 'ambiguous']),
  samples: z.array(z.string()),
})
export type ProvinceColumnAsked = z.infer<typeof ProvinceColumnAsked>

export const ProvinceFileAnswer = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('imported'), file: ImportLine, before: z.boolean() }),
  z.object({
    outcome: z.literal('columns'),
    headerRow: z.int(),
    columns: z.array(ProvinceColumnAsked),
    missing: z.array(z.enum(MEANINGS)),
  }),
])
export type ProvinceFileAnswer = z.infer<typeof ProvinceFileAnswer>

export const listProvinceImports = endpoint({
  method: 'GET',
  path: '/province/imports',
  may: 'province.read',
  summary: 'The province’s files of a scheme, newest first',
  params: None,
  query: PageQuery.extend({ scheme: SchemeName }),
  body: None,
  returns: pageOf(ImportLine),
})

export const importProvinceFile = endpoint({
  method: 'POST',
  path: '/province/imports',
  may: 'province.import',
  summary: 'Import the province’s numbers and payment states, or learn which columns must be explained first',
  params: None,
  query: UploadQuery.extend({
    scheme: SchemeName,
    asOf: named(Day, '数据截至日', 'day the file is of'),
    whole: named(z.enum(['yes', 'no']), '是否全部记录', 'whether it holds everything'),
  }),
  body: None,
  upload: true,
  returns: ProvinceFileAnswer,
})

export const rememberProvinceColumns = endpoint({
  method: 'PUT',
  path: '/province/mappings',
  may: 'province.import',
  summary: 'Say once what the columns under these headings mean; the next file with them is read so',
  params: None,
  query: None,
  body: columnsSaid(MEANINGS),
  returns: z.object({ saved: z.int() }),
})

/** A POST, because it hands out numbers in clear and that is written down. */
export const openProvinceFile = endpoint({
  method: 'POST',
  path: '/province/imports/:importId/file',
  may: 'province.import',
  summary: 'A file of the province as it came; opening it is recorded',
  params: z.object({ importId: named(Id, '省平台文件', 'file of the province') }),
  query: None,
  body: None,
  returns: z.unknown(),
  download: 'application/octet-stream',
})

const HereSaid = z.object({
  listId: Id,
  listNumber: z.string(),
  position: z.int(),
  reference: z.string(),
  standing: z.enum(['due', 'held', 'refused']),
  isSent: z.boolean(),
  amountFen: FenText,
})
const ThereSaid = z.object({
  reference: z.string(),
  state: z.enum(PROVINCE_STATES),
  before: z.enum(PROVINCE_STATES).nullable(),
  amountFen: FenText,
  paidFen: FenText.nullable(),
  paidOn: CivilDateText.nullable(),
  reason: z.string(),
})
const OtherSaid = z.object({
  kind: z.enum(['claim', 'history-source']),
  id: Id,
  label: SentenceShape,
  amountFen: FenText,
  from: CivilDateText,
  to: CivilDateText,
})

const SettlementShown = z.object({
  outcome: z.enum(OUTCOMES),
  reason: z.string(),
  document: z.string(),
  askedOn: CivilDateText.nullable(),
  by: DoneBy,
  /** Whether both sides still say what they said when it was made. */
  stands: z.boolean(),
})

export const DifferenceLine = z.object({
  id: Id,
  kind: z.enum(DIFFERENCES),
  maskedName: z.string(),
  maskedIdentity: z.string(),
  here: HereSaid.nullable(),
  there: ThereSaid.nullable(),
  other: OtherSaid.nullable(),
  state: z.enum(LINE_STATES),
  settlement: SettlementShown.nullable(),
})
export type DifferenceLine = z.infer<typeof DifferenceLine>

const Said = z.object({
  importId: Id,
  asOf: CivilDateText,
  sheetRow: z.int(),
  state: z.enum(PROVINCE_STATES),
  amountFen: FenText,
  paidFen: FenText.nullable(),
  paidOn: CivilDateText.nullable(),
  reason: z.string(),
})

export const DifferenceShown = DifferenceLine.extend({
  /** Names what was seen; a settlement is refused when it is not so any more. */
  says: z.string(),
  /** Why the person stands so on our list. */
  standingReasons: z.array(SentenceShape),
  decisionId: Id.nullable(),
  /** What the province said of its number, the newest first. */
  said: z.array(Said),
  settlements: z.array(SettlementShown),
  outcomes: z.array(z.enum(OUTCOMES)),
})
export type DifferenceShown = z.infer<typeof DifferenceShown>

const OfScheme = z.object({ scheme: SchemeName })

export const ReconciliationShown = z.object({
  scheme: z.string(),
  title: SentenceShape,
  /** Null while both sides were never compared. */
  at: InstantText.nullable(),
  /** The newest file of the province. */
  newest: ImportLine.nullable(),
  hereCount: z.int(),
  hereFen: FenText,
  thereCount: z.int(),
  thereFen: FenText,
  paidCount: z.int(),
  paidFen: FenText,
  agreeCount: z.int(),
  counts: z.array(z.object({ kind: z.enum(DIFFERENCES), state: z.enum(LINE_STATES), lines: z.int() })),
})
export type ReconciliationShown = z.infer<typeof ReconciliationShown>

export const getReconciliation = endpoint({
  method: 'GET',
  path: '/province/reconciliation',
  may: 'province.read',
  summary: 'How the two sides of a scheme compare: figures, and differences by kind and state',
  params: None,
  query: OfScheme,
  body: None,
  returns: ReconciliationShown,
})

export const reconcileNow = endpoint({
  method: 'POST',
  path: '/province/reconciliation',
  may: 'province.settle',
  summary: 'Compare both sides of a scheme as they are now',
  params: None,
  query: None,
  body: OfScheme,
  returns: ReconciliationShown,
})

const LineFilters = OfScheme.extend({
  kind: named(z.enum(DIFFERENCES), '差异类型', 'kind of difference').optional(),
  state: named(z.enum(LINE_STATES), '处理状态', 'state').optional(),
})

export const listDifferences = endpoint({
  method: 'GET',
  path: '/province/reconciliation/lines',
  may: 'province.read',
  summary: 'Lines on which the two sides differ, money first',
  params: None,
  query: PageQuery.extend(LineFilters.shape),
  body: None,
  returns: pageOf(DifferenceLine),
})

export const exportDifferences = endpoint({
  method: 'GET',
  path: '/province/reconciliation/lines/export',
  may: 'province.read',
  summary: 'Exactly the differences that are filtered, masked, as CSV',
  params: None,
  query: LineFilters,
  body: None,
  returns: z.unknown(),
  download: 'text/csv; charset=utf-8',
})

const LinePlace = z.object({ lineId: named(Id, '对账差异', 'line') })

export const getDifference = endpoint({
  method: 'GET',
  path: '/province/reconciliation/lines/:lineId',
  may: 'province.read',
  summary: 'One difference with both sides opened, masked, and every settlement of it',
  params: LinePlace,
  query: None,
  body: None,
  returns: DifferenceShown,
})

export const settleDifference = endpoint({
  method: 'POST',
  path: '/province/reconciliation/lines/:lineId/settle',
  may: 'province.settle',
  summary: 'Settle a difference: whose word stands or what was asked, why, and what it rests on',
  params: LinePlace,
  query: None,
  body: z.object({
    says: named(z.string().min(1).max(2000), '看到的内容', 'what was seen'),
    outcome: named(z.enum(OUTCOMES), '处理结果', 'outcome'),
    reason: Reason,
    document: named(z.string().trim().max(200), '依据文件或文号', 'document').default(''),
    askedOn: named(Day, '去函日期', 'day of asking').nullable().default(null),
  }),
  returns: DifferenceShown,
})
