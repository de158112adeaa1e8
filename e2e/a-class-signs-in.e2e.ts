import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { setTimeout as wait } from 'node:timers/promises'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { demoCounties } from '../demo/county.ts'
import { rosterOf } from '../demo/people.ts'
import { moveDemonstrationDate } from '../src/kernel/access/contract.ts'
import { walkTrail } from '../src/kernel/record/contract.ts'
import { listClasses } from '../src/mechanisms/training/classes/contract.ts'
import { completeClass, musterOfClass } from '../src/mechanisms/training/completion/contract.ts'
import { uploadMarks } from '../src/mechanisms/training/evaluation/contract.ts'
import { csvOf } from '../src/platform/office/public.ts'
import { DISTRICT, setStage, type Stage } from './stage.ts'

/** Pictures of the instructor's and the trainees' pages, for people to look at: data/look/live-*. */
const OUT = fileURLToPath(new URL('../data/look', import.meta.url))

/** The class that is taught today, and its people as their school's roster has them. */
const TODAY = demoCounties()
  .find(({ district }) => district === DISTRICT)!
  .classes.find(({ number }) => number === '2022年第2期')!
const PEOPLE = rosterOf(TODAY.seed, TODAY.people)
  .split('\r\n')
  .slice(1)
  .map((line) => line.split(','))
  .map(([seq, name, , identityNumber, , , , phone]) => ({
    seq: seq!,
    name: name!,
    identityNumber: identityNumber!,
    phone: phone!,
  }))

let stage: Stage
let browser: Browser
let teacher: Page
let first: Page
let staleAddress = ''
let shownAt = 0

beforeAll(async () => {
  mkdirSync(OUT, { recursive: true })
  stage = await setStage()
  await atTime('08:58')
})
afterAll(() => stage?.close())

/** The business time of the county, today. */
async function atTime(time: string, businessDate = '2022-02-25'): Promise<void> {
  await (await stage.play('school'))(moveDemonstrationDate, { body: { businessDate, time } })
}

async function picture(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: join(OUT, `live-${name}.png`), fullPage: true })
}

/** A trainee's phone: an old one, on which no script runs. */
async function givenPhone(): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, javaScriptEnabled: false })
  context.setDefaultTimeout(15_000)
  return context.newPage()
}

/** What a camera reads from the instructor's screen. */
const scanned = async () => (await teacher.locator('.screen img').getAttribute('alt'))!

/** The first time a phone signs: its number, the code of the message, and the button. */
async function confirmByMessage(page: Page, phone: string): Promise<void> {
  await page.getByLabel('您的手机号').fill(phone)
  await page.getByRole('button', { name: '获取验证码' }).click()
  const code = /验证码 (\d{6})/.exec(await page.locator('main').innerText())![1]!
  await page.getByLabel('短信里的 6 位数字').fill(code)
  await page.getByRole('button', { name: '我来上课了,签到' }).click()
}

const main = (page: Page) => page.locator('main').innerText()

it('is started by the instructor, and signed by a trainee on an old phone, once and not twice', async () => {
  teacher = await stage.enter('teacher')
  browser = teacher.context().browser()!
  await teacher.goto(`${stage.address}/${DISTRICT}/today`)
  await picture(teacher, '1-before')
  await teacher.getByRole('button', { name: '开始签到' }).click()
  await teacher.getByText('已签 0 / 40').waitFor()
  await picture(teacher, '2-screen')

  first = await givenPhone()
  staleAddress = await scanned()
  shownAt = Date.now()
  await first.goto(staleAddress)
  await picture(first, '3-phone')
  await confirmByMessage(first, PEOPLE[0]!.phone)
  expect(await main(first)).toMatch(/签到成功[\s\S]*08:5\d/)
  await picture(first, '4-done')
  // The screen counts by itself.
  await teacher.getByText('已签 1 / 40').waitFor({ timeout: 10_000 })

  await first.goto(await scanned())
  await first.getByRole('button', { name: '我来上课了,签到' }).click()
  expect(await main(first)).toMatch(/您已经签到[\s\S]*不用再签/)
})

