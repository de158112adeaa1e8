import { encode } from 'iconv-lite'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Refusal } from '../../../platform/contract/public.ts'
import { writeTable } from '../../../platform/office/public.ts'
import { recomputeBalances } from '../budget/ledger.ts'
import { findLine } from '../budget/store.ts'
import { findClaim } from '../claims/store.ts'
import { listStatusEvents } from '../status/store.ts'
import { givenBudgetLine, testVault } from '../testing.ts'
import { applyReturnFile, type Batch, getBatch, listPayments } from './contract.ts'
import { listReturnFiles } from './file-store.ts'
import { openPayments } from './payment-store.ts'
import { batchTrails } from './trails.ts'
import {
  bankAnswer,
  type BatchDesks,
  countsOf,
  givenBatchDesks,
  givenExportedBatch,
  refusalOf,
  tablesShowing,
} from './testing.ts'

let at: BatchDesks
let lineId: string
beforeAll(async () => {
  at = await givenBatchDesks()
  lineId = await at.funds.within((tx) => givenBudgetLine(tx))
})
afterAll(() => at.close())

const upload = (batch: Batch, bytes: Uint8Array | string, fileName = '回盘.csv') =>
  at.finance.call(applyReturnFile, {
    params: { batchId: batch.id },
    query: { fileName },
    file: new Blob([Buffer.from(bytes as string)]),
  })
const balance = async () => (await at.funds.within((tx) => findLine(tx, lineId)))!

/** A return file as a bank writes it, one line of texts per payment. */
const HEADER = ['业务编号', '账号', '金额', '处理结果', '失败原因']
async function answerLines(batch: Batch): Promise<string[][]> {
  const payments = await at.funds.within((tx) => openPayments(tx, testVault, batch.id))
  return payments.map(({ reference, accountNumber }) => [reference, accountNumber, '1,000.00', '成功', ''])
}
const csv = (lines: readonly (readonly string[])[]) =>
  [HEADER, ...lines].map((line) => `${line.map((cell) => `"${cell}"`).join(',')}\r\n`).join('')

