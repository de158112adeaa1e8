import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Refusal } from '../../../platform/contract/public.ts'
import { integrityOf } from '../../integrity/public.ts'
import { defineCheck, failed, passed, unavailable } from '../../record/public.ts'
import { approval, initialReview } from '../review/contract.ts'
import { listReviews } from '../review/store.ts'
import { reviewConstraintWords, reviewRoutes } from '../review/routes.ts'
import { carryOn, givenDrawn, givenClaim, givenConfirmedClaim, settledClass } from './testing.ts'
import {
  type Desks,
  type FundsDatabase,
  givenBudgetLine,
  givenDesks,
  givenFundsDatabase,
  givenOrganisation,
  NOW,
  QINGTIAN,
  type Someone,
} from '../testing.ts'
import { SAMPLE_CLASS, settlingNeeds } from '../deciding/testing.ts'
import {
  assembleAgain,
  claimQueue,
  countClaimQueue,
  explainPerson,
  exportClaims,
  getClaim,
  listClaims,
  waitingClaims,
} from './contract.ts'
import { lookAgain } from './look-again.ts'
import { claimConstraintWords, claimRoutes } from './routes.ts'

type InputOf = NonNullable<Parameters<typeof clerk.call<typeof listClaims>>[1]>

const say = (text: string) => ({ zh: text, en: text })

/** One register that answers and one that nobody has connected. */
const checks = [
  defineCheck({
    id: 'A05',
    title: { zh: '未领取养老待遇', en: 'Draws no pension' },
    subject: 'enrolment',
    moments: ['claim'],
    action: 'block',
    onUnavailable: 'hold',
    basis: { zh: '人员核对办法第五条', en: 'Measures on checking people, art. 5' },
    run: async ({ subjects }) => subjects.map(({ id }) => unavailable(id, say('养老登记未接入'))),
  }),
  defineCheck({
    id: 'C03',
    title: { zh: '同一时间只在一个班', en: 'In one class at a time' },
    subject: 'enrolment',
    moments: ['claim'],
    action: 'flag',
    onUnavailable: 'note',
    basis: { zh: '人员核对办法第三条', en: 'Measures on checking people, art. 3' },
    run: async ({ subjects }) =>
      subjects.map(({ id }, at) => (at === 0 ? failed(id, say('同时在另一个班')) : passed(id))),
  }),
]

let funds: FundsDatabase
let desks: Desks
let clerk: Someone
let school: string
let provider: Someone
const needs = settlingNeeds({ integrity: integrityOf(checks) })
beforeAll(async () => {
  funds = await givenFundsDatabase()
  const words = { ...claimConstraintWords, ...reviewConstraintWords }
  desks = await givenDesks(funds, [...claimRoutes(needs), ...reviewRoutes()], words)
  await funds.within((tx) => givenBudgetLine(tx, { name: '职业培训补贴' }))
  clerk = await desks.someone(['clerk'])
  school = await funds.within((tx) => givenOrganisation(tx, '丽水市演示职业培训学校'))
  provider = await desks.someone(['provider'], { organisationId: school })
})
afterAll(async () => {
  await desks.app.close()
  await funds.close()
})

const refusalOf = (given: Promise<unknown>) =>
  given.then(
    () => expect.fail('not refused'),
    (error: unknown) => (error as Refusal).problem,
  )

