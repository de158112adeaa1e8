import type { Locale } from '../contract/words.ts'

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

function parts(date: string): { year: number; month: number; day: number } {
  const [year, month, day] = date.split('-').map(Number)
  if (!year || !month || !day) throw new TypeError(`not a civil date: ${date}`)
  return { year, month, day }
}

function monthName(month: number): string {
  return MONTHS[month - 1] ?? String(month)
}

/** A civil date as people say it: 2022年3月7日, 7 March 2022; without the year where the reader knows it. */
export function sayDate(date: string, locale: Locale, withYear = true): string {
  const { year, month, day } = parts(date)
  if (locale === 'zh') return `${withYear ? `${year}年` : ''}${month}月${day}日`
  return `${day} ${monthName(month)}${withYear ? ` ${year}` : ''}`
}

/** From one civil date to another, the way each language says it: 3月7日至18日, 7–18 March. */
export function sayDates(from: string, to: string, locale: Locale, withYear = false): string {
  const [a, b] = [parts(from), parts(to)]
  if (from === to) return sayDate(from, locale, withYear)
  const sameYear = a.year === b.year
  const sameMonth = sameYear && a.month === b.month
  if (locale === 'zh') {
    const end = sameMonth ? `${b.day}日` : sayDate(to, locale, !sameYear)
    return `${sayDate(from, locale, withYear || !sameYear)}至${end}`
  }
  const start = sameMonth ? String(a.day) : sayDate(from, locale, !sameYear)
  return `${start}${sameMonth ? '–' : ' – '}${sayDate(to, locale, withYear || !sameYear)}`
}

/** The civil date some days later; for a demonstration's clock and date fields. */
export function daysLater(date: string, days: number): string {
  const { year, month, day } = parts(date)
  return new Date(Date.UTC(year, month - 1, day + days)).toISOString().slice(0, 10)
}

/** What people type as a date (2022-2-25, 20220225, 2022/2/25, 2022年2月25日) as YYYY-MM-DD; null when it is none. */
export function readDate(typed: string): string | null {
  const found = /^(\d{4})\D{0,2}?(\d{1,2})\D{0,2}?(\d{1,2})\D?$/.exec(typed.normalize('NFKC').trim())
  if (!found) return null
  const [year, month, day] = found.slice(1).map(Number) as [number, number, number]
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCMonth() === month - 1 ? date.toISOString().slice(0, 10) : null
}
