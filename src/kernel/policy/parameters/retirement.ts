import { z } from 'zod'
import { Problem } from '../../../platform/contract/public.ts'
import type { CivilDate, Sex } from '../../values/public.ts'

const Month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/)

/**
 * Ages by sex, category and month of birth, in months so that a gradual rise can be written row by row.
 * `ANY` is every category; a row without `bornFrom` or `bornTo` is open on that side.
 */
export const RetirementTable = z
  .array(
    z.strictObject({
      sex: z.enum(['M', 'F']),
      category: z.string().regex(/^[A-Z][A-Z_]*$/),
      bornFrom: Month.optional(),
      bornTo: Month.optional(),
      ageMonths: z.int().positive(),
    }),
  )
  .min(1)
export type RetirementTable = z.output<typeof RetirementTable>

export type RetirementSubject = { readonly sex: Sex; readonly bornOn: CivilDate; readonly category?: string }

/** Months of age at retirement. Where the category is not known the highest that could apply: nobody is refused by a guess. */
export function retirementMonths(table: RetirementTable, { sex, bornOn, category }: RetirementSubject): number {
  const month = bornOn.slice(0, 7)
  const ages = table
    .filter((row) => row.sex === sex)
    .filter((row) => (row.bornFrom ?? month) <= month && month <= (row.bornTo ?? month))
    .filter((row) => category === undefined || row.category === 'ANY' || row.category === category)
    .map((row) => row.ageMonths)
  if (ages.length === 0) {
    throw new Problem(
      'not-acceptable',
      {
        zh: `退休年龄表中没有 ${month} 出生人员的一行,请补充`,
        en: `the table of retirement ages has no row for births in ${month}: add it`,
      },
      { code: 'no-retirement-age' },
    )
  }
  return Math.max(...ages)
}

/** Whether the age of retirement is reached on that day, the birthday itself included. */
export function hasReachedRetirement(table: RetirementTable, subject: RetirementSubject, on: CivilDate): boolean {
  return fullMonths(subject.bornOn, on) >= retirementMonths(table, subject)
}

function fullMonths(from: CivilDate, to: CivilDate): number {
  const months = (date: CivilDate) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7))
  return months(to) - months(from) - (to.slice(8) < from.slice(8) ? 1 : 0)
}
