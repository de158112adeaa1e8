import type { Sentence } from '../../platform/contract/words.ts'
import { type CivilDate, isCivilDate } from './dates.ts'
import { refused } from './checked.ts'
import { compactText } from './office-text.ts'

declare const identityBrand: unique symbol
/**
 * An identity number that is well formed by GB 11643: citizens, residents from Hong Kong, Macao and Taiwan (81, 82, 83)
 * and foreigners' permanent residence cards of 2023 (9). It says nothing of whose it is: that is a verification.
 */
export type IdentityNumber = string & { readonly [identityBrand]: true }

export type Sex = 'M' | 'F'

export type CheckedIdentity =
  | { readonly ok: true; readonly value: IdentityNumber; readonly birthDate: CivilDate; readonly sex: Sex }
  | { readonly ok: false; readonly problems: readonly Sentence[] }

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const
const CHECK_DIGITS = '10X98765432'

/** A division GB/T 2260 does not assign: numbers that begin with it belong to nobody. */
const DEMONSTRATION_PREFIX = '339901'

/**
 * Reads an identity number as typed (full-width digits, spaces, lower-case x). The region is never judged: codes were
 * abolished over the years, and their holders keep their numbers. Sentences do not repeat the number. Where somebody is
 * entered by it, `demonstration` says whether the district is one: elsewhere a made-up number is refused.
 */
export function checkIdentityNumber(
  text: string,
  options: { today: CivilDate; demonstration?: boolean },
): CheckedIdentity {
  const typed = compactText(text).toUpperCase()
  const shape = shapeProblem(typed)
  if (shape) return refused(shape)

  const problems: Sentence[] = []
  if (typed.startsWith('0')) {
    problems.push({ zh: '身份证号首位不能是0', en: 'An identity number cannot begin with 0' })
  }
  const birthDate = `${typed.slice(6, 10)}-${typed.slice(10, 12)}-${typed.slice(12, 14)}`
  if (!isCivilDate(birthDate)) {
    problems.push({
      zh: '身份证号里的出生日期不存在',
      en: 'The birth date inside the identity number is not a day of the calendar',
    })
  } else if (birthDate > options.today) {
    problems.push({
      zh: '身份证号里的出生日期在今天之后',
      en: 'The birth date inside the identity number lies in the future',
    })
  }
  // With another digit already known to be wrong, naming the digit that "should" end the number would mislead.
  const expected = identityCheckDigit(typed.slice(0, 17))
  if (problems.length === 0 && typed.at(17) !== expected) {
    problems.push({
      zh: `身份证号校验位错误:按前17位计算,末位应为${expected}`,
      en: `The check digit of the identity number is wrong: by its first 17 digits the last must be ${expected}`,
    })
  }
  if (problems.length > 0 || !isCivilDate(birthDate)) return refused(...problems)
  if (options.demonstration === false && isDemonstrationIdentity(typed)) return refused(ONLY_FOR_DEMONSTRATION)
  const value = typed as IdentityNumber
  return { ok: true, value, birthDate, sex: sexOf(value) }
}

const ONLY_FOR_DEMONSTRATION: Sentence = {
  zh: `身份证号以${DEMONSTRATION_PREFIX}开头,是演示用号码,只能在演示区县使用。请填本人身份证上的号码`,
  en: `The identity number begins with ${DEMONSTRATION_PREFIX}, which is for demonstration districts only. Enter the number on the person’s own card`,
}

/** ISO 7064 MOD 11-2 over the first 17 digits. */
export function identityCheckDigit(first17: string): string {
  if (!/^\d{17}$/.test(first17)) throw new RangeError('the check digit is computed from 17 digits')
  const sum = WEIGHTS.reduce((total, weight, place) => total + weight * Number(first17[place]), 0)
  return CHECK_DIGITS.charAt(sum % 11)
}

/** The birth date of a number already checked. */
export function birthDateOf(value: IdentityNumber): CivilDate {
  return `${value.slice(6, 10)}-${value.slice(10, 12)}-${value.slice(12, 14)}` as CivilDate
}

/** Odd sequence numbers are men's, even ones women's. */
export function sexOf(value: IdentityNumber): Sex {
  return Number(value[16]) % 2 === 1 ? 'M' : 'F'
}

/** Whether the number is one of those made for demonstration; who may use it is for the caller to say. */
export function isDemonstrationIdentity(value: string): boolean {
  return value.startsWith(DEMONSTRATION_PREFIX)
}

function shapeProblem(typed: string): Sentence | undefined {
  if (typed === '') return { zh: '身份证号为空', en: 'The identity number is empty' }
  if (/^\d{15}$/.test(typed)) {
    return {
      zh: '身份证号是15位旧号码,应填18位号码',
      en: 'This is an old identity number of 15 digits; the number of 18 digits is needed',
    }
  }
  if (/^[A-Z]{3}\d{12}$/.test(typed)) {
    return {
      zh: '这是15位旧版外国人永久居留身份证号,应填新版18位号码',
      en: 'This is an old permanent residence number of 15 characters; the number of 18 digits is needed',
    }
  }
  if (typed.length !== 18) {
    return {
      zh: `身份证号${typed.length < 18 ? '只' : ''}有${typed.length}位,应为18位`,
      en: `The identity number has ${typed.length} characters; it must have 18`,
    }
  }
  if (!/^\d{17}[\dX]$/.test(typed)) {
    return {
      zh: '身份证号前17位应为数字,末位应为数字或X',
      en: 'The first 17 places of an identity number are digits and the last is a digit or X',
    }
  }
  return undefined
}
