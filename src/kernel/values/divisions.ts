import { type Checked, accepted, refused } from './checked.ts'
import { compactText } from './office-text.ts'

declare const divisionBrand: unique symbol
/** GB/T 2260: two digits each for province, city and county. */
export type DivisionCode = string & { readonly [divisionBrand]: true }

declare const townshipBrand: unique symbol
/** A county's six digits and three more for the subdistrict (001…), town (100…) or township (200…). */
export type TownshipCode = string & { readonly [townshipBrand]: true }

/** The tenant: a county-level division as a number (331102), the first segment of every address. */
export type DistrictCode = number

export function isDivisionCode(text: string): text is DivisionCode {
  return /^[1-9]\d{5}$/.test(text)
}

/** For codes the program itself writes; what people type goes through parseDivisionCode. */
export function divisionCode(text: string): DivisionCode {
  if (!isDivisionCode(text)) throw new RangeError(`${text} is not a division code of six digits`)
  return text
}

/** A code is never refused for being unknown: divisions are abolished and renamed, and old records keep theirs. */
export function parseDivisionCode(text: string): Checked<DivisionCode> {
  const typed = compactText(text)
  if (isDivisionCode(typed)) return accepted(typed)
  return refused({
    zh: `行政区划代码“${typed}”应为6位数字`,
    en: `The division code “${typed}” must have six digits`,
  })
}

export function isTownshipCode(text: string): text is TownshipCode {
  return /^[1-9]\d{8}$/.test(text)
}

export function parseTownshipCode(text: string): Checked<TownshipCode> {
  const typed = compactText(text)
  if (isTownshipCode(typed)) return accepted(typed)
  return refused({
    zh: `乡镇街道代码“${typed}”应为9位数字`,
    en: `The township code “${typed}” must have nine digits`,
  })
}

/** 331102 → 330000 */
export function provinceOf(code: DivisionCode): DivisionCode {
  return `${code.slice(0, 2)}0000` as DivisionCode
}

/** 331102 → 331100 */
export function cityOf(code: DivisionCode): DivisionCode {
  return `${code.slice(0, 4)}00` as DivisionCode
}

/** 331102001 → 331102 */
export function divisionOfTownship(code: TownshipCode): DivisionCode {
  return code.slice(0, 6) as DivisionCode
}

/** A county-level code: it does not end in 00, which names a city or a province. */
export function isDistrictCode(code: number): code is DistrictCode {
  return Number.isInteger(code) && isDivisionCode(String(code)) && code % 100 !== 0
}

export function parseDistrictCode(text: string): Checked<DistrictCode> {
  const code = parseDivisionCode(text)
  if (!code.ok) return code
  const district = Number(code.value)
  if (isDistrictCode(district)) return accepted(district)
  return refused({
    zh: `行政区划代码“${code.value}”不是县(市、区)`,
    en: `The division code “${code.value}” is not a county or district`,
  })
}

export function divisionOfDistrict(district: DistrictCode): DivisionCode {
  return divisionCode(String(district))
}
