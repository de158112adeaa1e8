import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { completeClass } from '../completion/contract.ts'
import {
  atTime,
  givenClosingHouse,
  givenSampleClass,
  type SampleClass,
  sendAttendance,
  sendMarks,
} from '../completion/testing.ts'
import { askCheck, type TrainingHouse } from '../testing.ts'
import { personalAttendanceCheck } from './d01-personal-attendance.ts'
import { classDayAttendanceCheck } from './d02-class-day-attendance.ts'
import { signedInTimeCheck } from './d03-signed-in-time.ts'
import { hoursPossibleCheck } from './d07-hours-possible.ts'

let house: TrainingHouse
let sample: SampleClass
const now = '2022-03-28T10:00:00+08:00'
const ask = (check: Parameters<typeof askCheck>[1]) => askCheck(house, check, sample.classId, { now })
const numbers = (answers: readonly { outcome: string }[], outcome: string) =>
  answers.flatMap((answer, at) => (answer.outcome === outcome ? [at + 1] : []))

beforeAll(async () => {
  house = await givenClosingHouse()
  sample = await givenSampleClass(house)
})
afterAll(() => house.close())

describe('the attendance of sample 05', () => {
  it('is not known before the sheet is there', async () => {
    for (const check of [classDayAttendanceCheck, signedInTimeCheck, hoursPossibleCheck])
      expect(new Set((await ask(check)).map(({ outcome }) => outcome))).toEqual(new Set(['unavailable']))
  })

  it('refuses number 6 alone, who was there for 9 of 20 half-days', async () => {
    await sendAttendance(sample)
    await sendMarks(sample)
    expect((await ask(personalAttendanceCheck))[5]).toMatchObject({ outcome: 'unavailable' })
    await sample.someone.call(completeClass, { params: { classId: sample.classId } })
    const answers = await ask(personalAttendanceCheck)
    expect(numbers(answers, 'failed')).toEqual([6])
    expect(numbers(answers, 'passed')).toHaveLength(39)
    expect(answers[5]).toMatchObject({ zh: '出勤 9/20(45%),低于 80%', evidence: [{ kind: 'muster' }] })
  })

  it('is of a class that was there every day, signed in time, within its hours', async () => {
    expect(await ask(classDayAttendanceCheck)).toMatchObject([{ outcome: 'passed' }])
    expect(numbers(await ask(signedInTimeCheck), 'passed')).toHaveLength(40)
    expect(numbers(await ask(hoursPossibleCheck), 'passed')).toHaveLength(40)
  })

  it('no longer holds together when a muster was changed behind our back', async () => {
    const owner = new pg.Client({ connectionString: house.superuserUrl })
    await owner.connect()
    await owner.query(`update training.musters set attended_sessions = 20 where enrolment_id in
      (select id from training.enrolments where position = 6)`)
    await owner.end()
    const answers = await ask(hoursPossibleCheck)
    expect(numbers(answers, 'failed')).toEqual([6])
    expect(answers[5]?.zh).toBe('出勤汇总为20次,考勤表上为9次,两者不一致')
  })
})

describe('a sheet handed in on the last morning', () => {
  it('is held for everybody it already signs in for the afternoon', async () => {
    const another = await givenClosingHouse()
    const early = await givenSampleClass(another)
    await atTime(another, '2022-03-18T09:00:00+08:00')
    await sendAttendance(early)
    const answers = await askCheck(another, signedInTimeCheck, early.classId, { now })
    await another.close()
    const failed = numbers(answers, 'failed')
    expect(failed.length).toBeGreaterThan(30)
    expect(failed).not.toContain(6)
    expect(answers[failed[0]! - 1]).toMatchObject({
      zh: '考勤表 2022-03-18 交来时,2022-03-18 起1次课还没有上,却已签到。请重新上传课程结束后的考勤表',
      evidence: [{ kind: 'attendance-sign' }],
    })
  })
})
