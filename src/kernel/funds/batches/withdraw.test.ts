import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { brokenConstraint } from '../../../platform/db/public.ts'
import { walkTrail } from '../../record/contract.ts'
import { listActs } from '../../record/public.ts'
import { newId } from '../../values/public.ts'
import { recomputeBalances } from '../budget/ledger.ts'
import { findLine } from '../budget/store.ts'
import { listClaimLines } from '../claims/people/store.ts'
import { type Claim, findClaim } from '../claims/store.ts'
import { listReturned } from '../payees/store.ts'
import { listStatusEvents } from '../status/store.ts'
import { fundsProofs } from '../proofs/proofs.ts'
import { givenBudgetLine, testVault } from '../testing.ts'
import {
  applyReturnFile,
  type Batch,
  exportBatch,
  getBatch,
  listPayableClaims,
  listPayments,
  makeBatch,
  signBatch,
  withdrawBatch,
} from './contract.ts'
import {
  asDatabaseOwner,
  bankAnswer,
  type BatchDesks,
  givenBatch,
  givenBatchDesks,
  givenCorrectedAccount,
  givenExportedBatch,
  refusalOf,
  signTwice,
} from './testing.ts'

let at: BatchDesks
let lineId: string
let claim: Claim
beforeAll(async () => {
  at = await givenBatchDesks()
  lineId = await at.funds.within((tx) => givenBudgetLine(tx))
})
afterAll(() => at.close())
beforeEach(async () => {
  claim = await at.givenPayableClaim({ people: 2 })
})

const REASON = '漏了一件申领单'
const withdraw = ({ id }: Pick<Batch, 'id'>, by = at.finance, reason = REASON) =>
  by.call(withdrawBatch, { params: { batchId: id }, body: { reason } })
const sign = ({ id, contentSha256 }: Batch, by = at.approver) =>
  by.call(signBatch, { params: { batchId: id }, body: { contentSha256 } })
const detail = ({ id }: Pick<Batch, 'id'>, by = at.finance) => by.call(getBatch, { params: { batchId: id } })
const statusOf = async ({ id }: Pick<Claim, 'id'>) => (await at.funds.within((tx) => findClaim(tx, id)))!.status
const balance = async () => (await at.funds.within((tx) => findLine(tx, lineId)))!
const transfers = async () =>
  Number((await asDatabaseOwner(at, (ask) => ask('select 1 from funds.transfers'))).rowCount)
const answer = async ({ id }: Batch, returns?: ReadonlyMap<string, string>) => {
  const file = new Blob([Buffer.from(await bankAnswer(at, id, returns))])
  return at.finance.call(applyReturnFile, { params: { batchId: id }, query: { fileName: '回盘.csv' }, file })
}
const books = async () => (await at.funds.within(recomputeBalances)).map(({ sentence }) => sentence.zh)

