import type { Sentence } from '../../../platform/contract/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import { whoOf } from '../../access/public.ts'
import { listBankAccounts } from '../../people/public.ts'
import type { Trail, TrailStep } from '../../record/public.ts'
import { civilDateOf, clockTimeOf, formatYuan } from '../../values/public.ts'
import { listPaymentsOfClaimLine } from '../batches/payment-store.ts'
import { findBatch, listSignatures } from '../batches/store.ts'
import { trailWords } from '../batches/trail-words.ts'
import { claimLink } from '../claims/claim-link.ts'
import { findClaimLine } from '../claims/people/store.ts'
import { findClaim } from '../claims/store.ts'
import { HAND_WORDS } from '../duties/words.ts'
import { listHoldsOn } from '../holds/store.ts'
import { listCorrections } from '../payees/store.ts'
import { findNoticeOfClaim, listObjections } from '../public-notices/store.ts'
import { objectionLink } from '../public-notices/trail.ts'
import { words as noticeWords } from '../public-notices/words.ts'
import { findConfirmation } from '../review/confirmation-store.ts'
import { listDraws } from '../review/draws/store.ts'
import { listReviews } from '../review/store.ts'
import { findBatchOfSignature, findClaimOfAct, findClaimOfHold, findLineOfCorrection } from './store.ts'
import { words } from './words.ts'

const plain = (text: string): Sentence => ({ zh: text, en: text })
const instant = (at: Date) => plain(`${civilDateOf(at)} ${clockTimeOf(at)}`)
const hex = (bytes: Buffer) => plain(bytes.toString('hex'))

/** Nobody of an organisation reads which official did what. */
const BUREAU_ONLY = { organisationId: null }

type Described = (TrailStep & { organisationId: string | null }) | undefined

async function named(tx: Tx, accountIds: readonly string[]): Promise<(accountId: string) => Sentence> {
  const who = await whoOf(tx, accountIds)
  return (accountId) => {
    const { name, post } = who(accountId)
    return { zh: `${post.zh} ${name}`, en: `${post.en} ${name}` }
  }
}

/** A review or an approval: who, when, on exactly which content, with what outcome. */
async function describeReview(tx: Tx, id: string): Promise<Described> {
  const claimId = await findClaimOfAct(tx, 'claim-review', id)
  const claim = claimId && (await findClaim(tx, claimId))
  const review = claimId && (await listReviews(tx, claimId)).find((each) => each.id === id)
  if (!claim || !review) return undefined
  const by = await named(tx, [review.accountId])
  return {
    ...BUREAU_ONLY,
    kind: 'claim-review',
    id,
    title: words.act(HAND_WORDS[review.duty], claim.number),
    says: [
      { label: words.by, value: by(review.accountId) },
      { label: words.at, value: instant(review.businessAt) },
      { label: words.outcome, value: words[review.outcome] },
      ...review.reasons.map((reason) => ({ label: words.reason, value: plain(reason) })),
      ...(review.minutesNumber ? [{ label: words.minutes, value: plain(review.minutesNumber) }] : []),
      { label: words.content, value: hex(review.contentSha256) },
    ],
    restsOn: review.drawId
      ? [{ kind: 'review-draw', id: review.drawId, title: words.act(words.draw, claim.number) }]
      : [],
    leadsTo: [claimLink(claim)],
  }
}

/** What the provider said of its claim. */
async function describeConfirmation(tx: Tx, id: string): Promise<Described> {
  const claimId = await findClaimOfAct(tx, 'claim-confirmation', id)
  const claim = claimId && (await findClaim(tx, claimId))
  const confirmation = claimId && (await findConfirmation(tx, claimId))
  if (!claim || !confirmation) return undefined
  return {
    organisationId: claim.organisationId,
    kind: 'claim-confirmation',
    id,
    title: words.act(HAND_WORDS.confirmation, claim.number),
    says: [
      { label: words.by, value: plain(claim.organisationName) },
      { label: words.at, value: instant(confirmation.businessAt) },
      { label: words.outcome, value: words[confirmation.outcome] },
      ...(confirmation.way === 'paper' ? [{ label: words.outcome, value: words.onPaper }] : []),
      ...confirmation.reasons.map((reason) => ({ label: words.reason, value: plain(reason) })),
      { label: words.content, value: hex(confirmation.contentSha256) },
    ],
    restsOn: [],
    leadsTo: [claimLink(claim)],
  }
}

