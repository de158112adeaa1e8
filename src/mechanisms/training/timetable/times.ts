import { type ClockTime, clockTime, minutesOf } from '../../../kernel/values/public.ts'

/** Sessions begin and end on the half hour: what is taken of a room or a person is whole half hours. */
export const HALF_HOUR = 30

/** '08:30' → 510 */
export function minuteOf(time: string): number {
  return minutesOf(clockTime(time))
}

/** 510 → '08:30'; 1440 → '24:00' */
export function timeText(minute: number): ClockTime {
  const two = (value: number) => String(value).padStart(2, '0')
  return clockTime(`${two(Math.floor(minute / 60))}:${two(minute % 60)}`)
}

/** The half hours of the day that a session takes, 0 to 47. */
export function halfHours(session: { readonly startMinute: number; readonly endMinute: number }): number[] {
  const first = Math.floor(session.startMinute / HALF_HOUR)
  const afterLast = Math.ceil(session.endMinute / HALF_HOUR)
  return Array.from({ length: Math.max(0, afterLast - first) }, (_, index) => first + index)
}

/** Half hours as the time they cover, for a sentence: [17, 18, 19] → 08:30–10:00. */
export function spanText(halves: readonly number[]): string {
  const sorted = [...halves].sort((a, b) => a - b)
  const spans: string[] = []
  for (let at = 0; at < sorted.length; ) {
    let end = at
    while (sorted[end + 1] === sorted[end]! + 1) end += 1
    spans.push(`${timeText(sorted[at]! * HALF_HOUR)}–${timeText((sorted[end]! + 1) * HALF_HOUR)}`)
    at = end + 1
  }
  return spans.join(', ')
}
