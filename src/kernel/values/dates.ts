import { type Checked, accepted, refused } from './checked.ts'
import { compactText, plainText } from './office-text.ts'

declare const civilDateBrand: unique symbol
/** A calendar day as 'YYYY-MM-DD', without a clock or a zone. Sorts as text. */
export type CivilDate = string & { readonly [civilDateBrand]: true }

declare const yearMonthBrand: unique symbol
/** 'YYYY-MM' */
export type YearMonth = string & { readonly [yearMonthBrand]: true }

export const ZONE = 'Asia/Shanghai'

export function isCivilDate(text: string): text is CivilDate {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  return parts !== null && isRealDay(Number(parts[1]), Number(parts[2]), Number(parts[3]))
}

/** For dates the program itself writes; what people type goes through parseCivilDate. */
export function civilDate(text: string): CivilDate {
  if (!isCivilDate(text)) throw new RangeError(`${text} is not a day of the calendar written as YYYY-MM-DD`)
  return text
}

/** The day as offices type it. Month and day alone ('3.7') need the year of the sheet they stand in. */
const TYPED = [
  /^(?<year>\d{4})[-/.](?<month>\d{1,2})[-/.](?<day>\d{1,2})$/,
  /^(?<year>\d{4})年(?<month>\d{1,2})月(?<day>\d{1,2})[日号]?$/,
  /^(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})$/,
  /^(?<month>\d{1,2})[-/.](?<day>\d{1,2})$/,
  /^(?<month>\d{1,2})月(?<day>\d{1,2})[日号]?$/,
]

/** Spreadsheets add a midnight to a plain day when they write it as text. */
const MIDNIGHT = / 0{1,2}:00(:00)?$/

/** Reads 2022-03-07, 2022/3/7, 2022.3.7, 2022年3月7日, 20220307; and 3.7, 3月7日 when a year is given. */
export function parseCivilDate(text: string, options: { year?: number } = {}): Checked<CivilDate> {
  const typed = compactText(plainText(text).replace(MIDNIGHT, ''))
  if (typed === '') return refused({ zh: '日期为空', en: 'The date is empty' })
  const groups = TYPED.map((form) => form.exec(typed)?.groups).find((found) => found !== undefined)
  if (!groups) {
    return refused({
      zh: `日期“${typed}”不能识别,应写成 2022-03-07`,
      en: `The date “${typed}” cannot be read; write it as 2022-03-07`,
    })
  }
  const year = groups.year === undefined ? options.year : Number(groups.year)
  if (year === undefined) {
    return refused({ zh: `日期“${typed}”没有年份`, en: `The date “${typed}” has no year` })
  }
  if (year < 1900 || year > 2100) {
    return refused({
      zh: `日期“${typed}”的年份不在1900至2100之间`,
      en: `The year of “${typed}” is not within 1900 to 2100`,
    })
  }
  const [month, day] = [Number(groups.month), Number(groups.day)]
  if (!isRealDay(year, month, day)) {
    return refused({ zh: `日期“${typed}”不存在`, en: `“${typed}” is not a day of the calendar` })
  }
  return accepted(fromParts(year, month, day))
}

export function formatChinese(date: CivilDate): string {
  const { year, month, day } = partsOf(date)
  return `${year}年${month}月${day}日`
}

export function addDays(date: CivilDate, days: number): CivilDate {
  return fromDayNumber(dayNumberOf(date) + days)
}

/** The same day so many months later; where that month is shorter, its last day. */
export function addMonths(date: CivilDate, months: number): CivilDate {
  const { year, month, day } = partsOf(date)
  const at = year * 12 + (month - 1) + months
  const [toYear, toMonth] = [Math.floor(at / 12), (((at % 12) + 12) % 12) + 1]
  return fromParts(toYear, toMonth, Math.min(day, daysInMonth(toYear, toMonth)))
}

/** How many days `to` lies after `from`; negative when it lies before. */
export function daysBetween(from: CivilDate, to: CivilDate): number {
  return dayNumberOf(to) - dayNumberOf(from)
}

/** 1 is Monday, 7 is Sunday. */
export function weekday(date: CivilDate): number {
  // Day 0, 1970-01-01, was a Thursday.
  return ((((dayNumberOf(date) + 3) % 7) + 7) % 7) + 1
}

export function compareDates(a: CivilDate, b: CivilDate): -1 | 0 | 1 {
  return a < b ? -1 : a > b ? 1 : 0
}

/** Both ends count; `to` null means without end. */
export function isWithin(date: CivilDate, from: CivilDate, to: CivilDate | null): boolean {
  return date >= from && (to === null || date <= to)
}

/** Full years (周岁), reached on the birthday itself; who was born on 29 February reaches them on 1 March of a common year. */
export function ageOn(birthDate: CivilDate, on: CivilDate): number {
  if (on < birthDate) throw new RangeError('an age is asked for a day before the birth')
  const years = partsOf(on).year - partsOf(birthDate).year
  return on.slice(5) < birthDate.slice(5) ? years - 1 : years
}

export function yearOf(date: CivilDate): number {
  return partsOf(date).year
}

export function yearMonthOf(date: CivilDate): YearMonth {
  return date.slice(0, 7) as YearMonth
}

const wallClock = new Intl.DateTimeFormat('en-US', {
  timeZone: ZONE,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
})

/** The day it is in Asia/Shanghai at that instant. */
export function civilDateOf(instant: Date): CivilDate {
  const parts = new Map(wallClock.formatToParts(instant).map((part) => [part.type, part.value]))
  return civilDate(`${parts.get('year')?.padStart(4, '0')}-${parts.get('month')}-${parts.get('day')}`)
}

function partsOf(date: CivilDate): { year: number; month: number; day: number } {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) }
}

function isRealDay(year: number, month: number, day: number): boolean {
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

function fromParts(year: number, month: number, day: number): CivilDate {
  return `${String(year).padStart(4, '0')}-${pad2(month)}-${pad2(day)}` as CivilDate
}

function pad2(value: number): string {
  return String(value).padStart(2, '0')
}

/** Days since 1970-01-01. UTC has neither zones nor summer time, so a day is always 86,400,000 ms of it. */
function dayNumberOf(date: CivilDate): number {
  return Date.parse(`${date}T00:00:00Z`) / 86_400_000
}

function fromDayNumber(days: number): CivilDate {
  return civilDate(new Date(days * 86_400_000).toISOString().slice(0, 10))
}
