import { z } from 'zod'
import { named, saying } from './names.ts'

/** Shapes that every room's contracts use. All pure. */

export const None = z.object({})

export const Id = z.uuid()

/** A civil date as text, YYYY-MM-DD, zone Asia/Shanghai. */
export const CivilDateText = z.iso.date()

/** An instant as ISO 8601 text. */
export const InstantText = z.string()

/** Whole fen as decimal text: JSON numbers lose cents past 2^53. */
export const FenText = z
  .string()
  .regex(/^-?\d{1,18}$/, { error: saying('应填整数分', 'must be a whole number of fen') })

export const SentenceShape = z.object({ zh: z.string(), en: z.string() })

/** One page of a list, paged by key: `after` is the last item's key, null at the end. */
export function pageOf<T extends z.ZodType>(item: T) {
  return z.object({ items: z.array(item), next: z.string().nullable() })
}

export const PageQuery = z.object({
  after: named(z.string().max(200), '下一页的位置', 'place of the next page').optional(),
  limit: named(z.coerce.number().int().min(1).max(200), '每页条数', 'rows a page').default(50),
})

export const UploadQuery = z.object({ fileName: named(z.string().min(1).max(200), '文件名', 'file name') })
