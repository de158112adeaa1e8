import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { sampleFile } from '../demo/sample-class.ts'
import { demoCounties } from '../demo/county.ts'
import { rosterOf } from '../demo/people.ts'
import { importLedgerFile, listHistorySources } from '../src/kernel/funds/history/contract.ts'
import { csv, HEADINGS, line } from '../src/kernel/funds/history/testing.ts'
import { uploadInsuredList } from '../src/kernel/people/insured/contract.ts'
import { ROLES } from '../src/kernel/access/public.ts'
import { PAGES } from '../src/web/console/pages.ts'
import type { TroubleData } from '../src/web/public/data.ts'
import { renderTrouble } from '../src/web/public/pages.ts'
import {
  atRest,
  behindFindings,
  chineseOn,
  faceOf,
  onPaper,
  seriousFindings,
  sidewaysFindings,
  watchRequests,
  writtenIn,
} from './audit.ts'
import { openDialog, openTab, otherwise, type Scene } from './look/camera.ts'
import { wholeStory } from './look/story.ts'
import { residentsRead, SERVED, traineeSigns } from './served-pages.ts'
import { DISTRICT, setStage, type Stage } from './stage.ts'

/*
 * Every page of the console by every role that may open it, and every dialog and state that the pictures have: at a desk
 * and on a phone, in Chinese and in English. No finding of axe that is serious, nothing beyond the edge, no Chinese on
 * an English page but what people and offices wrote.
 */

const DESK = { width: 1440, height: 900 }
const PHONE = { width: 390, height: 844 }

let stage: Stage
/** Asked in the story of its own: e2e/the-province-holds-the-record.e2e.ts. */
const ELSEWHERE = ['/province/lists/:listId']
/** What was found, with the places where. */
const found = new Map<string, string[]>()
/** The Chinese that people and offices wrote, as the operations answered it. */
const written = new Set<string>()
/** Chinese seen on English pages, with the places where. */
const chinese = new Map<string, string[]>()
/** The addresses that the story came by. */
const cameBy = new Set<string>()
/** What was asked already, so that what looks the same is not asked again. */
const faces = new Set<string>()
let asked = 0

const PHONE_OF_THE_BUREAU = '0578-0000002'
const TROUBLE: TroubleData = {
  locale: 'zh',
  elder: false,
  sentence: {
    zh: '数据库暂时连不上,请过几分钟再试。',
    en: 'The database cannot be reached; try again in a few minutes.',
  },
  again: `/${DISTRICT}/learn`,
  number: 'a1b2c3',
  districts: [
    {
      code: DISTRICT,
      name: { zh: '莲都区', en: 'Liandu' },
      bureau: { zh: '人社局', en: 'Bureau' },
      phone: PHONE_OF_THE_BUREAU,
    },
  ],
}

/** The texts of a folder's files. */
function filesIn(folder: string, named: RegExp): string[] {
  const root = fileURLToPath(new URL(folder, import.meta.url))
  const names = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) => named.test(name))
  return names.map((name) => readFileSync(join(root, name), 'utf8'))
}

/** Columns of an official file as they are called, what an objection's case is recorded with, the other language. */
const QUOTED = ['职业编码', '职业名称', '工种', '序号', '收到异议', '中文']

beforeAll(async () => {
  // Pages that the server makes show what no operation answered to the console.
  for (const county of demoCounties()) {
    writtenIn(county, written)
    for (const { seed, people } of county.classes) written.add(rosterOf(seed, people))
  }
  for (const file of filesIn('../policies', /\.json$/)) writtenIn(JSON.parse(file), written)
  // But for what the scenes look for on a page: that is the page's own.
  for (const file of filesIn('./look', /\.ts$/))
    written.add(
      file
        .split('\n')
        .filter((line) => !/getBy|\/\^|RegExp/.test(line))
        .join('\n'),
    )
  stage = await setStage()
})
afterAll(() => stage?.close())

const note = (of: Map<string, string[]>, what: string, where: string) => of.set(what, [...(of.get(what) ?? []), where])

const windows = new Map<string, Page>()

