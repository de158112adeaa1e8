import { readFileSync, writeFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { approveDemoClaim, publishDemoClaim, waitForNotice } from '../demo/claim-way.ts'
import { lookUpSampleCertificates, planSampleClass, teachSampleClass } from '../demo/sample-class.ts'
import { getClaim, listClaims } from '../src/kernel/funds/claims/contract.ts'
import {
  applyReturnFile,
  demonstrationReturnFile,
  exportBatch,
  listPayments,
  makeBatch,
  signBatch,
} from '../src/kernel/funds/batches/contract.ts'
import { approveClass, submitClass } from '../src/mechanisms/training/filing/contract.ts'
import { seriousFindings, sidewaysFindings } from './audit.ts'
import { DISTRICT, setStage, type Stage } from './stage.ts'

/*
 * An official, no developer, changes a scheme in the browser: a price, a town in a list, a cap from a date. Its cases are
 * seen red and made green, another person publishes it, and the next decision is by it; what was paid before replays as
 * it was, on the page, by a command, and from a file alone.
 */

const SCHEME = '莲都区山区乡镇创业培训生活补助'
let stage: Stage
let clerk: Page
let leader: Page
let former: { claimId: string; decisionId: string; reference: string }
const TERMS = { kind: 'ENTREPRENEURSHIP' as const }

/** A class that the scheme pays, taught to its end; its claim. */
async function claimedClass(
  number: string,
): Promise<{ classId: string; claimId: string; decisionId: string; amounts: Set<string | null> }> {
  const [school, desk] = [await stage.play('school'), await stage.play('clerk')]
  const { classId } = await planSampleClass(school, { ...TERMS, number })
  await school(submitClass, { params: { classId } })
  await desk(approveClass, { params: { classId } })
  await teachSampleClass(school, classId)
  for (let tries = 0; tries < 200; tries += 1) {
    const { items } = await desk(listClaims, {})
    const claim = items.find((each) => each.title.includes(number))
    if (claim) {
      const { people } = await desk(getClaim, { params: { claimId: claim.id } })
      const due = people.filter(({ standing }) => standing === 'due')
      return {
        classId,
        claimId: claim.id,
        decisionId: due[0]!.decisionId,
        amounts: new Set(due.map(({ amountFen }) => amountFen)),
      }
    }
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  throw new Error(`the class ${number} has no claim`)
}

/** A claim goes the whole way; the reference of its first payment. */
async function pay(claimId: string, classId: string): Promise<string> {
  const names = ['school', 'clerk', 'reviewer', 'approver', 'director', 'finance'] as const
  const [school, desk, reviewer, approver, director, finance] = await Promise.all(names.map((name) => stage.play(name)))
  await approveDemoClaim({ school: school!, clerk: desk!, reviewer: reviewer!, approver: approver! }, claimId)
  await waitForNotice(desk!, claimId, await publishDemoClaim(desk!, claimId))
  await lookUpSampleCertificates(desk!, classId)
  const { id: batchId, contentSha256 } = await finance!(makeBatch, { body: { claimIds: [claimId] } })
  const params = { batchId }
  for (const signer of [approver!, director!]) await signer(signBatch, { params, body: { contentSha256 } })
  await finance!(exportBatch, { params })
  const file = (await finance!(demonstrationReturnFile, { params, query: {} })) as Blob
  await finance!(applyReturnFile, { params, query: { fileName: '回盘.csv' }, file })
  return (await finance!(listPayments, { params })).items[0]!.reference
}

beforeAll(async () => {
  stage = await setStage()
  const { amounts, classId, ...first } = await claimedClass('2022年第31期')
  expect([...amounts]).toEqual(['10000'])
  former = { ...first, reference: await pay(first.claimId, classId) }
  clerk = await stage.enter('clerk', '/policies')
  leader = await stage.enter('approver', '/policies')
  for (const page of [clerk, leader]) page.setDefaultTimeout(20_000)
})
afterAll(() => stage?.close())

const pageOf = (claimId: string, decisionId: string) =>
  `${stage.address}/${DISTRICT}/console/claims/${claimId}?person=${decisionId}`
const sees = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor()
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click()
const tab = (name: string) => clerk.getByRole('tab', { name, exact: true }).click()
const part = (label: string) => clerk.locator('.sj-editor-part', { hasText: label })

describe('an official changes the rule, in a browser', () => {
  it('begins a draft from the version in force', async () => {
    await clerk.getByRole('row').filter({ hasText: SCHEME }).first().click()
    await press(clerk, '从这一版起草')
    await clerk.getByRole('dialog').getByRole('button', { name: '从这一版起草' }).click()
    await sees(clerk, /从“liandu.mountain-allowance 2022-01”起草/)
  })

  it('changes a price, adds a town, raises the cap from a date; a case turns red', async () => {
    await clerk.getByLabel('自', { exact: true }).first().fill('2022-03-01')
    const price = clerk.getByRole('textbox', { name: /五级\/初级工/ }).first()
    await price.focus()
    await clerk.keyboard.type('110')
    await clerk.keyboard.press('Enter')
    const towns = part('山区乡镇名单')
    await towns.getByLabel(/^加入“/).fill('老竹畲族镇')
    await towns.getByRole('button', { name: '加入名单' }).click()
    await towns.getByRole('button', { name: '删除老竹畲族镇' }).waitFor()
    const most = part('每人每班最高')
    await most.getByRole('button', { name: /从某日起改为/ }).click()
    await most.getByLabel('每人每班最高:自').last().fill('2022-05-01')
    await most.getByRole('button', { name: '加一行' }).click()
    await most.getByLabel('每人每班最高:数值').last().fill('160')
    await most.getByLabel('每人每班最高:数值').last().press('Enter')
    await press(clerk, '保存')
    await sees(clerk, '已保存')
    await press(clerk, '检查')
    await sees(clerk, /个案例与预期不符/)
  })

  it('puts the cases right and adds those that the change needs, until all are green', async () => {
    await tab('案例')
    await clerk.getByLabel('只看不通过的').check()
    for (let left = await clerk.getByText('不通过', { exact: true }).count(); left > 0; left -= 1) {
      await clerk.locator('.sj-editor-cases button.sj-plain').first().click()
      await press(clerk, '按实际结果改')
      await press(clerk, '收起')
    }
    await clerk.getByRole('button', { name: '试一个案例' }).click()
    await clerk.getByLabel('从案例开始').selectOption({ index: 1 })
    await clerk.getByLabel('办班乡镇(街道):值').fill('老竹畲族镇')
    await clerk.getByLabel('办班乡镇(街道):值').press('Enter')
    await clerk.getByLabel('案例名称').fill('老竹畲族镇同样享受')
    await press(clerk, '存为案例')
    await clerk.getByLabel('从案例开始').selectOption('三级班：180元，最高150元')
    await clerk.getByLabel('按哪一天的标准').fill('2022-05-01')
    await clerk.getByLabel('按哪一天的标准').press('Tab')
    await sees(clerk, '符合补贴条件,拟补贴金额 160 元。')
    await clerk.getByLabel('案例名称').fill('五月起三级班最高160元')
    await press(clerk, '存为案例')
    await clerk.getByLabel('按哪一天的标准').fill('2022-04-30')
    await clerk.getByLabel('按哪一天的标准').press('Tab')
    await sees(clerk, '符合补贴条件,拟补贴金额 150 元。')
    await clerk.getByLabel('案例名称').fill('四月底三级班仍最高150元')
    await press(clerk, '存为案例')
    await press(clerk, '保存')
    await press(clerk, '检查')
    await sees(clerk, '可以提请发布')
    await sees(clerk, '每个条款都有案例')
    expect(await seriousFindings(clerk)).toEqual([])
    expect(await sidewaysFindings(clerk)).toEqual([])
  })

  it('is tried on what happened: who would get more, and what it would cost', async () => {
    const draft = clerk.url()
    await clerk.getByRole('link', { name: '试算影响' }).click()
    const day = (name: string) => clerk.getByLabel(name, { exact: true })
    await day('自').fill('2022-01-01')
    await day('至').fill('2022-12-31')
    await clerk.getByRole('button', { name: '开始试算' }).click()
    await sees(clerk, /件测算:多领 [1-9]\d* 人、少领 0 人/)
    await sees(clerk, /多支出 [\d,]+\.00 元/)
    expect(await seriousFindings(clerk)).toEqual([])
    await clerk.getByRole('region', { name: '月份' }).getByRole('button').nth(1).click()
    await sees(clerk, '100.00')
    await clerk.goto(draft)
  })

  it('is proposed by the one, refused to them, and published by another', async () => {
    await press(clerk, '提请发布')
    const dialog = clerk.getByRole('dialog')
    await dialog.getByLabel('文号').fill('莲人社〔2022〕15号')
    await dialog.getByLabel('理由').fill('年度调整')
    await dialog.getByRole('button', { name: '提请发布' }).click()
    await sees(clerk, '提请人本人不能发布')
    expect(await clerk.getByRole('button', { name: /^发\s?布$/ }).count()).toBe(0)
    const most = part('每人每班最高').getByLabel('每人每班最高:数值').last()
    await most.fill('170')
    await most.press('Enter')
    await sees(clerk, '有尚未保存的修改')

    await leader.goto(clerk.url())
    await press(leader, /^发\s?布$/)
    await leader
      .getByRole('dialog')
      .getByRole('button', { name: /^发\s?布$/ })
      .click()
    await sees(leader, '草稿已发布')
    await leader.getByRole('link', { name: '查看发布的版本' }).click()
    await leader.getByText(/^公告/).click()
    await sees(leader, /根据莲人社〔2022〕15号/)
    await clerk.reload()
    await sees(clerk, '草稿已发布,而您还有没保存的修改')
    await press(clerk, '放弃我的修改')
    await clerk.getByText('草稿已发布,而您还有没保存的修改').waitFor({ state: 'detached' })
    await clerk.reload()
    await sees(clerk, '草稿已发布')
    expect(await clerk.getByText('而您还有没保存的修改').count()).toBe(0)
    await sees(leader, /由“100 元”改为“110 元”|由“100\.00”改为“110\.00”|100.*改为.*110/)
  })

  it('decides by it from then on: an appeal is proposed by the one, confirmed by another, and paid as a supplement', async () => {
    await clerk.goto(pageOf(former.claimId, former.decisionId))
    await press(clerk, /^重新认定$/)
    const dialog = clerk.getByRole('dialog', { name: /^重新认定/ })
    await dialog.getByRole('combobox', { name: '为什么重新认定' }).click()
    await clerk.locator('.ant-select-dropdown:visible .ant-select-item-option').filter({ hasText: '申诉成立' }).click()
    await dialog.getByRole('button', { name: '预览结果' }).click()
    await dialog.getByText('+10.00').first().waitFor()
    await dialog
      .getByText(/生成补发|补发/)
      .first()
      .waitFor()
    const send = dialog.getByRole('button', { name: '提出,等另一人确认' })
    expect(await send.isDisabled()).toBe(true)
    await dialog.getByLabel('原因说明').fill('按新标准复核')
    await dialog.getByLabel('依据文件').fill('莲人社认〔2022〕2号')
    expect(await seriousFindings(clerk)).toEqual([])
    await send.click()
    await clerk.waitForURL(/\/redecisions\/[0-9a-f-]{36}$/)
    await sees(clerk, '莲人社认〔2022〕2号')
    expect(await clerk.getByRole('button', { name: '确认或不同意' }).count()).toBe(0)

    const reviewer = await stage.enter('reviewer', new URL(clerk.url()).pathname.replace(/^.*\/console/, ''))
    await press(reviewer, '确认或不同意')
    await reviewer
      .getByRole('dialog')
      .getByRole('button', { name: /^确\s?认$/ })
      .click()
    await sees(reviewer, '已办理')
    await reviewer.context().close()

    await clerk.goto(pageOf(former.claimId, former.decisionId))
    const chain = clerk.locator('.anew-chain')
    await chain.getByText('第 2 次认定').waitFor()
    expect(await chain.innerText()).toMatch(/版本 2022-01[\s\S]+110\.00 元[\s\S]+\+10\.00[\s\S]+版本 2022-0[2-9]/)
    await clerk.getByRole('link', { name: /^S-2022-\d{4}B1$/ }).waitFor()
  })

  it('leaves what was decided and paid before as it was, to the fen and the hash: by a button, by a command', async () => {
    await clerk.goto(pageOf(former.claimId, former.decisionId))
    await press(clerk, '用当时的政策和事实重算')
    await sees(clerk, '重算与当时相同')
    await sees(clerk, '金额相同:100 元')
    await sees(clerk, new RegExp(former.reference))
    expect(await clerk.locator('.replay-lines .differs').count()).toBe(0)
    const { code, said } = await stage.command('tools/replay.ts', [former.reference])
    expect(said).toContain('金额相同:100 元')
    expect(said).toContain('2022-01')
    expect(said).not.toContain('✗')
    expect(code).toBe(0)
  })

  it('is replayed from a file where there is no database; a changed digit is found and named', async () => {
    const [download] = await Promise.all([clerk.waitForEvent('download'), press(clerk, '下载判定文件')])
    const file = await download.path()
    expect(await stage.command('tools/replay.ts', ['--file', file], 'nowhere')).toMatchObject({ code: 0 })
    const changed = `${file}.changed`
    writeFileSync(changed, readFileSync(file, 'utf8').replace(/"effectiveFen": "10000"/, '"effectiveFen": "10001"'))
    const { code, said } = await stage.command('tools/replay.ts', ['--file', changed], 'nowhere')
    expect(said).toMatch(/✗ 金额不同[^\n]*100\.01/)
    expect(code).toBe(1)
  })

  it('stands in the list, in force, and the former one has ended', async () => {
    await clerk.goto(`${stage.address}/${DISTRICT}/console/policies?origin=county`)
    await sees(clerk, '莲人社〔2022〕15号')
    await sees(clerk, '已停止')
  })

  it('begins a scheme that there is not yet, by its name or from a file', async () => {
    await press(clerk, '新建政策')
    const dialog = clerk.getByRole('dialog')
    await dialog.getByLabel('政策名称').fill('夜校补贴')
    await dialog.getByLabel('英文名称').fill('Night school subsidy')
    await dialog.getByLabel('代码').fill('night-school')
    const chosen = dialog.locator('input[type=file]')
    await chosen.setInputFiles({ name: '坏.json', mimeType: 'application/json', buffer: Buffer.from('{"scheme":') })
    await dialog.getByText('“坏.json”不是 JSON 文件').waitFor()
    await chosen.setInputFiles({
      name: '缺.json',
      mimeType: 'application/json',
      buffer: Buffer.from('{"scheme":"liandu.x"}'),
    })
    await dialog.getByText(/文件有 \d+ 处写得不对/).waitFor()
    expect(await seriousFindings(clerk)).toEqual([])
    await dialog.getByRole('button', { name: '新建政策' }).click()
    await sees(clerk, /从“空白”起草/)
    for (const name of ['条件', '金额算法', '条款', '案例', '改了什么', '更多', '标准与日期']) {
      await tab(name)
      expect(await sidewaysFindings(clerk)).toEqual([])
    }
  })
})
