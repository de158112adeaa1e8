import ExcelJS from 'exceljs'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { rosterOf } from '../demo/people.ts'
import { planSampleClass, teachSampleClass } from '../demo/sample-class.ts'
import { moveDemonstrationDate } from '../src/kernel/access/contract.ts'
import { exportAccounts } from '../src/kernel/access/accounts/contract.ts'
import { listClaims } from '../src/kernel/funds/claims/contract.ts'
import { openCase } from '../src/kernel/integrity/cases/contract.ts'
import { exportFindings } from '../src/kernel/integrity/findings/contract.ts'
import { papersOf } from '../src/kernel/record/paper/contract.ts'
import { approveClass, submitClass } from '../src/mechanisms/training/filing/contract.ts'
import { openMarkedRoster, rosterImports, uploadRoster } from '../src/mechanisms/training/rosters/contract.ts'
import { DISTRICT, setStage, type Stage } from './stage.ts'

/** What somebody who means harm types: it begins as a formula, would run as a script or by a picture, and turns text around. */
const SCRIPT = '<script>ran(1)</script>'
const PICTURE = '<img src=x onerror=ran(2)>'
const TURN = '\u202E'
const HARM = `=1+1${SCRIPT}${PICTURE}甲${TURN}乙`
/** The same where it was kept: as typed, but for the mark that turns it around. */
const KEPT = HARM.replace(TURN, '')
/** As much of it as a class's number holds. */
const NUMBER = `=1+1${PICTURE}甲${TURN}乙期`
const PHONE = '18920912793'

let stage: Stage
let hostileId = ''
let [findingPath, casePath] = ['', '']

beforeAll(async () => {
  stage = await setStage()
  const [school, clerk] = [await stage.play('school'), await stage.play('clerk')]
  await school(moveDemonstrationDate, { body: { businessDate: '2022-03-04' } })
  const { classId } = await planSampleClass(school)
  await school(submitClass, { params: { classId } })
  await clerk(approveClass, { params: { classId } })
  await teachSampleClass(school, classId)
  for (let tries = 0; tries < 100 && (await clerk(listClaims, {})).items.length === 0; tries += 1)
    await new Promise((resolve) => setTimeout(resolve, 200))
})
afterAll(() => stage.close())

