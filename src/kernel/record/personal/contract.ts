import { z } from 'zod'
import { endpoint, None, SentenceShape } from '../../../platform/contract/public.ts'

const ColumnShape = z.object({
  column: z.string(),
  what: SentenceShape,
  how: SentenceShape,
  why: SentenceShape,
  basis: SentenceShape,
  until: SentenceShape,
  seen: SentenceShape,
})
export type ColumnShape = z.infer<typeof ColumnShape>

export const getPersonalRegister = endpoint({
  method: 'GET',
  path: '/personal-register',
  may: 'personal.register',
  summary: 'Every value about a person: what it is, why and until when it is kept, who sees it',
  params: None,
  query: None,
  body: None,
  returns: z.object({
    items: z.array(ColumnShape),
    /** The county has not said how long; what is shown are defaults to be verified. */
    placeholder: z.boolean(),
  }),
})

export const exportPersonalRegister = endpoint({
  method: 'GET',
  path: '/personal-register/file',
  may: 'personal.register',
  summary: 'The register of personal data as a workbook',
  params: None,
  query: None,
  body: None,
  returns: z.unknown(),
  download: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
})
