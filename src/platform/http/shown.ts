const LONGEST_SHOWN = 20
/** A date at the beginning stays; seven digits and more, spaced or not, may be somebody's telephone, account or identity number. */
const DATE_OR_LONG_NUMBER = /^\d{4}-\d{1,2}-\d{1,2}(?![\d-])|\d(?:[\s-]?\d){6,}[xX]?/g

const DATE = /^\d{4}-\d{1,2}-\d{1,2}$/

/** A text as it can be shown: short, on one line, well formed, long numbers masked. */
export function shown(text: string): string {
  const line = text
    .slice(0, 200)
    .toWellFormed()
    .normalize('NFKC')
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim()
  const masked = line.replace(DATE_OR_LONG_NUMBER, (found, at: number) =>
    at === 0 && DATE.test(found) ? found : '****',
  )
  const letters = [...masked]
  return letters.length > LONGEST_SHOWN ? `${letters.slice(0, LONGEST_SHOWN).join('')}…` : masked
}
