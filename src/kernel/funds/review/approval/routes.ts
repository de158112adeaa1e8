import { Problem } from '../../../../platform/contract/public.ts'
import { type ConstraintWords, type Route, route } from '../../../../platform/http/public.ts'
import { freezesOn } from '../../../integrity/public.ts'
import { listed } from '../../claims/shown.ts'
import { findClaim, listClaimsBy } from '../../claims/store.ts'
import { words as claimWords } from '../../claims/words.ts'
import { decidePaperApproval, recordPaperApproval, recordPaperConfirmation } from '../paper/recording.ts'
import { words as paperWords } from '../paper/words.ts'
import { REVIEWS } from '../rules.ts'
import {
  approvalSheet,
  decideApprovalOnPaper,
  lackingReviewer,
  recordApprovalOnPaper,
  recordConfirmationOnPaper,
} from './contract.ts'
import { sheetOf } from './sheet.ts'

export const approvalConstraintWords: ConstraintWords = {
  two_people_read_a_paper: paperWords.twoReaders,
  nobody_records_their_own_signature: paperWords.ownSignature,
  nobody_confirms_their_own_signature: paperWords.ownSignature,
  a_paper_is_decided_once: paperWords.nothingWaits,
}

const MOST_LACKING = 50

export function approvalRoutes(): Route[] {
  return [
    route(approvalSheet, async ({ tx, actor, params, now }) => {
      const claim = await findClaim(tx, params.claimId)
      if (!claim) throw new Problem('not-found', claimWords.claimMissing)
      return sheetOf(tx, claim, actor, now)
    }),

    route(lackingReviewer, async ({ tx }) => {
      const filter = { status: REVIEWS['second-review'].of, lacksReviewer: true }
      const rows = await listClaimsBy(tx, filter, { limit: MOST_LACKING, order: 'oldest' })
      const freezeOn = await freezesOn(tx, rows)
      return { items: rows.map((row) => listed(row, freezeOn(row))) }
    }),

    route(recordConfirmationOnPaper, async ({ tx, actor, params, body, now }) => {
      const given = { ...params, ...body, seenSha256: body.contentSha256, actor, now }
      return { status: await recordPaperConfirmation(tx, given) }
    }),

    route(recordApprovalOnPaper, async ({ tx, actor, params, body, now }) => {
      const { scanId, approverId, signedOn, minutesNumber, contentSha256: seenSha256 } = body
      await recordPaperApproval(tx, { ...params, scanId, approverId, signedOn, minutesNumber, seenSha256, actor, now })
      return {}
    }),

    route(decideApprovalOnPaper, async ({ tx, actor, params, body, now }) => {
      return { status: await decidePaperApproval(tx, { ...params, ...body, actor, now }) }
    }),
  ]
}
