import type { Sentence } from '../../../platform/contract/public.ts'

/** Another scheme of one family, decided about the same fact at the same time: what it comes to by itself. */
export type BesideScheme = { readonly scheme: string; readonly title: Sentence } & (
  | { readonly fen: number }
  /** Why it is not known yet. */
  | { readonly unknown: Sentence }
)

/** Everything of the family that is due, or may be due, beside a scheme. */
export type Beside = { readonly beside: readonly BesideScheme[] }

export function isBeside(value: unknown): value is Beside {
  return typeof value === 'object' && value !== null && Array.isArray((value as Partial<Beside>).beside)
}
