import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { begunFrom } from '../src/kernel/policy/editing/begin.ts'
import { type PackDocument } from '../src/kernel/policy/packs/pack.ts'
import { policyFolder, valuesOf } from '../src/kernel/policy/packs/library.ts'
import { launchBrowser } from '../src/platform/testing/browser.ts'
import { seriousFindings, sidewaysFindings } from './audit.ts'
import { type Built, builtEditor, documentOf, openEditor } from './editor/open.ts'
import { givenScheme, OCCUPATIONS } from './editor/schemes.ts'

/*
 * The editor of schemes alone, in a browser: what its fields and keys do. That what was edited is kept, checked and
 * published is played elsewhere, against the platform.
 */

let browser: Browser
let built: Built
beforeAll(async () => {
  ;[browser, built] = await Promise.all([launchBrowser(), builtEditor()])
})
afterAll(() => browser?.close())

const shipped = (scheme: string) =>
  policyFolder().packs.find(({ pack }) => pack.scheme === scheme)!.document as PackDocument
const rates = (document: PackDocument) => document.amount.rows!.map(({ at, fen }) => [...at, fen])

describe('the price grid', () => {
  it('takes a price by the keyboard alone, shows which case it turns red, and takes it back', async () => {
    const { page, errors } = await openEditor(browser, built, { document: givenScheme() })
    const cell = page.getByRole('textbox', { name: '焊工 · 农村转移就业劳动者,五级/初级工' })
    await cell.focus()
    await page.keyboard.type('1,2')
    await page.keyboard.press('Backspace')
    await page.keyboard.type('300')
    await page.keyboard.press('Enter')
    await page.getByText('案例 2/3 通过').waitFor()
    expect(rates(await documentOf(page))[0]).toEqual(['焊工', 'L5_JUNIOR', 'RURAL_TRANSFER', 130_000])
    await page.keyboard.press('Control+z')
    await page.getByText('案例 3/3 通过').waitFor()
    expect(await documentOf(page)).toEqual(givenScheme())
    await page.keyboard.press('Control+y')
    await page.getByText('案例 2/3 通过').waitFor()
    expect(errors).toEqual([])
  })

  it('takes a range from Excel and gives it back, keeps a text in a number column and says where it stands', async () => {
    const { page, errors } = await openEditor(browser, built, { document: givenScheme() })
    const paste = (text: string) =>
      page.evaluate((tsv) => {
        const data = new DataTransfer()
        data.setData('text/plain', tsv)
        document.activeElement!.dispatchEvent(
          new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
        )
      }, text)
    await page.getByRole('textbox', { name: '焊工 · 农村转移就业劳动者,五级/初级工' }).focus()
    await paste('1,100\t1,600\n约一千\t１７００\n')
    await page.getByText('“约一千”不是金额').first().waitFor()
    const [first] = await page.getByRole('alert').allInnerTexts()
    expect(first).toContain('“五级/初级工”列:“约一千”不是金额,应写成 1000、1,000.00 或 0.1万')
    expect((await documentOf(page)).amount.rows!.slice(0, 2).map(({ fen }) => fen)).toEqual([110_000, 160_000])
    // One amount in its place, and nothing is wrong any more.
    await page.getByRole('textbox', { name: /五级\/初级工$/ }).press('ArrowDown')
    await page.keyboard.type('1000')
    await page.keyboard.press('Enter')
    await page.getByText('“约一千”不是金额').first().waitFor({ state: 'detached' })
    await page.keyboard.press('Control+a')
    await page.keyboard.press('Control+c')
    const copied = await page.evaluate(() => navigator.clipboard.readText())
    expect(copied.split('\n')[0]).toMatch(/^1100.00\t1600.00/)
    expect(errors).toEqual([])
  })

  it('marks gaps and overlaps, and draws three hundred occupations only where they are seen', async () => {
    const document = givenScheme(300)
    const [first, second, ...rest] = document.amount.rows!
    document.amount.rows = [first!, { ...first!, fen: 1 }, ...rest]
    const { page, errors } = await openEditor(browser, built, { document })
    await page
      .getByText(/有 2 个标准:1,000.00、0.01。请只留一个/)
      .first()
      .waitFor()
    await page.getByText(/1 个组合没有标准/).waitFor()
    expect(second!.at).not.toEqual(first!.at)
    expect(await page.getByRole('row').count()).toBeLessThan(60)
    const began = Date.now()
    await page.getByRole('textbox', { name: /^焊工/ }).press('Control+End')
    await page.keyboard.type('999')
    await page.keyboard.press('Enter')
    await page.waitForFunction(() =>
      (globalThis.now as { amount: { rows: { fen: number }[] } }).amount.rows.some(({ fen }) => fen === 99_900),
    )
    expect(Date.now() - began).toBeLessThan(5000)
    expect(errors).toEqual([])
  })
})

