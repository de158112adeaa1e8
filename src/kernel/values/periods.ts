import { type CivilDate, type YearMonth, addDays, daysBetween, isWithin, yearMonthOf } from './dates.ts'

/** Days from `from` to `to`, both counted; `to` null has no end. */
export type Period = { readonly from: CivilDate; readonly to: CivilDate | null }

/** A period known to end. */
export type ClosedPeriod = { readonly from: CivilDate; readonly to: CivilDate }

export function period(from: CivilDate, to: CivilDate): ClosedPeriod
export function period(from: CivilDate, to: CivilDate | null): Period
export function period(from: CivilDate, to: CivilDate | null): Period {
  if (to !== null && to < from) throw new RangeError(`a period cannot end (${to}) before it begins (${from})`)
  return { from, to }
}

export function isClosed(given: Period): given is ClosedPeriod {
  return given.to !== null
}

export function periodContains(given: Period, date: CivilDate): boolean {
  return isWithin(date, given.from, given.to)
}

/** Whether every day of `inner` is a day of `outer`. */
export function periodCovers(outer: Period, inner: Period): boolean {
  return outer.from <= inner.from && (outer.to === null || (inner.to !== null && inner.to <= outer.to))
}

/** Whether the two share at least one day. */
export function periodsOverlap(a: Period, b: Period): boolean {
  return (b.to === null || a.from <= b.to) && (a.to === null || b.from <= a.to)
}

/** Both ends counted: a period of one day has one. */
export function daysOfPeriod(given: ClosedPeriod): number {
  return daysBetween(given.from, given.to) + 1
}

/** Every calendar month the period touches, in order. */
export function monthsOfPeriod(given: ClosedPeriod): YearMonth[] {
  const last = yearMonthOf(given.to)
  const months = [yearMonthOf(given.from)]
  for (let month = months[0]; month !== undefined && month < last; ) {
    month = nextMonth(month)
    months.push(month)
  }
  return months
}

/** The first day after the period: what PostgreSQL's daterange and most registers call its end. Null without end. */
export function endExclusive(given: Period): CivilDate | null {
  return given.to === null ? null : addDays(given.to, 1)
}

/** The period of a half-open range [from, end). */
export function periodFromHalfOpen(from: CivilDate, end: CivilDate | null): Period {
  return period(from, end === null ? null : addDays(end, -1))
}

function nextMonth(month: YearMonth): YearMonth {
  return yearMonthOf(addDays(`${month}-28` as CivilDate, 4))
}
