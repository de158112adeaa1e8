import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  holdsLongNumber,
  identityCheckDigit,
  keptFileName,
  keptText,
  quotable,
  SEPARATORS_WITHIN,
  withoutLongNumbers,
} from './public.ts'

const digits = (least: number, most: number) =>
  fc
    .array(fc.integer({ min: 0, max: 9 }), { minLength: least, maxLength: most })
    .map((written) => written.map(String).join(''))
const identity = digits(11, 11).map((rest) => {
  const first17 = `339901${rest}`
  return first17 + identityCheckDigit(first17)
})
const mobile = digits(9, 9).map((rest) => `13${rest}`)
const account = digits(12, 19)

/** Every sign that is no letter and no digit people may put between two digits. */
const separator = fc.oneof(
  fc.constantFrom(
    ' ',
    '-',
    '.',
    '/',
    '·',
    '_',
    ' ',
    '—',
    '(',
    ')',
    ',',
    '、',
    ':',
    '*',
    '\t',
    '\n',
    '\u200b',
    '・',
    '|',
  ),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }).filter((sign) => /^[^\p{L}\p{N}]$/u.test(sign)),
)
const gap = fc.array(separator, { maxLength: SEPARATORS_WITHIN }).map((signs) => signs.join(''))
const wide = (character: string) => String.fromCharCode(character.charCodeAt(0) + 0xfee0)

/** A number as somebody may have typed it: broken up anywhere, in half- and full-width digits. */
const typed = fc.oneof(identity, mobile, account).chain((number) =>
  fc
    .tuple(
      fc.array(gap, { minLength: number.length, maxLength: number.length }),
      fc.array(fc.boolean(), { minLength: number.length, maxLength: number.length }),
      fc.boolean(),
    )
    .map(([gaps, widths, lower]) => ({
      number,
      text: [...(lower ? number.toLowerCase() : number)]
        .map((character, at) => `${widths[at] ? wide(character) : character}${at < number.length - 1 ? gaps[at] : ''}`)
        .join(''),
    })),
)
const around = fc.constantFrom('', '户名不符', '请联系 Wang,', '大专(', '。第3行')

/** The longest run of the number's own digits that a text still tells, whatever stands between them. */
function longestTold(number: string, text: string): number {
  const told = text
    .normalize('NFKC')
    .replace(/[^\dXx]/g, '')
    .toUpperCase()
  let longest = 0
  for (let from = 0; from < number.length; from += 1)
    for (let to = from + longest + 1; to <= number.length && told.includes(number.slice(from, to)); to += 1)
      longest = to - from
  return longest
}

/** A mask shows six digits of an identity number at most. */
const MASK_SHOWS = 6

describe('a text that people fill in as they like', () => {
  it('never tells an identity number, a mobile number or an account, however it is broken up', () => {
    fc.assert(
      fc.property(typed, around, around, ({ number, text }, before, after) => {
        const whole = `${before}${text}${after}`
        expect(holdsLongNumber(whole)).toBe(true)
        for (const told of [withoutLongNumbers(whole), keptText(whole), keptFileName(whole, 'x'), quotable(whole)])
          expect(longestTold(number, told)).toBeLessThanOrEqual(MASK_SHOWS)
      }),
      { numRuns: 2000 },
    )
  })

  it.each([
    ['户名不符 3399.0119.7706.1806.75', '户名不符 ***'],
    ['3399/01/1977/06/18/067X', '***'],
    ['３３９９０１１９７７０６１８０６７Ｘ', '***'],
    ['3399·0119_7706 - 1806・7 5,请核对', '***,请核对'],
    ['电话189.2091.2793', '电话***'],
  ])('%s is kept as %s', (written, kept) => {
    expect(keptText(written)).toBe(kept)
  })

  it.each(['账户已销户', '大专(2019年毕业)', '第 3 行:7号', '2022-03-07至2022-03-18', '金额 1,000.00 元', 'A-12'])(
    'is left as it is where no such number stands in it: %s',
    (written) => {
      expect(withoutLongNumbers(written)).toBe(written)
    },
  )

  it('may be the name of a file, which keeps its ending', () => {
    expect(keptFileName('花名册-339901197706180675.xlsx', 'roster')).toBe('花名册-***.xlsx')
    expect(keptFileName('33990119770618067X.xlsx', 'roster')).toBe('***.xlsx')
    expect(keptFileName(' ', 'roster')).toBe('roster')
  })

  it('is short where it is quoted', () => {
    expect(quotable('长'.repeat(60))).toBe(`${'长'.repeat(40)}…`)
  })
})
