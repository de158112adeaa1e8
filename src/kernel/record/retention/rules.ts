import { addMonths, type CivilDate } from '../../values/public.ts'

/** The day on which so many years are over. */
export const dueOn = (since: CivilDate, years: number): CivilDate => addMonths(since, 12 * years)

/** The last day from which so many years are over on a day: 29 February of a leap year is not reached on the 28th. */
export function begunBy(on: CivilDate, years: number): CivilDate {
  return addMonths(on, -12 * years)
}

/** The last day of the quarter a day is in. */
export function quarterEnd(day: CivilDate): CivilDate {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))]
  const last = Math.ceil(month / 3) * 3
  const days = last === 3 || last === 12 ? 31 : 30
  return `${String(year).padStart(4, '0')}-${String(last).padStart(2, '0')}-${days}` as CivilDate
}
