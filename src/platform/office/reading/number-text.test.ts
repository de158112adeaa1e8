import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { digitsOf } from './number-text.ts'

describe('the digits of a stored number', () => {
  it.each([
    ['339901198912242900', '339901198912242900'],
    ['339901198912242937', '339901198912242937'],
    ['3.3990119891224294E+17', '339901198912242940'],
    ['90', '90'],
    ['90.0', '90'],
    ['85.5', '85.5'],
    ['19.899999999999999', '19.9'],
    ['0.1', '0.1'],
    ['1E-3', '0.001'],
    ['-12.50', '-12.5'],
    ['-0', '0'],
    ['007', '7'],
    ['6217007507983498642', '6217007507983498642'],
  ])('reads %s as %s', (stored, text) => expect(digitsOf(stored)).toBe(text))

  it.each(['', '.', 'abc', '1,000', '0x10', '1e9999', 'NaN', '--1'])('does not take %j for a number', (stored) =>
    expect(digitsOf(stored)).toBeUndefined(),
  )

  it('never changes a digit of a whole number, however long and however written', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 40n), max: 10n ** 40n }), fc.nat(45), (whole, shift) => {
        const digits = whole.toString()
        expect(digitsOf(digits)).toBe(digits)
        const [sign, bare] = whole < 0n ? ['-', digits.slice(1)] : ['', digits]
        expect(digitsOf(`${sign}0.${'0'.repeat(shift)}${bare}E+${bare.length + shift}`)).toBe(digits)
      }),
    )
  })

  it('never changes the value of a fraction', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e15, max: 1e15 }), (value) => {
        expect(Number(digitsOf(String(value)))).toBe(value === 0 ? 0 : value)
      }),
    )
  })
})
