import { afterAll, beforeAll, expect, it } from 'vitest'
import {
  askCheck,
  givenClass,
  givenPerson,
  givenProvider,
  givenSlotsTaken,
  givenTrainingHouse,
  session,
  type TrainingHouse,
} from '../testing.ts'
import { traineeInOnePlaceCheck } from './c05-trainee-in-one-place.ts'

let house: TrainingHouse

beforeAll(async () => {
  house = await givenTrainingHouse()
})
afterAll(() => house.close())

it('fails the trainee who sits in another provider’s class at that hour, and only that one', async () => {
  const { mine, theirs } = await house.within(async (tx) => {
    const [one, other] = [await givenProvider(tx, house.vault), await givenProvider(tx, house.vault)]
    const [lan, lei] = [await givenPerson(tx, house.vault, '蓝凤英'), await givenPerson(tx, house.vault, '雷秀根')]
    return {
      theirs: await givenClass(tx, house.vault, other, {
        personIds: [lei],
        sessions: [session(other, '2022-03-08', '11:00', '12:00')],
      }),
      mine: await givenClass(tx, house.vault, one, {
        personIds: [lan, lei],
        sessions: [session(one, '2022-03-08', '08:30', '11:30')],
      }),
    }
  })
  await givenSlotsTaken(house, theirs)
  const [lan, lei] = await askCheck(house, traineeInOnePlaceCheck, mine)
  expect(lan!.outcome).toBe('passed')
  expect(lei).toMatchObject({
    outcome: 'failed',
    zh: '学员雷*根(2号)在 2022-03-08 11:00–11:30 已在另一机构的班级上课,请核对花名册或改时间',
    evidence: [{ kind: 'class', id: theirs }],
  })
})

it('does not mind a class that has not been submitted: nothing is taken yet', async () => {
  const classId = await house.within(async (tx) => {
    const [one, other] = [await givenProvider(tx, house.vault), await givenProvider(tx, house.vault)]
    const person = await givenPerson(tx, house.vault)
    await givenClass(tx, house.vault, other, { personIds: [person] })
    return givenClass(tx, house.vault, one, { personIds: [person] })
  })
  expect((await askCheck(house, traineeInOnePlaceCheck, classId)).map(({ outcome }) => outcome)).toEqual(['passed'])
})
