import { type Checked, accepted, refused } from './checked.ts'
import { compactText } from './office-text.ts'

/** Money: whole fen (1/100 yuan). A float never enters or leaves. */
export type Fen = bigint

/** An exact factor: a share, a percentage, an uplift (1/2 is `{ numerator: 1n, denominator: 2n }`). */
export type Rational = { readonly numerator: bigint; readonly denominator: bigint }

/**
 * Half-up and up go away from zero and down goes towards it, so that a reversal is exactly the negative of what it reverses.
 * Ten fen are a jiao (角).
 */
export const ROUNDINGS = [
  'half-up-to-yuan',
  'half-up-to-ten-yuan',
  'half-up-to-ten-fen',
  'half-up-to-fen',
  'down-to-yuan',
  'down-to-ten-yuan',
  'down-to-ten-fen',
  'down-to-fen',
  'up-to-yuan',
  'up-to-ten-yuan',
  'up-to-ten-fen',
  'up-to-fen',
] as const
export type Rounding = (typeof ROUNDINGS)[number]

/** The whole fen of the unit that it rounds to, and which way. */
function readRounding(rounding: Rounding): { readonly unit: number; readonly way: 'half-up' | 'down' | 'up' } {
  const way = rounding.startsWith('half-up') ? 'half-up' : rounding.startsWith('down') ? 'down' : 'up'
  const unit = rounding.slice(way.length + '-to-'.length)
  return { way, unit: unit === 'fen' ? 1 : unit === 'ten-fen' ? 10 : unit === 'yuan' ? 100 : 1000 }
}

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
  const { unit, way } = readRounding(rounding)
  const step = BigInt(unit)
  const divisor = by.denominator * step
  if (way === 'down') return (product / divisor) * step
  return (way === 'up' ? roundUp(product, divisor) : roundHalfUp(product, divisor)) * step
}

/**
 * The same for amounts held as whole numbers, where millions are reckoned at once: exact while a number is, and by way of
 * `multiplyFen` beyond.
 */
export function fenScaler(by: Rational, rounding: Rounding): (amount: number) => number {
  const { unit: step, way } = readRounding(rounding)
  const numerator = Number(by.numerator)
  const divisor = Number(by.denominator) * step
  return (amount) => {
    const product = amount * numerator
    const doubled = 2 * product + divisor
    if (!(product >= 0) || !Number.isSafeInteger(doubled) || !Number.isSafeInteger(2 * divisor))
      return Number(multiplyFen(BigInt(amount), by, rounding))
    const whole = (product - (product % divisor)) / divisor
    if (way === 'down') return whole * step
    if (way === 'up') return (product % divisor === 0 ? whole : whole + 1) * step
    return ((doubled - (doubled % (2 * divisor))) / (2 * divisor)) * step
  }
}

function roundHalfUp(numerator: bigint, denominator: bigint): bigint {
  const size = numerator < 0n ? -numerator : numerator
  const rounded = (2n * size + denominator) / (2n * denominator)
  return numerator < 0n ? -rounded : rounded
}

function roundUp(numerator: bigint, denominator: bigint): bigint {
  const whole = numerator / denominator
  if (numerator % denominator === 0n) return whole
  return numerator < 0n ? whole - 1n : whole + 1n
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
