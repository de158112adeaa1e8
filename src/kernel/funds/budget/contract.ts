import { z } from 'zod'
import {
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
import { ACCOUNTS } from './rules.ts'
import { words } from './words.ts'

const Year = named(z.coerce.number().int().min(2000).max(2100), '年度', 'year')
const Name = named(z.string().trim().min(1).max(100), '预算项目', 'budget line')
const Document = named(z.string().trim().min(1).max(200), '下达文号', 'document')

/** More than nothing and below `FEN_LIMIT`, in fen. */
const PositiveFenText = named(
  z.string().regex(/^[1-9]\d{0,14}$/, JSON.stringify(words.amountOutOfRange)),
  '金额',
  'amount',
)

export const BudgetLine = z.object({
  id: Id,
  fund: z.string(),
  fundName: SentenceShape,
  name: z.string(),
  year: z.number().int(),
  document: z.string(),
  appropriatedFen: FenText,
  availableFen: FenText,
  reservedFen: FenText,
  committedFen: FenText,
  paidFen: FenText,
  returnedFen: FenText,
  recoveredFen: FenText,
})
export type BudgetLine = z.infer<typeof BudgetLine>

export const BudgetTransfer = z.object({
  id: Id,
  from: z.enum(ACCOUNTS),
  to: z.enum(ACCOUNTS),
  amountFen: FenText,
  reason: z.string(),
  note: z.string(),
  /** The accountant's voucher, where one is entered for what moved it. */
  voucher: z.string().nullable(),
  subjectKind: z.string(),
  subjectId: Id,
  businessAt: InstantText,
})
export type BudgetTransfer = z.infer<typeof BudgetTransfer>

/** 2022-04: a month of business time. */
export const Month = named(z.string().regex(/^20\d\d-(0[1-9]|1[0-2])$/), '月份', 'month')

const LineParams = z.object({ lineId: named(Id, '预算项目', 'budget line') })

export const listBudgetLines = endpoint({
  method: 'GET',
  path: '/budget/lines',
  may: 'budget.read',
  summary: 'Budget lines with their balances, newest first',
  params: None,
  query: PageQuery.extend({ year: Year.optional(), fund: named(z.string().max(60), '资金来源', 'fund').optional() }),
  body: None,
  returns: pageOf(BudgetLine),
})

export const listFunds = endpoint({
  method: 'GET',
  path: '/budget/funds',
  may: 'budget.read',
  summary: 'The funds a line can belong to',
  params: None,
  query: None,
  body: None,
  returns: z.object({ funds: z.array(z.object({ code: z.string(), name: SentenceShape })) }),
})

export const getBudgetLine = endpoint({
  method: 'GET',
  path: '/budget/lines/:lineId',
  may: 'budget.read',
  summary: 'One budget line with its balances',
  params: LineParams,
  query: None,
  body: None,
  returns: BudgetLine,
})

export const createBudgetLine = endpoint({
  method: 'POST',
  path: '/budget/lines',
  may: 'budget.write',
  summary: 'Open a budget line: one fund, one purpose, one year',
  params: None,
  query: None,
  body: z.object({
    fund: named(z.string().min(1).max(60), '资金来源', 'fund'),
    name: Name,
    year: Year,
    document: Document,
  }),
  returns: BudgetLine,
})

export const appropriate = endpoint({
  method: 'POST',
  path: '/budget/lines/:lineId/appropriations',
  may: 'budget.write',
  summary: 'Enter an appropriation from the treasury, by its document',
  params: LineParams,
  query: None,
  body: z.object({ amountFen: PositiveFenText, document: Document }),
  returns: BudgetLine,
})

export const withdraw = endpoint({
  method: 'POST',
  path: '/budget/lines/:lineId/withdrawals',
  may: 'budget.write',
  summary: 'Give available money back to the treasury, by its document',
  params: LineParams,
  query: None,
  body: z.object({ amountFen: PositiveFenText, document: Document }),
  returns: BudgetLine,
})

export const listTransfers = endpoint({
  method: 'GET',
  path: '/budget/lines/:lineId/transfers',
  may: 'budget.read',
  summary: 'The transfers of a line, newest first; of one account or one month where asked',
  params: LineParams,
  query: PageQuery.extend({ account: named(z.enum(ACCOUNTS), '账户', 'account').optional(), month: Month.optional() }),
  body: None,
  returns: pageOf(BudgetTransfer),
})
