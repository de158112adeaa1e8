import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { brokenConstraint } from '../../../platform/db/public.ts'
import { listActs } from '../../record/public.ts'
import { newId } from '../../values/public.ts'
import { recomputeBalances } from '../budget/ledger.ts'
import { findLine } from '../budget/store.ts'
import { findClaim } from '../claims/store.ts'
import type { HandDuty } from '../duties/rules.ts'
import { insertHand, listHands } from '../duties/store.ts'
import { givenBudgetLine, givenPeople, QINGTIAN, testVault } from '../testing.ts'
import {
  applyReturnFile,
  countBatches,
  demonstrationReturnFile,
  downloadBankFile,
  exportBatch,
  getBatch,
  listBatches,
  listPayableClaims,
  listPayments,
  makeBatch,
  signBatch,
} from './contract.ts'
import { openPayments } from './payment-store.ts'
import {
  asDatabaseOwner,
  bankAnswer,
  type BatchDesks,
  countsOf,
  givenBatch,
  givenBatchDesks,
  givenExportedBatch,
  refusalOf,
  tablesShowing,
} from './testing.ts'

let at: BatchDesks
let lineId: string
beforeAll(async () => {
  at = await givenBatchDesks()
  lineId = await at.funds.within((tx) => givenBudgetLine(tx, { name: '职业培训补贴' }))
})
afterAll(() => at.close())

const balance = async () => (await at.funds.within((tx) => findLine(tx, lineId)))!
const sign = (batch: { id: string; contentSha256: string }, by = at.approver) =>
  by.call(signBatch, { params: { batchId: batch.id }, body: { contentSha256: batch.contentSha256 } })
const upload = (batchId: string, bytes: Uint8Array, fileName = '回盘.csv') =>
  at.finance.call(applyReturnFile, { params: { batchId }, query: { fileName }, file: new Blob([Buffer.from(bytes)]) })
const text = (blob: unknown) => (blob as Blob).arrayBuffer().then((bytes) => Buffer.from(bytes))

describe('a batch of 37, from the claim to the money', () => {
  it('is made, signed, exported and settled; 37,000 yuan go from committed to paid, and every step can be read', async () => {
    const claim = await at.givenPayableClaim({ people: 37 })
    const before = await balance()
    expect(before).toMatchObject({ committedFen: 3_700_000n, paidFen: 0n })

    const payable = await at.finance.call(listPayableClaims)
    expect(payable.lines).toMatchObject([{ lineId, claimCount: 1, headCount: 37, amountFen: '3700000' }])

    const batch = await givenBatch(at, [claim])
    expect(batch).toMatchObject({ number: 'P-2022-001', status: 'frozen', lineCount: 37, amountFen: '3700000' })
    expect((await balance()).committedFen).toBe(3_700_000n)

    expect(await sign(batch)).toMatchObject({ status: 'half-signed' })
    expect((await refusalOf(at.finance.call(exportBatch, { params: { batchId: batch.id } }))).code).toBe('batch-status')
    expect(await sign(batch, at.second)).toMatchObject({ status: 'signed' })
    const params = { batchId: batch.id }
    const exported = await at.finance.call(exportBatch, { params })
    expect(exported.batch.status).toBe('exported')

    const list = await text(await at.finance.call(downloadBankFile, { params }))
    const lines = new TextDecoder('gbk').decode(list).split('\r\n')
    expect(lines[0]).toBe('序号,户名,账号,开户行,金额(元),用途,业务编号')
    expect(lines).toHaveLength(39)
    expect(lines[1]).toMatch(/^1,王静.,621700\d+,浙江农商银行,1000\.00,.+,P-2022-001-0001$/)

    const settled = await upload(batch.id, await bankAnswer(at, batch.id))
    expect(settled).toMatchObject({ paidCount: 37, paidFen: '3700000', returnedCount: 0, batch: { status: 'settled' } })
    expect(await balance()).toMatchObject({
      availableFen: before.availableFen,
      committedFen: 0n,
      paidFen: 3_700_000n,
    })
    expect(await at.funds.within(recomputeBalances)).toEqual([])
    expect((await at.funds.within((tx) => findClaim(tx, claim.id)))?.status).toBe('paid')

    const acts = (await at.funds.within((tx) => listActs(tx, 'batch', batch.id))).map(({ act }) => act)
    expect(acts).toEqual([
      'batch.made',
      'batch.signed',
      'batch.signed',
      'batch.exported',
      'batch.bank-file-downloaded',
      'batch.return-file-applied',
    ])
  })

  it('shows no account number in clear in any table', async () => {
    const claim = await at.givenPayableClaim({ people: 3 })
    const batch = await givenExportedBatch(at, [claim])
    await at.finance.call(downloadBankFile, { params: { batchId: batch.id } })
    await upload(batch.id, await bankAnswer(at, batch.id))
    const payments = await at.funds.within((tx) => openPayments(tx, testVault, batch.id))
    for (const { accountNumber } of payments) {
      expect(accountNumber).toMatch(/^\d{16,19}$/)
      expect(await tablesShowing(at, accountNumber)).toEqual([])
    }
    // The scan itself sees what is there.
    expect(await tablesShowing(at, batch.number)).toContain('funds.batches')
  })
})

