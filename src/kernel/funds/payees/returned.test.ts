import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { setBusinessNow } from '../../../platform/clock/public.ts'
import { brokenConstraint } from '../../../platform/db/public.ts'
import {
  applyReturnFile,
  type Batch,
  exportBatch,
  getBatch,
  listPayableClaims,
  listPayments,
  makeBatch,
} from '../batches/contract.ts'
import {
  anotherCard,
  asDatabaseOwner,
  bankAnswer,
  type BatchDesks,
  countsOf,
  givenBatchDesks,
  givenCorrectedAccount,
  givenExportedBatch,
  holderOf,
  refusalOf,
  signTwice,
  tablesShowing,
} from '../batches/testing.ts'
import { openPayments } from '../batches/payment-store.ts'
import { recomputeBalances } from '../budget/ledger.ts'
import { findLine } from '../budget/store.ts'
import { listClaimLines } from '../claims/people/store.ts'
import { findClaim } from '../claims/store.ts'
import { newId } from '../../values/public.ts'
import { givenBudgetLine, NOW, testVault } from '../testing.ts'
import {
  countReturnedPayments,
  decideCorrection,
  getPayee,
  listReturnedPayments,
  type Payee,
  proposeCorrection,
} from './contract.ts'
import { insertCorrectionDecision, listCorrections } from './store.ts'

let at: BatchDesks
let lineId: string
beforeAll(async () => {
  at = await givenBatchDesks()
  lineId = await at.funds.within((tx) => givenBudgetLine(tx))
})
afterAll(() => at.close())

const balance = async () => (await at.funds.within((tx) => findLine(tx, lineId)))!
const statusOf = async (claimId: string) => (await at.funds.within((tx) => findClaim(tx, claimId)))!.status
const upload = (batch: { id: string }, bytes: Uint8Array, partial: 'yes' | 'no' = 'no') =>
  at.finance.call(applyReturnFile, {
    params: { batchId: batch.id },
    query: { fileName: '回盘.csv', partial },
    file: new Blob([Buffer.from(bytes)]),
  })

/** A batch of one claim, of which the bank gives back these positions. */
async function givenReturned(people: number, ...positions: number[]) {
  const claim = await at.givenPayableClaim({ people })
  const batch = await givenExportedBatch(at, [claim])
  const returns = new Map(
    positions.map((position) => [`${batch.number}-${String(position).padStart(4, '0')}`, '账户已销户']),
  )
  await upload(batch, await bankAnswer(at, batch.id, returns))
  const { items } = await at.finance.call(listPayments, {
    params: { batchId: batch.id },
    query: { status: 'returned' },
  })
  return { claim, batch, returned: items }
}

/** The bank pays everything of a batch. */
async function payAll(batch: Batch) {
  await signTwice(at, batch)
  await at.finance.call(exportBatch, { params: { batchId: batch.id } })
  return upload(batch, await bankAnswer(at, batch.id))
}

