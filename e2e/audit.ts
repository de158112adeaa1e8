import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { setTimeout as wait } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { STANDS_STILL, standsStill } from './look/camera.ts'

/*
 * What a page is asked when everybody is to be able to read it: axe's rules, whether it reaches sideways out of its
 * window, and, in English, which Chinese is left on it.
 */

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** WCAG 2.2 at AA, and what axe's makers hold for good practice. */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

type Violation = { readonly id: string; readonly help: string; readonly nodes: readonly { readonly html: string }[] }

/** What axe finds serious or critical on a page as it stands, one line for each place. */
export async function seriousFindings(page: Page): Promise<string[]> {
  if (!(await page.evaluate('typeof globalThis.axe === "object"'))) await page.evaluate(AXE)
  // A button that has just become one to press is still on its way from grey.
  await standsStill(page)
  const violations = await page.evaluate<Violation[]>(`
    axe.run(document, { runOnly: ${JSON.stringify(TAGS)}, resultTypes: ['violations'] }).then((found) =>
      found.violations.filter(({ impact }) => impact === 'serious' || impact === 'critical'))`)
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html }) => `${id} (${help}): ${withoutIds(html).slice(0, 200)}`),
  )
}

/** Markup without what React counts up. */
const withoutIds = (html: string) => html.replace(/(?<=[":_-])_?r_\w+_?(?=["_-])/g, '')

/**
 * A mark of all that a page shows: what looks the same to somebody else need not be asked twice. Who is signed in and
 * their navigation are asked on their start page.
 */
export async function faceOf(page: Page): Promise<string> {
  return withoutIds(
    await page.evaluate<string>(`(() => {
      const isStart = document.querySelector('.start') !== null
      const body = document.body.cloneNode(true)
      if (!isStart) for (const each of body.querySelectorAll('.rail, div.person')) each.remove()
      return document.documentElement.className + ' ' + body.innerHTML
    })()`),
  )
}

/** What a key, a finger or a voice comes to behind an open dialog. */
export async function behindFindings(page: Page): Promise<string[]> {
  const reached = await page.evaluate<string[]>(`(() => {
    const dialog = [...document.querySelectorAll('[aria-modal=true]')].filter((each) => each.checkVisibility()).at(-1)
    if (!dialog) return []
    return [...document.querySelectorAll('#root :is(a[href], button, input, select, textarea, summary, [tabindex="0"])')]
      .filter((each) => each.checkVisibility() && !each.closest('[inert]'))
      .map((each) => each.outerHTML.slice(0, 120))
  })()`)
  return reached
    .slice(0, 1)
    .map((html) => `can be reached behind a dialog, with ${reached.length - 1} more: ${withoutIds(html)}`)
}

/** How far the page reaches sideways out of its window, and by what. */
export async function sidewaysFindings(page: Page): Promise<string[]> {
  const beyond = await page.evaluate<string | null>(`(() => {
    const width = document.documentElement.clientWidth
    // At a desk the console scrolls within its main part.
    const reaches = [document.documentElement, document.querySelector('main')].some((each) => each && each.scrollWidth > each.clientWidth + 1)
    if (!reaches) return null
    const all = [...document.querySelectorAll('body *')].map((each) => [each.getBoundingClientRect().right, each])
    const [right, furthest] = all.sort(([a], [b]) => b - a)[0]
    return Math.round(right) + ' px of ' + width + ': ' + furthest.outerHTML.slice(0, 120)
  })()`)
  return beyond === null ? [] : [`scrolls sideways: ${beyond}`]
}

/** Runs of Chinese on an English page, wherever somebody reads or hears them. */
export async function chineseOn(page: Page): Promise<string[]> {
  return page.evaluate<string[]>(`(() => {
    const found = new Set()
    const keep = (text) => { for (const run of (text ?? '').match(/\\p{Script=Han}+/gu) ?? []) found.add(run) }
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode())
      if (!node.parentElement.closest('script, style, noscript')) keep(node.data)
    for (const name of ['aria-label', 'title', 'alt', 'placeholder', 'data-label'])
      for (const each of document.querySelectorAll('[' + name + ']')) keep(each.getAttribute(name))
    keep(document.title)
    return [...found]
  })()`)
}

