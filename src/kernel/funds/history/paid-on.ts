import { addMonths, addDays, type ClosedPeriod, civilDate, compactText, parseCivilDate } from '../../values/public.ts'

const MONTH = /^(\d{4})(?:[-/.]|年)(0?[1-9]|1[0-2])月?$|^(\d{4})(0[1-9]|1[0-2])$/
const YEAR = /^(\d{4})(?:年度?|年份)?$/
const BARE_MONTH = /^(0?[1-9]|1[0-2])月?$/

/** When something was paid, as precisely as it was written: a day, a month, a year. Undefined when it cannot be read. */
export function readPaidOn(text: string, year?: string): ClosedPeriod | undefined {
  const typed = compactText(text).replace(/(?:份|度)$/, '')
  const [, year1, month1, year2, month2] = MONTH.exec(typed) ?? []
  const month = (year1 ?? year2) ? ofMonth(Number(year1 ?? year2), Number(month1 ?? month2)) : undefined
  if (month) return month
  const whole = readYear(typed)
  if (whole) return whole
  const inYear = year === undefined ? undefined : readYear(year)
  const bare = BARE_MONTH.exec(typed)?.[1]
  if (bare !== undefined) return inYear && ofMonth(Number(inYear.from.slice(0, 4)), Number(bare))
  const day = parseCivilDate(text, inYear ? { year: Number(inYear.from.slice(0, 4)) } : {})
  return day.ok ? { from: day.value, to: day.value } : undefined
}

export function readYear(text: string): ClosedPeriod | undefined {
  const year = Number(YEAR.exec(compactText(text))?.[1] ?? 0)
  return year < 1990 || year > 2100 ? undefined : { from: civilDate(`${year}-01-01`), to: civilDate(`${year}-12-31`) }
}

function ofMonth(year: number, month: number): ClosedPeriod | undefined {
  if (year < 1990 || year > 2100) return undefined
  const from = civilDate(`${year}-${String(month).padStart(2, '0')}-01`)
  return { from, to: addDays(addMonths(from, 1), -1) }
}
