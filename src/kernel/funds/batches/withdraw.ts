import { Problem } from '../../../platform/contract/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import { mayDieAt } from '../../../platform/faults/public.ts'
import { fenToText, newId, sumFen } from '../../values/public.ts'
import { moveMoney } from '../budget/ledger.ts'
import { moveClaim } from '../claims/move-claim.ts'
import { lockClaim } from '../claims/store.ts'
import { type Doing, moveBatch, permit, takeBatch, tellPayments } from './moving.ts'
import { listKeepers } from './keeper-store.ts'
import { listPaymentsOf, movePayments } from './payment-store.ts'
import { refusalWords } from './refusal-words.ts'
import { type BatchRow, listBatchClaims, listSignatures } from './store.ts'
import { insertWithdrawal, listPaidElsewhere } from './withdrawal-store.ts'

/**
 * Takes a batch back whose list is not out yet: by whoever looks after it (its maker, or whom it was handed to), for a
 * reason. Its payments are withdrawn, the claims it
 * paid first wait to be paid again, what the bank had given back stands as returned; its number stays used and its
 * signatures count for nothing. The batch is locked first, then its claims, the budget last.
 */
export async function withdrawBatch(tx: Tx, doing: Doing & { readonly reason: string }): Promise<BatchRow> {
  const { actor, now, reason } = doing
  const batch = await takeBatch(tx, doing.batchId)
  permit(batch, 'withdraw')
  if ((await listKeepers(tx, batch.id)).at(-1)?.personId !== actor.personId)
    throw new Problem('conflict', refusalWords.onlyItsMaker, { code: 'withdrawn_by_a_keeper' })
  const claims = await listBatchClaims(tx, batch.id)
  const first = claims.filter(({ again }) => !again)
  for (const { id } of first) await lockClaim(tx, id)
  await refusePaidElsewhere(tx, batch, first)

  const payments = await listPaymentsOf(tx, batch.id, { limit: batch.lineCount })
  const moved = await movePayments(tx, { batchId: batch.id }, 'frozen', 'withdrawn')
  if (moved !== batch.lineCount)
    throw new Error(`batch ${batch.id}: ${moved} of ${batch.lineCount} payments were frozen`)
  await tellPayments(
    tx,
    payments.map(({ id }) => ({ id, to: 'withdrawn', note: reason })),
    { from: 'frozen', personId: actor.personId, at: now },
  )
  mayDieAt('withdraw.lines')
  for (const claim of first)
    await moveClaim(tx, claim, 'unbatch', { personId: actor.personId, at: now, note: `${batch.number}: ${reason}` })
  mayDieAt('withdraw.claims')
  await insertWithdrawal(tx, {
    id: newId(),
    batchId: batch.id,
    reason,
    withdrawnBy: actor.personId,
    accountId: actor.accountId,
    businessAt: now,
  })
  const again = payments.filter(({ replacesId }) => replacesId !== null)
  if (again.length > 0)
    await moveMoney(tx, {
      lineId: batch.lineId,
      from: 'committed',
      to: 'returned',
      amountFen: sumFen(again.map(({ amountFen }) => amountFen)),
      reason: 'paid-again-withdrawn',
      subject: { kind: 'batch', id: batch.id },
      actor,
      at: now,
      note: batch.number,
    })
  return moveBatch(tx, batch, 'withdraw', {
    ...doing,
    note: reason,
    recordedAs: 'batch.withdrawn',
    detail: {
      reason,
      claims: claims.map(({ number }) => number),
      payments: batch.lineCount,
      amountFen: fenToText(batch.amountFen),
      signatures: (await listSignatures(tx, batch.id)).length,
    },
  })
}

/** A line that was cleared meanwhile may be on its way in another batch: that one first, or not at all. */
async function refusePaidElsewhere(tx: Tx, batch: BatchRow, claims: readonly { readonly id: string }[]): Promise<void> {
  const elsewhere = await listPaidElsewhere(
    tx,
    batch.id,
    claims.map(({ id }) => id),
  )
  if (elsewhere.length === 0) return
  const items = elsewhere.map(({ claimNumber, batchNumber }) => ({
    at: claimNumber,
    sentence: refusalWords.paidElsewhere(batchNumber),
  }))
  throw new Problem('conflict', refusalWords.notWithdrawn(batch.number), { items, code: 'claims-in-another-batch' })
}
