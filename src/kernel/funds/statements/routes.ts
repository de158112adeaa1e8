import type { Locale } from '../../../platform/contract/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import { type Route, route } from '../../../platform/http/public.ts'
import { csvOf, writeTable } from '../../../platform/office/public.ts'
import { fenFromText, formatYuan } from '../../values/public.ts'
import { ACCOUNTS } from '../budget/rules.ts'
import { getStatement, type Statement, statementCsv, statementWorkbook } from './contract.ts'
import { showStatement } from './showing.ts'
import { words } from './words.ts'

type Asked = { readonly month: string; readonly fund?: string | undefined }

export function statementRoutes(): Route[] {
  return [
    route(getStatement, ({ tx, query }) => showStatement(tx, query)),

    route(statementWorkbook, async ({ tx, query, locale }) => {
      const { title, columns, rows } = await tableOf(tx, query, locale)
      const bytes = await writeTable({ title, lines: [words.unit[locale]], columns, rows })
      return { fileName: `${title}.xlsx`, bytes }
    }),

    route(statementCsv, async ({ tx, query, locale }) => {
      const { title, columns, rows } = await tableOf(tx, query, locale)
      return { fileName: `${title}.csv`, bytes: new TextEncoder().encode(csvOf([columns, ...rows])) }
    }),
  ]
}

/** The statement as rows of a file, the same for both kinds; what would be taken for a formula is neutralised by them. */
async function tableOf(tx: Tx, asked: Asked, locale: Locale) {
  const statement = await showStatement(tx, asked)
  const columns = [
    words.fund,
    words.line,
    words.year,
    words.document,
    ...ACCOUNTS.flatMap((account) => {
      const of = words.accounts[account]
      return [words.increased(of), words.decreased(of), words.standing(of)]
    }),
  ].map((sentence) => sentence[locale])
  const yuan = (fen: string) => formatYuan(fenFromText(fen)).replaceAll(',', '')
  const figures = (accounts: Statement['totals']) =>
    accounts.flatMap(({ inFen, outFen, standingFen }) => [yuan(inFen), yuan(outFen), yuan(standingFen)])
  const rows = [
    ...statement.lines.map((line) => [
      line.fundName[locale],
      line.name,
      String(line.year),
      line.document,
      ...figures(line.accounts),
    ]),
    [words.total[locale], '', '', '', ...figures(statement.totals)],
    [words.manual(statement.manual.decisions, yuan(statement.manual.amountFen))[locale], '', '', ''],
  ]
  return { title: words.ofMonth(asked.month)[locale], columns, rows }
}
