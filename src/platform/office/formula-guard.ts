const STARTS = new Set(['=', '+', '-', '@', '\t', '\r'])

/**
 * Would a spreadsheet program take this text for a formula when it opens it as CSV? Decided by the first character that
 * is seen: some programs read full-width forms as the ASCII ones, and TAB and CR hide what follows them.
 */
export function looksLikeFormula(text: string): boolean {
  for (const c of text) {
    if (STARTS.has(c.normalize('NFKC').charAt(0))) return true
    if (!/[\s\p{C}]/u.test(c)) return false
  }
  return false
}
