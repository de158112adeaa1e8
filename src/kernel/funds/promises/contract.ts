import { z } from 'zod'
import {
  CivilDateText,
  endpoint,
  FenText,
  Id,
  named,
  None,
  PageQuery,
  pageOf,
  SentenceShape,
} from '../../../platform/contract/public.ts'
import { INSTALMENT_STATES } from './rules.ts'

export const InstalmentShown = z.object({
  id: Id,
  dueOn: CivilDateText,
  endsOn: CivilDateText,
  name: z.string(),
  schemeTitle: SentenceShape,
  /** What the first one was claimed with. */
  title: z.string(),
  number: z.int(),
  of: z.int(),
  amountFen: FenText,
  state: z.enum(INSTALMENT_STATES),
  claim: z.object({ id: Id, number: z.string() }).nullable(),
  /** Why it waits, is paused or over. */
  because: z.array(z.object({ label: SentenceShape, sentence: SentenceShape })),
})
export type InstalmentShown = z.infer<typeof InstalmentShown>

const Filters = z.object({
  state: named(z.enum(INSTALMENT_STATES), '状态', 'state').optional(),
  year: named(z.coerce.number().int().min(2000).max(2100), '年度', 'year').optional(),
})

export const listInstalments = endpoint({
  method: 'GET',
  path: '/instalments',
  may: 'claim.read',
  summary: 'Instalments that are promised, due, paused, claimed or over, by the day they are due',
  params: None,
  query: PageQuery.extend(Filters.shape),
  body: None,
  returns: pageOf(InstalmentShown),
})

export const exportInstalments = endpoint({
  method: 'GET',
  path: '/instalments/export',
  may: 'claim.read',
  summary: 'Exactly the instalments that are filtered, as CSV',
  params: None,
  query: Filters,
  body: None,
  returns: z.unknown(),
  download: 'text/csv; charset=utf-8',
})

export const sumInstalments = endpoint({
  method: 'GET',
  path: '/instalments/years',
  may: 'claim.read',
  summary: 'How much is promised for which year, and where it stands',
  params: None,
  query: None,
  body: None,
  returns: z.object({
    years: z.array(z.object({ year: z.int(), state: z.enum(INSTALMENT_STATES), people: z.int(), amountFen: FenText })),
  }),
})
