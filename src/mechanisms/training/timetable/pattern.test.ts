import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, civilDate } from '../../../kernel/values/public.ts'
import { copyDay, hoursLeft, patternSessions } from './pattern.ts'
import { totalsOf } from './rules.ts'
import { halfHours, minuteOf, spanText, timeText } from './times.ts'

const pattern = {
  startsOn: civilDate('2022-04-01'),
  endsOn: civilDate('2022-04-15'),
  weekdays: [1, 2, 3, 4, 5],
  halfDays: [
    { startMinute: minuteOf('08:30'), endMinute: minuteOf('11:30'), classHours: 4 },
    { startMinute: minuteOf('13:30'), endMinute: minuteOf('16:30'), classHours: 4 },
  ],
  safetyHours: 4,
  theoryHours: 32,
  practiceHours: 40,
  roomId: 'room',
  instructorId: 'instructor',
}

const QINGMING = new Set(['2022-04-03', '2022-04-04', '2022-04-05'])

describe('a timetable by pattern', () => {
  it('skips weekends and the Qingming holiday', () => {
    expect([...new Set(patternSessions(pattern, QINGMING).map(({ day }) => day))]).toEqual([
      '2022-04-01',
      '2022-04-06',
      '2022-04-07',
      '2022-04-08',
      '2022-04-11',
      '2022-04-12',
      '2022-04-13',
      '2022-04-14',
      '2022-04-15',
    ])
  })

  it('has theory and practice in turn until one is used up', () => {
    expect(
      patternSessions(pattern, QINGMING)
        .map(({ kind }) => kind[0])
        .join(''),
    ).toBe('sptptptptptptptppp')
  })

  it('makes whole sessions of the first theory safety education, until the county’s minimum is reached', () => {
    const short = pattern.halfDays.map((half) => ({ ...half, endMinute: half.startMinute + 150, classHours: 3 }))
    const kinds = (safetyHours: number) =>
      patternSessions({ ...pattern, halfDays: short, safetyHours, theoryHours: 9, practiceHours: 9 }, QINGMING)
        .map(({ kind }) => kind[0])
        .join('')
    expect([kinds(0), kinds(3), kinds(4), kinds(100)]).toEqual(['tptptp', 'sptptp', 'spsptp', 'spspsp'])
  })

  it('ends a last session early when fewer hours are left', () => {
    const last = patternSessions({ ...pattern, theoryHours: 4, practiceHours: 6 }, QINGMING).at(-1)!
    expect([last.classHours, timeText(last.endMinute)]).toEqual([2, '10:00'])
  })

  it('never has more hours of either than the plan, nor a session outside its dates or on a holiday', () => {
    fc.assert(
      fc.property(fc.nat(200), fc.nat(200), fc.integer({ min: 0, max: 60 }), (theoryHours, practiceHours, days) => {
        const asked = { ...pattern, theoryHours, practiceHours, endsOn: addDays(pattern.startsOn, days) }
        const sessions = patternSessions(asked, QINGMING)
        const totals = totalsOf(sessions)
        expect(totals.theory).toBeLessThanOrEqual(theoryHours)
        expect(totals.practice).toBeLessThanOrEqual(practiceHours)
        expect(sessions.every(({ day }) => day >= asked.startsOn && day <= asked.endsOn && !QINGMING.has(day))).toBe(
          true,
        )
        expect(sessions.every(({ startMinute, endMinute }) => startMinute % 30 === 0 && endMinute % 30 === 0)).toBe(
          true,
        )
      }),
    )
  })

  it('says for which hours the days have no room', () => {
    const tight = { ...pattern, endsOn: pattern.startsOn, theoryHours: 6, practiceHours: 10 }
    expect(hoursLeft(tight, patternSessions({ ...tight, halfDays: tight.halfDays.slice(0, 1) }, QINGMING))).toEqual({
      theory: 6 - tight.halfDays[0]!.classHours,
      practice: 10,
    })
    expect(hoursLeft(pattern, patternSessions(pattern, QINGMING))).toEqual({ theory: 0, practice: 0 })
  })

  it('copies a day as it is, to another day', () => {
    const copied = copyDay(patternSessions(pattern, QINGMING), '2022-04-01', '2022-04-16')
    expect(copied.map(({ day, startMinute }) => `${day} ${timeText(startMinute)}`)).toEqual([
      '2022-04-16 08:30',
      '2022-04-16 13:30',
    ])
  })
})

describe('half hours', () => {
  it('are those a session touches, its end not among them', () => {
    expect(halfHours({ startMinute: minuteOf('08:30'), endMinute: minuteOf('10:00') })).toEqual([17, 18, 19])
  })

  it('read as the time they cover', () => {
    expect(spanText([19, 17, 18, 30])).toBe('08:30–10:00, 15:00–15:30')
  })
})
