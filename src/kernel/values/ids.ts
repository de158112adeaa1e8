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

/** An id for a new row: real time and the platform's randomness, in the browser and on the server alike. */
export function newId(): string {
  return uuidV7(Date.now(), globalThis.crypto.getRandomValues(new Uint8Array(10)))
}

/** Lower case, as the application and PostgreSQL write it. */
export function isUuid(text: string): boolean {
  return UUID.test(text)
}
