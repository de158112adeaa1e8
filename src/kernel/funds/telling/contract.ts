import { z } from 'zod'
import {
  CivilDateText,
  endpoint,
  Id,
  InstantText,
  named,
  None,
  SentenceShape,
} from '../../../platform/contract/public.ts'

const OfClaim = z.object({ claimId: named(Id, '申领单', 'claim') })
const Decision = named(Id, '人员', 'person')

/** What somebody held or refused is told, as it is shown and printed. */
export const Notice = z.object({
  decisionId: Id,
  position: z.int(),
  title: SentenceShape,
  to: SentenceShape,
  opening: z.array(SentenceShape),
  items: z.array(z.object({ stopped: SentenceShape, basis: SentenceShape, bring: SentenceShape })),
  closing: z.array(SentenceShape),
  given: SentenceShape,
})
export type Notice = z.infer<typeof Notice>

export const claimNotices = endpoint({
  method: 'GET',
  path: '/claims/:claimId/notices',
  may: 'claim.read',
  summary: 'What everybody held or refused on a claim is told: what stopped, by which clause, what to bring, by when',
  params: OfClaim,
  query: z.object({ person: Decision.optional() }),
  body: None,
  returns: z.object({
    number: z.string(),
    until: CivilDateText,
    notices: z.array(Notice),
    lastPrintedAt: InstantText.nullable(),
  }),
})

export const recordNoticesPrinted = endpoint({
  method: 'POST',
  path: '/claims/:claimId/notices/printed',
  may: 'claim.tell',
  summary: 'Record that notices of a claim were printed, and whose',
  params: OfClaim,
  query: None,
  body: z.object({ people: named(z.array(Decision).min(1).max(2000), '人员', 'people') }),
  returns: z.object({ printed: z.int() }),
})
