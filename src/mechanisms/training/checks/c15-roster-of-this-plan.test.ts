import { afterAll, beforeAll, expect, it } from 'vitest'
import { civilDate } from '../../../kernel/values/public.ts'
import { type PlanColumns, updatePlan } from '../classes/store.ts'
import type { JudgedField } from '../rosters/judged-by.ts'
import {
  askCheck,
  type GivenProvider,
  givenClass,
  givenProvider,
  givenTrainingHouse,
  planOf,
  type TrainingHouse,
} from '../testing.ts'
import { rosterOfThisPlanCheck } from './c15-roster-of-this-plan.ts'

let house: TrainingHouse
let school: GivenProvider

beforeAll(async () => {
  house = await givenTrainingHouse()
  school = await house.within((tx) => givenProvider(tx, house.vault))
})
afterAll(() => house.close())

/** The answer about a class whose roster came under the plan of sample 01 and whose plan was changed afterwards. */
async function asked(change: Partial<PlanColumns>, named: readonly JudgedField[] | null) {
  const classId = await house.within((tx) => givenClass(tx, house.vault, school, { people: 2, named }))
  await house.within((tx) => updatePlan(tx, classId, planOf(school, { number: classId.slice(-12), ...change })))
  return (await askCheck(house, rosterOfThisPlanCheck, classId))[0]!
}

it('passes a roster whose plan has not changed in anything it was judged by', async () => {
  expect(await asked({ capacity: 20, theoryHours: 30 }, ['level', 'startsOn'])).toMatchObject({
    outcome: 'passed',
    zh: '导入花名册后计划没有改动',
  })
})

it('fails when the title lines still say the former plan, once for each that they name', async () => {
  const change = { level: 'L4_INTERMEDIATE', startsOn: civilDate('2022-03-08'), fund: 'UI_FUND' } as const
  expect(await asked(change, ['level', 'startsOn'])).toMatchObject({
    outcome: 'failed',
    zh: '花名册表头写的等级是“五级/初级工”,计划已改为“四级/中级工”,请改正表头后重新上传花名册;花名册表头写的开班日期是“2022-03-07”,计划已改为“2022-03-08”,请改正表头后重新上传花名册',
  })
})

it('passes what the title lines do not name, and says what changed and that everybody was checked again', async () => {
  expect(await asked({ fund: 'UI_FUND', kind: 'ENTREPRENEURSHIP' }, ['level'])).toMatchObject({
    outcome: 'passed',
    zh: expect.stringMatching(
      /^导入花名册后计划有改动\(培训类型由“就业技能培训”改为“.+”;资金由“就业补助资金”改为“失业保险基金”\),已按现在的计划逐人重新核对$/,
    ),
  })
})

it('does not pass a roster of which nobody knows what it was judged by', async () => {
  expect((await asked({}, null)).outcome).toBe('unavailable')
})

it('has nothing to say of a class without a roster', async () => {
  const classId = await house.within((tx) => givenClass(tx, house.vault, school))
  expect((await askCheck(house, rosterOfThisPlanCheck, classId))[0]!.outcome).toBe('not-applicable')
})
