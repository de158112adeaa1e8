import { Problem } from '../../../platform/contract/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import { type ConstraintWords, type Route, route } from '../../../platform/http/public.ts'
import { announce } from '../../../platform/outbox/public.ts'
import { recordAct } from '../../record/public.ts'
import { type Code, listCodes } from '../../reference/public.ts'
import { fenFromText, fenToText } from '../../values/public.ts'
import {
  appropriate,
  type BudgetLine,
  createBudgetLine,
  getBudgetLine,
  listBudgetLines,
  listFunds,
  listTransfers,
  withdraw,
} from './contract.ts'
import { moveMoney } from './ledger.ts'
import { spanOf } from './months/rules.ts'
import { listVouchers } from '../batches/file-store.ts'
import { listReceipts } from '../recoveries/store.ts'
import { type BudgetLineRow, findLine, insertLine, listLines, listTransfersOf, type TransferRow } from './store.ts'
import { words } from './words.ts'

/** The outbox event that a fund has a new line or more money; claims that waited for it are tried again. */
export const BUDGET_ARRIVED = 'funds.budget-arrived'
export type BudgetArrived = { readonly fund: string }

export const budgetConstraintWords: ConstraintWords = {
  the_budget_is_not_overspent: words.overspentByAnother,
  one_line_a_fund_purpose_and_year: words.lineTaken,
  one_transfer_a_reason: words.movedAlready,
}

export function budgetRoutes(): Route[] {
  return [
    route(listBudgetLines, async ({ tx, query }) => {
      const rows = await listLines(tx, query, { after: query.after, limit: query.limit + 1 })
      const names = await fundNames(tx)
      const shown = rows.slice(0, query.limit)
      return { items: shown.map((row) => lineOf(row, names)), next: nextKey(rows, query.limit) }
    }),

    route(listFunds, async ({ tx }) => ({
      funds: [...(await fundNames(tx))].map(([code, name]) => ({ code, name })),
    })),

    route(getBudgetLine, async ({ tx, params }) => shownLine(tx, params.lineId)),

    route(createBudgetLine, async ({ tx, actor, body, now, newId }) => {
      if (!(await fundNames(tx)).has(body.fund)) throw new Problem('not-acceptable', words.unknownFund(body.fund))

      const id = newId()
      await insertLine(tx, { id, ...body })
      await recordAct(tx, {
        id: newId(),
        act: 'budget.line-opened',
        subjectKind: 'budget-line',
        subjectId: id,
        actor,
        at: now,
        detail: body,
      })
      await tellClaims(tx, newId(), id, body.fund)
      return shownLine(tx, id)
    }),

    route(appropriate, (ask) => moneyIn(ask, 'appropriated')),
    route(withdraw, (ask) => moneyIn(ask, 'withdrawn')),

    route(listTransfers, async ({ tx, params, query }) => {
      if (!(await findLine(tx, params.lineId))) throw new Problem('not-found', words.lineMissing)
      const during = query.month === undefined ? {} : spanOf(query.month)
      const rows = await listTransfersOf(
        tx,
        params.lineId,
        { account: query.account, ...during },
        { after: query.after, limit: query.limit + 1 },
      )
      const shown = rows.slice(0, query.limit)
      const voucherOf = await vouchersOf(tx, shown)
      const items = shown.map(({ amountFen, businessAt, ...row }) => ({
        ...row,
        voucher: voucherOf(row),
        amountFen: fenToText(amountFen),
        businessAt: businessAt.toISOString(),
      }))
      return { items, next: nextKey(rows, query.limit) }
    }),
  ]
}

/** Vouchers of what banks paid and gave back, and of what came back from payees. */
async function vouchersOf(
  tx: Tx,
  rows: readonly TransferRow[],
): Promise<(row: { subjectId: string }) => string | null> {
  const of = (kind: string) => rows.flatMap((row) => (row.subjectKind === kind ? [row.subjectId] : []))
  const answered = await listVouchers(tx, of('return-file'))
  const received = new Map((await listReceipts(tx, { ids: of('recovery-receipt') })).map((each) => [each.id, each]))
  return ({ subjectId }) => answered.get(subjectId)?.number ?? received.get(subjectId)?.voucher ?? null
}

type MoneyAsk = Parameters<Parameters<typeof route<typeof appropriate>>[1]>[0]

/** An appropriation, or its reversal: each is a transfer of its own, by its document. */
async function moneyIn(
  { tx, actor, params, body, now, newId }: MoneyAsk,
  reason: 'appropriated' | 'withdrawn',
): Promise<BudgetLine> {
  const line = await findLine(tx, params.lineId)
  if (!line) throw new Problem('not-found', words.lineMissing)

  const [from, to] =
    reason === 'appropriated' ? (['treasury', 'available'] as const) : (['available', 'treasury'] as const)
  await moveMoney(tx, {
    lineId: line.id,
    from,
    to,
    amountFen: fenFromText(body.amountFen),
    reason,
    subject: { kind: 'appropriation', id: newId() },
    actor,
    at: now,
    note: body.document,
  })
  await recordAct(tx, {
    id: newId(),
    act: `budget.${reason}`,
    subjectKind: 'budget-line',
    subjectId: line.id,
    actor,
    at: now,
    detail: body,
  })
  if (reason === 'appropriated') await tellClaims(tx, newId(), line.id, line.fund)
  return shownLine(tx, line.id)
}

async function tellClaims(tx: Tx, id: string, lineId: string, fund: string): Promise<void> {
  await announce(tx, { id, kind: BUDGET_ARRIVED, subjectId: lineId, body: { fund } satisfies BudgetArrived })
}

async function shownLine(tx: Tx, id: string): Promise<BudgetLine> {
  const row = await findLine(tx, id)
  if (!row) throw new Problem('not-found', words.lineMissing)
  return lineOf(row, await fundNames(tx))
}

type FundNames = ReadonlyMap<string, { zh: string; en: string }>

/** The funds of the code list, by code. */
export async function fundNames(tx: Tx): Promise<FundNames> {
  const codes: readonly Code[] = await listCodes(tx, 'funds')
  return new Map(codes.map(({ code, nameZh, nameEn }) => [code, { zh: nameZh, en: nameEn }]))
}

function lineOf(row: BudgetLineRow, names: FundNames): BudgetLine {
  return {
    id: row.id,
    fund: row.fund,
    fundName: names.get(row.fund) ?? { zh: row.fund, en: row.fund },
    name: row.name,
    year: row.year,
    document: row.document,
    appropriatedFen: fenToText(row.appropriatedFen),
    availableFen: fenToText(row.availableFen),
    reservedFen: fenToText(row.reservedFen),
    committedFen: fenToText(row.committedFen),
    paidFen: fenToText(row.paidFen),
    returnedFen: fenToText(row.returnedFen),
    recoveredFen: fenToText(row.recoveredFen),
  }
}

/** The key of the next page: the last id shown, when one more row was found than shown. */
function nextKey(rows: readonly { id: string }[], limit: number): string | null {
  return rows.length > limit ? (rows[limit - 1]?.id ?? null) : null
}
