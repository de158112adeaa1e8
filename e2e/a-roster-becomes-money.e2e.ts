import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { waitForNotice } from '../demo/claim-way.ts'
import { listClaims } from '../src/kernel/funds/claims/contract.ts'
import { listNotices } from '../src/kernel/funds/public-notices/contract.ts'
import { addDays, civilDate } from '../src/kernel/values/public.ts'
import { findHeader, readGrid } from '../src/platform/office/public.ts'
import { setUpSecondFactor } from './second-factor.ts'
import { DISTRICT, setStage, type Stage } from './stage.ts'
import { slidIn } from './look/camera.ts'

const sample = (name: string) => fileURLToPath(new URL(`../demo/samples/${name}`, import.meta.url))
const CLASS = '2022年第3期'

let stage: Stage
let school: Page
let clerk: Page
let finance: Page
let batchAddress = ''

beforeAll(async () => {
  stage = await setStage()
  school = await stage.enter('school', '/classes')
  clerk = await stage.enter('clerk')
  finance = await stage.enter('finance', '/budget')
})
afterAll(() => stage.close())

const choose = async (page: Page, label: string, option: string | RegExp) => {
  await page.getByRole('combobox', { name: label, exact: true }).click()
  await page.locator('.ant-select-dropdown:visible .ant-select-item-option').filter({ hasText: option }).first().click()
}
const upload = (page: Page, file: string) =>
  page.getByRole('tabpanel').locator('input[type=file]').setInputFiles(sample(file))
const tab = (page: Page, name: string) => page.getByRole('tab', { name, exact: true }).click()
const sees = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor()

/** The file stands in the panel's history: it was taken. */
const seesInPanel = (name: string, file: string) =>
  school.getByRole('tabpanel', { name }).getByRole('row').filter({ hasText: file }).first().waitFor()

/** The budget line as the budget page shows it: the row's cells. */
async function budgetRow(): Promise<string> {
  await finance.goto(`${stage.address}/${DISTRICT}/console/budget`)
  const row = finance.getByRole('row').filter({ hasText: '职业培训补贴' }).first()
  await row.waitFor()
  return row.innerText()
}

