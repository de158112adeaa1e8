import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { planSampleClass, sampleFile, teachSampleClass } from '../demo/sample-class.ts'
import { listProvinceLists } from '../src/kernel/funds/province/contract.ts'
import { approveClass, submitClass } from '../src/mechanisms/training/filing/contract.ts'
import { csvOf, readGrid, writePlainWorkbook } from '../src/platform/office/public.ts'
import { seriousFindings } from './audit.ts'
import { DISTRICT, setStage, type Stage } from './stage.ts'

let stage: Stage
let clerk: Page
let reviewer: Page
let listId = ''
let due: { ours: string; name: string; identity: string; amount: string }[] = []

/** The roster of sample 01, as if all of them were registered as unemployed: whom the fund of the class may pay for. */
async function rosterOfTheUnemployed(): Promise<Blob> {
  const bytes = new Uint8Array(await sampleFile('01-花名册-规范.xlsx').arrayBuffer())
  const { rows } = await readGrid(bytes, { fileName: '01.xlsx', maxRows: 100 })
  const width = Math.max(...rows.flatMap((row) => row.cells.map((cell) => cell.column))) + 1
  const lines = rows.map((row) => {
    const line: string[] = Array.from({ length: width }, () => '')
    for (const { column, text } of row.cells)
      line[column] = /^(农村转移就业劳动者|就业困难人员)$/.test(text) ? '城镇登记失业人员' : text
    return line
  })
  return new Blob([Buffer.from(writePlainWorkbook({ name: '花名册', rows: lines }))])
}

beforeAll(async () => {
  stage = await setStage()
  const [school, desk] = [await stage.play('school'), await stage.play('clerk')]
  const { classId } = await planSampleClass(school, { fund: 'UI_FUND', roster: await rosterOfTheUnemployed() })
  await school(submitClass, { params: { classId } })
  await desk(approveClass, { params: { classId } })
  await teachSampleClass(school, classId)
  for (let tries = 0; listId === '' && tries < 100; tries += 1) {
    listId = (await desk(listProvinceLists)).items[0]?.id ?? ''
    if (listId === '') await new Promise((resolve) => setTimeout(resolve, 200))
  }
  clerk = await stage.enter('clerk', '/province/lists')
  reviewer = await stage.enter('reviewer', `/province/lists/${listId}`)
})
afterAll(() => stage?.close())

const sees = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor()
const go = (page: Page, path: string) => page.goto(`${stage.address}/${DISTRICT}/console${path}`)

async function pass(page: Page, title: string) {
  await page
    .getByRole('button', { name: new RegExp(`^${title}`) })
    .first()
    .waitFor()
  await page.keyboard.press('a')
  await page.getByRole('dialog').getByRole('button', { name: title }).click()
  await sees(page, '已通过')
}

const choose = async (page: Page, label: string, option: string) => {
  await page.getByRole('combobox', { name: label }).click()
  await page.locator('.ant-select-dropdown:visible .ant-select-item-option').filter({ hasText: option }).first().click()
}

/** The province's export, in its shape and with a column name that nobody has seen. */
function provinceFile(lines: readonly (readonly string[])[]) {
  const head = ['业务编号', '县级流水号', '姓名', '身份证号', '补贴金额(元)', '走到哪一步', '退回原因', '支付日期']
  return {
    name: '省平台导出.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(csvOf([head, ...lines.map((line) => [...line])])),
  }
}

