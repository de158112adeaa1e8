import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { brokenConstraint } from '../../../platform/db/public.ts'
import { listBenefits, listUses } from '../../policy/public.ts'
import { walkTrail } from '../../record/contract.ts'
import { sumFen } from '../../values/public.ts'
import { applyReturnFile, enterVoucher, getBatch, listPayments, type Payment } from '../batches/contract.ts'
import {
  asDatabaseOwner,
  bankAnswer,
  type BatchDesks,
  countsOf,
  givenBatchDesks,
  givenExportedBatch,
  refusalOf,
} from '../batches/testing.ts'
import { recomputeBalances } from '../budget/ledger.ts'
import { findLine } from '../budget/store.ts'
import { listClaimPeople } from '../claims/people/store.ts'
import { givenBudgetLine, NOW } from '../testing.ts'
import { decideRecovery, enterReceipt, getRecovery, listClaimRecoveries, proposeRecovery } from './contract.ts'
import { findRecovery, insertRecoveryDecision, listRecoveriesOf } from './store.ts'

let at: BatchDesks
let lineId: string
beforeAll(async () => {
  at = await givenBatchDesks()
  lineId = await at.funds.within((tx) => givenBudgetLine(tx))
})
afterAll(() => at.close())

const balance = async () => (await at.funds.within((tx) => findLine(tx, lineId)))!
let vouchers = 0

async function givenPaid(people = 1) {
  const claim = await at.givenPayableClaim({ people })
  const batch = await givenExportedBatch(at, [claim])
  const bytes = await bankAnswer(at, batch.id)
  const answer = await at.finance.call(applyReturnFile, {
    params: { batchId: batch.id },
    query: { fileName: '回盘.csv' },
    file: new Blob([Buffer.from(bytes)]),
  })
  const { items } = await at.finance.call(listPayments, { params: { batchId: batch.id } })
  return { claim, batch, payments: items, returnFileId: answer.returnFileId }
}

const propose = (payment: Payment, amountFen = '100000', by = at.clerk) =>
  by.call(proposeRecovery, {
    params: { paymentId: payment.id },
    body: { amountFen, reason: '查明培训期间已就业', document: '莲人社追〔2022〕1号' },
  })
const decide = (recoveryId: string, by = at.reviewer, outcome: 'confirmed' | 'declined' = 'confirmed') =>
  by.call(decideRecovery, { params: { recoveryId }, body: { outcome, reason: '经核对' } })
const receive = (recoveryId: string, amountFen: string, over: { voucher?: string; receivedOn?: string } = {}) =>
  at.finance.call(enterReceipt, {
    params: { recoveryId },
    body: { amountFen, voucher: `记-2022-${++vouchers}`, receivedOn: '2022-03-28', ...over },
  })
async function givenOrdered(amountFen = '100000') {
  const paid = await givenPaid()
  const { recovery } = await propose(paid.payments[0]!, amountFen)
  await decide(recovery.id)
  return { ...paid, payment: paid.payments[0]!, id: recovery.id }
}

