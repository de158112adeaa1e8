import type { Sentence } from '../../platform/contract/words.ts'
import { type Checked, accepted, refused } from './checked.ts'
import { compactText } from './office-text.ts'

declare const usccBrand: unique symbol
/** Unified social credit code (统一社会信用代码), GB 32100: 18 characters, the organisation code of GB 11714 inside. */
export type Uscc = string & { readonly [usccBrand]: true }

/** Without I, O, S, V and Z, which read like digits. */
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2] as const

export function checkUscc(text: string): Checked<Uscc> {
  const typed = compactText(text).toUpperCase()
  const shape = shapeProblem(typed)
  if (shape) return refused(shape)
  const problems: Sentence[] = []
  if (typed.charAt(16) !== organisationCheckCharacter(typed.slice(8, 16))) {
    problems.push({
      zh: '统一社会信用代码第9至17位(组织机构代码)校验错误',
      en: 'Places 9 to 17 of the social credit code (the organisation code) fail their check',
    })
  }
  if (typed.charAt(17) !== usccCheckCharacter(typed.slice(0, 17))) {
    problems.push({
      zh: '统一社会信用代码校验位错误,请对照营业执照重新填写',
      en: 'The check character of the social credit code is wrong; copy it again from the licence',
    })
  }
  return problems.length > 0 ? refused(...problems) : accepted(typed as Uscc)
}

/** MOD 31 over the first 17 characters, weights the powers of 3. */
export function usccCheckCharacter(first17: string): string {
  let [sum, weight] = [0, 1]
  for (const character of first17) {
    sum += ALPHABET.indexOf(character) * weight
    weight = (weight * 3) % 31
  }
  return ALPHABET.charAt((31 - (sum % 31)) % 31)
}

/** GB 11714: MOD 11 over eight characters, letters counting from 10; ten is written X. */
export function organisationCheckCharacter(first8: string): string {
  const sum = ORGANISATION_WEIGHTS.reduce((total, weight, place) => {
    return total + weight * Number.parseInt(first8.charAt(place), 36)
  }, 0)
  const check = (11 - (sum % 11)) % 11
  return check === 10 ? 'X' : String(check)
}

function shapeProblem(typed: string): Sentence | undefined {
  if (typed === '') return { zh: '统一社会信用代码为空', en: 'The social credit code is empty' }
  if (typed.length !== 18) {
    return {
      zh: `统一社会信用代码${typed.length < 18 ? '只' : ''}有${typed.length}位,应为18位`,
      en: `The social credit code has ${typed.length} characters; it must have 18`,
    }
  }
  const stranger = [...typed].find((character) => !ALPHABET.includes(character))
  if (stranger !== undefined) {
    return {
      zh: `统一社会信用代码里不会有“${stranger}”(只用数字和除I、O、S、V、Z以外的大写字母)`,
      en: `A social credit code never contains “${stranger}” (only digits and capitals other than I, O, S, V, Z)`,
    }
  }
  if (!/^.{2}\d{6}/.test(typed)) {
    return {
      zh: '统一社会信用代码第3至8位应为登记机关的行政区划代码(数字)',
      en: 'Places 3 to 8 of the social credit code are the division code of the registry (digits)',
    }
  }
  return undefined
}