describe('a batch that is not out yet', () => {
  it.each(['frozen', 'half-signed', 'signed'] as const)(
    'can be taken back by its maker while it is %s: its claims wait to be paid again, and no money moved',
    async (status) => {
      const [before, posted] = [await balance(), await transfers()]
      const batch = await givenBatch(at, [claim])
      if (status !== 'frozen') await sign(batch)
      if (status === 'signed') await sign(batch, at.second)
      expect((await detail(batch)).batch.status).toBe(status)

      expect(await withdraw(batch)).toMatchObject({ number: batch.number, status: 'withdrawn' })
      expect(await statusOf(claim)).toBe('payable')
      expect([await balance(), await transfers()]).toEqual([before, posted])
      const payments = await at.finance.call(listPayments, { params: { batchId: batch.id }, query: {} })
      expect(payments.items.map((payment) => payment.status)).toEqual(['withdrawn', 'withdrawn'])

      const told = await detail(batch)
      expect(told.withdrawn).toMatchObject({ reason: REASON, name: expect.stringMatching(/^王\*/) })
      const [act] = (await at.funds.within((tx) => listActs(tx, 'batch', batch.id))).filter(
        (each) => each.act === 'batch.withdrawn',
      )
      expect(act?.detail).toMatchObject({ reason: REASON, claims: [claim.number], payments: 2 })
      const events = await at.funds.within((tx) => listStatusEvents(tx, batch.id))
      expect(events.at(-1)).toMatchObject({ from: status, to: 'withdrawn', note: REASON })
      const ofClaim = await at.funds.within((tx) => listStatusEvents(tx, claim.id))
      expect(ofClaim.at(-1)).toMatchObject({ from: 'batched', to: 'payable', note: `${batch.number}: ${REASON}` })
    },
  )

  it('leaves its number used: the next batch of the claim has another, other references, and needs its own two signatures', async () => {
    const first = await givenBatch(at, [claim])
    await signTwice(at, first)
    await withdraw(first)
    expect((await at.finance.call(listPayableClaims)).lines[0]!.claims.map(({ id }) => id)).toContain(claim.id)

    const next = await givenBatch(at, [claim])
    expect(next.number).not.toBe(first.number)
    expect((await detail(next)).signatures).toEqual([])
    const refused = await refusalOf(at.finance.call(exportBatch, { params: { batchId: next.id } }))
    expect(refused.code).toBe('batch-status')
    await signTwice(at, next)
    await at.finance.call(exportBatch, { params: { batchId: next.id } })
    await answer(next)
    expect(await statusOf(claim)).toBe('paid')
    expect(await books()).toEqual([])
  })

  it('can be taken back more than once; each time the claim is in one batch alone', async () => {
    for (let times = 0; times < 3; times += 1) await withdraw(await givenBatch(at, [claim]))
    const made = await Promise.allSettled([givenBatch(at, [claim]), givenBatch(at, [claim])])
    expect(made.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const other = await asDatabaseOwner(at, (ask) =>
      ask(
        `insert into funds.batch_claims (district, batch_id, claim_id, nth)
         select b.district, b.id, k.claim_id, k.nth from funds.batch_claims k join funds.batches b
           on b.district = k.district and not exists (select 1 from funds.batch_claims x where x.batch_id = b.id and x.claim_id = $1)
         where k.claim_id = $1 order by k.nth desc limit 1`,
        [claim.id],
      ).catch(brokenConstraint),
    )
    expect(other).toBe('one_batch_a_claim')
  })

  it('is taken back by nobody else: neither who signs nor another of the finance office, in the database’s opinion too', async () => {
    const batch = await givenBatch(at, [claim])
    const another = await at.desks.someone(['finance'])
    expect(await refusalOf(withdraw(batch, another))).toMatchObject({
      status: 409,
      code: 'withdrawn_by_a_keeper',
      detail: '批次只能由制单的人(已交接的,由接手的人)撤回。请联系制单人或接手人。',
    })
    for (const by of [at.approver, at.clerk, at.reviewer])
      expect((await refusalOf(withdraw(batch, by))).status).toBe(403)
    expect([(await detail(batch)).isKeeper, (await detail(batch, another)).isKeeper]).toEqual([true, false])
    const forged = await asDatabaseOwner(at, (ask) =>
      ask(
        `insert into funds.batch_withdrawals (district, id, batch_id, reason, withdrawn_by, account_id, business_at)
         select district, $2, id, '原因', $3, $3, now() from funds.batches where id = $1`,
        [batch.id, newId(), another.actor.personId],
      ).catch(brokenConstraint),
    )
    expect(forged).toBe('withdrawn_by_a_keeper')
    expect((await detail(batch)).batch.status).toBe('frozen')
  })

  it('pays nobody twice whatever is broken: the database itself keeps a live payment from being paid elsewhere', async () => {
    const batch = await givenBatch(at, [claim])
    // As if its guard were broken: half withdrawn, its claims payable again while its payments live.
    const broken = await asDatabaseOwner(at, async (ask) => {
      await ask("update funds.claims set status = 'payable' where id = $1", [claim.id])
      return ask("update funds.batches set status = 'withdrawn' where id = $1", [batch.id]).then(
        () => undefined,
        brokenConstraint,
      )
    })
    expect(broken).toBeUndefined()
    expect(await refusalOf(givenBatch(at, [claim]))).toMatchObject({
      status: 409,
      code: 'one_live_payment_a_claim_line',
    })
    expect((await detail(batch)).batch.status).toBe('withdrawn')
    const payments = await at.finance.call(listPayments, { params: { batchId: batch.id }, query: {} })
    expect(payments.items.map((payment) => payment.status)).toEqual(['frozen', 'frozen'])
    // What verifies the states against their events names both rows.
    const named: string[] = []
    const states = fundsProofs({ vault: testVault }).find(({ name }) => name === 'states')!
    await at.funds.within((tx) =>
      states.run(tx, { compared: () => undefined, differs: ({ key }) => void named.push(String(key)) }),
    )
    expect(named).toEqual(expect.arrayContaining([batch.id, claim.id]))
  })

  it('wants a reason, and keeps no long number of it', async () => {
    const batch = await givenBatch(at, [claim])
    expect(await refusalOf(withdraw(batch, at.finance, ' '))).toMatchObject({ status: 400 })
    await withdraw(batch, at.finance, '账号 6217001234567890123 有误')
    expect((await detail(batch)).withdrawn?.reason).not.toMatch(/\d{8}/)
  })

  it('is walked to afterwards from its claim and from its payments, and says that it was taken back and why', async () => {
    const batch = await givenBatch(at, [claim])
    await withdraw(batch)
    const step = await at.finance.call(walkTrail, { params: { kind: 'batch', id: batch.id } })
    const says = step.says.map(({ label, value }) => `${label.zh} ${value.zh}`).join('\n')
    expect(says).toMatch(/状态 已撤回/)
    expect(says).toMatch(/撤回批次 系统 王\*/)
    expect(says).toContain(`撤回原因 ${REASON}`)
    const payment = step.leadsTo.find(({ kind }) => kind === 'payment')!
    const walked = await at.finance.call(walkTrail, { params: payment })
    expect(walked.says.map(({ value }) => value.zh)).toEqual(expect.arrayContaining(['随批次撤回', REASON]))
  })
})

describe('a batch that is out', () => {
  it('is not taken back: neither exported nor settled, nor a second time', async () => {
    const batch = await givenExportedBatch(at, [claim])
    expect((await refusalOf(withdraw(batch))).detail).toBe(
      `批次 ${batch.number} 现为“已导出,待回盘”,不能这样办理。请刷新后查看。`,
    )
    await answer(batch)
    expect((await refusalOf(withdraw(batch))).code).toBe('batch-status')
    const other = await givenBatch(at, [await at.givenPayableClaim({ people: 1 })])
    await withdraw(other)
    expect((await refusalOf(withdraw(other))).code).toBe('batch-status')
    expect((await refusalOf(sign(other))).code).toBe('batch-status')
  })

  it('either goes out or is taken back when both are asked at the same moment, and never half', async () => {
    const batch = await givenBatch(at, [claim])
    await signTwice(at, batch)
    const params = { batchId: batch.id }
    const asked = await Promise.allSettled([at.finance.call(exportBatch, { params }), withdraw(batch)])
    expect(asked.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const { batch: now, files } = await detail(batch)
    expect([now.status, files.length, await statusOf(claim)]).toEqual(
      asked[0].status === 'fulfilled' ? ['exported', 1, 'batched'] : ['withdrawn', 0, 'payable'],
    )
  })
})

describe('a batch that pays again what the bank gave back', () => {
  it('puts the money back among the returned when it is taken back; the payment can be paid again, and the books balance', async () => {
    const first = await givenExportedBatch(at, [claim])
    const [line] = await at.funds.within((tx) => listClaimLines(tx, claim.id))
    await answer(first, new Map([[`${first.number}-0001`, '账户已销户']]))
    await givenCorrectedAccount(at, line!.id)
    const back = async () =>
      (await at.funds.within((tx) => listReturned(tx, { limit: 50 }))).filter(({ claimId }) => claimId === claim.id)
    const [returned] = await back()
    const before = await balance()
    const again = () =>
      at.finance.call(makeBatch, { body: { claimIds: [], returnedIds: [returned!.paymentId], releasedIds: [] } })

    const batch = await again()
    expect((await balance()).returnedFen).toBe(before.returnedFen - returned!.amountFen)
    expect(await back()).toEqual([])
    await withdraw(batch)
    expect(await balance()).toEqual(before)
    expect(await statusOf(claim)).toBe('batched')
    expect((await back()).map(({ paymentId }) => paymentId)).toEqual([returned!.paymentId])

    const next = await again()
    await signTwice(at, next)
    await at.finance.call(exportBatch, { params: { batchId: next.id } })
    await answer(next)
    expect(await statusOf(claim)).toBe('paid')
    expect(await books()).toEqual([])
    const step = await at.finance.call(walkTrail, { params: { kind: 'payment', id: returned!.paymentId } })
    expect(step.leadsTo.filter(({ kind }) => kind === 'payment')).toHaveLength(2)
  })
})
