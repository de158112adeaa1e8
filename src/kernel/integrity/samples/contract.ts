import { z } from 'zod'
import {
  CivilDateText,
  endpoint,
  FenText,
  Id,
  InstantText,
  named,
  None,
  PageQuery,
  pageOf,
  SentenceShape,
} from '../../../platform/contract/public.ts'

const Stratum = z.enum(['organisation', 'scheme', 'state'])
const Who = z.object({ name: z.string(), post: SentenceShape })

const Filter = z.object({
  population: named(z.string().regex(/^[a-z-]{2,40}$/), '总体', 'population'),
  from: named(CivilDateText, '起始日', 'first day').optional(),
  to: named(CivilDateText, '截止日', 'last day').optional(),
  organisation: named(Id, '机构', 'provider').optional(),
  scheme: named(z.string().max(100), '项目', 'scheme').optional(),
  state: named(z.string().max(40), '状态', 'state').optional(),
  leastFen: named(FenText, '最低金额', 'least amount').optional(),
  mostFen: named(FenText, '最高金额', 'most amount').optional(),
})

const Sample = z.object({
  id: Id,
  number: z.string(),
  purpose: z.string(),
  population: z.object({ kind: z.string(), name: SentenceShape }),
  filter: Filter,
  stratifiedBy: Stratum.nullable(),
  take: z.int(),
  candidates: z.int(),
  populationSha256: z.string(),
  by: Who,
  at: InstantText,
  /** Whether its seed exists: the plan is under a seal. */
  sealed: z.boolean(),
  draw: z.object({ seed: z.string(), sealNumber: z.int(), by: Who, at: InstantText }).nullable(),
  items: z.int(),
  marked: z.int(),
  findings: z.int(),
})
export type Sample = z.infer<typeof Sample>

export const samplingChoices = endpoint({
  method: 'GET',
  path: '/samples/choices',
  may: 'sample.draw',
  summary: 'What samples can be drawn from, and by what it can be narrowed',
  params: None,
  query: None,
  body: None,
  returns: z.object({
    populations: z.array(
      z.object({
        kind: z.string(),
        name: SentenceShape,
        dated: SentenceShape,
        ofMoney: z.boolean(),
        states: z.array(z.object({ id: z.string(), name: SentenceShape })),
      }),
    ),
    organisations: z.array(z.object({ id: Id, name: z.string() })),
    schemes: z.array(z.object({ id: z.string(), name: SentenceShape })),
    most: z.int(),
  }),
})

export const countCandidates = endpoint({
  method: 'GET',
  path: '/samples/candidates',
  may: 'sample.draw',
  summary: 'How many records a population has; null where there are more than may be drawn from',
  params: None,
  query: Filter,
  body: None,
  returns: z.object({ candidates: z.int().nullable() }),
})

export const listSamples = endpoint({
  method: 'GET',
  path: '/samples',
  may: 'sample.read',
  summary: 'Samples, newest first',
  params: None,
  query: PageQuery,
  body: None,
  returns: pageOf(Sample),
})

export const planSample = endpoint({
  method: 'POST',
  path: '/samples',
  may: 'sample.draw',
  summary: 'Plan a sample: from which records, how many; its seed is the root of the seal that the plan comes under',
  params: None,
  query: None,
  body: Filter.extend({
    purpose: named(z.string().trim().min(2).max(300), '目的', 'purpose'),
    stratifiedBy: named(Stratum.nullable(), '分层', 'strata'),
    take: named(z.int().min(1).max(500), '抽取件数', 'how many'),
  }),
  returns: Sample,
})

const OfSample = z.object({ sampleId: named(Id, '抽样', 'sample') })

const Item = z.object({
  id: Id,
  nth: z.int(),
  stratum: z.string(),
  /** The stratum as people call it; empty where there are none. */
  stratumName: SentenceShape,
  subject: z.object({ kind: z.string(), id: Id, title: SentenceShape }),
  mark: z
    .object({
      verdict: z.enum(['fine', 'finding']),
      note: z.string(),
      findingId: Id.nullable(),
      by: Who,
      at: InstantText,
    })
    .nullable(),
  /** Findings about it that a mark may name. */
  findings: z.array(z.object({ id: Id, number: z.string() })),
})
export type SampleItem = z.infer<typeof Item>

export const getSample = endpoint({
  method: 'GET',
  path: '/samples/:sampleId',
  may: 'sample.read',
  summary: 'One sample',
  params: OfSample,
  query: None,
  body: None,
  returns: Sample,
})

export const listSampleItems = endpoint({
  method: 'GET',
  path: '/samples/:sampleId/items',
  may: 'sample.read',
  summary: 'What was drawn, in the order of the drawing, with its marks',
  params: OfSample,
  query: PageQuery,
  body: None,
  returns: pageOf(Item),
})

export const drawSample = endpoint({
  method: 'POST',
  path: '/samples/:sampleId/draw',
  may: 'sample.draw',
  summary: 'Draw a planned sample by the root of the seal that its plan is under',
  params: OfSample,
  query: None,
  body: None,
  returns: Sample,
})

export const samplePopulation = endpoint({
  method: 'GET',
  path: '/samples/:sampleId/population',
  may: 'sample.read',
  summary: 'The population with the seed, from which anybody draws the same again',
  params: OfSample,
  query: None,
  body: None,
  returns: z.unknown(),
  download: 'text/csv',
})

export const markSampleItem = endpoint({
  method: 'POST',
  path: '/samples/:sampleId/items/:itemId/mark',
  may: 'sample.draw',
  summary: 'Say of an item that it is fine, or which finding it led to',
  params: OfSample.extend({ itemId: named(Id, '样本件', 'item') }),
  query: None,
  body: z.object({
    verdict: named(z.enum(['fine', 'finding']), '结果', 'verdict'),
    note: named(z.string().trim().max(500), '备注', 'note'),
    findingId: named(Id, '审计发现', 'finding').nullable(),
  }),
  returns: Sample,
})
