import { z } from 'zod'
import { Axis, Rows } from './amount.ts'
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

/** A value of the scheme's own, by dates: one value, a list of values, or a rate table. */
export const PackParameter = z.union([
  z.strictObject({ label: Words, values: dated({ value: PackScalar }) }),
  z.strictObject({ label: Words, lists: dated({ value: z.array(PackScalar).min(1) }) }),
  z.strictObject({ label: Words, axes: z.array(Axis).min(1), tables: dated({ rows: Rows }) }),
])
export type PackParameter = z.output<typeof PackParameter>

/** The dated entries of a parameter, whatever they hold. */
export function entriesOf(parameter: PackParameter) {
  if ('values' in parameter) return parameter.values
  return 'lists' in parameter ? parameter.lists : parameter.tables
}

/** The entry for a day: the latest that has begun, unless it has ended. */
export function entryOn<T extends { from: string; to?: string | undefined }>(
  entries: readonly T[],
  on: string,
): T | undefined {
  const begun = entries.filter((entry) => entry.from <= on).sort((a, b) => (a.from < b.from ? 1 : -1))[0]
  return begun && (begun.to === undefined || on <= begun.to) ? begun : undefined
}
