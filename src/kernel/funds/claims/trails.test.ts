import { afterAll, beforeAll, expect, it } from 'vitest'
import { integrityOf } from '../../integrity/public.ts'
import { type Check, defineCheck, type Finding, failed, passed, unavailable } from '../../record/public.ts'
import { openIdentityNumbers, saveBankAccounts, savePersons } from '../../people/public.ts'
import { listDecisions, recordFacts } from '../../policy/public.ts'
import { newId } from '../../values/public.ts'
import { budgetLineTrail } from '../budget/trails.ts'
import { claimOfGroup, settle, settledClass, TRAINING_SUBSIDY } from './testing.ts'
import { corrected, givenCompletedClass, settlingNeeds } from '../deciding/testing.ts'
import { type FundsDatabase, givenBudgetLine, givenFundsDatabase, QINGTIAN, testVault } from '../testing.ts'
import { shownPeople } from './shown.ts'
import { claimTrails } from './trails.ts'

const check = defineCheck({
  id: 'C03',
  title: { zh: '同一时间只在一个班', en: 'In one class at a time' },
  subject: 'enrolment',
  moments: ['claim'],
  action: 'flag',
  onUnavailable: 'note',
  basis: { zh: '人员核对办法第三条', en: 'Measures on checking people, art. 3' },
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
  expect(link.title.zh).toBe('核对 C03 同一时间只在一个班:通过')
  expect(await walk('check-result', link.id)).toMatchObject({
    title: { zh: '核对 C03 同一时间只在一个班' },
    leadsTo: [{ kind: 'entitlement', id: lines[0]!.entitlementId }],
  })
})

it('leads from a refused person’s decision to the checks that refused, and those that could not be asked', async () => {
  const asked = (id: string, answer: (subjectId: string) => Finding): Check => ({
    ...check,
    id,
    title: { zh: `${id}的核对`, en: `What ${id} asks` },
    confidential: true,
    action: 'block',
    run: async ({ subjects }) => subjects.map((subject) => answer(subject.id)),
  })
  const sign = { label: { zh: '出勤汇总', en: 'Muster' }, kind: 'muster', id: newId() }
  const checks = [
    check,
    asked('D07', (id) => failed(id, { zh: '同一时间在两处签到', en: 'Signed in two places at once' }, [sign])),
    asked('A03', (id) => unavailable(id, { zh: '未比对', en: 'Not compared' })),
  ]
  const { groupId } = await settledClass(funds, [{}], settlingNeeds({ integrity: integrityOf(checks) }))
  const [decision] = await funds.within((tx) => listDecisions(tx, groupId, TRAINING_SUBSIDY))
  const decisionTrail = claimTrails({ checks }).find(({ kind }) => kind === 'decision')!
  const { says, saysToOrganisation, restsOn, leadsTo } = (await funds.within((tx) =>
    decisionTrail.describe(tx, decision!.id),
  ))!
  // Whether money follows comes before what policy answered, which was yes.
  expect(says.slice(1, 4).map(({ label, value }) => `${label.zh}:${value.zh}`)).toEqual([
    '发放结果:不予补贴',
    '核对 D07 D07的核对:同一时间在两处签到',
    '政策条件:符合',
  ])
  // Its provider is told that the person is refused, and that why is for the person to know.
  expect(saysToOrganisation!.slice(1, 4).map(({ label, value }) => `${label.zh}:${value.zh}`)).toEqual([
    '发放结果:不予补贴',
    '原因:未通过,原因只告知本人:请学员本人带身份证到人社局查询',
    '政策条件:符合',
  ])
  expect(JSON.stringify(saysToOrganisation)).not.toMatch(/D07|两处/)
  expect(leadsTo).toEqual([])
  expect(restsOn.map(({ kind, title }) => [kind, title.zh])).toEqual([
    ['check-result', '核对 D07 D07的核对:不通过'],
    ['fact', '业务事实'],
    ['check-result', '核对 A03 A03的核对:未能核对'],
  ])
  expect(await walk('check-result', restsOn[0]!.id)).toMatchObject({ restsOn: [{}, { kind: 'muster', id: sign.id }] })
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

it('calls everybody by the name their own roster gave, whatever the person is called elsewhere', async () => {
  const [completed, corrected2] = await funds.within(async (tx) => {
    const completed = await givenCompletedClass(tx, { trainees: [{}, { attended: 1 }] })
    const personIds = completed.facts.map((fact) => fact.personId)
    // A corrected roster: the same card, held in another name.
    const accounts = personIds.map((personId, at) => ({
      id: newId(),
      personId,
      holderName: ['蓝凤英', '雷水根'][at]!,
      accountNumber: `621700999999999000${at}`,
      bankName: '浙江农商银行',
    }))
    await saveBankAccounts(tx, testVault, accounts)
    // Another provider's draft calls them otherwise again.
    const numbers = await openIdentityNumbers(tx, testVault, personIds)
    const others = personIds.map((id) => {
      return {
        id: newId(),
        name: '张三',
        identityNumber: numbers.get(id)!,
        sex: 'F',
        birthDate: '1980-01-01',
        phone: null,
      } as const
    })
    await savePersons(tx, testVault, others, newId())
    const newer = completed.facts.map((fact, at) => {
      const next = corrected(fact, {})
      return { ...next, body: { ...next.body, bankAccountId: accounts[at]!.id } }
    })
    await recordFacts(tx, newer)
    return [completed, newer]
  })
  await settle(funds, completed.groupId, settlingNeeds())
  const { claim, people, lines } = await claimOfGroup(funds, completed.groupId)
  expect(lines.map((line) => line.payeeName)).toEqual(['蓝凤英'])
  const names = await funds.within((tx) => shownPeople(tx, people, lines, []))
  expect(names.map(({ standing, maskedName }) => [standing, maskedName])).toEqual([
    ['due', '蓝*英'],
    ['refused', '雷*根'],
  ])
  const [line] = lines
  const entitlement = await walk('entitlement', line!.entitlementId)
  for (const step of [
    entitlement,
    await walk('decision', people[0]!.decisionId),
    await walk('fact', corrected2[0]!.id),
    await walk('claim-line', line!.id),
  ])
    expect(JSON.stringify(step!.says)).toContain('蓝*英')
  expect(JSON.stringify(await walk('fact', corrected2[1]!.id))).toContain('雷*根')
  expect(claim!.headCount).toBe(1)
})
