import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clockTime, clockTimeOf, durationMinutes, instantOf, minutesOf, parseClockTime } from './clock-times.ts'
import { civilDate, civilDateOf } from './dates.ts'

function read(text: string): string {
  const parsed = parseClockTime(text)
  return parsed.ok ? parsed.value : parsed.problems.map((problem) => problem.zh).join()
}

describe('times of day', () => {
  it.each([
    ['8:30', '08:30'],
    ['08:30', '08:30'],
    ['08:30:00', '08:30'],
    ['8\uFF1A30', '08:30'],
    ['8.30', '08:30'],
    ['8点半', '08:30'],
    ['8点5分', '08:05'],
    ['13时', '13:00'],
    ['24:00', '24:00'],
  ])('reads %s as %s', (text, time) => {
    expect(read(text)).toBe(time)
  })

  it.each(['', '25:00', '8:60', '24:01', '上午', '8:3', '830', '8'])('refuses “%s”', (text) => {
    expect(read(text)).toMatch(/^时间/)
  })

  it('measures a half-day', () => {
    expect(durationMinutes(clockTime('08:30'), clockTime('11:30'))).toBe(180)
    expect(durationMinutes(clockTime('22:00'), clockTime('24:00'))).toBe(120)
    expect(durationMinutes(clockTime('11:30'), clockTime('08:30'))).toBe(-180)
    expect(minutesOf(clockTime('00:00'))).toBe(0)
  })

  it('always finds the day and time again in the instant they make', () => {
    const midnight = civilDate('2022-03-07')
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1439 }), (minute) => {
        const time = clockTime(
          `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`,
        )
        const instant = instantOf(midnight, time)
        expect(civilDateOf(instant)).toBe(midnight)
        expect(clockTimeOf(instant)).toBe(time)
      }),
    )
    expect(instantOf(midnight, clockTime('08:30')).toISOString()).toBe('2022-03-07T00:30:00.000Z')
    expect(civilDateOf(instantOf(midnight, clockTime('24:00')))).toBe('2022-03-08')
  })
})