describe('who may do what', () => {
  it('refuses a maker who reviewed one of the claims, and names it; the database refuses as well', async () => {
    const [first, second] = [await at.givenPayableClaim(), await at.givenPayableClaim()]
    const hands = await at.funds.within((tx) => listHands(tx, second.id))
    const reviewer = hands.find(({ duty }) => duty === 'second-review')
    const other = await at.desks.someone(['finance'], { personId: reviewer!.personId })
    const before = await countsOf(at)
    const problem = await refusalOf(other.call(makeBatch, { body: { claimIds: [first.id, second.id] } }))
    expect(problem).toMatchObject({ status: 409, code: 'one_person_one_duty_on_a_claim' })
    expect(problem.items).toMatchObject([{ at: second.number, detail: expect.stringContaining('您已承担过') }])
    expect(await countsOf(at)).toEqual(before)
    const taken = at.funds.within((tx) =>
      insertHand(tx, second.id, { personId: reviewer!.personId, duty: 'batch-making' }),
    )
    await expect(taken).rejects.toThrow('one_person_one_duty_on_a_claim')
  })

  it('does not let the maker sign, even from another account', async () => {
    const batch = await givenBatch(at, [await at.givenPayableClaim()])
    const maker = await at.desks.someone(['approver'], { personId: at.finance.actor.personId })
    const problem = await refusalOf(sign(batch, maker))
    expect(problem.code).toBe('one_person_one_duty_on_a_claim')
    expect(problem.items[0]?.detail).toContain('制单')
    const shown = await maker.call(getBatch, { params: { batchId: batch.id } })
    expect(shown.mayNot?.zh).toContain('您已承担过制单')
    expect(shown.batch.status).toBe('frozen')
  })

  it('is signed by two who differ from each other and from the initial review; who passed it second may be one', async () => {
    const claim = await at.givenPayableClaim()
    const hands = await at.funds.within((tx) => listHands(tx, claim.id))
    const by = (duty: string) => hands.find((hand) => hand.duty === duty)!.personId
    const batch = await givenBatch(at, [claim])
    const first = await at.desks.someone(['approver'], { personId: by('initial-review') })
    expect((await refusalOf(sign(batch, first))).items[0]?.detail).toContain('您已承担过初审')
    const second = await at.desks.someone(['approver'], { personId: by('second-review') })
    expect(await sign(batch, second)).toMatchObject({ status: 'half-signed' })
    const again = await at.desks.someone(['approver'], { personId: by('second-review') })
    expect(await refusalOf(sign(batch, again))).toMatchObject({ status: 409, code: 'two_people_sign_a_batch' })
    expect((await again.call(getBatch, { params: { batchId: batch.id } })).mayNot?.zh).toContain('另一人')
    expect(await sign(batch)).toMatchObject({ status: 'signed' })
    const { signatures } = await at.finance.call(getBatch, { params: { batchId: batch.id } })
    expect(signatures.map(({ contentSha256 }) => contentSha256)).toEqual(Array(2).fill(batch.contentSha256))
  })

  it('waits for each who may do its next act, and no longer for whoever has', async () => {
    const counts = async () => {
      const [approver, second, finance] = await Promise.all(
        [at.approver, at.second, at.finance].map((by) => by.call(countBatches)),
      )
      return [approver!.toSign, second!.toSign, finance!.toExport, finance!.toMake]
    }
    const [approver, second, toExport, toMake] = (await counts()) as [number, number, number, number]
    const claim = await at.givenPayableClaim({ people: 1 })
    expect(await counts()).toEqual([approver, second, toExport, toMake + 1])
    const batch = await givenBatch(at, [claim])
    expect(await counts()).toEqual([approver + 1, second + 1, toExport, toMake])
    await sign(batch)
    expect(await counts()).toEqual([approver, second + 1, toExport, toMake])
    await sign(batch, at.second)
    expect(await counts()).toEqual([approver, second, toExport + 1, toMake])
    await at.finance.call(exportBatch, { params: { batchId: batch.id } })
    expect(await counts()).toEqual([approver, second, toExport, toMake])
  })

  it('takes two signatures at the same moment one after the other, and no third', async () => {
    const batch = await givenBatch(at, [await at.givenPayableClaim()])
    const third = await at.desks.someone(['approver'])
    const outcomes = await Promise.allSettled([at.approver, at.second, third].map((by) => sign(batch, by)))
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(2)
  })

  it('is kept apart by the database as well: a signing meets the second review and the approval alone', async () => {
    const claim = await at.givenPayableClaim()
    const [person] = await at.funds.within((tx) => givenPeople(tx, 1))
    const take = (duty: HandDuty, personId = person!.personId) =>
      at.funds.within((tx) => insertHand(tx, claim.id, { personId, duty }))
    await take('batch-signing')
    await take('batch-signing')
    for (const duty of ['initial-review', 'sending-back', 'batch-making', 'beneficiary', 'instruction'] as const)
      expect(brokenConstraint(await take(duty).catch((error: unknown) => error))).toBe('who_signs_has_only_passed_it')
    await take('second-review')
    expect(brokenConstraint(await take('batch-making').catch((error: unknown) => error))).toMatch(
      /who_signs_has_only_passed_it|one_person_one_duty_on_a_claim/,
    )
  })

  it('gives the bank list to finance only, and another district nothing at all', async () => {
    const batch = await givenExportedBatch(at, [await at.givenPayableClaim()])
    const params = { batchId: batch.id }
    expect((await refusalOf(at.approver.call(downloadBankFile, { params }))).status).toBe(403)
    const elsewhere = await at.desks.someone(['finance'], { district: QINGTIAN })
    const absent = await refusalOf(elsewhere.call(getBatch, { params: { batchId: newId() } }))
    for (const endpoint of [getBatch, exportBatch, downloadBankFile, listPayments]) {
      expect(await refusalOf(elsewhere.call(endpoint, { params }))).toEqual(absent)
    }
    expect((await elsewhere.call(listBatches)).items).toEqual([])
  })

  it('plays the bank in demonstration districts only', async () => {
    const batch = await givenExportedBatch(at, [await at.givenPayableClaim()])
    const params = { batchId: batch.id }
    const answer = await text(await at.finance.call(demonstrationReturnFile, { params, query: { returned: '2' } }))
    expect(await upload(batch.id, answer)).toMatchObject({ paidCount: 1, returnedCount: 1 })
    expect(
      (await refusalOf(at.finance.call(demonstrationReturnFile, { params, query: { returned: '3' } }))).status,
    ).toBe(422)
    const elsewhere = await at.desks.someone(['finance'], { district: QINGTIAN })
    expect((await refusalOf(elsewhere.call(demonstrationReturnFile, { params }))).status).toBe(403)
  })
})

