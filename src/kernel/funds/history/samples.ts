import { maskIdentity, maskName, maskPhone, parseLevel, plainText } from '../../values/public.ts'

/** Words that are never a person: what the platform knows by itself. */
export type KnownWords = ReadonlySet<string>

/**
 * A value as a clerk sees it while saying what its column means: numbers of people masked by their shape, and every short
 * Chinese word that is not a word we know, because it may be a name.
 */
export function sampleOf(value: string, known: KnownWords): string {
  const text = plainText(value).slice(0, 40)
  if (known.has(text.replace(/\s/g, ''))) return text
  // Money, a day or a level is nobody's.
  if (
    /^¥?[\d,]{1,10}(?:\.\d{1,2})?元?$|^\d{4}[-/.年]\d{1,2}(?:[-/.月]\d{1,2})?[月日]?$/.test(text) ||
    parseLevel(text).ok
  )
    return text
  const compact = text.replace(/[\s-]/g, '')
  if (/^\d{17}[\dXx]$/.test(compact)) return maskIdentity(compact)
  if (/^1\d{10}$/.test(compact)) return maskPhone(compact)
  if (/^[A-Z]?\d{12,}$/i.test(compact))
    return `${compact.slice(0, 4)}${'*'.repeat(compact.length - 8)}${compact.slice(-4)}`
  const masked = text.replace(/\p{Nd}(?:[ -]?\p{Nd}){6,}/gu, '*******')
  if (/^[\p{Script=Han}·]{2,4}$/u.test(masked) || masked.includes('·')) return maskName(masked)
  return masked
}