/** How it was found who gives the second review; with the seed and the candidates it can be drawn again. */
async function describeDraw(tx: Tx, id: string): Promise<Described> {
  const claimId = await findClaimOfAct(tx, 'review-draw', id)
  const claim = claimId && (await findClaim(tx, claimId))
  const draw = claimId && (await listDraws(tx, claimId)).find((each) => each.id === id)
  if (!claim || !draw) return undefined
  const { chosen, candidates, excluded } = draw
  const accounts = [...(chosen ? [chosen] : []), ...(draw.by ? [draw.by] : []), ...candidates, ...excluded]
  const by = await named(
    tx,
    accounts.map(({ accountId }) => accountId),
  )
  const reviews = (await listReviews(tx, claim.id)).filter((review) => review.drawId === id)
  return {
    ...BUREAU_ONLY,
    kind: 'review-draw',
    id,
    title: words.act(words.draw, claim.number),
    says: [
      { label: words.outcome, value: words.ways[draw.way] },
      { label: words.at, value: instant(draw.businessAt) },
      ...(chosen ? [{ label: words.chosen, value: by(chosen.accountId) }] : []),
      ...candidates.map(({ accountId }) => ({ label: words.candidates, value: by(accountId) })),
      ...excluded.map(({ accountId, why }) => {
        const name = by(accountId)
        return { label: words.excluded, value: { zh: `${name.zh}:${why.zh}`, en: `${name.en}: ${why.en}` } }
      }),
      ...(draw.seed ? [{ label: words.seed, value: plain(draw.seed) }] : []),
      ...(draw.reason ? [{ label: words.reason, value: plain(draw.reason) }] : []),
      ...(draw.by ? [{ label: words.by, value: by(draw.by.accountId) }] : []),
    ],
    restsOn: [],
    leadsTo: [
      claimLink(claim),
      ...reviews.map((review) => ({
        kind: 'claim-review',
        id: review.id,
        title: words.act(HAND_WORDS[review.duty], claim.number),
      })),
    ],
  }
}

/** One signature under a batch: it binds the frozen content by its hash. */
async function describeSignature(tx: Tx, id: string): Promise<Described> {
  const batchId = await findBatchOfSignature(tx, id)
  const batch = batchId && (await findBatch(tx, batchId))
  const signature = batchId && (await listSignatures(tx, batchId)).find((each) => each.id === id)
  if (!batch || !signature) return undefined
  const by = await named(tx, [signature.accountId])
  return {
    ...BUREAU_ONLY,
    kind: 'signature',
    id,
    title: words.act(words.signature(signature.nth), batch.number),
    says: [
      { label: words.by, value: by(signature.accountId) },
      { label: words.at, value: instant(signature.businessAt) },
      { label: words.signed, value: hex(signature.contentSha256) },
    ],
    restsOn: [],
    leadsTo: [{ kind: 'batch', id: batch.id, title: trailWords.batch(batch.number) }],
  }
}

