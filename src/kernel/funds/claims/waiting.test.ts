import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { announce, outboxOf } from '../../../platform/outbox/public.ts'
import { listDecisions, recordFacts } from '../../policy/public.ts'
import { integrityOf, listLatestResults } from '../../integrity/public.ts'
import { defineCheck, failed, listActs } from '../../record/public.ts'
import { newId } from '../../values/public.ts'
import { recomputeBalances } from '../budget/ledger.ts'
import { BUDGET_ARRIVED } from '../budget/routes.ts'
import { findLine } from '../budget/store.ts'
import { listEntitlements } from '../deciding/store.ts'
import { claimOfGroup, settle, settledClass, TRAINING_SUBSIDY } from './testing.ts'
import { corrected, givenCompletedClass, paidFrom, settlingNeeds } from '../deciding/testing.ts'
import { type FundsDatabase, givenBudgetLine, givenFundsDatabase, LIANDU } from '../testing.ts'
import { claimReactions } from './reactions.ts'
import { listWaits } from './waiting/store.ts'

const UI_FUND = 'UI_FUND'

let funds: FundsDatabase
beforeAll(async () => {
  funds = await givenFundsDatabase()
  await funds.within((tx) => givenBudgetLine(tx))
})
afterAll(() => funds.close())

const waitOf = (groupId: string) =>
  funds.within(async (tx) => (await listWaits(tx, null, { limit: 100 })).find((each) => each.groupId === groupId))
const entitlementsOf = (groupId: string) => funds.within((tx) => listEntitlements(tx, groupId, TRAINING_SUBSIDY))

const resultsOf = (groupId: string) => funds.within((tx) => listLatestResults(tx, groupId, 'claim'))

const holdsEverybody = defineCheck({
  id: 'D02',
  title: { zh: '每日到课', en: 'Daily attendance' },
  subject: 'class',
  moments: ['claim'],
  action: 'hold',
  onUnavailable: 'hold',
  basis: { zh: '测试办法第一条', en: 'Measures for tests, art. 1' },
  run: async ({ subjects }) => subjects.map(({ id }) => failed(id, { zh: '第3天到课不足', en: 'Too few on day 3' })),
})

async function drain(needs = settlingNeeds()): Promise<void> {
  const failures: unknown[] = []
  await outboxOf(funds.connection.db, claimReactions(needs), (error) => failures.push(error)).drain(LIANDU)
  expect(failures).toEqual([])
}

async function budgetArrives(appropriatedFen: bigint, needs = settlingNeeds()): Promise<void> {
  await funds.within(async (tx) => {
    const lineId = await givenBudgetLine(tx, { fund: UI_FUND, appropriatedFen })
    await announce(tx, { id: newId(), kind: BUDGET_ARRIVED, subjectId: lineId, body: { fund: UI_FUND } })
  })
  await drain(needs)
}