it('sends a second person on the same phone to the instructor, who signs for them with a reason', async () => {
  await first.goto(await scanned())
  await first.getByRole('button', { name: '不是我' }).click()
  await confirmByMessage(first, PEOPLE[1]!.phone)
  expect(await main(first)).toMatch(/一部手机只能签一个人。请找老师代签/)
  await picture(first, '5-shared-phone')

  await teacher.getByRole('link', { name: /^2\s/ }).first().click()
  await teacher.getByRole('heading', { name: `2 ${PEOPLE[1]!.name}` }).waitFor()
  await picture(teacher, '6-assist')
  await teacher.getByRole('button', { name: '登记', exact: true }).click()
  await teacher.getByRole('alert').getByText('请选择或写明原因').waitFor()
  await teacher.getByLabel('两人共用一部手机').check()
  await teacher.getByRole('button', { name: '登记', exact: true }).click()
  await teacher.getByText('已签 2 / 40').waitFor()
})

it('takes six digits, an identity card, and somebody who is late', async () => {
  const phone = await givenPhone()
  await phone.goto(`${stage.address}/${DISTRICT}/sign`)
  await picture(phone, '7-digits')
  await phone.getByLabel('屏幕上的六位数字').fill('000000')
  await phone.getByRole('button', { name: '下一步' }).click()
  expect(await main(phone)).toMatch(/没有这个数字码/)
  await phone.getByLabel('屏幕上的六位数字').fill((await teacher.locator('.digits').getAttribute('data-digits'))!)
  await phone.getByRole('button', { name: '下一步' }).click()
  await confirmByMessage(phone, PEOPLE[2]!.phone)
  expect(await main(phone)).toMatch(/签到成功/)

  await teacher.getByRole('link', { name: '刷身份证' }).click()
  await teacher.getByLabel('身份证号').fill(PEOPLE[3]!.identityNumber)
  await picture(teacher, '8-card')
  await teacher.keyboard.press('Enter')
  await teacher.getByRole('status').getByText('已签').waitFor()
  await teacher.getByRole('link', { name: '返回' }).click()

  // Lateness counts from the scan: within the second in which the clock is moved it may still be the minute before.
  await atTime('09:12')
  const late = await givenPhone()
  await late.goto(await scanned())
  await confirmByMessage(late, PEOPLE[4]!.phone)
  expect(await main(late)).toMatch(/签到成功[\s\S]*迟到 1[12] 分钟/)
  await picture(late, '9-late')
})

