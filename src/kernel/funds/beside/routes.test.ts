import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { csvOf, readGrid } from '../../../platform/office/public.ts'
import { openIdentityNumbers } from '../../people/public.ts'
import { listClaimPeople } from '../claims/people/store.ts'
import type { Claim } from '../claims/store.ts'
import { givenPayableClaim } from '../claims/testing.ts'
import { refusalOf, tablesShowing } from '../batches/testing.ts'
import {
  type Desks,
  type FundsDatabase,
  givenBudgetLine,
  givenDesks,
  givenFundsDatabase,
  type Someone,
  testVault,
} from '../testing.ts'
import { compareOldList, exportDifferences, rememberOldColumns, settleDifference } from './contract.ts'
import { besideRoutes } from './routes.ts'

const STRANGER = '339901198001010013'

let funds: FundsDatabase
let desks: Desks
let clerk: Someone
let claim: Claim
let numbers: string[]
beforeAll(async () => {
  funds = await givenFundsDatabase()
  desks = await givenDesks(funds, besideRoutes({ vault: testVault }), {})
  clerk = await desks.someone(['clerk'])
  await funds.within((tx) => givenBudgetLine(tx, { name: '职业培训补贴' }))
  claim = await funds.within((tx) => givenPayableClaim(tx, { people: 3 }))
  numbers = await funds.within(async (tx) => {
    const people = await listClaimPeople(tx, claim.id)
    const opened = await openIdentityNumbers(
      tx,
      testVault,
      people.map(({ personId }) => personId),
    )
    return people.map(({ personId }) => opened.get(personId)!)
  })
})
afterAll(async () => {
  await desks.app.close()
  await funds.close()
})

const query = { fileName: '旧台账.csv', from: '2022-01-01', to: '2022-12-31' }
const sheet = (rows: string[][], headings = ['发放情况', '姓名', '金额(元)', '身份证号']) =>
  new Blob([csvOf([['青田县培训补贴台账'], headings, ...rows, ['合计', '', '2500', '']])])
const compared = async (file: Blob) => {
  const answer = await clerk.call(compareOldList, { query, file })
  if (answer.outcome !== 'compared') throw new Error('the columns were asked about')
  return answer
}

describe('an old list that is uploaded', () => {
  /** One agrees, one has another amount, one is missing, and somebody stands there whom nobody here knows. */
  const old = () =>
    sheet([
      ['未发', '王静', '1000', numbers[0]!],
      ['未发', '王静', '1,500.00', numbers[1]!],
      ['已发', '张三', '1000', STRANGER],
    ])

  it('is compared with what stands here, its columns in whatever order, and every difference is listed', async () => {
    const answer = await compared(old())
    expect(answer).toMatchObject({ rows: 3, oldFen: '350000', due: 3, dueFen: '300000', agreeing: 1, openCount: 3 })
    expect(answer.differences.map(({ kind }) => kind).sort()).toEqual(['amount', 'only-here', 'only-old'])
    expect(JSON.stringify(answer)).not.toContain(STRANGER)
  })

  it('keeps the reason of a difference until a side says otherwise', async () => {
    const before = await compared(old())
    const { key, kind } = before.differences.find((each) => each.kind === 'amount')!
    await clerk.call(settleDifference, { body: { key, kind, reason: '旧表按四级算,证书是五级;以系统为准' } })
    const after = await compared(old())
    expect(after).toMatchObject({ openCount: 2, settledCount: 1 })
    expect(after.differences.find((each) => each.key === key)?.reason).toContain('以系统为准')
    const changed = await compared(
      sheet([
        ['未发', '王静', '1000', numbers[0]!],
        ['未发', '王静', '1600', numbers[1]!],
      ]),
    )
    expect(changed).toMatchObject({ openCount: 2, settledCount: 0 })
  })

  it('is exported with its differences, names and numbers masked', async () => {
    const file = await clerk.call(exportDifferences, { query, file: old() })
    const grid = await readGrid(new Uint8Array(await (file as Blob).arrayBuffer()), { fileName: 'a.xlsx', maxRows: 50 })
    const cells = grid.rows.flatMap((row) => row.cells.map((cell) => cell.text)).join('|')
    expect(cells).toContain('旧表有,系统没有')
    expect(cells).toContain(claim.number)
    for (const number of [...numbers, STRANGER]) expect(cells).not.toContain(number)
  })

  it('has columns explained once that nobody knows', async () => {
    const headings = ['县里怎么说', '谁', '多少钱', '证件']
    const rows = [['未发', '王静', '1000', numbers[0]!]]
    const asked = await clerk.call(compareOldList, { query, file: sheet(rows, headings) })
    if (asked.outcome !== 'columns') throw new Error('nothing was asked')
    expect(JSON.stringify(asked)).not.toContain(numbers[0])
    const meanings = ['state', 'name', 'amount', 'identityNumber'] as const
    const columns = asked.columns.map(({ heading, key }, at) => ({ heading, key, meaning: meanings[at]! }))
    const twice = columns.map((column) => ({ ...column, meaning: 'amount' as const }))
    expect((await refusalOf(clerk.call(rememberOldColumns, { body: { columns: twice } }))).status).toBe(422)
    await clerk.call(rememberOldColumns, { body: { columns } })
    expect(await compared(sheet(rows, headings))).toMatchObject({ rows: 1, agreeing: 1 })
  })

  it('is refused with every wrong row at once', async () => {
    const problem = await refusalOf(
      clerk.call(compareOldList, {
        query,
        file: sheet([
          ['未发', '王静', '一千', numbers[0]!],
          ['未发', '王静', '1000', '339901198001010019'],
        ]),
      }),
    )
    expect(problem.code).toBe('old-list-wrong')
    expect(problem.items).toHaveLength(2)
    expect(JSON.stringify(problem.items)).toMatch(/第 3 行.*第 4 行/s)
  })

  it('leaves nothing of itself behind', async () => {
    await compared(old())
    expect(await tablesShowing({ funds }, STRANGER)).toEqual([])
  })
})
