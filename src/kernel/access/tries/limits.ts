/*
 * How often something may be tried, counted in the database by a keyed hash of whom: two processes share one count, and
 * nobody reads from it who tried. Real time. These are the platform's own safeguards, the same in every county; how much a
 * post may show or take out in a day is the county's (`access.limits`).
 */

export type Limit = { readonly what: string; readonly most: number; readonly window: 'hour' | 'day' }

const hourly = (what: string, most: number): Limit => ({ what, most, window: 'hour' })

/** Signing in. What was right is not counted: only what was wrong, and what is under way. */
export const SIGN_IN = {
  /** Somebody who forgot tries four or five times; a guesser needs thousands (threat 19: at most ten an hour). */
  password: hourly('password-by-account', 10),
  /** The owner's own browser is not shut out by others' tries; whoever stole that browser still meets an end. */
  passwordOfDevice: hourly('password-by-device', 20),
  /** A bureau often has one address for everybody: many people's mistakes, but not a list of names tried one by one. */
  passwordOfAddress: hourly('password-by-address', 100),
  /** The password was right: six digits, three of which work at any moment; ten tries find one in 30,000 hours. */
  code: hourly('code-by-account', 10),
  codeOfDevice: hourly('code-by-device', 20),
} as const

/** What may be done so often in a day, and what is counted of being refused. How often says the county. */
export const daily = (what: 'reveal' | 'export', most: number): Limit => ({ what, most, window: 'day' })

/** What the page on security counts: how often somebody met an end. */
export const REFUSED = {
  password: 'refused-password',
  code: 'refused-code',
  reveal: 'refused-reveal',
  export: 'refused-export',
} as const

export type RefusedKind = keyof typeof REFUSED