it('calls the roll of the rest in three presses, photographs the class, and strikes a mistake', async () => {
  await teacher.getByRole('link', { name: '点名' }).click()
  await picture(teacher, '10-roll')
  expect(await teacher.getByRole('checkbox').count()).toBe(35)
  for (const seq of ['39', '40']) await teacher.getByRole('checkbox', { name: new RegExp(`^${seq}`) }).uncheck()
  await teacher.getByRole('button', { name: '登记打勾的人:到' }).click()
  await teacher.getByText('已登记 33 人').waitFor()
  await teacher.getByText('已签 38 / 40').waitFor()

  await teacher.getByRole('link', { name: '拍照' }).click()
  await teacher
    .getByLabel('拍照或选择照片')
    .setInputFiles({ name: 'x.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('no picture') })
  await teacher.getByRole('button', { name: '上传照片' }).click()
  await teacher.getByText('这个文件不是完整的照片').waitFor()
  const photo = await first.screenshot({ type: 'jpeg' })
  await teacher.getByLabel('拍照或选择照片').setInputFiles({ name: 'x.jpg', mimeType: 'image/jpeg', buffer: photo })
  await teacher.getByRole('button', { name: '上传照片' }).click()
  await teacher.getByText('照片已保存').waitFor()

  await teacher.getByRole('link', { name: '名单' }).click()
  await picture(teacher, '11-people')
  const mistaken = teacher.getByRole('listitem').filter({ hasText: `38 ${PEOPLE[37]!.name}` })
  await mistaken.locator('summary').click()
  await mistaken.getByLabel('为什么作废?').fill('人没来,点错了')
  await mistaken.getByRole('button', { name: '作废' }).click()
  await teacher.getByText('已作废。这个人可以重新签。').waitFor()
})

it('refuses a screenshot of the code a minute later, with what to do', async () => {
  await wait(Math.max(0, shownAt + 61_000 - Date.now()))
  const phone = await givenPhone()
  await phone.goto(staleAddress)
  expect(await main(phone)).toMatch(/这个码已经换了,请对着老师屏幕再扫一次/)
  await picture(phone, '12-expired')
})

it('is over: the sheet is drawn, the muster and the completion follow, and each sign leads to its live sign', async () => {
  await teacher.goto(`${stage.address}/${DISTRICT}/today`)
  await teacher.getByRole('button', { name: '结束' }).click()
  await teacher.getByText('这节课的签到已经结束').waitFor()
  await picture(teacher, '13-over')
  const late = await givenPhone()
  await late.goto(`${stage.address}/${DISTRICT}/sign`)
  await late.context().close()

  await atTime('10:00', '2022-03-11')
  const school = await stage.enter('school')
  const play = await stage.play('school')
  const { items } = await play(listClasses, { query: {} })
  const classId = items.find(({ number }) => number === TODAY.number)!.id
  await school.goto(`${stage.address}/${DISTRICT}/console/classes/${classId}`)
  await school.getByRole('tab', { name: '实时签到' }).click()
  await school.getByRole('button', { name: '由实时签到生成考勤表' }).click()
  await school.getByText(/已生成第 1 版|仍是第 1 版/).waitFor()
  await picture(school, '14-console')

  const muster = await play(musterOfClass, { params: { classId } })
  expect(muster.attendance).toMatchObject({ version: 1, fileName: expect.stringContaining('实时签到') })
  const signOf = (seq: number) => muster.people.find((person) => person.seq === seq)!.signs[0]!
  expect([1, 2, 3, 4, 5, 6].map((seq) => signOf(seq).credit)).toEqual([
    'present',
    'present',
    'present',
    'present',
    'late',
    'late',
  ])
  expect([38, 39, 40].map((seq) => signOf(seq).credit)).toEqual(['absent', 'absent', 'absent'])

  const marks = csvOf([
    ['序号', '姓名', '身份证号', '理论成绩', '技能成绩', '证书编号'],
    ...PEOPLE.map(({ seq, name, identityNumber }) => [seq, name, identityNumber, '缺考', '缺考', '']),
  ])
  const told = await play(uploadMarks, {
    params: { classId },
    query: { fileName: '成绩.csv', issuedOn: '2022-03-11' },
    file: new Blob([marks]),
  })
  expect(told.marks.filter(({ kind }) => kind === 'error')).toEqual([])
  expect(await play(completeClass, { params: { classId } })).toMatchObject({ status: 'completed', people: 40 })

  const done = await play(musterOfClass, { params: { classId } })
  const one = done.people.find((person) => person.seq === 1)!
  expect(one.attended).toMatchObject({ attendedSessions: 1, plannedSessions: 20 })
  const step = await play(walkTrail, { params: { kind: 'attendance-sign', id: one.signs[0]!.id } })
  const live = step.restsOn.find(({ kind }) => kind === 'live-sign')!
  const sign = await play(walkTrail, { params: { kind: 'live-sign', id: live.id } })
  const said = new Map(sign.says.map(({ label, value }) => [label.zh, value.zh]))
  expect(said.get('方式')).toBe('扫码')
  expect(said.get('服务器时间')).toMatch(/\d{2}:\d{2}:\d{2}$/)
  expect(said.get('设备尾号')).toMatch(/^[0-9A-F]{6}$/)
  expect(step.leadsTo.map(({ kind }) => kind)).toContain('muster')
  const facts = await play(walkTrail, { params: { kind: 'muster', id: one.musterId! } })
  expect(facts.leadsTo.map(({ kind }) => kind)).toContain('fact')
})
