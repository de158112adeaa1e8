import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, civilDate } from './dates.ts'
import {
  daysOfPeriod,
  endExclusive,
  isClosed,
  monthsOfPeriod,
  type Period,
  period,
  periodContains,
  periodCovers,
  periodFromHalfOpen,
  periodsOverlap,
} from './periods.ts'

const day = (text: string) => civilDate(text)
const course = period(day('2022-03-07'), day('2022-03-18'))
const openEnded = period(day('2022-03-18'), null)

const anyPeriod: fc.Arbitrary<Period> = fc
  .tuple(fc.integer({ min: 0, max: 40 }), fc.option(fc.integer({ min: 0, max: 40 })))
  .map(([start, length]) => {
    const from = addDays(day('2022-01-01'), start)
    return period(from, length === null ? null : addDays(from, length))
  })

describe('a period', () => {
  it('counts both of its ends', () => {
    expect(daysOfPeriod(course)).toBe(12)
    expect(periodContains(course, day('2022-03-18'))).toBe(true)
    expect(periodContains(course, day('2022-03-19'))).toBe(false)
    expect(daysOfPeriod(period(course.from, course.from))).toBe(1)
  })

  it('cannot end before it begins', () => {
    expect(() => period(day('2022-03-07'), day('2022-03-06'))).toThrow(RangeError)
  })

  it('without an end goes on', () => {
    expect(periodContains(openEnded, day('2099-12-31'))).toBe(true)
    expect(isClosed(openEnded)).toBe(false)
  })

  it('touches these months', () => {
    expect(monthsOfPeriod(course)).toEqual(['2022-03'])
    expect(monthsOfPeriod(period(day('2021-11-30'), day('2022-02-01')))).toEqual([
      '2021-11',
      '2021-12',
      '2022-01',
      '2022-02',
    ])
  })

  it('overlaps another that begins on its last day', () => {
    expect(periodsOverlap(course, openEnded)).toBe(true)
    expect(periodsOverlap(course, period(day('2022-03-19'), null))).toBe(false)
  })

  it('overlaps another exactly when they share a day', () => {
    const days = Array.from({ length: 130 }, (_, index) => addDays(day('2022-01-01'), index))
    fc.assert(
      fc.property(anyPeriod, anyPeriod, (a, b) => {
        const shared = days.some((date) => periodContains(a, date) && periodContains(b, date))
        expect(periodsOverlap(a, b)).toBe(shared)
        expect(periodsOverlap(b, a)).toBe(shared)
      }),
    )
  })

  it('covers another exactly when no day of it is outside', () => {
    const days = Array.from({ length: 130 }, (_, index) => addDays(day('2022-01-01'), index))
    fc.assert(
      fc.property(anyPeriod, anyPeriod, (outer, inner) => {
        const outside = days.some((date) => periodContains(inner, date) && !periodContains(outer, date))
        expect(periodCovers(outer, inner)).toBe(!outside)
      }),
    )
  })

  it('always survives the way registers write it, with the day after as its end', () => {
    fc.assert(
      fc.property(anyPeriod, (given) => {
        expect(periodFromHalfOpen(given.from, endExclusive(given))).toEqual(given)
      }),
    )
  })
})
