import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CivilDate } from '../../../kernel/values/public.ts'
import {
  burstIn,
  type BurstTerms,
  equalIn,
  type LiveMark,
  oneByOne,
  sameOrderDays,
  sharedDevices,
  signFault,
} from './signing-rules.ts'

const session = { id: 's', day: '2022-03-07' as CivilDate, startMinute: 510, endMinute: 690 }
const live = {
  opensBefore: 10,
  lateAfter: 5,
  closesAfter: 30,
  absentAfter: 60,
  signOut: { demanded: true, opensBefore: 10, closesAfter: 30, absentBefore: 30 },
}
const at = (time: string) => new Date(`2022-03-07T${time}+08:00`)
const mark = (over: Partial<LiveMark> = {}): LiveMark => ({
  id: 'm',
  enrolmentId: 'e',
  kind: 'in',
  method: 'qr',
  device: 'd',
  signedAt: at('08:30:00'),
  businessAt: at('08:30:00'),
  minutesLate: 0,
  minutesEarly: 0,
  ...over,
})
const out = mark({ kind: 'out', businessAt: at('11:30:00') })
const terms: BurstTerms = {
  burst: { signs: 5, fromSeconds: 1, toSeconds: 3 },
  equal: { signs: 5, withinMs: 100 },
  order: { people: 3, days: 3 },
}
/** Signs so many milliseconds after one another. */
const spaced = (...gaps: number[]) => {
  let now = at('08:25:00').getTime()
  return [0, ...gaps].map((gap, n) => mark({ id: `m${n}`, enrolmentId: `e${n}`, signedAt: new Date((now += gap)) }))
}

describe('D03: a session that counts', () => {
  const fault = (signed: { in: LiveMark | undefined; out: LiveMark | undefined }, over = live) =>
    signFault(session, signed, over, 60)

  it('was signed in its window, signed out of, and stayed at', () => {
    expect(fault({ in: mark(), out })).toBeUndefined()
    expect(fault({ in: undefined, out })).toBe('not-signed-in')
    expect(fault({ in: mark({ businessAt: at('08:19:00') }), out })).toBe('outside-window')
    expect(fault({ in: mark({ businessAt: at('08:20:00') }), out })).toBeUndefined()
    expect(fault({ in: mark(), out: { ...out, businessAt: at('12:01:00') } })).toBe('outside-window')
    expect(fault({ in: mark(), out: undefined })).toBe('not-signed-out')
  })

  it('needs no sign-out where the county asks for none', () => {
    expect(
      fault({ in: mark(), out: undefined }, { ...live, signOut: { ...live.signOut, demanded: false } }),
    ).toBeUndefined()
  })

  it('may be short by what the county lets pass, late and early together', () => {
    const of = (minutesLate: number, minutesEarly: number) =>
      fault({ in: mark({ minutesLate }), out: { ...out, minutesEarly } })
    expect(of(40, 20)).toBeUndefined()
    expect(of(40, 21)).toBe('too-short')
  })
})

describe('D04: a phone', () => {
  const people = (...ids: string[]) => ids.map((personId, n) => ({ personId, signId: `s${n}` }))

  it('is of one person, however often they sign and in how many classes', () => {
    expect(sharedDevices([{ device: 'a', people: people('lan', 'lan'), isOperators: false }], 2)).toEqual([])
  })

  it('is doubted from two people on, and the instructor’s from the first', () => {
    const shared = { device: 'a', people: people('lan', 'lei'), isOperators: false }
    const tablet = { device: 'b', people: people('lan'), isOperators: true }
    const rolled = { device: 'c', people: [], isOperators: true }
    expect(sharedDevices([shared, tablet, rolled], 2)).toEqual([shared, tablet])
    expect(sharedDevices([shared], 3)).toEqual([])
  })
})

describe('D05: the rhythm of signs', () => {
  it('is a burst when so many follow one another every second or three', () => {
    expect(burstIn(spaced(1000, 2000, 3000, 1500), terms)).toMatchObject({ count: 5, first: { id: 'm0' } })
    expect(burstIn(spaced(1000, 2000, 3000), terms)).toBeUndefined()
    expect(burstIn(spaced(1000, 2000, 9000, 1500, 1000), terms)).toBeUndefined()
    expect(burstIn(spaced(60_000, 1000, 2000, 3000, 1500), terms)).toMatchObject({ count: 5, first: { id: 'm1' } })
  })

  it('is a program’s when every gap is exactly the same, however long', () => {
    expect(equalIn(spaced(20_000, 20_010, 19_990, 20_050), terms)).toMatchObject({ count: 5 })
    expect(equalIn(spaced(20_000, 20_000, 20_300, 20_000), terms)).toBeUndefined()
    expect(equalIn(spaced(5000, 20_000, 20_000, 20_000, 20_000), terms)).toMatchObject({
      count: 5,
      first: { id: 'm1' },
    })
  })

  it('does not hear roll-calls, assisted signs and leave', () => {
    const rolled = spaced(0, 0, 0, 0).map((each) => ({ ...each, method: 'roll-call' as const }))
    expect(oneByOne([...rolled, mark({ kind: 'leave' }), mark({ method: 'assisted' })])).toEqual([])
    expect(equalIn(spaced(0, 0, 0, 0, 0), terms)).toBeUndefined()
  })

  it('never finds a burst where people are further apart than a burst, whatever their number', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 3001, max: 60_000 }), { maxLength: 60 }), (gaps) => {
        expect(burstIn(spaced(...gaps), terms)).toBeUndefined()
      }),
    )
  })

  it('is one person’s when on every day the same people came in the same order, absences apart', () => {
    const day = (...ids: string[]) => ids.map((enrolmentId) => mark({ enrolmentId }))
    expect(sameOrderDays([day('a', 'b', 'c'), day('a', 'x', 'b', 'c'), day('a', 'b', 'c')], terms)).toEqual({
      days: 3,
      people: 3,
    })
    expect(sameOrderDays([day('a', 'b', 'c'), day('b', 'a', 'c'), day('a', 'b', 'c')], terms)).toBeUndefined()
    expect(sameOrderDays([day('a', 'b', 'c'), day('a', 'b', 'c')], terms)).toBeUndefined()
    expect(sameOrderDays([day('a', 'b'), day('a', 'b'), day('a', 'b')], terms)).toBeUndefined()
  })
})
