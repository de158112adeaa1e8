import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compactText, plainText } from './office-text.ts'

/** Letters, accents that join them, spaces of every width, full-width forms and invisible marks. */
const TRICKY = [
  'a',
  'e',
  '\u0301',
  '\u00B4',
  '\u200B',
  '\uFEFF',
  '\u00AD',
  ' ',
  '\t',
  '\u3000',
  '１',
  '\uFF0C',
  '王',
  '\uFB01',
  '\u1100',
  '\u1161',
]

describe('the text of an office cell', () => {
  it.each([
    ['\t339901', '339901'],
    ['\uFEFF身份证号', '身份证号'],
    ['３３９９０１', '339901'],
    ['  养老\u3000护理员\r\n', '养老 护理员'],
    ['莲都区\u200B白云街道', '莲都区白云街道'],
    ['e\u200B\u0301', '\u00E9'],
    ['五级\uFF0F初级工\uFF08甲\uFF09', '五级/初级工(甲)'],
  ])('of %j is %j', (cell, text) => {
    expect(plainText(cell)).toBe(text)
  })

  it('of an empty cell is empty', () => {
    expect([plainText(null), plainText(undefined), plainText(' \u00A0\u200B')]).toEqual(['', '', ''])
  })

  it('is never changed by reading it twice', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...TRICKY)), (characters) => {
        const once = plainText(characters.join(''))
        expect(plainText(once)).toBe(once)
      }),
    )
  })

  it('made compact has no white space left', () => {
    expect(compactText(' 3399 01\u3000 ')).toBe('339901')
  })
})
