import { compactText, parseCivilDate, type YearMonth, yearMonthOf } from '../../values/public.ts'

const MONTH = /^(\d{4})(?:[-/.]|年)?(0?[1-9]|1[0-2])月?$/

/** A month as offices write it: 2022-03, 2022/3, 2022.3, 202203, 2022年3月, or a whole day of it. Undefined when it is none. */
export function readMonth(text: string): YearMonth | undefined {
  const typed = compactText(text)
  const [, year = '', month = ''] = MONTH.exec(typed) ?? []
  // 20221 may be January or a month that lost its second digit.
  if (year !== '' && !/^\d{5}$/.test(typed)) return `${year}-${month.padStart(2, '0')}` as YearMonth
  const day = parseCivilDate(text)
  return day.ok ? yearMonthOf(day.value) : undefined
}
