import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
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
