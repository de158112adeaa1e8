import type { Sentence } from '../../platform/contract/words.ts'
import { type CivilDate, addDays, weekday, yearOf } from './dates.ts'

export type CalendarException = 'holiday' | 'workday'

/**
 * The State Council's yearly notices: which days differ from the plain week. `years` are those whose notice is loaded;
 * a day of any other year has no answer.
 */
export type OfficialCalendar = {
  readonly years: readonly number[]
  readonly exceptions: ReadonlyMap<CivilDate, CalendarException>
}

/** Which day is the first of "within n working days": the next one, or the day itself when it is a working day. */
export type CountingConvention = 'after-start' | 'including-start'

/** The notice of that year is not loaded, so nobody can say which of its days are worked. */
export class CalendarYearUnknown extends Error {
  readonly year: number
  readonly sentence: Sentence

  constructor(year: number) {
    super(`the official calendar has no year ${year}`)
    this.name = 'CalendarYearUnknown'
    this.year = year
    this.sentence = {
      zh: `${year}年的法定节假日安排尚未录入,不能计算工作日`,
      en: `The official holiday notice for ${year} has not been entered; working days cannot be counted`,
    }
  }
}

/** Throws CalendarYearUnknown rather than guess. */
export function isWorkingDay(calendar: OfficialCalendar, date: CivilDate): boolean {
  const year = yearOf(date)
  if (!calendar.years.includes(year)) throw new CalendarYearUnknown(year)
  const exception = calendar.exceptions.get(date)
  return exception === undefined ? weekday(date) <= 5 : exception === 'workday'
}

/**
 * The working day on which the count is reached. Zero after the start is the start itself, worked or not; counting that
 * includes the start begins at one.
 */
export function addWorkingDays(
  calendar: OfficialCalendar,
  start: CivilDate,
  count: number,
  counting: CountingConvention,
): CivilDate {
  const least = counting === 'after-start' ? 0 : 1
  if (!Number.isInteger(count) || count < least)
    throw new RangeError(`working days are counted from ${least}: ${count}`)
  let reached = counting === 'after-start' ? start : addDays(start, -1)
  for (let counted = 0; counted < count; ) {
    reached = addDays(reached, 1)
    if (isWorkingDay(calendar, reached)) counted += 1
  }
  return reached
}

/** How many working days lie from the start to `end`, the end counted; zero when the end comes first. */
export function countWorkingDays(
  calendar: OfficialCalendar,
  start: CivilDate,
  end: CivilDate,
  counting: CountingConvention,
): number {
  let counted = 0
  for (let day = counting === 'after-start' ? addDays(start, 1) : start; day <= end; day = addDays(day, 1)) {
    if (isWorkingDay(calendar, day)) counted += 1
  }
  return counted
}
