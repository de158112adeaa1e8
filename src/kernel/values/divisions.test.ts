import { describe, expect, it } from 'vitest'
import {
  cityOf,
  divisionCode,
  divisionOfDistrict,
  divisionOfTownship,
  isDistrictCode,
  parseDistrictCode,
  parseDivisionCode,
  parseTownshipCode,
  provinceOf,
} from './divisions.ts'

describe('division codes', () => {
  it('contain their province and city', () => {
    const liandu = divisionCode('331102')
    expect([provinceOf(liandu), cityOf(liandu)]).toEqual(['330000', '331100'])
  })

  it('are read as typed and never judged by a list', () => {
    expect(parseDivisionCode(' 331102 ')).toEqual({ ok: true, value: '331102' })
    expect(parseDivisionCode('999999').ok).toBe(true)
    expect(parseDivisionCode('33110')).toMatchObject({
      ok: false,
      problems: [{ zh: '行政区划代码“33110”应为6位数字' }],
    })
    expect(parseDivisionCode('031102').ok).toBe(false)
  })

  it('of towns begin with their county', () => {
    const town = parseTownshipCode('331102001')
    expect(town.ok && divisionOfTownship(town.value)).toBe('331102')
    expect(parseTownshipCode('331102').ok).toBe(false)
  })

  it('name a tenant only when they name a county', () => {
    expect(parseDistrictCode('331102')).toEqual({ ok: true, value: 331102 })
    expect(parseDistrictCode('331100')).toMatchObject({
      ok: false,
      problems: [{ zh: '行政区划代码“331100”不是县(市、区)' }],
    })
    expect(parseDistrictCode('abc').ok).toBe(false)
    expect([isDistrictCode(331102), isDistrictCode(330000), isDistrictCode(331102.5), isDistrictCode(1)]).toEqual([
      true,
      false,
      false,
      false,
    ])
    expect(divisionOfDistrict(331102)).toBe('331102')
  })
})
