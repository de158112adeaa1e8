import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { planSampleClass, teachSampleClass } from '../demo/sample-class.ts'
import { getClaim, listClaims } from '../src/kernel/funds/claims/contract.ts'
import { answerRedecision, getChain, previewAnew, proposeAnew } from '../src/kernel/funds/redecisions/contract.ts'
import { replayDecision } from '../src/kernel/funds/replays/contract.ts'
import { approveClass, submitClass } from '../src/mechanisms/training/filing/contract.ts'
import { seriousFindings, sidewaysFindings } from './audit.ts'
import { DISTRICT, setStage, type Stage } from './stage.ts'

/*
 * An official, no developer, changes a scheme in the browser: a price, a town in a list, a cap from a date. Its cases are
 * seen red and made green, another person publishes it, and the next decision is by it; the one before stays as it was.
 */

const SCHEME = '莲都区山区乡镇创业培训生活补助'
let stage: Stage
let clerk: Page
let leader: Page
let former: { claimId: string; decisionId: string }
const TERMS = { kind: 'ENTREPRENEURSHIP' as const }

/** A class that the scheme pays, taught to its end; its claim. */
async function paidClass(
  number: string,
): Promise<{ claimId: string; decisionId: string; amounts: Set<string | null> }> {
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
        claimId: claim.id,
        decisionId: due[0]!.decisionId,
        amounts: new Set(due.map(({ amountFen }) => amountFen)),
      }
    }
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  throw new Error(`the class ${number} has no claim`)
}

beforeAll(async () => {
  stage = await setStage()
  const { amounts, ...first } = await paidClass('2022年第31期')
  expect([...amounts]).toEqual(['10000'])
  former = first
  clerk = await stage.enter('clerk', '/policies')
  leader = await stage.enter('approver', '/policies')
  for (const page of [clerk, leader]) page.setDefaultTimeout(20_000)
})
afterAll(() => stage?.close())

const sees = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor()
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click()
const tab = (name: string) => clerk.getByRole('tab', { name, exact: true }).click()
const part = (label: string) => clerk.locator('.sj-editor-part', { hasText: label })

describe('an official changes the rule, in a browser', () => {
  it('begins a draft from the version in force', async () => {
    await clerk.getByRole('row').filter({ hasText: SCHEME }).first().click()
    await press(clerk, '从这一版起草')
    await clerk.getByRole('dialog').getByRole('button', { name: '从这一版起草' }).click()
    await sees(clerk, /从 liandu.mountain-allowance 2022-01 起草/)
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
    await clerk.getByRole('table').first().getByRole('button').nth(1).click()
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
    await sees(leader, /由“100 元”改为“110 元”|由“100\.00”改为“110\.00”|100.*改为.*110/)
  })

  it('decides by it from then on; what was decided before is what it was, to the fen and the hash', async () => {
    const [desk, reviewer] = [await stage.play('clerk'), await stage.play('reviewer')]
    const asked = { decisionIds: [former.decisionId], cause: 'appeal' as const, manual: null }
    const { items, seenSha256 } = await desk(previewAnew, { body: asked })
    expect(items.map(({ was, now }) => [was.effectiveFen, now.effectiveFen])).toEqual([['10000', '11000']])
    const why = { reason: '按新标准复核', document: '莲人社认〔2022〕2号', about: null }
    const { id } = await desk(proposeAnew, { body: { ...asked, ...why, seenSha256 } })
    const params = { redecisionId: id }
    const { state } = await reviewer(answerRedecision, { params, body: { outcome: 'confirmed', reason: '' } })
    expect(state).toBe('confirmed')
    const { links } = await desk(getChain, { params: former })
    expect(links.map(({ schemeVersion, effectiveFen }) => [schemeVersion, effectiveFen])).toEqual([
      ['2022-01', '10000'],
      [expect.stringMatching(/^2022-0[23]/), '11000'],
    ])
    const again = await desk(replayDecision, { params: former })
    expect(again.lines.map(({ id: line, same }) => [line, same])).toEqual(
      ['hash', 'pack', 'answer', 'amount', 'trace'].map((line) => [line, true]),
    )
  })

  it('stands in the list, in force, and the former one has ended', async () => {
    await clerk.goto(`${stage.address}/${DISTRICT}/console/policies?origin=county`)
    await sees(clerk, '莲人社〔2022〕15号')
    await sees(clerk, '已停止')
  })
})
