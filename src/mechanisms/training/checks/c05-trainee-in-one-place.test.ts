import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { givenClosingHouse, givenSampleClass, sendAttendance } from '../completion/testing.ts'
import { listRoster } from '../rosters/listing.ts'
import {
  askCheck,
  givenClass,
  givenPerson,
  givenProvider,
  givenSigned,
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

describe('once money is claimed', () => {
  const now = '2022-03-28T10:00:00+08:00'

  it('asks the signs: who signed in two classes at once is held, and neither provider is named to the other', async () => {
    const closing = await givenClosingHouse()
    const mine = await givenSampleClass(closing)
    const ask = () => askCheck(closing, traineeInOnePlaceCheck, mine.classId, { now, moment: 'claim' })
    expect(new Set((await ask()).map(({ outcome }) => outcome))).toEqual(new Set(['unavailable']))
    await sendAttendance(mine)
    expect(new Set((await ask()).map(({ outcome }) => outcome))).toEqual(new Set(['passed']))

    const theirs = await closing.within(async (tx) => {
      const first = (await listRoster(tx, mine.classId))[0]!.personId
      const other = await givenProvider(tx, closing.vault, { name: '丽水市另一职业培训学校' })
      const sessions = [session(other, '2022-03-08', '11:00', '12:00'), session(other, '2022-03-09', '18:00', '20:00')]
      const id = await givenClass(tx, closing.vault, other, { personIds: [first], sessions })
      await givenSigned(tx, closing.vault, id, new Date(now))
      return id
    })
    const answers = await ask()
    await closing.close()
    expect(answers[0]).toMatchObject({
      outcome: 'failed',
      zh: '2022-03-08 08:30–11:30在本班签到,同一时间又在另一机构的班级签到。一个人不能同时在两处,查清以前补贴暂缓',
      evidence: [{ kind: 'attendance-sign' }, { kind: 'attendance-sign' }, { kind: 'class', id: theirs }],
    })
    expect(answers.filter(({ outcome }) => outcome === 'failed')).toHaveLength(1)
    expect(JSON.stringify(answers)).not.toMatch(/另一职业/)
  })
})
