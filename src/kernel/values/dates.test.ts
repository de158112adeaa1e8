import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  addMonths,
  ageOn,
  type CivilDate,
  civilDate,
  civilDateOf,
  compareDates,
  daysBetween,
  formatChinese,
  isCivilDate,
  isWithin,
  parseCivilDate,
  weekday,
  yearMonthOf,
} from './dates.ts'

const anyDate: fc.Arbitrary<CivilDate> = fc
  .integer({ min: 0, max: daysBetween(civilDate('1900-01-01'), civilDate('2100-12-31')) })
  .map((days) => addDays(civilDate('1900-01-01'), days))

function read(text: string, year?: number): string {
  const parsed = parseCivilDate(text, year === undefined ? {} : { year })
  return parsed.ok ? parsed.value : parsed.problems.map((problem) => problem.zh).join()
}

describe('months later', () => {
  it.each([
    ['2024-03-10', 12, '2025-03-10'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2024-12-31', -6, '2024-06-30'],
    ['2024-01-15', -13, '2022-12-15'],
  ])('%s and %i months is %s', (from, months, to) => {
    expect(addMonths(civilDate(from), months)).toBe(to)
  })
})

describe('dates as offices type them', () => {
  it.each([
    '2022-03-07',
    '2022/3/7',
    '2022年3月7日',
    '2022年03月07号',
    '2022.3.7',
    '20220307',
    ' 2022-3-7 ',
    '2022/3/7 0:00:00',
    '2022 年 3 月 7 日',
  ])('reads %s', (text) => {
    expect(read(text)).toBe('2022-03-07')
  })

  it('reads month and day alone when the sheet gives the year', () => {
    expect([read('3.7', 2022), read('3月10日', 2022), read('3.18', 2022), read('3/7', 2022)]).toEqual([
      '2022-03-07',
      '2022-03-10',
      '2022-03-18',
      '2022-03-07',
    ])
    expect(read('3.7')).toBe('日期“3.7”没有年份')
  })

  it('says what is wrong with a date it refuses', () => {
    expect(read('2022-02-30')).toBe('日期“2022-02-30”不存在')
    expect(read('2022-13-01')).toBe('日期“2022-13-01”不存在')
    expect(read('2.29', 2022)).toBe('日期“2.29”不存在')
    expect(read('2202-03-07')).toBe('日期“2202-03-07”的年份不在1900至2100之间')
    expect(read('')).toBe('日期为空')
    for (const text of ['22.3.7', '3月', '2022-03', '44627', '2022-03-07 08:30', '明天']) {
      expect(read(text)).toBe(`日期“${text.replace(' ', '')}”不能识别,应写成 2022-03-07`)
    }
  })

  it('always reads back what it writes', () => {
    fc.assert(
      fc.property(anyDate, (date) => {
        expect(read(date)).toBe(date)
        expect(read(formatChinese(date))).toBe(date)
        expect(read(date.replaceAll('-', ''))).toBe(date)
        expect(read(date.slice(5).replace('-', '.'), Number(date.slice(0, 4)))).toBe(date)
      }),
    )
  })
})

describe('counting days', () => {
  it('never lets adding and subtracting disagree', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -20_000, max: 20_000 }), (date, days) => {
        const moved = addDays(date, days)
        expect(daysBetween(date, moved)).toBe(days)
        expect(addDays(moved, -days)).toBe(date)
        expect(Math.sign(days)).toBe(compareDates(moved, date))
        expect((weekday(date) - 1 + (((days % 7) + 7) % 7)) % 7).toBe(weekday(moved) - 1)
      }),
    )
  })

  it('knows leap days and weekdays', () => {
    expect(addDays(civilDate('2024-02-28'), 1)).toBe('2024-02-29')
    expect(addDays(civilDate('2022-02-28'), 1)).toBe('2022-03-01')
    expect(weekday(civilDate('2022-03-07'))).toBe(1)
    expect(weekday(civilDate('1969-12-28'))).toBe(7)
    expect([isCivilDate('1900-02-29'), isCivilDate('2000-02-29'), isCivilDate('2022-3-7')]).toEqual([
      false,
      true,
      false,
    ])
    expect(yearMonthOf(civilDate('2022-03-07'))).toBe('2022-03')
  })

  it('counts both ends as within', () => {
    const [from, to] = [civilDate('2022-03-07'), civilDate('2022-03-18')]
    expect([from, to, addDays(from, -1), addDays(to, 1)].map((date) => isWithin(date, from, to))).toEqual([
      true,
      true,
      false,
      false,
    ])
    expect(isWithin(civilDate('2099-01-01'), from, null)).toBe(true)
  })
})

describe('age', () => {
  it('is reached on the birthday, not the day before', () => {
    const born = civilDate('2006-03-07')
    expect(ageOn(born, civilDate('2022-03-06'))).toBe(15)
    expect(ageOn(born, civilDate('2022-03-07'))).toBe(16)
    expect(ageOn(born, born)).toBe(0)
  })

  it('of someone born on 29 February is reached on 1 March of a common year', () => {
    const born = civilDate('2004-02-29')
    expect(ageOn(born, civilDate('2022-02-28'))).toBe(17)
    expect(ageOn(born, civilDate('2022-03-01'))).toBe(18)
    expect(ageOn(born, civilDate('2024-02-29'))).toBe(20)
  })

  it('is not asked for before the birth', () => {
    expect(() => ageOn(civilDate('2022-03-07'), civilDate('2022-03-06'))).toThrow(RangeError)
  })
})

it('takes the day of an instant from the clock in Shanghai', () => {
  expect(civilDateOf(new Date('2022-03-06T15:59:59Z'))).toBe('2022-03-06')
  expect(civilDateOf(new Date('2022-03-06T16:00:00Z'))).toBe('2022-03-07')
})
