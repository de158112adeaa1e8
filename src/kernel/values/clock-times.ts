import { type Checked, accepted, refused } from './checked.ts'
import { type CivilDate, ZONE } from './dates.ts'
import { compactText } from './office-text.ts'

declare const clockTimeBrand: unique symbol
/** A time of day as 'HH:MM', 24 hours; '24:00' is the end of the day. Sorts as text. */
export type ClockTime = string & { readonly [clockTimeBrand]: true }

export function isClockTime(text: string): text is ClockTime {
  return /^(([01]\d|2[0-3]):[0-5]\d|24:00)$/.test(text)
}

/** For times the program itself writes; what people type goes through parseClockTime. */
export function clockTime(text: string): ClockTime {
  if (!isClockTime(text)) throw new RangeError(`${text} is not a time of day written as HH:MM`)
  return text
}

/** Reads 8:30, 08:30, 08:30:00, 8.30, 8点30分, 8点半, 8点. */
export function parseClockTime(text: string): Checked<ClockTime> {
  const typed = compactText(text)
  if (typed === '') return refused({ zh: '时间为空', en: 'The time is empty' })
  const parts = /^(\d{1,2})(?::(\d{2})(?::00)?|\.(\d{2})|[点时](?:(\d{1,2})分?|(半))?)$/.exec(typed)
  const minutes = parts?.[5] ? '30' : (parts?.[2] ?? parts?.[3] ?? parts?.[4] ?? '0')
  const time = `${parts?.[1]?.padStart(2, '0')}:${minutes.padStart(2, '0')}`
  if (!isClockTime(time)) {
    return refused({
      zh: `时间“${typed}”不能识别,应写成 08:30`,
      en: `The time “${typed}” cannot be read; write it as 08:30`,
    })
  }
  return accepted(time)
}

/** Minutes since midnight. */
export function minutesOf(time: ClockTime): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))
}

/** Minutes from one time to a later one of the same day; negative when `to` is the earlier. */
export function durationMinutes(from: ClockTime, to: ClockTime): number {
  return minutesOf(to) - minutesOf(from)
}

const wallClock = new Intl.DateTimeFormat('en-US', {
  timeZone: ZONE,
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})

/** The time of day in Asia/Shanghai at that instant, seconds dropped. */
export function clockTimeOf(instant: Date): ClockTime {
  const parts = new Map(wallClock.formatToParts(instant).map((part) => [part.type, part.value]))
  return clockTime(`${parts.get('hour')}:${parts.get('minute')}`)
}

/** The instant at which a clock in Shanghai shows that day and time (+08:00 without summer time since 1992). */
export function instantOf(date: CivilDate, time: ClockTime): Date {
  const midnight = Date.parse(`${date}T00:00:00+08:00`)
  return new Date(midnight + minutesOf(time) * 60_000)
}
