import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, civilDate, type CivilDate } from '../../values/public.ts'
import { LETTER_REGISTERS } from './columns.ts'
import { asOfProblem, covers, earliestAsOf, letterState, spanOf } from './rules.ts'

const day = civilDate
const during = { from: day('2022-03-07'), to: day('2022-03-18') }
const need = (today: string, freshDays = 30) => ({ during, today: day(today), freshDays })

const dates = fc.integer({ min: 0, max: 3_000 }).map((days) => addDays(day('2018-01-01'), days))
const registers = fc.constantFrom(...LETTER_REGISTERS)
const trainings = fc
  .tuple(dates, fc.integer({ min: 0, max: 200 }))
  .map(([from, days]) => ({ from, to: addDays(from, days) }))

describe('what silence in an answer is worth', () => {
  it.each([
    ['data of the same day while the training goes on', 'pension-payments', '2022-03-10', '2022-03-10', true],
    ['data thirty days old while the training goes on', 'pension-payments', '2022-02-08', '2022-03-10', true],
    ['older data than the county lets count', 'pension-payments', '2022-02-07', '2022-03-10', false],
    ['fresh data on the last day itself', 'deaths', '2022-03-01', '2022-03-18', true],
    ['data of before the last day, once it is over', 'deaths', '2022-03-17', '2022-03-19', false],
    ['data of the last day, once it is over', 'deaths', '2022-03-18', '2022-03-19', true],
    ['data of the last month, of a register kept by the month', 'pension-payments', '2022-03-01', '2022-04-20', true],
    ['data of the month before', 'government-payroll', '2022-02-28', '2022-04-20', false],
    ['data of later, however long ago the training', 'insured-staff', '2022-03-28', '2026-01-01', true],
  ] as const)('%s', (_, register, asOf, today, expected) => {
    expect(covers(register, day(asOf), need(today))).toBe(expected)
  })

  it('never knows the whole of an ended training from data of before its last month, however fresh', () => {
    const short = fc.integer({ min: 1, max: 60 })
    fc.assert(
      fc.property(registers, trainings, short, short, (register, training, before, after) => {
        const asOf = addDays(training.to, -before)
        fc.pre(asOf.slice(0, 7) < training.to.slice(0, 7))
        return !covers(register, asOf, { during: training, today: addDays(training.to, after), freshDays: 365 })
      }),
    )
  })

  it('never is worth less for being newer', () => {
    fc.assert(
      fc.property(
        registers,
        trainings,
        dates,
        dates,
        dates,
        fc.integer({ min: 0, max: 90 }),
        (register, training, a, b, today, freshDays) => {
          const [older, newer] = a < b ? [a, b] : [b, a]
          const asked = { during: training, today, freshDays }
          return !covers(register, older, asked) || covers(register, newer, asked)
        },
      ),
    )
  })

  it('never is worth anything after the county’s days while a training without an end goes on', () => {
    fc.assert(
      fc.property(
        registers,
        dates,
        fc.integer({ min: 0, max: 90 }),
        fc.integer({ min: 1, max: 400 }),
        (register, asOf, freshDays, older) => {
          const today = addDays(asOf, freshDays + older)
          return !covers(register, asOf, { during: { from: asOf, to: null }, today, freshDays })
        },
      ),
    )
  })
})

describe('the day an office’s data are of', () => {
  const letter = { from: during.from, madeOn: day('2022-03-28') }
  const problem = (asOf: string, madeOn: CivilDate = letter.madeOn) =>
    asOfProblem(day(asOf), { ...letter, madeOn }, { today: day('2022-03-30'), freshDays: 30 })?.zh

  it('is not after today', () => {
    expect(problem('2022-03-31')).toContain('在今天之后')
    expect(problem('2022-03-30')).toBeUndefined()
  })

  it('is not so early that it says nothing about the training', () => {
    expect(earliestAsOf(letter, 30)).toBe('2022-02-26')
    expect(problem('2022-02-25')).toContain('2022-02-26')
    expect(problem('2022-02-26')).toBeUndefined()
    // Of a training long ago data of its own days are as good as any.
    expect(problem('2022-03-07', day('2026-03-28'))).toBeUndefined()
  })
})

describe('a letter', () => {
  const expiresOn = day('2022-04-27')
  it.each([
    ['waits up to its last day', false, '2022-04-27', 'waiting'],
    ['expires after it', false, '2022-04-28', 'expired'],
    ['stays answered', true, '2023-01-01', 'answered'],
  ] as const)('%s', (_, answered, today, state) => {
    expect(letterState({ expiresOn, answered }, day(today))).toBe(state)
  })

  it('asks about the first day of its trainings to the last', () => {
    expect(
      spanOf([during, { from: day('2022-02-01'), to: day('2022-02-10') }, { from: day('2022-05-01'), to: null }]),
    ).toEqual({
      from: '2022-02-01',
      to: '2022-05-01',
    })
  })
})
