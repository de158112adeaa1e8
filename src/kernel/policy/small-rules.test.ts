import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { civilDate, ROUNDINGS } from '../values/public.ts'
import { canonicalJson } from './decisions/canonical-json.ts'
import { contentHash } from './decisions/content-hash.ts'
import { FACTS } from './facts/dictionary.ts'
import { compareScalars, MOMENTS } from './facts/facts.ts'
import { COUNTED_BY } from './limits/limits.ts'
import { STEP_KINDS } from './packs/amount.ts'
import { OPERATORS, SPANS } from './packs/condition.ts'
import { schemesAnswering, versionInForce } from './packs/in-force.ts'
import { readPack, SchemePack } from './packs/pack.ts'
import { STACKING_RULES } from './packs/stacking.ts'
import { hasReachedRetirement, retirementMonths } from './parameters/retirement.ts'
import { givenPack, shippedParameters } from './testing.ts'

describe('a content hash', () => {
  it('does not depend on the order of keys', () => {
    expect(canonicalJson({ b: [1, { d: 2n, c: '二' }], a: null })).toBe('{"a":null,"b":[1,{"c":"二","d":2}]}')
    expect(contentHash({ a: 1, b: 2 })).toBe(contentHash({ b: 2, a: 1 }))
  })

  it('changes with any value, and is the SHA-256 of the canonical text', () => {
    expect(contentHash({})).toBe('44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a')
    expect(contentHash({ a: 1 })).not.toBe(contentHash({ a: '1' }))
  })

  it('reads back as the same document', () => {
    const document = fc
      .json()
      .map((text) => JSON.parse(text, (_, value) => (typeof value === 'number' ? Math.trunc(value % 1e9) : value)))
    fc.assert(
      fc.property(document, (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)))
      }),
    )
  })

  it('refuses a decimal number', () => {
    expect(() => canonicalJson({ share: 0.8 })).toThrow(/0\.8/)
  })
})

describe('order of values', () => {
  it('compares shares exactly, not by decimals', () => {
    const share = fc.record({ numerator: fc.nat(), denominator: fc.integer({ min: 1 }) })
    fc.assert(
      fc.property(share, share, (a, b) => {
        const expected = BigInt(a.numerator) * BigInt(b.denominator) - BigInt(b.numerator) * BigInt(a.denominator)
        expect(Math.sign(compareScalars('ratio', a, b))).toBe(Number(expected > 0n) - Number(expected < 0n))
      }),
    )
    expect(compareScalars('ratio', { numerator: 16, denominator: 20 }, { numerator: 4, denominator: 5 })).toBe(0)
  })

  it('puts a technician above a junior worker, though 二 is less than 五', () => {
    expect(compareScalars('level', 'L2_TECHNICIAN', 'L5_JUNIOR')).toBeGreaterThan(0)
  })
})

describe('the version in force', () => {
  const version = (over: Record<string, unknown>) => ({ pack: readPack(givenPack(over)) })
  const january = version({ inForce: { by: 'training', from: '2022-01-01', to: '2022-06-30' } })
  const july = version({ version: '2022-07', inForce: { by: 'training', from: '2022-07-01' } })

  it('is chosen by the declared moment: a class that began in June keeps the rule of June', () => {
    const on = (training: string) =>
      versionInForce([january, july], 'test.scheme', { training: civilDate(training), claim: civilDate('2022-08-01') })
    const found = ['2021-12-31', '2022-06-30', '2022-07-01'].map((date) => on(date)?.pack.version)
    expect(found).toEqual([undefined, '2022-01', '2022-07'])
    expect(versionInForce([january], 'test.scheme', { claim: civilDate('2022-03-01') })).toBeUndefined()
  })

  it('is never chosen silently between two', () => {
    const again = version({ version: '2022-02' })
    const dates = { training: civilDate('2022-03-07') }
    expect(() => versionInForce([january, again], 'test.scheme', dates)).toThrow(/2022-01, 2022-02/)
  })

  it('answers to its own trigger, in its own region and those below it', () => {
    const other = version({ scheme: 'test.other', trigger: 'certificate.issued' })
    const foreign = version({ scheme: 'test.foreign', region: '331121' })
    const provincial = version({ scheme: 'test.provincial', region: '330000' })
    const event = {
      trigger: 'training.completed',
      regions: ['000000', '330000', '331100', '331102'],
      dates: { training: civilDate('2022-03-07') },
    }
    const found = schemesAnswering([january, july, other, foreign, provincial], event)
    expect(found.map(({ pack }) => pack.scheme)).toEqual(['test.scheme', 'test.provincial'])
  })
})

