import { z } from 'zod'
import { CivilDateText, endpoint, Id, named, None, SentenceShape } from '../../../platform/contract/public.ts'
import { OfProvider } from '../agreements/contract.ts'

/** Where a paper stands on the district's business date. */
export const DocumentState = z.enum(['valid', 'expiring', 'expired', 'not-yet', 'withdrawn'])
export type DocumentState = z.infer<typeof DocumentState>

/** A provider's paper that expires. */
export const ProviderDocument = z.object({
  id: Id,
  kind: z.object({ code: z.string(), label: SentenceShape }),
  /** The site it is for; null when it is for the provider as a whole. */
  site: z.object({ id: Id, name: z.string() }).nullable(),
  number: z.string(),
  validFrom: CivilDateText,
  validTo: CivilDateText,
  state: DocumentState,
  withdrawnReason: z.string().nullable(),
})
export type ProviderDocument = z.infer<typeof ProviderDocument>

/** A kind of paper the county asks for, of the provider or of each site. */
export const DocumentKind = z.object({ code: z.string(), label: SentenceShape, ofSite: z.boolean() })
export type DocumentKind = z.infer<typeof DocumentKind>

export const listDocuments = endpoint({
  method: 'GET',
  path: '/training/providers/:organisationId/documents',
  may: 'agreement.read',
  summary: 'A provider’s licences and certificates, newest first, and the kinds the county asks for',
  params: OfProvider,
  query: None,
  body: None,
  returns: z.object({
    kinds: z.array(DocumentKind),
    documents: z.array(ProviderDocument),
    /** What the county asks for and nothing valid is on file for today. */
    missing: z.array(SentenceShape),
  }),
})

export const fileDocument = endpoint({
  method: 'POST',
  path: '/training/providers/:organisationId/documents',
  may: 'agreement.write',
  summary: 'File a provider’s paper with its number and dates',
  params: OfProvider,
  query: None,
  body: z.object({
    kind: named(z.string().max(60), '证照种类', 'kind of paper'),
    siteId: named(Id, '培训地点', 'site').nullable(),
    number: named(z.string().trim().min(1).max(100), '编号', 'number'),
    validFrom: named(CivilDateText, '起始日期', 'first day'),
    validTo: named(CivilDateText, '截止日期', 'last day'),
  }),
  returns: z.object({ id: Id }),
})

export const withdrawDocument = endpoint({
  method: 'POST',
  path: '/training/documents/:documentId/withdraw',
  may: 'agreement.write',
  summary: 'Withdraw a paper that was filed by mistake; it stays on record and counts no more',
  params: z.object({ documentId: named(Id, '证照', 'paper') }),
  query: None,
  body: z.object({ reason: named(z.string().trim().min(1).max(200), '理由', 'reason') }),
  returns: z.object({ id: Id }),
})