async function windowOf(by: string | null, path: string, anew = false): Promise<Page> {
  const key = String(by)
  const kept = windows.get(key)
  const at = { by, path, width: DESK.width, language: 'zh' as const }
  if (kept) {
    const isConsole = await kept.evaluate<boolean>('document.querySelector(".shell") !== null')
    const address = stage.addressOf(at)
    // Within the console a page is gone to as by a link: nothing is loaded anew.
    if (!anew && isConsole && address.includes('/console'))
      await kept.evaluate(`history.pushState(null, '', ${JSON.stringify(address)})`)
    else await kept.goto(address)
    return kept
  }
  const page = await stage.look(at)
  watchRequests(page)
  page.on('response', (response) => {
    if (!response.url().includes('/api/') || response.request().headers()['accept-language'] !== 'en') return
    void response.json().then(
      (answer) => writtenIn(answer, written),
      () => undefined,
    )
  })
  windows.set(key, page)
  return page
}

async function shut(by: string | null): Promise<void> {
  await windows.get(String(by))?.context().close()
  windows.delete(String(by))
}

/** Asks a page as it stands, at both widths; what looks the same as before is not asked again. */
async function ask(page: Page, where: string): Promise<void> {
  for (const size of [DESK, PHONE]) {
    await page.setViewportSize(size)
    // A page of the server's is seen in its whole height: what stays at the window's edge covers nothing that scrolling would not show.
    const height = await page.evaluate<number>(
      'document.querySelector(".shell") ? 0 : document.documentElement.scrollHeight',
    )
    if (height > size.height) await page.setViewportSize({ width: size.width, height })
    await atRest(page)
    const face = `${size.width} ${await faceOf(page)}`
    if (faces.has(face)) return
    faces.add(face)
    asked += 1
    const at = `${where} ${size.width}`
    // A sheet of A4 is as wide as it is.
    const sideways = page.url().includes('/paper/') ? [] : await sidewaysFindings(page)
    for (const each of [...(await seriousFindings(page)), ...(await behindFindings(page)), ...sideways])
      note(found, each, at)
  }
}

/** The same page in English, on the phone and at the desk. */
async function askInEnglish(page: Page, where: string): Promise<void> {
  const served = page.locator('header nav a[lang=en], .shown a[lang=en]')
  if (await served.count()) {
    await page.goto(await served.first().evaluate((link) => (link as HTMLAnchorElement).href))
    for (const each of await chineseOn(page)) note(chinese, each, where)
    for (const each of await sidewaysFindings(page)) note(found, each, `${where} ${PHONE.width} English`)
    return
  }
  const change = () =>
    page.evaluate<boolean>(`(() => {
    const button = document.querySelector('button.topbar-language, button.sign-in-language')
    button?.click()
    return button !== null
  })()`)
  if (!(await change())) return
  await atRest(page)
  for (const each of await sidewaysFindings(page)) note(found, each, `${where} ${PHONE.width} English`)
  await page.setViewportSize(DESK)
  await atRest(page)
  for (const each of await chineseOn(page)) note(chinese, each, where)
  for (const each of await sidewaysFindings(page)) note(found, each, `${where} ${DESK.width} English`)
  await change()
  await atRest(page)
}

/** A page of the server's as it is, and in the elders' version; in English where it can be asked for again. */
async function askServed(page: Page, where: string): Promise<void> {
  const toggle = (elder: boolean) => page.evaluate(`document.documentElement.classList.toggle('elder', ${elder})`)
  await ask(page, where)
  await toggle(true)
  await ask(page, `${where}, elders’`)
  await toggle(false)
  for (const each of await onPaper(page)) note(found, each, `${where} on paper`)
}

async function visit({ name, by, path, tab, opens, first, answers }: Scene): Promise<void> {
  cameBy.add(path)
  // A page as it stands is asked below, by everybody who may open it.
  const isPlain = tab === undefined && !opens && !first && !answers
  if (isPlain && by !== null && !path.startsWith(`/${DISTRICT}/`)) return
  // Between two scenes others have acted: what a page kept is not what it would show.
  const page = await windowOf(by, path, true)
  await page.setViewportSize(DESK)
  if (answers) {
    await otherwise(page, answers)
    await page.reload()
  }
  await atRest(page)
  if (tab !== undefined) await openTab(page, tab)
  if (first) await first(page)
  if (opens) await openDialog(page, opens)
  if (await page.locator('.shell, .sign-in, .a4, article.card').count()) await ask(page, name)
  else await askServed(page, name)
  await askInEnglish(page, name)
  if (tab !== undefined) for (const each of await onPaper(page)) note(found, each, `${name} on paper`)
  if (name === 'today-screen') {
    const scan = async () => {
      await page.reload()
      return (await page.locator('.screen img').getAttribute('alt'))!
    }
    await traineeSigns(stage, scan, askServed)
  }
  if (answers) await page.unrouteAll({ behavior: 'wait' })
  if (answers?.status) stage.forgive(new RegExp(`status of ${answers.status}`))
  if (answers || (await page.$('.shell')) === null) await shut(by)
}

