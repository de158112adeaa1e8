import { z } from 'zod'
import {
  CivilDateText,
  endpoint,
  FenText,
  Id,
  named,
  None,
  SentenceShape,
} from '../../../../platform/contract/public.ts'
import { ClaimParams, ListedClaim } from '../../claims/contract.ts'
import { MinutesNumber, Reviewed, SeenContent } from '../contract.ts'

const Who = z.object({ name: z.string(), post: SentenceShape })
const Counted = z.object({ label: SentenceShape, count: z.number().int() })

/** What the approval page tells besides the claim itself. */
export const ApprovalSheet = z.object({
  /** Why people are held or refused, each reason with how many. */
  held: z.array(Counted),
  refused: z.array(Counted),
  overrides: z.array(z.object({ checkId: z.string(), document: z.string(), until: CivilDateText })),
  cases: z.array(z.object({ id: Id, number: z.string(), open: z.boolean() })),
  committed: z.object({ beforeFen: FenText, afterFen: FenText }).nullable(),
  /** Who said so here, or recorded the paper. */
  confirmed: z.object({ on: CivilDateText, onPaper: z.boolean(), who: Who }).nullable(),
  proposals: z.array(
    z.object({
      duty: z.enum(['initial-review', 'second-review']),
      who: Who,
      on: CivilDateText,
      standingIn: z.boolean(),
    }),
  ),
  band: z.object({ posts: SentenceShape, minutes: z.boolean() }),
  /** Who may have signed it on paper. */
  signers: z.array(Who.extend({ personId: Id })),
  /** Scans of the signed form that stand with the claim's papers, the newest first: an approval is recorded by one. */
  scans: z.array(z.object({ id: Id, fileName: z.string(), on: CivilDateText })),
  /** An approval on paper that waits to be confirmed by another person. */
  paper: z
    .object({
      who: Who,
      signedOn: CivilDateText,
      minutesNumber: z.string().nullable(),
      scanId: Id,
      by: Who,
      mayNot: SentenceShape.nullable(),
    })
    .nullable(),
})
export type ApprovalSheet = z.infer<typeof ApprovalSheet>

export const approvalSheet = endpoint({
  method: 'GET',
  path: '/claims/:claimId/approval-sheet',
  may: 'budget.read',
  summary: 'What a leader looks at before approving: doubts, exceptions, money, who proposes it',
  params: ClaimParams,
  query: None,
  body: None,
  returns: ApprovalSheet,
})

export const lackingReviewer = endpoint({
  method: 'GET',
  path: '/claims/lacking-reviewer',
  may: 'claim.name-reviewer',
  summary: 'Claims for whose second review nobody could be drawn, the oldest first',
  params: None,
  query: None,
  body: None,
  returns: z.object({ items: z.array(ListedClaim) }),
})

const OnPaper = { scanId: named(Id, '扫描件', 'scan'), contentSha256: SeenContent }

export const recordConfirmationOnPaper = endpoint({
  method: 'POST',
  path: '/claims/:claimId/confirmation/on-paper',
  may: 'claim.record-paper',
  summary: 'Record that the provider confirmed its claim on sealed paper, with the scan and why it was not done here',
  params: ClaimParams,
  query: None,
  body: z.object({ ...OnPaper, reason: named(z.string().trim().min(2).max(200), '为什么用纸', 'why on paper') }),
  returns: Reviewed,
})

export const recordApprovalOnPaper = endpoint({
  method: 'POST',
  path: '/claims/:claimId/approval/on-paper',
  may: 'claim.record-paper',
  summary: 'Write down what a signed approval sheet says; another person confirms it',
  params: ClaimParams,
  query: None,
  body: z.object({
    ...OnPaper,
    approverId: named(Id, '签批人', 'who signed'),
    signedOn: named(CivilDateText, '签批日期', 'signed on'),
    minutesNumber: MinutesNumber.optional(),
  }),
  returns: z.object({}),
})

export const decideApprovalOnPaper = endpoint({
  method: 'POST',
  path: '/claims/:claimId/approval/on-paper/decision',
  may: 'claim.record-paper',
  summary:
    'Say whether the scan of a signed approval sheet says what was written down; where it does, the claim is approved',
  params: ClaimParams,
  query: None,
  body: z.object({
    verdict: named(z.enum(['confirmed', 'declined']), '核对结果', 'verdict'),
    reason: named(z.string().trim().max(500), '说明', 'remark').default(''),
  }),
  returns: Reviewed,
})
