import fc from 'fast-check'
import { expect, it } from 'vitest'
import { yuanText } from './yuanText.ts'

it('writes fen as yuan with two decimals and groups of three', () => {
  expect(yuanText('100000')).toBe('1,000.00')
  expect(yuanText('0')).toBe('0.00')
  expect(yuanText('5')).toBe('0.05')
  expect(yuanText('-61240050')).toBe('-612,400.50')
})

it('never loses a fen, at any size', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }), (fen) => {
      const read = BigInt(yuanText(String(fen)).replace(/[,.]/g, ''))
      expect(read).toBe(fen)
    }),
  )
})

it('refuses what is not whole fen rather than showing a wrong amount', () => {
  for (const wrong of ['12.5', '', '1e3', '1,000']) expect(() => yuanText(wrong)).toThrow('not whole fen')
})
