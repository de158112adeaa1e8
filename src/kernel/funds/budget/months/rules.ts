import { civilDateOf } from '../../../values/public.ts'

/** The month of business time that a moment is in, as its first day: 2022-04-01. */
export function monthOf(at: Date): string {
  return `${civilDateOf(at).slice(0, 7)}-01`
}

/** ('2022-04') → from the first moment of April until the first of May, in the programme's zone. */
export function spanOf(month: string): { from: Date; before: Date } {
  return { from: firstMomentOf(month), before: firstMomentOf(monthAfter(month)) }
}

/** ('2022-12') → '2023-01' */
export function monthAfter(month: string): string {
  const [year = 0, nth = 0] = month.split('-').map(Number)
  return nth === 12 ? `${year + 1}-01` : `${year}-${String(nth + 1).padStart(2, '0')}`
}

const firstMomentOf = (month: string) => new Date(`${month}-01T00:00:00+08:00`)

/** ('2022-01') → '2021-12' */
export function monthBefore(month: string): string {
  const [year = 0, nth = 0] = month.split('-').map(Number)
  return nth === 1 ? `${year - 1}-12` : `${year}-${String(nth - 1).padStart(2, '0')}`
}
