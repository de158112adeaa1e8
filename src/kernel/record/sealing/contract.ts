import { z } from 'zod'
import { endpoint, Id, InstantText, named, None, SentenceShape } from '../../../platform/contract/public.ts'

export const SealShape = z.object({
  number: z.int(),
  size: z.int(),
  root: z.string(),
  sealedAt: InstantText,
  keyId: z.string(),
})
export type SealShape = z.infer<typeof SealShape>

export const lastSeal = endpoint({
  method: 'GET',
  path: '/record/seals/last',
  may: 'trail.read',
  summary: 'The newest seal of the record, as it is printed on settlement sheets',
  params: None,
  query: None,
  body: None,
  returns: z.object({ seal: SealShape.nullable() }),
})

const Place = z.object({
  kind: named(z.string().regex(/^[a-z-]{2,40}$/), '追溯的种类', 'kind of step'),
  id: named(Id, '追溯的对象', 'subject of the trail'),
})

export const proofOfStep = endpoint({
  method: 'GET',
  path: '/trail/:kind/:id/proof',
  may: 'trail.prove',
  summary: 'The proof that the row of a step is under its seal, to be checked without us',
  params: Place,
  query: None,
  body: None,
  returns: z.unknown(),
  download: 'application/json',
})

const ComparisonShape = z.object({
  name: z.string(),
  title: SentenceShape,
  against: SentenceShape,
  compared: z.int(),
  differing: z.int(),
})

const DifferenceShape = z.object({
  table: z.string(),
  key: z.string(),
  sentence: SentenceShape,
  trail: z.object({ kind: z.string(), id: Id }).nullable(),
})

const VerificationShape = z.object({
  id: Id,
  by: z.object({ name: z.string(), post: SentenceShape }),
  status: z.enum(['asked', 'running', 'done', 'failed']),
  askedAt: InstantText,
  endedAt: InstantText.nullable(),
  progress: z.object({ title: SentenceShape, compared: z.int() }).nullable(),
  /** What is counted of it. */
  rows: z.int().nullable(),
  differing: z.int().nullable(),
})
export type VerificationShape = z.infer<typeof VerificationShape>

export const SealsShape = z.object({
  seal: SealShape.nullable(),
  /** The number of the last checkpoint kept outside; null where none is. */
  outside: z.int().nullable(),
  /** The newest verifications, newest first. */
  verifications: z.array(VerificationShape),
  /** The newest that came to its end, whole. */
  last: z
    .object({
      id: Id,
      endedAt: InstantText,
      by: z.object({ name: z.string(), post: SentenceShape }),
      rows: z.int(),
      differing: z.int(),
      waiting: z.int(),
      comparisons: z.array(ComparisonShape),
      differences: z.array(DifferenceShape),
    })
    .nullable(),
})
export type SealsShape = z.infer<typeof SealsShape>

export const getSeals = endpoint({
  method: 'GET',
  path: '/record/seals',
  may: 'record.verify',
  summary: 'How far the record is sealed, and what the last verification found',
  params: None,
  query: None,
  body: None,
  returns: SealsShape,
})

export const askForVerification = endpoint({
  method: 'POST',
  path: '/record/verifications',
  may: 'record.verify',
  summary: 'Compare everything of the district with its seals, in the background',
  params: None,
  query: None,
  body: None,
  returns: z.object({ id: Id }),
})
