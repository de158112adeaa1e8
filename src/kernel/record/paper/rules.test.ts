import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { newId } from '../../values/public.ts'
import { codeOf, readCode } from './rules.ts'

describe('the code on a paper', () => {
  it('is read back however it is typed', () => {
    fc.assert(
      fc.property(fc.constant(null).map(newId), fc.boolean(), fc.boolean(), (id, lower, hyphen) => {
        const code = codeOf(id)
        const typed = hyphen ? code : code.replace('-', ' ')
        expect(readCode(lower ? typed.toLowerCase() : typed)).toBe(code)
      }),
    )
  })

  it('has no signs that are read as one another', () => {
    expect(Array.from({ length: 500 }, () => codeOf(newId())).join('')).not.toMatch(/[01ILO]/)
  })

  it('differs for ids made in one moment', () => {
    expect(new Set(Array.from({ length: 2000 }, () => codeOf(newId()))).size).toBe(2000)
  })

  it.each(['', 'K7M29', 'K7M29-QXP4', 'K7M29-QXP40', "K7M29'QXP4T", '<script>x'])('is not %s', (typed) => {
    expect(readCode(typed)).toBeUndefined()
  })
})
