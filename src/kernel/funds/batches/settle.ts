import { extname } from 'node:path'
import { Problem } from '../../../platform/contract/public.ts'
import { sha256, type Vault } from '../../../platform/crypto/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import { keepFile } from '../../../platform/files/public.ts'
import { parametersOn } from '../../policy/public.ts'
import { civilDateOf, clockTimeOf, fenToText, keptFileName, newId, sumFen } from '../../values/public.ts'
import { readReturnFile, refused } from '../bank/read-return.ts'
import { matchReturnFile } from '../bank/returns.ts'
import { moveMoney } from '../budget/ledger.ts'
import { moveClaim } from '../claims/move-claim.ts'
import { type Claim, lockClaim } from '../claims/store.ts'
import { insertStatusEvents } from '../status/store.ts'
import { findReturnFile, insertReturnFile, type ReturnFileRow } from './file-store.ts'
import { type Doing, frozenPayments, moveBatch, permit, takeBatch, tellPayments } from './moving.ts'
import { findBatchNumbers, listPaymentStatuses, movePayments } from './payment-store.ts'
import { refuseOn } from './refusals.ts'
import { claimOutcome, type PaymentStatus } from './rules.ts'
import { type BatchRow, findBatch, listBatchClaims } from './store.ts'
import { refusalWords } from './refusal-words.ts'
import { words } from './words.ts'

export type Settled = { readonly batch: BatchRow; readonly file: ReturnFileRow }

/**
 * Applies the bank's return file: whole, once, or not at all. Paid lines' money goes from committed to paid in one
 * transfer; what the bank gives back stays committed, and its claim stays in the batch.
 */
export async function settleBatch(
  tx: Tx,
  vault: Vault,
  doing: Doing & { readonly bytes: Uint8Array; readonly fileName: string },
): Promise<Settled> {
  const { bytes, now, actor } = doing
  // Banks put accounts and names of payees into the names of files too.
  const fileName = keptFileName(doing.fileName, 'return-file')
  const digest = sha256(bytes)
  const shape = parametersOn(tx.district, civilDateOf(now)).get('bank.returnFile').value
  const answer = await readReturnFile(bytes, fileName, shape)
  const batch = await takeBatch(tx, doing.batchId)
  await refuseApplied(tx, digest)
  permit(batch, 'settle')
  await refuseOn(tx, batch.id, { duty: 'batch.return-file', personId: actor.personId, now })
  const sent = await frozenPayments(tx, vault, batch)
  const foreign = answer.rows.flatMap((row) => (row.reference ? [row.reference] : []))
  const matched = matchReturnFile(sent, answer, shape, await findBatchNumbers(tx, foreign))
  if (!matched.ok) throw refused(fileName, matched.problems)

  const byId = new Map(sent.map((payment) => [payment.id, payment]))
  const of = (outcome: 'paid' | 'returned') => matched.outcomes.filter((each) => each.outcome === outcome)
  const [paid, returned] = [of('paid'), of('returned')]
  const sum = (lines: typeof paid) => sumFen(lines.map((line) => byId.get(line.lineId)!.amountFen))
  const kept = await keepFile(tx, vault, {
    id: newId(),
    name: fileName,
    mediaType: mediaTypeOf(fileName),
    bytes,
    createdBy: actor.accountId,
  })
  const file: ReturnFileRow = {
    id: newId(),
    batchId: batch.id,
    fileId: kept.id,
    name: fileName,
    sha256: digest,
    paidCount: paid.length,
    paidFen: sum(paid),
    returnedCount: returned.length,
    returnedFen: sum(returned),
    appliedAt: now,
    appliedBy: actor.personId,
  }
  await insertReturnFile(tx, file)
  for (const [lines, to] of [
    [paid, 'paid'],
    [returned, 'returned'],
  ] as const) {
    await settlePayments(tx, batch, lines, to, doing)
  }
  await settleClaims(tx, batch, doing)
  if (file.paidFen > 0n) {
    await moveMoney(tx, {
      lineId: batch.lineId,
      from: 'committed',
      to: 'paid',
      amountFen: file.paidFen,
      reason: 'payment-settled',
      subject: { kind: 'return-file', id: file.id },
      actor,
      at: now,
      note: fileName,
    })
  }
  const moved = await moveBatch(tx, batch, 'settle', {
    ...doing,
    recordedAs: 'batch.return-file-applied',
    detail: {
      file: fileName,
      sha256: digest.toString('hex'),
      paid: file.paidCount,
      paidFen: fenToText(file.paidFen),
      returned: file.returnedCount,
      returnedFen: fenToText(file.returnedFen),
    },
  })
  return { batch: moved, file }
}

/** The same bytes again change nothing and say when they were applied. */
async function refuseApplied(tx: Tx, digest: Buffer): Promise<void> {
  const before = await findReturnFile(tx, { sha256: digest })
  if (!before) return
  const batch = await findBatch(tx, before.batchId)
  const at = `${civilDateOf(before.appliedAt)} ${clockTimeOf(before.appliedAt)}`
  throw new Problem('conflict', refusalWords.appliedAlready(at, batch?.number ?? ''), {
    code: 'a_return_file_is_applied_once',
  })
}

async function settlePayments(
  tx: Tx,
  batch: BatchRow,
  lines: readonly { readonly lineId: string; readonly note: string }[],
  to: 'paid' | 'returned',
  { actor, now }: Doing,
): Promise<void> {
  if (lines.length === 0) return
  const ids = lines.map((line) => line.lineId)
  const moved = await movePayments(tx, { batchId: batch.id, ids }, 'sent', to)
  if (moved !== lines.length) throw new Error(`batch ${batch.id}: ${moved} of ${lines.length} payments were sent`)
  await tellPayments(
    tx,
    lines.map(({ lineId, note }) => ({ id: lineId, to, note })),
    { from: 'sent', personId: actor.personId, at: now },
  )
}

/** A claim whose payments are all paid is paid; one with returned payments stays in the batch, and says so. */
async function settleClaims(tx: Tx, batch: BatchRow, { actor, now }: Doing): Promise<void> {
  const claimIds = (await listBatchClaims(tx, batch.id)).map((claim) => claim.id)
  const statuses = await listPaymentStatuses(tx, claimIds)
  for (const id of claimIds) {
    const claim = await lockClaim(tx, id)
    if (!claim) throw new Error(`batch ${batch.id} pays claim ${id}, which does not exist`)
    const payments = statuses.get(id) ?? []
    const by = { personId: actor.personId, at: now }
    if (claimOutcome(payments) === 'paid') await moveClaim(tx, claim, 'settle', { ...by, note: batch.number })
    else await noteReturned(tx, claim, batch, payments, by)
  }
}

/** The claim stays where it is; the event is for whoever reads what became of it. */
async function noteReturned(
  tx: Tx,
  claim: Claim,
  batch: BatchRow,
  payments: readonly PaymentStatus[],
  by: { readonly personId: string; readonly at: Date },
): Promise<void> {
  const returned = payments.filter((status) => status === 'returned').length
  await insertStatusEvents(tx, [
    {
      id: newId(),
      subjectKind: 'claim',
      subjectId: claim.id,
      from: claim.status,
      to: claim.status,
      personId: by.personId,
      note: words.claimReturned(batch.number, returned).zh,
      businessAt: by.at,
    },
  ])
}

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  '.xls': 'application/vnd.ms-excel',
}

function mediaTypeOf(fileName: string): string {
  return MEDIA_TYPES[extname(fileName).toLowerCase()] ?? 'text/csv'
}
