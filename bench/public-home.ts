/**
 * The residents' pages as a phone gets them: bytes of HTML, requests the browser makes, time to the first paint, against
 * the same bytes sent by a bare Fastify. The whole platform on a database of its own, a real Chromium, a fresh profile
 * for every visit.
 */
import fastify from 'fastify'
import type { Browser } from 'playwright-core'
import { launchBrowser } from '../src/platform/testing/browser.ts'
import { DISTRICT, setStage } from '../e2e/stage.ts'
import { ask, line } from './measure.ts'

const VISITS = 7
const MOST_BYTES = 30_000
const PAGES = ['/', '/learn', '/notices', '/certificate', '/progress', '/problem', '/help']

type Visit = { readonly bytes: number; readonly html: string; readonly requests: number; readonly paintMs: number }

const stage = await setStage()
const browser = await launchBrowser()
try {
  const home = `${stage.address}/${DISTRICT}/`
  const first = await visit(browser, home)
  const addresses = [
    ...PAGES.map((page) => `${stage.address}/${DISTRICT}${page}`),
    `${home}?lang=en`,
    `${home}?elder=1`,
  ]
  console.log('page                         HTML        requests   first paint (median)')
  let worst = { bytes: 0, requests: 0 }
  for (const address of addresses) {
    const seen = await visits(browser, address)
    worst = { bytes: Math.max(worst.bytes, seen.bytes), requests: Math.max(worst.requests, seen.requests) }
    console.log(shown(new URL(address).pathname + new URL(address).search, seen))
  }
  const bare = fastify()
  bare.get('/', async (_request, reply) => reply.type('text/html; charset=utf-8').send(first.html))
  const bareAddress = await bare.listen({ port: 0, host: '127.0.0.1' })
  console.log(shown('the home’s bytes, bare Fastify', await visits(browser, bareAddress)))
  const load = { times: 500, atOnce: 5 }
  await ask(home, {}, { times: 100, atOnce: 5 })
  console.log(line('home: rendered from the database', await ask(home, {}, load)))
  console.log(line('the same bytes, bare Fastify', await ask(bareAddress, {}, load)))
  console.log(
    `\nlargest page ${worst.bytes.toLocaleString('en')} bytes (aim ≤ 30,000 bytes), most requests of a page ${worst.requests} (aim 1)`,
  )
  await bare.close()
  if (worst.bytes > MOST_BYTES || worst.requests > 1) process.exitCode = 1
} finally {
  await browser.close()
  await stage.close()
}

async function visits(chromium: Browser, address: string): Promise<Visit> {
  const all: Visit[] = []
  for (let nth = 0; nth < VISITS; nth += 1) all.push(await visit(chromium, address))
  const byPaint = all.toSorted((a, b) => a.paintMs - b.paintMs)
  return { ...byPaint[Math.floor(VISITS / 2)]!, requests: Math.max(...all.map((each) => each.requests)) }
}

async function visit(chromium: Browser, address: string): Promise<Visit> {
  const context = await chromium.newContext({ viewport: { width: 390, height: 844 }, locale: 'zh-CN' })
  const page = await context.newPage()
  const network = await context.newCDPSession(page)
  await network.send('Network.enable')
  let requests = 0
  network.on('Network.requestWillBeSent', ({ request }) => {
    if (!request.url.startsWith('data:')) requests += 1
  })
  const answer = await page.goto(address, { waitUntil: 'networkidle' })
  if (answer?.status() !== 200) throw new Error(`${address} answered ${answer?.status()}`)
  const body = await answer.body()
  const paintMs = await page.evaluate(
    () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
  )
  await context.close()
  return { bytes: body.length, html: body.toString('utf8'), requests, paintMs }
}

function shown(name: string, { bytes, requests, paintMs }: Visit): string {
  return `${name.padEnd(28)} ${kilobytes(bytes).padStart(8)} ${String(requests).padStart(10)} ${paintMs.toFixed(0).padStart(10)} ms`
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1024).toFixed(1)} KB`
}
