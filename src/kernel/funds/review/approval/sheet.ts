import type { Sentence } from '../../../../platform/contract/public.ts'
import type { Tx } from '../../../../platform/db/public.ts'
import type { Actor } from '../../../../platform/http/public.ts'
import { listWhoMay, whoOf } from '../../../access/public.ts'
import { listCasesOf, listLifts } from '../../../integrity/public.ts'
import { parametersOn } from '../../../policy/public.ts'
import { listScans } from '../../../record/public.ts'
import { civilDate, civilDateOf, fenToText } from '../../../values/public.ts'
import { findLine } from '../../budget/store.ts'
import { listClaimPeople } from '../../claims/people/store.ts'
import type { Claim } from '../../claims/store.ts'
import { findConfirmation } from '../confirmation-store.ts'
import { APPROVAL_FORM } from '../paper/rules.ts'
import { findPaperApproval } from '../paper/store.ts'
import { words as paperWords } from '../paper/words.ts'
import { REVIEWS } from '../rules.ts'
import { listReviews } from '../store.ts'
import type { ApprovalSheet } from './contract.ts'
import { actsAs, bandOf } from './rules.ts'
import { postsOf } from './words.ts'

/** Everything a leader sees on one page besides the claim itself. */
export async function sheetOf(tx: Tx, claim: Claim, actor: Actor, now: Date): Promise<ApprovalSheet> {
  const today = civilDateOf(now)
  const people = await listClaimPeople(tx, claim.id)
  const subjects = new Set([claim.groupId, ...people.map(({ subjectId }) => subjectId)])
  const lifts = (await listLifts(tx, claim.groupId, civilDate(today))).filter(({ subjectId }) =>
    subjects.has(subjectId),
  )
  const line = await findLine(tx, claim.lineId)
  const isCommitted = !['assembled', 'confirmed', 'first-passed', 'second-passed', 'returned'].includes(claim.status)
  const confirmation = await findConfirmation(tx, claim.id)
  const reviews = (await listReviews(tx, claim.id)).filter(({ outcome }) => outcome === 'passed')
  const band = bandOf(claim.amountFen, parametersOn(tx.district, today).get('approval.bands').value)
  const signers = (await listWhoMay(tx, REVIEWS.approval.may, today)).filter(({ roles }) => actsAs(band, roles))
  const paper = await findPaperApproval(tx, claim.id)
  const scans = await listScans(tx, [{ kind: 'claim', id: claim.id }])
  const waiting = paper && !paper.decision ? paper : undefined
  const who = await whoOf(tx, [
    ...reviews.map(({ accountId }) => accountId),
    ...signers.map(({ accountId }) => accountId),
    ...(confirmation ? [confirmation.accountId] : []),
    ...(waiting ? [waiting.accountId, waiting.approverAccount] : []),
  ])
  return {
    held: countedReasons(people.filter(({ standing }) => standing === 'held')),
    refused: countedReasons(people.filter(({ standing }) => standing === 'refused')),
    overrides: lifts.map(({ checkId, document, expiresOn }) => ({ checkId, document, until: expiresOn })),
    cases: await listCasesOf(tx, claim.groupId),
    committed: line
      ? {
          beforeFen: fenToText(isCommitted ? line.committedFen - claim.amountFen : line.committedFen),
          afterFen: fenToText(isCommitted ? line.committedFen : line.committedFen + claim.amountFen),
        }
      : null,
    confirmed:
      confirmation?.outcome === 'confirmed'
        ? {
            on: civilDateOf(confirmation.businessAt),
            onPaper: confirmation.way === 'paper',
            who: who(confirmation.accountId),
          }
        : null,
    proposals: reviews.flatMap(({ duty, accountId, businessAt, delegationId }) =>
      duty === 'initial-review' || duty === 'second-review'
        ? [{ duty, who: who(accountId), on: civilDateOf(businessAt), standingIn: delegationId != null }]
        : [],
    ),
    band: { posts: postsOf(band.roles), minutes: band.minutes },
    signers: signers.map(({ personId, accountId }) => ({ personId, ...who(accountId) })),
    scans: scans
      .filter(({ form, struck }) => form === APPROVAL_FORM && !struck)
      .map(({ id, fileName, businessAt }) => ({ id, fileName, on: civilDateOf(businessAt) }))
      .toReversed(),
    paper: waiting
      ? {
          who: who(waiting.approverAccount),
          signedOn: waiting.signedOn,
          minutesNumber: waiting.minutesNumber,
          scanId: waiting.scanId,
          by: who(waiting.accountId),
          mayNot: whyNotDecide(waiting, actor),
        }
      : null,
  }
}

function whyNotDecide(paper: { recordedBy: string; approverId: string }, actor: Actor): Sentence | null {
  if (paper.recordedBy === actor.personId) return paperWords.twoReaders
  return paper.approverId === actor.personId ? paperWords.ownSignature : null
}

/** Each reason with how many it stops, the commonest first; somebody stopped by two is counted with both. */
function countedReasons(
  people: readonly { readonly reasons: readonly { readonly id: string; readonly label: Sentence }[] }[],
): { label: Sentence; count: number }[] {
  const counted = new Map<string, { label: Sentence; count: number }>()
  for (const { reasons } of people)
    for (const [id, label] of new Map(reasons.map((reason) => [reason.id, reason.label])))
      counted.set(id, { label, count: (counted.get(id)?.count ?? 0) + 1 })
  return [...counted.values()].sort((a, b) => b.count - a.count)
}
