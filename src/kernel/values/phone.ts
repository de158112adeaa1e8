import type { Sentence } from '../../platform/contract/words.ts'
import { type Checked, accepted, refused } from './checked.ts'
import { compactText } from './office-text.ts'

declare const phoneBrand: unique symbol
/** A mainland number: a mobile of 11 digits, or a landline as 0578-2091234. */
export type Phone = string & { readonly [phoneBrand]: true }

/** Reads a mobile or landline number as typed, with +86 before it, spaces and hyphens inside. */
export function checkPhone(text: string): Checked<Phone> {
  const typed = compactText(text)
    .replace(/[-\u2010-\u2015()]/g, '')
    .replace(/^(\+|00)86/, '')
  const digits = /^861[3-9]\d{9}$/.test(typed) ? typed.slice(2) : typed
  const problem = findProblem(digits)
  return problem ? refused(problem) : accepted(written(digits))
}

export function isMobile(phone: Phone): boolean {
  return phone.startsWith('1')
}

function written(digits: string): Phone {
  return (digits.startsWith('0') ? digits.replace(/^(0[12]\d|0\d{3})/, '$1-') : digits) as Phone
}

function findProblem(digits: string): Sentence | undefined {
  if (digits === '') return { zh: '手机号为空', en: 'The phone number is empty' }
  if (!/^\d+$/.test(digits)) return { zh: '手机号只能是数字', en: 'A phone number has digits only' }
  if (digits.startsWith('0')) {
    // Area codes of three digits begin with 01 or 02, all others have four; subscribers' numbers have seven or eight.
    if (/^(0[12]\d|0[3-9]\d{2})[2-9]\d{6,7}$/.test(digits)) return undefined
    return {
      zh: '固定电话应为区号加7至8位号码,例如 0578-2xxxxxx',
      en: 'A landline is its area code and 7 or 8 digits, such as 0578-2xxxxxx',
    }
  }
  if (/^[2-8]\d{6,7}$/.test(digits)) {
    return { zh: '固定电话缺少区号,例如 0578', en: 'The landline number lacks its area code, such as 0578' }
  }
  if (digits.length !== 11) {
    return {
      zh: `手机号${digits.length < 11 ? '只' : ''}有${digits.length}位,应为11位`,
      en: `The mobile number has ${digits.length} digits; it must have 11`,
    }
  }
  if (!/^1[3-9]/.test(digits)) {
    return { zh: '手机号应以13至19开头', en: 'A mobile number begins with 13 to 19' }
  }
  return undefined
}
