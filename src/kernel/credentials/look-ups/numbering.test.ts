import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type CivilDate, SKILL_LEVELS, type SkillLevel } from '../../values/public.ts'
import { readNumber } from './numbering.ts'

const digits = (length: number) => fc.stringMatching(new RegExp(`^\\d{${length}}$`))
const LEVELS = { 1: 'L1_SENIOR_TECHNICIAN', 2: 'L2_TECHNICIAN', 3: 'L3_SENIOR', 4: 'L4_INTERMEDIATE', 5: 'L5_JUNIOR' }
type Digit = keyof typeof LEVELS

/** Every number that can be issued, with what it says of itself. */
const anIssued = fc
  .record({
    kind: fc.constantFrom('Y', 'S'),
    organisation: digits(4),
    site: digits(6),
    year: fc.integer({ min: 2020, max: 2099 }),
    level: fc.constantFrom<Digit>(1, 2, 3, 4, 5),
    serial: digits(6),
  })
  .map((parts) => ({
    ...parts,
    number: `${parts.kind}${parts.organisation}33${parts.site}${String(parts.year).slice(2)}${parts.level}${parts.serial}`,
    claimed: {
      kind: 'SKILL_LEVEL' as const,
      issuedOn: `${parts.year}-06-01` as CivilDate,
      level: LEVELS[parts.level] as SkillLevel,
    },
  }))

const read = (number: string, claimed: object) =>
  readNumber({ number, ...claimed } as Parameters<typeof readNumber>[0], ['33']).read

describe('a certificate number', () => {
  it('always fits when it says what is claimed, and is never taken in another length', () => {
    expect(SKILL_LEVELS).toEqual(expect.arrayContaining(Object.values(LEVELS)))
    fc.assert(
      fc.property(anIssued, fc.integer({ min: 0, max: 21 }), ({ number, claimed }, at) => {
        expect(read(number, claimed)).toBe('fits')
        expect(read(number.slice(0, at) + number.slice(at + 1), claimed)).toBe('wrong')
        expect(read(`${number}0`, claimed)).toBe('wrong')
      }),
    )
  })

  it('never fits another year, another level or another province', () => {
    fc.assert(
      fc.property(anIssued, fc.integer({ min: 1, max: 4 }), ({ number, claimed, year, level }, by) => {
        expect(read(number, { ...claimed, issuedOn: `${year - by}-06-01` })).toBe('wrong')
        expect(read(number, { ...claimed, level: LEVELS[(((level - 1 + by) % 5) + 1) as Digit] })).toBe('wrong')
        expect(read(`${number.slice(0, 5)}3${3 + by}${number.slice(7)}`, claimed)).toBe('wrong')
      }),
    )
  })

  it('tells every reason at once', () => {
    const claimed = { kind: 'SKILL_LEVEL' as const, issuedOn: '2021-03-25' as CivilDate, level: 'L3_SENIOR' as const }
    const said = readNumber({ number: 'S000034000001225000001', ...claimed }, ['33'])
    expect(said.read === 'wrong' && said.problems.map((problem) => problem.zh)).toEqual([
      '证书编号里的年份是2022,发证日期是2021年',
      '证书编号里的等级是五级/初级工,填报的是三级/高级工',
      '证书编号里的省份代码是34,本地认可的是33',
    ])
    expect(read('S000034000001225000001', { ...claimed, issuedOn: '2022-03-25', level: 'L5_JUNIOR' })).toBe('wrong')
  })

  it('may be of any province where the county names none', () => {
    const claimed = { kind: 'SKILL_LEVEL' as const, issuedOn: '2022-03-25' as CivilDate, level: 'L5_JUNIOR' as const }
    expect(readNumber({ number: 'S000034000001225000001', ...claimed }, null).read).toBe('fits')
  })

  it.each([
    ['QUALIFICATION', 'unknown'],
    ['SPECIFIC_ABILITY', 'unknown'],
    ['COMPLETION', 'none'],
  ])('of kind %s is not judged by the numbering of another', (kind, answer) => {
    expect(read('1911003013400123', { kind, issuedOn: '2022-03-25', level: 'L5_JUNIOR' })).toBe(answer)
  })
})
