import { describe, expect, it } from 'vitest'
import type { CivilDate } from '../../../kernel/values/public.ts'
import { fallsShort, problemsOfCount, type Seen, signedInAt } from './rules.ts'

const session = { day: '2022-03-07' as CivilDate, startMinute: 510, endMinute: 690 }
const at = (time: string) => new Date(`2022-03-07T${time}:00+08:00`)
const seen = (enrolmentId: string, kind: Seen['kind'], time: string, struck: unknown = null): Seen => ({
  enrolmentId,
  kind,
  businessAt: at(time),
  struck,
})

describe('who is signed in at a minute', () => {
  const signs = [
    seen('lan', 'in', '08:25'),
    seen('lei', 'in', '09:00'),
    seen('lei', 'out', '10:00'),
    seen('hua', 'in', '08:30', { reason: '误点' }),
    seen('mei', 'leave', '08:30'),
  ]
  it('has signed in by then and not signed out before; struck signs and leave are nobody', () => {
    const count = (minute: number) => signedInAt(session, minute, signs)
    expect([510, 539, 540, 600, 601, 690].map(count)).toEqual([1, 1, 2, 2, 1, 1])
  })
})

describe('a head-count', () => {
  it('falls short only beyond what the county lets pass', () => {
    expect([fallsShort(38, 40, 2), fallsShort(37, 40, 2), fallsShort(40, 38, 0)]).toEqual([false, true, false])
  })

  it('is of the session, not of the future, and of no more people than the roster', () => {
    const told = (minute: number, headCount: number, now = '12:00') =>
      problemsOfCount(session, { minute, headCount }, { now: at(now), seats: 40 }).map(({ at: where }) => where)
    expect(told(600, 40)).toEqual([])
    expect(told(509, 41)).toEqual(['body.at', 'body.headCount'])
    expect(told(600, 40, '09:59')).toEqual(['body.at'])
  })
})
