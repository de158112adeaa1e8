import { type Checked, accepted, refused } from './checked.ts'
import { compactText } from './office-text.ts'

/** Money: whole fen (1/100 yuan). A float never enters or leaves. */
export type Fen = bigint

/** An exact factor: a share, a percentage, an uplift (1/2 is `{ numerator: 1n, denominator: 2n }`). */
export type Rational = { readonly numerator: bigint; readonly denominator: bigint }

/** Half-up goes away from zero and down goes towards it, so that a reversal is exactly the negative of what it reverses. */
export const ROUNDINGS = ['half-up-to-yuan', 'half-up-to-fen', 'down-to-yuan', 'down-to-fen'] as const
export type Rounding = (typeof ROUNDINGS)[number]

const FEN_TEXT = /^-?\d{1,18}$/
const YUAN_TEXT = /^(-?)¥?(\d+|\d{1,3}(?:,\d{3})+)(?:\.(\d{1,2}))?元?$/

/**
 * What no amount and no budget line's sum may reach: ten trillion yuan. A technical limit, far above any county's budget
 * and far below what the database and JSON text hold, so that adding up never overflows.
 */
export const FEN_LIMIT: Fen = 10n ** 15n

export function fenFromYuan(yuan: bigint): Fen {
  return yuan * 100n
}

/** Reads an amount in yuan as offices type it: 1000, 1,000.00, ¥1,000, 1000.5元. At most two decimals. */
export function parseYuan(text: string): Checked<Fen> {
  const typed = compactText(text)
  if (typed === '') return refused({ zh: '金额为空', en: 'The amount is empty' })
  if (/^-?[\d,]+\.\d{3,}元?$/.test(typed)) {
    return refused({ zh: `金额“${typed}”超过两位小数`, en: `The amount “${typed}” has more than two decimals` })
  }
  const parts = YUAN_TEXT.exec(typed)
  if (!parts) {
    return refused({
      zh: `金额“${typed}”不能识别,应写成 1000 或 1,000.00`,
      en: `The amount “${typed}” cannot be read; write it as 1000 or 1,000.00`,
    })
  }
  const [, sign, whole = '', decimals = ''] = parts
  const digits = whole.replaceAll(',', '')
  if (digits.length > 16) {
    return refused({ zh: `金额“${typed}”太大`, en: `The amount “${typed}” is too large` })
  }
  const fen = BigInt(digits) * 100n + BigInt(decimals.padEnd(2, '0'))
  return accepted(sign === '-' ? -fen : fen)
}

/** 100000n → '1,000.00' */
export function formatYuan(amount: Fen): string {
  const digits = (amount < 0n ? -amount : amount).toString().padStart(3, '0')
  const whole = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ',')
  return `${amount < 0n ? '-' : ''}${whole}.${digits.slice(-2)}`
}

/** The amount times the factor, with the rounding named by the rule that asks for it. */
export function multiplyFen(amount: Fen, by: Rational, rounding: Rounding): Fen {
  if (by.denominator <= 0n) throw new RangeError('the denominator of a factor must be positive')
  const product = amount * by.numerator
  if (rounding === 'down-to-fen') return product / by.denominator
  if (rounding === 'down-to-yuan') return (product / (by.denominator * 100n)) * 100n
  const step = rounding === 'half-up-to-yuan' ? 100n : 1n
  return roundHalfUp(product, by.denominator * step) * step
}

/**
 * The same for amounts held as whole numbers, where millions are reckoned at once: exact while a number is, and by way of
 * `multiplyFen` beyond.
 */
export function fenScaler(by: Rational, rounding: Rounding): (amount: number) => number {
  const step = rounding === 'down-to-yuan' || rounding === 'half-up-to-yuan' ? 100 : 1
  const numerator = Number(by.numerator)
  const divisor = Number(by.denominator) * step
  const down = rounding === 'down-to-fen' || rounding === 'down-to-yuan'
  return (amount) => {
    const product = amount * numerator
    const doubled = 2 * product + divisor
    if (!(product >= 0) || !Number.isSafeInteger(doubled) || !Number.isSafeInteger(2 * divisor))
      return Number(multiplyFen(BigInt(amount), by, rounding))
    if (down) return ((product - (product % divisor)) / divisor) * step
    return ((doubled - (doubled % (2 * divisor))) / (2 * divisor)) * step
  }
}

function roundHalfUp(numerator: bigint, denominator: bigint): bigint {
  const size = numerator < 0n ? -numerator : numerator
  const rounded = (2n * size + denominator) / (2n * denominator)
  return numerator < 0n ? -rounded : rounded
}

export function sumFen(amounts: Iterable<Fen>): Fen {
  let total = 0n
  for (const amount of amounts) total += amount
  return total
}

/** How an amount crosses JSON: decimal text, because a JSON number loses fen past 2^53. */
export function fenToText(amount: Fen): string {
  const text = amount.toString()
  if (!FEN_TEXT.test(text)) throw new RangeError('an amount has at most 18 digits of fen')
  return text
}

export function fenFromText(text: string): Fen {
  if (!FEN_TEXT.test(text)) throw new RangeError('an amount in fen is written with 1 to 18 digits and nothing else')
  return BigInt(text)
}
