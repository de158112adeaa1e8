import type { Tx } from '../../../platform/db/public.ts'
import { listFrozen } from '../cases/ask.ts'
import { listClaimsById } from '../claims/store.ts'
import { dutyRefusals } from '../duties/ask.ts'
import { listReleased } from '../holds/store.ts'
import { stateOfReturned } from '../payees/rules.ts'
import { listCorrections, listReturned } from '../payees/store.ts'
import { actAwaited, BATCH_MAY, BATCH_STATUSES, type BatchStatus } from './rules.ts'
import type { Reader } from './showing.ts'
import { listApprovedClaims, listWaitingBatches } from './store.ts'

/**
 * How many batches wait for this person's next act, and how much waits for a batch of theirs. It stands behind a number in
 * the navigation: however much waits, it asks the same few questions.
 */
export async function countWaiting(
  tx: Tx,
  reader: Reader,
  limit: number,
): Promise<{ toSign: number; toExport: number; toMake: number }> {
  const { personId, permissions } = reader
  const mayAct = (status: BatchStatus) => {
    const act = actAwaited(status)
    return act === 'sign' || act === 'export' ? permissions.has(BATCH_MAY[act]) : false
  }
  const batches = await listWaitingBatches(tx, BATCH_STATUSES.filter(mayAct), limit)
  const payable = permissions.has('batch.make') ? await payableClaims(tx, limit) : []
  const closed = await closedTo(tx, reader, {
    sign: batches.flatMap(({ status, claimIds }) => (actAwaited(status) === 'sign' ? claimIds : [])),
    export: batches.flatMap(({ status, claimIds }) => (actAwaited(status) === 'export' ? claimIds : [])),
    make: payable,
  })
  const open = batches.filter(({ status, claimIds, signedBy }) => {
    if (actAwaited(status) === 'export') return !claimIds.some((id) => closed.export.has(id))
    return !signedBy.includes(personId) && !claimIds.some((id) => closed.sign.has(id))
  })
  const toExport = open.filter(({ status }) => actAwaited(status) === 'export').length
  return { toSign: open.length - toExport, toExport, toMake: payable.filter((id) => !closed.make.has(id)).length }
}

const ASKED = { sign: 'batch.sign', export: 'batch.export', make: 'batch.make' } as const

/** The claims that a suspicion case freezes, or on which the reader may not take the duty, by what would be done to them. */
async function closedTo(
  tx: Tx,
  { personId, now }: Reader,
  of: Readonly<Record<keyof typeof ASKED, readonly string[]>>,
): Promise<Record<keyof typeof ASKED, ReadonlySet<string>>> {
  const claims = await listClaimsById(tx, Object.values(of).flat())
  const frozen = (await listFrozen(tx, [...claims.values()])).map(({ claimId }) => claimId)
  const refused = async (act: keyof typeof ASKED) => {
    const refusals = of[act].length === 0 ? [] : await dutyRefusals(tx, of[act], { duty: ASKED[act], personId, now })
    return new Set([...frozen, ...refusals.map(({ claimId }) => claimId)])
  }
  return { sign: await refused('sign'), export: await refused('export'), make: await refused('make') }
}

/** The claims of everything that can be put into a batch: payable ones, and of each payment that is to be paid again. */
async function payableClaims(tx: Tx, limit: number): Promise<string[]> {
  const approved = await listApprovedClaims(tx, limit)
  const returned = await listReturned(tx, { limit })
  const kept = await listCorrections(
    tx,
    returned.map(({ claimLineId }) => claimLineId),
  )
  const ready = returned.filter(
    ({ paymentId, claimLineId }) => stateOfReturned(paymentId, kept.get(claimLineId) ?? []) === 'corrected',
  )
  const released = await listReleased(tx, { limit })
  return [...approved.map(({ id }) => id), ...[...ready, ...released].map(({ claimId }) => claimId)]
}