describe('a roster becomes money, in a browser', () => {
  it('is planned by the school, with a timetable that has no conflict', async () => {
    await school
      .getByRole('link', { name: /新建班级/ })
      .or(school.getByRole('button', { name: /新建班级/ }))
      .first()
      .click()
    await school.getByLabel('班级名称(期次)').fill(CLASS)
    await choose(school, '职业(工种)', '养老护理员')
    await choose(school, '等级', '五级')
    await choose(school, '培训地点', '碧湖镇成人文化技术学校')
    await choose(school, '教室', '一号教室')
    await choose(school, '教师', '养老护理员高级技师')
    await school.getByLabel('开班日期').fill('2022-03-07')
    await school.getByLabel('结束日期').fill('2022-03-18')
    await school.getByLabel('理论课时').fill('28')
    await school.getByLabel('实操课时').fill('52')
    await school.getByLabel('计划人数').fill('46')
    await school.getByRole('button', { name: '保存草稿' }).click()
    await tab(school, '课程表')
    await school.getByRole('button', { name: '生成' }).click()
    await sees(school, '没有冲突,课时与计划一致')
    await school.getByRole('button', { name: '保存课程表' }).click()
    // What is still missing before the class can be submitted no longer names the timetable.
    await school.getByRole('link', { name: '排课程表' }).waitFor({ state: 'detached' })
  })

  it('gives sample 02 back with exactly its eleven marks, and imports nothing', async () => {
    await tab(school, '花名册')
    await upload(school, '02-花名册-常见错误.xlsx')
    const link = school
      .getByRole('link', { name: /标注/ })
      .or(school.getByRole('button', { name: /标注/ }))
      .first()
    await link.waitFor()
    // The list of uploads above is read again: what is pressed must stand still.
    await school.waitForLoadState('networkidle')
    const [download] = await Promise.all([school.waitForEvent('download'), link.click()])
    const grid = await readGrid(readFileSync(await download.path()), { fileName: 'marked.xlsx', maxRows: 200 })
    const header = findHeader(grid, [
      { key: 'seq', names: ['序号'], required: true },
      { key: 'name', names: ['姓名'], required: true },
      { key: 'problem', names: ['问题'], required: true },
    ] as const)!
    const cell = (row: (typeof grid.rows)[number], key: 'seq' | 'problem') =>
      row.cells.find((each) => each.column === header.columnOf.get(key))?.text ?? ''
    const marked = grid.rows
      .filter((row) => row.row > header.lastHeaderRow && cell(row, 'problem') !== '')
      .map((row) => Number(cell(row, 'seq')))
    const listed = readFileSync(sample('02-花名册-常见错误.md'), 'utf8')
    const expected = [...listed.split('These rows are right')[0]!.matchAll(/^\| (\d+) \|/gm)].map((match) =>
      Number(match[1]),
    )
    expect(expected).toHaveLength(11)
    expect(marked).toEqual(expected)
    await sees(school, '这个班还没有花名册。')
  })

  it('takes sample 01: forty masked rows, and is submitted', async () => {
    await upload(school, '01-花名册-规范.xlsx')
    await sees(school, '339901********0675')
    const region = school.getByRole('region', { name: '学员名单' })
    expect(await region.getByText(/^339901\*{8}[\dX]{4}$/).count()).toBe(40)
    expect(await school.content()).not.toContain('339901197706180675')
    await school.getByRole('button', { name: '提交开班申请' }).click()
    await school.getByRole('dialog').getByRole('button', { name: '提交开班申请' }).click()
    await sees(school, '待审核')
  })

  it('stands in the clerk’s queue already checked, and is filed with one key and one confirmation', async () => {
    await clerk.goto(`${stage.address}/${DISTRICT}/console/classes/queue`)
    await sees(clerk, '通过并备案')
    await sees(clerk, /养老待遇领取名单尚未比对/)
    await clerk.keyboard.press('a')
    await clerk.getByRole('dialog').getByRole('button', { name: '仍然备案' }).click()
    await clerk.getByText(CLASS).first().waitFor({ state: 'detached' })
  })

  it('is seen by the public, without a script', async () => {
    const page = await stage.visit(`/${DISTRICT}/`)
    await sees(page, /养老护理员/)
    await sees(page, /还有 6 个名额/)
    expect(await page.locator('script').count()).toBe(0)
  })

  it('is taught: attendance and marks come in, and the school confirms completion', async () => {
    await school.getByRole('button', { name: '改业务日期' }).click()
    await school.getByLabel('新的业务日期').fill('2022-03-28')
    await school.getByRole('button', { name: '改为这一天' }).click()
    await sees(school, /业务日期\s*2022-03-28/)
    await school.reload()
    await tab(school, '考勤')
    await upload(school, '05-考勤表.xlsx')
    await seesInPanel('考勤', '05-考勤表.xlsx')
    await tab(school, '成绩与证书')
    await school
      .getByLabel(/发证日期/)
      .first()
      .fill('2022-03-25')
    await upload(school, '06-成绩登记表.xlsx')
    await seesInPanel('成绩与证书', '06-成绩登记表.xlsx')
    await tab(school, '出勤与成绩汇总')
    await sees(school, '37/40')
    await school.getByRole('button', { name: '确认结业' }).click()
    await school.getByRole('dialog').getByRole('button').last().click()
    await sees(school, /已结业/)
  })

  it('is due for 37 people, ¥37,000, reserved from the budget', async () => {
    // The claim comes from the outbox, a moment after completion: the page is opened until it is there.
    const claim = school.getByRole('link', { name: CLASS }).first()
    for (let tries = 0; tries < 10 && !(await claim.isVisible()); tries += 1) {
      await school.goto(`${stage.address}/${DISTRICT}/console/claims?status=assembled`)
      await claim.waitFor({ timeout: 3_000 }).catch(() => undefined)
    }
    await claim.click()
    await sees(school, '37 / 0 / 3 人')
    await clerk.goto(school.url())
    await sees(clerk, '37 / 0 / 3 人')
    await sees(clerk, '37,000.00')
    for (const check of ['A03', 'A04', 'A06', 'A08']) await sees(clerk, new RegExp(`${check} .*40 人未能核对`))
    await sees(clerk, /X02 .*38 人未能核对/)
    await sees(clerk, /序号6 .*45%/)
    const reserved = await budgetRow()
    expect(reserved).toMatch(/650,000\.00\s+613,000\.00\s+37,000\.00\s+0\.00\s+0\.00/)
  })

  it('is confirmed by its school, passed by a first and a second person, and approved by a third', async () => {
    await school.keyboard.press('a')
    await school
      .getByRole('dialog')
      .getByRole('button', { name: /确认无误\(37人/ })
      .click()
    await sees(school, '待初审')
    await clerk.goto(`${stage.address}/${DISTRICT}/console/claims/queue`)
    await clerk.getByRole('button', { name: /^初审通过/ }).click()
    await clerk
      .getByRole('dialog')
      .getByRole('button', { name: /初审通过\(37人/ })
      .click()
    await clerk.getByRole('dialog').waitFor({ state: 'detached' })
    const reviewer = await stage.enter('reviewer', '/claims/second-queue')
    await reviewer.getByRole('button', { name: /^复核通过/ }).click()
    await reviewer
      .getByRole('dialog')
      .getByRole('button', { name: /复核通过\(37人/ })
      .click()
    await reviewer.getByRole('dialog').waitFor({ state: 'detached' })
    const deputy = await stage.enter('deputy', '/claims/approvals')
    await deputy.getByRole('link', { name: CLASS }).first().click()
    await sees(deputy, '审核意见')
    await deputy.getByRole('button', { name: /^同意/ }).click()
    await slidIn(deputy)
    await deputy
      .getByRole('dialog')
      .getByRole('button', { name: /审批同意\(37人/ })
      .click()
    await sees(deputy, '待公示')
    expect(await budgetRow()).toMatch(/650,000\.00\s+613,000\.00\s+0\.00\s+37,000\.00\s+0\.00/)
  })

  it('is on public notice, where anybody reads it masked, and payable once its days have passed', async () => {
    await clerk.goto(`${stage.address}/${DISTRICT}/console/public-notices`)
    await clerk.getByRole('link', { name: 'S-2022-0001' }).click()
    await sees(clerk, /自今天起公示 5 个工作日,至 2022-\d\d-\d\d/)
    await clerk.keyboard.press('a')
    await clerk
      .getByRole('dialog')
      .getByRole('button', { name: /公示\(37人/ })
      .click()
    await clerk.waitForURL(/\/public-notices\/[0-9a-f-]{36}$/)
    await sees(clerk, '公示 G-2022-0001')
    const anybody = await stage.visit(`/${DISTRICT}/notices`)
    await anybody.getByRole('link', { name: /养老护理员/ }).click()
    await sees(anybody, '37人,共37,000.00元')
    const list = await anybody.locator('main').innerText()
    expect(list).toMatch(/王\*\s*339901\*{10}[\dX]{2}/)
    expect(list).not.toMatch(/\d{15}/)
    const player = await stage.play('clerk')
    const { items } = await player(listClaims, { query: { status: 'published' } })
    const { items: notices } = await player(listNotices, {})
    await waitForNotice(player, items[0]!.id, addDays(civilDate(notices[0]!.endsOn), 1))
    await anybody.reload()
    await sees(anybody, '这份名单不在公示中')
    await anybody.context().close()
  })

  it('is not paid before its certificates are looked up: finance is told who, and no batch is made', async () => {
    await finance.goto(`${stage.address}/${DISTRICT}/console/batches/new`)
    await finance.getByRole('checkbox', { name: /Select row 1|S-2022-0001/ }).check()
    await finance.getByRole('button', { name: /^制单/ }).first().click()
    await sees(finance, '支付前核对没有通过:1 件申领单,37 处。没有制单')
    await sees(finance, /序号 1 王\*:证书 S000033000001225000001 尚未查验/)
    expect(await finance.getByRole('dialog').count()).toBe(0)
  })

  it('has its certificates looked up by the clerk: a screenshot, and one key for each of thirty-eight', async () => {
    await clerk.goto(`${stage.address}/${DISTRICT}/console/certificates/look-ups`)
    await clerk
      .getByRole('link', { name: new RegExp(CLASS) })
      .first()
      .click()
    await sees(clerk, 'S000033000001225000001')
    expect(await clerk.getByRole('button', { name: /^一致/, pressed: true }).count()).toBe(0)
    await clerk.getByRole('radio', { name: '浙江省职业能力一体化工作平台' }).check()
    await clerk
      .locator('input[type=file]')
      .setInputFiles({ name: '查询结果.png', mimeType: 'image/png', buffer: await clerk.screenshot() })
    await sees(clerk, '本次查验附 1 张截图')
    await clerk.getByRole('heading', { name: '证书', exact: true }).click()
    for (let nth = 0; nth < 38; nth += 1) await clerk.keyboard.press('y')
    await clerk.reload()
    await clerk.getByRole('button', { name: '保存查验(38张)' }).click()
    await sees(clerk, '一致 38 · 不一致 0 · 查无 0')
  })

  it('is batched and signed by two others, exported, and paid when the bank answers', async () => {
    expect(await budgetRow()).toMatch(/37,000\.00/)
    await finance.goto(`${stage.address}/${DISTRICT}/console/batches/new`)
    await finance.getByRole('checkbox', { name: /Select row 1|S-2022-0001/ }).check()
    await finance.getByRole('button', { name: /^制单/ }).first().click()
    await slidIn(finance)
    await finance.getByRole('dialog').getByRole('button').last().click()
    await finance.waitForURL(/\/batches\/[0-9a-f-]{36}$/)
    batchAddress = finance.url()
    for (const account of ['approver', 'director']) {
      const signer = await stage.enter(account, new URL(batchAddress).pathname.split('/console')[1])
      // The director has a second factor, which was not given in this session yet: signing asks for it and goes on.
      const app = account === 'director' ? await setUpSecondFactor(stage, signer) : undefined
      if (app) await signer.goto(batchAddress)
      await signer.getByRole('button', { name: /签批/ }).first().click()
      // What is pressed while it still grows is not pressed where it was.
      await slidIn(signer)
      await signer.getByRole('dialog').getByRole('button').last().click()
      if (app) {
        await signer.getByLabel('六位动态口令或恢复码').fill(await app.code())
        await slidIn(signer)
        await signer.getByRole('button', { name: '继续' }).click()
      }
      await signer.getByRole('dialog', { name: /^签批/ }).waitFor({ state: 'detached' })
      expect(await signer.getByRole('dialog').count()).toBe(0)
    }
    await finance.reload()
    await finance.getByRole('button', { name: /导出/ }).first().click()
    await slidIn(finance)
    await finance.getByRole('dialog').getByRole('button', { name: /导出/ }).click()
    await sees(finance, '已导出,待回盘')
    // Eighteen checks of each of the 37 and four of the class; those of our own registers, the certificates', the notice's and the payment's own answer.
    await sees(finance, '337 / 670')
    const [returned] = await Promise.all([
      finance.waitForEvent('download'),
      finance.getByRole('link', { name: /全部成功的回盘/ }).click(),
    ])
    const file = { name: '回盘.csv', mimeType: 'text/csv', buffer: readFileSync(await returned.path()) }
    await finance.locator('input[type=file]').first().setInputFiles(file)
    await finance.getByRole('cell', { name: '已支付' }).first().waitFor()
    const row = await budgetRow()
    expect(row).toMatch(/650,000\.00\s+613,000\.00\s+0\.00\s+0\.00\s+37,000\.00/)
  })

  it('is walked back from the bank line to a sign on the sheet', async () => {
    await finance.goto(batchAddress)
    await finance.getByRole('link', { name: /追溯/ }).nth(1).click()
    await sees(finance, 'P-2022')
    for (const kind of [
      'claim-line',
      'entitlement',
      'decision',
      'fact',
      'muster',
      'attendance-sign',
      'attendance-sheet',
    ]) {
      await finance.getByRole('region', { name: '依据' }).locator(`a[href*="/trail/${kind}/"]`).first().click()
      await finance.waitForURL(new RegExp(`/trail/${kind}/`))
      if (kind === 'attendance-sign') await sees(finance, /05-考勤表\.xlsx/)
    }
    await sees(finance, /05-考勤表\.xlsx/)
  })
})