describe('a payment that the bank gave back', () => {
  it('is paid again to the corrected account, once, and then the claim is paid', async () => {
    const before = await balance()
    const { claim, returned } = await givenReturned(3, 2)
    const [payment] = returned
    expect(await statusOf(claim.id)).toBe('batched')
    expect((await balance()).returnedFen - before.returnedFen).toBe(100_000n)

    const waiting = (await at.finance.call(listReturnedPayments)).items.find(({ id }) => id === payment!.id)
    expect(waiting).toMatchObject({ state: 'to-correct', reason: '账户已销户', daysLate: -15 })
    const tooEarly = await refusalOf(at.finance.call(makeBatch, { body: { claimIds: [], returnedIds: [payment!.id] } }))
    expect(tooEarly.items[0]?.detail).toContain('待更正账户')

    const card = anotherCard()
    const payee = await givenCorrectedAccount(at, payment!.claimLineId, { accountNumber: card })
    expect(payee.present.tail).toBe(card.slice(-4))
    expect(payee.former.tail).toBe(payment!.tail)

    const payable = (await at.finance.call(listPayableClaims)).lines.flatMap((line) => line.returned)
    expect(payable).toContainEqual(
      expect.objectContaining({ id: payment!.id, former: payee.former, present: payee.present, mayNot: null }),
    )
    const batch = await at.finance.call(makeBatch, { body: { claimIds: [], returnedIds: [payment!.id] } })
    expect(batch).toMatchObject({ lineCount: 1, amountFen: '100000' })
    expect((await balance()).returnedFen).toBe(before.returnedFen)
    const { items } = await at.finance.call(listPayments, { params: { batchId: batch.id } })
    expect(items).toMatchObject([
      { replaces: { id: payment!.id, reference: payment!.reference }, formerAccount: payee.former },
    ])
    expect(items[0]!.reference).not.toBe(payment!.reference)
    expect((await at.finance.call(getBatch, { params: { batchId: batch.id } })).claims).toMatchObject([
      { id: claim.id, again: true, paidCount: 1, paidFen: '100000' },
    ])

    const twice = await refusalOf(at.finance.call(makeBatch, { body: { claimIds: [], returnedIds: [payment!.id] } }))
    expect(twice.code).toBe('not-returned')

    await payAll(batch)
    expect(await statusOf(claim.id)).toBe('paid')
    expect((await balance()).paidFen - before.paidFen).toBe(300_000n)
    expect(await at.funds.within(recomputeBalances)).toEqual([])
    expect(await tablesShowing(at, card)).toEqual([])
    expect((await at.finance.call(listReturnedPayments)).items.map(({ id }) => id)).not.toContain(payment!.id)
  })

  it('waits until every line of its claim is paid, and may come back again', async () => {
    const { claim, returned } = await givenReturned(2, 1, 2)
    for (const { claimLineId } of returned) await givenCorrectedAccount(at, claimLineId)
    const batch = await at.finance.call(makeBatch, {
      body: { claimIds: [], returnedIds: returned.map(({ id }) => id) },
    })
    await signTwice(at, batch)
    await at.finance.call(exportBatch, { params: { batchId: batch.id } })
    await upload(batch, await bankAnswer(at, batch.id, new Map([[`${batch.number}-0002`, '账号户名不符']])))
    expect(await statusOf(claim.id)).toBe('batched')

    const again = (await at.finance.call(listReturnedPayments)).items.find(({ claimId }) => claimId === claim.id)!
    expect(again).toMatchObject({ state: 'to-correct', reason: '账号户名不符' })
    await givenCorrectedAccount(at, again.claimLineId)
    await payAll(await at.finance.call(makeBatch, { body: { claimIds: [], returnedIds: [again.id] } }))
    expect(await statusOf(claim.id)).toBe('paid')
    const { payments } = await at.clerk.call(getPayee, { params: { claimLineId: again.claimLineId } })
    expect(payments.map(({ status }) => status)).toEqual(['returned', 'returned', 'paid'])
  })

  it('is put into one new batch, however many makers choose it at the same moment', async () => {
    const { returned } = await givenReturned(1, 1)
    await givenCorrectedAccount(at, returned[0]!.claimLineId)
    const makers = await Promise.all([1, 2, 3].map(() => at.desks.someone(['finance'])))
    const body = { claimIds: [], returnedIds: [returned[0]!.id] }
    const outcomes = await Promise.allSettled(makers.map((maker) => maker.call(makeBatch, { body })))
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })

  it('never lives beside another of its line: the database refuses', async () => {
    const { batch, returned } = await givenReturned(2, 1)
    const insert = (status: string, replaces: string | null) =>
      asDatabaseOwner(at, async (query) => {
        const [line] = (await query('select * from funds.batch_lines where id = $1', [returned[0]!.id])).rows
        await query(
          `insert into funds.batch_lines (district, id, batch_id, claim_line_id, position, reference, payee_name, account_sealed, account_tail, bank_name, amount_fen, purpose, status, replaces_id)
           values ($1, $2, $3, $4, 99, $5, 'x', '\\x00', '0000', 'x', 1, 'x', $6, $7)`,
          [line.district, newId(), batch.id, line.claim_line_id, newId(), status, replaces],
        )
      })
    await insert('frozen', returned[0]!.id)
    await expect(insert('frozen', null)).rejects.toThrow('one_live_payment_a_claim_line')
    await expect(insert('returned', returned[0]!.id)).rejects.toThrow('a_payment_is_replaced_once')
    const [another] = (await givenReturned(1, 1)).returned
    await expect(insert('returned', another!.id)).rejects.toThrow('paid_again_for_the_same_line')
  })

  it('is overdue after the county’s days, and says by how many', async () => {
    const { returned } = await givenReturned(1, 1)
    const later = new Date(NOW.getTime() + 20 * 86_400_000)
    await at.funds.within((tx) => setBusinessNow(tx, later))
    const shown = (await at.finance.call(listReturnedPayments)).items.find(({ id }) => id === returned[0]!.id)
    expect(shown).toMatchObject({ dueOn: '2022-04-12', daysLate: 5 })
    expect((await at.finance.call(countReturnedPayments)).overdue).toBeGreaterThanOrEqual(1)
    await at.funds.within((tx) => setBusinessNow(tx, NOW))
  })
})

