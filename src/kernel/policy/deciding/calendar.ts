import { NATIONAL_CALENDAR } from '../../reference/rules.ts'
import { addWorkingDays, CalendarYearUnknown, type CivilDate } from '../../values/public.ts'

/**
 * The last of so many working days after a day, by the national notices alone; or why nobody can say: that of a year is not
 * there yet.
 */
export function lastWorkingDay(from: CivilDate, count: number): CivilDate | CalendarYearUnknown {
  try {
    return addWorkingDays(NATIONAL_CALENDAR, from, count, 'after-start')
  } catch (error) {
    if (error instanceof CalendarYearUnknown) return error
    throw error
  }
}
