/** How a resident signs in: the platform's own safeguards, in real time, the same in every county. */
export const RESIDENT = {
  codeDigits: 6,
  codeLastsMs: 5 * 60_000,
  triesOfACode: 5,
  resendAfterMs: 60_000,
  sessionLastsMs: 30 * 60_000,
} as const

export type TryKind = 'code-by-phone' | 'code-by-address' | 'sign-in-by-phone' | 'sign-in-by-address'

/** At most so often within an hour. An address may be a village's shared line; a phone is one person's, or a family's. */
export const TRIES_AN_HOUR: Record<TryKind, number> = {
  'code-by-phone': 5,
  'code-by-address': 30,
  'sign-in-by-phone': 15,
  'sign-in-by-address': 60,
}

export type CodeState = {
  readonly expiresAt: Date
  readonly tries: number
  readonly passedAt: Date | null
  readonly usedAt: Date | null
}

/** Whether a code may still be tried: not used, not over, not tried too often. */
export function isTryable(code: CodeState, now: Date): boolean {
  return code.usedAt === null && code.expiresAt > now && code.tries < RESIDENT.triesOfACode
}

/** Of several who share a phone, those whose identity number ends so. */
export function thoseEnding<P extends { readonly maskedIdentity: string }>(persons: readonly P[], ending: string): P[] {
  return persons.filter(({ maskedIdentity }) => maskedIdentity.slice(-4).toUpperCase() === ending.toUpperCase())
}
