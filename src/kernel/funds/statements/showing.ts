import { Problem } from '../../../platform/contract/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import { fenToText } from '../../values/public.ts'
import { fundNames } from '../budget/routes.ts'
import { spanOf } from '../budget/months/rules.ts'
import { ACCOUNTS } from '../budget/rules.ts'
import { countManual } from '../redecisions/store.ts'
import type { Statement } from './contract.ts'
import { listStatementRows, type StatementRow } from './store.ts'
import { words } from './words.ts'

/** A county has tens of lines. */
const MOST_LINES = 500

const NOTHING = { inFen: 0n, outFen: 0n, netFen: 0n }

/** What stands in an account: the treasury's side is what was appropriated, seen from the line. */
function accountsOf(of: (account: (typeof ACCOUNTS)[number]) => typeof NOTHING) {
  return ACCOUNTS.map((account) => {
    const { inFen, outFen, netFen } = of(account)
    const isTreasury = account === 'treasury'
    return {
      account,
      inFen: fenToText(isTreasury ? outFen : inFen),
      outFen: fenToText(isTreasury ? inFen : outFen),
      standingFen: fenToText(isTreasury ? -netFen : netFen),
    }
  })
}

export async function showStatement(tx: Tx, asked: { month: string; fund?: string | undefined }): Promise<Statement> {
  const query = { month: `${asked.month}-01`, year: Number(asked.month.slice(0, 4)), fund: asked.fund }
  const rows = await listStatementRows(tx, query, MOST_LINES + 1)
  if (rows.length > MOST_LINES) throw new Problem('not-acceptable', words.tooMany(MOST_LINES))
  const names = await fundNames(tx)
  const manual = await countManual(tx, spanOf(asked.month))
  const sumOf = (account: (typeof ACCOUNTS)[number], figure: keyof typeof NOTHING) =>
    rows.reduce((sum, row) => sum + figureOf(row, account)[figure], 0n)
  return {
    month: asked.month,
    manual: { decisions: manual.decisions, amountFen: fenToText(manual.amountFen) },
    lines: rows.map((row) => ({
      lineId: row.lineId,
      fund: row.fund,
      fundName: names.get(row.fund) ?? { zh: row.fund, en: row.fund },
      name: row.name,
      year: row.year,
      document: row.document,
      accounts: accountsOf((account) => figureOf(row, account)),
    })),
    totals: accountsOf((account) => ({
      inFen: sumOf(account, 'inFen'),
      outFen: sumOf(account, 'outFen'),
      netFen: sumOf(account, 'netFen'),
    })),
  }
}

const figureOf = (row: StatementRow, account: (typeof ACCOUNTS)[number]) => row.accounts.get(account) ?? NOTHING
