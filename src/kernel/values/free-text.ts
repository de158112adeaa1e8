import { plainText } from './office-text.ts'

/**
 * Text that people fill in as they like: remarks, reasons, names of files. It is kept and shown, so a phone, an identity
 * number or an account that stands in it is taken out first, however it was broken up.
 */

/** More signs than people put between two digits of one number: `3399 - 01`, `3399……01`. Letters end a number. */
export const SEPARATORS_WITHIN = 12
/** A mobile number, the shortest of the numbers that must not be told. */
const LEAST_DIGITS = 11

const GAP = `[^\\p{L}\\p{N}]{0,${SEPARATORS_WITHIN}}`
/** Digits of any width; an identity number may end in X, which is no beginning of a word (`….xlsx`). */
const LONG_NUMBER = new RegExp(
  `\\p{N}(?:${GAP}\\p{N}){${LEAST_DIGITS - 1},}(?:${GAP}[xX\\uFF58\\uFF38](?![\\p{L}\\p{N}]))?`,
  'gu',
)
const QUOTED_CHARACTERS = 40

/** A cell's text as a person reads it, without the control characters that some exports leave behind. */
export function cleanText(text: string | null | undefined): string {
  return plainText(text).replace(/\p{Cc}/gu, '')
}

/** Whether a text holds a number as long as a phone's or longer. */
export function holdsLongNumber(text: string): boolean {
  return text.search(LONG_NUMBER) >= 0
}

/** A text without the long numbers in it. */
export function withoutLongNumbers(text: string): string {
  return text.replace(LONG_NUMBER, '***')
}

/**
 * What somebody wrote (a bank's reason), as it may be kept and shown. Looked at as it was written too: making characters
 * ordinary turns some signs into letters and some into several.
 */
export function keptText(text: string): string {
  return withoutLongNumbers(cleanText(withoutLongNumbers(text)))
}

/** A written value as it may stand in a stored sentence: kept, and short. */
export function quotable(text: string): string {
  const safe = keptText(text)
  return safe.length > QUOTED_CHARACTERS ? `${safe.slice(0, QUOTED_CHARACTERS)}…` : safe
}

/** A file's name as it is kept and shown: people put identity numbers there too. */
export function keptFileName(fileName: string, otherwise: string): string {
  return keptText(fileName) || otherwise
}
