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
import { FINDING_STATES, SEVERITIES, STEPS } from './rules.ts'

const Text = (least: number, most: number) => z.string().trim().min(least).max(most)
const Kind = named(z.string().regex(/^[a-z-]{2,40}$/), '环节的种类', 'kind of step')
const Due = named(CivilDateText, '整改期限', 'day by which')

const File = z.object({ id: Id, name: z.string(), mediaType: z.string(), sizeBytes: z.int() })

/** What the auditor found at a step of a trail, and what was said about it since, in turn. */
export const Finding = z.object({
  id: Id,
  number: z.string(),
  subject: z.object({ kind: z.string(), id: Id, title: SentenceShape }),
  organisation: z.object({ id: Id, name: z.string() }).nullable(),
  forOrganisation: z.boolean(),
  found: z.string(),
  rule: z.string(),
  severity: z.enum(SEVERITIES),
  remedy: z.string(),
  writtenOn: CivilDateText,
  dueOn: CivilDateText,
  state: z.enum(FINDING_STATES),
  overdue: z.boolean(),
  steps: z.array(
    z.object({
      nth: z.int(),
      what: z.enum(STEPS),
      said: z.string(),
      dueOn: CivilDateText.nullable(),
      by: z.object({ name: z.string(), post: SentenceShape }),
      at: InstantText,
      files: z.array(File),
    }),
  ),
  /** Whether the auditor asks that a case be opened, and the one that was. */
  asksCase: z.boolean(),
  case: z.object({ id: Id, number: z.string() }).nullable(),
  /** Whether the reader may open one now. */
  mayOpenCase: z.boolean(),
  /** What the reader may say next. */
  next: z.array(z.enum(STEPS)),
  mayAddFile: z.boolean(),
})
export type Finding = z.infer<typeof Finding>

const Filter = z.object({
  state: named(z.enum(FINDING_STATES), '状态', 'state').optional(),
  severity: named(z.enum(SEVERITIES), '程度', 'severity').optional(),
  organisation: named(Id, '机构', 'provider').optional(),
  overdue: named(z.enum(['yes']), '逾期', 'overdue').optional(),
  kind: Kind.optional(),
  subject: named(Id, '环节', 'step').optional(),
})

export const listFindings = endpoint({
  method: 'GET',
  path: '/findings',
  may: 'finding.read',
  summary: 'Findings of the auditor, newest first',
  params: None,
  query: PageQuery.extend(Filter.shape),
  body: None,
  returns: pageOf(Finding),
})

/** A POST, because taking it out is counted and recorded. */
export const exportFindings = endpoint({
  method: 'POST',
  path: '/findings/register',
  may: 'finding.read',
  summary: 'The register of findings (整改台账) as a workbook that prints',
  params: None,
  query: Filter,
  body: None,
  returns: z.unknown(),
  download: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  quota: 'export',
})

export const countFindings = endpoint({
  method: 'GET',
  path: '/findings/counts',
  may: 'finding.read',
  summary: 'How many findings wait for this person’s side, and how many are overdue',
  params: None,
  query: None,
  body: None,
  returns: z.object({ waiting: z.int(), overdue: z.int() }),
})

/** What an organisation reads of a finding that the auditor meant for it. */
const OwnFinding = Finding.pick({
  id: true,
  number: true,
  subject: true,
  found: true,
  rule: true,
  severity: true,
  remedy: true,
  writtenOn: true,
  dueOn: true,
  state: true,
})
export type OwnFinding = z.infer<typeof OwnFinding>

export const listOwnFindings = endpoint({
  method: 'GET',
  path: '/findings/own',
  may: 'finding.own',
  summary: 'The findings that the auditor said are for this organisation',
  params: None,
  query: PageQuery,
  body: None,
  returns: pageOf(OwnFinding),
})

const OfFinding = z.object({ findingId: named(Id, '审计发现', 'finding') })

export const getFinding = endpoint({
  method: 'GET',
  path: '/findings/:findingId',
  may: 'finding.read',
  summary: 'One finding with everything said about it',
  params: OfFinding,
  query: None,
  body: None,
  returns: Finding,
})

export const writeFinding = endpoint({
  method: 'POST',
  path: '/findings',
  may: 'finding.write',
  summary: 'The auditor writes what was found at a step of a trail',
  params: None,
  query: None,
  body: z.object({
    kind: Kind,
    subject: named(Id, '环节', 'step'),
    found: named(Text(4, 2000), '发现的问题', 'what was found'),
    rule: named(Text(2, 300), '依据条款', 'rule'),
    severity: named(z.enum(SEVERITIES), '程度', 'severity'),
    remedy: named(Text(2, 1000), '整改要求', 'remedy asked'),
    dueOn: Due,
    forOrganisation: named(z.boolean(), '告知机构', 'for the provider'),
    asksCase: named(z.boolean(), '建议开立疑点处置单', 'ask for a case').default(false),
  }),
  returns: Finding,
})

export const answerFinding = endpoint({
  method: 'POST',
  path: '/findings/:findingId/answer',
  may: 'finding.answer',
  summary: 'The bureau says what was done about a finding',
  params: OfFinding,
  query: None,
  body: z.object({ said: named(Text(4, 2000), '整改情况', 'what was done') }),
  returns: Finding,
})

export const judgeFinding = endpoint({
  method: 'POST',
  path: '/findings/:findingId/judge',
  may: 'finding.write',
  summary: 'The auditor closes an answered finding with a conclusion, or asks again by a new day',
  params: OfFinding,
  query: None,
  body: z.object({
    outcome: named(z.enum(['closed', 'asked-again']), '结论', 'outcome'),
    said: named(Text(4, 2000), '结论或要求', 'conclusion or request'),
    dueOn: Due.nullable(),
  }),
  returns: Finding,
})

export const findingCaseGroup = endpoint({
  method: 'GET',
  path: '/findings/:findingId/case-group',
  may: 'case.open',
  summary: 'The class that the step of a finding is of, where its trail leads to one',
  params: OfFinding,
  query: None,
  body: None,
  returns: z.object({ group: z.object({ id: Id, title: SentenceShape }).nullable() }),
})

export const openCaseOfFinding = endpoint({
  method: 'POST',
  path: '/findings/:findingId/case',
  may: 'case.open',
  summary: 'Open a suspicion case because of a finding, once; the case names the finding, and the finding the case',
  params: OfFinding,
  query: None,
  body: z.object({ groupId: named(Id, '班级', 'class'), reason: named(Text(2, 400), '开立理由', 'reason') }),
  returns: z.object({ id: Id, number: z.string() }),
})

export const addFindingFile = endpoint({
  method: 'POST',
  path: '/findings/:findingId/files',
  may: 'finding.read',
  summary: 'Keep a paper (PNG, JPEG or PDF) of the newest step, by the side that took it; the same bytes are kept once',
  params: OfFinding,
  query: UploadQuery,
  body: None,
  upload: true,
  returns: z.object({ fileId: Id }),
})

export const openFindingFile = endpoint({
  method: 'POST',
  path: '/findings/:findingId/files/:fileId/open',
  may: 'finding.read',
  summary: 'A paper of a finding; every opening is recorded',
  params: OfFinding.extend({ fileId: named(Id, '材料', 'file') }),
  query: None,
  body: None,
  returns: z.unknown(),
  download: 'application/octet-stream',
})
