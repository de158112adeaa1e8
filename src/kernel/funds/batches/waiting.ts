import type { Tx } from '../../../platform/db/public.ts'
import { listFrozen } from '../cases/ask.ts'
import { actAwaited, BATCH_MAY, type BatchStatus } from './rules.ts'
import { mayNot, type Reader, showPayable } from './showing.ts'
import { type BatchRow, listBatchClaims, listBatchesBy, listSignatures } from './store.ts'

/** How many batches wait for this person's next act, and how much waits for a batch of theirs. */
export async function countWaiting(
  tx: Tx,
  reader: Reader,
  limit: number,
): Promise<{ toSign: number; toExport: number; toMake: number }> {
  return {
    toSign: (await actable(tx, 'frozen', reader, limit)) + (await actable(tx, 'half-signed', reader, limit)),
    toExport: await actable(tx, 'signed', reader, limit),
    toMake: reader.permissions.has('batch.make') ? await payable(tx, reader, limit) : 0,
  }
}

async function actable(tx: Tx, status: BatchStatus, reader: Reader, limit: number): Promise<number> {
  const act = actAwaited(status)
  if (!act || !reader.permissions.has(BATCH_MAY[act])) return 0
  let count = 0
  // Few batches wait to be signed or exported at a time.
  for (const row of await listBatchesBy(tx, { status }, { limit })) if (await isOpenTo(tx, row, reader)) count += 1
  return count
}

async function isOpenTo(tx: Tx, row: BatchRow, reader: Reader): Promise<boolean> {
  const claims = await listBatchClaims(tx, row.id)
  const around = { claims, frozen: await listFrozen(tx, claims), signatures: await listSignatures(tx, row.id) }
  return (await mayNot(tx, row, around, reader)) === null
}

async function payable(tx: Tx, reader: Reader, limit: number): Promise<number> {
  const { lines } = await showPayable(tx, reader, limit)
  const waiting = lines.flatMap(({ claims, returned, released }) => [...claims, ...returned, ...released])
  return waiting.filter((each) => each.mayNot === null).length
}
