import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { planSampleClass } from '../demo/sample-class.ts'
import { listAccounts } from '../src/kernel/access/accounts/contract.ts'
import { getCase, openCase, takeCase } from '../src/kernel/integrity/cases/contract.ts'
import type { TestApp } from '../src/server/testing-browser.ts'
import { setUpSecondFactor } from './second-factor.ts'
import { DISTRICT, PASSWORD, setStage, type Stage } from './stage.ts'

/*
 * Signing in, as people do it: a second factor set up with a phone, asked at the next sign-in and again before money
 * moves; a browser left open elsewhere and ended from here.
 */

let stage: Stage
let director: Page
let app: TestApp

beforeAll(async () => {
  stage = await setStage()
})
afterAll(() => stage.close())

async function givePassword(page: Page, accountName: string): Promise<void> {
  await page.getByLabel('账号', { exact: true }).fill(accountName)
  await page.getByLabel('密码', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: '登录', exact: true }).click()
}

it('a second factor is set up: password, QR and key, a first code, ten recovery codes', async () => {
  director = await stage.enter('director')
  app = await setUpSecondFactor(stage, director)
  expect(await director.locator('.recovery-codes li').count()).toBe(10)
  await director.getByRole('button', { name: '我已抄好' }).click()
  await director.getByText('恢复码还剩 10 个').waitFor()
})

it('the next sign-in asks for a code after the password, and a wrong one is said', async () => {
  const elsewhere = await stage.visit(`/${DISTRICT}/console/my/sign-ins`)
  await givePassword(elsewhere, 'director')
  const code = elsewhere.getByLabel('六位动态口令或恢复码')
  await code.fill('000000')
  await elsewhere.getByRole('button', { name: '登录', exact: true }).click()
  await elsewhere.getByText(/动态口令不对,或已经用过/).waitFor()
  await code.fill(await app.code())
  await elsewhere.getByRole('button', { name: '登录', exact: true }).click()
  await elsewhere.getByRole('heading', { name: '我的登录' }).waitFor()
  // What was wrong since the last time is told.
  await elsewhere.getByText(/上次登录以来有 1 次密码或动态口令错误/).waitFor()
  await elsewhere.getByText('本机', { exact: true }).waitFor()
  expect(await elsewhere.getByRole('button', { name: '退出这处登录' }).count()).toBe(1)

  // This browser ends the other; at its next step it must sign in again.
  await elsewhere.getByRole('button', { name: '退出其他所有登录' }).click()
  await elsewhere.getByText('已退出 1 处登录。').waitFor()
  await director.reload()
  await director.getByRole('heading', { name: '登录工作台' }).waitFor()
  await elsewhere.context().close()
})

it('a code given a moment ago is fresh: new recovery codes come without another', async () => {
  await givePassword(director, 'director')
  await director.getByLabel('六位动态口令或恢复码').fill(await app.code())
  await director.getByRole('button', { name: '登录', exact: true }).click()
  await director.getByText('恢复码还剩 10 个').waitFor()
  // Given a moment ago: nothing is asked.
  await director.getByRole('button', { name: '换一套恢复码' }).click()
  await director.getByRole('heading', { name: '恢复码(只显示这一次)' }).waitFor()
  expect(await director.locator('.recovery-codes li').count()).toBe(10)
})

const ON_A_DESK = { width: 1440, language: 'zh' } as const

it('whoever leaves hands open work to somebody named: it is at that desk, and the leaver is let in no more', async () => {
  const [clerk, admin] = [await stage.play('clerk'), await stage.play('admin')]
  const { classId } = await planSampleClass(await stage.play('school'))
  const { id: caseId } = await clerk(openCase, { body: { groupId: classId, reason: '回访时有学员称未参加培训。' } })
  await clerk(takeCase, { params: { caseId } })
  const { number } = await clerk(getCase, { params: { caseId } })
  const { items } = await admin(listAccounts, { query: { search: 'clerk' } })
  const account = items.find(({ name }) => name === 'clerk')!
  const leaver = await stage.enter('clerk', `/cases/${caseId}`)
  const page = await stage.look({ by: 'admin', path: `/accounts/${account.id}`, ...ON_A_DESK })

  await page.getByRole('button', { name: '交接', exact: true }).click()
  const dialog = page.getByRole('dialog')
  const work = dialog.getByRole('group', { name: '疑点处置' })
  await work.getByText(number).waitFor()
  await work.getByLabel('疑点处置由谁接手').click()
  await page.locator('.ant-select-dropdown:visible .ant-select-item-option').filter({ hasText: '复核' }).first().click()
  await dialog.getByLabel('依据', { exact: true }).fill('莲人社人〔2026〕3号,调离')
  await dialog.getByRole('button', { name: '交接', exact: true }).click()
  await page.getByText('交接已办结').waitFor()

  // At the next step the leaver is told so; the session opens nothing any more.
  await leaver.locator('a[href$="/console/cases"]').first().click()
  await leaver
    .getByRole('dialog')
    .getByText(/您的账号已办理离岗交接/)
    .waitFor()
  await leaver.reload()
  await leaver.getByRole('heading', { name: '登录工作台' }).waitFor()
  const taker = await stage.look({ by: 'reviewer', path: '/cases?mine=yes', ...ON_A_DESK })
  await taker.getByText(number).first().waitFor()
  expect(await taker.getByText(number).count()).toBeGreaterThan(0)
  for (const each of [leaver, page, taker]) await each.context().close()
})
