import { Problem } from '../../../platform/contract/public.ts'
import type { Vault } from '../../../platform/crypto/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import { mayDieAt } from '../../../platform/faults/public.ts'
import { formatNumber, nextSerial } from '../../../platform/numbering/public.ts'
import { holdFreezes, type Integrity } from '../../integrity/public.ts'
import { openBankAccounts } from '../../people/public.ts'
import { type Parameters, parametersOn } from '../../policy/public.ts'
import { recordAct } from '../../record/public.ts'
import { civilDateOf, fenToText, newId, sumFen, yearOf } from '../../values/public.ts'
import { bankListProblems } from '../bank/rules.ts'
import { moveMoney } from '../budget/ledger.ts'
import { findLine } from '../budget/store.ts'
import { organisationsOf, refuseFrozen } from '../cases/ask.ts'
import { moveClaim } from '../claims/move-claim.ts'
import { type Claim, lockClaim } from '../claims/store.ts'
import { insertHand } from '../duties/store.ts'
import { insertStatusEvents } from '../status/store.ts'
import { batchHash } from './content.ts'
import { tellPayments } from './moving.ts'
import { type FrozenPayment, insertPayments } from './payment-store.ts'
import { batchProblems, refuseDuties } from './refusals.ts'
import { paymentReference } from './rules.ts'
import { askBeforePayment } from './payment-checks.ts'
import { insertKeeper } from './keeper-store.ts'
import { type BatchRow, insertBatch, insertBatchChecks } from './store.ts'
import { refusalWords } from './refusal-words.ts'
import { countWithdrawn } from './withdrawal-store.ts'
import { type LinesToPay, linesToPay, takeAgain } from './to-pay.ts'

type Doer = { readonly accountId: string; readonly personId: string }

export type Freezing = {
  /** Approved claims, each paid whole. */
  readonly claimIds: readonly string[]
  /** Payments that the bank gave back, each paid again. */
  readonly returnedIds?: readonly string[]
  /** Lines that an objection held when their claim was batched, cleared since. */
  readonly releasedIds?: readonly string[]
  readonly actor: Doer
  readonly now: Date
  readonly integrity: Integrity
}

/**
 * Freezes approved claims, and returned payments whose account was put right, of one budget line into a batch: payees,
 * accounts and amounts as they are now, under a number and references that are never used again. All in the caller's
 * transaction; on any problem, none of it.
 */
export async function freezeBatch(tx: Tx, vault: Vault, asked: Freezing): Promise<BatchRow> {
  const { actor, now, integrity } = asked
  const others = { returnedIds: asked.returnedIds ?? [], releasedIds: asked.releasedIds ?? [] }
  const claimIds = [...asked.claimIds, ...(await takeAgain(tx, others)).claimIds]
  await holdFreezes(tx, await organisationsOf(tx, claimIds))
  const claims = await lockClaims(tx, claimIds)
  const { lineId, fund } = claims[0]!
  const budgetLine = await findLine(tx, lineId)
  if (!budgetLine) throw new Error(`claim on budget line ${lineId}, which does not exist`)
  const parameters = parametersOn(tx.district, civilDateOf(now))
  const template = parameters.get('bank.batchFile').value
  // Asked again under the locks: what is paid again meanwhile is not paid a third time.
  const again = await takeAgain(tx, others)
  const toPay = await opened(tx, vault, await linesToPay(tx, claims, new Set(asked.claimIds), again.lines))

  await refuseDuties(
    tx,
    claims.map(({ id }) => id),
    { duty: 'batch.make', personId: actor.personId, now },
  )
  await refuseFrozen(tx, claims)
  const items = batchProblems(toPay, budgetLine, template)
  if (items.length > 0) throw new Problem('conflict', refusalWords.notPayable, { items, code: 'claims-not-payable' })
  const checked = await askBeforePayment(tx, integrity, toPay, now)
  const refused = checked.flatMap(({ refusals }) => refusals)
  if (refused.length > 0)
    throw new Problem('conflict', refusalWords.refusedBeforePayment, { items: refused, code: 'checks-before-payment' })

  const number = await batchNumber(tx, parameters, now)
  const id = newId()
  const payments = toPay.flatMap(({ lines, purpose }) => lines.map((line) => ({ ...line, purpose })))
  const frozen = payments.map(
    ({ claimLineId, payeeName, accountNumber, bankName, amountFen, purpose, replacesId }, at): FrozenPayment => ({
      id: newId(),
      batchId: id,
      claimLineId,
      position: at + 1,
      reference: paymentReference(number, at + 1),
      payeeName,
      accountNumber,
      bankName,
      amountFen,
      purpose,
      status: 'frozen',
      replacesId,
    }),
  )
  const misfits = bankListProblems(frozen, template).map(({ sentence }) => ({ at: number, sentence }))
  if (misfits.length > 0)
    throw new Problem('conflict', refusalWords.notPayable, { items: misfits, code: 'claims-not-payable' })
  const content = {
    number,
    fund,
    lineId,
    claimCount: claims.length,
    lineCount: frozen.length,
    amountFen: sumFen(frozen.map((payment) => payment.amountFen)),
    template,
  }
  const batch: BatchRow = {
    ...content,
    id,
    contentSha256: batchHash(content, frozen),
    status: 'frozen',
    madeBy: actor.personId,
    frozenAt: now,
  }
  await keepBatch(tx, vault, batch, toPay, frozen, actor)
  await insertBatchChecks(tx, batch.id, checked)
  const paidAgain = frozen.filter(({ replacesId }) => replacesId !== null)
  if (paidAgain.length > 0) {
    await moveMoney(tx, {
      lineId,
      from: 'returned',
      to: 'committed',
      amountFen: sumFen(paidAgain.map(({ amountFen }) => amountFen)),
      reason: 'paid-again',
      subject: { kind: 'batch', id },
      actor,
      at: now,
      note: number,
    })
  }
  mayDieAt('freeze.end')
  return batch
}