describe('what can become a batch', () => {
  it('says everything that is wrong with the chosen claims at once, and makes nothing', async () => {
    const otherLine = await at.funds.within((tx) => givenBudgetLine(tx, { name: '另一项目', fund: 'SPECIAL_ACCOUNT' }))
    const [good, batched, moved, odd] = [
      await at.givenPayableClaim(),
      await at.givenPayableClaim(),
      await at.givenPayableClaim(),
      await at.givenPayableClaim(),
    ]
    await givenBatch(at, [batched])
    await asDatabaseOwner(at, async (query) => {
      await query('update funds.claims set line_id = $1 where id = $2', [otherLine, moved.id])
      await query(`update funds.claim_lines set payee_name = '=HYPERLINK(1)' where claim_id = $1 and position = 1`, [
        odd.id,
      ])
      await query(
        `update funds.claim_lines set payee_name = '王,静', amount_fen = 1 where claim_id = $1 and position = 2`,
        [odd.id],
      )
    })
    const before = await countsOf(at)
    const ids = [good, batched, moved, odd].map((claim) => claim.id)
    // What one has batched oneself is the maker's own duty; somebody else's finance sees the rest.
    const other = await at.desks.someone(['finance'])
    const problem = await refusalOf(other.call(makeBatch, { body: { claimIds: ids } }))
    expect(problem).toMatchObject({ status: 409, code: 'claims-not-payable' })
    const said = problem.items.map(({ at: where, detail }) => `${where} ${detail}`)
    expect(said).toHaveLength(5)
    expect(said).toEqual(
      expect.arrayContaining([
        expect.stringMatching(`^${batched.number} 现为“支付中”`),
        expect.stringMatching(`^${moved.number} 不属于预算项目`),
        expect.stringMatching(`^${odd.number} 明细是 2 人`),
        expect.stringMatching(`^${odd.number} 序号 1 的收款人.*以“=”开头`),
        expect.stringMatching(`^${odd.number} 序号 2 的收款人.*分隔符“,”`),
      ]),
    )
    expect(await countsOf(at)).toEqual(before)
  })

  it('refuses a name that the bank’s character set does not have, and names the character', async () => {
    const claim = await at.givenPayableClaim()
    await asDatabaseOwner(at, (query) =>
      query(`update funds.claim_lines set payee_name = '王𠮷' where claim_id = $1 and position = 1`, [claim.id]),
    )
    const problem = await refusalOf(at.finance.call(makeBatch, { body: { claimIds: [claim.id] } }))
    expect(problem.items).toMatchObject([{ at: claim.number, detail: expect.stringContaining('“𠮷”') }])
  })

  it('is made once, however many makers choose the claim at the same moment', async () => {
    const claim = await at.givenPayableClaim()
    const makers = await Promise.all([at.desks.someone(['finance']), at.desks.someone(['finance'])])
    const outcomes = await Promise.allSettled(
      makers.map((maker) => maker.call(makeBatch, { body: { claimIds: [claim.id] } })),
    )
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })
})

