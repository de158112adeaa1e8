import { afterAll, beforeAll, expect, it } from 'vitest'
import { parametersOn } from '../../../kernel/policy/public.ts'
import { civilDate } from '../../../kernel/values/public.ts'
import { askCheck, givenClass, givenProvider, givenTrainingHouse, LIANDU, type TrainingHouse } from '../testing.ts'
import { onceOnARosterCheck } from './b09-once-on-a-roster.ts'

let house: TrainingHouse
let classId: string

beforeAll(async () => {
  house = await givenTrainingHouse()
  classId = await house.within(async (tx) =>
    givenClass(tx, house.vault, await givenProvider(tx, house.vault), { people: 3 }),
  )
})
afterAll(() => house.close())

it('passes everybody who is on the roster once', async () => {
  expect((await askCheck(house, onceOnARosterCheck, classId)).map(({ outcome }) => outcome)).toEqual([
    'passed',
    'passed',
    'passed',
  ])
})

it('fails both rows of one person, and each names the other', async () => {
  const during = { from: civilDate('2022-03-07'), to: civilDate('2022-03-18') }
  const today = civilDate('2022-02-25')
  const subject = (id: string, personId: string) => ({ kind: 'enrolment' as const, id, personId, during })
  const findings = await house.within((tx) =>
    onceOnARosterCheck.run({
      tx,
      moment: 'enrolment',
      groupId: classId,
      subjects: [subject('e1', 'lan'), subject('e2', 'lei'), subject('e3', 'lan')],
      now: new Date('2022-02-25T01:00:00Z'),
      today,
      parameters: parametersOn(LIANDU, today),
    }),
  )
  expect(findings.map(({ outcome, sentence }) => [outcome, sentence.zh])).toEqual([
    ['failed', '与花名册第3号是同一人,请删去重复的一行'],
    ['passed', '通过'],
    ['failed', '与花名册第1号是同一人,请删去重复的一行'],
  ])
})
