import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dateStyle, dateText } from './date-text.ts'

describe('formats that show a date', () => {
  it.each([
    [14, undefined, 'date'],
    [22, undefined, 'date-time'],
    [20, undefined, 'time'],
    [31, undefined, 'date'],
    [57, undefined, 'date'],
    [176, 'yyyy"年"m"月"d"日"', 'date'],
    [176, 'yyyy年m月', 'date'],
    [176, '[$-804]yyyy\\-mm\\-dd;@', 'date'],
    [176, 'yyyy/m/d h:mm', 'date-time'],
    [176, '[DBNum1]上午/下午h时mm分', 'time'],
    [176, 'm/d', 'date'],
  ] as const)('%s %s is a %s', (id, code, style) => expect(dateStyle(id, code)).toBe(style))

  it.each([
    [0, undefined],
    [1, undefined],
    [4, undefined],
    [49, undefined],
    [176, 'General'],
    [176, 'G/通用格式'],
    [176, '0"天"'],
    [176, '0.0 "days"'],
    [176, '#,##0.00_);[Red]\\(#,##0.00\\)'],
    [176, '[h]:mm'],
    [176, '@'],
    [176, '000000000000000000'],
  ])('%s %s is not a date', (id, code) => expect(dateStyle(id, code)).toBeUndefined())
})

describe('a serial day number', () => {
  it.each([
    [44627, 'date', false, '2022-03-07'],
    [44627.354166666664, 'date-time', false, '2022-03-07 08:30:00'],
    [44627, 'date-time', false, '2022-03-07'],
    [0.3541666666666667, 'time', false, '08:30:00'],
    [1, 'date', false, '1900-01-01'],
    [59, 'date', false, '1900-02-28'],
    [61, 'date', false, '1900-03-01'],
    [44626.99999999999, 'date', false, '2022-03-07'],
    [43165, 'date', true, '2022-03-07'],
  ] as const)('%s is %s', (serial, style, from1904, text) => expect(dateText(serial, style, from1904)).toBe(text))

  it('an identity number in a date format is no date', () => {
    expect(dateText(339901198912242900, 'date', false)).toBeUndefined()
    expect(dateText(-1, 'date', false)).toBeUndefined()
  })

  it('follows the calendar from March 1900 on', () => {
    fc.assert(
      fc.property(fc.integer({ min: 61, max: 2_958_464 }), (serial) => {
        const day = (n: number) => Date.parse(dateText(n, 'date', false) ?? '')
        expect(day(serial + 1) - day(serial)).toBe(86_400_000)
      }),
    )
  })
})
