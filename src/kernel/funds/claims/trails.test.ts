import { afterAll, beforeAll, expect, it } from 'vitest'
import { integrityOf } from '../../integrity/public.ts'
import { defineCheck, passed } from '../../record/public.ts'
import { budgetLineTrail } from '../budget/trails.ts'
import {
  type FundsDatabase,
  givenBudgetLine,
  givenFundsDatabase,
  QINGTIAN,
  settledClass,
  settlingNeeds,
} from '../testing.ts'
import { claimTrails } from './trails.ts'

const check = defineCheck({
  id: 'C03',
  title: { zh: '同一时间只在一个班', en: 'In one class at a time' },
  subject: 'enrolment',
  moments: ['claim'],
  action: 'flag',
  onUnavailable: 'note',
  basis: '人员核对办法第三条',
  run: async ({ subjects }) => subjects.map(({ id }) => passed(id)),
})

let funds: FundsDatabase
beforeAll(async () => {
  funds = await givenFundsDatabase()
  await funds.within((tx) => givenBudgetLine(tx))
})
afterAll(() => funds.close())

const trails = new Map([...claimTrails({ checks: [check] }), budgetLineTrail].map((trail) => [trail.kind, trail]))
const walk = (kind: string, id: string, district?: number) =>
  funds.within((tx) => trails.get(kind)!.describe(tx, id), district)

it('leads from the budget line down to the mechanism’s own record, and back up by the same steps', async () => {
  const { claim, facts } = await settledClass(funds, [{}], settlingNeeds({ integrity: integrityOf([check]) }))
  const down = ['budget-line', 'claim', 'claim-line', 'entitlement', 'decision', 'fact']
  let at = { kind: 'budget-line', id: claim!.lineId }
  const steps = [at]
  for (const kind of down.slice(1)) {
    const step = await walk(at.kind, at.id)
    const next = step!.restsOn.find((link) => link.kind === kind)!
    // The way back is the way there.
    expect((await walk(next.kind, next.id))!.leadsTo).toEqual(
      kind === 'claim'
        ? expect.arrayContaining([expect.objectContaining(at)])
        : expect.arrayContaining([expect.objectContaining({ id: at.id })]),
    )
    at = { kind: next.kind, id: next.id }
    steps.push(at)
  }
  const fact = await walk('fact', at.id)
  expect(fact!.restsOn).toMatchObject([facts[0]!.source])
  expect(steps.map((step) => step.kind)).toEqual(down)
})

it('shows at an entitlement every check it rests on', async () => {
  const { lines } = await settledClass(funds, [{}], settlingNeeds({ integrity: integrityOf([check]) }))
  const entitlement = await walk('entitlement', lines[0]!.entitlementId)
  const link = entitlement!.restsOn.find((each) => each.kind === 'check-result')!
  expect(link.title.zh).toBe('核对 C03:通过')
  expect(await walk('check-result', link.id)).toMatchObject({
    title: { zh: '核对 C03 同一时间只在一个班' },
    leadsTo: [{ kind: 'claim' }],
  })
})

it('says whose each step is, shows people masked, and knows nothing of another district', async () => {
  const { claim, lines, people } = await settledClass(funds, [{}])
  const steps = [
    ['claim', claim!.id],
    ['claim-line', lines[0]!.id],
    ['entitlement', lines[0]!.entitlementId],
    ['decision', people[0]!.decisionId],
    ['fact', people[0]!.factId],
  ] as const
  for (const [kind, id] of steps) {
    const step = await walk(kind, id)
    expect([kind, step!.organisationId]).toEqual([kind, claim!.organisationId])
    expect(JSON.stringify(step)).not.toMatch(/\d{17}[\dX]|王静./)
    expect(await walk(kind, id, QINGTIAN)).toBeUndefined()
  }
  expect((await walk('budget-line', claim!.lineId))!.organisationId).toBeNull()
})
