import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { waitForNotice } from '../demo/claim-way.ts'
import type { Player } from '../demo/play.ts'
import { planSampleClass, sampleFile, teachSampleClass } from '../demo/sample-class.ts'
import { moveDemonstrationDate } from '../src/kernel/access/contract.ts'
import {
  applyReturnFile,
  demonstrationReturnFile,
  exportBatch,
  listPayableClaims,
  listPayments,
  makeBatch,
  signBatch,
} from '../src/kernel/funds/batches/contract.ts'
import { listBudgetLines } from '../src/kernel/funds/budget/contract.ts'
import { type ClaimHead, getClaim, listClaims } from '../src/kernel/funds/claims/contract.ts'
import { listReturnedPayments } from '../src/kernel/funds/payees/contract.ts'
import { listNotices } from '../src/kernel/funds/public-notices/contract.ts'
import { getLookUpGroup } from '../src/kernel/credentials/look-ups/contract.ts'
import { getCase, listCases } from '../src/kernel/integrity/cases/contract.ts'
import { makeLetters, uploadAnswer } from '../src/kernel/people/letters/contract.ts'
import { addDays, civilDate, luhnDigit } from '../src/kernel/values/public.ts'
import { submitClass } from '../src/mechanisms/training/filing/contract.ts'
import { DISTRICT, setStage, type Stage } from './stage.ts'
import { until } from './until.ts'

/*
 * The class of samples 01 and 05–10, from the answers of other offices to the last yuan: what `shared` says it comes to,
 * by the hands of everybody it takes. What only repeats `a-roster-becomes-money` is done without a browser. The clerk
 * never touches a mouse here, and the deputy director has a phone.
 */
const OFFICE = '莲都区社会保险中心'
const ANSWERS = [
  { register: 'pension-payments', file: '07-养老待遇领取名单.csv' },
  { register: 'government-payroll', file: '08-财政供养人员名单.csv' },
  { register: 'insured-staff', file: '10-企业参保人员.csv' },
  { register: 'deaths', file: '09-死亡人员名单.csv' },
] as const
/** A picture of one point. */
const PICTURE = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
/** The printed papers of the class, for people to look at. */
const PRINTED = fileURLToPath(new URL('../data/look/a-class-becomes-paid', import.meta.url))

let stage: Stage
let clerk: Page
let play: Record<'school' | 'clerk' | 'approver' | 'director' | 'finance', Player>
let classId = ''
let claimId = ''

beforeAll(async () => {
  stage = await setStage()
  const [school, office, approver, director, finance] = await Promise.all(
    ['school', 'clerk', 'approver', 'director', 'finance'].map((account) => stage.play(account)),
  )
  play = { school: school!, clerk: office!, approver: approver!, director: director!, finance: finance! }
  await play.school(moveDemonstrationDate, { body: { businessDate: '2022-03-04' } })
  ;({ classId } = await planSampleClass(play.school))
  await play.school(submitClass, { params: { classId } })
  clerk = await stage.enter('clerk')
  await withoutMouse(clerk)
})
afterAll(() => stage.close())
afterEach(() => expect(mouseUsed).toBe(0))

const sees = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor()

let mouseUsed = 0

/** From here on every press of a mouse, finger or pen on this window's pages is counted. */
async function withoutMouse(page: Page): Promise<void> {
  const listen = () =>
    document.addEventListener('pointerdown', () => (window as unknown as { mouse(): void }).mouse(), true)
  await page.exposeFunction('mouse', () => (mouseUsed += 1))
  await page.addInitScript(listen)
  await page.evaluate(listen)
}

const MOST_TABS = 160

/** Tab by Tab to what is on screen, as somebody does who has no mouse. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor()
  for (let tabs = 0; tabs < MOST_TABS; tabs += 1) {
    if (await target.evaluate((each) => each === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`the keys do not reach ${target.toString()}`)
}

/** A button by its name is reached by the keys, and pressed. */
async function press(page: Page, name: string | RegExp, within = page.locator('body')): Promise<void> {
  await tabTo(page, within.getByRole('button', { name }).last())
  await page.keyboard.press('Enter')
}

/** The row of a list that says this is reached by the keys, and opened. */
async function openRow(page: Page, text: string): Promise<void> {
  await tabTo(page, page.getByRole('row').filter({ hasText: text }).first())
  await page.keyboard.press('Enter')
}

