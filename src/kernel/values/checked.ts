import type { Sentence } from '../../platform/contract/words.ts'

/** What came of reading something a person typed: the value, or every reason against it. */
export type Checked<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly Sentence[] }

export function accepted<T>(value: T): Checked<T> {
  return { ok: true, value }
}

export function refused(...problems: Sentence[]): { readonly ok: false; readonly problems: readonly Sentence[] } {
  return { ok: false, problems }
}
