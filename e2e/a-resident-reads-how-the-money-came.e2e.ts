import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { approveDemoClaim, assembledClaim, publishDemoClaim, waitForNotice } from '../demo/claim-way.ts'
import { planSampleClass, teachSampleClass } from '../demo/sample-class.ts'
import { moveDemonstrationDate } from '../src/kernel/access/contract.ts'
import { listClaims } from '../src/kernel/funds/claims/contract.ts'
import { approveClass, submitClass } from '../src/mechanisms/training/filing/contract.ts'
import { DISTRICT, setStage, type Stage } from './stage.ts'

/** Pictures of what a villager sees, for people to look at: data/look/resident-*. */
const OUT = fileURLToPath(new URL('../data/look', import.meta.url))
/** The first of sample 01. */
const PHONE = '18920912793'

let stage: Stage
let claimId = ''

beforeAll(async () => {
  mkdirSync(OUT, { recursive: true })
  stage = await setStage()
  const [school, clerk, reviewer, deputy] = [
    await stage.play('school'),
    await stage.play('clerk'),
    await stage.play('reviewer'),
    await stage.play('deputy'),
  ]
  await school(moveDemonstrationDate, { body: { businessDate: '2022-03-04' } })
  const { classId } = await planSampleClass(school)
  await school(submitClass, { params: { classId } })
  await clerk(approveClass, { params: { classId } })
  await teachSampleClass(school, classId)
  for (let tries = 0; tries < 100 && (await clerk(listClaims, {})).items.length === 0; tries += 1)
    await new Promise((resolve) => setTimeout(resolve, 200))
  claimId = await assembledClaim(clerk)
  await approveDemoClaim({ school, clerk, reviewer, approver: deputy }, claimId)
})
afterAll(() => stage.close())

/** A villager's phone: no script runs. */
async function givenPhone(width = 390): Promise<Page> {
  const first = await stage.visit(`/${DISTRICT}/`)
  const browser = first.context().browser()!
  await first.context().close()
  const context = await browser.newContext({ viewport: { width, height: 844 }, javaScriptEnabled: false })
  context.setDefaultTimeout(15_000)
  return context.newPage()
}

async function picture(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: join(OUT, `resident-${name}.png`), fullPage: true })
}

it('is signed in without a script, reads the way and the sum, says what is wrong, and reads the answer', async () => {
  const page = await givenPhone()
  await page.goto(`${stage.address}/${DISTRICT}/progress`)
  await picture(page, '1-phone')
  await page.getByLabel('您的手机号').fill(PHONE)
  await page.getByRole('button', { name: '获取验证码' }).click()
  await picture(page, '2-code')
  const code = /验证码 (\d{6})/.exec(await page.locator('body').innerText())![1]!
  await page.getByLabel('短信里的 6 位数字').fill(code)
  await page.getByRole('button', { name: '下一步' }).click()
  await page.getByRole('heading', { name: '补贴进度和算法' }).waitFor()
  expect(await page.locator('body').innerText()).toContain('待公示')
  await picture(page, '3-approved')

  const clerk = await stage.play('clerk')
  const after = await publishDemoClaim(clerk, claimId)
  await page.reload()
  expect(await page.locator('.now').innerText()).toMatch(/^公示\n.*5个工作日/)
  await waitForNotice(clerk, claimId, after)
  await page.reload()
  expect(await page.locator('.now').innerText()).toMatch(/^拨付到卡/)
  await picture(page, '4-payable')
  for (const [query, name] of [
    ['?lang=en', '5-english'],
    ['?elder=1', '6-elder'],
  ]) {
    await page.goto(`${stage.address}/${DISTRICT}/progress${query}`)
    await picture(page, name!)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  }
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.goto(`${stage.address}/${DISTRICT}/progress`)
  await picture(page, '7-wide')
  await page.setViewportSize({ width: 390, height: 844 })

  await page.getByRole('link', { name: '信息有误,我要反映' }).click()
  await picture(page, '8-kind')
  await page.getByLabel('出勤记得不对').check()
  await page.getByRole('button', { name: '下一步' }).click()
  await page.getByLabel('说说是什么情况').fill('3月8日下午我在,表上写的是请假。')
  await picture(page, '9-said')
  await page.getByRole('button', { name: '下一步' }).click()
  await picture(page, '10-look-over')
  await page.getByRole('button', { name: '提交' }).click()
  expect(await page.locator('.big').innerText()).toMatch(/F-2022-\d{4}/)
  await picture(page, '11-number')

  const desk = await stage.enter('clerk', '/reports')
  await desk.getByRole('button', { name: '答复', exact: true }).click()
  await desk.getByLabel('答复内容(本人能看到)').fill('核对了签到原件,3月8日下午应记出勤,已请培训机构更正。')
  await desk.getByRole('dialog').getByRole('button', { name: '答复', exact: true }).click()
  await desk.getByText('没有要答复的反映。').waitFor()

  await page.getByRole('link', { name: '补贴进度和算法' }).click()
  expect(await page.locator('body').innerText()).toContain('已请培训机构更正')
  await page.getByRole('link', { name: '我的记录 ›' }).click()
  await picture(page, '12-record')
  expect(await page.locator('main').innerText()).toContain('列入花名册')
  await page.goBack()
  await page.getByRole('button', { name: '退出' }).click()
  await page.goto(`${stage.address}/${DISTRICT}/progress`)
  await page.getByLabel('您的手机号').waitFor()
}, 180_000)