/** The box for a file is reached by the keys, and opened. */
async function chooseFile(page: Page): Promise<void> {
  await tabTo(page, page.locator('input[type="file"]').first())
  await page.keyboard.press('Enter')
}

/** A field of a dialog is reached by the keys, and filled. */
async function fillIn(dialog: Locator, label: string, text: string): Promise<void> {
  await tabTo(clerk, dialog.getByLabel(label))
  await clerk.keyboard.type(text)
}

/** A page by its name, as Ctrl+K finds it. */
async function goTo(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox').last().waitFor()
  await page.keyboard.type(name)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1 }).filter({ hasText: name }).waitFor()
}

const theClaim = () => play.clerk(getClaim, { params: { claimId } })
const budget = async () => (await play.finance(listBudgetLines)).items[0]!
const standing = (claim: ClaimHead, which: string) =>
  claim.people.filter((person) => person.standing === which).map(({ position }) => position)

async function waitsAs(status: 'assembled', dueFen: string): Promise<string> {
  return until(async () => {
    const { items } = await play.clerk(listClaims, { query: { status } })
    return items.find((claim) => claim.amountFen === dueFen)?.id
  }, `a claim of ${dueFen} fen that is ${status}`)
}

/** Made by finance, signed by two, exported, and answered by the bank, which returns these places. */
async function payBatch(batchId: string, contentSha256: string, returned?: string): Promise<void> {
  const params = { batchId }
  for (const signer of [play.approver, play.director]) await signer(signBatch, { params, body: { contentSha256 } })
  await play.finance(exportBatch, { params })
  const query = returned === undefined ? {} : { returned }
  const file = (await play.finance(demonstrationReturnFile, { params, query })) as Blob
  await play.finance(applyReturnFile, { params, query: { fileName: '回盘.csv' }, file })
}