describe('what an official changes', () => {
  it('raises a value from a date and adds a name to a list', async () => {
    const { page } = await openEditor(browser, built, {
      document: shipped('lishui.ui-skill-upgrade'),
      occupations: OCCUPATIONS,
    })
    const months = page.locator('.sj-editor-part', { hasText: '最低缴费月数' })
    await months.getByRole('button', { name: /从某日起改为/ }).click()
    await months.getByRole('button', { name: '加一行' }).click()
    await months.getByText('请填从哪一天起').waitFor()
    await months.getByLabel('最低缴费月数:自').last().fill('2024-07-01')
    await months.getByRole('button', { name: '加一行' }).click()
    await months.getByLabel('最低缴费月数:数值').last().fill('24')
    await months.getByLabel('最低缴费月数:数值').last().press('Enter')
    const list = page.locator('.sj-editor-part', { hasText: '紧缺人才' })
    await list.getByLabel(/^加入“/).fill('电')
    await list.locator('datalist option[value="电工"]').waitFor({ state: 'attached' })
    await list.getByLabel(/^加入“/).fill('电工')
    await list.getByRole('button', { name: '加入名单' }).click()
    await list.getByRole('button', { name: '删除电工' }).waitFor()
    const { parameters } = await documentOf(page)
    const { values } = parameters!['insuredMonths'] as { values: { from: string; value: unknown }[] }
    expect(values.map(({ from, value }) => [from, value])).toEqual([
      ['2017-01-01', 12],
      ['2024-07-01', 24],
    ])
    expect((parameters!['shortage'] as { lists: { value: unknown }[] }).lists[0]!.value).toEqual([
      '焊工',
      '养老护理员',
      '电工',
    ])
  })

  it('changes one price from a date, where there was one table for all days, and marks what differs', async () => {
    const before = givenScheme()
    const { page, errors } = await openEditor(browser, built, { document: before, before })
    await page.getByRole('textbox', { name: '焊工 · 农村转移就业劳动者,五级/初级工' }).focus()
    await page.keyboard.type('1100')
    await page.keyboard.press('Enter')
    await page.getByTitle('现行版本:1,000.00').waitFor()
    await page.keyboard.press('Control+z')
    await page.getByTitle('现行版本:1,000.00').waitFor({ state: 'detached' })
    await page.getByRole('button', { name: '价目: 从某日起改为…' }).click()
    await page.getByLabel('价目:自').fill('2024-07-01')
    await page.getByRole('button', { name: '加一行' }).click()
    await page.getByRole('textbox', { name: '焊工 · 农村转移就业劳动者,五级/初级工' }).focus()
    await page.keyboard.type('1100')
    await page.keyboard.press('Enter')
    await page.getByText('案例 3/3 通过').waitFor()
    const { tables } = (await documentOf(page)).parameters!['table1'] as {
      tables: { from: string; rows: { fen: number }[] }[]
    }
    expect(tables.map(({ from, rows }) => [from, rows[0]!.fen])).toEqual([
      ['2022-01-01', 100_000],
      ['2024-07-01', 110_000],
    ])
    await page.getByRole('button', { name: '试一个案例' }).click()
    await page.getByLabel('从案例开始').selectOption('焊工五级')
    await page.getByLabel('按哪一天的标准').fill('2024-07-01')
    await page.getByText('符合补贴条件,拟补贴金额 1,100 元。').waitFor()
    expect(errors).toEqual([])
  })

  it('tries a case in the browser by the program that decides, and keeps it', async () => {
    const { page, errors } = await openEditor(browser, built, { document: givenScheme() })
    await page.getByRole('button', { name: '试一个案例' }).click()
    await page.getByText('待核实:尚缺 4 项信息').waitFor()
    await page.getByLabel('从案例开始').selectOption('焊工五级')
    await page.getByText('符合补贴条件,拟补贴金额 1,000 元。').waitFor()
    await page.getByLabel('理论成绩:值').fill('59')
    await page.getByLabel('理论成绩:值').press('Enter')
    await page.getByText('不予补贴,原因共 1 项:').waitFor()
    await page.getByLabel('案例名称').fill('差一分')
    await page.getByLabel('案例名称').press('Tab')
    await page.getByRole('button', { name: '存为案例' }).click()
    await page.getByText('案例 4/4 通过').waitFor()
    expect((await documentOf(page)).cases.at(-1)).toMatchObject({ name: '差一分', expect: { ineligible: ['theory'] } })
    expect(errors).toEqual([])
  })
})

