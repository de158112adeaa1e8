import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

/*
 * One-time codes by time (RFC 6238): six digits from the current half minute and a shared secret, as every authenticator
 * app makes them. HMAC-SHA-1, because that is what those apps know; its weakness is in collisions, which do not matter here.
 */

export const STEP_SECONDS = 30
const SECRET_BYTES = 20
const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

export const newSecret = (): Buffer => randomBytes(SECRET_BYTES)

/** The secret as people type it (RFC 4648, without padding). */
export function base32Of(bytes: Uint8Array): string {
  let bits = ''
  for (const byte of bytes) bits += byte.toString(2).padStart(8, '0')
  return (bits.match(/.{1,5}/g) ?? []).map((five) => BASE32[Number.parseInt(five.padEnd(5, '0'), 2)]).join('')
}

/** The code of one step of time (RFC 4226, 5.3). */
export function codeAt(secret: Uint8Array, step: number, digits = 6): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(step))
  const hash = createHmac('sha1', secret).update(counter).digest()
  const from = hash[hash.length - 1]! & 0xf
  const number = hash.readUInt32BE(from) & 0x7fffffff
  return String(number % 10 ** digits).padStart(digits, '0')
}

export const stepAt = (instant: Date): number => Math.floor(instant.getTime() / 1000 / STEP_SECONDS)

/**
 * Of which step a code is: now, or one to either side, since a phone's clock may be half a minute off. Undefined for a
 * wrong one, and for one of a step that was taken before or lies before it.
 */
export function stepOf(secret: Uint8Array, code: string, now: Date, lastStep: number | null): number | undefined {
  const given = Buffer.from(code)
  let found: number | undefined
  // All three are made, whichever fits: how long it takes tells nothing.
  for (const step of [stepAt(now), stepAt(now) - 1, stepAt(now) + 1]) {
    const expected = Buffer.from(codeAt(secret, step))
    const fits = given.length === expected.length && timingSafeEqual(given, expected)
    if (fits && (lastStep === null || step > lastStep)) found ??= step
  }
  return found
}

/** What the QR holds: an authenticator app shows the platform's name and the account's. */
export function addressOf(secret: Uint8Array, issuer: string, accountName: string): string {
  const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(accountName)}`
  return `otpauth://totp/${label}?secret=${base32Of(secret)}&issuer=${encodeURIComponent(issuer)}&digits=6&period=${STEP_SECONDS}`
}