describe('the correction of an account', () => {
  let payee: Payee
  let holderName: string
  const propose = (over: object = {}, by = at.clerk) =>
    by.call(proposeCorrection, {
      params: { claimLineId: payee.claimLineId },
      body: {
        accountNumber: anotherCard(),
        holderName,
        bankName: '浙江农商银行',
        reason: '原账户已销户',
        evidence: '社会保障卡',
        ...over,
      },
    })
  beforeAll(async () => {
    const { returned } = await givenReturned(2, 1)
    const { claimLineId } = returned[0]!
    payee = await at.clerk.call(getPayee, { params: { claimLineId } })
    holderName = await holderOf(at, claimLineId)
  })

  it('says everything that is wrong with the account at once, and keeps nothing', async () => {
    const before = await countsOf(at)
    const problem = await refusalOf(propose({ accountNumber: '6228480000000000011', holderName: '李四' }))
    expect(problem).toMatchObject({ status: 422, code: 'another-party' })
    expect(problem.items.map(({ detail }) => detail)).toEqual([
      expect.stringContaining('校验位错误'),
      expect.stringContaining('不能换人(P04)'),
    ])
    for (const accountNumber of ['88888888', '123456789', '12'])
      expect((await refusalOf(propose({ accountNumber }))).code).toBe('account-wrong')
    expect(await countsOf(at)).toEqual(before)
  })

  it('is confirmed by another person, in the database’s opinion too, and declined for a reason', async () => {
    const proposed = await propose()
    const { id: correctionId } = proposed.corrections[0]!
    const params = { claimLineId: payee.claimLineId, correctionId }
    const confirmed = { outcome: 'confirmed' as const, reason: '' }
    const same = await at.desks.someone(['reviewer'], { personId: at.clerk.actor.personId })
    expect((await refusalOf(same.call(decideCorrection, { params, body: confirmed }))).status).toBe(403)
    expect((await same.call(getPayee, { params })).mayNotDecide?.zh).toContain('另一人')
    const kept = (await at.funds.within((tx) => listCorrections(tx, [payee.claimLineId]))).get(payee.claimLineId)!
    const own = at.funds.within((tx) =>
      insertCorrectionDecision(tx, {
        correction: kept[0]!,
        decidedBy: kept[0]!.proposedBy,
        accountId: kept[0]!.accountId,
        outcome: 'confirmed',
        reason: '',
        businessAt: NOW,
      }),
    )
    expect(brokenConstraint(await own.catch((error: unknown) => error))).toBe('two_people_correct_an_account')

    expect((await refusalOf(propose())).code).toBe('account-not-correctable')
    const declined = { outcome: 'declined' as const, reason: '' }
    expect((await refusalOf(at.reviewer.call(decideCorrection, { params, body: declined }))).status).toBe(422)
    await at.reviewer.call(decideCorrection, { params, body: { ...declined, reason: '材料不清' } })
    expect((await refusalOf(at.reviewer.call(decideCorrection, { params, body: confirmed }))).code).toBe(
      'nothing-to-decide',
    )
    expect((await at.clerk.call(getPayee, { params })).present).toEqual(payee.present)
  })

  it('is decided once, however many people decide at the same moment', async () => {
    const proposed = await propose()
    const params = { claimLineId: payee.claimLineId, correctionId: proposed.corrections.at(-1)!.id }
    const body = { outcome: 'confirmed' as const, reason: '' }
    const outcomes = await Promise.allSettled(
      [at.reviewer, at.approver, at.second].map((by) => by.call(decideCorrection, { params, body })),
    )
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })

  it('is not for whom the claim pays, nor for a payment under way', async () => {
    const claim = await at.givenPayableClaim()
    const [line] = await at.funds.within((tx) => listClaimLines(tx, claim.id))
    const beneficiary = await at.desks.someone(['clerk'], { personId: line!.personId })
    const params = { claimLineId: line!.id }
    const body = {
      accountNumber: anotherCard(),
      holderName: '王静甲',
      bankName: '浙江农商银行',
      reason: '换卡',
      evidence: '社会保障卡',
    }
    expect((await refusalOf(beneficiary.call(proposeCorrection, { params, body }))).detail).toContain('学员名单')
    await givenExportedBatch(at, [claim])
    expect((await refusalOf(at.clerk.call(proposeCorrection, { params, body }))).detail).toContain('已列入批次')
  })

  it('before a first payment is paid with both accounts shown; one that nobody confirmed keeps the claim waiting', async () => {
    const claim = await at.givenPayableClaim()
    const [line] = await at.funds.within((tx) => listClaimLines(tx, claim.id))
    const former = (await at.clerk.call(getPayee, { params: { claimLineId: line!.id } })).present
    const body = {
      accountNumber: anotherCard(),
      holderName: await holderOf(at, line!.id),
      bankName: '中国邮政储蓄银行',
      reason: '换卡',
      evidence: '社会保障卡',
    }
    const { corrections } = await at.clerk.call(proposeCorrection, { params: { claimLineId: line!.id }, body })
    const waits = await refusalOf(at.finance.call(makeBatch, { body: { claimIds: [claim.id] } }))
    expect(waits.items).toMatchObject([{ at: claim.number, detail: expect.stringContaining('更正待确认') }])
    await at.reviewer.call(decideCorrection, {
      params: { claimLineId: line!.id, correctionId: corrections[0]!.id },
      body: { outcome: 'confirmed', reason: '' },
    })
    const batch = await at.finance.call(makeBatch, { body: { claimIds: [claim.id] } })
    const [first, second] = (await at.finance.call(listPayments, { params: { batchId: batch.id } })).items
    expect(first).toMatchObject({
      tail: body.accountNumber.slice(-4),
      bankName: '中国邮政储蓄银行',
      formerAccount: former,
      replaces: null,
    })
    expect(second?.formerAccount).toBeNull()
    const sent = await at.funds.within((tx) => openPayments(tx, testVault, batch.id))
    expect(sent[0]?.accountNumber).toBe(body.accountNumber)
  })
})

