import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, type CivilDate, civilDate } from '../../../kernel/values/public.ts'
import { askedFor, coverageBy, type OnFile, problemsOfDocument, stateOf } from './rules.ts'

const licence = { code: 'LICENCE', label: { zh: '办学许可证', en: 'Licence' }, ofSite: false }
const fire = { code: 'FIRE_SAFETY', label: { zh: '消防安全证明', en: 'Fire safety' }, ofSite: true }
const paper = (from: string, to: string, over: Partial<OnFile> = {}): OnFile => ({
  kind: 'LICENCE',
  siteId: null,
  validFrom: civilDate(from),
  validTo: civilDate(to),
  ...over,
})
const TODAY = civilDate('2022-03-07')
const days = (...texts: string[]) => texts.map((text) => civilDate(text))

describe('a paper', () => {
  it.each([
    ['2022-01-01', '2022-12-31', 'valid'],
    ['2022-01-01', '2022-05-05', 'expiring'],
    ['2022-01-01', '2022-03-07', 'expiring'],
    ['2021-01-01', '2022-03-06', 'expired'],
    ['2022-03-08', '2022-12-31', 'not-yet'],
  ])('from %s to %s is %s on 7 March when reminded 60 days ahead', (from, to, state) => {
    expect(stateOf({ ...paper(from, to), withdrawn: false }, TODAY, 60)).toBe(state)
  })

  it('that is withdrawn is nothing else', () => {
    expect(stateOf({ ...paper('2022-01-01', '2022-12-31'), withdrawn: true }, TODAY, 60)).toBe('withdrawn')
  })
})

describe('what the county asks for', () => {
  it('is asked once of the provider and once of every site', () => {
    expect(askedFor([licence, fire], ['a', 'b']).map(({ kind, siteId }) => [kind.code, siteId])).toEqual([
      ['LICENCE', null],
      ['FIRE_SAFETY', 'a'],
      ['FIRE_SAFETY', 'b'],
    ])
  })

  it('is covered by papers one after another, and lapses between them', () => {
    const asked = { kind: licence, siteId: null }
    const first = paper('2022-01-01', '2022-03-10')
    const class10 = days('2022-03-09', '2022-03-10', '2022-03-11')
    expect(coverageBy(asked, [first, paper('2022-03-11', '2022-12-31')], class10)).toEqual({ is: 'covered' })
    expect(coverageBy(asked, [first, paper('2022-03-12', '2022-12-31')], class10)).toEqual({
      is: 'lapsed',
      days: ['2022-03-11'],
      until: '2022-12-31',
    })
  })

  it('is unknown, not lapsed, where nothing was ever filed, and one site’s paper is not another’s', () => {
    expect(coverageBy({ kind: licence, siteId: null }, [], [TODAY])).toEqual({ is: 'unknown' })
    const elsewhere = paper('2022-01-01', '2022-12-31', { kind: 'FIRE_SAFETY', siteId: 'b' })
    expect(coverageBy({ kind: fire, siteId: 'a' }, [elsewhere], [TODAY])).toEqual({ is: 'unknown' })
  })

  it('is never said to be covered on a day outside every paper', () => {
    const day = fc.integer({ min: 0, max: 60 }).map((ahead) => addDays(TODAY, ahead))
    const papers = fc.array(
      fc.tuple(day, fc.integer({ min: 0, max: 20 })).map(([from, length]) => paper(from, addDays(from, length))),
      { minLength: 1, maxLength: 5 },
    )
    fc.assert(
      fc.property(papers, fc.array(day, { minLength: 1, maxLength: 10 }), (onFile, asked) => {
        const isBare = (each: CivilDate) => onFile.every((one) => each < one.validFrom || each > one.validTo)
        const coverage = coverageBy({ kind: licence, siteId: null }, onFile, asked)
        expect(coverage.is === 'lapsed' ? coverage.days : []).toEqual(asked.filter(isBare))
      }),
    )
  })
})

describe('filing a paper', () => {
  it('is told everything that is wrong at once', () => {
    const given = { kind: 'FIRE_SAFETY', siteId: null, validFrom: '2022-02-01', validTo: '2022-01-01' }
    const known = { kinds: [licence, fire], siteIds: new Set(['a']) }
    expect(problemsOfDocument(given, known).map(({ at }) => at)).toEqual(['body.siteId', 'body.validTo'])
    expect(problemsOfDocument({ ...given, kind: 'LICENCE', siteId: 'b' }, known)).toHaveLength(3)
    expect(problemsOfDocument({ ...given, siteId: 'a', validTo: '2022-02-01' }, known)).toEqual([])
  })
})