/** Writes the batch and everything of it, and takes the maker's duty on every claim. */
async function keepBatch(
  tx: Tx,
  vault: Vault,
  batch: BatchRow,
  toPay: readonly LinesToPay[],
  payments: readonly FrozenPayment[],
  actor: Doer,
): Promise<void> {
  for (const { claim, again } of toPay) {
    mayDieAt('freeze.claims')
    await insertHand(tx, claim.id, { personId: actor.personId, duty: 'batch-making' })
    if (!again)
      await moveClaim(tx, claim, 'batch', { personId: actor.personId, at: batch.frozenAt, note: batch.number })
  }
  const withdrawn = await countWithdrawn(
    tx,
    toPay.map(({ claim }) => claim.id),
  )
  await insertBatch(
    tx,
    batch,
    toPay.map(({ claim, again }) => ({ id: claim.id, again, nth: 1 + (withdrawn.get(claim.id) ?? 0) })),
  )
  await insertKeeper(tx, {
    batchId: batch.id,
    nth: 0,
    personId: actor.personId,
    givenBy: actor.personId,
    reason: '',
    businessAt: batch.frozenAt,
  })
  mayDieAt('freeze.half')
  await insertPayments(tx, vault, payments)
  mayDieAt('freeze.lines')
  const event = { personId: actor.personId, businessAt: batch.frozenAt, note: '' }
  await insertStatusEvents(tx, [
    { ...event, id: newId(), subjectKind: 'batch', subjectId: batch.id, from: null, to: 'frozen' },
  ])
  await tellPayments(
    tx,
    payments.map(({ id }) => ({ id, to: 'frozen' })),
    { from: null, personId: actor.personId, at: batch.frozenAt },
  )
  await recordAct(tx, {
    id: newId(),
    act: 'batch.made',
    subjectKind: 'batch',
    subjectId: batch.id,
    actor,
    at: batch.frozenAt,
    detail: {
      number: batch.number,
      claims: toPay.map(({ claim }) => claim.number),
      payments: batch.lineCount,
      again: payments.filter(({ replacesId }) => replacesId !== null).length,
      amountFen: fenToText(batch.amountFen),
      contentSha256: batch.contentSha256.toString('hex'),
    },
  })
}

/** The claims by id, locked in that order: two makers of overlapping batches take turns. */
async function lockClaims(tx: Tx, ids: readonly string[]): Promise<Claim[]> {
  const claims: Claim[] = []
  for (const id of [...new Set(ids)].sort()) {
    const claim = await lockClaim(tx, id)
    if (!claim) throw new Problem('not-found', refusalWords.claimsMissing)
    claims.push(claim)
  }
  return claims
}

/** The lines with the accounts they go to, in clear. Whoever's account was corrected is paid under that account's name. */
async function opened(tx: Tx, vault: Vault, toPay: readonly LinesToPay[]) {
  const accounts = await openBankAccounts(
    tx,
    vault,
    toPay.flatMap(({ lines }) => lines.map(({ bankAccountId }) => bankAccountId)),
  )
  return toPay.map((each) => ({
    ...each,
    lines: each.lines.map((line) => {
      const account = accounts.get(line.bankAccountId)
      if (!account) throw new Error(`claim line ${line.claimLineId} is paid to an account that does not exist`)
      const { accountNumber, bankName, holderName } = account
      return { ...line, accountNumber, bankName, payeeName: line.isCorrected ? holderName : line.payeeName }
    }),
  }))
}

async function batchNumber(tx: Tx, parameters: Parameters, now: Date): Promise<string> {
  const year = yearOf(civilDateOf(now))
  const serial = await nextSerial(tx, 'batch', year)
  return formatNumber(parameters.get('numbering.batch').value, { year, serial })
}
