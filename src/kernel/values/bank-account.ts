import type { Sentence } from '../../platform/contract/words.ts'
import { compactText } from './office-text.ts'

declare const accountBrand: unique symbol
/** A bank account number as text, digits only. Whether it exists and whose it is, only the bank can say. */
export type BankAccount = string & { readonly [accountBrand]: true }

/** A card carries a Luhn digit and has 16 to 19 digits; corporate accounts and passbooks follow their bank's own rule. */
export type AccountKind = 'card' | 'account'

export type BankAccountProblem = {
  readonly kind: 'empty' | 'characters' | 'length' | 'placeholder' | 'card-check-digit'
  readonly sentence: Sentence
}

export type CheckedBankAccount =
  | { readonly ok: true; readonly value: BankAccount }
  | { readonly ok: false; readonly problems: readonly BankAccountProblem[] }

const LENGTHS = { card: [16, 19], account: [8, 32] } as const

/** Reads an account number as typed: full-width digits, spaces and hyphens between groups. */
export function checkBankAccount(text: string, options: { kind: AccountKind }): CheckedBankAccount {
  const typed = compactText(text).replace(/[-\u2010-\u2015]/g, '')
  const problem = findProblem(typed, options.kind)
  return problem ? { ok: false, problems: [problem] } : { ok: true, value: typed as BankAccount }
}

/** The last digit that makes the number pass Luhn's check. */
export function luhnDigit(withoutLast: string): string {
  let sum = 0
  for (let place = 0; place < withoutLast.length; place++) {
    const digit = Number(withoutLast.charAt(withoutLast.length - 1 - place))
    const doubled = place % 2 === 0 ? digit * 2 : digit
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return String((10 - (sum % 10)) % 10)
}

function findProblem(typed: string, kind: AccountKind): BankAccountProblem | undefined {
  if (typed === '') {
    return { kind: 'empty', sentence: { zh: '银行账号为空', en: 'The bank account number is empty' } }
  }
  if (!/^\d+$/.test(typed)) {
    return {
      kind: 'characters',
      sentence: { zh: '银行账号只能是数字', en: 'A bank account number has digits only' },
    }
  }
  const [least, most] = LENGTHS[kind]
  if (typed.length < least || typed.length > most) {
    return {
      kind: 'length',
      sentence: {
        zh: `银行账号${typed.length < least ? '只' : ''}有${typed.length}位,应为${least}至${most}位`,
        en: `The bank account number has ${typed.length} digits; it must have ${least} to ${most}`,
      },
    }
  }
  if (isPlaceholder(typed)) {
    return {
      kind: 'placeholder',
      sentence: {
        zh: '银行账号是随手填的(同一数字或连续数字),请填真实账号',
        en: 'The bank account number is a filler (one digit repeated or a running sequence); enter the real one',
      },
    }
  }
  if (kind === 'card' && typed.at(-1) !== luhnDigit(typed.slice(0, -1))) {
    // The digit that would fit is not named: a number repaired to pass is worse than a number asked for again.
    return {
      kind: 'card-check-digit',
      sentence: {
        zh: '银行账号校验位错误,请对照卡面重新填写',
        en: 'The check digit of the bank card number is wrong; copy it again from the card',
      },
    }
  }
  return undefined
}

/** One digit repeated, or a sequence that runs up or down by one (…8, 9, 0, 1…). */
function isPlaceholder(digits: string): boolean {
  const steps = new Set<number>()
  for (let place = 1; place < digits.length; place++) {
    steps.add((Number(digits[place]) - Number(digits[place - 1]) + 10) % 10)
  }
  const [step] = steps
  return steps.size === 1 && (step === 0 || step === 1 || step === 9)
}
