import { Problem, type Sentence } from '../../../platform/contract/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import { parametersOn } from '../../policy/public.ts'
import type { District } from '../../reference/public.ts'
import { addDays, civilDateOf, fenToText, maskName } from '../../values/public.ts'
import { listPaymentsById, type PaymentRow } from '../batches/payment-store.ts'
import { doersOf } from '../batches/showing.ts'
import { type ClaimLine, listClaimLinesById } from '../claims/people/store.ts'
import { type Claim, listClaimsById } from '../claims/store.ts'
import { dutyRefusals } from '../duties/ask.ts'
import { listReachedAt } from '../status/store.ts'
import type { Recovery, RecoveryDetail } from './contract.ts'
import { recoveryNotice } from './rules.ts'
import { findRecoveryDecision, listDecidedAt, listReceipts, type RecoveryRow } from './store.ts'
import { words } from './words.ts'

export type Paid = { readonly payment: PaymentRow; readonly line: ClaimLine; readonly claim: Claim }

/** Payments with the claims they came from, by payment: however many, three statements. */
export async function listPaid(tx: Tx, paymentIds: readonly string[]): Promise<Map<string, Paid>> {
  const payments = [...(await listPaymentsById(tx, paymentIds)).values()]
  const lines = await listClaimLinesById(
    tx,
    payments.map(({ claimLineId }) => claimLineId),
  )
  const claims = await listClaimsById(
    tx,
    [...lines.values()].map(({ claimId }) => claimId),
  )
  return new Map(
    payments.flatMap((payment) => {
      const line = lines.get(payment.claimLineId)
      const claim = line && claims.get(line.claimId)
      return line && claim ? [[payment.id, { payment, line, claim }] as const] : []
    }),
  )
}

/** The payment of a recovery with the claim it came from. */
export async function paidOf(tx: Tx, paymentId: string): Promise<Paid> {
  const paid = (await listPaid(tx, [paymentId])).get(paymentId)
  if (!paid) throw new Problem('not-found', words.paymentMissing)
  return paid
}

/** Recoveries as a list shows them. */
export async function showRecoveries(tx: Tx, rows: readonly RecoveryRow[]): Promise<Recovery[]> {
  const paid = await listPaid(
    tx,
    rows.map(({ paymentId }) => paymentId),
  )
  return rows.map((row) => shownRecovery(row, paidIn(paid, row)))
}

function paidIn(paid: ReadonlyMap<string, Paid>, { id, paymentId }: RecoveryRow): Paid {
  const found = paid.get(paymentId)
  if (!found) throw new Error(`recovery ${id} is of a payment that does not exist`)
  return found
}

function shownRecovery(row: RecoveryRow, { payment, claim }: Paid): Recovery {
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

/** What each person is told of an ordered recovery, by recovery; nothing before. */
export async function noticesOf(
  tx: Tx,
  rows: readonly RecoveryRow[],
  { now, district }: Told,
): Promise<Map<string, Sentence[]>> {
  const ordered = rows.filter(({ status }) => status !== 'proposed' && status !== 'declined')
  const paymentIds = ordered.map(({ paymentId }) => paymentId)
  const paid = await listPaid(tx, paymentIds)
  const paidAt = await listReachedAt(tx, paymentIds, 'paid')
  const decidedAt = await listDecidedAt(
    tx,
    ordered.map(({ id }) => id),
  )
  const today = civilDateOf(now)
  const parameters = parametersOn(tx.district, today)
  return new Map(
    ordered.map((row) => {
      const { payment, line, claim } = paidIn(paid, row)
      const notice = recoveryNotice({
        maskedName: maskName(payment.payeeName),
        position: line.position,
        scheme: claim.schemeTitle,
        group: claim.title,
        paidOn: civilDateOf(paidAt.get(payment.id) ?? row.businessAt),
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
        until: addDays(
          civilDateOf(decidedAt.get(row.id) ?? row.businessAt),
          parameters.get('telling.answerDays').value,
        ),
      })
      return [row.id, [...notice]]
    }),
  )
}

export async function showRecoveryDetail(
  tx: Tx,
  row: RecoveryRow,
  reader: { readonly personId: string } & Told,
): Promise<RecoveryDetail> {
  const decision = await findRecoveryDecision(tx, row.id)
  const receipts = await listReceipts(tx, { recoveryId: row.id })
  const paid = await paidOf(tx, row.paymentId)
  const proposer = { personId: row.proposedBy, accountId: row.accountId }
  const who = await doersOf(tx, [
    proposer,
    ...(decision ? [{ personId: decision.decidedBy, accountId: decision.accountId }] : []),
    ...receipts.map((each) => ({ personId: each.enteredBy, accountId: each.accountId })),
  ])
  const own = row.proposedBy === reader.personId ? words.ownProposal : null
  const [refused] = await dutyRefusals(tx, [paid.claim.id], { duty: 'recovery.confirm', ...reader })
  return {
    recovery: shownRecovery(row, paid),
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
    notice: (await noticesOf(tx, [row], reader)).get(row.id) ?? [],
    mayNotDecide: row.status === 'proposed' ? (own ?? refused?.sentence ?? null) : null,
  }
}
