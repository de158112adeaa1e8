import { z } from 'zod'
import { Axis, Cell, Rows } from './amount.ts'
import { PolicyDate, Words } from './clause.ts'
import { Id, PackScalar } from './condition.ts'

const dated = <T extends z.ZodRawShape>(shape: T) =>
  z
    .array(
      z.strictObject({
        from: PolicyDate,
        /** The last day; without it until the next value begins. */
        to: PolicyDate.optional(),
        cite: Id,
        placeholder: z.literal(true).optional(),
        ...shape,
      }),
    )
    .min(1)

/** One value for each combination of the axes' values: months of age at retirement by sex and month of birth. */
const Lookups = z.array(z.strictObject({ at: z.array(Cell).min(1), value: PackScalar })).min(1)
export type Lookups = z.output<typeof Lookups>

/** A value of the scheme's own, by dates: one value, a list of values, a rate table, or a table of values. */
export const PackParameter = z.union([
  z.strictObject({ label: Words, values: dated({ value: PackScalar }) }),
  z.strictObject({ label: Words, lists: dated({ value: z.array(PackScalar).min(1) }) }),
  z.strictObject({ label: Words, axes: z.array(Axis).min(1), tables: dated({ rows: Rows }) }),
  z.strictObject({ label: Words, axes: z.array(Axis).min(1), lookups: dated({ rows: Lookups }) }),
])
export type PackParameter = z.output<typeof PackParameter>

/** The dated entries of a parameter, whatever they hold. */
export function entriesOf(parameter: PackParameter) {
  if ('values' in parameter) return parameter.values
  if ('lists' in parameter) return parameter.lists
  return 'tables' in parameter ? parameter.tables : parameter.lookups
}

/** The entry for a day: the latest that has begun, unless it has ended. */
export function entryOn<T extends { from: string; to?: string | undefined }>(
  entries: readonly T[],
  on: string,
): T | undefined {
  const begun = entries.filter((entry) => entry.from <= on).sort((a, b) => (a.from < b.from ? 1 : -1))[0]
  return begun && (begun.to === undefined || on <= begun.to) ? begun : undefined
}
