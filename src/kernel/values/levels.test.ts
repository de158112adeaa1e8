import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  compareLevels,
  isHighSkilled,
  isSkillLevel,
  levelName,
  levelOfNumber,
  levelShortName,
  numberOfLevel,
  parseLevel,
  rankOf,
  SKILL_LEVELS,
} from './levels.ts'

function read(text: string): string {
  const parsed = parseLevel(text)
  return parsed.ok ? parsed.value : parsed.problems.map((problem) => problem.zh).join()
}

describe('skill levels', () => {
  it.each([
    ['五级/初级工', 'L5_JUNIOR'],
    ['初级工(五级)', 'L5_JUNIOR'],
    ['初级工\uFF08五级\uFF09', 'L5_JUNIOR'],
    ['初级工', 'L5_JUNIOR'],
    ['初级', 'L5_JUNIOR'],
    ['五级', 'L5_JUNIOR'],
    ['5级', 'L5_JUNIOR'],
    ['中级', 'L4_INTERMEDIATE'],
    ['三级 / 高级工', 'L3_SENIOR'],
    ['技师', 'L2_TECHNICIAN'],
    ['一级/高级技师', 'L1_SENIOR_TECHNICIAN'],
    ['高级技师', 'L1_SENIOR_TECHNICIAN'],
    ['特级技师', 'L_DISTINGUISHED'],
    ['首席技师', 'L_CHIEF'],
    ['学徒工', 'L0_TRAINEE'],
    ['L3_SENIOR', 'L3_SENIOR'],
  ])('reads %s', (text, level) => {
    expect(read(text)).toBe(level)
  })

  it('refuses two levels in one cell, and what is no level', () => {
    expect(read('五级/高级工')).toBe('等级“五级/高级工”前后不一致')
    expect(read('六级')).toMatch(/不能识别/)
    expect(read('3')).toMatch(/不能识别/)
    expect(read('/')).toMatch(/不能识别/)
    expect(read('')).toBe('等级为空')
  })

  it('rank senior technician above junior although its number is smaller', () => {
    expect(compareLevels('L1_SENIOR_TECHNICIAN', 'L5_JUNIOR')).toBeGreaterThan(0)
    expect([...SKILL_LEVELS].sort(compareLevels)).toEqual([
      'L0_TRAINEE',
      'L5_JUNIOR',
      'L4_INTERMEDIATE',
      'L3_SENIOR',
      'L2_TECHNICIAN',
      'L1_SENIOR_TECHNICIAN',
      'L_DISTINGUISHED',
      'L_CHIEF',
    ])
  })

  it('always rank against their number where they have one', () => {
    const numbered = fc.constantFrom(...SKILL_LEVELS.filter((level) => numberOfLevel(level) !== null))
    fc.assert(
      fc.property(numbered, numbered, (a, b) => {
        expect(Math.sign(compareLevels(a, b))).toBe(Math.sign((numberOfLevel(b) ?? 0) - (numberOfLevel(a) ?? 0)))
      }),
    )
  })

  it('count as high-skilled from senior worker upwards', () => {
    expect(SKILL_LEVELS.filter(isHighSkilled)).toEqual(
      SKILL_LEVELS.filter((level) => rankOf(level) >= rankOf('L3_SENIOR')),
    )
  })

  it('are always read back from their names', () => {
    for (const level of SKILL_LEVELS) {
      expect(read(levelName(level).zh)).toBe(level)
      expect(read(levelShortName(level).zh)).toBe(level)
      const number = numberOfLevel(level)
      if (number !== null) expect(levelOfNumber(number)).toBe(level)
    }
    expect(levelName('L5_JUNIOR')).toEqual({ zh: '五级/初级工', en: 'Junior (Level 5)' })
    expect([levelOfNumber(0), levelOfNumber(6), isSkillLevel('L5'), isSkillLevel('L_CHIEF')]).toEqual([
      undefined,
      undefined,
      false,
      true,
    ])
  })
})
