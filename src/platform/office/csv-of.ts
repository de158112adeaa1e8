import { looksLikeFormula } from './formula-guard.ts'

/**
 * Rows as CSV that opens safely in Excel and WPS: UTF-8 with BOM, CRLF, and an apostrophe before any text that would be
 * taken for a formula. Numbers stay numbers.
 */
export function csvOf(rows: readonly (readonly (string | number | bigint | null)[])[]): string {
  return `\ufeff${rows.map((row) => `${row.map(fieldOf).join(',')}\r\n`).join('')}`
}

function fieldOf(value: string | number | bigint | null): string {
  if (value === null) return ''
  if (typeof value !== 'string') return String(value)
  const safe = looksLikeFormula(value) ? `'${value}` : value
  return /[",;\t\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
