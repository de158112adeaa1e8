import { z } from 'zod'

/** Shapes that every room's contracts use. All pure. */

export const None = z.object({})

export const Id = z.uuid()

/** A civil date as text, YYYY-MM-DD, zone Asia/Shanghai. */
export const CivilDateText = z.iso.date()

/** An instant as ISO 8601 text. */
export const InstantText = z.string()

/** Whole fen as decimal text: JSON numbers lose cents past 2^53. */
export const FenText = z.string().regex(/^-?\d{1,18}$/)

export const SentenceShape = z.object({ zh: z.string(), en: z.string() })

/** One page of a list, paged by key: `after` is the last item's key, null at the end. */
export function pageOf<T extends z.ZodType>(item: T) {
  return z.object({ items: z.array(item), next: z.string().nullable() })
}

export const PageQuery = z.object({
  after: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})

export const UploadQuery = z.object({ fileName: z.string().min(1).max(200) })
