import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Fen,
  FEN_LIMIT,
  fenFromText,
  fenFromYuan,
  fenScaler,
  fenToText,
  formatYuan,
  multiplyFen,
  parseYuan,
  ROUNDINGS,
  type Rational,
  sumFen,
} from './fen.ts'

const most = 10n ** 18n - 1n
const anyFen = fc.bigInt({ min: -most, max: most })
const anyFactor: fc.Arbitrary<Rational> = fc.record({
  numerator: fc.bigInt({ min: -1000n, max: 1000n }),
  denominator: fc.bigInt({ min: 1n, max: 1000n }),
})

function read(text: string): Fen | string[] {
  const parsed = parseYuan(text)
  return parsed.ok ? parsed.value : parsed.problems.map((problem) => problem.zh)
}

describe('amounts in yuan', () => {
  it.each([
    ['1,000.00', 100_000n],
    ['1000', 100_000n],
    ['¥1,234,567.8', 123_456_780n],
    ['1000.05元', 100_005n],
    [' 1 000.5 ', 100_050n],
    ['1000.5', 100_050n],
    ['-5.00', -500n],
    ['0.29', 29n],
    ['9007199254740993.01', 900_719_925_474_099_301n],
  ])('reads %s exactly', (text, fen) => {
    expect(read(text)).toBe(fen)
  })

  it.each(['', '1,00.00', '1.234', '一千', '1e3', '1,0000', '.5', '1..0'])('refuses “%s” with a sentence', (text) => {
    expect(read(text)).toHaveLength(1)
  })

  it('says that fen are the smallest amount', () => {
    expect(read('3.333')).toEqual(['金额“3.333”超过两位小数'])
  })

  it('has room for 18 digits of fen and says when more are typed', () => {
    expect(read('9,999,999,999,999,999.99')).toBe(most)
    expect(read('10,000,000,000,000,000')).toEqual(['金额“10,000,000,000,000,000”太大'])
  })

  it('writes thousands apart and always two decimals', () => {
    expect([100_000n, 0n, 5n, -5n, 3_700_000n, 123_456_789n].map(formatYuan)).toEqual([
      '1,000.00',
      '0.00',
      '0.05',
      '-0.05',
      '37,000.00',
      '1,234,567.89',
    ])
  })

  it('always reads back what it writes, on paper and in JSON', () => {
    fc.assert(
      fc.property(anyFen, (amount) => {
        expect(read(formatYuan(amount))).toBe(amount)
        expect(fenFromText(JSON.parse(JSON.stringify(fenToText(amount))))).toBe(amount)
      }),
    )
  })

  it('refuses JSON text that is not whole fen', () => {
    for (const text of ['', '1.0', '1e3', ' 1', '0x10', '1234567890123456789']) {
      expect(() => fenFromText(text)).toThrow(RangeError)
    }
  })
})

describe('multiplying', () => {
  it('rounds the way its name says', () => {
    const half: Rational = { numerator: 1n, denominator: 2n }
    expect(multiplyFen(fenFromYuan(30_001n), half, 'half-up-to-yuan')).toBe(fenFromYuan(15_001n))
    expect(multiplyFen(101n, half, 'half-up-to-fen')).toBe(51n)
    expect(multiplyFen(101n, half, 'down-to-fen')).toBe(50n)
    expect(multiplyFen(149n, { numerator: 1n, denominator: 1n }, 'half-up-to-yuan')).toBe(100n)
  })

  it('never lets a reversal differ from what it reverses', () => {
    fc.assert(
      fc.property(
        anyFen,
        anyFactor,
        fc.constantFrom('half-up-to-yuan', 'half-up-to-fen', 'down-to-fen'),
        (amount, factor, rounding) => {
          expect(multiplyFen(-amount, factor, rounding)).toBe(-multiplyFen(amount, factor, rounding))
        },
      ),
    )
  })

  it('never lands further away than its rounding allows', () => {
    fc.assert(
      fc.property(anyFen, anyFactor, (amount, factor) => {
        const exact = amount * factor.numerator
        const distance = (rounded: Fen) => {
          const gap = rounded * factor.denominator - exact
          return gap < 0n ? -gap : gap
        }
        expect(distance(multiplyFen(amount, factor, 'half-up-to-fen')) * 2n).toBeLessThanOrEqual(factor.denominator)
        expect(distance(multiplyFen(amount, factor, 'down-to-fen'))).toBeLessThan(factor.denominator)
        expect(distance(multiplyFen(amount, factor, 'half-up-to-yuan'))).toBeLessThanOrEqual(factor.denominator * 50n)
        expect(multiplyFen(amount, factor, 'half-up-to-yuan') % 100n).toBe(0n)
      }),
    )
  })

  it('is the same for amounts held as numbers, at every size', () => {
    const wide = fc.record({
      numerator: fc.bigInt({ min: 0n, max: 10n ** 12n }),
      denominator: fc.bigInt({ min: 1n, max: 10n ** 12n }),
    })
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: Number(FEN_LIMIT) - 1 }),
        fc.oneof(anyFactor, wide),
        fc.constantFrom(...ROUNDINGS),
        (amount, factor, rounding) => {
          const exact = Number(multiplyFen(BigInt(amount), factor, rounding))
          expect(fenScaler(factor, rounding)(amount)).toBe(exact)
        },
      ),
      { numRuns: 2000 },
    )
  })

  it('refuses a factor whose denominator is not positive', () => {
    expect(() => multiplyFen(1n, { numerator: 1n, denominator: 0n }, 'down-to-fen')).toThrow(RangeError)
  })
})

it('sums to the fen', () => {
  expect(sumFen(Array.from({ length: 37 }, () => fenFromYuan(1_000n)))).toBe(3_700_000n)
  expect(sumFen([])).toBe(0n)
})

it('keeps amounts far from what JSON text and the database hold: a thousand at the limit still fit', () => {
  expect(read('１,０００．５')).toBe(100_050n)
  expect(fenFromText(fenToText(FEN_LIMIT * 900n))).toBe(FEN_LIMIT * 900n)
  for (const text of ['NaN', 'Infinity', '-', '٣', '1'.repeat(400)]) expect(read(text)).toHaveLength(1)
})