/** Another account of the same person, by two people: it rests on the payment that came back, and later payments go there. */
async function describeCorrection(tx: Tx, id: string): Promise<Described> {
  const lineId = await findLineOfCorrection(tx, id)
  const line = lineId && (await findClaimLine(tx, lineId))
  const claim = line && (await findClaim(tx, line.claimId))
  const correction = lineId && (await listCorrections(tx, [lineId])).get(lineId)?.find((each) => each.id === id)
  if (!line || !claim || !correction) return undefined
  const { decision, outcome, formerAccountId, bankAccountId, paymentId } = correction
  const accounts = await listBankAccounts(tx, [formerAccountId, bankAccountId])
  const account = (accountId: string): Sentence => {
    const found = accounts.get(accountId)
    return found ? plain(`${found.bankName} ****${found.tail}`) : plain('')
  }
  const by = await named(tx, [correction.accountId, ...(decision ? [decision.accountId] : [])])
  const payments = await listPaymentsOfClaimLine(tx, line.id)
  const former = payments.find((payment) => payment.id === paymentId)
  return {
    ...BUREAU_ONLY,
    kind: 'account-correction',
    id,
    title: words.act(words.correction, `${claim.number} · ${line.position}`),
    says: [
      { label: words.from, value: account(formerAccountId) },
      { label: words.to, value: account(bankAccountId) },
      { label: words.reason, value: plain(correction.reason) },
      { label: words.evidence, value: plain(correction.evidence) },
      { label: words.proposedBy, value: by(correction.accountId) },
      { label: words.at, value: instant(correction.businessAt) },
      ...(decision && outcome
        ? [
            { label: words.outcome, value: words[outcome] },
            { label: words.decidedBy, value: by(decision.accountId) },
          ]
        : [{ label: words.outcome, value: words.waits }]),
    ],
    restsOn: [
      { kind: 'claim-line', id: line.id, title: trailWords.claimLine(claim.number, line.position) },
      ...(former ? [{ kind: 'payment', id: former.id, title: trailWords.payment(former.reference) }] : []),
    ],
    leadsTo: payments
      .filter(({ replacesId }) => outcome === 'confirmed' && replacesId !== null && replacesId === paymentId)
      .map(({ id: at, reference }) => ({ kind: 'payment', id: at, title: trailWords.payment(reference) })),
  }
}

/** A line that an objection keeps from being paid, until its case is concluded. */
async function describeHold(tx: Tx, id: string): Promise<Described> {
  const claimId = await findClaimOfHold(tx, id)
  const claim = claimId && (await findClaim(tx, claimId))
  const hold = claimId && (await listHoldsOn(tx, [claimId])).find((each) => each.id === id)
  const line = hold && (await findClaimLine(tx, hold.claimLineId))
  if (!claim || !hold || !line) return undefined
  const notice = await findNoticeOfClaim(tx, claim.id)
  const objections = notice
    ? (await listObjections(tx, notice.id)).filter((objection) => objection.holdId === hold.id)
    : []
  return {
    ...BUREAU_ONLY,
    kind: 'line-hold',
    id,
    title: words.act(words.hold, `${claim.number} · ${line.position}`),
    says: [
      { label: words.outcome, value: words.holdStatus[hold.status] },
      { label: words.at, value: instant(hold.heldAt) },
      { label: words.amount, value: plain(formatYuan(hold.amountFen)) },
    ],
    restsOn: [
      { kind: 'claim-line', id: line.id, title: trailWords.claimLine(claim.number, line.position) },
      { kind: 'suspicion-case', id: hold.caseId, title: noticeWords.openCase },
      ...objections.map(objectionLink),
      ...(notice
        ? [
            {
              kind: 'public-notice',
              id: notice.id,
              title: words.act(noticeWords.notice, notice.number),
            },
          ]
        : []),
    ],
    // Whom two people dropped gives their money back to the line it was committed on.
    leadsTo: hold.status === 'dropped' ? [{ kind: 'budget-line', id: claim.lineId, title: words.backToLine }] : [],
  }
}

/** What people did on the way of a yuan, each act a step of its own. */
export const actTrails: readonly Trail[] = [
  { kind: 'claim-review', describe: describeReview },
  { kind: 'claim-confirmation', describe: describeConfirmation },
  { kind: 'review-draw', describe: describeDraw },
  { kind: 'signature', describe: describeSignature },
  { kind: 'account-correction', describe: describeCorrection },
  { kind: 'line-hold', describe: describeHold },
]
