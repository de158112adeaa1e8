import { afterAll, beforeAll, expect, it } from 'vitest'
import {
  askCheck,
  type GivenProvider,
  givenClass,
  givenProvider,
  givenTrainingHouse,
  type TrainingHouse,
} from '../testing.ts'
import { groupAndFundCheck } from './a18-group-and-fund.ts'

let house: TrainingHouse
let school: GivenProvider

beforeAll(async () => {
  house = await givenTrainingHouse()
  school = await house.within((tx) => givenProvider(tx, house.vault))
})
afterAll(() => house.close())

const asked = async (group: string, fund = 'EMPLOYMENT_SUBSIDY_FUND') => {
  const classId = await house.within((tx) => givenClass(tx, house.vault, school, { people: 1, group, plan: { fund } }))
  return (await askCheck(house, groupAndFundCheck, classId))[0]!
}

it('passes a group that the fund may pay for, and names it', async () => {
  expect(await asked('HARD_TO_EMPLOY')).toMatchObject({ outcome: 'passed', zh: '就业困难人员' })
})

it('fails a group that the fund may not pay for, names those it may, and says what to do', async () => {
  const { outcome, zh } = await asked('FLEXIBLE')
  expect(outcome).toBe('failed')
  expect(zh).toMatch(
    /^人员类别“灵活就业人员”不在“就业补助资金”的补贴范围内\(可补贴:防止返贫监测对象、.*企业职工\)。.*更正花名册/,
  )
})

it('judges by the fund of the class: what one pays another may not', async () => {
  expect((await asked('HARD_TO_EMPLOY', 'UI_FUND')).outcome).toBe('failed')
  expect((await asked('ENTERPRISE_STAFF', 'UI_FUND')).outcome).toBe('passed')
})

it('fails everybody when the county lays down no groups for the fund', async () => {
  expect(await asked('HARD_TO_EMPLOY', 'SPECIAL_ACCOUNT')).toMatchObject({
    outcome: 'failed',
    zh: '本地没有规定“专账资金”可以补贴哪些人员类别,请换一项资金或联系人社局',
  })
})