describe('a group that cannot become a claim yet', () => {
  it('waits for a budget line, decided and entitled, and is claimed as soon as enough is appropriated', async () => {
    const own = settlingNeeds({ engine: paidFrom(UI_FUND) })
    const { groupId } = await settledClass(funds, { trainees: [{}, {}, { attended: 9 }], fund: UI_FUND }, own)
    expect(await waitOf(groupId)).toMatchObject({
      reason: 'no-budget-line',
      year: 2022,
      headCount: 2,
      refusedCount: 1,
      amountFen: 200_000n,
    })
    expect(await entitlementsOf(groupId)).toHaveLength(2)

    await budgetArrives(199_999n, own)
    expect(await waitOf(groupId)).toMatchObject({ reason: 'not-enough-budget' })

    await budgetArrives(200_000n, own)
    expect(await waitOf(groupId)).toBeUndefined()
    expect((await claimOfGroup(funds, groupId)).claim).toMatchObject({
      headCount: 2,
      amountFen: 200_000n,
      fund: UI_FUND,
    })
    expect(await entitlementsOf(groupId)).toHaveLength(2)
  })

  it('waits when no scheme that its fund may pay was in force, and says so once', async () => {
    const { groupId, claim } = await settledClass(funds, { trainees: [{}], fund: 'SPECIAL_ACCOUNT' })
    expect(claim).toBeUndefined()
    await settle(funds, groupId)
    const waits = (await funds.within((tx) => listWaits(tx, null, { limit: 100 }))).filter(
      (each) => each.groupId === groupId,
    )
    expect(waits.map((each) => each.reason)).toEqual(['no-scheme'])
  })

  it('changes nothing when its event comes again while it waits', async () => {
    const needs = settlingNeeds({ integrity: integrityOf([holdsEverybody]) })
    const { groupId } = await settledClass(funds, [{}, {}], needs)
    const before = {
      wait: await waitOf(groupId),
      results: await resultsOf(groupId),
      entitled: await entitlementsOf(groupId),
    }
    expect(before.wait?.reason).toBe('nobody-due')
    await settle(funds, groupId, needs)
    expect({
      wait: await waitOf(groupId),
      results: await resultsOf(groupId),
      entitled: await entitlementsOf(groupId),
    }).toEqual(before)
  })

  it('waits where it was filed to be paid to somebody the scheme does not pay', async () => {
    const { groupId, claim } = await settledClass(funds, { trainees: [{}], payee: 'provider' })
    expect(claim).toBeUndefined()
    expect(await waitOf(groupId)).toMatchObject({ reason: 'another-payee', headCount: 1 })
    expect(await entitlementsOf(groupId)).toEqual([])
  })

  it('waits outside every scheme’s scope, with the schemes that were asked and their clauses, once', async () => {
    const outside = { training: 'APPRENTICESHIP' }
    const { groupId, facts, claim } = await settledClass(funds, [outside, outside])
    expect(claim).toBeUndefined()
    const wait = await waitOf(groupId)
    expect(wait).toMatchObject({ reason: 'out-of-scope', headCount: 0, amountFen: 0n, scheme: 'training.completed' })
    expect(wait?.because.map(({ zh }) => zh)).toEqual([
      expect.stringMatching(/^莲都区企业职工培训补贴.* · 培训类型:.*第五条第\uff08二\uff09项\)$/),
      expect.stringMatching(/^莲都区山区乡镇创业培训生活补助/),
      expect.stringMatching(/^莲都区项目制培训补贴.* · 培训类型:.*要求为项目制培训.*第五条\)$/),
      expect.stringMatching(/^莲都区职业技能培训补贴.* · 培训类型:.*要求为就业技能培训.*第五条第\uff08一\uff09项\)$/),
    ])
    await settle(funds, groupId)
    await settle(funds, groupId, settlingNeeds(), true)
    expect(await waitOf(groupId)).toEqual(wait)
    const acts = await funds.within((tx) => listActs(tx, 'class', groupId))
    expect(acts.map(({ act, detail }) => [act, (detail as { reason: string }).reason])).toEqual([
      ['claim.waits', 'out-of-scope'],
    ])

    await funds.within((tx) => recordFacts(tx, [corrected(facts[0]!, { training: 'EMPLOYMENT_SKILLS' })]))
    await settle(funds, groupId)
    expect(await waitOf(groupId)).toBeUndefined()
    expect((await claimOfGroup(funds, groupId)).claim).toMatchObject({ headCount: 1, amountFen: 100_000n })
  })

  it('no longer waits under a scheme that does not apply any more', async () => {
    const { groupId, facts } = await settledClass(funds, [{ attended: 9 }])
    expect(await waitOf(groupId)).toMatchObject({ reason: 'nobody-due', scheme: TRAINING_SUBSIDY })
    await funds.within((tx) => recordFacts(tx, [corrected(facts[0]!, { training: 'APPRENTICESHIP' })]))
    await settle(funds, groupId)
    const waits = (await funds.within((tx) => listWaits(tx, null, { limit: 100 }))).filter(
      (each) => each.groupId === groupId,
    )
    expect(waits.map((each) => each.reason)).toEqual(['out-of-scope'])
  })

  it('is not decided at all by a scheme that began after the class', async () => {
    const { groupId } = await settledClass(funds, { trainees: [{}], from: '2021-12-01', to: '2021-12-12' })
    expect(await funds.within((tx) => listDecisions(tx, groupId, TRAINING_SUBSIDY))).toEqual([])
  })

  it('reacts to the facts as they are recorded, through the outbox', async () => {
    const { groupId } = await funds.within((tx) => givenCompletedClass(tx, { trainees: [{}, {}] }))
    await drain()
    expect((await claimOfGroup(funds, groupId)).claim).toMatchObject({ headCount: 2, amountFen: 200_000n })
  })
})

describe('records that change', () => {
  it('leave an open claim as it is, and tell whoever reviews it', async () => {
    const { facts, groupId, claim } = await settledClass(funds, [{}, {}])
    await funds.within((tx) => recordFacts(tx, [corrected(facts[0]!, { attended: 9 })]))
    await settle(funds, groupId)
    expect((await claimOfGroup(funds, groupId)).claim).toEqual(claim)
    const acts = await funds.within((tx) => listActs(tx, 'claim', claim!.id))
    expect(acts.map((each) => each.act)).toEqual(['claim.assembled', 'claim.facts-changed'])
    const decisions = await funds.within((tx) => listDecisions(tx, groupId, TRAINING_SUBSIDY))
    expect(decisions.map((each) => each.cause).sort()).toEqual(['changed-fact', 'original', 'original'])
  })

  it('never let two claims of two classes overspend one line', async () => {
    const payable = settlingNeeds({ engine: paidFrom('SPECIAL_ACCOUNT') })
    const tight = await funds.within((tx) =>
      givenBudgetLine(tx, { fund: 'SPECIAL_ACCOUNT', appropriatedFen: 300_000n }),
    )
    const given = { trainees: [{}, {}], fund: 'SPECIAL_ACCOUNT' }
    const classes = await Promise.all([1, 2].map(() => funds.within((tx) => givenCompletedClass(tx, given))))
    await Promise.all(classes.map(({ groupId }) => settle(funds, groupId, payable)))
    const made = await Promise.all(classes.map(({ groupId }) => claimOfGroup(funds, groupId)))
    expect(made.filter(({ claim }) => claim).length).toBe(1)
    expect(await funds.within((tx) => findLine(tx, tight))).toMatchObject({
      availableFen: 100_000n,
      reservedFen: 200_000n,
    })
    expect(await funds.within(recomputeBalances)).toEqual([])
  })
})