describe('a return file', () => {
  it('is applied once: again it says when, whoever sends it, under whatever name, to whatever batch', async () => {
    const [batch, other] = [
      await givenExportedBatch(at, [await at.givenPayableClaim()]),
      await givenExportedBatch(at, [await at.givenPayableClaim()]),
    ]
    const bytes = await bankAnswer(at, batch.id)
    await upload(batch, bytes)
    const before = await countsOf(at)
    for (const [to, name] of [
      [batch, '回盘.csv'],
      [batch, '另一个名字.csv'],
      [other, '回盘.csv'],
    ] as const) {
      const problem = await refusalOf(upload(to, bytes, name))
      expect(problem).toMatchObject({ status: 409, code: 'a_return_file_is_applied_once' })
      expect(problem.detail).toMatch(
        new RegExp(`^这份回盘文件已于 \\d{4}-\\d{2}-\\d{2} \\d{2}:\\d{2} 处理过\\(批次 ${batch.number}\\)`),
      )
    }
    expect(await countsOf(at)).toEqual(before)
  })

  it('is applied once when two people send it at the same moment', async () => {
    const batch = await givenExportedBatch(at, [await at.givenPayableClaim()])
    const bytes = await bankAnswer(at, batch.id)
    const { paidFen } = await balance()
    const outcomes = await Promise.allSettled(Array.from({ length: 4 }, () => upload(batch, bytes)))
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const codes = outcomes.flatMap((each) => (each.status === 'rejected' ? (each.reason as Refusal).problem.code : []))
    expect(codes).toEqual(Array(3).fill('a_return_file_is_applied_once'))
    expect((await balance()).paidFen).toBe(paidFen + 200_000n)
  })

  it('moves what was paid in one transfer and what comes back in another, with the bank’s reason', async () => {
    const [whole, part] = [await at.givenPayableClaim({ people: 3 }), await at.givenPayableClaim({ people: 2 })]
    const batch = await givenExportedBatch(at, [whole, part])
    const before = await balance()
    const returned = `${batch.number}-0005`
    const settled = await upload(batch, await bankAnswer(at, batch.id, new Map([[returned, '账号户名不符']])))
    expect(settled).toMatchObject({ paidCount: 4, paidFen: '400000', returnedCount: 1, returnedFen: '100000' })
    const after = await balance()
    expect(after.paidFen - before.paidFen).toBe(400_000n)
    expect(before.committedFen - after.committedFen).toBe(500_000n)
    expect(after.returnedFen - before.returnedFen).toBe(100_000n)
    expect(await at.funds.within(recomputeBalances)).toEqual([])

    const { items } = await at.finance.call(listPayments, {
      params: { batchId: batch.id },
      query: { status: 'returned' },
    })
    expect(items).toMatchObject([{ reference: returned, reason: '账号户名不符', status: 'returned' }])
    expect((await at.funds.within((tx) => findClaim(tx, whole.id)))?.status).toBe('paid')
    expect((await at.funds.within((tx) => findClaim(tx, part.id)))?.status).toBe('batched')
    const told = (await at.funds.within((tx) => listStatusEvents(tx, part.id))).at(-1)
    expect(told).toMatchObject({ from: 'batched', to: 'batched', note: `批次 ${batch.number}:银行退回 1 笔` })
    const { claims } = await at.finance.call(getBatch, { params: { batchId: batch.id } })
    expect(claims.map(({ returnedCount }) => returnedCount).sort((a, b) => a - b)).toEqual([0, 1])
  })

  it('leaves no number that the bank put into a reason or a name anywhere, stored or shown', async () => {
    const batch = await givenExportedBatch(at, [await at.givenPayableClaim()])
    const lines = await answerLines(batch)
    const account = lines[0]![1]!
    const identity = '339901197706180675'
    const reason = `户名不符:${identity},账号${account.replace(/(\d{4})(?=\d)/g, '$1.')}`
    const answer = csv([lines[0]!.with(3, '失败').with(4, reason), lines[1]!])
    await upload(batch, answer, `回盘-${account}-3399 0119 7706 1806 75.csv`)

    const { items } = await at.finance.call(listPayments, { params: { batchId: batch.id } })
    expect(items[0]).toMatchObject({ status: 'returned', reason: '户名不符:***,账号***' })
    const shown = JSON.stringify([items, await at.finance.call(getBatch, { params: { batchId: batch.id } })])
    expect(shown).toContain('回盘-***.csv')
    const steps = await at.funds.within(async (tx) => {
      const [file] = await listReturnFiles(tx, [batch.id])
      const [payment, , returned] = batchTrails({ checks: [] })
      return [await payment!.describe(tx, items[0]!.id), await returned!.describe(tx, file!.id)]
    })
    for (const clear of [
      identity,
      account,
      '3399 0119',
      account.slice(0, 8),
      account.replace(/(\d{4})(?=\d)/g, '$1.'),
    ]) {
      expect(shown + JSON.stringify(steps)).not.toContain(clear)
    }
    for (const clear of [identity, account, '3399 0119', account.replace(/(\d{4})(?=\d)/g, '$1.')])
      expect(await tablesShowing(at, clear)).toEqual([])
    // The same search finds what is there to be found.
    expect(await tablesShowing(at, '户名不符:***')).toContain('funds.status_events')
    expect((await tablesShowing(at, '回盘-***.csv')).sort()).toEqual(
      expect.arrayContaining(['files.files', 'funds.return_files', 'funds.transfers', 'record.acts']),
    )
  })

  it('pays nothing when the bank gives everything back', async () => {
    const batch = await givenExportedBatch(at, [await at.givenPayableClaim()])
    const before = await balance()
    const all = new Map([1, 2].map((position) => [`${batch.number}-000${position}`, '账户已销户']))
    await upload(batch, await bankAnswer(at, batch.id, all))
    const after = await balance()
    expect(after.paidFen).toBe(before.paidFen)
    expect(after.returnedFen - before.returnedFen).toBe(before.committedFen - after.committedFen)
  })

  it('is read from a workbook and in GBK alike, with titles above and a total below', async () => {
    const [one, two] = [
      await givenExportedBatch(at, [await at.givenPayableClaim()]),
      await givenExportedBatch(at, [await at.givenPayableClaim()]),
    ]
    const book = await writeTable({
      title: '代发结果明细表',
      columns: HEADER,
      rows: [...(await answerLines(one)), ['合计', '', '2,000.00', '', '']],
    })
    expect(await upload(one, book, '回盘.xlsx')).toMatchObject({ paidCount: 2 })
    const gbk = encode(`代发结果,,,,\r\n总笔数:2笔    总金额:2000.00元,,,,\r\n${csv(await answerLines(two))}`, 'gbk')
    expect(await upload(two, gbk)).toMatchObject({ paidCount: 2 })
  })
})