describe('behind the first screen', () => {
  it('builds a condition from choices, and tells what changed', async () => {
    const document = givenScheme()
    const { page, errors } = await openEditor(browser, built, { document, before: document })
    await page.getByRole('tab', { name: '条件', exact: true }).click()
    await page.getByRole('button', { name: '增加条件' }).click()
    const part = page.getByRole('article').filter({ hasText: '新条件' })
    await part.getByLabel('事实', { exact: true }).selectOption('marks.practice')
    await part.getByLabel('比较').selectOption('atLeast')
    await part.getByLabel('值', { exact: true }).fill('７０')
    await part.getByLabel('值', { exact: true }).press('Enter')
    await part.getByText('技能成绩不低于 70 分').waitFor()
    await page.getByText('案例 1/3 通过').waitFor()
    await page.getByRole('tab', { name: '改了什么' }).click()
    await page.getByText('共 1 处不同').waitFor()
    await page.getByText('技能成绩不低于 70 分').waitFor()
    expect((await documentOf(page)).conditions[1]).toMatchObject({ fact: 'marks.practice', atLeast: 70 })
    expect(errors).toEqual([])
  })

  it('says at once that no case comes to a new clause, and forgets it when one does', async () => {
    const document = givenScheme()
    document.cases = document.cases.slice(0, 2)
    document.clauses['c2'] = { ...document.clauses['c1']!, article: '第二条' }
    document.conditions = document.conditions.map((each) => ({ ...each, cite: 'c2' }))
    const { page } = await openEditor(browser, built, { document })
    await page.getByText('检查发现 0 处错误、1 处提醒').or(page.getByText('检查发现 1 处错误、0 处提醒')).waitFor()
    await page.getByRole('tab', { name: '条款' }).click()
    await page
      .getByRole('article', { name: '《测试办法》第二条' })
      .getByText(/没有案例/)
      .waitFor()
    await page.getByRole('button', { name: '试一个案例' }).click()
    await page.getByLabel('从案例开始').selectOption('焊工五级')
    await page.getByLabel('理论成绩:值').fill('59')
    await page.getByLabel('案例名称').fill('差一分')
    await page.getByRole('button', { name: '存为案例' }).click()
    await page.getByText(/检查发现/).waitFor({ state: 'detached' })
    expect((await documentOf(page)).cases).toHaveLength(3)
  })

  it('takes a whole price list from Excel where there was none', async () => {
    const document = givenScheme()
    document.amount.rows = []
    const { page } = await openEditor(browser, built, { document })
    await page.getByLabel('表中还没有行').focus()
    await page.evaluate(() => {
      const data = new DataTransfer()
      data.setData(
        'text/plain',
        '职业\t类别\t五级\t四级\n焊工\t农村转移就业劳动者\t1,000\t1,500\n电工\t就业困难人员\t1,100\t',
      )
      globalThis.document.activeElement!.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
      )
    })
    await page.getByRole('textbox', { name: '焊工 · 农村转移就业劳动者,五级/初级工' }).waitFor()
    expect(rates(await documentOf(page))).toEqual([
      ['焊工', 'L5_JUNIOR', 'RURAL_TRANSFER', 100_000],
      ['焊工', 'L4_INTERMEDIATE', 'RURAL_TRANSFER', 150_000],
      ['电工', 'L5_JUNIOR', 'HARD_TO_EMPLOY', 110_000],
    ])
  })

  it('shows where a part comes from, and makes it the county’s own when it is changed', async () => {
    const { page } = await openEditor(browser, built, { document: shipped('lishui.ui-skill-upgrade') })
    const times = page.locator('.sj-editor-part', { hasText: '每年享受次数上限' })
    await times.getByText('来自省').waitFor()
    await times.getByLabel('每年享受次数上限:数值').fill('2')
    await times.getByLabel('每年享受次数上限:数值').press('Enter')
    await times.getByText('来自省').waitFor({ state: 'detached' })
    expect((await documentOf(page)).origins).not.toHaveProperty('parameters.timesAYear')
  })
})

