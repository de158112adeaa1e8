/**
 * What `warm-start.ts` leaves out: from the command to the console's first answer and to the list a clerk sees after
 * signing in, in a real browser that is open already; with the database still running, and stopped as after a restart
 * of the machine.
 */
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { ensureEmbeddedServer } from '../src/platform/db/embedded.ts'
import { launchBrowser } from '../src/platform/testing/browser.ts'
import { givenDataDir, startServer } from './server.ts'

const ROUNDS = 5
const PORT = 3394
const CONSOLE = '/331102/console/'
const PASSWORD = 'password-of-the-bench'

const data = givenDataDir()
const env = { SHANJIANG_DATA: data.dataDir, SHANJIANG_DEMO_PASSWORD: PASSWORD }
const browser = await launchBrowser()
try {
  await (await startServer('src/server.ts', env, PORT, CONSOLE)).stop()
  const running: FirstList[] = []
  const stopped: FirstList[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    running.push(await startAndSignIn(browser))
    await (await ensureEmbeddedServer({ dataDir: join(data.dataDir, 'pg') })).stop()
    stopped.push(await startAndSignIn(browser))
  }
  say('database running', running)
  say('database stopped', stopped)
} finally {
  await browser.close()
  await data.drop()
}

type FirstList = { readonly consoleMs: number; readonly listMs: number }

async function startAndSignIn(chromium: Browser): Promise<FirstList> {
  const context = await chromium.newContext({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN' })
  const page = await context.newPage()
  const from = performance.now()
  const server = await startServer('src/server.ts', env, PORT, CONSOLE)
  try {
    await page.goto(`${server.address}${CONSOLE}classes`)
    await page.getByLabel('账号', { exact: true }).fill('clerk')
    await page.getByLabel('密码', { exact: true }).fill(PASSWORD)
    await page.getByRole('button', { name: '登录', exact: true }).click()
    await page
      .getByRole('row')
      .filter({ hasText: /年第\d+期/ })
      .first()
      .waitFor()
    return { consoleMs: server.answeredMs, listMs: performance.now() - from }
  } finally {
    await context.close()
    await server.stop()
  }
}

function say(state: string, all: readonly FirstList[]): void {
  const least = (of: (one: FirstList) => number) =>
    `${Math.min(...all.map(of))
      .toFixed(0)
      .padStart(6)} ms`
  console.log(`${state}: to the console's first answer ${least((one) => one.consoleMs)}`)
  console.log(`${state}: to the first list, signed in   ${least((one) => one.listMs)}`)
}