describe('a claim on the desk', () => {
  it('says how many are due, held and refused, what was checked, and what the budget has left', async () => {
    const { claim } = await settledClass(funds, { trainees: SAMPLE_CLASS, organisationId: school }, needs)
    const head = await clerk.call(getClaim, { params: { claimId: claim!.id } })
    expect(head).toMatchObject({
      amountFen: '3700000',
      headCount: 37,
      heldCount: 0,
      refusedCount: 3,
      checksAsked: 80,
      checksPassed: 39,
      unavailable: [{ checkId: 'A05', title: { zh: '未领取养老待遇' }, people: 40, then: 'note' }],
      fundName: { zh: '就业补助资金' },
      line: { name: '职业培训补贴', year: 2022 },
      awaits: 'confirmation',
      mayNot: { zh: '本件待机构确认,由有机构确认权限的人员办理' },
      unconfirmed: { mayNotReturn: null },
      changedPeople: 0,
    })
    expect(head.people).toHaveLength(40)
    const sixth = head.people[5]
    expect(sixth).toMatchObject({ position: 6, standing: 'refused', lineId: null, account: null, checksAsked: 2 })
    expect(sixth?.reasons.map((reason) => reason.label.zh)).toEqual(['培训出勤'])
    expect(head.people[0]).toMatchObject({
      standing: 'due',
      amountFen: '100000',
      account: { bankName: '浙江农商银行' },
    })
  })

  it('shows people masked and never an identity number or an account', async () => {
    const claim = await funds.within((tx) => givenClaim(tx, {}, needs))
    // A hash may well have many digits in a row.
    const shown = { ...(await clerk.call(getClaim, { params: { claimId: claim.id } })), contentSha256: '' }
    const text = JSON.stringify(shown)
    expect(text).not.toMatch(/\d{17}[\dX]/)
    expect(text).not.toMatch(/621700/)
    expect(text).toMatch(/339901\*{8}/)
  })

  it('explains each person by clause, with the facts, their sources and the checks', async () => {
    const { claim } = await settledClass(funds, [{ attended: 9, theory: 58 }, {}], needs)
    const { people } = await clerk.call(getClaim, { params: { claimId: claim!.id } })
    const params = (at: number) => ({ params: { claimId: claim!.id, decisionId: people[at]!.decisionId } })
    const refused = await clerk.call(explainPerson, params(0))
    expect(refused.conditions.filter((each) => each.verdict === 'false').map((each) => each.id)).toEqual([
      'attendance',
      'theory',
    ])
    expect(refused.conditions.find((each) => each.id === 'attendance')?.clause).toMatchObject({
      article: '六、监督检查',
      placeholder: true,
    })
    expect(refused.sentences[0]?.zh).toContain('不予补贴')
    expect(refused.facts.find((each) => each.key === 'training.attendedRatio')).toMatchObject({
      value: { zh: expect.stringContaining('45%') },
      source: '05-考勤表.xlsx',
      asOf: '2022-03-18',
    })
    const due = await clerk.call(explainPerson, params(1))
    expect(due.amounts).toMatchObject([{ fen: '100000', placeholder: true }])
    expect(due.checks.map(({ checkId, outcome }) => [checkId, outcome])).toEqual([
      ['A05', 'unavailable'],
      ['C03', 'passed'],
    ])
  })

  it('does not tell a provider which register has answered since: beside whom it refuses, that would be the reason', async () => {
    const claim = await funds.within((tx) => givenClaim(tx, { organisationId: school }, needs))
    const answered = integrityOf([
      defineCheck({ ...checks[0]!, run: async ({ subjects }) => subjects.map(({ id }) => passed(id)) }),
      checks[1]!,
    ])
    const because = say('养老待遇名单已回函')
    await funds.within((tx) =>
      lookAgain(tx, settlingNeeds({ integrity: answered }), { groupId: claim.groupId, because, now: NOW }),
    )
    const params = { claimId: claim.id }
    const [told, known] = [await provider.call(getClaim, { params }), await clerk.call(getClaim, { params })]
    expect(known).toMatchObject({ unavailable: [{ checkId: 'A05' }], replacedBy: { because } })
    expect(JSON.stringify(told)).not.toMatch(/养老待遇|A05/)
    const next = await provider.call(getClaim, { params: { claimId: told.replacedBy!.id } })
    expect(next.replaces).toMatchObject({ because: { zh: '核对结果或记录有变化' }, changes: [] })
    expect(JSON.stringify(next)).not.toMatch(/养老待遇|A05/)
  })

  it('tells a reviewer beforehand why it is not theirs', async () => {
    const claim = await funds.within((tx) => givenConfirmedClaim(tx, {}, needs))
    const both = await desks.someone(['clerk', 'reviewer'])
    const body = { outcome: 'passed' as const, contentSha256: claim.contentSha256.toString('hex') }
    await both.call(initialReview, { params: { claimId: claim.id }, body })
    const head = await both.call(getClaim, { params: { claimId: claim.id } })
    expect(head).toMatchObject({
      awaits: 'second-review',
      mayNot: { zh: '初审、复核和审批须由不同的人办理;您已办理过本件的初审' },
    })
    expect((await clerk.call(getClaim, { params: { claimId: claim.id } })).mayNot?.zh).toBe(
      '本件还没有复核人:没有可抽取的人员,请领导指定',
    )
    const finance = await desks.someone(['finance'])
    expect((await finance.call(getClaim, { params: { claimId: claim.id } })).mayNot?.zh).toContain(
      '由有复核权限的人员办理',
    )
  })
})

