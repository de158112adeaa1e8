const AWAY_AFTER_MS = 120_000

let lastTouched = Date.now()

if (typeof document !== 'undefined')
  for (const touched of ['pointerdown', 'keydown', 'wheel'])
    document.addEventListener(touched, () => (lastTouched = Date.now()), { capture: true, passive: true })

/** What a page asks by itself while nobody touches it says so: the server does not count it as somebody being there. */
export function attendance(): Record<string, string> {
  return Date.now() - lastTouched > AWAY_AFTER_MS ? { 'x-unattended': '1' } : {}
}