it('would be told of a page on which something is wrong', async () => {
  const faults: [string, string, RegExp][] = [
    ['a button without a name', '<button><svg aria-hidden="true" /></button>', /^button-name/],
    ['grey on white', '<p data-style="color: #aaa; background: #fff">已付清</p>', /^color-contrast/],
    ['a field without a label', '<input type="text">', /^label/],
    ['a picture without words', '<img src="data:,">', /^image-alt/],
    [
      'a target too small',
      '<a href="/a" data-style="font-size: 6px">甲</a> <a href="/b" data-style="font-size: 6px">乙</a>',
      /^target-size/,
    ],
    ['a table too wide', '<table data-style="width: 3000px"><tr><td>1</td></tr></table>', /^scrolls sideways/],
  ]
  for (const by of [null, 'clerk']) {
    const page = await windowOf(by, by === null ? `/${DISTRICT}/learn` : '/classes')
    await atRest(page)
    const before = [...(await seriousFindings(page)), ...(await sidewaysFindings(page))]
    for (const [what, markup, told] of faults) {
      expect(
        before.filter((each) => told.test(each)),
        `${what}, before`,
      ).toEqual([])
      await page.evaluate(`{
        const planted = document.createElement('div')
        planted.id = 'planted'
        planted.innerHTML = ${JSON.stringify(markup)}
        for (const each of planted.querySelectorAll('[data-style]')) each.style.cssText = each.dataset.style
        document.querySelector('main').append(planted)
      }`)
      const after = [...(await seriousFindings(page)), ...(await sidewaysFindings(page))]
      expect(
        after.some((each) => told.test(each)),
        what,
      ).toBe(true)
      await page.evaluate('document.getElementById("planted").remove()')
    }
    await shut(by)
  }
})

it('would be told of a page that can be reached behind its dialog, and leaves nobody without a place after it', async () => {
  const page = await windowOf('admin', '/accounts')
  await atRest(page)
  const opener = page.getByRole('button', { name: /^邀请/ })
  await opener.focus()
  await page.keyboard.press('Enter')
  await page.getByRole('dialog').first().waitFor()
  expect(await behindFindings(page)).toEqual([])
  await page.evaluate('document.getElementById("root").inert = false')
  expect(await behindFindings(page)).toEqual([expect.stringMatching(/^can be reached behind a dialog/)])
  await page.evaluate('document.getElementById("root").inert = true')
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').first().waitFor({ state: 'hidden' })
  expect(await page.evaluate('document.getElementById("root").inert')).toBe(false)
  expect(await opener.evaluate((button) => button === document.activeElement)).toBe(true)
  await shut('admin')
})

it('in every state that the pictures have, with its dialogs', async () => {
  await wholeStory(stage, async (scenes) => {
    for (const scene of scenes)
      await visit(scene).catch(async (error) => {
        note(found, `cannot be asked: ${error}`, scene.name)
        await shut(scene.by)
      })
  })
  await residentsRead(stage, askServed)
  const trouble = await stage.look({ by: null, path: `/${DISTRICT}/`, width: 390, language: 'zh' })
  await trouble.setContent(renderTrouble(TROUBLE))
  await askServed(trouble, 'trouble')
  await trouble.context().close()
  expect([...found].filter(([what]) => what.startsWith('cannot be asked'))).toEqual([])
  const shown = [...faces].join('\n')
  expect(Object.entries(SERVED).filter(([, text]) => !shown.includes(text))).toEqual([])
})