/** What people and offices wrote: every text of an answer that is not a sentence of ours in two languages. */
export function writtenIn(answer: unknown, into: Set<string>): void {
  if (typeof answer === 'string') {
    if (/\p{Script=Han}/u.test(answer)) into.add(answer)
  } else if (Array.isArray(answer)) for (const each of answer) writtenIn(each, into)
  else if (answer !== null && typeof answer === 'object') {
    const isSentence = 'zh' in answer && 'en' in answer
    if (!isSentence) for (const each of Object.values(answer)) writtenIn(each, into)
  }
}

/** What lies between the margins of A4, in CSS pixels. */
const SHEET = { width: 703, height: 1000 }

/** The same of a part that asks for a sheet across. */
const ACROSS = 1046

/** What a page would do wrong on paper: something that can only be pressed, something beyond the sheet or cut off. */
export async function onPaper(page: Page): Promise<string[]> {
  await page.emulateMedia({ media: 'print' })
  await page.setViewportSize(SHEET)
  await atRest(page)
  const findings = await page.evaluate<string[]>(`(() => {
    const isSeen = (each) => each.checkVisibility({ visibilityProperty: true }) && each.getBoundingClientRect().height > 1
    const all = (selector) => [...document.querySelectorAll(selector)].filter(isSeen)
    const short = (each) => each.outerHTML.slice(0, 140)
    const across = all('main *').filter((each) => getComputedStyle(each).page !== 'auto')
    const onItsOwn = (each) => across.some((sheet) => sheet.contains(each) || each.contains(sheet))
    const out = []
    for (const each of all('nav, [role=search], input[type=search], .ant-btn, .sj-plain:not(.sj-num, .claim-pick), .call, .rail, .topbar .person'))
      out.push('is only to be pressed: ' + short(each))
    for (const each of all('thead')) if (getComputedStyle(each).display !== 'table-header-group') out.push('a head that stands once: ' + short(each))
    for (const each of all('main *:not(svg *), footer *')) {
      const sheet = onItsOwn(each) ? ${ACROSS} : ${SHEET.width}
      if (each.getBoundingClientRect().right > sheet + 1) out.push('beyond the sheet: ' + short(each))
      const { overflowX, textOverflow } = getComputedStyle(each)
      if (overflowX !== 'visible' && each.clientWidth > 1 && each.scrollWidth > each.clientWidth + 1 && each.innerText?.trim()) out.push('cut off: ' + short(each))
    }
    if (!(document.querySelector('main')?.innerText ?? '').trim()) out.push('an empty sheet')
    return out
  })()`)
  await page.emulateMedia({ media: null })
  return findings
}

const underWay = new WeakMap<Page, { count: number }>()

/** Counts what a page asks of the server, so that one can wait until it has all its answers. */
export function watchRequests(page: Page): void {
  const asked = { count: 0 }
  underWay.set(page, asked)
  page.on('request', () => (asked.count += 1))
  page.on('requestfinished', () => (asked.count -= 1))
  page.on('requestfailed', () => (asked.count -= 1))
}

/** So long no page takes on the slowest machine; longer means that it never will. */
const LONGEST_REST_MS = 300_000

/** The page has its answers and has shown them, and nothing moves any more. */
export async function atRest(page: Page): Promise<void> {
  const asked = underWay.get(page) ?? { count: 0 }
  const started = Date.now()
  for (let calm = 0; calm < 2; ) {
    const isWaiting = await page.evaluate<boolean>(
      `new Promise((done) => requestAnimationFrame(() => setTimeout(() => done(document.querySelector('.sj-waiting') !== null || !(${STANDS_STILL})))))`,
    )
    calm = isWaiting || asked.count > 0 ? 0 : calm + 1
    if (Date.now() - started > LONGEST_REST_MS)
      throw new Error(`${page.url()} does not come to rest: ${asked.count} requests, waiting or moving ${isWaiting}`)
    if (calm === 0) await wait(15)
  }
}
