import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import type { Browser, Page } from 'playwright-core'
import { build, type Rolldown } from 'vite'
import type { Finding, Fund, NamedScheme } from '../../src/kernel/policy/editing/editor/editing.tsx'
import type { PackDocument } from '../../src/kernel/policy/packs/pack.ts'

const ROOT = fileURLToPath(new URL('.', import.meta.url))
const AT = 'https://editor.test'

export type Given = {
  readonly document: PackDocument
  readonly before?: PackDocument
  readonly findings?: readonly Finding[]
  readonly countyValues?: readonly unknown[]
  readonly funds?: readonly Fund[]
  readonly schemes?: readonly NamedScheme[]
  readonly versions?: readonly string[]
  /** What the county's list of occupations answers to whatever is typed. */
  readonly occupations?: readonly string[]
  readonly tryOutAt?: string
  readonly readOnly?: boolean
}

export type Built = ReadonlyMap<string, { readonly body: string | Buffer; readonly type: string }>

/** The editor alone, built as the console is: no server, no database. */
export async function builtEditor(): Promise<Built> {
  const out = (await build({
    root: ROOT,
    base: '/',
    configFile: false,
    plugins: [react()],
    logLevel: 'warn',
    build: { write: false, minify: false, target: 'es2022' },
  })) as Rolldown.RolldownOutput
  return new Map(
    out.output.map((each) => [
      `/${each.fileName}`,
      each.type === 'chunk'
        ? { body: each.code, type: 'text/javascript' }
        : { body: Buffer.from(each.source), type: typeOf(each.fileName) },
    ]),
  )
}

const typeOf = (name: string) =>
  name.endsWith('.css') ? 'text/css' : name.endsWith('.html') ? 'text/html' : 'text/javascript'

/** Opens it in a window of its own; errors of the page are gathered. */
export async function openEditor(
  browser: Browser,
  built: Built,
  given: Given,
  { width = 1440, language = 'zh', drawn = true } = {},
): Promise<{ page: Page; errors: string[] }> {
  const context = await browser.newContext({
    viewport: { width, height: width < 900 ? 844 : 900 },
    locale: 'zh-CN',
    permissions: ['clipboard-read', 'clipboard-write'],
  })
  context.setDefaultTimeout(15_000)
  const page = await context.newPage()
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error.message))
  page.on('console', (message) => (message.type() === 'error' ? errors.push(message.text()) : undefined))
  await page.route(`${AT}/**`, (route) => {
    const { pathname } = new URL(route.request().url())
    if (pathname.endsWith('/api/reference/occupations')) {
      const items = (given.occupations ?? []).map((nameZh) => ({ id: `2022/${nameZh}`, nameZh }))
      return route.fulfill({ json: { items, next: null } })
    }
    const found = built.get(pathname === '/' ? '/index.html' : pathname)
    return found
      ? route.fulfill({ body: found.body, contentType: found.type })
      : route.fulfill({ status: 404, body: '' })
  })
  await context.addCookies([{ name: 'lang', value: language, url: AT }])
  await page.addInitScript((text) => {
    globalThis.given = JSON.parse(text) as never
  }, JSON.stringify(given))
  await page.goto(`${AT}/`)
  await page.locator(drawn ? '.sj-editor' : 'h1').waitFor()
  return { page, errors }
}

/** The document as the editor has handed it out. */
export const documentOf = (page: Page): Promise<PackDocument> => page.evaluate(() => globalThis.now as never)