describe('lists', () => {
  it('pages batches and payments by key, and filters them', async () => {
    const batch = await givenBatch(at, [await at.givenPayableClaim({ people: 5 })])
    const first = await at.finance.call(listBatches, { query: { limit: 1, status: 'frozen' } })
    expect(first.items.map(({ id }) => id)).toEqual([batch.id])
    const next = await at.finance.call(listBatches, { query: { limit: 200, after: first.next! } })
    expect(next.items.map(({ id }) => id)).not.toContain(batch.id)
    const byNumber = await at.finance.call(listBatches, { query: { number: batch.number } })
    expect(byNumber.items).toHaveLength(1)

    const params = { batchId: batch.id }
    const page = await at.finance.call(listPayments, { params, query: { limit: 3 } })
    const rest = await at.finance.call(listPayments, { params, query: { limit: 3, after: page.next! } })
    expect([...page.items, ...rest.items].map(({ position }) => position)).toEqual([1, 2, 3, 4, 5])
    expect(rest.next).toBeNull()
    expect(page.items[0]).toMatchObject({
      name: expect.stringMatching(/^王\*.$/),
      tail: expect.stringMatching(/^\d{4}$/),
    })
    for (const after of [2 ** 31, 1e300, -1, Number.NaN]) {
      expect(await refusalOf(at.finance.call(listPayments, { params, query: { after } }))).toMatchObject({
        status: 400,
      })
    }
    expect(JSON.stringify(page)).not.toMatch(/(?<![0-9a-f-])\d{12}/)
  })
})
