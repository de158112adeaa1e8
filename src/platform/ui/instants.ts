const WALL_CLOCK = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'short',
})

/** An instant as offices here read it: 2022-03-01 09:12, Shanghai time. */
export function localTime(instant: string): string {
  return WALL_CLOCK.format(new Date(instant))
}
