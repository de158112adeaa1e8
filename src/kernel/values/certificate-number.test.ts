import { describe, expect, it } from 'vitest'
import {
  type CertificateFormat,
  type CertificateNumber,
  CERTIFICATE_FORMATS,
  contradictionsOf,
  parseCertificateNumber,
} from './certificate-number.ts'
import { accepted } from './checked.ts'
import { civilDate } from './dates.ts'

function problems(text: string): string[] {
  const parsed = parseCertificateNumber(text)
  return parsed.ok ? [] : parsed.problems.map((problem) => problem.zh)
}

function given(text: string): CertificateNumber {
  const parsed = parseCertificateNumber(text)
  if (!parsed.ok) throw new Error(parsed.problems.map((problem) => problem.en).join())
  return parsed.value
}

describe('a skill-level certificate number', () => {
  it('says who issued what, where and when', () => {
    expect(given(' s000033000001225000001 ')).toEqual({
      format: 'skill-level',
      text: 'S000033000001225000001',
      issuer: 'social-organisation',
      organisationNumber: '0000',
      province: '33',
      siteSerial: '000001',
      year: 2022,
      level: 'L5_JUNIOR',
      serial: '000001',
    })
    expect(given('Y001233000001213000001')).toMatchObject({
      issuer: 'employer',
      organisationNumber: '0012',
      level: 'L3_SENIOR',
    })
  })

  it('is refused with the sentence that fits its mistake', () => {
    expect(problems('S00003300000122500000')).toEqual(['证书编号只有21位,应为22位'])
    expect(problems('S0000330000012250000011')).toEqual(['证书编号有23位,应为22位'])
    expect(problems('X000033000001225000001')).toEqual(['证书编号首位应为Y(用人单位)或S(社会培训评价组织),现为X'])
    expect(problems('S000033000001226000001')).toEqual(['证书编号第16位是等级,应为1至5,现为6'])
    expect(problems('S000033000001220000001')).toEqual(['证书编号第16位是等级,应为1至5,现为0'])
    expect(problems('S00003300000122500000A')).toEqual(['证书编号除首位字母外应全是数字'])
    expect(problems('1911003013400123')).toEqual(['证书编号(16位)不符合已知的编号规则'])
    expect(problems('')).toEqual(['证书编号为空'])
  })

  it('is held against the date of issue and the level claimed', () => {
    const number = given('S000033000001225000001')
    expect(contradictionsOf(number, { issuedOn: civilDate('2022-03-25'), level: 'L5_JUNIOR' })).toEqual([])
    expect(
      contradictionsOf(number, { issuedOn: civilDate('2021-03-25'), level: 'L3_SENIOR' }).map((problem) => problem.zh),
    ).toEqual(['证书编号里的年份是2022,发证日期是2021年', '证书编号里的等级是五级/初级工,填报的是三级/高级工'])
  })
})

it('reads other ways of numbering once they are added to the list', () => {
  const older: CertificateFormat = {
    id: 'qualification',
    claims: (text) => /^\d{16}$/.test(text),
    read: (text) => accepted({ ...given('S000033000001225000001'), text }),
  }
  const parsed = parseCertificateNumber('1911003013400123', [...CERTIFICATE_FORMATS, older])
  expect(parsed).toMatchObject({ ok: true, value: { text: '1911003013400123' } })
})
