import { extname } from 'node:path'
import { Problem } from '../../../platform/contract/public.ts'
import { sha256, type Vault } from '../../../platform/crypto/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import { mayDieAt } from '../../../platform/faults/public.ts'
import { keepFile } from '../../../platform/files/public.ts'
import { parametersOn } from '../../policy/public.ts'
import { civilDateOf, clockTimeOf, fenToText, keptFileName, newId, sumFen } from '../../values/public.ts'
import { readReturnFile, refused } from '../bank/read-return.ts'
import { matchReturnFile } from '../bank/returns.ts'
import { moveMoney } from '../budget/ledger.ts'
import { moveClaim } from '../claims/move-claim.ts'
import { listClaimLinesById, listLinesOfClaims } from '../claims/people/store.ts'
import { type Claim, lockClaim } from '../claims/store.ts'
import { listRecoveriesOf } from '../recoveries/store.ts'
import { insertStatusEvents } from '../status/store.ts'
import { findReturnFile, insertReturnFile, type ReturnFileRow } from './file-store.ts'
import { type Doing, frozenPayments, moveBatch, permit, recordOn, takeBatch, tellPayments } from './moving.ts'
import {
  countPayments,
  findBatchNumbers,
  type FrozenPayment,
  listPaymentStatuses,
  movePayments,
} from './payment-store.ts'
import { refuseOn } from './refusals.ts'
import { claimOutcome, type PaymentStatus } from './rules.ts'
import { type BatchRow, findBatch, listBatchClaims } from './store.ts'
import { tellPaid } from './claim-paid.ts'
import { refusalWords } from './refusal-words.ts'
import { words } from './words.ts'

export type Settled = { readonly batch: BatchRow; readonly file: ReturnFileRow }

/**
 * Applies the bank's return file: whole, once, or not at all. Paid lines' money goes from committed to paid in one
 * transfer; what the bank gives back, at once or after it had paid, goes to returned in another, and its claim stays in
 * the batch until it is paid again. One that is said to hold part of the results leaves the rest waiting.
 */
export async function settleBatch(
  tx: Tx,
  vault: Vault,
  doing: Doing & { readonly bytes: Uint8Array; readonly fileName: string; readonly partial?: boolean },
): Promise<Settled> {
  const { bytes, now, actor } = doing
  // Banks put accounts and names of payees into the names of files too.
  const fileName = keptFileName(doing.fileName, 'return-file')
  const digest = sha256(bytes)
  const shape = parametersOn(tx.district, civilDateOf(now)).get('bank.returnFile').value
  const answer = await readReturnFile(bytes, fileName, shape)
  const batch = await takeBatch(tx, doing.batchId)
  await refuseApplied(tx, digest)
  // After the last line is answered, payments can still come back.
  if (batch.status !== 'settled' || !doing.partial) permit(batch, 'settle')
  await refuseOn(tx, batch.id, { duty: 'batch.return-file', personId: actor.personId, now })
  const sent = await frozenPayments(tx, vault, batch)
  const foreign = answer.rows.flatMap((row) => (row.reference ? [row.reference] : []))
  const known = sent.map((payment) => ({
    ...payment,
    known: payment.status === 'paid' || payment.status === 'returned' ? payment.status : null,
  }))
  const matched = matchReturnFile(known, answer, shape, await findBatchNumbers(tx, foreign), doing.partial)
  if (!matched.ok) throw refused(fileName, matched.problems)

  const byId = new Map(sent.map((payment) => [payment.id, payment]))
  const isLater = ({ lineId }: { readonly lineId: string }) => byId.get(lineId)?.status === 'paid'
  const of = (outcome: 'paid' | 'returned') => matched.outcomes.filter((each) => each.outcome === outcome)
  const [paid, returned] = [of('paid'), of('returned')]
  const sum = (lines: typeof paid) => sumFen(lines.map((line) => byId.get(line.lineId)!.amountFen))
  await refuseRecovered(tx, fileName, returned.filter(isLater), byId)
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
  mayDieAt('settle.kept')
  const moves = [
    { lines: paid, from: 'sent', to: 'paid' },
    { lines: returned.filter((line) => !isLater(line)), from: 'sent', to: 'returned' },
    { lines: returned.filter(isLater), from: 'paid', to: 'returned' },
  ] as const
  for (const { lines, from, to } of moves) await settlePayments(tx, batch, lines, { from, to }, doing)
  mayDieAt('settle.lines')
  await settleClaims(tx, batch, new Set(matched.outcomes.map(({ lineId }) => byId.get(lineId)!.claimLineId)), doing)
  const money = [
    { ...MONEY.paid, amountFen: sum(moves[0].lines) },
    { ...MONEY.returned, amountFen: sum(moves[1].lines) },
    { ...MONEY.returnedLater, amountFen: sum(moves[2].lines) },
  ]
  for (const each of money) {
    if (each.amountFen === 0n) continue
    const subject = { kind: 'return-file', id: file.id }
    await moveMoney(tx, { ...each, lineId: batch.lineId, subject, actor, at: now, note: fileName })
    mayDieAt('settle.money')
  }
  const left = (await countPayments(tx, [batch.id]))(batch.id, 'sent').count
  const applied = {
    ...doing,
    recordedAs: 'batch.return-file-applied',
    detail: {
      file: fileName,
      sha256: digest.toString('hex'),
      paid: file.paidCount,
      paidFen: fenToText(file.paidFen),
      returned: file.returnedCount,
      returnedFen: fenToText(file.returnedFen),
      left,
    },
  }
  if (batch.status === 'exported' && left === 0) return { batch: await moveBatch(tx, batch, 'settle', applied), file }
  await recordOn(tx, batch, applied)
  return { batch, file }
}

