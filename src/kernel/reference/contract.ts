import { z } from 'zod'
import { CivilDateText, endpoint, named, None, PageQuery, pageOf, UploadQuery } from '../../platform/contract/public.ts'

export const TownShape = z.object({
  nameZh: z.string(),
  nameEn: z.string(),
  kind: z.string(),
  code: z.string().nullable(),
})

export const OccupationShape = z.object({
  id: z.string(),
  edition: z.number().int(),
  code: z.string().nullable(),
  nameZh: z.string(),
  nameEn: z.string(),
  tradeZh: z.string(),
  verified: z.boolean(),
})

export const CodeShape = z.object({
  code: z.string(),
  nameZh: z.string(),
  nameEn: z.string(),
  synonyms: z.array(z.string()),
})

export const CalendarDayShape = z.object({
  day: CivilDateText,
  kind: z.enum(['holiday', 'workday']).nullable(),
  name: z.string(),
  changedHere: z.boolean(),
})

export const listTowns = endpoint({
  method: 'GET',
  path: '/reference/towns',
  may: 'reference.read',
  summary: 'Towns and streets of the county',
  params: None,
  query: None,
  body: None,
  returns: z.object({ towns: z.array(TownShape) }),
})

export const listOccupations = endpoint({
  method: 'GET',
  path: '/reference/occupations',
  may: 'reference.read',
  summary: 'Occupations of the dictionary, by part of a name or code',
  params: None,
  query: PageQuery.extend({ search: named(z.string().trim().max(40), '查找', 'search').optional() }),
  body: None,
  returns: pageOf(OccupationShape),
})

export const importOccupations = endpoint({
  method: 'POST',
  path: '/reference/occupations',
  may: 'occupation.import',
  summary: 'Import the official list of occupations from a spreadsheet',
  params: None,
  query: UploadQuery.extend({
    edition: named(z.coerce.number().int().min(1999).max(2100), '版本年份', 'year of the edition'),
  }),
  body: None,
  upload: true,
  returns: z.object({ saved: z.number().int() }),
})

export const listCodes = endpoint({
  method: 'GET',
  path: '/reference/codes/:list',
  may: 'reference.read',
  summary: 'One code list: person-groups, education, training-kinds, certificate-kinds, funds',
  params: z.object({ list: named(z.string().regex(/^[a-z-]{2,40}$/), '代码表', 'code list') }),
  query: None,
  body: None,
  returns: z.object({ codes: z.array(CodeShape) }),
})

export const readCalendar = endpoint({
  method: 'GET',
  path: '/reference/calendar',
  may: 'reference.read',
  summary: 'The official calendar of a year, with this county’s changes',
  params: None,
  query: z.object({ year: named(z.coerce.number().int().min(2000).max(2100), '年度', 'year') }),
  body: None,
  returns: z.object({ years: z.array(z.number().int()), days: z.array(CalendarDayShape) }),
})

export const changeCalendar = endpoint({
  method: 'PUT',
  path: '/reference/calendar/:day',
  may: 'calendar.edit',
  summary: 'Make a day a holiday or a working day here, or give it back to the official calendar',
  params: z.object({ day: named(CivilDateText, '日期', 'day') }),
  query: None,
  body: z.object({
    kind: named(z.enum(['holiday', 'workday']), '这一天的安排', 'kind of day').nullable(),
    reason: named(z.string().trim().min(2).max(200), '理由', 'reason'),
  }),
  returns: CalendarDayShape,
})