describe('a provider', () => {
  it('sees its own claims only, without the budget and without names of officials', async () => {
    const own = await funds.within((tx) => givenClaim(tx, { organisationId: school }, needs))
    const other = await funds.within((tx) => givenClaim(tx, {}, needs))
    const listed = await provider.call(listClaims, {})
    expect(listed.items.length).toBeGreaterThan(0)
    expect(new Set(listed.items.map((item) => item.organisationId))).toEqual(new Set([school]))
    const asked = await provider.call(listClaims, { query: { organisation: other.organisationId } })
    expect(new Set(asked.items.map((item) => item.organisationId))).toEqual(new Set([school]))
    const head = await provider.call(getClaim, { params: { claimId: own.id } })
    expect([head.line, head.history.every((entry) => entry.byName === null)]).toEqual([null, true])
    const absent = await refusalOf(provider.call(getClaim, { params: { claimId: other.id } }))
    const nowhere = await refusalOf(provider.call(getClaim, { params: { claimId: school } }))
    expect(absent).toEqual(nowhere)
  })

  it('of another district sees nothing of this one', async () => {
    const claim = await funds.within((tx) => givenClaim(tx, {}, needs))
    const elsewhere = await desks.someone(['clerk'], { district: QINGTIAN })
    expect(await refusalOf(elsewhere.call(getClaim, { params: { claimId: claim.id } }))).toMatchObject({ status: 404 })
    expect((await elsewhere.call(listClaims, {})).items).toEqual([])
  })
})

