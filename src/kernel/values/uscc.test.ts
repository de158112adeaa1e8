import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkUscc, organisationCheckCharacter, usccCheckCharacter } from './uscc.ts'

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'

const anyCode = fc
  .tuple(
    fc.constantFrom('91', '12', '52', '93'),
    fc.array(fc.constantFrom(...ALPHABET), { minLength: 8, maxLength: 8 }),
  )
  .map(([kind, body]) => {
    const organisation = body.join('')
    const first17 = `${kind}339901${organisation}${organisationCheckCharacter(organisation)}`
    return first17 + usccCheckCharacter(first17)
  })

function problems(text: string): string[] {
  const checked = checkUscc(text)
  return checked.ok ? [] : checked.problems.map((problem) => problem.zh)
}

describe('a unified social credit code', () => {
  it('passes for the standard’s own example and the demonstration company', () => {
    expect(problems('91350100M000100Y43')).toEqual([])
    expect(problems(' 91339901ma00000079 ')).toEqual([])
  })

  it('is refused with the sentence that fits its mistake', () => {
    expect(problems('91339901MA0000007')).toEqual(['统一社会信用代码只有17位,应为18位'])
    expect(problems('91339901MAO0000079')).toEqual([
      '统一社会信用代码里不会有“O”(只用数字和除I、O、S、V、Z以外的大写字母)',
    ])
    expect(problems('91339901MA00000078')).toEqual(['统一社会信用代码校验位错误,请对照营业执照重新填写'])
    expect(problems('9133990XMA00000079')).toEqual(['统一社会信用代码第3至8位应为登记机关的行政区划代码(数字)'])
    expect(problems('')).toEqual(['统一社会信用代码为空'])
  })

  it('is held to the organisation code inside it as well', () => {
    const first17 = '91339901MA0000008'
    expect(problems(first17 + usccCheckCharacter(first17))).toEqual(['统一社会信用代码第9至17位(组织机构代码)校验错误'])
  })

  it('never passes with one wrong character', () => {
    fc.assert(
      fc.property(anyCode, fc.integer({ min: 0, max: 17 }), fc.constantFrom(...ALPHABET), (code, place, other) => {
        fc.pre(code[place] !== other)
        expect(problems(code)).toEqual([])
        expect(problems(code.slice(0, place) + other + code.slice(place + 1))).not.toEqual([])
      }),
      { numRuns: 1000 },
    )
  })

  it('never passes with two neighbours swapped', () => {
    fc.assert(
      fc.property(anyCode, fc.integer({ min: 0, max: 16 }), (code, place) => {
        fc.pre(code[place] !== code[place + 1])
        const swapped = code.slice(0, place) + code[place + 1] + code[place] + code.slice(place + 2)
        expect(problems(swapped)).not.toEqual([])
      }),
      { numRuns: 1000 },
    )
  })
})
