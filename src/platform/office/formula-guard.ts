/** Full-width forms are read as the ASCII ones by some programs; TAB and CR hide what follows them. */
const STARTS = /^[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/u
const INVISIBLE = /^[ \u00a0\u3000\n\v\f\u200b-\u200f\u2028-\u202f\u2060\ufeff]+/u

/** Would a spreadsheet program take this text for a formula when it opens it as CSV? */
export function looksLikeFormula(text: string): boolean {
  return STARTS.test(text.replace(INVISIBLE, ''))
}
