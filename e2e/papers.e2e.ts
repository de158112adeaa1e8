import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { planSampleClass, teachSampleClass } from '../demo/sample-class.ts'
import { moveDemonstrationDate } from '../src/kernel/access/contract.ts'
import { givenPdf } from '../src/kernel/credentials/look-ups/testing.ts'
import { listClaims } from '../src/kernel/funds/claims/contract.ts'
import { approveClass, submitClass } from '../src/mechanisms/training/filing/contract.ts'
import { DISTRICT, setStage, type Stage } from './stage.ts'

let stage: Stage
let clerk: Page
let classId = ''

beforeAll(async () => {
  stage = await setStage()
  const school = await stage.play('school')
  const office = await stage.play('clerk')
  await school(moveDemonstrationDate, { body: { businessDate: '2022-03-04' } })
  ;({ classId } = await planSampleClass(school))
  await school(submitClass, { params: { classId } })
  await office(approveClass, { params: { classId } })
  await teachSampleClass(school, classId)
  for (let tries = 0; tries < 100 && (await office(listClaims, {})).items.length === 0; tries += 1)
    await new Promise((resolve) => setTimeout(resolve, 200))
  clerk = await stage.enter('clerk', `/classes/${classId}`)
})
afterAll(() => stage.close())

/** The pages as the printer gets them: the size of each, in whole millimetres. */
async function printedSizes(page: Page): Promise<string[]> {
  const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString('latin1')
  const mm = (points: string) => Math.round((Number(points) * 25.4) / 72)
  return [...pdf.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map(([, wide, high]) => `${mm(wide!)}x${mm(high!)}`)
}

/** What of a page's content reaches below its footer's top, or out of its sides; in print, as laid out. */
async function spilling(page: Page): Promise<string[]> {
  await page.emulateMedia({ media: 'print' })
  const found = await page.evaluate(() =>
    [...document.querySelectorAll('.a4')].flatMap((sheet, at) => {
      const edge = sheet.getBoundingClientRect()
      const foot = sheet.querySelector('footer')!.getBoundingClientRect()
      return [...sheet.querySelectorAll('tr, p, h1, h2, .signatures, img')].flatMap((each) => {
        const box = each.getBoundingClientRect()
        const fits = box.bottom <= foot.top + 1 && box.left >= edge.left && box.right <= edge.right + 1
        return fits ? [] : [`page ${at + 1}: ${each.textContent?.slice(0, 40)}`]
      })
    }),
  )
  await page.emulateMedia({ media: null })
  return found
}

describe('the papers of a class, on a printer', () => {
  it('are printed whole by one button: as many sheets as the index says, and no row cut', async () => {
    await clerk.getByRole('button', { name: '打印档案卷' }).click()
    await clerk.getByRole('heading', { name: '卷内目录' }).waitFor()
    const sheets = await clerk
      .locator('.a4')
      .evaluateAll((all) => all.map((each) => (each.classList.contains('landscape') ? '297x210' : '210x297')))
    expect(sheets.length).toBeGreaterThan(15)
    expect(sheets).toContain('297x210')
    expect(await spilling(clerk)).toEqual([])
    expect(await printedSizes(clerk)).toEqual(sheets)
    const ranges = await clerk
      .locator('.a4')
      .nth(1)
      .locator('tbody tr')
      .evaluateAll((rows) => rows.map((row) => row.children[4]?.textContent?.split('–').at(-1) ?? ''))
    expect(Number(ranges.filter((last) => /^\d+$/.test(last)).at(-1))).toBe(sheets.length - 2)
  })

  it('say nothing of the screen on paper, and print by a button', async () => {
    const button = clerk.getByRole('button', { name: '打印' })
    await button.waitFor()
    await clerk.evaluate(() => {
      window.print = () => {
        document.title = 'printed'
      }
    })
    await button.click()
    expect(await clerk.title()).toBe('printed')
    await clerk.emulateMedia({ media: 'print' })
    expect(await button.isVisible()).toBe(false)
    await clerk.emulateMedia({ media: null })
    await clerk.getByRole('link', { name: '返回' }).click()
    await clerk.getByRole('button', { name: '打印档案卷' }).waitFor()
  })

  it('show numbers in full only after a reason was given', async () => {
    await clerk.getByRole('tab', { name: '纸质材料' }).click()
    await clerk.getByRole('row').filter({ hasText: '花名册' }).getByRole('button', { name: '打印(完整号码)' }).click()
    const dialog = clerk.getByRole('dialog')
    expect(await dialog.getByRole('button', { name: '打印' }).isDisabled()).toBe(true)
    await dialog.getByLabel('用途').fill('报送省平台备案')
    await dialog.getByRole('button', { name: '打印' }).click()
    await clerk.getByRole('heading', { name: /花名册/ }).waitFor()
    expect((await clerk.content()).match(/339901\d{11}[\dX]/g)).toHaveLength(40)
    expect(await spilling(clerk)).toEqual([])
  })

  it('have their scans beside them', async () => {
    const code = await clerk.locator('.qr span').first().innerText()
    await clerk.goto(`${stage.address}/${DISTRICT}/console/classes/${classId}?tab=papers`)
    await clerk.getByRole('button', { name: '附上扫描件' }).click()
    const dialog = clerk.getByRole('dialog')
    await dialog.getByRole('combobox', { name: '是哪份材料' }).click()
    await clerk.locator('.ant-select-dropdown:visible .ant-select-item-option').filter({ hasText: '花名册' }).click()
    await dialog.getByLabel('纸上的编号').fill(code)
    await dialog
      .locator('input[type=file]')
      .setInputFiles({ name: '花名册盖章.pdf', mimeType: 'application/pdf', buffer: givenPdf() })
    const row = clerk.getByRole('row').filter({ hasText: '花名册盖章.pdf' })
    await row.getByText('与现在的内容一致').waitFor()
    expect(await row.innerText()).toContain(code)
  })

  it('are led to by the code on the paper, for whoever signs in', async () => {
    const code = await clerk.getByRole('row').filter({ hasText: '花名册盖章.pdf' }).innerText()
    const [own = ''] = /[0-9A-Z]{5}-[0-9A-Z]{5}/.exec(code) ?? []
    const visitor = await stage.visit(`/${DISTRICT}/r/${own}`)
    await visitor.getByRole('heading', { name: '这是本局的纸质材料' }).waitFor()
    expect(await visitor.getByText('养老护理员').count()).toBe(0)
    await clerk.goto(`${stage.address}/${DISTRICT}/r/${own}`)
    await clerk.getByRole('link', { name: '登录查看' }).click()
    await clerk.getByRole('link', { name: /打开这份材料的记录/ }).click()
    await clerk.getByRole('button', { name: '打印档案卷' }).waitFor()
  })
})