describe('a scheme whose record the province holds, in a browser', () => {
  it('stops at a pre-checked list that two people pass, and no money moves', async () => {
    await clerk
      .getByRole('link', { name: /2022年第3期/ })
      .first()
      .click()
    await sees(clerk, '这份名单由省平台支付')
    await pass(clerk, '初审通过')
    await reviewer.reload()
    await sees(reviewer, '这份名单由省平台支付')
    // The one page of the console that the walk of e2e/everyone-can-read-it has no record for.
    expect(await seriousFindings(reviewer)).toEqual([])
    await pass(reviewer, '复核通过')
    const { items } = await (await stage.play('clerk'))(listProvinceLists)
    expect(items[0]?.status).toBe('second-passed')
  })

  it('goes out in the province’s template, with a purpose', async () => {
    await clerk.reload()
    await clerk.getByRole('button', { name: '下载报送文件' }).click()
    const dialog = clerk.getByRole('dialog')
    await dialog.getByText(/每次下载都记录下载人和用途/).waitFor()
    const [download] = await Promise.all([
      clerk.waitForEvent('download'),
      dialog.getByRole('button', { name: '下载报送文件' }).click(),
    ])
    const grid = await readGrid(readFileSync(await download.path()), { fileName: 'list.xlsx', maxRows: 100 })
    due = grid.rows.slice(1).map(({ cells }) => {
      const at = (column: number) => cells.find((cell) => cell.column === column)?.text ?? ''
      return { ours: at(1), name: at(2), identity: at(3), amount: at(7) }
    })
    expect(due.length).toBeGreaterThanOrEqual(6)
    await sees(clerk, '已报送省平台')
  })

  it('takes the province’s states, and asks once about a column it has not seen', async () => {
    const [paid, less, back, , ...rest] = due
    const line = (
      of: (typeof due)[number],
      nth: number,
      over: { amount?: string; state?: string; reason?: string; on?: string } = {},
    ) => [
      `ZJ-${nth}`,
      of.ours,
      of.name,
      of.identity,
      over.amount ?? of.amount,
      over.state ?? '审核通过',
      over.reason ?? '',
      over.on ?? '',
    ]
    const lines = [
      line(paid!, 1, { state: '已支付', on: '2022-03-27' }),
      line(less!, 2, { amount: '800.00' }),
      line(back!, 3, { state: '退回', reason: '证书照片不清' }),
      ...rest.map((each, nth) => line(each, 10 + nth)),
      ['ZJ-900', '', '余刚涛', '339901197703152214', '1000', '审核通过', '', ''],
    ]
    await go(clerk, '/province/import')
    await choose(clerk, '政策', '莲都区失业保险基金职业培训补贴')
    await clerk.getByRole('textbox', { name: '数据截至日' }).fill('2022-03-28')
    await clerk.getByRole('textbox', { name: '数据截至日' }).press('Tab')
    await clerk.locator('input[type=file]').setInputFiles(provinceFile(lines))
    await choose(clerk, '含义: 走到哪一步', '办理状态')
    await clerk.getByRole('button', { name: '记住并导入' }).click()
    await sees(clerk, new RegExp(`已导入 ${lines.length} 条,其中已支付 1 条`))
  })

  it('says in one sentence what differs, and every line is settled with a reason', async () => {
    await clerk.getByRole('link', { name: '看对账结果' }).click()
    await sees(
      clerk,
      '还有差异待处理:本地已报、省平台没有的 1 人,省平台有、本地没有的 1 人,金额不一致 1 笔,状态不一致 1 笔',
    )
    const settle = async (kind: string, outcome: string, reason: string) => {
      await clerk.getByRole('row').filter({ hasText: kind }).first().click()
      const drawer = clerk.getByRole('dialog')
      await drawer.getByRole('radio', { name: outcome }).check()
      await drawer.getByLabel('理由').fill(reason)
      await drawer
        .getByRole('button', { name: '处 理' })
        .or(drawer.getByRole('button', { name: '处理' }))
        .first()
        .click()
      await drawer.getByText(reason).first().waitFor()
      await clerk.keyboard.press('Escape')
      await drawer.waitFor({ state: 'detached' })
    }
    await settle('金额不一致', '以省平台为准', '省平台按八折核定')
    await settle('状态不一致', '本地更正', '重新拍照后再报')
    await settle('省平台有、本地没有', '以本地为准', '此人不在我区,请省平台转出')
    await sees(clerk, '还有差异待处理:本地已报、省平台没有的 1 人')
    expect(await clerk.getByText('已处理').count()).toBeGreaterThanOrEqual(3)
    // Nobody's number is on the page in clear.
    for (const { identity } of due) expect(await clerk.content()).not.toContain(identity)
  })

  it('shows exactly what is filtered, by an address that can be passed on', async () => {
    await clerk.getByRole('button', { name: /本地已报、省平台没有/ }).click()
    await clerk.waitForURL(/kind=here-not-there/)
    await clerk.reload()
    await sees(clerk, due[3]!.ours)
    expect(await clerk.getByRole('row').filter({ hasText: 'ZJ-' }).count()).toBe(0)
  })
})
