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
  saying,
  SentenceShape,
  UploadQuery,
} from '../../../platform/contract/public.ts'
import { isCivilDate, isSkillLevel } from '../../values/public.ts'
import { columnsSaid } from '../mapping/columns-said.ts'
import { MEANINGS, WORDING_KINDS } from './meanings.ts'

const Reason = named(z.string().trim().min(2).max(500), '原因', 'reason')
const Source = named(z.string().trim().min(2).max(100), '来源', 'source')
const FamilyCode = named(z.string().regex(/^[A-Z][A-Z0-9_]*$/), '补贴类别', 'family of subsidies')
/** Families as one text of an address, a comma between them. */
const FamiliesText = named(
  z.string().regex(/^[A-Z][A-Z0-9_]*(?:,[A-Z][A-Z0-9_]*){0,19}$/),
  '补贴类别',
  'families of subsidies',
)
/** More than nothing, and not more than any ledger holds. */
const Amount = named(
  z.string().regex(/^[1-9]\d{0,14}$/, { error: saying('应大于 0', 'must be more than 0') }),
  '补贴金额',
  'amount',
)
/** A day that people write: the calendar has no year 0. */
const Day = CivilDateText.refine(isCivilDate, { error: saying('应是确有的一天', 'must be a day that exists') })
const Level = named(z.string().refine(isSkillLevel), '等级', 'level')

const Family = z.object({ code: z.string(), label: SentenceShape })
const DoneBy = z.object({ post: SentenceShape, at: InstantText })

export const SOURCE_KINDS = ['ledger', 'province-lookup', 'province-file'] as const

/** One ledger or one answer of the province, as a line of the list. */
export const SourceLine = z.object({
  id: Id,
  kind: z.enum(SOURCE_KINDS),
  source: z.string(),
  families: z.array(Family),
  coversFrom: CivilDateText.nullable(),
  coversTo: CivilDateText,
  group: z.object({ kind: z.string(), id: Id, title: SentenceShape }).nullable(),
  fileName: z.string(),
  rowCount: z.int(),
  amountFen: FenText,
  doubtCount: z.int(),
  withdrawn: z.boolean(),
  by: DoneBy,
})
export type SourceLine = z.infer<typeof SourceLine>

export const SourceShown = SourceLine.extend({
  /** Whether there is a file that may be opened. */
  hasFile: z.boolean(),
  columnsRead: z.array(z.object({ heading: z.string(), meaning: z.enum(MEANINGS) })),
  doubts: z.array(z.object({ row: z.int(), sentence: SentenceShape })),
  totals: z.array(
    z.object({
      year: z.int(),
      family: Family,
      level: SentenceShape.nullable(),
      rows: z.int(),
      amountFen: FenText,
    }),
  ),
  /** Whom the province was asked about; empty for a ledger. */
  people: z.array(
    z.object({
      personId: Id,
      maskedName: z.string(),
      maskedIdentity: z.string(),
      answer: z.enum(['nothing', 'received']),
    }),
  ),
  withdrawal: z.object({ reason: z.string(), by: DoneBy }).nullable(),
})
export type SourceShown = z.infer<typeof SourceShown>

/** A column of a file that somebody may have to explain; samples are masked. */
export const ColumnAsked = z.object({
  column: z.string(),
  heading: z.string(),
  key: z.string(),
  meaning: z.enum(MEANINGS).nullable(),
  said: z.enum(['known', 'remembered', 'unknown', 'ambiguous']),
  samples: z.array(z.string()),
})
export type ColumnAsked = z.infer<typeof ColumnAsked>

export const WordingAsked = z.object({ kind: z.enum(WORDING_KINDS), wording: z.string(), rows: z.int() })
export type WordingAsked = z.infer<typeof WordingAsked>

/** What came of a file: taken (now or before), or what must be explained once; nothing is taken until it is. */
export const LedgerAnswer = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('imported'), source: SourceLine, before: z.boolean() }),
  z.object({
    outcome: z.literal('columns'),
    headerRow: z.int(),
    columns: z.array(ColumnAsked),
    missing: z.array(z.enum(MEANINGS)),
  }),
  z.object({ outcome: z.literal('wordings'), wordings: z.array(WordingAsked) }),
])
export type LedgerAnswer = z.infer<typeof LedgerAnswer>

