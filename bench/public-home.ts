/** The villager's pages in a real browser: bytes, requests, first paint. Aims: at most 30,000 bytes, one request, no script. */
import { launchBrowser } from '../src/platform/testing/browser.ts'
import { givenDataDir, startServer } from './server.ts'

const PATHS = ['/', '/learn', '/notices', '/certificate', '/progress', '/problem', '/help']
const MOST_BYTES = 30_000

const data = givenDataDir()
const server = await startServer('src/server.ts', { SHANJIANG_DATA: data.dataDir }, 3391, '/331102/')
const browser = await launchBrowser()
for (const path of PATHS) {
  const page = await (
    await browser.newContext({ viewport: { width: 390, height: 844 } })
  ).newPage()
  let requests = 0
  page.on('request', () => {
    requests += 1
  })
  const answer = await page.goto(`${server.address}/331102${path}`)
  const bytes = (await answer!.body()).length
  await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0)
  const paint = await page.evaluate(
    () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
  )
  const kept = bytes <= MOST_BYTES && requests === 1
  console.log(
    `${path.padEnd(14)} ${String(bytes).padStart(6)} bytes   ${requests} request(s)   first paint ${paint.toFixed(0)} ms   ${kept ? 'kept' : 'NOT KEPT'}`,
  )
}
await browser.close()
await server.stop()
await data.drop()
