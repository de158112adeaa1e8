import { afterAll, beforeAll, expect, it } from 'vitest'
import {
  askCheck,
  type GivenProvider,
  givenClass,
  givenProvider,
  givenSlotsTaken,
  givenTrainingHouse,
  session,
  type TrainingHouse,
} from '../testing.ts'
import { roomForOneClassCheck } from './c07-room-for-one-class.ts'

let house: TrainingHouse
let school: GivenProvider

beforeAll(async () => {
  house = await givenTrainingHouse()
  school = await house.within((tx) => givenProvider(tx, house.vault))
})
afterAll(() => house.close())

const given = (over: Parameters<typeof givenClass>[3]) =>
  house.within((tx) => givenClass(tx, house.vault, school, over))

it('fails a room that another class has taken, and names the provider’s own class', async () => {
  const sessions = [session(school, '2022-03-08', '08:30', '11:30')]
  await givenSlotsTaken(house, await given({ plan: { number: '第1期' }, sessions }))
  const classId = await given({ plan: { number: '第2期' }, sessions })
  expect((await askCheck(house, roomForOneClassCheck, classId))[0]).toMatchObject({
    outcome: 'failed',
    zh: '教室“一号教室”在 2022-03-08 08:30–11:30 已由本机构“第1期 养老护理员”班占用,请换教室或改时间',
  })
})

it('fails a class whose own sessions overlap', async () => {
  const classId = await given({
    sessions: [session(school, '2022-03-09', '08:30', '11:30'), session(school, '2022-03-09', '11:00', '14:00')],
  })
  expect((await askCheck(house, roomForOneClassCheck, classId))[0]!.zh).toMatch(/一个班不能同时在两处上课$/)
})

it('passes when the room is free', async () => {
  const classId = await given({ sessions: [session(school, '2022-03-10', '08:30', '11:30')] })
  expect((await askCheck(house, roomForOneClassCheck, classId))[0]!.outcome).toBe('passed')
})
