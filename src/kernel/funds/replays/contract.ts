import { z } from 'zod'
import { endpoint, Id, named, None, SentenceShape } from '../../../platform/contract/public.ts'
import { ClaimParams } from '../claims/contract.ts'

const OnePerson = ClaimParams.extend({ decisionId: named(Id, '人员', 'person') })

/** What deciding again from what was kept came to, beside what was decided. */
export const Replay = z.object({
  same: z.boolean(),
  lines: z.array(
    z.object({ id: z.enum(['hash', 'pack', 'answer', 'amount', 'trace']), same: z.boolean(), sentence: SentenceShape }),
  ),
  /** One or two facts which, had they been so, would have made the answer yes, each in a sentence. */
  wouldBe: z.array(SentenceShape),
  /** The payments made on the decision. */
  references: z.array(z.string()),
})
export type Replay = z.infer<typeof Replay>

export const replayDecision = endpoint({
  method: 'GET',
  path: '/claims/:claimId/people/:decisionId/replay',
  may: 'claim.read',
  summary: 'Decide again from the kept version of the policy and the kept facts, and compare with what was decided',
  params: OnePerson,
  query: None,
  body: None,
  returns: Replay,
})

/** A POST, because it hands out what is known of a person and that is written down. */
export const takeDecisionFile = endpoint({
  method: 'POST',
  path: '/claims/:claimId/people/:decisionId/file',
  may: 'timeline.person',
  summary:
    'A decision with its policy and facts as one file that is replayed without this system; taking it is recorded',
  params: OnePerson,
  query: None,
  body: None,
  returns: z.unknown(),
  download: 'application/json',
  fresh: true,
  quota: 'export',
})
