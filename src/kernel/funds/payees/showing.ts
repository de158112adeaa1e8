import { Problem } from '../../../platform/contract/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import { listBankAccounts } from '../../people/public.ts'
import { parametersOn } from '../../policy/public.ts'
import { type CivilDate, civilDateOf, daysBetween, fenToText, maskName } from '../../values/public.ts'
import { listPaymentsOfClaimLine, listReturnReasons } from '../batches/payment-store.ts'
import { notWithdrawn } from '../batches/rules.ts'
import { doersOf } from '../batches/showing.ts'
import { listBatchesById } from '../batches/store.ts'
import { findClaimLine } from '../claims/people/store.ts'
import { findClaim } from '../claims/store.ts'
import { dutyRefusals } from '../duties/ask.ts'
import { listRecoveriesOf } from '../recoveries/store.ts'
import type { Payee, ReturnedPayment } from './contract.ts'
import { accountOf, dueOn, openCorrection, stateOfReturned, whyNotCorrected } from './rules.ts'
import { listCorrections, type ReturnedRow } from './store.ts'
import { words } from './words.ts'

/** Returned payments as the list shows them. */
export async function showReturned(tx: Tx, rows: readonly ReturnedRow[], today: CivilDate): Promise<ReturnedPayment[]> {
  const days = parametersOn(tx.district, today).get('payment.correctWithinDays').value
  const corrections = await listCorrections(
    tx,
    rows.map(({ claimLineId }) => claimLineId),
  )
  return rows.map((row) => {
    const returnedOn = civilDateOf(row.returnedAt)
    const due = dueOn(returnedOn, days)
    return {
      id: row.paymentId,
      claimLineId: row.claimLineId,
      claimId: row.claimId,
      claimNumber: row.claimNumber,
      position: row.position,
      reference: row.reference,
      name: maskName(row.payeeName),
      account: { bankName: row.bankName, tail: row.tail },
      amountFen: fenToText(row.amountFen),
      returnedOn,
      reason: row.reason,
      dueOn: due,
      daysLate: daysBetween(due, today),
      state: stateOfReturned(row.paymentId, corrections.get(row.claimLineId) ?? []),
    }
  })
}

/** One payee with everything around it, for whoever opens it. */
export async function showPayee(
  tx: Tx,
  claimLineId: string,
  reader: { readonly personId: string; readonly now: Date },
): Promise<Payee> {
  const line = await findClaimLine(tx, claimLineId)
  const claim = line && (await findClaim(tx, line.claimId))
  if (!line || !claim) throw new Problem('not-found', words.lineMissing)
  const corrections = (await listCorrections(tx, [line.id])).get(line.id) ?? []
  const payments = await listPaymentsOfClaimLine(tx, line.id)
  const present = accountOf(line, corrections)
  const accounts = await listBankAccounts(tx, [
    line.bankAccountId,
    present,
    ...corrections.flatMap((each) => [each.formerAccountId, each.bankAccountId]),
  ])
  const account = (id: string) => ({ bankName: accounts.get(id)?.bankName ?? '', tail: accounts.get(id)?.tail ?? '' })
  const reasons = await listReturnReasons(
    tx,
    payments.map(({ id }) => id),
  )
  const recoveries = await listRecoveriesOf(
    tx,
    payments.map(({ id }) => id),
  )
  const who = await doersOf(
    tx,
    corrections.flatMap((each) => [
      { personId: each.proposedBy, accountId: each.accountId },
      ...(each.decision ? [{ personId: each.decision.decidedBy, accountId: each.decision.accountId }] : []),
    ]),
  )
  const mayNot = async (duty: 'account.correct' | 'account.confirm') =>
    (await dutyRefusals(tx, [claim.id], { duty, ...reader }))[0]?.sentence ?? null
  const open = openCorrection(corrections)
  const batches = await listBatchesById(
    tx,
    payments.map(({ batchId }) => batchId),
  )
  return {
    claimLineId: line.id,
    claimId: claim.id,
    claimNumber: claim.number,
    title: claim.title,
    position: line.position,
    name: maskName(line.payeeName),
    amountFen: fenToText(line.amountFen),
    claimStatus: claim.status,
    former: account(line.bankAccountId),
    present: account(present),
    payments: payments.map((payment) => ({
      id: payment.id,
      batchId: payment.batchId,
      batchNumber: batches.get(payment.batchId)?.number ?? '',
      reference: payment.reference,
      account: { bankName: payment.bankName, tail: payment.tail },
      amountFen: fenToText(payment.amountFen),
      status: payment.status,
      reason: reasons.get(payment.id) ?? '',
      recoveryId: recoveries.get(payment.id)?.id ?? null,
    })),
    corrections: corrections.map((each) => ({
      id: each.id,
      from: account(each.formerAccountId),
      to: account(each.bankAccountId),
      reason: each.reason,
      evidence: each.evidence,
      by: who({ personId: each.proposedBy, accountId: each.accountId }),
      at: each.businessAt.toISOString(),
      own: each.proposedBy === reader.personId,
      decision:
        each.decision && each.outcome
          ? {
              outcome: each.outcome,
              reason: each.decision.reason,
              by: who({ personId: each.decision.decidedBy, accountId: each.decision.accountId }),
              at: each.decision.businessAt.toISOString(),
            }
          : null,
    })),
    mayNotPropose:
      whyNotCorrected({ claimStatus: claim.status, payments: notWithdrawn(payments), corrections }) ??
      (await mayNot('account.correct')),
    mayNotDecide: !open
      ? null
      : open.proposedBy === reader.personId
        ? words.ownProposal
        : await mayNot('account.confirm'),
  }
}