export const historyCoverage = endpoint({
  method: 'GET',
  path: '/funds/history/coverage',
  may: 'history.read',
  summary: 'For which years and families past payments are known, ledger by ledger',
  params: None,
  query: None,
  body: None,
  returns: z.object({
    since: CivilDateText,
    families: z.array(Family),
    years: z.array(
      z.object({
        year: z.int(),
        cells: z.array(
          z.object({
            family: z.string(),
            known: z.enum(['whole', 'part', 'none']),
            spans: z.array(
              z.object({ from: CivilDateText, to: CivilDateText, source: SentenceShape, sourceId: Id.nullable() }),
            ),
          }),
        ),
      }),
    ),
  }),
})

const SourcePlace = z.object({ sourceId: named(Id, '台账', 'ledger') })

const SourceFilters = z.object({
  kind: named(z.enum(['ledger', 'province']), '来源类型', 'kind of source').optional(),
  withdrawn: named(z.enum(['yes', 'no']), '是否撤回', 'withdrawn').optional(),
  group: named(Id, '班级', 'class').optional(),
})

export const listHistorySources = endpoint({
  method: 'GET',
  path: '/funds/history/sources',
  may: 'history.read',
  summary: 'Ledgers and the province’s answers, newest first',
  params: None,
  query: PageQuery.extend(SourceFilters.shape),
  body: None,
  returns: pageOf(SourceLine),
})

export const exportHistorySources = endpoint({
  method: 'GET',
  path: '/funds/history/sources/export',
  may: 'history.read',
  summary: 'Exactly the sources that are filtered, as CSV',
  params: None,
  query: SourceFilters,
  body: None,
  returns: z.unknown(),
  download: 'text/csv; charset=utf-8',
})

export const getHistorySource = endpoint({
  method: 'GET',
  path: '/funds/history/sources/:sourceId',
  may: 'history.read',
  summary: 'One source: what it covers, its figures by year and level, its doubts',
  params: SourcePlace,
  query: None,
  body: None,
  returns: SourceShown,
})

export const importLedgerFile = endpoint({
  method: 'POST',
  path: '/funds/history/ledgers',
  may: 'history.write',
  summary: 'Import a ledger of past payments, or learn what must be explained first',
  params: None,
  query: UploadQuery.extend({
    source: Source,
    coversFrom: named(Day, '覆盖起始日', 'first day covered'),
    coversTo: named(Day, '覆盖截止日', 'last day covered'),
    families: FamiliesText,
  }),
  body: None,
  upload: true,
  returns: LedgerAnswer,
})

export const rememberColumns = endpoint({
  method: 'PUT',
  path: '/funds/history/mappings',
  may: 'history.write',
  summary: 'Say once what the columns under these headings mean; the next file with them is read so',
  params: None,
  query: None,
  body: columnsSaid(MEANINGS),
  returns: z.object({ saved: z.int() }),
})

export const rememberWordings = endpoint({
  method: 'PUT',
  path: '/funds/history/wordings',
  may: 'history.write',
  summary: 'Say once what wordings mean: a family, an occupation, a level, or (null) none that we know',
  params: None,
  query: None,
  body: z.object({
    wordings: named(
      z
        .array(
          z.object({
            kind: named(z.enum(WORDING_KINDS), '写法的类别', 'kind of wording'),
            wording: named(z.string().trim().min(1).max(60), '写法', 'wording'),
            means: named(z.string().min(1).max(120), '写法的含义', 'meaning of the wording').nullable(),
          }),
        )
        .min(1)
        .max(500),
      '各种写法的含义',
      'meanings of the wordings',
    ),
  }),
  returns: z.object({ saved: z.int() }),
})

export const listRemembered = endpoint({
  method: 'GET',
  path: '/funds/history/remembered',
  may: 'history.read',
  summary: 'What headings and wordings were said to mean',
  params: None,
  query: None,
  body: None,
  returns: z.object({
    families: z.array(Family),
    mappings: z.array(
      z.object({
        id: Id,
        columns: z.array(z.object({ heading: z.string(), key: z.string(), meaning: z.enum(MEANINGS) })),
        by: DoneBy,
      }),
    ),
    wordings: z.array(
      z.object({
        id: Id,
        kind: z.enum(WORDING_KINDS),
        wording: z.string(),
        means: z.string().nullable(),
        label: SentenceShape.nullable(),
        by: DoneBy,
      }),
    ),
  }),
})

