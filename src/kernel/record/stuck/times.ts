const CLOCK = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'short',
})

/** An instant as the clock on a Chinese wall shows it: 2026-11-25 18:04. */
export function clockText(instant: string): string {
  return CLOCK.format(new Date(instant))
}
