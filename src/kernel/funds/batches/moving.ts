import { Problem } from '../../../platform/contract/public.ts'
import type { Vault } from '../../../platform/crypto/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import { recordAct } from '../../record/public.ts'
import { newId } from '../../values/public.ts'
import { insertStatusEvents, type StatusEvent } from '../status/store.ts'
import { batchHash } from './content.ts'
import { type FrozenPayment, openPayments } from './payment-store.ts'
import { type BatchAct, nextBatchStatus, type PaymentStatus } from './rules.ts'
import { type BatchRow, lockBatch, setBatchStatus } from './store.ts'
import { refusalWords } from './refusal-words.ts'

/** Somebody doing something with a batch. */
export type Doing = {
  readonly batchId: string
  readonly actor: { readonly accountId: string; readonly personId: string }
  readonly now: Date
}

/** The batch, locked; absent ones are refused. */
export async function takeBatch(tx: Tx, batchId: string): Promise<BatchRow> {
  const batch = await lockBatch(tx, batchId)
  if (!batch) throw new Problem('not-found', refusalWords.batchMissing)
  return batch
}

/** Refuses what the batch's state does not permit. */
export function permit(batch: BatchRow, act: BatchAct): void {
  if (!nextBatchStatus(batch.status, act))
    throw new Problem('conflict', refusalWords.notNow(batch.number, batch.status), { code: 'batch-status' })
}

/** The frozen payments, opened, once they are seen to be what was frozen. */
export async function frozenPayments(tx: Tx, vault: Vault, batch: BatchRow): Promise<FrozenPayment[]> {
  const payments = await openPayments(tx, vault, batch.id)
  if (!batchHash(batch, payments).equals(batch.contentSha256)) throw contentChanged()
  return payments
}

export const contentChanged = () =>
  new Problem('conflict', refusalWords.contentChanged, { code: 'batch-content-changed' })

/** Moves the batch on, with its event and the act that did it. */
export async function moveBatch(
  tx: Tx,
  batch: BatchRow,
  act: BatchAct,
  doing: Doing & { readonly recordedAs: string; readonly detail: Record<string, unknown>; readonly note?: string },
): Promise<BatchRow> {
  const status = nextBatchStatus(batch.status, act)
  if (!status) throw new RangeError(`a ${batch.status} batch cannot ${act}`)
  const { actor, now, note = '' } = doing
  if (!(await setBatchStatus(tx, batch.id, batch.status, status)))
    throw new Problem('conflict', refusalWords.notNow(batch.number, batch.status), { code: 'batch-status' })
  await insertStatusEvents(tx, [
    {
      id: newId(),
      subjectKind: 'batch',
      subjectId: batch.id,
      from: batch.status,
      to: status,
      personId: actor.personId,
      note,
      businessAt: now,
    },
  ])
  await recordOn(tx, batch, doing)
  return { ...batch, status }
}

/** The act alone, where the batch stays in its state. */
export async function recordOn(
  tx: Tx,
  batch: BatchRow,
  { actor, now, recordedAs, detail }: Doing & { readonly recordedAs: string; readonly detail: Record<string, unknown> },
): Promise<void> {
  await recordAct(tx, {
    id: newId(),
    act: recordedAs,
    subjectKind: 'batch',
    subjectId: batch.id,
    actor,
    at: now,
    detail: { number: batch.number, ...detail },
  })
}

/** One event per payment, in statements that the database can take whatever the batch's length. */
export async function tellPayments(
  tx: Tx,
  moved: readonly { readonly id: string; readonly to: PaymentStatus; readonly note?: string }[],
  by: { readonly from: PaymentStatus | null; readonly personId: string; readonly at: Date },
): Promise<void> {
  for (let at = 0; at < moved.length; at += 1000) {
    await insertStatusEvents(
      tx,
      moved.slice(at, at + 1000).map(
        ({ id, to, note = '' }): StatusEvent => ({
          id: newId(),
          subjectKind: 'payment',
          subjectId: id,
          from: by.from,
          to,
          personId: by.personId,
          note,
          businessAt: by.at,
        }),
      ),
    )
  }
}
