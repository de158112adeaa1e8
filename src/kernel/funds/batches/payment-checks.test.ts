import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { listLatestResults, listResultsOfRun } from '../../integrity/public.ts'
import { type CheckAsk, defineCheck, failed, type Finding, passed, unavailable } from '../../record/public.ts'
import { civilDateOf } from '../../values/public.ts'
import type { Claim } from '../claims/store.ts'
import { givenBudgetLine, NOW } from '../testing.ts'
import { checkPayments, getBatch, makeBatch } from './contract.ts'
import { listBatchChecks } from './store.ts'
import { type BatchDesks, countsOf, givenBatchDesks, refusalOf } from './testing.ts'

/** What the check of the test says of the person at this place of the class, from the test to the check. */
let says: (subjectId: string, place: number) => Finding
let asked: CheckAsk[]

const check = defineCheck({
  id: 'X99',
  title: { zh: '测试', en: 'test' },
  subject: 'enrolment',
  moments: ['payment'],
  action: 'block',
  onUnavailable: 'note',
  basis: { zh: 'test', en: 'test' },
  async run(ask) {
    asked.push(ask)
    return ask.subjects.map((subject, at) => says(subject.id, at + 1))
  },
})
const why = { zh: '查无此证', en: 'not found' }
const passes = (id: string) => passed(id)

let at: BatchDesks
let claim: Claim
beforeAll(async () => {
  at = await givenBatchDesks([check])
  await at.funds.within((tx) => givenBudgetLine(tx, { name: '职业培训补贴' }))
})
afterAll(() => at.close())
beforeEach(async () => {
  says = passes
  asked = []
  claim = await at.givenPayableClaim({ people: 3 })
})

const make = (...claims: Claim[]) => at.finance.call(makeBatch, { body: { claimIds: claims.map(({ id }) => id) } })
const ask = (...claims: Claim[]) => at.finance.call(checkPayments, { body: { claimIds: claims.map(({ id }) => id) } })

describe('before a batch is frozen', () => {
  it('the checks are asked about those it would pay, every answer is stored, and the batch says how many passed', async () => {
    const batch = await make(claim)
    expect(asked.map(({ moment, groupId, subjects, today }) => [moment, groupId, subjects.length, today])).toEqual([
      ['payment', claim.groupId, 3, civilDateOf(NOW)],
    ])
    expect(asked[0]!.subjects[0]).toMatchObject({ kind: 'enrolment', organisationId: claim.organisationId })
    const detail = await at.finance.call(getBatch, { params: { batchId: batch.id } })
    expect(detail.checks).toEqual({ asked: 3, passed: 3 })
    const [kept] = await at.funds.within((tx) => listBatchChecks(tx, batch.id))
    const results = await at.funds.within((tx) => listResultsOfRun(tx, claim.groupId, kept!.runId))
    expect(results.map(({ outcome, moment }) => [outcome, moment])).toEqual(Array(3).fill(['passed', 'payment']))
  })

  it('a block or a hold refuses it: every person of every claim is named, masked, and nothing is half done', async () => {
    const other = await at.givenPayableClaim({ people: 2 })
    says = (id, place) => {
      if (place === 1) return failed(id, why)
      return place === 2 ? { ...failed(id, { zh: '尚未查验', en: 'not yet' }), action: 'hold' } : passed(id)
    }
    const before = await countsOf(at)
    const refusal = await refusalOf(make(claim, other))
    expect(refusal).toMatchObject({ status: 409, code: 'checks-before-payment' })
    expect(refusal.detail).toMatch(/登记查验.*退回/)
    const expected = [claim, other]
      .sort((a, b) => (a.id < b.id ? -1 : 1))
      .flatMap(({ number }) => [
        [number, expect.stringMatching(/^序号 1 王\*+.:查无此证\(X99\)$/)],
        [number, expect.stringMatching(/^序号 2 王\*+.:尚未查验\(X99\)$/)],
      ])
    expect(refusal.items.map((item) => [item.at, item.detail])).toEqual(expected)
    expect(await countsOf(at)).toEqual(before)
    says = passes
    expect(await make(claim, other)).toMatchObject({ lineCount: 5 })
  })

  it('what is only told, or could not be asked, refuses nothing, and is not counted as passed', async () => {
    says = (id, place) => (place === 1 ? { ...failed(id, why), action: 'flag' } : unavailable(id, why))
    const batch = await make(claim)
    expect((await at.finance.call(getBatch, { params: { batchId: batch.id } })).checks).toEqual({ asked: 3, passed: 0 })
  })

  it('can be asked beforehand; what refuses is stored too, though no batch comes of it', async () => {
    says = (id, place) => (place === 2 ? failed(id, why) : passed(id))
    const answer = await ask(claim)
    expect(answer).toMatchObject({ asked: 3, passed: 2, refused: [{ claimNumber: claim.number }] })
    const results = await at.funds.within((tx) => listLatestResults(tx, claim.groupId, 'payment'))
    expect(results.filter(({ outcome }) => outcome === 'failed')).toHaveLength(1)
    expect((await refusalOf(at.approver.call(checkPayments, { body: { claimIds: [claim.id] } }))).status).toBe(403)
  })
})
