import { z } from 'zod'
import { SealShape } from './sealing/contract.ts'
import { endpoint, Id, named, None, SentenceShape } from '../../platform/contract/public.ts'

const TrailLink = z.object({ kind: z.string(), id: Id, title: SentenceShape })

export const TrailStepShape = z.object({
  kind: z.string(),
  id: Id,
  title: SentenceShape,
  says: z.array(z.object({ label: SentenceShape, value: SentenceShape })),
  restsOn: z.array(TrailLink),
  leadsTo: z.array(TrailLink),
  /** What tells of it on paper, of the forms that the reader may print. */
  papers: z.array(
    z.object({ kind: z.string(), subjectId: Id, form: z.string(), part: z.string(), title: SentenceShape }),
  ),
  /** Under which seal its own row is (none yet where it was just written); null where it is no row of its own, and for organisations. */
  sealed: z.object({ seal: SealShape.nullable() }).nullable(),
})

export const walkTrail = endpoint({
  method: 'GET',
  path: '/trail/:kind/:id',
  may: 'trail.read',
  summary: 'One step of the chain from a yuan to a sign-in, with the ways on and back',
  params: z.object({
    kind: named(z.string().regex(/^[a-z-]{2,40}$/), '追溯的种类', 'kind of step'),
    id: named(Id, '追溯的对象', 'subject of the trail'),
  }),
  query: None,
  body: None,
  returns: TrailStepShape,
})
