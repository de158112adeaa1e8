import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, type CivilDate, civilDate } from './dates.ts'
import {
  birthDateOf,
  checkIdentityNumber,
  identityCheckDigit,
  isDemonstrationIdentity,
  sexOf,
} from './identity-number.ts'

const today = civilDate('2022-03-07')

/** The forty people of the demonstration roster (demo/samples/01). */
const ROSTER = `
339901197706180675 33990119861002842X 339901197907081729 33990119710301124X 339901197704013726 339901198105248501
339901198402228240 339901200203187597 339901199112106127 339901199606081388 339901200210054012 339901200304086007
33990119720213769X 339901198508127181 339901198304226241 339901199501108687 339901197803270752 339901199201084556
339901199103149846 339901197609256666 339901198408118966 339901199906276857 339901198712276934 339901199911196800
339901199709093269 33990119820813737X 339901198208195908 339901197405250625 33990119771007949X 339901197402012453
339901198510179984 339901196504176817 339901197703065727 339901198805075429 339901198212250420 339901198102204925
339901199509053748 339901199204070950 339901197601206509 339901199010105756`
  .trim()
  .split(/\s+/)

const anyNumber = fc
  .tuple(fc.integer({ min: 0, max: 40_000 }), fc.integer({ min: 0, max: 999 }))
  .map(([days, sequence]) => {
    const birth = addDays(civilDate('1912-01-01'), days).replaceAll('-', '')
    const first17 = `339901${birth}${String(sequence).padStart(3, '0')}`
    return first17 + identityCheckDigit(first17)
  })

function problems(text: string, on: CivilDate = today): string[] {
  const checked = checkIdentityNumber(text, { today: on })
  return checked.ok ? [] : checked.problems.map((problem) => problem.zh)
}

describe('an identity number', () => {
  it('passes for each of the forty people of the sample roster', () => {
    expect(ROSTER).toHaveLength(40)
    expect(ROSTER.filter((number) => !checkIdentityNumber(number, { today }).ok)).toEqual([])
  })

  it('tells birth date and sex', () => {
    expect(checkIdentityNumber('339901197706180675', { today })).toEqual({
      ok: true,
      value: '339901197706180675',
      birthDate: '1977-06-18',
      sex: 'M',
    })
    const woman = checkIdentityNumber('33990119861002842X', { today })
    expect(woman.ok && [birthDateOf(woman.value), sexOf(woman.value)]).toEqual(['1986-10-02', 'F'])
  })

  it('is read with full-width digits, a lower-case x and white space', () => {
    const read = (text: string) => {
      const checked = checkIdentityNumber(text, { today })
      return checked.ok && checked.value
    }
    expect(read('３３９９０１１９７５０３０１１３０２')).toBe('339901197503011302')
    expect(read(' 33990119840805996x ')).toBe('33990119840805996X')
    expect(read('\t339901 19770618 0675')).toBe('339901197706180675')
  })

  it('is refused with the sentence that fits its mistake', () => {
    expect(problems('33990119870605436')).toEqual(['身份证号只有17位,应为18位'])
    expect(problems('3399011987060543600')).toEqual(['身份证号有19位,应为18位'])
    expect(problems('339901196401252451')).toEqual(['身份证号校验位错误:按前17位计算,末位应为0'])
    expect(problems('339901198402308240')).toEqual(['身份证号里的出生日期不存在'])
    expect(problems('339901870605436')).toEqual(['身份证号是15位旧号码,应填18位号码'])
    expect(problems('ABC339901870605')).toEqual(['这是15位旧版外国人永久居留身份证号,应填新版18位号码'])
    expect(problems('33990119770618067A')).toEqual(['身份证号前17位应为数字,末位应为数字或X'])
    expect(problems('')).toEqual(['身份证号为空'])
    expect(problems('339901197706180675', civilDate('1977-06-17'))).toEqual(['身份证号里的出生日期在今天之后'])
    expect(problems('339901197706180675', civilDate('1977-06-18'))).toEqual([])
  })

  it('names every mistake at once, but never a check digit for a number already known to be wrong', () => {
    expect(problems(`039901${'19840230'}8240`)).toEqual(['身份证号首位不能是0', '身份证号里的出生日期不存在'])
  })

  it('never repeats itself in a sentence', () => {
    fc.assert(
      fc.property(anyNumber, fc.integer({ min: 0, max: 17 }), (number, place) => {
        const damaged = number.slice(0, place) + number.slice(place + 1)
        for (const text of [damaged, `${number}1`, number.replace(/.$/, 'A')]) {
          const checked = checkIdentityNumber(text, { today })
          const said = checked.ok ? '' : JSON.stringify(checked.problems)
          expect(said).not.toContain(text.slice(6, 14))
        }
      }),
    )
  })

  it('is never refused for its region: Hong Kong, Macao, Taiwan, foreigners’ cards and abolished codes', () => {
    // Birth dates of the year 9999, so that no number made here can be anyone's.
    const last = civilDate('9999-12-31')
    for (const region of ['110000', '710000', '810000', '820000', '830000', '911840', '513001']) {
      const first17 = `${region}${'99991230'}001`
      expect(problems(first17 + identityCheckDigit(first17), last)).toEqual([])
    }
  })

  it('never passes with one wrong digit', () => {
    fc.assert(
      fc.property(
        anyNumber,
        fc.integer({ min: 0, max: 17 }),
        fc.constantFrom(...'0123456789X'),
        (number, place, other) => {
          fc.pre(number[place] !== other)
          const damaged = number.slice(0, place) + other + number.slice(place + 1)
          expect(problems(damaged)).not.toEqual([])
        },
      ),
      { numRuns: 1000 },
    )
  })

  it('never passes with two neighbouring digits swapped', () => {
    fc.assert(
      fc.property(anyNumber, fc.integer({ min: 0, max: 16 }), (number, place) => {
        fc.pre(number[place] !== number[place + 1])
        const swapped = number.slice(0, place) + number[place + 1] + number[place] + number.slice(place + 2)
        expect(problems(swapped)).not.toEqual([])
      }),
      { numRuns: 1000 },
    )
  })

  it('is known for a demonstration number by a division that does not exist', () => {
    expect(ROSTER.every(isDemonstrationIdentity)).toBe(true)
    expect(isDemonstrationIdentity('331102')).toBe(false)
  })
})
