import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readGrid } from '../../../platform/office/public.ts'
import { newId } from '../../values/public.ts'
import { moveMoney, recomputeBalances } from '../budget/ledger.ts'
import { monthAfter, monthBefore, monthOf, spanOf } from '../budget/months/rules.ts'
import { listTransfers } from '../budget/contract.ts'
import { budgetConstraintWords, budgetRoutes } from '../budget/routes.ts'
import type { Account } from '../budget/rules.ts'
import {
  type Desks,
  type FundsDatabase,
  givenBudgetLine,
  givenDesks,
  givenFundsDatabase,
  LIANDU,
  type Someone,
} from '../testing.ts'
import { getStatement, statementCsv, statementWorkbook } from './contract.ts'
import { statementRoutes } from './routes.ts'

let funds: FundsDatabase
let desks: Desks
let finance: Someone
beforeAll(async () => {
  funds = await givenFundsDatabase()
  desks = await givenDesks(funds, [...budgetRoutes(), ...statementRoutes()], budgetConstraintWords)
  finance = await desks.someone(['finance'])
})
afterAll(async () => {
  await desks.app.close()
  await funds.close()
})

const move = (lineId: string, from: Account, to: Account, amountFen: bigint, at: string) =>
  funds.within((tx) =>
    moveMoney(tx, {
      lineId,
      from,
      to,
      amountFen,
      reason: `${from}-${to}`,
      subject: { kind: 'claim', id: newId() },
      actor: null,
      at: new Date(at),
    }),
  )

describe('a month of business time', () => {
  it('begins at midnight of the programme’s zone', () => {
    expect(monthOf(new Date('2022-03-31T15:59:59Z'))).toBe('2022-03-01')
    expect(monthOf(new Date('2022-03-31T16:00:00Z'))).toBe('2022-04-01')
    expect(spanOf('2022-12')).toEqual({
      from: new Date('2022-11-30T16:00:00Z'),
      before: new Date('2022-12-31T16:00:00Z'),
    })
    expect([monthAfter('2022-12'), monthBefore('2022-01')]).toEqual(['2023-01', '2021-12'])
  })
})

describe('the monthly statement', () => {
  let lineId: string
  const of = async (month: string) => {
    const { lines } = await finance.call(getStatement, { query: { month } })
    const line = lines.find((each) => each.lineId === lineId)
    return new Map(
      line?.accounts.map(({ account, inFen, outFen, standingFen }) => [account, [inFen, outFen, standingFen]]),
    )
  }
  beforeAll(async () => {
    lineId = await funds.within((tx) =>
      givenBudgetLine(tx, { name: '=SUM(A1)', appropriatedFen: 1_000_000n, now: new Date('2022-02-10T02:00:00Z') }),
    )
    await move(lineId, 'available', 'reserved', 300_000n, '2022-03-31T15:59:59Z')
    await move(lineId, 'reserved', 'committed', 300_000n, '2022-03-31T16:00:00Z')
    await move(lineId, 'committed', 'paid', 200_000n, '2022-04-08T02:00:00Z')
    await move(lineId, 'committed', 'returned', 100_000n, '2022-04-08T02:00:00Z')
    await move(lineId, 'paid', 'recovered', 50_000n, '2022-05-01T02:00:00Z')
  })

  it('says what moved in the month and what stands at its end, later months not counted', async () => {
    const march = await of('2022-03')
    expect(march.get('treasury')).toEqual(['0', '0', '1000000'])
    expect(march.get('reserved')).toEqual(['300000', '0', '300000'])
    expect(march.get('committed')).toEqual(['0', '0', '0'])
    const april = await of('2022-04')
    expect(april.get('reserved')).toEqual(['0', '300000', '0'])
    expect(april.get('committed')).toEqual(['300000', '300000', '0'])
    expect(april.get('paid')).toEqual(['200000', '0', '200000'])
    expect(april.get('returned')).toEqual(['100000', '0', '100000'])
    const may = await of('2022-05')
    expect(may.get('paid')).toEqual(['0', '50000', '150000'])
    expect(may.get('recovered')).toEqual(['50000', '0', '50000'])
    expect(await of('2021-12')).toEqual(new Map())
    expect(await funds.within(recomputeBalances)).toEqual([])
  })

  it('opens into the transfers of the month and the account', async () => {
    const { items } = await finance.call(listTransfers, {
      params: { lineId },
      query: { month: '2022-04', account: 'committed' },
    })
    expect(items.map(({ from, to }) => `${from} ${to}`)).toEqual([
      'committed returned',
      'committed paid',
      'reserved committed',
    ])
  })

  it('keeps a line of an earlier year while it moves', async () => {
    await move(lineId, 'returned', 'committed', 1n, '2023-01-05T02:00:00Z')
    expect((await of('2023-01')).get('committed')).toEqual(['1', '0', '1'])
    expect(await of('2023-02')).toEqual(new Map())
  })

  it('is handed out as a workbook and as CSV, with nothing that a spreadsheet would run', async () => {
    const query = { month: '2022-04' }
    const csv = await ((await finance.call(statementCsv, { query })) as Blob).text()
    expect(csv).toContain("'=SUM(A1)")
    const book = await ((await finance.call(statementWorkbook, { query })) as Blob).arrayBuffer()
    const grid = await readGrid(new Uint8Array(book), { fileName: '月报.xlsx', maxRows: 100 })
    expect(JSON.stringify(grid)).toContain('2022-04 资金台账月报')
    expect(JSON.stringify(grid)).toContain('合计')
  })

  it('refuses a month that is none', async () => {
    for (const month of ['2022-13', '2022', 'x'])
      await expect(finance.call(getStatement, { query: { month } })).rejects.toMatchObject({ problem: { status: 400 } })
  })

  it('is told when a month is not what its transfers come to', async () => {
    await funds
      .within(async (tx) => {
        await sql`update funds.line_months set in_fen = in_fen + 7 where district = ${LIANDU} and line_id = ${lineId} and month = '2022-04-01' and account = 'paid'`.execute(
          tx.db,
        )
        const [difference] = await recomputeBalances(tx)
        expect(difference?.sentence.zh).toContain('2022-04 的已支付:月度汇总为 2,000.07 元,按流水重算为 2,000.00 元')
        throw new Error('undo')
      })
      .catch((error: Error) => expect(error.message).toBe('undo'))
  })

  it('reads no transfer', async () => {
    const plan = await funds.within((tx) =>
      sql<{ 'QUERY PLAN': string }>`explain select sum(in_fen - out_fen) from funds.line_months
        where district = ${LIANDU} and line_id = ${lineId} and month <= '2022-04-01' group by account`.execute(tx.db),
    )
    expect(plan.rows.map((row) => row['QUERY PLAN']).join('\n')).not.toContain('transfers')
  })
})
