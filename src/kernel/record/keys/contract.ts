import { z } from 'zod'
import { endpoint, InstantText, None, SentenceShape } from '../../../platform/contract/public.ts'

const KeyShape = z.object({
  id: z.string(),
  isCurrent: z.boolean(),
  /** Of the first key it is not kept since when. */
  since: InstantText.nullable(),
  /** Values of this county that are under it. */
  values: z.int(),
})
export type KeyShape = z.infer<typeof KeyShape>

const SealedColumnShape = z.object({
  column: z.string(),
  what: SentenceShape,
  values: z.int(),
  /** Still under another key than the current one. */
  old: z.int(),
})
export type SealedColumnShape = z.infer<typeof SealedColumnShape>

export const getKeys = endpoint({
  method: 'GET',
  path: '/record/keys',
  may: 'key.read',
  summary: 'The keys that seal personal data, by name, and how many values are still under an old one',
  params: None,
  query: None,
  body: None,
  returns: z.object({ keys: z.array(KeyShape), columns: z.array(SealedColumnShape) }),
})
