import { afterAll, beforeAll, expect, it } from 'vitest'
import { countStatements } from '../../platform/testing/counting.ts'
import { walkTrail } from '../record/contract.ts'
import {
  applyReturnFile,
  countBatches,
  getBatch,
  listBatches,
  listPayableClaims,
  listPayments,
  makeBatch,
} from './batches/contract.ts'
import { listPaymentsOf } from './batches/payment-store.ts'
import {
  bankAnswer,
  type BatchDesks,
  givenBatch,
  givenBatchDesks,
  givenCorrectedAccount,
  givenExportedBatch,
  signTwice,
} from './batches/testing.ts'
import { getPayee, listReturnedPayments } from './payees/contract.ts'
import { decideRecovery, listClaimRecoveries, listRecoveries, proposeRecovery } from './recoveries/contract.ts'
import { givenBudgetLine } from './testing.ts'

const ROWS = 5

let at: BatchDesks
let sent: () => number
beforeAll(async () => {
  at = await givenBatchDesks()
  sent = countStatements(at.funds.connection.pool)
  await at.funds.within((tx) => givenBudgetLine(tx))
})
afterAll(() => at.close())

/** Settled for its first `people`, who are then ordered to give the money back; the others came back from the bank, put right. */
async function givenSettled(people: number) {
  const claim = await at.givenPayableClaim({ people: people * 2 })
  const batch = await givenExportedBatch(at, [claim])
  const payments = await at.funds.within((tx) => listPaymentsOf(tx, batch.id, { limit: 50 }))
  const [paid, returned] = [payments.slice(0, people), payments.slice(people)]
  const answer = await bankAnswer(at, batch.id, new Map(returned.map(({ reference }) => [reference, '账户已销户'])))
  const file = new Blob([Buffer.from(answer)])
  await at.finance.call(applyReturnFile, { params: { batchId: batch.id }, query: { fileName: '回盘.csv' }, file })
  for (const { id } of paid) {
    const { recovery } = await at.clerk.call(proposeRecovery, {
      params: { paymentId: id },
      body: { amountFen: '100000', reason: '不符合条件', document: '莲人社追〔2022〕1号' },
    })
    const body = { outcome: 'confirmed' as const, reason: '' }
    await at.reviewer.call(decideRecovery, { params: { recoveryId: recovery.id }, body })
  }
  for (const { claimLineId } of returned) await givenCorrectedAccount(at, claimLineId)
  return { claim, batch, returned }
}

/** So many of everything that the lists of payment show, each in a batch and in one batch together. */
async function givenRows(count: number) {
  const settled = await givenSettled(count)
  for (let nth = 0; nth < count; nth += 1) {
    await givenBatch(at, [await at.givenPayableClaim({ people: 1 })])
    await signTwice(at, await givenBatch(at, [await at.givenPayableClaim({ people: 1 })]))
  }
  const claims = []
  for (let nth = 0; nth < count; nth += 1) claims.push(await at.givenPayableClaim({ people: 1 }))
  const together = await givenBatch(at, claims)
  for (let nth = 0; nth < count; nth += 1) await at.givenPayableClaim({ people: 1 })
  return { ...settled, together }
}

it(`asks the database as often for ${ROWS} rows as for one`, async () => {
  const reads = async ({ claim, batch, returned, together }: Awaited<ReturnType<typeof givenRows>>) => {
    const again = await at.finance.call(makeBatch, {
      body: { claimIds: [], returnedIds: returned.map(({ id }) => id), releasedIds: [] },
    })
    const asked: Record<string, () => Promise<unknown>> = {
      'the batches': () => at.finance.call(listBatches, { query: {} }),
      'what can be paid': () => at.finance.call(listPayableClaims),
      'the number of batches to be signed': () => at.approver.call(countBatches),
      'the number of batches to be made or exported': () => at.finance.call(countBatches),
      'a batch': () => at.finance.call(getBatch, { params: { batchId: together.id } }),
      'the way of a batch': () => at.finance.call(walkTrail, { params: { kind: 'batch', id: together.id } }),
      'the payments of a batch': () => at.finance.call(listPayments, { params: { batchId: batch.id }, query: {} }),
      'payments that are paid again': () => at.finance.call(listPayments, { params: { batchId: again.id }, query: {} }),
      'what the bank gave back': () => at.clerk.call(listReturnedPayments, { query: {} }),
      'a payee': () => at.clerk.call(getPayee, { params: { claimLineId: returned[0]!.claimLineId } }),
      'the recoveries': () => at.finance.call(listRecoveries, { query: {} }),
      'the recoveries of a claim': () => at.clerk.call(listClaimRecoveries, { params: { claimId: claim.id } }),
    }
    const counted: Record<string, number> = {}
    for (const [name, ask] of Object.entries(asked)) {
      const before = sent()
      await ask()
      counted[name] = sent() - before
    }
    return counted
  }
  const one = await reads(await givenRows(1))
  expect(Math.min(...Object.values(one))).toBeGreaterThan(2)
  expect(await reads(await givenRows(ROWS))).toEqual(one)
}, 120_000)
