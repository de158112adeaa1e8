import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import type { Stage } from '../stage.ts'
import { until } from '../until.ts'

const OUT = fileURLToPath(new URL('../../data/look', import.meta.url))
const WIDTHS = [1440, 390] as const
const LANGUAGES = ['zh', 'en'] as const
const HEIGHT = { 1440: 900, 390: 844 } as const
/** A picture taller than this shows nothing new. */
const TALLEST = 2600

export type Scene = {
  readonly name: string
  readonly by: string | null
  readonly path: string
  /** A tab to open first, by its place in the row of tabs. */
  readonly tab?: number
  /** What is pressed before the picture, by its name in either language: the dialog is the picture. */
  readonly opens?: RegExp
  /** What else is done before the picture. */
  readonly first?: (page: Page) => Promise<void>
  /** What the server would answer in a state that the demonstration does not come to. */
  readonly answers?: Answers
}

type Answer = Record<string, unknown> & { items: Record<string, unknown>[] }

/** An operation by its path, and its answer changed, or a refusal instead of it. */
type Answers = {
  readonly path: RegExp
  readonly change?: (answer: Answer) => unknown
  readonly status?: number
}

export type Camera = {
  /** Pictures of these scenes as the programme stands now. */
  readonly take: (scenes: readonly Scene[]) => Promise<void>
  readonly close: () => Promise<void>
}

/** Takes the pictures whose name contains one of `wanted`, parted by |; beside them it says what is cut off or unnamed. */
export function camera(stage: Stage, wanted: string): Camera {
  rmSync(OUT, { recursive: true, force: true })
  mkdirSync(OUT, { recursive: true })
  const seen = new Set<string>()
  // One window each for the widths and languages of whoever looks now: the console is loaded once.
  const windows = new Map<string, Page>()
  const shut = async () => {
    for (const page of windows.values()) await page.context().close()
    windows.clear()
  }
  const windowOf = async ({ by, path }: Scene, width: number, language: 'zh' | 'en') => {
    const key = `${by} ${width} ${language}`
    const kept = windows.get(key)
    const at = { by, path, width, language }
    if (!kept) windows.set(key, await stage.look(at))
    else await kept.goto(stage.addressOf(at))
    return windows.get(key)!
  }
  let last: string | null | undefined
  return {
    async take(scenes) {
      for (const scene of scenes) {
        const { name, by, tab, opens, first, answers } = scene
        seen.add(name)
        if (by !== last) await shut()
        last = by
        for (const width of WIDTHS) {
          for (const language of LANGUAGES) {
            const picture = `${name}-${width}-${language}`
            if (!wanted.split('|').some((part) => picture.includes(part))) continue
            const page = await windowOf(scene, width, language)
            await page.setViewportSize({ width, height: HEIGHT[width] })
            if (answers) {
              await otherwise(page, answers)
              await page.reload()
            }
            await settled(page)
            if (tab !== undefined) await openTab(page, tab)
            if (first) await first(page).catch(() => console.log(`${picture}: what comes first did not happen`))
            if (opens) await openDialog(page, opens).catch(() => console.log(`${picture}: nothing opens`))
            const whole = !opens
            if (whole) await stretch(page, width)
            await page.screenshot({ path: join(OUT, `${picture}.png`), fullPage: whole })
            for (const fault of await faults(page, width)) console.log(`${picture}: ${fault}`)
            if (answers) await page.unrouteAll({ behavior: 'wait' })
            if (answers?.status) stage.forgive(new RegExp(`status of ${answers.status}`))
          }
        }
      }
    },
    async close() {
      await shut()
      console.log(`${seen.size} pages, ${WIDTHS.length} widths, ${LANGUAGES.length} languages: ${OUT}`)
    },
  }
}

/** The operation answers as the scene says. */
export async function otherwise(page: Page, { path, change, status }: Answers): Promise<void> {
  await page.route(
    (url) => url.pathname.includes('/api/') && path.test(url.pathname),
    async (route) => {
      if (status) return route.fulfill({ status, contentType: 'application/json', body: '{}' })
      const response = await route.fetch()
      await route.fulfill({ response, json: change?.(await response.json()) })
    },
  )
}

