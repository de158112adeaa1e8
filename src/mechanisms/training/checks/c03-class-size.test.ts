import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { askCheck, givenClass, givenProvider, givenTrainingHouse, type TrainingHouse } from '../testing.ts'
import { classSizeCheck, sizeFaults } from './c03-class-size.ts'

const limits = { size: { minimum: 10, maximum: 50 }, capacity: 45, rooms: [{ name: '一号教室', seats: 48 }] }
const said = (people: number) => sizeFaults(people, limits).map(({ zh }) => zh)

describe('how many people a class may have', () => {
  it('is from the least to the most, both counted', () => {
    expect(said(9)).toEqual(['花名册9人,每班不得少于10人'])
    expect(said(10)).toEqual([])
    expect(said(45)).toEqual([])
  })

  it('is no more than planned, than the county allows, and than each room seats, all said at once', () => {
    expect(said(46)).toEqual(['花名册46人,超过计划人数45人,请修改计划或花名册'])
    expect(said(51)).toEqual([
      '花名册51人,每班不得多于50人,请分班',
      '花名册51人,超过计划人数45人,请修改计划或花名册',
      '教室“一号教室”只有48座,坐不下51人,请换教室',
    ])
  })

  it('is not nobody', () => {
    expect(said(0)).toEqual(['还没有花名册,请先导入'])
  })
})

describe('the check', () => {
  let house: TrainingHouse
  beforeAll(async () => {
    house = await givenTrainingHouse()
  })
  afterAll(() => house.close())

  it('counts the current roster against the seats of the rooms', async () => {
    const asked = async (seats: number) => {
      const classId = await house.within(async (tx) =>
        givenClass(tx, house.vault, await givenProvider(tx, house.vault, { seats }), { people: 12 }),
      )
      return (await askCheck(house, classSizeCheck, classId))[0]!
    }
    expect(await asked(12)).toMatchObject({ outcome: 'passed', zh: '12人' })
    expect(await asked(11)).toMatchObject({ outcome: 'failed', zh: '教室“一号教室”只有11座,坐不下12人,请换教室' })
  })
})