describe('what stands beside a case', () => {
  const county = valuesOf(331102)

  it('is said in fields: which instalment it is, what else is due, and what comes of it', async () => {
    const document = shipped('liandu.high-skilled-allowance')
    const { page, errors } = await openEditor(browser, built, {
      document,
      countyValues: county,
      schemes: [{ scheme: 'liandu.talent-benefit', title: { zh: '其他人才补助', en: 'Another talent benefit' } }],
    })
    const count = document.cases.length
    await page.getByText(`案例 ${count}/${count} 通过`).waitFor()
    await page.getByRole('tab', { name: '案例', exact: true }).click()
    const first = page.locator('.sj-editor-cases > li').first()
    await first.getByRole('button', { name: document.cases[0]!.name }).click()
    await first.getByLabel('第几期').selectOption('4')
    await page.getByText(`案例 ${count}/${count} 通过`).waitFor({ state: 'detached' })
    await page.getByRole('button', { name: '撤销' }).click()
    await page.getByText(`案例 ${count}/${count} 通过`).waitFor()
    await first.getByRole('button', { name: '加一项同类补贴' }).click()
    const beside = first.getByRole('group', { name: '同类补贴第 1 项' })
    await first.getByText('同类补贴第 1 项:还没有选是哪一项政策').waitFor()
    await beside.getByLabel('哪一项政策').selectOption('liandu.talent-benefit')
    await beside.getByLabel('单独可得金额').fill('5000')
    await beside.getByLabel('单独可得金额').press('Enter')
    await first.getByRole('button', { name: '也核对:因此放弃' }).click()
    await first.getByText('其他人才补助 5,000 元').waitFor()
    await first.getByText('通过', { exact: true }).waitFor()
    const [changed] = (await documentOf(page)).cases
    expect(changed).toMatchObject({
      beside: [{ scheme: 'liandu.talent-benefit', title: { zh: '其他人才补助' }, fen: 500_000 }],
      expect: { forgone: { 'liandu.talent-benefit': 500_000 } },
    })
    await first.getByRole('button', { name: '删除同类补贴第 1 项' }).click()
    await first.getByRole('button', { name: '不写' }).click()
    expect((await documentOf(page)).cases[0]).not.toHaveProperty('beside')
    expect(errors).toEqual([])
  })

  it('is tried too, and kept with the case', async () => {
    const { page, errors } = await openEditor(browser, built, {
      document: shipped('liandu.high-skilled-allowance'),
      countyValues: county,
    })
    await page.getByRole('button', { name: '试一个案例' }).click()
    await page.getByLabel('从案例开始').selectOption({ index: 1 })
    await page.getByRole('button', { name: '加一项同类补贴' }).click()
    const beside = page.getByRole('group', { name: '同类补贴第 1 项' })
    await beside.getByLabel('哪一项政策').selectOption({ label: '其他人才补助' })
    await beside.getByLabel('单独可得金额').fill('1万')
    await beside.getByLabel('单独可得金额').press('Enter')
    await page.getByText('不予补贴,原因共 1 项:').waitFor()
    await page.getByLabel('案例名称').fill('另一项更高')
    await page.getByRole('button', { name: '存为案例' }).click()
    await page.getByText('已存为案例“另一项更高”').waitFor()
    const kept = (await documentOf(page)).cases.at(-1)!
    expect(kept.beside).toEqual([expect.objectContaining({ scheme: 'liandu.talent-benefit', fen: 1_000_000 })])
    expect(Object.keys(kept.given)).not.toContain('stacking.beside')
    expect(errors).toEqual([])
  })
})

describe('what the county has', () => {
  const countyValues = valuesOf(331102)
  const funds = [
    { code: 'EMPLOYMENT_SUBSIDY_FUND', name: { zh: '就业补助资金', en: 'Employment subsidy fund' } },
    { code: 'TALENT_FUND', name: { zh: '人才专项资金', en: 'Talent fund' } },
  ]

  it('are funds by their names, and one that may not pay it is said beside them', async () => {
    const document = shipped('liandu.training-subsidy')
    const { page, errors } = await openEditor(browser, built, { document, countyValues, funds })
    await page.getByRole('tab', { name: '更多' }).click()
    const chosen = page.getByRole('group', { name: '资金来源' })
    await chosen.getByLabel('人才专项资金').check()
    const wrong = '“人才专项资金”不能支付“职业培训补贴”类补贴'
    await page.locator('.sj-editor-notes').getByText(wrong).waitFor()
    await chosen.getByLabel('人才专项资金').uncheck()
    await page.locator('.sj-editor-notes').getByText(wrong).waitFor({ state: 'detached' })
    expect((await documentOf(page)).funds).toEqual(document.funds)
    expect(errors).toEqual([])
  })

  it('are values by what they are called and hold, with where they come from', async () => {
    const document = shipped('liandu.training-subsidy')
    const { page, errors } = await openEditor(browser, built, { document, countyValues })
    const listed = page.getByRole('listitem').filter({ hasText: '理论合格分数线' })
    await listed.getByText(/现值 60 分,来自/).waitFor()
    await page.getByRole('tab', { name: '条件', exact: true }).click()
    expect(await page.locator('.sj-editor').innerText()).not.toContain('marks.theoryPass')
    await page.getByRole('button', { name: '修改:理论考试' }).click()
    await page
      .getByRole('combobox')
      .locator('option:checked', { hasText: '理论合格分数线(60)' })
      .first()
      .waitFor({ state: 'attached' })
    expect(errors).toEqual([])
  })

  it('begins a limit with the county’s first family and no sum, and says so until it is filled in', async () => {
    const { page, errors } = await openEditor(browser, built, { document: givenScheme(), countyValues })
    await page.getByRole('tab', { name: '条件', exact: true }).click()
    await page.getByRole('button', { name: '增加限制' }).click()
    const part = page.getByRole('article').filter({ hasText: '新' })
    await part.getByLabel('限什么').selectOption('sum')
    await part.getByText('还没有填').first().waitFor()
    const first = (countyValues.find(({ name }) => name === 'subsidy.families')!.value as { code: string }[])[0]!.code
    expect((await documentOf(page)).limits![0]).toMatchObject({ over: [first], sum: '' })
    await part.getByLabel('最多').fill('6000')
    await part.getByLabel('最多').press('Enter')
    await part.getByText('还没有填').first().waitFor({ state: 'detached' })
    expect((await documentOf(page)).limits![0]).toMatchObject({ sum: 600_000 })
    expect(errors).toEqual([])
  })
})