describe('a bank that answers in parts', () => {
  const linesOf = (bytes: Uint8Array) => new TextDecoder('gbk').decode(bytes).split('\r\n').filter(Boolean)
  const part = (all: readonly string[], ...nth: number[]) =>
    Buffer.from([all[0]!, ...nth.map((each) => all[each]!)].map((line) => `${line}\r\n`).join(''))

  it('is taken at its word only where the file is said to be partial; the rest is waited for', async () => {
    const claim = await at.givenPayableClaim({ people: 3 })
    const batch = await givenExportedBatch(at, [claim])
    const gbk = await bankAnswer(at, batch.id)
    const all = linesOf(gbk).map((line) => line)
    expect((await refusalOf(upload(batch, part(all, 1)))).code).toBe('return-file-differs')
    expect(await upload(batch, part(all, 1, 2), 'yes')).toMatchObject({ paidCount: 2, batch: { status: 'exported' } })
    expect(await statusOf(claim.id)).toBe('batched')
    expect((await refusalOf(upload(batch, part(all, 2), 'yes'))).items[0]?.detail).toContain('没有新的结果')
    expect(await upload(batch, part(all, 1, 3), 'yes')).toMatchObject({ paidCount: 1, batch: { status: 'settled' } })
    expect(await statusOf(claim.id)).toBe('paid')
    expect(await at.funds.within(recomputeBalances)).toEqual([])
  })

  it('can still give back what it had paid; the claim is paid no longer, and nothing that came back is paid by a file', async () => {
    const before = await balance()
    const claim = await at.givenPayableClaim({ people: 2 })
    const batch = await givenExportedBatch(at, [claim])
    const all = linesOf(await bankAnswer(at, batch.id))
    await upload(batch, part(all, 1, 2), 'yes')
    expect(await statusOf(claim.id)).toBe('paid')
    const back = linesOf(await bankAnswer(at, batch.id, new Map([[`${batch.number}-0001`, '账号户名不符']])))
    expect(await upload(batch, part(back, 1), 'yes')).toMatchObject({ returnedCount: 1, paidCount: 0 })
    expect(await statusOf(claim.id)).toBe('batched')
    const after = await balance()
    expect(after.paidFen - before.paidFen).toBe(100_000n)
    expect(after.returnedFen - before.returnedFen).toBe(100_000n)
    const repaid = part(all, 1)
    const problem = await refusalOf(upload(batch, Buffer.concat([repaid, Buffer.from('\r\n')]), 'yes'))
    expect(problem.items[0]?.detail).toContain('重付须列入新批次')
  })
})