describe('a class becomes paid', () => {
  it('is filed by the clerk with one key', async () => {
    await goTo(clerk, '开班审核')
    // Other offices have not answered: one key asks once more, and the class is filed all the same.
    await sees(clerk, /项未能核对/)
    await clerk.keyboard.press('a')
    await press(clerk, '仍然备案', clerk.getByRole('dialog'))
    await sees(clerk, /已备案/)
    await teachSampleClass(play.school, classId)
  })

  it('is claimed for 37 before anybody else has answered', async () => {
    claimId = await waitsAs('assembled', '3700000')
    expect((await theClaim()).number).toBe('S-2022-0001')
    expect(await budget()).toMatchObject({ reservedFen: '3700000' })
  })

  it('is frozen when the register of deaths answers, since number 16 had died and yet signed in', async () => {
    const { letters } = await play.clerk(makeLetters, {
      body: {
        letters: ANSWERS.map(({ register }) => ({ register, office: OFFICE })),
        groupIds: [classId],
        purpose: '职业技能培训补贴审核',
      },
    })
    for (const { register, file } of ANSWERS)
      await play.clerk(uploadAnswer, {
        params: { letterId: letters.find((letter) => letter.register === register)!.id },
        query: { fileName: file, office: OFFICE, asOf: '2022-03-28' },
        file: sampleFile(file),
      })
    claimId = await waitsAs('assembled', '3200000')
    await goTo(clerk, '疑点处置')
    await sees(clerk, 'Y-2022-0001')
    await openRow(clerk, 'Y-2022-0001')
    await clerk.getByRole('heading', { name: '疑点处置单 Y-2022-0001' }).waitFor()
    await sees(clerk, /登记死亡日期 2022-02-21/)
    const school = await stage.enter('school', `/claims/${claimId}`)
    await sees(school, /Y-2022-0001/)
    expect(await school.getByText('2022-02-21').count()).toBe(0)
    await school.context().close()
  })

  it('is let go by the written conclusion of two people, never of one', async () => {
    await press(clerk, '由我承办')
    await sees(clerk, '已由您承办')
    await press(clerk, '提出结论意见')
    const dialog = clerk.getByRole('dialog')
    await tabTo(clerk, dialog.getByRole('radio').first())
    await clerk.keyboard.press('Space')
    await tabTo(clerk, dialog.getByRole('textbox').last())
    await clerk.keyboard.type('经核实,16号学员开班前已死亡,考勤由他人代签,责令机构整改。')
    await press(clerk, '提出结论意见', dialog)
    await dialog.waitFor({ state: 'detached' })
    await clerk.reload()
    await clerk.getByRole('heading', { name: '疑点处置单 Y-2022-0001' }).waitFor()
    expect(await clerk.getByRole('button', { name: /确认结论/ }).count()).toBe(0)
    const [{ id: caseId } = { id: '' }] = (await play.clerk(listCases, {})).items
    const reviewer = await stage.enter('reviewer', `/cases/${caseId}`)
    await reviewer.getByRole('button', { name: /确认结论/ }).click()
    await reviewer.getByRole('dialog').getByRole('button', { name: '确认', exact: false }).last().click()
    await reviewer.getByRole('dialog').waitFor({ state: 'detached' })
    await reviewer.context().close()
    expect(await play.clerk(getCase, { params: { caseId } })).toMatchObject({ state: 'concluded', outcome: 'excluded' })
    await until(async () => ((await theClaim()).frozenBy === null ? true : undefined), 'the class is let go')
  })

  it('comes to 32 due, 21 and 25 held, and six refused, each with the reason', async () => {
    claimId = await waitsAs('assembled', '3200000')
    const claim = await theClaim()
    expect(claim.headCount).toBe(32)
    expect(standing(claim, 'held')).toEqual([21, 25])
    expect(standing(claim, 'refused')).toEqual([4, 6, 8, 10, 12, 16])
    const reasons = new Map(
      claim.people.map(({ position, reasons: all }) => [position, all.map(({ sentence }) => sentence.zh).join(';')]),
    )
    const told: readonly (readonly [number, RegExp])[] = [
      [4, /领取养老待遇/],
      [6, /45%/],
      [8, /理论成绩为 58 分/],
      [10, /财政供养人员/],
      [12, /缺考/],
      [16, /登记死亡日期 2022-02-21/],
      [21, /培训期间在企业参保/],
      [25, /培训期间在企业参保/],
    ]
    for (const [position, reason] of told) expect(reasons.get(position)).toMatch(reason)
  })

  it('is confirmed by its school, and passed by the clerk and whoever was drawn, by the keys alone', async () => {
    const school = await stage.enter('school', `/claims/${claimId}`)
    await sees(school, '32 / 2 / 6 人')
    await school.keyboard.press('a')
    await press(school, /确认无误\(32人/, school.getByRole('dialog'))
    await sees(school, '待初审')
    await school.context().close()
    await goTo(clerk, '申领初审')
    await clerk.locator('.sj-list').getByRole('listitem').first().waitFor()
    await clerk.keyboard.press('j')
    await clerk.keyboard.press('Enter')
    await clerk.getByRole('button', { name: /^初审通过/ }).waitFor()
    await clerk.keyboard.press('a')
    await press(clerk, /初审通过\(32人/, clerk.getByRole('dialog'))
    await clerk.getByRole('dialog').waitFor({ state: 'detached' })
    const reviewer = await stage.enter('reviewer', '/claims/second-queue')
    await reviewer.getByRole('button', { name: /^复核通过/ }).waitFor()
    await reviewer.keyboard.press('a')
    await press(reviewer, /复核通过\(32人/, reviewer.getByRole('dialog'))
    await reviewer.getByRole('dialog').waitFor({ state: 'detached' })
    await reviewer.context().close()
  })

  it('is approved by the deputy director on one page of a phone', async () => {
    const phone = await stage.look({ by: 'deputy', path: `/claims/${claimId}/approval`, width: 390, language: 'zh' })
    await sees(phone, '32,000.00')
    expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    await phone.getByRole('button', { name: /^同意/ }).click()
    await phone.getByRole('dialog').getByRole('button', { name: /同意/ }).last().click()
    await phone.getByRole('dialog').waitFor({ state: 'detached' })
    await phone.context().close()
    expect((await theClaim()).status).toBe('approved')
    expect(await budget()).toMatchObject({ reservedFen: '0', committedFen: '3200000' })
  })

  it('is published by the clerk, by the keys, and payable when its five working days have passed', async () => {
    await goTo(clerk, '公示')
    await openRow(clerk, (await theClaim()).number)
    await sees(clerk, /自今天起公示 5 个工作日/)
    await clerk.keyboard.press('a')
    await press(clerk, /公示\(32人/, clerk.getByRole('dialog'))
    await clerk.waitForURL(/\/public-notices\/[0-9a-f-]{36}$/)
    const [notice] = (await play.clerk(listNotices)).items
    await waitForNotice(play.clerk, claimId, addDays(civilDate(notice!.endsOn), 1))
    expect((await theClaim()).status).toBe('payable')
  })

  it('is found by its number, and its certificates are looked up with one key each', async () => {
    const { number } = await theClaim()
    await goTo(clerk, '补贴申领')
    await clerk.getByRole('row').filter({ hasText: number }).first().waitFor()
    await clerk.keyboard.press('/')
    await clerk.keyboard.type(number)
    await clerk.waitForURL(/search=/)
    await openRow(clerk, number)
    await clerk.waitForURL(new RegExp(`/claims/${claimId}`))

    await goTo(clerk, '证书查验')
    await openRow(clerk, '2022年第3期')
    await sees(clerk, '浙江省职业能力一体化工作平台')
    const sites = clerk.getByRole('radio')
    await tabTo(clerk, sites.first())
    await clerk.keyboard.press('ArrowDown')
    const [chooser] = await Promise.all([clerk.waitForEvent('filechooser'), chooseFile(clerk)])
    await chooser.setFiles({ name: '查询结果.png', mimeType: 'image/png', buffer: Buffer.from(PICTURE, 'base64') })
    await sees(clerk, /本次查验附 1 张截图/)
    const waiting = (await play.clerk(getLookUpGroup, { params: { groupId: classId } })).group.counts.waiting
    for (let at = 0; at < waiting; at += 1) await clerk.keyboard.press('y')
    await press(clerk, /^保存/)
    await until(async () => {
      const { group } = await play.clerk(getLookUpGroup, { params: { groupId: classId } })
      return group.counts.waiting === 0 ? true : undefined
    }, 'every certificate is looked up')
  })

  it('pays 32 people ¥32,000, one of whom comes back from the bank', async () => {
    const payable = (await play.finance(listPayableClaims)).lines[0]!.claims[0]!
    const batch = await play.finance(makeBatch, { body: { claimIds: [payable.id] } })
    expect(batch).toMatchObject({ lineCount: 32, amountFen: '3200000' })
    await payBatch(batch.id, batch.contentSha256, '1')
    expect(await budget()).toMatchObject({ paidFen: '3100000', returnedFen: '100000', committedFen: '0' })
    expect((await theClaim()).status).toBe('batched')
  })

  it('has the account put right by two people, and the one paid again by two more', async () => {
    await goTo(clerk, '退票重付')
    const { items } = await play.clerk(listReturnedPayments)
    expect(items).toHaveLength(1)
    const line = `/payees/${items[0]!.claimLineId}`
    await openRow(clerk, items[0]!.claimNumber)
    await press(clerk, '提出更正')
    const dialog = clerk.getByRole('dialog')
    const number = `621700${'1234567890'.padStart(12, '0')}`
    for (const [label, text] of [
      ['银行账号', number + luhnDigit(number)],
      ['户名', '王静'],
      ['开户行', '浙江农商银行'],
      ['更正原因', '原账户已销户'],
      ['依据材料', '本人社会保障卡和身份证原件,已核对'],
    ] as const)
      await fillIn(dialog, label, text)
    await press(clerk, /提交|提出/, dialog)
    await dialog.waitFor({ state: 'detached' })
    const reviewer = await stage.enter('reviewer', line)
    await reviewer.getByRole('button', { name: /确认/ }).first().click()
    await reviewer.getByRole('dialog').getByRole('button', { name: /确认/ }).last().click()
    await reviewer.getByRole('dialog').waitFor({ state: 'detached' })
    await reviewer.context().close()

    const [again] = (await play.finance(listPayableClaims)).lines[0]!.returned
    const batch = await play.finance(makeBatch, { body: { claimIds: [], returnedIds: [again!.id] } })
    expect(batch).toMatchObject({ lineCount: 1, amountFen: '100000' })
    await payBatch(batch.id, batch.contentSha256)
    expect(await budget()).toMatchObject({
      availableFen: '61800000',
      reservedFen: '0',
      committedFen: '0',
      returnedFen: '0',
      paidFen: '3200000',
    })
    expect((await theClaim()).status).toBe('paid')
    const { items: paid } = await play.finance(listPayments, { params: { batchId: batch.id } })
    expect(paid).toMatchObject([{ status: 'paid', tail: (number + luhnDigit(number)).slice(-4) }])
  })

  it('is decided anew for one of them, by hand: proposed by keys alone, with a clause, a reason and a paper', async () => {
    const { people } = await theClaim()
    const paid = people.findLast(({ standing: stands }) => stands === 'due')!
    await clerk.goto(`${stage.address}/${DISTRICT}/console/claims/${claimId}?person=${paid.decisionId}`)
    await press(clerk, /^重新认定$/)
    const dialog = clerk.getByRole('dialog', { name: /^重新认定/ })
    await tabTo(clerk, dialog.getByRole('combobox', { name: '为什么重新认定' }))
    await clerk.keyboard.press('Enter')
    for (let at = 0; at < 3; at += 1) await clerk.keyboard.press('ArrowDown')
    await clerk.keyboard.press('Enter')
    await dialog
      .getByText(/个案认定/)
      .first()
      .waitFor()
    await tabTo(clerk, dialog.getByRole('radio', { name: '予以补贴', exact: true }))
    await clerk.keyboard.press('ArrowDown')
    await fillIn(dialog, '认定理由', '考勤原件被水浸毁,经核实未达到出勤要求')
    await press(clerk, '预览结果', dialog)
    await dialog.getByText('−1,000.00').first().waitFor()
    await fillIn(dialog, '原因说明', '考勤原件与系统记录不符')
    await fillIn(dialog, '依据文件', '莲人社认〔2022〕1号')
    await press(clerk, '提出,等另一人确认', dialog)
    await clerk.waitForURL(/\/redecisions\/[0-9a-f-]{36}$/)
    await sees(clerk, '没有附材料。')
    const [chooser] = await Promise.all([clerk.waitForEvent('filechooser'), chooseFile(clerk)])
    await chooser.setFiles({ name: '值班记录.png', mimeType: 'image/png', buffer: Buffer.from(PICTURE, 'base64') })
    await sees(clerk, '值班记录.png')
    expect(await clerk.getByRole('button', { name: '确认或不同意' }).count()).toBe(0)

    const reviewer = await stage.enter('reviewer', new URL(clerk.url()).pathname.replace(/^.*\/console/, ''))
    await reviewer.getByRole('button', { name: '确认或不同意' }).click()
    await reviewer
      .getByRole('dialog')
      .getByRole('button', { name: /^确\s?认$/ })
      .click()
    await sees(reviewer, '已办理')
    await reviewer.context().close()

    await clerk.goto(`${stage.address}/${DISTRICT}/console/claims/${claimId}?person=${paid.decisionId}`)
    const money = clerk.locator('.anew-money')
    await money.getByRole('link', { name: '追回' }).waitFor()
    expect(await money.innerText()).toMatch(/1,000\.00[\s\S]+−1,000\.00[\s\S]+0\.00/)
  })

  it('is counted, by its clause, where whoever answers for the rules looks', async () => {
    const leader = await stage.enter('approver', '/redecisions')
    await sees(leader, /人工认定 1 人次,共 0\.00 元/)
    await sees(leader, /职业技能培训补贴.+个案认定.+1 人/)
    await leader.context().close()
  })

  it('is printed whole: every paper of the class in its order, with the number of the claim', async () => {
    await goTo(clerk, '班级')
    await openRow(clerk, '2022年第3期')
    await press(clerk, '打印档案卷')
    await clerk.getByRole('heading', { name: '卷内目录' }).waitFor()
    const text = await clerk.locator('.a4').allInnerTexts()
    const index = text.find((page) => page.includes('卷内目录')) ?? ''
    for (const paper of ['开班申请表', '花名册', '考勤表', '成绩', '审批表']) expect(index).toContain(paper)
    expect(text.join('\n')).toContain((await theClaim()).number)
    expect(text.join('\n')).not.toMatch(/339901\d{11}[\dX]/)
    mkdirSync(PRINTED, { recursive: true })
    writeFileSync(
      join(PRINTED, 'file-of-the-class.pdf'),
      await clerk.pdf({ preferCSSPageSize: true, printBackground: true }),
    )
  })
})
