import { z } from 'zod'
import { SAMENESS } from '../limits/limits.ts'
import { Words } from './clause.ts'
import { FactRef, Id } from './condition.ts'
import { Family } from './limit.ts'

export const STACKING_RULES = ['exclusive', 'higherOf', 'difference'] as const
export type StackingRule = (typeof STACKING_RULES)[number]

/**
 * Subsidies of one family for the same: one excludes the others (`exclusive`), the higher one is given (`higherOf`), or what
 * was had is taken off (`difference`). Of several that are decided together the highest is given.
 */
export const Stacking = z.strictObject({
  label: Words,
  cite: Id,
  family: Family,
  rule: z.enum(STACKING_RULES),
  /** The families whose earlier subsidies are held against it, where these are not the family itself. */
  over: z.array(Family).min(1).optional(),
  /** What makes two of them for the same; everything in the window where nothing is said. */
  same: z.array(z.enum(SAMENESS)).min(1).optional(),
  window: z.enum(['calendarYear', 'lifetime']).optional(),
  /** The date by which it counts: the day of the claim, where nothing else is said. */
  on: FactRef.optional(),
  /** Where the past, or another of the family, is not known: it waits (`hold`), or goes on and says so (`note`). */
  onUnknown: z.enum(['hold', 'note']).optional(),
})
export type Stacking = z.output<typeof Stacking>

const Scheme = z.string().min(1)

/** Another scheme of the family beside it, as a golden case states it: what it comes to by itself, or why that is not known. */
export const BesideGiven = z.union([
  z.strictObject({ scheme: Scheme, title: Words, fen: z.int().positive() }),
  z.strictObject({ scheme: Scheme, title: Words, unknown: Words }),
])
