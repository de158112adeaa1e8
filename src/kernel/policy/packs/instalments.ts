import { z } from 'zod'
import { Words } from './clause.ts'
import { FactRef, Id, ParameterRef } from './condition.ts'

/** So many years or months: `P1Y`, `P6M`. */
const Every = z.string().regex(/^P[1-9]\d?[YM]$/)

/**
 * What is given again and again: the amount is that of one instalment. Each is a promise with a day, on which the conditions
 * that must keep holding are read again. The first is given when it is decided; the others so long after `first` each.
 */
export const Instalments = z.strictObject({
  label: Words,
  cite: Id,
  /** How many, the first one included. */
  count: z.union([z.int().min(2).max(120), ParameterRef]),
  every: Every,
  /** The date of the first: `certificate.issuedOn`. */
  first: FactRef,
  /** Conditions and limits that are read again on each day; the others are settled by the first answer. */
  keep: z.array(Id).min(1),
})
export type Instalments = z.output<typeof Instalments>

/** `P1Y` in months. */
export function monthsOf(every: string): number {
  return Number(every.slice(1, -1)) * (every.endsWith('Y') ? 12 : 1)
}
