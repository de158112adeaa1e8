import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { civilDate } from '../../../kernel/values/public.ts'
import {
  clockOff,
  creditOf,
  type LiveTerms,
  minuteOn,
  minutesEarly,
  minutesLate,
  operatorWindow,
  qualityOf,
  standingIn,
  windowFor,
} from './rules.ts'

const TERMS: LiveTerms = {
  opensBefore: 10,
  lateAfter: 5,
  closesAfter: 30,
  absentAfter: 60,
  signOut: { demanded: false, opensBefore: 10, closesAfter: 30, absentBefore: 30 },
}
const DEMANDED: LiveTerms = { ...TERMS, signOut: { ...TERMS.signOut, demanded: true } }
/** 7 March, 8:30 to 11:30. */
const SESSION = { day: civilDate('2022-03-07'), startMinute: 510, endMinute: 690 }
const at = (time: string, day = '2022-03-07') => new Date(`${day}T${time}+08:00`)

describe('the windows of a session', () => {
  it('opens ten minutes before the beginning and closes half an hour after it', () => {
    const window = windowFor('in', SESSION, TERMS)
    const stands = (time: string) => standingIn(window, minuteOn(SESSION.day, at(time)))
    expect(stands('08:19:59')).toBe('early')
    expect(stands('08:20:00')).toBe('within')
    expect(stands('09:00:59')).toBe('within')
    expect(stands('09:01:00')).toBe('late')
  })

  it('counts the sign-out from the end, and the instructor may sign for people from one to the other', () => {
    expect(windowFor('out', SESSION, TERMS)).toEqual({ from: 680, to: 720 })
    expect(operatorWindow(SESSION, TERMS)).toEqual({ from: 500, to: 720 })
  })

  it('counts minutes of other days from the midnight of its own', () => {
    expect(minuteOn(SESSION.day, at('23:50:00', '2022-03-06'))).toBe(-10)
    expect(minuteOn(SESSION.day, at('00:10:00', '2022-03-08'))).toBe(1450)
  })

  it('is early, within or late, and nothing else, whatever the minute', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -2000, max: 4000 }),
        fc.constantFrom('in' as const, 'out' as const),
        (minute, kind) => {
          const window = windowFor(kind, SESSION, TERMS)
          const expected = minute < window.from ? 'early' : minute > window.to ? 'late' : 'within'
          expect(standingIn(window, minute)).toBe(expected)
        },
      ),
    )
  })
})

describe('what signs come to', () => {
  const come = (minutesLate: number, out?: number) => ({
    in: { minutesLate },
    out: out === undefined ? undefined : { minutesEarly: out },
    leave: false,
  })

  it('is present in time, late after five minutes, absent after an hour', () => {
    expect(creditOf(come(0), TERMS)).toBe('present')
    expect(creditOf(come(5), TERMS)).toBe('present')
    expect(creditOf(come(6), TERMS)).toBe('late')
    expect(creditOf(come(60), TERMS)).toBe('late')
    expect(creditOf(come(61), TERMS)).toBe('absent')
  })

  it('is leave where it was given and nobody came', () => {
    expect(creditOf({ in: undefined, out: undefined, leave: true }, TERMS)).toBe('leave')
    expect(creditOf({ in: undefined, out: undefined, leave: false }, TERMS)).toBe('absent')
  })

  it('demands a sign-out, not too early, only where the county does', () => {
    expect(creditOf(come(0), DEMANDED)).toBe('absent')
    expect(creditOf(come(0, 0), DEMANDED)).toBe('present')
    expect(creditOf(come(0, 30), DEMANDED)).toBe('present')
    expect(creditOf(come(0, 31), DEMANDED)).toBe('absent')
    expect(creditOf(come(0, 31), TERMS)).toBe('present')
  })

  it('never rises when somebody comes later or leaves earlier', () => {
    const worth = { present: 2, late: 1, leave: 0, absent: 0 }
    fc.assert(
      fc.property(fc.nat(200), fc.nat(100), fc.nat(100), fc.nat(100), (late, more, early, earlier) => {
        const before = creditOf(come(late, early), DEMANDED)
        expect(worth[creditOf(come(late + more, early), DEMANDED)]).toBeLessThanOrEqual(worth[before])
        expect(worth[creditOf(come(late, early + earlier), DEMANDED)]).toBeLessThanOrEqual(worth[before])
      }),
    )
  })

  it('counts lateness from the beginning and leaving early to the end, never below nothing', () => {
    expect(minutesLate(SESSION, 505)).toBe(0)
    expect(minutesLate(SESSION, 522)).toBe(12)
    expect(minutesEarly(SESSION, 675)).toBe(15)
    expect(minutesEarly(SESSION, 700)).toBe(0)
  })

  it('trusts a phone before the code most, and an instructor’s word least', () => {
    expect((['qr', 'code', 'card', 'roll-call', 'assisted'] as const).map(qualityOf)).toEqual([
      'strong',
      'fair',
      'fair',
      'fair',
      'weak',
    ])
  })
})

describe('a device’s clock', () => {
  it('is told when it is more than two minutes off, and by how much', () => {
    const server = at('08:30:00')
    expect(clockOff(at('08:31:59'), server)).toBeNull()
    expect(clockOff(at('08:47:00'), server)).toBe(17)
    expect(clockOff(at('08:20:00'), server)).toBe(-10)
    expect(clockOff(null, server)).toBeNull()
  })
})
