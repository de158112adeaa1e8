import { z } from 'zod'
import {
  CivilDateText,
  endpoint,
  Id,
  InstantText,
  named,
  None,
  SentenceShape,
  UploadQuery,
} from '../../../platform/contract/public.ts'

const Kind = named(z.string().regex(/^[a-z-]{2,40}$/), '记录的种类', 'kind of record')
const FormId = named(z.string().regex(/^[a-z-]{2,40}$/), '表格', 'form')
const OfSubject = z.object({ kind: Kind, subjectId: named(Id, '记录', 'record') })
const OneScan = z.object({ scanId: named(Id, '扫描件', 'scan') })

const FormShown = z.object({
  form: z.string(),
  title: SentenceShape,
  /** Whether this person may print it with numbers in full. */
  full: z.boolean(),
  lastPrintedAt: InstantText.nullable(),
  scans: z.int(),
})

export const ScanShown = z.object({
  id: Id,
  form: z.string().nullable(),
  title: SentenceShape,
  fileName: z.string(),
  mediaType: z.string(),
  sizeBytes: z.int(),
  sha256: z.string(),
  /** The code on the paper, and whether the record still reads so; null where no code was given. */
  paper: z.object({ code: z.string(), current: z.boolean() }).nullable(),
  byBureau: z.boolean(),
  at: InstantText,
  struck: z.object({ reason: z.string(), at: InstantText }).nullable(),
  /** What rests on it, so that nobody strikes it out. */
  restsOn: SentenceShape.nullable(),
  mayStrike: z.boolean(),
})
export type ScanShown = z.infer<typeof ScanShown>

export const PapersOf = z.object({ forms: z.array(FormShown), scans: z.array(ScanShown) })
export type PapersOf = z.infer<typeof PapersOf>

export const papersOf = endpoint({
  method: 'GET',
  path: '/papers/of/:kind/:subjectId',
  may: 'signed-in',
  summary: 'The forms of a record that can be printed, and the scans of their sealed copies',
  params: OfSubject,
  query: None,
  body: None,
  returns: PapersOf,
})

/** A POST, because it gives the paper its code and is recorded. */
export const printPaper = endpoint({
  method: 'POST',
  path: '/papers/of/:kind/:subjectId/forms/:form/print',
  may: 'signed-in',
  summary: 'Give a form of a record its code and record that it is printed; answers the address of its pages',
  params: OfSubject.extend({ form: FormId }),
  query: None,
  body: z.object({
    full: named(z.boolean(), '完整号码', 'numbers in full').default(false),
    reason: named(z.string().trim().max(500), '用途', 'what for').default(''),
    part: named(z.union([z.literal(''), Id]), '人员', 'person').default(''),
  }),
  returns: z.object({ address: z.string(), code: z.string(), pages: z.int() }),
  quota: 'reveal',
  quotaIf: 'full',
})

export const attachScan = endpoint({
  method: 'POST',
  path: '/papers/of/:kind/:subjectId/scans',
  may: 'paper.attach',
  summary: 'Attach the scan of a signed and sealed paper (PDF, JPEG or PNG) to its record',
  params: OfSubject,
  query: UploadQuery.extend({
    form: FormId.optional(),
    title: named(z.string().trim().max(100), '材料名称', 'name').optional(),
    code: named(z.string().trim().max(20), '纸上的编号', 'code on the paper').optional(),
  }),
  body: None,
  returns: z.object({ scanId: Id }),
  upload: true,
})

/** A POST, because each opening is recorded. */
export const openScan = endpoint({
  method: 'POST',
  path: '/papers/scans/:scanId/open',
  may: 'signed-in',
  summary: 'A scan; each opening is recorded',
  params: OneScan,
  query: None,
  body: None,
  returns: z.unknown(),
  download: 'application/octet-stream',
})

export const strikeScan = endpoint({
  method: 'POST',
  path: '/papers/scans/:scanId/strike',
  may: 'paper.attach',
  summary: 'Strike out a scan that was a mistake; it stays, with the reason',
  params: OneScan,
  query: None,
  body: z.object({ reason: named(z.string().trim().min(2).max(500), '原因', 'reason') }),
  returns: z.object({ scanId: Id }),
})

export const paperByCode = endpoint({
  method: 'GET',
  path: '/papers/codes/:code',
  may: 'signed-in',
  summary: 'The record that a printed paper is of, by the code under its QR',
  params: z.object({ code: named(z.string().max(20), '纸上的编号', 'code on the paper') }),
  query: None,
  body: None,
  returns: z.object({
    code: z.string(),
    title: SentenceShape,
    subject: SentenceShape,
    page: z.string(),
    firstPrintedOn: CivilDateText,
    /** Whether the record still reads as the paper does. */
    current: z.boolean(),
  }),
})