export const withdrawHistorySource = endpoint({
  method: 'POST',
  path: '/funds/history/sources/:sourceId/withdraw',
  may: 'history.write',
  summary: 'Withdraw a source that was a mistake: its rows stay and no longer count',
  params: SourcePlace,
  query: None,
  body: z.object({ reason: Reason }),
  returns: z.object({ id: Id }),
})

/** A POST, because it hands out numbers in clear and that is written down: a GET may not write. */
export const openHistoryFile = endpoint({
  method: 'POST',
  path: '/funds/history/sources/:sourceId/file',
  may: 'history.write',
  summary: 'The file a source rests on, as it came; opening it is recorded',
  params: SourcePlace,
  query: None,
  body: None,
  returns: z.unknown(),
  download: 'application/octet-stream',
  quota: 'export',
})

const GroupLine = z.object({
  kind: z.string(),
  id: Id,
  title: SentenceShape,
  organisation: z.string(),
  startsOn: CivilDateText,
  endsOn: CivilDateText,
  people: z.int().nullable(),
})
export type GroupLine = z.infer<typeof GroupLine>

const GroupPlace = z.object({
  kind: named(z.string().regex(/^[a-z-]{2,40}$/), '名单类别', 'kind of group'),
  groupId: named(Id, '班级', 'class'),
})

export const listHistoryGroups = endpoint({
  method: 'GET',
  path: '/funds/history/groups/:kind',
  may: 'history.read',
  summary: 'Groups whose people the province can be asked about, newest first',
  params: GroupPlace.pick({ kind: true }),
  query: PageQuery.extend({ search: named(z.string().trim().max(60), '查找的文字', 'search').optional() }),
  body: None,
  returns: pageOf(GroupLine),
})

export const getHistoryGroup = endpoint({
  method: 'GET',
  path: '/funds/history/groups/:kind/:groupId',
  may: 'history.read',
  summary: 'The people of a group with what is known of their past subsidies',
  params: GroupPlace,
  query: None,
  body: None,
  returns: GroupLine.extend({
    families: z.array(Family),
    members: z.array(
      z.object({
        personId: Id,
        position: z.int(),
        maskedName: z.string(),
        maskedIdentity: z.string(),
        known: z.enum(['known', 'known-until', 'unknown']),
        sentence: SentenceShape,
        receipts: z.array(SentenceShape),
      }),
    ),
  }),
})
export type HistoryMember = z.infer<typeof getHistoryGroup.returns>['members'][number]

export const keepEvidence = endpoint({
  method: 'POST',
  path: '/funds/history/evidence',
  may: 'history.write',
  summary: 'Keep the screenshot or file that a look-up rests on, sealed',
  params: None,
  query: UploadQuery,
  body: None,
  upload: true,
  returns: z.object({ fileId: Id, fileName: z.string() }),
})

const ReceivedGiven = z.object({
  family: FamilyCode,
  occupationId: named(z.string().min(1).max(120), '职业', 'occupation').nullable(),
  level: Level.nullable(),
  certificateNo: named(z.string().trim().max(40), '证书编号', 'certificate number'),
  amountFen: Amount,
  paidOn: named(Day, '发放日期', 'day of payment'),
})

export const recordLookup = endpoint({
  method: 'POST',
  path: '/funds/history/groups/:kind/:groupId/lookups',
  may: 'history.write',
  summary: 'Record what the province’s platform showed about people of a group on a day',
  params: GroupPlace,
  query: None,
  body: z.object({
    source: Source,
    checkedOn: named(Day, '核对日期', 'day of the look-up'),
    families: named(z.array(FamilyCode).min(1).max(20), '补贴类别', 'families of subsidies'),
    fileId: named(Id, '截图或文件', 'evidence'),
    people: named(
      z
        .array(
          z.object({
            personId: named(Id, '人员', 'person'),
            received: named(z.array(ReceivedGiven).max(50), '领过的补贴', 'subsidies received'),
          }),
        )
        .min(1)
        .max(1000),
      '核对的人员',
      'people looked up',
    ),
  }),
  returns: SourceLine,
})

export const importProvinceFile = endpoint({
  method: 'POST',
  path: '/funds/history/groups/:kind/:groupId/province-file',
  may: 'history.write',
  summary: 'Import the province’s answer about everybody of a group; who is not in it received nothing',
  params: GroupPlace,
  query: UploadQuery.extend({
    source: Source,
    checkedOn: named(Day, '核对日期', 'day of the look-up'),
    families: FamiliesText,
  }),
  body: None,
  upload: true,
  returns: LedgerAnswer,
})
