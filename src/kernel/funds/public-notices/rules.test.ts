import { describe, expect, it } from 'vitest'
import { civilDate, type OfficialCalendar } from '../../values/public.ts'
import { hasRun, isOut, lastDayToObject, publishedDifference, refusalToObject } from './rules.ts'

/** The Qingming days of 2022 as the State Council gave them: Saturday 2 April is worked for Monday the 4th. */
const CALENDAR: OfficialCalendar = {
  years: [2022],
  exceptions: new Map([
    [civilDate('2022-04-02'), 'workday'],
    [civilDate('2022-04-04'), 'holiday'],
    [civilDate('2022-04-05'), 'holiday'],
  ]),
}
const FIVE = { workingDays: 5, counting: 'after-start' } as const
const monday = civilDate('2022-03-28')

describe('the days of a public notice', () => {
  it('end on a make-up Saturday where that is the fifth working day', () => {
    expect(lastDayToObject(CALENDAR, monday, FIVE)).toBe('2022-04-02')
  })

  it('are counted as the county counts them', () => {
    expect(lastDayToObject(CALENDAR, monday, { workingDays: 5, counting: 'including-start' })).toBe('2022-04-01')
  })

  it('pass over a holiday in the middle', () => {
    expect(lastDayToObject(CALENDAR, civilDate('2022-04-01'), FIVE)).toBe('2022-04-11')
  })

  it('are not guessed for a year whose calendar nobody entered', () => {
    expect(() => lastDayToObject(CALENDAR, civilDate('2022-12-29'), FIVE)).toThrow('no year 2023')
  })
})

describe('a list', () => {
  const notice = { status: 'open', publishedOn: monday, endsOn: civilDate('2022-04-02'), ...FIVE } as const

  it('is out through its last day and down on the next', () => {
    expect(isOut(notice, civilDate('2022-04-02'))).toBe(true)
    expect(isOut(notice, civilDate('2022-04-03'))).toBe(false)
    expect(isOut({ ...notice, status: 'withdrawn' }, monday)).toBe(false)
  })

  it('has not run its days where one of them was made a holiday meanwhile', () => {
    expect(hasRun(CALENDAR, notice, civilDate('2022-04-03'))).toEqual({ ended: true, days: 5 })
    const plain = { years: [2022], exceptions: new Map() }
    expect(hasRun(plain, notice, civilDate('2022-04-03'))).toEqual({ ended: false, days: 4 })
  })

  it('has not run its days before the last has passed', () => {
    expect(hasRun(CALENDAR, notice, civilDate('2022-04-02')).ended).toBe(false)
  })
})

describe('an objection', () => {
  const notice = { publishedOn: monday, endsOn: civilDate('2022-04-02') }
  const taken = (receivedOn: string, today = '2022-04-03', mayHold = true) =>
    refusalToObject(notice, { receivedOn: civilDate(receivedOn), today: civilDate(today), mayHold })

  it.each([
    ['2022-03-27', 'not-yet'],
    ['2022-03-28', undefined],
    ['2022-04-02', undefined],
    ['2022-04-03', 'too-late'],
    ['2022-04-04', 'in-the-future'],
  ])('received on %s: %s', (receivedOn, refusal) => {
    expect(taken(receivedOn)).toBe(refusal)
  })

  it('cannot hold what has gone into a batch', () => {
    expect(taken('2022-03-29', '2022-04-03', false)).toBe('moved-on')
  })
})

describe('what would be paid against what was published', () => {
  const row = {
    claimLineId: 'a',
    position: 1,
    maskedName: '王*',
    maskedIdentity: '339901**********12',
    amountFen: 100n,
  }

  it.each([
    [row, { maskedName: '王*', amountFen: 100n }, undefined],
    [undefined, { maskedName: '王*', amountFen: 100n }, 'absent'],
    [row, { maskedName: '李*', amountFen: 100n }, 'another-person'],
    [row, { maskedName: '王*', amountFen: 101n }, 'another-amount'],
  ])('%#', (published, line, difference) => {
    expect(publishedDifference(published, line)).toBe(difference)
  })
})
