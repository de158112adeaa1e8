import type { Sentence } from '../../platform/contract/words.ts'
import { type Checked, accepted, refused } from './checked.ts'
import { type CivilDate, yearOf } from './dates.ts'
import { type SkillLevel, levelName, levelOfNumber } from './levels.ts'
import { compactText } from './office-text.ts'

/** The parts of a skill-level certificate's code (职业技能等级证书编码). */
export type CertificateNumber = {
  readonly format: 'skill-level'
  /** The number as it is kept: capitals, no white space. */
  readonly text: string
  /** Y: an employer evaluating its own staff; S: a social evaluation organisation. */
  readonly issuer: 'employer' | 'social-organisation'
  /** 0001–9999 when filed with the ministry, 0000 when filed with a province. */
  readonly organisationNumber: string
  /** First two digits of the division code of the site's province. */
  readonly province: string
  readonly siteSerial: string
  readonly year: number
  readonly level: SkillLevel
  readonly serial: string
}

/** One way of numbering certificates. A format claims what looks meant for it, then reads it or says what is wrong. */
export type CertificateFormat = {
  readonly id: string
  readonly claims: (text: string) => boolean
  readonly read: (text: string) => Checked<CertificateNumber>
}

const LENGTH = 22

/** Y or S · 4 organisation · 2 province · 6 site · 2 year · 1 level · 6 serial. */
export const SKILL_LEVEL_FORMAT: CertificateFormat = {
  id: 'skill-level',
  claims: (text) => /^[YS]\d*/.test(text) || text.length === LENGTH,
  read: (text) => {
    const problem = shapeProblem(text)
    if (problem) return refused(problem)
    const level = levelOfNumber(Number(text.charAt(15)))
    if (level === undefined) {
      return refused({
        zh: `证书编号第16位是等级,应为1至5,现为${text.charAt(15)}`,
        en: `Place 16 of the certificate number is the level, 1 to 5; it is ${text.charAt(15)}`,
      })
    }
    return accepted({
      format: 'skill-level',
      text,
      issuer: text.startsWith('Y') ? 'employer' : 'social-organisation',
      organisationNumber: text.slice(1, 5),
      province: text.slice(5, 7),
      siteSerial: text.slice(7, 13),
      // The code was introduced in 2020; two digits are unambiguous within the century.
      year: 2000 + Number(text.slice(13, 15)),
      level,
      serial: text.slice(16),
    })
  },
}

/** Older qualification and specific-ability certificates number differently: each joins this list as it is learnt. */
export const CERTIFICATE_FORMATS: readonly CertificateFormat[] = [SKILL_LEVEL_FORMAT]

/** Reads a certificate number by the first of the formats that claims it. */
export function parseCertificateNumber(
  text: string,
  formats: readonly CertificateFormat[] = CERTIFICATE_FORMATS,
): Checked<CertificateNumber> {
  const typed = compactText(text).toUpperCase()
  if (typed === '') return refused({ zh: '证书编号为空', en: 'The certificate number is empty' })
  const format = formats.find((known) => known.claims(typed))
  if (format) return format.read(typed)
  return refused({
    zh: `证书编号(${typed.length}位)不符合已知的编号规则`,
    en: `The certificate number (${typed.length} characters) follows no known way of numbering`,
  })
}

/** Where the number contradicts what is claimed of the certificate; empty when it agrees. */
export function contradictionsOf(
  number: CertificateNumber,
  claimed: { readonly issuedOn: CivilDate; readonly level: SkillLevel },
): Sentence[] {
  const problems: Sentence[] = []
  const year = yearOf(claimed.issuedOn)
  if (number.year !== year) {
    problems.push({
      zh: `证书编号里的年份是${number.year},发证日期是${year}年`,
      en: `The certificate number says ${number.year}, the date of issue is in ${year}`,
    })
  }
  if (number.level !== claimed.level) {
    const [inNumber, said] = [levelName(number.level), levelName(claimed.level)]
    problems.push({
      zh: `证书编号里的等级是${inNumber.zh},填报的是${said.zh}`,
      en: `The certificate number says ${inNumber.en}, the level claimed is ${said.en}`,
    })
  }
  return problems
}

function shapeProblem(text: string): Sentence | undefined {
  if (text.length !== LENGTH) {
    return {
      zh: `证书编号${text.length < LENGTH ? '只' : ''}有${text.length}位,应为${LENGTH}位`,
      en: `The certificate number has ${text.length} characters; it must have ${LENGTH}`,
    }
  }
  if (!/^[YS]/.test(text)) {
    return {
      zh: `证书编号首位应为Y(用人单位)或S(社会培训评价组织),现为${text.charAt(0)}`,
      en: `A certificate number begins with Y (employer) or S (social evaluation organisation), not ${text.charAt(0)}`,
    }
  }
  if (!/^.\d+$/.test(text)) {
    return {
      zh: '证书编号除首位字母外应全是数字',
      en: 'After its first letter a certificate number has digits only',
    }
  }
  return undefined
}