/** The console scrolls inside its window: the window grows until all is in it. */
async function stretch(page: Page, width: 1440 | 390): Promise<void> {
  const hidden = await page.evaluate(() =>
    Math.max(
      0,
      ...[...document.querySelectorAll('main, main .sj-detail, main .sj-list')].map((each) =>
        getComputedStyle(each).overflowY === 'visible' ? 0 : each.scrollHeight - each.clientHeight,
      ),
    ),
  )
  if (hidden === 0) return
  await page.setViewportSize({ width, height: Math.min(TALLEST, HEIGHT[width] + hidden) })
  await page.waitForTimeout(150)
}

/** What reaches out of the window, of what not all can be read, and which controls have no name. */
async function faults(page: Page, width: number): Promise<string[]> {
  // The transpiler names the functions below with a helper that the page does not have.
  await page.evaluate('globalThis.__name = (named) => named')
  return page.evaluate((width) => {
    const all = <E extends HTMLElement>(selector: string) => [...document.querySelectorAll<E>(selector)]
    const text = (each: HTMLElement) => each.innerText.slice(0, 60).replaceAll('\n', ' / ')
    const out = new Set<string>()
    if (document.documentElement.scrollWidth > width) {
      const right = all('main *, header *, footer *').map((each) => [each.getBoundingClientRect().right, each] as const)
      const furthest = right.sort(([a], [b]) => b - a)[0]?.[1]
      if (furthest) out.add(`wider than the window: ${furthest.tagName} ${furthest.className} ${text(furthest)}`)
    }
    // Heads, states, figures and buttons; a pinned cell only has its shadow beside it.
    for (const each of all('.sj-table th, .sj-table td.sj-num, .sj-tag, button, h1, h2'))
      if (!/cell-fix/.test(each.className) && each.clientWidth > 1 && each.scrollWidth > each.clientWidth + 1)
        out.add(`cut off: ${text(each)}`)
    for (const each of all('p, td, th, li, dd, dt, small, b'))
      if (each.innerText.length > 5 && each.clientWidth > 1 && each.clientWidth < 36 && each.clientHeight > 60)
        out.add(`a column of single signs: ${text(each)}`)
    const nameOf = (each: HTMLElement) =>
      each.getAttribute('aria-label') ?? each.getAttribute('aria-labelledby') ?? each.getAttribute('title') ?? ''
    for (const each of all<HTMLInputElement>('input:not([type=hidden]), select, textarea'))
      if (!nameOf(each) && !each.labels?.length && !each.closest('.ant-table-measure-row, [aria-hidden=true]'))
        out.add(`a field without a name: ${each.outerHTML.slice(0, 90)}`)
    for (const each of all('button, a[href]'))
      if (!nameOf(each) && !each.textContent?.trim() && !each.querySelector('[aria-label], img[alt], title'))
        out.add(`a button without a name: ${each.outerHTML.slice(0, 90)}`)
    return [...out]
  }, width)
}

/** Nothing comes, goes or moves but what turns for ever; Ant Design names what is still to begin by its class. */
export const STANDS_STILL = `!document.querySelector('[class*="-appear-"], [class*="-enter-"], [class*="-leave-"]') &&
  !document.getAnimations().some((each) => each.playState === 'running' && each.effect.getComputedTiming().iterations !== Infinity)`

export async function standsStill(page: Page): Promise<void> {
  await until(async () => (await page.evaluate<boolean>(STANDS_STILL)) || undefined, 'the page stands still')
}

/** No placeholder is left. */
async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('load')
  await page.waitForTimeout(150)
  await page.waitForFunction(() => document.querySelector('.sj-waiting') === null)
}

/** On a phone the row of tabs moves under the finger: pressed until it is the one that is open. */
export async function openTab(page: Page, at: number): Promise<void> {
  const tab = page.getByRole('tab').nth(at)
  for (let tries = 0; tries < 5 && (await tab.getAttribute('aria-selected')) !== 'true'; tries += 1) {
    await tab.click()
    await page.waitForTimeout(300)
  }
  await settled(page)
}

/** The dialog behind a button, once it stands still. */
export async function openDialog(page: Page, name: RegExp): Promise<void> {
  await page.getByRole('button', { name }).first().click()
  await slidIn(page)
}

/** What slides in from the side stands still. */
export async function slidIn(page: Page): Promise<void> {
  await page.getByRole('dialog').first().waitFor()
  await standsStill(page)
}