it('on every page of the console, by every role that may open it', async () => {
  const accounts = demoCounties().find((county) => county.district === DISTRICT)!.accounts
  await otherRecords()
  const reached = new Set<string>(ELSEWHERE)
  for (const role of Object.keys(ROLES)) {
    const account = accounts.find(({ roles }) => roles.length === 1 && roles[0] === role)
    expect(account, `${role} has an account in the demonstration`).toBeDefined()
    const by = account!.name
    const permissions = await stage.permissionsOf(by)
    for (const { path, may } of [{ path: '/', may: 'signed-in' }, ...PAGES]) {
      if (may !== 'signed-in' && !permissions.has(may)) continue
      const of = placeFor(path)
      if (of === undefined) continue
      const page = await windowOf(by, of)
      await page.setViewportSize(DESK)
      await atRest(page)
      await ask(page, `${path} by ${role}`)
      // A record that this role does not see is refused in a sentence: the page itself is somebody else's to reach.
      if (await page.locator('main .sj-problem').count()) continue
      if (!reached.has(path)) {
        await askInEnglish(page, path)
        for (const each of await onPaper(page)) note(found, each, `${path} on paper`)
      }
      reached.add(path)
    }
    await shut(by)
  }
  expect(PAGES.map(({ path }) => path).filter((path) => !reached.has(path))).toEqual([])
})

/** Records that the story does not come by: an employer, a ledger of past payments, a class whose past is looked up. */
async function otherRecords(): Promise<void> {
  const [clerk, finance] = [await stage.play('clerk'), await stage.play('finance')]
  const insured = '10-企业参保人员.csv'
  await clerk(uploadInsuredList, {
    query: { fileName: insured, asOf: '2022-03-01', source: '莲都区社会保险中心' },
    file: sampleFile(insured),
  })
  const covers = { coversFrom: '2019-01-01', coversTo: '2021-12-31', families: 'TRAINING,UI_UPGRADE' }
  await finance(importLedgerFile, {
    query: { fileName: '台账.csv', source: '区人社局台账', ...covers },
    file: new Blob([Buffer.from(csv([HEADINGS, line(1)]))]),
  })
  const { items } = await finance(listHistorySources, {})
  const classId = [...cameBy].map((path) => /^\/classes\/([\da-f-]{36})/.exec(path)?.[1]).find(Boolean)
  for (const path of [
    '/timelines/employer/91339901MA00000079',
    `/history/${items[0]!.id}`,
    `/history/lookup/${classId}`,
  ])
    cameBy.add(path)
}

/** An address of a page: one that the story came by where it is of one record. */
function placeFor(path: string): string | undefined {
  if (!path.includes(':')) return path
  const pattern = new RegExp(`^${path.replace(/:\w+/g, '[^/?]{8,}')}(\\?|$)`)
  return [...cameBy].findLast((each) => pattern.test(each) && !each.includes('/0190f0e0-'))
}

it('on sheets of A4, upright but for what is as wide as a month’s statement, with a foot that says whose they are', async () => {
  const sheets = async (path: string) => {
    const page = await windowOf('finance', path)
    await page.setViewportSize(DESK)
    await atRest(page)
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
    return [...pdf.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map(
      ([, wide, high]) => `${Math.round(Number(wide))}×${Math.round(Number(high))}`,
    )
  }
  expect(new Set(await sheets('/budget/statements'))).toEqual(new Set(['842×595']))
  // What one page wants of its paper is no other page's.
  expect(new Set(await sheets('/occupations'))).toEqual(new Set(['595×842']))
  const foot = await (await windowOf('finance', '/claims')).evaluate<string>(
    `[...document.querySelectorAll('style')].map(({ textContent }) => textContent).find((text) => /@bottom-left/.test(text)) ?? ''`,
  )
  expect(foot).toMatch(/人力资源和社会保障局 · .*财务岗.*2022-05-\d\d打印/)
  await shut('finance')
})

it('with nothing that is serious', () => {
  expect(asked).toBeGreaterThan(400)
  const lines = [...found].map(
    ([what, where]) => `${what}\n    ${where.length}: ${[...new Set(where)].slice(0, 4).join(', ')}`,
  )
  expect(lines.join('\n')).toBe('')
})

it('in English without Chinese, but what people and offices wrote', () => {
  const all = [...written].join('\n')
  const lines = [...chinese]
    .filter(([run]) => !QUOTED.includes(run) && !all.includes(run))
    .map(([run, where]) => `${run}: ${[...new Set(where)].slice(0, 4).join(', ')}`)
  expect(lines.join('\n')).toBe('')
})
