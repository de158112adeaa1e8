import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Refusal } from '../../../platform/contract/public.ts'
import { listActs } from '../../record/public.ts'
import {
  type Desks,
  FUND,
  type FundsDatabase,
  givenDesks,
  givenFundsDatabase,
  QINGTIAN,
  type Someone,
} from '../testing.ts'
import {
  appropriate,
  createBudgetLine,
  getBudgetLine,
  listBudgetLines,
  listFunds,
  listTransfers,
  withdraw,
} from './contract.ts'
import { budgetConstraintWords, budgetRoutes } from './routes.ts'

let funds: FundsDatabase
let desks: Desks
let finance: Someone
beforeAll(async () => {
  funds = await givenFundsDatabase()
  desks = await givenDesks(funds, budgetRoutes(), budgetConstraintWords)
  finance = await desks.someone(['finance'])
})
afterAll(async () => {
  await desks.app.close()
  await funds.close()
})

const line = (name: string) => ({ body: { fund: FUND, name, year: 2022, document: '丽财社〔2022〕1号(示例)' } })
const refusalOf = (asked: Promise<unknown>) =>
  asked.then(
    () => expect.fail('not refused'),
    (error: unknown) => (error as Refusal).problem,
  )

it('opens a line with nothing in it, and says the name of its fund', async () => {
  const opened = await finance.call(createBudgetLine, line('职业培训补贴'))
  expect(opened).toMatchObject({
    fundName: { zh: '就业补助资金' },
    appropriatedFen: '0',
    availableFen: '0',
    paidFen: '0',
  })
})

it('keeps one line a fund, purpose and year', async () => {
  await finance.call(createBudgetLine, line('只一行'))
  expect(await refusalOf(finance.call(createBudgetLine, line('只一行')))).toMatchObject({
    status: 409,
    detail: '这项资金本年度已有同名的预算项目,请在已有项目上下达,或换一个名称。',
  })
})

it('refuses a fund that is not on the list, by name', async () => {
  const given = { body: { ...line('x').body, fund: 'POCKET' } }
  expect((await refusalOf(finance.call(createBudgetLine, given))).detail).toContain('没有“POCKET”这个资金来源')
  const { funds: listed } = await finance.call(listFunds)
  expect(listed.map((fund) => fund.code)).toContain(FUND)
})

it('enters an appropriation and takes one back by its document, each a transfer of its own', async () => {
  const { id } = await finance.call(createBudgetLine, line('下达与收回'))
  const params = { lineId: id }
  await finance.call(appropriate, { params, body: { amountFen: '50000000', document: '丽财社〔2022〕3号' } })
  const after = await finance.call(withdraw, { params, body: { amountFen: '10000000', document: '丽财社〔2022〕9号' } })
  expect(after).toMatchObject({ appropriatedFen: '40000000', availableFen: '40000000' })
  const { items } = await finance.call(listTransfers, { params })
  expect(items.map(({ from, to, amountFen, note }) => [from, to, amountFen, note])).toEqual([
    ['available', 'treasury', '10000000', '丽财社〔2022〕9号'],
    ['treasury', 'available', '50000000', '丽财社〔2022〕3号'],
  ])
  const acts = await funds.within((tx) => listActs(tx, 'budget-line', id))
  expect(acts.map((each) => each.act)).toEqual(['budget.line-opened', 'budget.appropriated', 'budget.withdrawn'])
})

it('does not give back more than is available', async () => {
  const { id } = await finance.call(createBudgetLine, line('收回过多'))
  const refused = await refusalOf(
    finance.call(withdraw, { params: { lineId: id }, body: { amountFen: '1', document: 'x' } }),
  )
  expect(refused).toMatchObject({ status: 409, code: 'the_budget_is_not_overspent' })
})

it('shows the transfers of one account, page by page', async () => {
  const { id } = await finance.call(createBudgetLine, line('流水'))
  const params = { lineId: id }
  for (const amountFen of ['1', '2', '3'])
    await finance.call(appropriate, { params, body: { amountFen, document: '批文' } })
  const first = await finance.call(listTransfers, { params, query: { limit: 2 } })
  expect(first.items.map((item) => item.amountFen)).toEqual(['3', '2'])
  const second = await finance.call(listTransfers, { params, query: { limit: 2, after: first.next ?? '' } })
  expect([second.items.map((item) => item.amountFen), second.next]).toEqual([['1'], null])
  const paid = await finance.call(listTransfers, { params, query: { account: 'paid' } })
  expect(paid.items).toEqual([])
})

it('lists lines by year, newest first, page by page', async () => {
  await finance.call(createBudgetLine, { body: { ...line('去年').body, year: 2021 } })
  const old = await finance.call(listBudgetLines, { query: { year: 2021 } })
  expect(old.items.map((item) => item.name)).toEqual(['去年'])
  const first = await finance.call(listBudgetLines, { query: { limit: 1 } })
  const second = await finance.call(listBudgetLines, { query: { limit: 1, after: first.next ?? '' } })
  expect(first.items[0]!.id > second.items[0]!.id).toBe(true)
})

it('is written by finance alone, and another district’s line is not there', async () => {
  const clerk = await desks.someone(['clerk'])
  expect(await refusalOf(clerk.call(createBudgetLine, line('经办')))).toMatchObject({ status: 403 })
  const { id } = await finance.call(createBudgetLine, line('本区'))
  const elsewhere = await desks.someone(['finance'], { district: QINGTIAN })
  const absent = await refusalOf(elsewhere.call(getBudgetLine, { params: { lineId: id } }))
  expect(absent).toMatchObject({ status: 404, detail: '没有这个预算项目。' })
})

describe('amounts', () => {
  const MOST = '999999999999999'

  it.each([
    '0',
    '-1',
    '1000000000000000',
    '9'.repeat(19),
    '9'.repeat(400),
    'NaN',
    'Infinity',
    '1e5',
    '1.5',
    '１００',
    ' 1',
    '',
    '0x10',
  ])('of “%s” fen are refused with a sentence, never a failure', async (amountFen) => {
    const { id } = await finance.call(createBudgetLine, line(`金额${amountFen.slice(0, 20)}`))
    for (const endpoint of [appropriate, withdraw]) {
      const refused = await refusalOf(
        finance.call(endpoint, { params: { lineId: id }, body: { amountFen, document: 'x' } }),
      )
      expect(refused).toMatchObject({ status: 400, items: [{ at: 'body.amountFen' }] })
      expect(refused.items[0]?.detail).toContain(
        '“金额”须大于 0,且小于系统能记的上限 10,000,000,000,000.00 元,请核对位数',
      )
    }
  })

  it('never add up to more than is kept, however often they are entered', async () => {
    const { id } = await finance.call(createBudgetLine, line('位数'))
    const params = { lineId: id }
    expect(await finance.call(appropriate, { params, body: { amountFen: MOST, document: '批文' } })).toMatchObject({
      appropriatedFen: MOST,
    })
    for (const amountFen of [MOST, '1']) {
      const refused = await refusalOf(finance.call(appropriate, { params, body: { amountFen, document: '批文' } }))
      expect(refused).toMatchObject({ status: 409, code: 'a_line_has_its_limit' })
      expect(refused.detail).toContain('“位数”已下达 9,999,999,999,999.99 元')
    }
    await finance.call(withdraw, { params, body: { amountFen: '1', document: '批文' } })
    expect(await finance.call(appropriate, { params, body: { amountFen: '1', document: '批文' } })).toMatchObject({
      appropriatedFen: MOST,
    })
  })
})