/** What of the harm came to life in a page, and whether it was read as it was typed. */
async function seen(page: Page) {
  return page.evaluate(() => {
    const all = document.documentElement
    return {
      alive: [
        ...[...document.scripts].filter((each) => each.textContent?.includes('ran(')).map(() => 'script'),
        ...[...all.querySelectorAll('[onerror], img[src="x"]')].map(() => 'picture'),
        ...('ran' in window ? ['ran'] : []),
        ...(/[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/.test(all.outerHTML) ? ['turned around'] : []),
      ],
      text: document.body.innerText,
    }
  })
}

/** What is wrong with a page, on the screen and as it is printed: what lives, and that it does not read as it was typed. */
async function misread(page: Page, typed: string, { printed = true } = {}): Promise<string[]> {
  const where = new URL(page.url()).pathname
  await page.getByText(typed, { exact: false }).first().waitFor()
  const wrong: string[] = []
  for (const media of ['screen', 'print'] as const) {
    await page.emulateMedia({ media })
    const { alive, text } = await seen(page)
    wrong.push(...alive.map((each) => `${where} (${media}): ${each}`))
    if ((media === 'screen' || printed) && !text.includes(typed)) wrong.push(`${where} (${media}): not as it was typed`)
  }
  await page.emulateMedia({ media: null })
  return wrong
}

/** Every cell of a workbook, read by another library than ours: text, numbers, and never a formula. */
async function cellsOf(file: Blob): Promise<string[]> {
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(await file.arrayBuffer())
  const cells: string[] = []
  for (const sheet of book.worksheets)
    sheet.eachRow((row) =>
      row.eachCell((cell) => {
        expect(cell.type, cell.text).not.toBe(ExcelJS.ValueType.Formula)
        expect(cell.text).not.toMatch(/[\u202A-\u202E\u2066-\u2069]/)
        cells.push(cell.text)
      }),
    )
  return cells
}

describe('harm typed into a text field', () => {
  it('of a class and of its roster is text on every page, form and sheet', async () => {
    const [school, clerk] = [await stage.play('school'), await stage.play('clerk')]
    const people = rosterOf(77, 12)
    const bank = people.replace('中国农业银行丽水分行', `${KEPT}银行`)
    const made = await planSampleClass(school, { number: NUMBER, roster: new Blob([bank]) })
    hostileId = made.classId
    const number = NUMBER.replace(TURN, '')
    for (const by of ['school', 'clerk']) {
      const page = await stage.enter(by, `/classes/${hostileId}`)
      expect(await misread(page, number)).toEqual([])
      await page.context().close()
    }

    // A roster whose names are harm is refused, and its marks and the marked sheet say which.
    const named = people.replace(/\r\n1,[^,]+,/, `\r\n1,${HARM},`)
    const params = { classId: hostileId }
    const answer = await school(uploadRoster, {
      params,
      query: { fileName: `${PICTURE}.csv` },
      file: new Blob([named]),
    })
    expect(answer.outcome).toBe('refused')
    const [upload] = (await school(rosterImports, { params, query: {} })).items
    const opened = { params: { ...params, importId: upload!.importId } }
    const cells = await cellsOf((await school(openMarkedRoster, opened)) as Blob)
    expect(cells.join('\n')).toContain('=1+1<script>')

    const { forms } = await clerk(papersOf, { params: { kind: 'class', subjectId: hostileId } })
    let printed = 0
    for (const { form } of forms) {
      const path = `/${DISTRICT}/paper/${form}/${hostileId}`
      const page = await stage.look({ by: 'clerk', path, width: 1440, language: 'zh' })
      const { alive, text } = await seen(page)
      expect(alive, path).toEqual([])
      if (text.includes(number)) {
        expect(await misread(page, number)).toEqual([])
        printed += 1
      }
      await page.context().close()
    }
    expect(printed).toBeGreaterThan(0)
  })

  it('of a finding is text on its page, in the list, on the trail and in the register', async () => {
    const page = await stage.enter('auditor', `/findings/new?kind=class&subject=${hostileId}`)
    await page.getByLabel('发现的问题').fill(HARM)
    await page.getByLabel('依据条款').fill(`${HARM}第五条`)
    await page.getByLabel('整改要求').fill(`${HARM}说明`)
    await page.getByLabel('整改期限').fill('2022-12-31')
    await page.keyboard.press('Escape')
    await page.getByLabel(/^告知机构/).check()
    await page.getByRole('button', { name: '提出' }).click()
    await page.getByRole('heading', { name: '经过' }).waitFor()
    expect(await misread(page, `${KEPT}说明`)).toEqual([])
    findingPath = new URL(page.url()).pathname.replace(`/${DISTRICT}/console`, '')
    for (const path of ['/findings', `/trail/finding/${findingPath.split('/').at(-1)}`]) {
      await page.goto(stage.addressOf({ by: 'auditor', path, width: 1440, language: 'zh' }))
      expect(await misread(page, KEPT)).toEqual([])
    }
    await page.context().close()
    const own = await stage.enter('school', '/findings/own')
    expect(await misread(own, KEPT)).toEqual([])
    await own.context().close()
    const auditor = await stage.play('auditor')
    const cells = await cellsOf((await auditor(exportFindings, { query: {} })) as Blob)
    expect(cells).toContain(KEPT)
  })

  it('of a case is text on its page and in the list', async () => {
    const clerk = await stage.play('clerk')
    const { id } = await clerk(openCase, { body: { groupId: hostileId, reason: HARM } })
    casePath = `/cases/${id}`
    const page = await stage.enter('clerk', casePath)
    expect(await misread(page, KEPT)).toEqual([])
    await page.goto(stage.addressOf({ by: 'clerk', path: '/cases', width: 1440, language: 'zh' }))
    expect(await misread(page, KEPT)).toEqual([])
    await page.context().close()
  })

  it('of a report is text for the clerk who answers, and the answer for the resident', async () => {
    const page = await stage.visit(`/${DISTRICT}/progress`)
    await page.getByLabel('您的手机号').fill(PHONE)
    await page.getByRole('button', { name: '获取验证码' }).click()
    const code = /验证码 (\d{6})/.exec(await page.locator('body').innerText())![1]!
    await page.getByLabel('短信里的 6 位数字').fill(code)
    await page.getByRole('button', { name: '下一步' }).click()
    await page.getByRole('link', { name: '信息有误,我要反映' }).click()
    await page.getByLabel('出勤记得不对').check()
    await page.getByRole('button', { name: '下一步' }).click()
    await page.getByLabel('说说是什么情况').fill(HARM)
    await page.getByRole('button', { name: '下一步' }).click()
    // A form is for the screen alone.
    expect(await misread(page, KEPT, { printed: false })).toEqual([])
    await page.getByRole('button', { name: '提交' }).click()

    const desk = await stage.enter('clerk', '/reports')
    expect(await misread(desk, KEPT)).toEqual([])
    await desk.getByRole('button', { name: '答复', exact: true }).click()
    await desk.getByLabel('答复内容(本人能看到)').fill(`${HARM}已答复`)
    await desk.getByRole('dialog').getByRole('button', { name: '答复', exact: true }).click()
    await desk.getByText('没有要答复的反映。').waitFor()
    await desk.context().close()

    await page.goto(`${stage.address}/${DISTRICT}/progress`)
    expect(await misread(page, `${KEPT}已答复`)).toEqual([])
    await page.context().close()
  })

  it('of a search is an address and no page', async () => {
    const page = await stage.enter('admin', `/accounts?search=${encodeURIComponent(HARM)}`)
    await page.getByText('没有符合条件的账号。').waitFor()
    expect((await seen(page)).alive.filter((each) => each !== 'turned around')).toEqual([])
    await page.context().close()
    const admin = await stage.play('admin')
    await cellsOf((await admin(exportAccounts, { query: {} })) as Blob)
  })
})
