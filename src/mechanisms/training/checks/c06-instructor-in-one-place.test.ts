import { afterAll, beforeAll, expect, it } from 'vitest'
import {
  askCheck,
  givenClass,
  givenProvider,
  givenSlotsTaken,
  givenTrainingHouse,
  session,
  type TrainingHouse,
} from '../testing.ts'
import { instructorInOnePlaceCheck } from './c06-instructor-in-one-place.ts'

let house: TrainingHouse

beforeAll(async () => {
  house = await givenTrainingHouse()
})
afterAll(() => house.close())

const given = async (theirTimes: [string, string]) => {
  const { mine, theirs } = await house.within(async (tx) => {
    const one = await givenProvider(tx, house.vault)
    const other = await givenProvider(tx, house.vault, { instructorPersonId: one.instructorPersonId })
    return {
      theirs: await givenClass(tx, house.vault, other, { sessions: [session(other, '2022-03-08', ...theirTimes)] }),
      mine: await givenClass(tx, house.vault, one, { sessions: [session(one, '2022-03-08', '08:30', '11:30')] }),
    }
  })
  await givenSlotsTaken(house, theirs)
  return { answer: (await askCheck(house, instructorInOnePlaceCheck, mine))[0]!, theirs }
}

it('fails an instructor filed with two providers who teaches for both at once', async () => {
  const { answer, theirs } = await given(['10:00', '13:00'])
  expect(answer).toMatchObject({
    outcome: 'failed',
    zh: '教师何*芳在 2022-03-08 10:00–11:30 已在另一机构的班级任课,请换教师或改时间',
    evidence: [{ kind: 'class', id: theirs }],
  })
})

it('lets them teach one after the other', async () => {
  expect((await given(['11:30', '14:30'])).answer.outcome).toBe('passed')
})
