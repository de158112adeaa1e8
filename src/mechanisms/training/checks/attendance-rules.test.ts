import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { civilDate } from '../../../kernel/values/public.ts'
import { type Held, hoursFaults, signedAhead, signedTwice, thinDays } from './attendance-rules.ts'

const held = (id: string, day: string, startMinute = 510, classHours = 4): Held => ({
  id,
  day: civilDate(day),
  startMinute,
  classHours,
})
const morning = held('a', '2022-03-07')
const afternoon = held('b', '2022-03-07', 810)
const nextDay = held('c', '2022-03-08')
const fourFifths = { numerator: 4, denominator: 5 }
const there = (...ids: string[]) => new Set(ids)

describe('a class on a day', () => {
  it('is thin where 23 of 30 were there and four fifths are asked', () => {
    const people = Array.from({ length: 30 }, (_, at) => (at < 23 ? there('a') : there()))
    expect(thinDays([morning], people, fourFifths)).toEqual([
      { day: '2022-03-07', share: { numerator: 23, denominator: 30 } },
    ])
  })

  it('is not thin at exactly four fifths, and counts both half-days of a day together', () => {
    const people = [there('a', 'b'), there('a', 'b'), there('a', 'b'), there('a'), there('b', 'c')]
    expect(thinDays([morning, afternoon], people, fourFifths)).toEqual([])
    expect(thinDays([morning, afternoon, nextDay], people, fourFifths)).toEqual([
      { day: '2022-03-08', share: { numerator: 1, denominator: 5 } },
    ])
  })

  it('is never thin where everybody was always there, nor where nobody is on the roster', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40 }), (people) => {
        const everybody = Array.from({ length: people }, () => there('a', 'b', 'c'))
        expect(thinDays([morning, afternoon, nextDay], everybody, { numerator: 1, denominator: 1 })).toEqual([])
      }),
    )
  })
})

describe('a sheet handed in', () => {
  it('has signed ahead what had not begun then, in the time of Shanghai', () => {
    const credited = there('a', 'b', 'c')
    const ahead = (at: string) => signedAhead([morning, afternoon, nextDay], credited, new Date(at)).map(({ id }) => id)
    expect(ahead('2022-03-07T08:29:59+08:00')).toEqual(['a', 'b', 'c'])
    expect(ahead('2022-03-07T08:30:00+08:00')).toEqual(['b', 'c'])
    expect(ahead('2022-03-28T09:00:00+08:00')).toEqual([])
  })

  it('has signed nothing ahead for whoever is not credited', () => {
    expect(signedAhead([morning], there(), new Date('2022-03-01T00:00:00+08:00'))).toEqual([])
  })
})

describe('hours', () => {
  it('cannot be more than planned, nor more than a day may have: every fault is told', () => {
    expect(hoursFaults([morning, afternoon, nextDay], there('a', 'b', 'c'), { planned: 10, mostADay: 7 })).toEqual([
      { kind: 'more-than-planned', attended: 12, planned: 10 },
      { kind: 'too-long-a-day', day: '2022-03-07', attended: 8, mostADay: 7 },
    ])
  })

  it('are never at fault within both limits', () => {
    expect(hoursFaults([morning, afternoon, nextDay], there('a', 'b', 'c'), { planned: 12, mostADay: 8 })).toEqual([])
  })
})

describe('signed in at two places', () => {
  const at = (id: string, day: string, startMinute: number, endMinute: number) => ({
    id,
    day: civilDate(day),
    startMinute,
    endMinute,
  })
  const here = [at('a', '2022-03-07', 510, 690), at('b', '2022-03-07', 810, 990)]

  it('is what overlaps in time on one day; what only touches, or is of another day, is not', () => {
    const there = (id: string, day: string, from: number, to: number) => ({ session: at(id, day, from, to) })
    expect(signedTwice(here, [there('x', '2022-03-07', 690, 810), there('y', '2022-03-08', 510, 690)])).toEqual([])
    const twice = signedTwice(here, [there('z', '2022-03-07', 600, 840)])
    expect(twice.map((each) => [each.here.id, each.there.session.id])).toEqual([
      ['a', 'z'],
      ['b', 'z'],
    ])
  })
})