const MONEY = {
  paid: { from: 'committed', to: 'paid', reason: 'payment-settled' },
  returned: { from: 'committed', to: 'returned', reason: 'payment-returned' },
  returnedLater: { from: 'paid', to: 'returned', reason: 'payment-returned-later' },
} as const

/** What two people have ordered back from the payee cannot come back from the bank as well; its claim is locked first. */
async function refuseRecovered(
  tx: Tx,
  fileName: string,
  later: readonly { readonly lineId: string }[],
  byId: ReadonlyMap<string, FrozenPayment>,
): Promise<void> {
  const payments = later.flatMap(({ lineId }) => byId.get(lineId) ?? [])
  const lines = await listClaimLinesById(
    tx,
    payments.map(({ claimLineId }) => claimLineId),
  )
  for (const id of [...new Set([...lines.values()].map(({ claimId }) => claimId))].sort()) await lockClaim(tx, id)
  const recoveries = await listRecoveriesOf(
    tx,
    payments.map(({ id }) => id),
  )
  const problems = payments
    .filter(({ id }) => recoveries.has(id))
    .map(({ reference }) => ({ at: '', sentence: refusalWords.beingRecovered(reference) }))
  if (problems.length > 0) throw refused(fileName, problems)
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
  { from, to }: { readonly from: 'sent' | 'paid'; readonly to: 'paid' | 'returned' },
  { actor, now }: Doing,
): Promise<void> {
  if (lines.length === 0) return
  const ids = lines.map((line) => line.lineId)
  const moved = await movePayments(tx, { batchId: batch.id, ids }, from, to)
  if (moved !== lines.length) throw new Error(`batch ${batch.id}: ${moved} of ${lines.length} payments were ${from}`)
  await tellPayments(
    tx,
    lines.map(({ lineId, note }) => ({ id: lineId, to, note })),
    { from, personId: actor.personId, at: now },
  )
}

/**
 * A claim whose lines are all paid is paid; one with returned payments stays in the batch, or is back in it where it had
 * been paid, and says so. Claims of which the file says nothing new stay what they are.
 */
async function settleClaims(
  tx: Tx,
  batch: BatchRow,
  answered: ReadonlySet<string>,
  { actor, now }: Doing,
): Promise<void> {
  const claimIds = (await listBatchClaims(tx, batch.id)).map((claim) => claim.id)
  const statuses = await listPaymentStatuses(tx, claimIds)
  const lines = await listLinesOfClaims(tx, claimIds)
  for (const id of claimIds) {
    if (!lines.get(id)?.some((line) => answered.has(line.id))) continue
    const claim = await lockClaim(tx, id)
    if (!claim) throw new Error(`batch ${batch.id} pays claim ${id}, which does not exist`)
    const payments = statuses.get(id) ?? []
    const by = { personId: actor.personId, at: now }
    if (claimOutcome(payments) === 'paid') {
      await moveClaim(tx, claim, 'settle', { ...by, note: batch.number })
      await tellPaid(tx, claim)
    } else if (claim.status === 'paid')
      await moveClaim(tx, claim, 'give-back', { ...by, note: returnedNote(batch, payments) })
    else if (payments.includes('returned')) await noteReturned(tx, claim, batch, payments, by)
  }
}

const returnedNote = (batch: BatchRow, payments: readonly PaymentStatus[]) =>
  words.claimReturned(batch.number, payments.filter((status) => status === 'returned').length).zh

/** The claim stays where it is; the event is for whoever reads what became of it. */
async function noteReturned(
  tx: Tx,
  claim: Claim,
  batch: BatchRow,
  payments: readonly PaymentStatus[],
  by: { readonly personId: string; readonly at: Date },
): Promise<void> {
  await insertStatusEvents(tx, [
    {
      id: newId(),
      subjectKind: 'claim',
      subjectId: claim.id,
      from: claim.status,
      to: claim.status,
      personId: by.personId,
      note: returnedNote(batch, payments),
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
