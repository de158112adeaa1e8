import type { Verdict } from './trace.ts'

/* Kleene's tables. */

export function opposite(verdict: Verdict): Verdict {
  return verdict === 'true' ? 'false' : verdict === 'false' ? 'true' : 'unknown'
}

export function allOf(verdicts: readonly Verdict[]): Verdict {
  return verdicts.includes('false') ? 'false' : verdicts.includes('unknown') ? 'unknown' : 'true'
}

export function anyOf(verdicts: readonly Verdict[]): Verdict {
  return verdicts.includes('true') ? 'true' : verdicts.includes('unknown') ? 'unknown' : 'false'
}
