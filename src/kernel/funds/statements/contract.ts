import { z } from 'zod'
import { endpoint, FenText, Id, named, None, SentenceShape } from '../../../platform/contract/public.ts'
import { Month } from '../budget/contract.ts'
import { ACCOUNTS } from '../budget/rules.ts'

/** Of one account of a line: what went in and out during the month, and what stands in it at the month's end. */
const AccountMonth = z.object({
  account: z.enum(ACCOUNTS),
  inFen: FenText,
  outFen: FenText,
  standingFen: FenText,
})

export const StatementLine = z.object({
  lineId: Id,
  fund: z.string(),
  fundName: SentenceShape,
  name: z.string(),
  year: z.int(),
  document: z.string(),
  /** In the order of the accounts; the treasury's is what was appropriated. */
  accounts: z.array(AccountMonth),
})
export type StatementLine = z.infer<typeof StatementLine>

const StatementQuery = z.object({
  month: Month,
  fund: named(z.string().max(60), '资金来源', 'fund').optional(),
})

export const Statement = z.object({
  month: z.string(),
  lines: z.array(StatementLine),
  /** Over all lines. */
  totals: z.array(AccountMonth),
  /** Decisions that people gave in the place of the rules, confirmed in the month, and what they come to. */
  manual: z.object({ decisions: z.int(), amountFen: FenText }),
})
export type Statement = z.infer<typeof Statement>

export const getStatement = endpoint({
  method: 'GET',
  path: '/budget/statements',
  may: 'budget.read',
  summary: 'The monthly statement: by fund and line, what moved in the month and what stands at its end',
  params: None,
  query: StatementQuery,
  body: None,
  returns: Statement,
})

const asFile = (kind: 'xlsx' | 'csv') => ({
  method: 'GET' as const,
  may: 'budget.read',
  summary: `The monthly statement as .${kind}`,
  params: None,
  query: StatementQuery,
  body: None,
  returns: z.unknown(),
})

export const statementWorkbook = endpoint({
  ...asFile('xlsx'),
  path: '/budget/statements/xlsx',
  download: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
})

export const statementCsv = endpoint({
  ...asFile('csv'),
  path: '/budget/statements/csv',
  download: 'text/csv; charset=utf-8',
})
