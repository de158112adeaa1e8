import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { capitalYuan } from './capital-yuan.ts'

const DIGIT = '零壹贰叁肆伍陆柒捌玖'
const UNIT: Record<string, bigint> = { 拾: 10n, 佰: 100n, 仟: 1000n }

/** Reads a sum in capitals back, the way a cashier would. */
function read(text: string): bigint {
  let [above, total, section, digit] = [0n, 0n, 0n, 0n]
  let cents = 0n
  for (const sign of text) {
    if (DIGIT.includes(sign)) digit = BigInt(DIGIT.indexOf(sign))
    else if (sign in UNIT) {
      section += digit * UNIT[sign]!
      digit = 0n
    } else if (sign === '万') {
      total = (total + section + digit) * 10_000n
      section = digit = 0n
    } else if (sign === '亿') {
      above = (total + section + digit) * 100_000_000n
      total = section = digit = 0n
    } else if (sign === '元') {
      total += section + digit
      section = digit = 0n
    } else if (sign === '角') {
      cents += digit * 10n
      digit = 0n
    } else if (sign === '分') {
      cents += digit
      digit = 0n
    }
  }
  return (above + total) * 100n + cents
}

describe('a sum in capitals', () => {
  it.each([
    [3_200_000n, '叁万贰仟元整'],
    [100_000n, '壹仟元整'],
    [140_950n, '壹仟肆佰零玖元伍角整'],
    [600_714n, '陆仟零柒元壹角肆分'],
    [168_032n, '壹仟陆佰捌拾元叁角贰分'],
    [1_640_902n, '壹万陆仟肆佰零玖元零贰分'],
    [10_700_053n, '壹拾万柒仟元伍角叁分'],
    [5n, '伍分'],
    [0n, '零元整'],
    [1_000_050_000n, '壹仟万零伍佰元整'],
  ])('%s fen is %s', (fen, text) => {
    expect(capitalYuan(fen)).toBe(text)
  })

  it('always reads back as the same sum', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 99_999_999_999_99n }), (fen) => {
        expect(read(capitalYuan(fen))).toBe(fen)
      }),
    )
  })

  it('is not made of a negative sum', () => {
    expect(() => capitalYuan(-1n)).toThrow(RangeError)
  })
})