describe('retirement ages', () => {
  const tableOn = (date: string) => shippedParameters('331102', civilDate(date)).get('retirement.ages').value
  const before = tableOn('2022-03-07')
  const after = tableOn('2026-01-01')

  it('were 60 for men and, where the category is not known, 55 for women', () => {
    const woman = { sex: 'F', bornOn: civilDate('1967-03-08') } as const
    expect(retirementMonths(before, { sex: 'M', bornOn: civilDate('1965-04-17') })).toBe(720)
    expect(hasReachedRetirement(before, woman, civilDate('2022-03-07'))).toBe(false)
    expect(hasReachedRetirement(before, woman, civilDate('2022-03-08'))).toBe(true)
    expect(hasReachedRetirement(before, { ...woman, category: 'WORKER' }, civilDate('2022-03-07'))).toBe(true)
  })

  it('rise by month of birth from 2025: to 63, 58 and 55', () => {
    const of = (sex: 'M' | 'F', bornOn: string, category?: string) =>
      retirementMonths(after, { sex, bornOn: civilDate(bornOn), ...(category ? { category } : {}) }) -
      (sex === 'M' ? 720 : category === 'WORKER' ? 600 : 660)
    expect(
      ['1964-12-31', '1965-01-01', '1965-04-30', '1965-05-01', '1976-08-31', '1976-09-01', '1990-01-01'].map((d) =>
        of('M', d),
      ),
    ).toEqual([0, 1, 1, 2, 35, 36, 36])
    expect(['1969-12-01', '1970-01-01', '1981-09-01'].map((d) => of('F', d, 'CADRE'))).toEqual([0, 1, 36])
    expect(
      ['1974-12-01', '1975-01-01', '1975-03-01', '1984-11-01', '2000-01-01'].map((d) => of('F', d, 'WORKER')),
    ).toEqual([0, 1, 2, 60, 60])
  })

  it('has exactly one row for every sex, category and month of birth', () => {
    for (const table of [before, after]) {
      for (let month = 1940 * 12; month < 2030 * 12; month++) {
        const bornIn = `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`
        const rows = table.filter((row) => (row.bornFrom ?? bornIn) <= bornIn && bornIn <= (row.bornTo ?? bornIn))
        expect(rows.map((row) => `${row.sex} ${row.category}`).sort()).toEqual(['F CADRE', 'F WORKER', 'M ANY'])
      }
    }
  })
})

describe('how a pack is written', () => {
  const readme = readFileSync(new URL('./README.md', import.meta.url), 'utf8')

  it('is told in the README, every word of it', () => {
    const ways = ROUNDINGS.flatMap((each) =>
      each.split('-to-').map((part, index) => (index === 0 ? part : `-to-${part}`)),
    )
    const facts = FACTS.map(({ key }) => key)
    const parts = Object.keys(SchemePack.shape).filter((part) => part !== 'layers' && part !== 'origins')
    const words = [
      ...OPERATORS,
      ...SPANS,
      ...STEP_KINDS,
      ...COUNTED_BY,
      ...STACKING_RULES,
      ...MOMENTS,
      ...facts,
      ...ways,
    ]
    const missing = [...words, ...parts].filter((word) => !new RegExp(`["\`]${word}["\`]`).test(readme))
    expect(missing).toEqual([])
  })
})
