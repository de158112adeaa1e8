import { z } from 'zod'
import {
  CivilDateText,
  endpoint,
  Id,
  InstantText,
  named,
  None,
  PageQuery,
  pageOf,
  SentenceShape,
  UploadQuery,
} from '../../../platform/contract/public.ts'

const Who = z.object({ name: z.string(), post: SentenceShape })

/** One imported list of insured staff: whose words, as of which day, whose staff, by whom. Nobody on it is named. */
export const InsuredList = z.object({
  id: Id,
  fileName: z.string(),
  source: z.string(),
  asOf: CivilDateText,
  rowCount: z.int(),
  employers: z.object({ count: z.int(), firstName: z.string() }),
  by: Who,
  at: InstantText,
  withdrawn: z.object({ by: Who, at: InstantText, reason: z.string() }).nullable(),
})
export type InsuredList = z.infer<typeof InsuredList>

const Source = z.string().trim().min(1).max(200)

export const listInsuredLists = endpoint({
  method: 'GET',
  path: '/people/insured-lists',
  may: 'insured.read',
  summary: 'Imported lists of insured staff, newest first, withdrawn ones too',
  params: None,
  query: PageQuery,
  body: None,
  returns: pageOf(InsuredList),
})

export const uploadInsuredList = endpoint({
  method: 'POST',
  path: '/people/insured-lists',
  may: 'insured.write',
  summary: 'Import employers’ insured staff from a spreadsheet: as a whole or, with every problem by row, not at all',
  params: None,
  query: UploadQuery.extend({
    asOf: named(CivilDateText, '数据截至日', 'day the data are of'),
    source: named(Source, '数据来源', 'source'),
  }),
  body: None,
  upload: true,
  returns: z.object({
    list: InsuredList,
    /** The same file stands already, as of this day and from this source; nothing was imported again. */
    already: z.boolean(),
  }),
})

export const withdrawInsuredList = endpoint({
  method: 'POST',
  path: '/people/insured-lists/:importId/withdraw',
  may: 'insured.write',
  summary: 'Take back a list that was imported by mistake; it stays visible and answers nothing',
  params: z.object({ importId: named(Id, '参保名单', 'insured list') }),
  query: None,
  body: z.object({ reason: named(z.string().trim().min(2).max(200), '撤回原因', 'reason') }),
  returns: InsuredList,
})
