import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import {
  addWorkingDays,
  civilDate,
  divisionOfTownship,
  isDivisionCode,
  isSkillLevel,
  isTownshipCode,
  isWorkingDay,
  type OfficialCalendar,
} from '../values/public.ts'

const read = (name: string) => JSON.parse(readFileSync(new URL(`./data/${name}.json`, import.meta.url), 'utf8'))

describe('divisions', () => {
  type Division = {
    code: string
    name_zh: string
    name_en: string
    kind: string
    parent: string | null
    demonstration?: boolean
  }
  const divisions: Division[] = read('divisions').divisions
  const townsOf = (county: string) => divisions.filter((division) => division.parent === county)

  it('give Liandu its fifteen towns, those of the sample roster among them', () => {
    const names = townsOf('331102').map((town) => town.name_zh)
    expect(names).toHaveLength(15)
    expect(names).toEqual(
      expect.arrayContaining([
        '白云街道',
        '南明山街道',
        '碧湖镇',
        '老竹畲族镇',
        '丽新畲族乡',
        '峰源乡',
        '黄村乡',
        '雅溪镇',
      ]),
    )
  })

  it('hang together: every code is a code, every parent is there, every town begins with its county', () => {
    const codes = new Set(divisions.map((division) => division.code))
    expect(codes.size).toBe(divisions.length)
    for (const { code, kind, parent } of divisions) {
      expect(parent === null ? kind === 'province' : codes.has(parent)).toBe(true)
      if (['province', 'city', 'county'].includes(kind)) expect(isDivisionCode(code)).toBe(true)
      else expect(isTownshipCode(code) && divisionOfTownship(code)).toBe(parent)
    }
  })

  it('mark two counties as demonstrations, so that one can be the foreigner', () => {
    expect(divisions.filter((division) => division.demonstration).map((division) => division.code)).toEqual([
      '331102',
      '331121',
    ])
  })
})

describe('the official calendar', () => {
  const { years, days } = read('calendar-2022-2026') as {
    years: number[]
    days: { date: string; kind: 'holiday' | 'workday' }[]
  }
  const calendar: OfficialCalendar = { years, exceptions: new Map(days.map((day) => [civilDate(day.date), day.kind])) }
  const worked = (date: string) => isWorkingDay(calendar, civilDate(date))

  it('is the State Council’s in the days everybody remembers', () => {
    expect(['2022-01-29', '2022-01-30', '2022-04-02', '2022-10-08', '2026-02-14'].map(worked)).not.toContain(false)
    expect(
      ['2022-04-04', '2022-04-05', '2022-12-31', '2025-02-04', '2026-02-23', '2026-10-07'].map(worked),
    ).not.toContain(true)
    expect(addWorkingDays(calendar, civilDate('2022-09-30'), 1, 'after-start')).toBe('2022-10-08')
  })

  it('covers 2022 to 2026, each with holidays and adjusted workdays', () => {
    for (const year of [2022, 2023, 2024, 2025, 2026]) {
      const kinds = days.filter((day) => day.date.startsWith(`${year}-`)).map((day) => day.kind)
      expect([...new Set(kinds)].sort()).toEqual(['holiday', 'workday'])
    }
    expect(days.map((day) => day.date)).toEqual([...new Set(days.map((day) => day.date))].sort())
  })

  it('is what its script makes of the package', () => {
    const script = fileURLToPath(new URL('../../../tools/calendar-from-chinese-days.mjs', import.meta.url))
    expect(() => execFileSync(process.execPath, [script, '--check'], { stdio: 'pipe' })).not.toThrow()
  })
})

describe('occupations', () => {
  type Occupation = {
    code: string | null
    name_zh: string
    trade_zh?: string
    levels: string[]
    verified: boolean
    synonyms?: string[]
  }
  const occupations: Occupation[] = read('occupations').occupations

  it('hold those the programme names', () => {
    const names = occupations.flatMap((occupation) => [occupation.name_zh, ...(occupation.synonyms ?? [])])
    expect(names).toEqual(
      expect.arrayContaining([
        '养老护理员',
        '健康管理师',
        '企业人力资源管理师',
        '保育师',
        '美容师',
        '金牌月嫂',
        '设备维修工',
      ]),
    )
  })

  it('have a code of their dictionary, known levels and one entry each', () => {
    const keys = occupations.map((occupation) => `${occupation.name_zh}/${occupation.trade_zh ?? ''}`)
    expect(new Set(keys).size).toBe(keys.length)
    for (const { code, levels } of occupations) {
      expect(code).toMatch(/^[1-8]-\d{2}-\d{2}-\d{2}$/)
      expect(levels.length > 0 && levels.every(isSkillLevel)).toBe(true)
    }
  })

  it('never let one word mean two entries', () => {
    const words = occupations.flatMap((o) => [...(o.synonyms ?? []), o.trade_zh ?? o.name_zh])
    expect(words).toEqual([...new Set(words)])
  })
})

describe('code lists', () => {
  const lists: Record<string, { code: string; name_zh: string; synonyms?: string[] }[]> = read('code-lists')

  it('never let one word mean two codes of a list', () => {
    for (const entries of Object.values(lists)) {
      const words = entries.flatMap((entry) => [entry.name_zh, ...(entry.synonyms ?? [])])
      expect(words).toEqual([...new Set(words)])
      expect(new Set(entries.map((entry) => entry.code)).size).toBe(entries.length)
    }
  })

  it('know the groups and schooling of the sample rosters, and not “其他人员”', () => {
    const wordsOf = (list: string) => lists[list]?.flatMap((entry) => [entry.name_zh, ...(entry.synonyms ?? [])])
    expect(wordsOf('person-groups')).toEqual(
      expect.arrayContaining(['农村转移就业劳动者', '城镇登记失业人员', '就业困难人员', '灵活就业人员', '企业职工']),
    )
    expect(wordsOf('person-groups')).not.toContain('其他人员')
    expect(wordsOf('education')).toEqual(expect.arrayContaining(['小学', '初中', '高中', '中专', '大专', '本科']))
  })
})
