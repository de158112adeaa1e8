import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, civilDate } from './dates.ts'
import {
  addWorkingDays,
  CalendarYearUnknown,
  countWorkingDays,
  isWorkingDay,
  type OfficialCalendar,
} from './working-days.ts'

/** Tomb-sweeping and Labour Day 2022, as the State Council announced them. */
const calendar: OfficialCalendar = {
  years: [2022],
  exceptions: new Map([
    [civilDate('2022-04-02'), 'workday'],
    [civilDate('2022-04-03'), 'holiday'],
    [civilDate('2022-04-04'), 'holiday'],
    [civilDate('2022-04-05'), 'holiday'],
    [civilDate('2022-04-24'), 'workday'],
    [civilDate('2022-05-02'), 'holiday'],
    [civilDate('2022-05-03'), 'holiday'],
    [civilDate('2022-05-04'), 'holiday'],
    [civilDate('2022-05-07'), 'workday'],
  ]),
}

describe('working days', () => {
  it('follow the notice before the week', () => {
    const worked = (date: string) => isWorkingDay(calendar, civilDate(date))
    expect(worked('2022-04-02')).toBe(true)
    expect(worked('2022-04-04')).toBe(false)
    expect(worked('2022-04-06')).toBe(true)
    expect(worked('2022-04-09')).toBe(false)
  })

  it('are counted from the day after the start, or from the start, as the rule says', () => {
    const friday = civilDate('2022-04-01')
    expect(addWorkingDays(calendar, friday, 1, 'after-start')).toBe('2022-04-02')
    expect(addWorkingDays(calendar, friday, 2, 'after-start')).toBe('2022-04-06')
    expect(addWorkingDays(calendar, friday, 1, 'including-start')).toBe('2022-04-01')
    expect(addWorkingDays(calendar, friday, 3, 'including-start')).toBe('2022-04-06')
    expect(addWorkingDays(calendar, civilDate('2022-04-04'), 1, 'including-start')).toBe('2022-04-06')
    expect(addWorkingDays(calendar, civilDate('2022-04-04'), 0, 'after-start')).toBe('2022-04-04')
  })

  it('of a year whose notice is not loaded are an error with a sentence, never a guess', () => {
    const failure = () => addWorkingDays(calendar, civilDate('2022-12-30'), 3, 'after-start')
    expect(failure).toThrow(CalendarYearUnknown)
    try {
      failure()
    } catch (error) {
      expect(error).toMatchObject({ year: 2023, sentence: { zh: expect.stringContaining('2023年') } })
    }
  })

  it('counted up and counted out always agree', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 200 }),
        fc.integer({ min: 1, max: 60 }),
        fc.constantFrom('after-start', 'including-start'),
        (offset, count, counting) => {
          const start = addDays(civilDate('2022-01-01'), offset)
          const end = addWorkingDays(calendar, start, count, counting)
          expect(isWorkingDay(calendar, end)).toBe(true)
          expect(countWorkingDays(calendar, start, end, counting)).toBe(count)
          expect(countWorkingDays(calendar, start, addDays(end, -1), counting)).toBe(count - 1)
        },
      ),
    )
  })

  it('cannot be counted backwards or by halves', () => {
    expect(() => addWorkingDays(calendar, civilDate('2022-04-01'), -1, 'after-start')).toThrow(RangeError)
    expect(() => addWorkingDays(calendar, civilDate('2022-04-01'), 0, 'including-start')).toThrow(RangeError)
    expect(() => addWorkingDays(calendar, civilDate('2022-04-01'), 0.5, 'after-start')).toThrow(RangeError)
  })
})
