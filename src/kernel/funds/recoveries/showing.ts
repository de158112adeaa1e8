import { Problem, type Sentence } from '../../../platform/contract/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import { parametersOn } from '../../policy/public.ts'
import type { District } from '../../reference/public.ts'
import { addDays, civilDateOf, fenToText, maskName } from '../../values/public.ts'
import { findPayment } from '../batches/payment-store.ts'
import { doersOf } from '../batches/showing.ts'
import { findClaimLine } from '../claims/people/store.ts'
import { findClaim } from '../claims/store.ts'
import { dutyRefusals } from '../duties/ask.ts'
import { listStatusEvents } from '../status/store.ts'
import type { Recovery, RecoveryDetail } from './contract.ts'
import { recoveryNotice } from './rules.ts'
import { findRecoveryDecision, listReceipts, type RecoveryRow } from './store.ts'
import { words } from './words.ts'

/** The payment of a recovery with the claim it came from. */
export async function paidOf(tx: Tx, paymentId: string) {
  const payment = await findPayment(tx, paymentId)
  const line = payment && (await findClaimLine(tx, payment.claimLineId))
  const claim = line && (await findClaim(tx, line.claimId))
  if (!payment || !line || !claim) throw new Problem('not-found', words.paymentMissing)
  return { payment, line, claim }
}

export async function showRecovery(tx: Tx, row: RecoveryRow): Promise<Recovery> {
  const { payment, claim } = await paidOf(tx, row.paymentId)
  return {
    id: row.id,
    paymentId: payment.id,
    reference: payment.reference,
    claimId: claim.id,
    claimNumber: claim.number,
    name: maskName(payment.payeeName),
    paidFen: fenToText(payment.amountFen),
    amountFen: fenToText(row.amountFen),
    receivedFen: fenToText(row.receivedFen),
    status: row.status,
    reason: row.reason,
    document: row.document,
    proposedOn: civilDateOf(row.businessAt),
  }
}

type Told = { readonly now: Date; readonly district: District }

/** What the person is told of an ordered recovery; nothing before. */
export async function noticeOf(tx: Tx, row: RecoveryRow, { now, district }: Told): Promise<Sentence[]> {
  if (row.status === 'proposed' || row.status === 'declined') return []
  const { payment, line, claim } = await paidOf(tx, row.paymentId)
  const today = civilDateOf(now)
  const parameters = parametersOn(tx.district, today)
  const paid = (await listStatusEvents(tx, payment.id)).findLast(({ to }) => to === 'paid')
  const decided = await findRecoveryDecision(tx, row.id)
  return [
    ...recoveryNotice({
      maskedName: maskName(payment.payeeName),
      position: line.position,
      scheme: claim.schemeTitle,
      group: claim.title,
      paidOn: civilDateOf(paid?.businessAt ?? row.businessAt),
      paidFen: payment.amountFen,
      amountFen: row.amountFen,
      receivedFen: row.receivedFen,
      document: row.document,
      office: {
        bureau: { zh: district.bureauZh, en: district.bureauEn },
        place: parameters.get('telling.place').value,
        phone: district.consultationPhone,
      },
      today,
      until: addDays(civilDateOf(decided?.businessAt ?? row.businessAt), parameters.get('telling.answerDays').value),
    }),
  ]
}

export async function showRecoveryDetail(
  tx: Tx,
  row: RecoveryRow,
  reader: { readonly personId: string } & Told,
): Promise<RecoveryDetail> {
  const decision = await findRecoveryDecision(tx, row.id)
  const receipts = await listReceipts(tx, { recoveryId: row.id })
  const { claim } = await paidOf(tx, row.paymentId)
  const proposer = { personId: row.proposedBy, accountId: row.accountId }
  const who = await doersOf(tx, [
    proposer,
    ...(decision ? [{ personId: decision.decidedBy, accountId: decision.accountId }] : []),
    ...receipts.map((each) => ({ personId: each.enteredBy, accountId: each.accountId })),
  ])
  const own = row.proposedBy === reader.personId ? words.ownProposal : null
  const [refused] = await dutyRefusals(tx, [claim.id], { duty: 'recovery.confirm', ...reader })
  return {
    recovery: await showRecovery(tx, row),
    by: who(proposer),
    at: row.businessAt.toISOString(),
    decision: decision
      ? {
          outcome: decision.outcome,
          reason: decision.reason,
          by: who({ personId: decision.decidedBy, accountId: decision.accountId }),
          at: decision.businessAt.toISOString(),
        }
      : null,
    receipts: receipts.map((each) => ({
      id: each.id,
      amountFen: fenToText(each.amountFen),
      voucher: each.voucher,
      receivedOn: each.receivedOn,
      by: who({ personId: each.enteredBy, accountId: each.accountId }),
      at: each.businessAt.toISOString(),
    })),
    notice: await noticeOf(tx, row, reader),
    mayNotDecide: row.status === 'proposed' ? (own ?? refused?.sentence ?? null) : null,
  }
}
