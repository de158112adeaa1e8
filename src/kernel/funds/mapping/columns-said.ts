import { z } from 'zod'
import { named } from '../../../platform/contract/public.ts'

/** What somebody says once that the columns under a file's headings mean; the next file with them is read so. */
export function columnsSaid<M extends string>(meanings: readonly [M, ...M[]]) {
  return z.object({
    columns: named(
      z
        .array(
          z.object({
            heading: named(z.string().min(1).max(60), '表头', 'heading'),
            key: named(z.string().min(1).max(80), '列的标识', 'key of the column'),
            meaning: named(z.enum(meanings), '列的含义', 'meaning of the column'),
          }),
        )
        .min(2)
        .max(256),
      '各列的含义',
      'meanings of the columns',
    ),
  })
}
