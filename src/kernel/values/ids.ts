const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

/** UUID version 7 (RFC 9562): 48 bits of milliseconds, then 74 random bits taken from the ten bytes handed in. */
export function uuidV7(timeMs: number, random: Uint8Array): string {
  if (!Number.isInteger(timeMs) || timeMs < 0 || timeMs >= 2 ** 48) throw new RangeError('time does not fit 48 bits')
  if (random.length !== 10) throw new RangeError('a UUID of version 7 takes ten random bytes')
  const tail = [...random]
  tail[0] = 0x70 | ((random[0] ?? 0) & 0x0f)
  tail[2] = 0x80 | ((random[2] ?? 0) & 0x3f)
  const hex = timeMs.toString(16).padStart(12, '0') + tail.map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

/** The millisecond and the counter of the id made last. */
let last = { timeMs: 0, counter: 0 }

/**
 * An id for a new row: real time and the platform's randomness, in the browser and on the server alike. Ids of one
 * process sort in the order in which they were made, also within a millisecond: their first twelve random bits count on
 * from a random start (RFC 9562, 6.2, method 1), and a clock set back does not turn the order round.
 */
export function newId(): string {
  const random = globalThis.crypto.getRandomValues(new Uint8Array(10))
  const now = Date.now()
  if (now > last.timeMs) last = { timeMs: now, counter: (((random[0] ?? 0) & 0x07) << 8) | (random[1] ?? 0) }
  else if (last.counter < 0xfff) last = { timeMs: last.timeMs, counter: last.counter + 1 }
  else last = { timeMs: last.timeMs + 1, counter: 0 }
  random[0] = last.counter >> 8
  random[1] = last.counter & 0xff
  return uuidV7(last.timeMs, random)
}

/** Lower case, as the application and PostgreSQL write it. */
export function isUuid(text: string): boolean {
  return UUID.test(text)
}