describe('lists of claims', () => {
  it('are filtered by state, organisation, scheme, amount, number and part of a title', async () => {
    const organisationId = await funds.within((tx) => givenOrganisation(tx))
    const small = await funds.within((tx) =>
      givenClaim(tx, { organisationId, people: 1, title: '2022年第9期 食用菌园艺工(五级)' }, needs),
    )
    const large = await funds.within((tx) => givenClaim(tx, { organisationId, people: 4 }, needs))
    const found = async (query: InputOf['query']) =>
      (await clerk.call(listClaims, { query: { organisation: organisationId, ...query } })).items.map(
        (item) => item.number,
      )
    expect(await found({})).toEqual([large.number, small.number])
    expect(await found({ search: '食用菌' })).toEqual([small.number])
    expect(await found({ search: small.number.toLowerCase() })).toEqual([small.number])
    expect(await found({ search: small.number.slice(0, 6) })).toEqual([large.number, small.number])
    expect(await found({ search: '100%' })).toEqual([])
    expect(await found({ atLeastFen: '200000' })).toEqual([large.number])
    expect(await found({ atMostFen: '200000' })).toEqual([small.number])
    expect(await found({ status: 'approved' })).toEqual([])
    expect(await found({ scheme: 'another.scheme' })).toEqual([])
  })

  it.each(['-1', '1'.repeat(16), '１００', 'NaN', '1e3'])(
    'are not filtered by “%s” fen, and say so',
    async (amount) => {
      for (const query of [{ atLeastFen: amount }, { atMostFen: amount }]) {
        const refused = await refusalOf(clerk.call(listClaims, { query }))
        expect(refused).toMatchObject({ status: 400 })
        expect(refused.items[0]?.detail).toContain('系统能记的上限')
      }
    },
  )

  it('are read page by page, each claim once, while new ones arrive', async () => {
    const organisation = await funds.within((tx) => givenOrganisation(tx))
    const give = () => funds.within((tx) => givenClaim(tx, { organisationId: organisation, people: 1 }, needs))
    const given = [await give(), await give(), await give()]
    const first = await clerk.call(listClaims, { query: { organisation, limit: 2 } })
    await give()
    const second = await clerk.call(listClaims, { query: { organisation, limit: 2, after: first.next ?? '' } })
    expect([...first.items, ...second.items].map((item) => item.id)).toEqual(
      given.map((claim) => claim.id).toReversed(),
    )
    expect(second.next).toBeNull()
  })

  it('are read page by page when a number is looked for', async () => {
    const given = await funds.within(async (tx) => [await givenClaim(tx, {}, needs), await givenClaim(tx, {}, needs)])
    const search = given[1]!.number.slice(0, -4)
    const first = await clerk.call(listClaims, { query: { search, limit: 1 } })
    const second = await clerk.call(listClaims, { query: { search, limit: 1, after: first.next ?? '' } })
    expect([...first.items, ...second.items].map((item) => item.number)).toEqual(
      given.map((claim) => claim.number).toReversed(),
    )
  })

  it('leave as a file exactly as filtered', async () => {
    const organisation = await funds.within((tx) => givenOrganisation(tx, '=恶意公式学校'))
    const claim = await funds.within((tx) => givenClaim(tx, { organisationId: organisation }, needs))
    const file = (await clerk.call(exportClaims, { query: { organisation } })) as Blob
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await file.arrayBuffer())
    expect(text.split('\r\n').slice(0, 2)).toEqual([
      '\ufeff单号,班级,机构,政策,状态,拟发放,待核实,不予补贴,金额(元),生成日期',
      expect.stringContaining(`${claim.number},2022年第3期 养老护理员(五级),'=恶意公式学校,`),
    ])
    expect(text.trim().split('\r\n')).toHaveLength(2)
  })
})

describe('the queue', () => {
  it('shows each duty what waits for it, longest first, and counts it', async () => {
    const before = await clerk.call(countClaimQueue, {})
    const older = await funds.within((tx) => givenConfirmedClaim(tx, {}, needs))
    const newer = await funds.within((tx) => givenConfirmedClaim(tx, {}, needs))
    const initial = (await clerk.call(claimQueue, { query: { duty: 'initial-review', limit: 200 } })).items.map(
      (item) => item.id,
    )
    expect(initial.indexOf(older.id)).toBeLessThan(initial.indexOf(newer.id))
    await clerk.call(initialReview, {
      params: { claimId: older.id },
      body: { outcome: 'passed', contentSha256: older.contentSha256.toString('hex') },
    })
    const reviewer = await desks.someone(['reviewer'])
    await funds.within((tx) => givenDrawn(tx, older.id, reviewer.actor.personId))
    const drawn = async (someone: Someone) =>
      (await someone.call(claimQueue, { query: { duty: 'second-review', limit: 200 } })).items.map((item) => item.id)
    expect(await drawn(reviewer)).toEqual([older.id])
    expect(await drawn(clerk)).toEqual([])
    const after = await clerk.call(countClaimQueue, {})
    expect([after.initialReview - before.initialReview, after.secondReview]).toEqual([1, 0])
    expect(after.mine).toBe(after.initialReview)
    expect(await reviewer.call(countClaimQueue, {})).toMatchObject({ secondReview: 1, mine: 1 })
    const own = (await provider.call(listClaims, { query: { status: 'assembled' } })).items.length
    expect(await provider.call(countClaimQueue, {})).toEqual({
      initialReview: 0,
      secondReview: 0,
      approval: 0,
      confirmation: own,
      mine: own,
    })
  })
})

