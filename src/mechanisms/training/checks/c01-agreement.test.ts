import { afterAll, beforeAll, expect, it } from 'vitest'
import { civilDate } from '../../../kernel/values/public.ts'
import {
  askCheck,
  type GivenProvider,
  givenClass,
  givenProvider,
  givenTrainingHouse,
  type TrainingHouse,
} from '../testing.ts'
import { agreementCheck } from './c01-agreement.ts'

let house: TrainingHouse
let school: GivenProvider

beforeAll(async () => {
  house = await givenTrainingHouse()
  school = await house.within((tx) => givenProvider(tx, house.vault, { highestLevel: 'L4_INTERMEDIATE' }))
})
afterAll(() => house.close())

const asked = async (plan: Parameters<typeof givenClass>[3], provider = school) => {
  const classId = await house.within((tx) => givenClass(tx, house.vault, provider, plan))
  return (await askCheck(house, agreementCheck, classId))[0]!
}

it('passes a class that an agreement covers, with the agreement as evidence', async () => {
  const { outcome, evidence } = await asked({})
  expect(outcome).toBe('passed')
  expect(evidence).toMatchObject([{ kind: 'agreement', id: school.agreementId }])
})

it('fails a level above the highest agreed', async () => {
  expect(await asked({ plan: { level: 'L3_SENIOR' } })).toMatchObject({
    outcome: 'failed',
    evidence: [{ kind: 'agreement' }],
  })
})

it('fails a class that outlasts the agreement by a day', async () => {
  const { outcome, zh } = await asked({
    plan: { startsOn: civilDate('2022-12-20'), endsOn: civilDate('2023-01-01') },
    sessions: [],
  })
  expect([outcome, zh.endsWith('至 2022-12-31 到期,早于结束日 2023-01-01')]).toEqual(['failed', true])
})

it('does not count another provider’s agreement', async () => {
  const other = await house.within((tx) =>
    givenProvider(tx, house.vault, { fromDate: '2021-01-01', toDate: '2021-12-31' }),
  )
  expect((await asked({}, other)).outcome).toBe('failed')
})