describe('what comes from a region above', () => {
  it('is raised by the county from a date: it is the county’s own then, and nothing else of it', async () => {
    const versions = policyFolder().packs.filter(({ pack }) => pack.scheme === 'lishui.ui-skill-upgrade')
    const { document } = begunFrom(versions[0]!, { region: '331102', versions, on: '2022-03-10' })
    const { page, errors } = await openEditor(browser, built, {
      document: document as unknown as PackDocument,
      versions: versions.map(({ pack }) => pack.version),
    })
    const times = page.locator('.sj-editor-part', { hasText: '每年享受次数上限' })
    await times.getByText('来自省').waitFor()
    const months = page.locator('.sj-editor-part', { hasText: '最低缴费月数' })
    await months.getByText('来自市').waitFor()
    await times.getByRole('button', { name: /从某日起改为/ }).click()
    await times.getByLabel('每年享受次数上限:自').last().fill('2022-07-01')
    await times.getByRole('button', { name: '加一行' }).click()
    await times.getByLabel('每年享受次数上限:数值').last().fill('4')
    await times.getByLabel('每年享受次数上限:数值').last().press('Enter')
    await times.getByText('来自省').waitFor({ state: 'detached' })
    await months.getByText('来自市').waitFor()
    const { parameters, origins } = await documentOf(page)
    const { values } = parameters!['timesAYear'] as { values: { from: string; value: unknown }[] }
    expect(values.at(-1)).toMatchObject({ from: '2022-07-01', value: 4 })
    expect(values).toHaveLength(2)
    expect(origins).not.toHaveProperty('parameters.timesAYear')
    expect(origins).toHaveProperty('parameters.insuredMonths', '331100')
    // Its name, and whose place it takes, are fields as well.
    await page.getByLabel('版本号(年-月,或年-月-日)').fill('2022-05-06')
    await page.getByLabel('版本号(年-月,或年-月-日)').press('Enter')
    await page.getByRole('group', { name: '替代哪些版本' }).getByRole('checkbox').first().uncheck()
    const renamed = await documentOf(page)
    expect([renamed.version, renamed.replaces]).toEqual(['2022-05-06', undefined])
    expect(errors).toEqual([])
  })
})

describe('what is not a whole scheme', () => {
  it('is told what it lacks, and nothing breaks', async () => {
    const { clauses: _, ...document } = givenScheme()
    const { page, errors } = await openEditor(browser, built, { document: document as PackDocument }, { drawn: false })
    await page.getByText('缺少此项').first().waitFor()
    expect(errors).toEqual([])
  })
})

describe('everyone can use it', () => {
  it.each([
    [1440, 'zh'],
    [390, 'en'],
  ])('at %i px in %s nothing is without a name and nothing reaches beyond the edge', async (width, language) => {
    const { page, errors } = await openEditor(
      browser,
      built,
      { document: shipped('lishui.ui-skill-upgrade') },
      { width, language },
    )
    const tabs = page.getByRole('tab')
    for (let at = 0; at < (await tabs.count()); at += 1) {
      await tabs.nth(at).click()
      expect(await seriousFindings(page)).toEqual([])
      expect(await sidewaysFindings(page)).toEqual([])
    }
    expect(errors).toEqual([])
  })
})
