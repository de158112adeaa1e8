import { z } from 'zod'
import type { Sentence } from '../../../platform/contract/public.ts'
import { isCivilDate } from '../../values/public.ts'

export const Words = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) })

/**
 * The clause that something rests on. `source` is the tag under which the document was found; `placeholder` means that
 * it is a comparator or unverified, and is shown as 示例 until the county's own document replaces it.
 */
export const Clause = z.strictObject({
  doc: z.string().min(1),
  article: z.string().min(1),
  text: z.string().min(1),
  source: z.string().min(1),
  placeholder: z.literal(true).optional(),
})
export type Clause = z.output<typeof Clause>

export const RegionCode = z.string().regex(/^\d{6}$/)

export const NO_SUCH_DAY: Sentence = {
  zh: '日期须写成 YYYY-MM-DD,且确有这一天',
  en: 'a date is written YYYY-MM-DD and must exist',
}

/** A civil date that exists. */
export const PolicyDate = z.string().refine(isCivilDate, { params: { sentence: NO_SUCH_DAY } })

/** An exact share, in lowest written form or not; never a decimal number. */
export const RatioShape = z.strictObject({ numerator: z.int().nonnegative(), denominator: z.int().positive() })

/** 《文件》第几条, as a sentence quotes it. */
export function citation(clause: Clause): Sentence {
  return { zh: `${clause.doc}${clause.article}`, en: `${clause.doc} ${clause.article}` }
}
