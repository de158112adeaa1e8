import { describe, expect, it } from 'vitest'
import { civilDate } from '../../values/public.ts'
import {
  countsFor,
  type Dated,
  mayEnd,
  mayReply,
  type Proposal,
  problemOfEnd,
  problemOfShortening,
  refusalToHear,
  standsAgainst,
  stateOf,
} from './rules.ts'

const day = civilDate
const imposed = (outcome: Proposal['outcome'] = 'confirmed'): Proposal => ({ step: 'impose', endsOn: null, outcome })
const ended = (endsOn: string | null, outcome: Proposal['outcome'] = 'confirmed'): Proposal => ({
  step: 'end',
  endsOn: endsOn === null ? null : day(endsOn),
  outcome,
})
const of = (...proposals: Proposal[]): Dated => ({ from: day('2022-01-01'), to: day('2022-12-31'), proposals })
const forever = (...proposals: Proposal[]): Dated => ({ ...of(...proposals), to: null })
const march = { from: day('2022-03-07'), to: day('2022-03-18') }

describe('the days a restriction counts for', () => {
  it.each([
    ['not before it is confirmed', of(imposed(null)), undefined],
    ['not when it was declined', of(imposed('declined')), undefined],
    ['as written once confirmed', of(imposed()), '2022-01-01 2022-12-31'],
    ['until an end that another confirmed', of(imposed(), ended('2022-05-01')), '2022-01-01 2022-05-01'],
    ['to its own last day where the end is later', of(imposed(), ended('2023-05-01')), '2022-01-01 2022-12-31'],
    ['on, while an end waits', of(imposed(), ended('2022-05-01', null)), '2022-01-01 2022-12-31'],
    ['on, when the end was declined', of(imposed(), ended('2022-05-01', 'declined')), '2022-01-01 2022-12-31'],
    [
      'until the second end when the first was declined',
      of(imposed(), ended('2022-05-01', 'declined'), ended('2022-06-01')),
      '2022-01-01 2022-06-01',
    ],
    ['never, when it was revoked', of(imposed(), ended(null)), undefined],
  ])('%s', (_, restriction, expected) => {
    const days = countsFor(restriction)
    expect(days && `${days.from} ${days.to}`).toBe(expected)
  })

  it('goes on without an end where none was written', () => {
    expect(standsAgainst(forever(imposed()), march, day('2030-01-01'))).toBe(true)
  })
})

it.each([
  ['2021-12-31', 'to-come'],
  ['2022-01-01', 'in-force'],
  ['2022-12-31', 'in-force'],
  ['2023-01-01', 'ended'],
] as const)('on %s it is %s', (today, state) => expect(stateOf(of(imposed()), day(today))).toBe(state))

it('may be ended once, by one proposal at a time, even after its days', () => {
  const today = day('2022-03-28')
  expect(mayEnd(of(imposed()), today)).toBe(true)
  expect(mayEnd(of(imposed()), day('2023-03-28'))).toBe(true)
  expect(mayEnd(of(imposed(null)), today)).toBe(false)
  expect(mayEnd(of(imposed(), ended('2022-03-01', null)), today)).toBe(false)
  expect(mayEnd(of(imposed(), ended('2022-03-01', 'declined')), today)).toBe(true)
  expect(mayEnd(of(imposed(), ended('2022-03-01')), today)).toBe(false)
  expect(mayEnd(of(imposed(), ended(null)), today)).toBe(false)
})

it('is not ended on a day before it began or after today', () => {
  const wrong = (endsOn: string | null) => problemOfEnd(of(imposed()), endsOn, day('2022-03-28'))?.zh
  expect(wrong('2021-12-31')).toContain('早于开始日期 2022-01-01')
  expect(wrong('2022-03-29')).toContain('在今天之后')
  expect([wrong('2022-03-28'), wrong(null)]).toEqual([undefined, undefined])
})

describe('what follows from a reply', () => {
  it('is never written by who recorded it or proposed the restriction, nor twice', () => {
    const reply = { heard: false, recordedBy: 'lan', imposedBy: 'lei' }
    expect(refusalToHear(reply, 'lan')).toBe('own-record')
    expect(refusalToHear(reply, 'lei')).toBe('own-proposal')
    expect(refusalToHear(reply, 'zhong')).toBeUndefined()
    expect(refusalToHear({ ...reply, heard: true }, 'zhong')).toBe('heard')
  })

  it('shortens to a day before the present last one, which may be to come, and what is shortened can still be ended', () => {
    const inForce = of(imposed())
    expect(problemOfShortening(inForce, '2022-08-01')).toBeUndefined()
    expect(problemOfShortening(inForce, '2022-12-31')?.zh).toContain('早于原来的截止日期')
    expect(problemOfShortening(inForce, '2021-12-31')?.zh).toContain('早于开始日期')
    expect(problemOfShortening(inForce, null)?.zh).toContain('新的最后一天')
    const shortened = of(imposed(), ended('2022-08-01'))
    expect(mayEnd(shortened, day('2022-05-01'))).toBe(true)
    expect(mayEnd(shortened, day('2022-08-01'))).toBe(false)
    expect(countsFor(of(imposed(), ended('2022-08-01'), ended('2022-05-01')))?.to).toBe('2022-05-01')
  })

  it('is asked from the proposal on, and no longer once it was declined or revoked', () => {
    const may = (...proposals: Proposal[]) => mayReply(of(...proposals), day('2022-03-01'))
    expect([may(imposed(null)), may(imposed()), may(imposed('declined')), may(imposed(), ended(null))]).toEqual([
      true,
      true,
      false,
      false,
    ])
  })
})