describe('money that was paid by mistake', () => {
  it('comes back in parts by vouchers, linked to a payment that never changes', async () => {
    const { payment, id, claim, batch } = await givenOrdered()
    const before = await balance()
    const counting = () =>
      at.funds.within(async (tx) => {
        const people = await listClaimPeople(tx, claim.id)
        const benefits = await listBenefits(
          tx,
          people.map(({ personId }) => personId),
        )
        const uses = await listUses(
          tx,
          benefits.map(({ personKey }) => personKey),
        )
        return {
          here: sumFen(benefits.map(({ amountFen }) => amountFen)),
          there: sumFen(uses.map((each) => each.amountFen)),
        }
      })
    const whole = (await counting()).here
    expect(await receive(id, '40000')).toMatchObject({ recovery: { status: 'ordered', receivedFen: '40000' } })
    expect(await counting()).toEqual({ here: whole - 40_000n, there: whole - 40_000n })
    const done = await receive(id, '60000')
    expect(await counting()).toEqual({ here: whole - 100_000n, there: whole - 100_000n })
    expect(done.recovery).toMatchObject({ status: 'recovered', receivedFen: '100000' })
    const after = await balance()
    expect(after.recoveredFen - before.recoveredFen).toBe(100_000n)
    expect(before.paidFen - after.paidFen).toBe(100_000n)
    expect(after.availableFen).toBe(before.availableFen)
    expect(await at.funds.within(recomputeBalances)).toEqual([])
    const [still] = (await at.finance.call(listPayments, { params: { batchId: batch.id } })).items
    expect(still).toEqual(payment)
    expect((await refusalOf(receive(id, '1'))).code).toBe('recovery-status')

    const step = await at.finance.call(walkTrail, { params: { kind: 'payment', id: payment.id } })
    expect(step.leadsTo).toMatchObject([{ kind: 'recovery', id }])
    expect(step.says).toContainEqual(expect.objectContaining({ value: { zh: '已支付', en: 'Paid' } }))
    const receipt = await at.finance.call(walkTrail, {
      params: { kind: 'recovery-receipt', id: done.receipts[0]!.id },
    })
    expect(receipt.restsOn).toMatchObject([{ kind: 'recovery', id: done.recovery.id }])

    const told = await at.desks.someone(['provider'], { organisationId: claim.organisationId })
    const { recoveries } = await told.call(listClaimRecoveries, { params: { claimId: claim.id } })
    const text = recoveries[0]!.notice.map(({ zh }) => zh).join('')
    expect(text).toContain('支付 1,000.00 元')
    expect(text).toContain('已全部到账')
    expect(text).toContain('莲人社追〔2022〕1号')
    expect(text).not.toMatch(/\d{10}/)
    const stranger = await at.desks.someone(['provider'], { organisationId: payment.id })
    expect((await refusalOf(stranger.call(listClaimRecoveries, { params: { claimId: claim.id } }))).status).toBe(404)
  })

  it('is ordered by two people, in the database’s opinion too, and once', async () => {
    const { payments } = await givenPaid()
    const { recovery } = await propose(payments[0]!)
    expect((await refusalOf(propose(payments[0]!))).detail).toContain('已有追回事项')
    const same = await at.desks.someone(['reviewer'], { personId: at.clerk.actor.personId })
    expect((await refusalOf(decide(recovery.id, same))).status).toBe(403)
    expect((await same.call(getRecovery, { params: { recoveryId: recovery.id } })).mayNotDecide?.zh).toContain('另一人')
    const own = at.funds.within(async (tx) => {
      const row = (await findRecovery(tx, recovery.id))!
      const decision = { decidedBy: row.proposedBy, accountId: row.accountId, reason: '', businessAt: NOW }
      await insertRecoveryDecision(tx, row, { ...decision, outcome: 'confirmed' })
    })
    expect(brokenConstraint(await own.catch((error: unknown) => error))).toBe('two_people_order_a_recovery')
    const outcomes = await Promise.allSettled([at.reviewer, at.approver].map((by) => decide(recovery.id, by)))
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect((await refusalOf(receive(recovery.id, '100001'))).items[0]?.detail).toContain('超过了还应追回的 1,000.00 元')
  })

  it('never is more than was paid, nor of what was not paid; a declined one may be proposed anew', async () => {
    const { payments } = await givenPaid()
    expect((await refusalOf(propose(payments[0]!, '100001'))).detail).toContain('不能超过已支付的 1,000.00 元')
    const first = await propose(payments[0]!)
    expect((await refusalOf(receive(first.recovery.id, '1'))).code).toBe('recovery-status')
    await decide(first.recovery.id, at.reviewer, 'declined')
    await decide((await propose(payments[0]!, '1')).recovery.id)
    const batch = await givenExportedBatch(at, [await at.givenPayableClaim()])
    const [sent] = (await at.finance.call(listPayments, { params: { batchId: batch.id } })).items
    expect((await refusalOf(propose(sent!))).code).toBe('not-recoverable')
    const more = asDatabaseOwner(at, (query) =>
      query('update funds.recoveries set amount_fen = 100001 where payment_id = $1', [payments[0]!.id]),
    )
    await expect(more).rejects.toThrow('not_more_than_was_paid')
  })

  it('is entered once by a voucher, on a day between the payment and today', async () => {
    const { id } = await givenOrdered()
    const other = await givenOrdered()
    await receive(id, '10000', { voucher: '记-9' })
    const before = await countsOf(at)
    expect((await refusalOf(receive(other.id, '10000', { voucher: '记-9' }))).detail).toContain('已登记过')
    expect((await refusalOf(receive(id, '10000', { receivedOn: '2022-03-29' }))).detail).toContain('不能晚于今天')
    expect((await refusalOf(receive(id, '10000', { receivedOn: '2022-03-27' }))).detail).toContain('不能早于支付')
    expect(await countsOf(at)).toEqual(before)
  })

  it('cannot come back from the bank as well', async () => {
    const { batch, payment } = await givenOrdered()
    const bytes = await bankAnswer(at, batch.id, new Map([[payment.reference, '账号户名不符']]))
    const late = at.finance.call(applyReturnFile, {
      params: { batchId: batch.id },
      query: { fileName: '退票.csv', partial: 'yes' },
      file: new Blob([Buffer.from(bytes)]),
    })
    expect((await refusalOf(late)).items[0]?.detail).toContain('已列入追回')
  })

  it('never comes back more often than it was ordered, whatever comes at the same moment', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.bigInt(1n, 60_000n), { minLength: 2, maxLength: 5 }), async (parts) => {
        const { id, payment } = await givenOrdered()
        await Promise.allSettled(parts.map((fen) => receive(id, String(fen))))
        const row = (await at.funds.within((tx) => listRecoveriesOf(tx, [payment.id]))).get(payment.id)!
        expect(row.receivedFen <= 100_000n).toBe(true)
        expect(await at.funds.within(recomputeBalances)).toEqual([])
      }),
      { numRuns: 4 },
    )
  })
})

describe('a voucher', () => {
  it('is entered once for a return file, shown with it and in the ledger, and belongs to one file', async () => {
    const [one, two] = [await givenPaid(), await givenPaid()]
    const enter = (paid: typeof one, number: string, issuedOn = '2022-03-28') =>
      at.finance.call(enterVoucher, {
        params: { batchId: paid.batch.id, returnFileId: paid.returnFileId },
        body: { number, issuedOn },
      })
    expect((await refusalOf(enter(one, '付-1', '2022-03-29'))).code).toBe('voucher-wrong')
    expect(await enter(one, '付-1')).toMatchObject({
      answered: { voucher: { number: '付-1', issuedOn: '2022-03-28' } },
    })
    expect((await refusalOf(enter(one, '付-2'))).detail).toContain('已经登记过')
    expect((await refusalOf(enter(two, '付-1'))).detail).toContain('另一份回盘文件')
    const detail = await at.finance.call(getBatch, { params: { batchId: one.batch.id } })
    expect(detail.files.find(({ kind }) => kind === 'return-file')?.answered?.voucher?.number).toBe('付-1')
    const elsewhere = at.finance.call(enterVoucher, {
      params: { batchId: two.batch.id, returnFileId: one.returnFileId },
      body: { number: '付-3', issuedOn: '2022-03-28' },
    })
    expect((await refusalOf(elsewhere)).status).toBe(404)
  })
})
