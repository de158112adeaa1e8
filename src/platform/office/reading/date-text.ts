export type DateStyle = 'date' | 'time' | 'date-time'

/** Built-in number formats that are dates, among them the Chinese ones (27–36, 50–58). */
function builtIn(id: number): DateStyle | undefined {
  if (id === 22) return 'date-time'
  if ((id >= 18 && id <= 21) || (id >= 32 && id <= 35) || id === 55 || id === 56) return 'time'
  if ((id >= 14 && id <= 17) || (id >= 27 && id <= 31) || id === 36 || (id >= 50 && id <= 58)) return 'date'
  return undefined
}

/** Does a number format show a date? `code` is the custom format, if the workbook defines one for this id. */
export function dateStyle(id: number, code: string | undefined): DateStyle | undefined {
  if (code === undefined) return builtIn(id)
  // An elapsed time ([h]:mm) is a duration, not a point in time.
  if (/\[[hms]+\]/i.test(code)) return undefined
  const bare = (code.split(';')[0] ?? '')
    .replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]|AM\/PM|A\/P|上午\/下午/gi, '')
    .toLowerCase()
  if (/general|通用/.test(bare)) return undefined
  const time = /[hs]/.test(bare)
  const date = /[yd]/.test(bare) || (!time && bare.includes('m'))
  // A digit placeholder beside letters is a unit (0.0 d), not a date; seconds may have decimals (ss.000).
  if (!time && /[0#?]/.test(bare)) return undefined
  if (date) return time ? 'date-time' : 'date'
  return time ? 'time' : undefined
}

const DAY_MS = 86_400_000

/** A serial day number as ISO text in no zone: 2022-03-07, 2022-03-07 08:30:00 or 08:30:00. Undefined when it is no date. */
export function dateText(serial: number, style: DateStyle, from1904: boolean): string | undefined {
  if (!Number.isFinite(serial) || serial < 0 || serial >= 2_958_466) return undefined
  const seconds = Math.round(serial * 86_400)
  const time = new Date((seconds % 86_400) * 1000).toISOString().slice(11, 19)
  if (style === 'time') return time
  const days = Math.floor(seconds / 86_400)
  // Excel believes that 1900 was a leap year: its days 1 to 59 are one later than the count from 30 December 1899 gives.
  const epoch = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, days < 60 ? 31 : 30)
  const date = new Date(epoch + days * DAY_MS).toISOString().slice(0, 10)
  return style === 'date' || seconds % 86_400 === 0 ? date : `${date} ${time}`
}
