import { execFile } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import type { Browser, Page } from 'playwright-core'
import { ensureEmbeddedServer } from '../src/platform/db/embedded.ts'
import { launchBrowser } from '../src/platform/testing/browser.ts'
import { whoAmI } from '../src/kernel/access/contract.ts'
import { type Running, start } from '../src/server.ts'
import { configFrom } from '../src/server/config.ts'
import { signInAt } from '../src/server/testing.ts'
import type { Player } from '../demo/play.ts'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
export const DISTRICT = 331102
export const PASSWORD = 'password-of-the-stage'

/** The whole platform as a newcomer gets it, on an embedded database of its own, and a real browser. */
export type Stage = {
  readonly address: string
  /** Signs somebody in, in a window of their own, and opens a page of the console. */
  enter(accountName: string, page?: string): Promise<Page>
  visit(path: string): Promise<Page>
  /** The session's cookie of somebody signed in without a browser. */
  cookieOf(accountName: string): Promise<string>
  /** Somebody signed in without a browser: the same operations. */
  play(accountName: string): Promise<Player>
  permissionsOf(accountName: string): Promise<ReadonlySet<string>>
  /** A page in a window of this width and language; `by` is who is signed in, and then the path is below the console. */
  look(at: Look): Promise<Page>
  addressOf(at: Look): string
  /** What a command of the platform says and ends with, on this stage or away from any database. */
  command(file: string, args: readonly string[], at?: 'here' | 'nowhere'): Promise<{ code: number; said: string }>
  /** What somebody does who owns the database, past the platform. */
  byDatabaseOwner(statement: string): Promise<void>
  /** Forgets errors that a page was made to meet, so that closing does not throw for them. */
  forgive(text: RegExp): void
  /** Throws where a page wrote an error into its browser's log: one of its own, or what its content policy forbids. */
  close(): Promise<void>
}

type Look = { by: string | null; path: string; width: number; language: 'zh' | 'en' }

export async function setStage(): Promise<Stage> {
  const dataDir = mkdtempSync(join(tmpdir(), 'shanjiang-stage-'))
  // As root the database runs under another uid, which must be able to come here.
  chmodSync(dataDir, 0o755)
  process.env.SHANJIANG_DEMO_PASSWORD = PASSWORD
  const config = configFrom([], { ...process.env, PORT: '0', SHANJIANG_DATA: dataDir }, ROOT)
  const running: Running = await start(config, () => undefined)
  const browser: Browser = await launchBrowser()
  const played = new Map<string, Awaited<ReturnType<typeof signInAt>>>()
  const signedIn = async (accountName: string) => {
    const one = played.get(accountName) ?? (await signInAt(running.address, accountName, DISTRICT, 'zh', PASSWORD))
    played.set(accountName, one)
    return one
  }
  const errors = new Set<string>()
  const newPage = async (width = 1440) => {
    const context = await browser.newContext({
      viewport: { width, height: width < 900 ? 844 : 900 },
      locale: 'zh-CN',
      acceptDownloads: true,
    })
    context.setDefaultTimeout(60_000)
    const page = await context.newPage()
    // Refusals are logged by the browser too; what is wanted here is what a page does wrong, and what its policy forbids.
    page.on('console', (message) => {
      const text = message.text()
      if (message.type() === 'error' && !/the server responded with a status of 4/.test(text))
        errors.add(`${new URL(page.url()).pathname}: ${text}`)
    })
    page.on('pageerror', (error) => errors.add(`${new URL(page.url()).pathname}: ${error.message}`))
    return page
  }
  // Residents' pages say their language in the address, the console keeps it; a paper comes with its whole address.
  const addressOf = ({ by, path, language }: Look) => {
    if (by === null) return `${running.address}${path}?lang=${language}`
    return `${running.address}${path.startsWith(`/${DISTRICT}/`) ? path : `/${DISTRICT}/console${path}`}`
  }
  return {
    address: running.address,
    async enter(accountName, page = '/') {
      const opened = await newPage()
      await opened.goto(`${running.address}/${DISTRICT}/console${page}`)
      await opened.getByLabel('账号', { exact: true }).fill(accountName)
      await opened.getByLabel('密码', { exact: true }).fill(PASSWORD)
      await opened.getByRole('button', { name: '登录', exact: true }).click()
      await opened.getByRole('button', { name: '退出' }).waitFor()
      return opened
    },
    async visit(path) {
      const opened = await newPage()
      await opened.goto(`${running.address}${path}`)
      return opened
    },
    cookieOf: async (accountName) => (await signedIn(accountName)).cookie,
    play: async (accountName) => (await signedIn(accountName)).call,
    permissionsOf: async (accountName) => new Set((await (await signedIn(accountName)).call(whoAmI)).permissions),
    addressOf,
    command: (file, args, at = 'here') =>
      new Promise((resolve) => {
        const { DATABASE_URL: _, ...env } = process.env
        const data = at === 'here' ? dataDir : join(dataDir, 'nowhere')
        const options = { cwd: ROOT, env: { ...env, SHANJIANG_DATA: data } }
        execFile(process.execPath, ['--import', 'tsx', file, ...args], options, (error, out, err) => {
          resolve({ code: error === null ? 0 : Number(error.code), said: out + err })
        })
      }),
    async byDatabaseOwner(statement) {
      const server = await ensureEmbeddedServer({ dataDir: join(dataDir, 'pg') })
      const client = new pg.Client({ connectionString: server.superuserUrl('shanjiang') })
      await client.connect()
      try {
        await client.query(statement)
      } finally {
        await client.end()
      }
    },
    async look({ by, path, width, language }) {
      const opened = await newPage(width)
      const url = running.address
      await opened.context().addCookies([{ name: 'lang', value: language, url }])
      if (by !== null) {
        const [name = '', value = ''] = (await signedIn(by)).cookie.split(/=(.*)/s)
        // A cookie of this name alone is only taken as a secure one; the browser holds its own machine for secure.
        const isSecure = name.startsWith('__Host-')
        await opened
          .context()
          .addCookies([{ name, value, url: isSecure ? url.replace(/^http:/, 'https:') : url, secure: isSecure }])
      }
      await opened.goto(addressOf({ by, path, width, language }))
      return opened
    },
    forgive(text) {
      for (const error of errors) if (text.test(error)) errors.delete(error)
    },
    async close() {
      await browser.close()
      await running.stop()
      await (await ensureEmbeddedServer({ dataDir: join(dataDir, 'pg') })).stop()
      rmSync(dataDir, { recursive: true, force: true })
      if (errors.size > 0) throw new Error(`Pages wrote errors into the browser's log:\n${[...errors].join('\n')}`)
    },
  }
}
