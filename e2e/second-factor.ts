import type { Page } from 'playwright-core'
import { TestApp } from '../src/server/testing-browser.ts'
import { DISTRICT, PASSWORD, type Stage } from './stage.ts'

/** Whoever is signed in here sets up a second factor, as people do: password, QR, a first code, recovery codes. */
export async function setUpSecondFactor(stage: Stage, page: Page): Promise<TestApp> {
  await page.goto(`${stage.address}/${DISTRICT}/console/my/second-factor`)
  await page.getByRole('button', { name: '设置动态口令' }).click()
  await page.getByLabel('当前密码').fill(PASSWORD)
  await page.getByRole('button', { name: '下一步' }).click()
  await page.getByAltText('动态口令的二维码').waitFor()
  const app = new TestApp(await page.locator('.factor-shown code').innerText())
  await page.getByLabel('六位动态口令', { exact: true }).fill(await app.code())
  await page.getByRole('button', { name: '确认并启用' }).click()
  await page.getByRole('heading', { name: '恢复码(只显示这一次)' }).waitFor()
  return app
}
