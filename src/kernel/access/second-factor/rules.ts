/** The second factor: the platform's own safeguards. Whose it is demanded, and for how long it is fresh, says the county. */
export const SECOND_FACTOR = {
  recoveryCodes: 10,
  /** Between showing the QR and the first code. */
  enrolWithinMs: 15 * 60_000,
  /** Between the password and the code. */
  signInWithinMs: 5 * 60_000,
  triesOfAWayIn: 5,
} as const

/** What a county says about it (`access.secondFactor`). */
export type SecondFactorTerms = {
  /** `bureau`: whoever has a post in the bureau signs in with it. `nobody`: it is offered. */
  readonly demandedOf: 'bureau' | 'nobody'
  /** For so long after a code, acts that move money or open personal data ask for none. */
  readonly freshMinutes: number
}

/** Whether an account must have one. */
export function isDemanded(terms: SecondFactorTerms, account: { readonly organisationId: string | null }): boolean {
  return terms.demandedOf === 'bureau' && account.organisationId === null
}

/** Whether a code that was given then still counts as fresh. */
export function isFresh(terms: SecondFactorTerms, givenAt: Date | null, now: Date): boolean {
  return givenAt !== null && now.getTime() - givenAt.getTime() < terms.freshMinutes * 60_000
}

/** A code as typed: spaces and full width make no difference. Six digits, or a recovery code (ten of base 32). */
export function readCode(typed: string): { readonly kind: 'totp' | 'recovery'; readonly code: string } | undefined {
  const plain = typed.normalize('NFKC').toUpperCase().replace(/[\s-]/g, '')
  if (/^\d{6}$/.test(plain)) return { kind: 'totp', code: plain }
  return /^[A-Z2-7]{10}$/.test(plain) ? { kind: 'recovery', code: plain } : undefined
}