describe('the queue of approvals', () => {
  it('has for each post the sums that are theirs, and tells the others beforehand whose they are', async () => {
    const claim = await funds.within(async (tx) =>
      carryOn(tx, await givenClaim(tx, { people: 11 }, needs), { to: 'second-passed' }),
    )
    const [head, deputy] = [await desks.someone(['approver']), await desks.someone(['deputy-director'])]
    const listed = async (someone: Someone) =>
      (await someone.call(claimQueue, { query: { duty: 'approval', limit: 200 } })).items.map((item) => item.id)
    expect(await listed(deputy)).toContain(claim.id)
    expect(await listed(head)).not.toContain(claim.id)
    const params = { claimId: claim.id }
    expect((await deputy.call(getClaim, { params })).mayNot).toBeNull()
    const why = (await head.call(getClaim, { params })).mayNot?.zh
    expect(why).toBe('本件 11,000.00 元,由分管副局长、局长审批,不在您的权限内')
    const body = { outcome: 'passed' as const, contentSha256: claim.contentSha256.toString('hex') }
    expect(await refusalOf(head.call(approval, { params, body }))).toMatchObject({ code: 'not-your-band', detail: why })
    expect(await deputy.call(approval, { params, body })).toEqual({ status: 'approved' })
  })

  it('asks for the number of the minutes where a sum takes it', async () => {
    const claim = await funds.within(async (tx) =>
      carryOn(tx, await givenClaim(tx, { people: 301 }, needs), { to: 'second-passed' }),
    )
    const director = await desks.someone(['director'])
    const asked = (minutesNumber?: string) => ({
      params: { claimId: claim.id },
      body: {
        outcome: 'passed' as const,
        contentSha256: claim.contentSha256.toString('hex'),
        ...(minutesNumber ? { minutesNumber } : {}),
      },
    })
    expect(await refusalOf(director.call(approval, asked()))).toMatchObject({ status: 422, code: 'minutes-missing' })
    expect(await director.call(approval, asked('局长办公会纪要〔2022〕3号'))).toEqual({ status: 'approved' })
    const reviews = await funds.within((tx) => listReviews(tx, claim.id))
    expect(reviews.at(-1)).toMatchObject({ givenAs: 'director', minutesNumber: '局长办公会纪要〔2022〕3号' })
  })
})

describe('what cannot be a claim yet', () => {
  it('is listed with the reason, to the bureau and to its own provider', async () => {
    const { groupId } = await settledClass(
      funds,
      { trainees: [{}], fund: 'SPECIAL_ACCOUNT', organisationId: school },
      needs,
    )
    const other = await settledClass(funds, { trainees: [{}], fund: 'SPECIAL_ACCOUNT' }, needs)
    const seen = async (someone: Someone) => (await someone.call(waitingClaims, {})).items
    expect((await seen(clerk)).map((each) => each.groupId)).toEqual(expect.arrayContaining([groupId, other.groupId]))
    const own = await seen(provider)
    expect(own.map((each) => each.groupId)).toEqual([groupId])
    expect(own[0]?.why.zh).toBe('当时没有可由专账资金支付的政策,未作决定')
  })
})

describe('assembling again', () => {
  it('makes a new claim of what was returned, and of nothing else', async () => {
    const claim = await funds.within((tx) => givenClaim(tx, {}, needs))
    const params = { claimId: claim.id }
    expect((await refusalOf(clerk.call(assembleAgain, { params }))).detail).toContain('只有已退回的申领单可以重新生成')
    const body = {
      outcome: 'returned' as const,
      reasons: ['缺签名'],
      contentSha256: claim.contentSha256.toString('hex'),
    }
    await clerk.call(initialReview, { params, body })
    const made = await clerk.call(assembleAgain, { params })
    expect(made.number).not.toBe(claim.number)
    expect(await clerk.call(getClaim, { params: { claimId: made.id } })).toMatchObject({
      status: 'assembled',
      amountFen: '200000',
    })
    expect((await refusalOf(clerk.call(assembleAgain, { params }))).detail).toContain('已有一件在办的申领单')
  })
})
