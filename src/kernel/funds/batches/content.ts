import { contentHash } from '../../policy/public.ts'
import type { FrozenPayment } from './payment-store.ts'
import type { BatchRow } from './store.ts'

/**
 * SHA-256 of everything a batch tells the bank: whom, to which whole account, how much, what for, and in which form.
 * Recomputed from the frozen rows it is the same, as long as nobody changed them.
 */
export function batchHash(
  batch: Pick<BatchRow, 'number' | 'fund' | 'lineId' | 'claimCount' | 'lineCount' | 'amountFen' | 'template'>,
  payments: readonly FrozenPayment[],
): Buffer {
  const { number, fund, lineId, claimCount, lineCount, amountFen, template } = batch
  const lines = payments.map((payment) => ({
    claimLineId: payment.claimLineId,
    position: payment.position,
    reference: payment.reference,
    payeeName: payment.payeeName,
    accountNumber: payment.accountNumber,
    bankName: payment.bankName,
    amountFen: payment.amountFen,
    purpose: payment.purpose,
    ...(payment.replacesId === null ? {} : { replacesId: payment.replacesId }),
  }))
  const content = { number, fund, lineId, claimCount, lineCount, amountFen, template, lines }
  return Buffer.from(contentHash(content), 'hex')
}