describe('a return file that differs from its batch', () => {
  let batch: Batch
  let lines: string[][]
  let foreign: string
  beforeAll(async () => {
    batch = await givenExportedBatch(at, [await at.givenPayableClaim({ people: 3 })])
    lines = await answerLines(batch)
    foreign = (await answerLines(await givenExportedBatch(at, [await at.givenPayableClaim()])))[0]![0]!
  })
  let before: Record<string, number>
  beforeEach(async () => {
    before = await countsOf(at)
  })

  const changed = (line: number, column: number, to: string) =>
    lines.map((each, index) => (index === line ? each.with(column, to) : each))

  it.each<[string, () => string, string[]]>([
    [
      'names another batch’s line',
      () => csv(changed(0, 0, foreign)),
      ['第 2 行:业务编号 P-.* 是批次 P-', '缺少 .*-0001'],
    ],
    ['names a line nobody knows', () => csv(changed(1, 0, 'X-1')), ['第 3 行:业务编号“X-1”不是本批次', '缺少 .*-0002']],
    ['lacks a line', () => csv(lines.slice(0, 2)), ['缺少 .*-0003 这一笔']],
    ['has a line twice', () => csv([...lines, lines[0]!]), ['第 5 行:业务编号 .*-0001 重复,第 2 行已有']],
    [
      'changes an amount',
      () => csv(changed(2, 2, '1000.01')),
      ['第 4 行:.*-0003 的金额是 1,000.01 元,发放清单上是 1,000.00 元'],
    ],
    ['has an amount that is none', () => csv(changed(2, 2, '一千')), ['第 4 行:.*-0003 的金额是 一千 元']],
    [
      'changes the end of an account',
      () => csv(changed(0, 1, '6217****0000')),
      ['第 2 行:.*-0001 的账号尾号是 0000,发放清单上是 \\d{4}'],
    ],
    ['has no account', () => csv(changed(0, 1, '')), ['第 2 行:.*-0001 没有账号']],
    ['knows a result we do not', () => csv(changed(0, 3, '处理中')), ['第 2 行:.*-0001 的处理结果“处理中”不认得']],
    [
      'adds up to another sum',
      () => `${csv(lines)}合计,,"3,000.01",,\r\n`,
      ['合计金额写的是 3,000.01 元,明细相加是 3,000.00 元'],
    ],
    [
      'counts other lines than it has',
      () => `${csv(lines)}合计:4笔 3000.00元,,,,\r\n`,
      ['合计笔数写的是 4,明细有 3 笔'],
    ],
  ])('that %s is refused as a whole', async (_, file, expected) => {
    const problem = await refusalOf(upload(batch, file()))
    expect(problem).toMatchObject({ status: 409, code: 'return-file-differs' })
    const said = problem.items.map(({ detail }) => detail)
    expect(said).toHaveLength(expected.length)
    for (const [index, pattern] of expected.entries()) expect(said[index]).toMatch(new RegExp(`^${pattern}`))
    expect(await countsOf(at)).toEqual(before)
  })

  it('repeats no number that stands in the wrong column', async () => {
    const [identity, account] = ['3399.0119.7706.1806.75', '6217 0075 0798 3498 642']
    const bad = [lines[0]!.with(0, identity), lines[1]!.with(2, account), lines[2]!.with(3, identity)]
    const problem = await refusalOf(upload(batch, csv(bad), `${account}.csv`))
    expect(problem.items.map(({ detail }) => detail).join()).toMatch(/“\*\*\*”.*是 \*\*\* 元.*“\*\*\*”不认得/)
    expect(JSON.stringify(problem)).not.toMatch(/3399|6217|0119|0075/)
    const near = `${batch.number}-0099`
    expect((await refusalOf(upload(batch, csv(changed(0, 0, near))))).items[0]?.detail).toContain(near)
  })

  it('says all of it at once', async () => {
    const bad = [lines[0]!.with(2, '1'), lines[0]!, ['', '', '1000', '成功', '']]
    const problem = await refusalOf(upload(batch, csv(bad)))
    expect(problem.items).toHaveLength(5)
    expect(problem.detail).toContain('有 5 处')
    expect(await countsOf(at)).toEqual(before)
  })

  it('tells a changed account apart though its end is the same', async () => {
    const account = lines[0]![1]!
    const problem = await refusalOf(upload(batch, csv(changed(0, 1, `9${account.slice(1)}`))))
    expect(problem.items[0]?.detail).toContain('尾号相同,前面的数字不同')
    expect(problem.items[0]?.detail).not.toContain(account)
  })

  it.each<[string, string, string]>([
    ['no header', 'a,b\r\n1,2\r\n', '找不到回盘表头'],
    ['nothing in it', '', '空的'],
    ['a web page', '<html><table></table></html>', '网页'],
  ])('that has %s is told apart from one that differs', async (_, file, sentence) => {
    const problem = await refusalOf(upload(batch, file))
    expect(problem.status).toBe(422)
    expect(problem.detail).toContain(sentence)
  })

  it('is still waited for afterwards', async () => {
    expect(await upload(batch, csv(lines))).toMatchObject({ paidCount: 3 })
    const late = await refusalOf(upload(batch, `${csv(lines)}\r\n`))
    expect(late).toMatchObject({ status: 409, code: 'batch-status' })
  })
})
