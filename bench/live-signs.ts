/**
 * Forty people signed on one tablet and their own phones: the first time (number, message, button) and every time after
 * (scan, button), five phones at once while the instructor's screen renews itself; then the roll of forty in one form.
 * The whole platform on a database of its own, through sessions and row security.
 */
import { rosterOf } from '../demo/people.ts'
import { demoCounties } from '../demo/county.ts'
import { moveDemonstrationDate } from '../src/kernel/access/contract.ts'
import { DISTRICT, setStage } from '../e2e/stage.ts'

const AT_ONCE = 5
const FIVE_MINUTES_MS = 300_000

const stage = await setStage()
const site = `${stage.address}/${DISTRICT}`

/** A browser without a script. */
function browser(cookie = '') {
  const jar = new Map<string, string>(cookie ? [cookie.split(/=(.*)/s).slice(0, 2) as [string, string]] : [])
  let token = ''
  const ask = async (address: string, init: RequestInit = {}): Promise<string> => {
    const cookies = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer = await fetch(address, {
      ...init,
      headers: { cookie: cookies, origin: stage.address, ...init.headers },
    })
    for (const line of answer.headers.getSetCookie()) {
      const [name = '', value = ''] = line.split(';')[0]!.split(/=(.*)/s)
      jar.set(name, value)
    }
    const html = await answer.text()
    if (answer.status >= 400) throw new Error(`${answer.status} ${address}`)
    token = /name="token" value="([^"]+)"/.exec(html)?.[1] ?? token
    return html
  }
  const post = (address: string, fields: readonly (readonly [string, string])[]) =>
    ask(address, {
      method: 'POST',
      body: new URLSearchParams([['token', token], ...fields.map((each) => [...each])]).toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    })
  return { ask, post }
}

const hidden = (html: string, name: string) => new RegExp(`name="${name}" value="([^"]+)"`).exec(html)![1]!

try {
  const school = await stage.play('school')
  await school(moveDemonstrationDate, { body: { businessDate: '2022-02-25', time: '08:58' } })
  const tablet = browser(await stage.cookieOf('teacher'))
  const first = await tablet.ask(`${site}/today`)
  const [morning, afternoon] = [...first.matchAll(/today\/([0-9a-f-]{36})(?=["/])/g)]
    .map((found) => found[1]!)
    .filter((id, at, all) => all.indexOf(id) === at)
  await tablet.post(`${site}/today/${morning}/open`, [])
  const screen = async (id: string) => /alt="([^"]+)"/.exec(await tablet.ask(`${site}/today/${id}`))![1]!
  const { seed, people } = demoCounties()[0]!.classes.find(({ number }) => number === '2022年第2期')!
  const phones = rosterOf(seed, people)
    .split('\r\n')
    .slice(1)
    .map((line) => ({ number: line.split(',')[7]!, browser: browser() }))

  const firstTimes = await signAll(async ({ number, browser }) => {
    const seen = await browser.ask(await screen(morning!))
    const ticket = hidden(seen, 'ticket')
    const asked = await browser.post(`${site}/sign/phone`, [
      ['ticket', ticket],
      ['phone', number],
    ])
    const code = /验证码 (\d{6})/.exec(asked)![1]!
    const done = await browser.post(`${site}/sign/code`, [
      ['ticket', ticket],
      ['ask', hidden(asked, 'ask')],
      ['code', code],
    ])
    if (!done.includes('签到成功')) throw new Error(`not signed: ${number}`)
  })
  await school(moveDemonstrationDate, { body: { businessDate: '2022-02-25', time: '13:25' } })
  await tablet.ask(`${site}/today/${afternoon}`)
  await tablet.post(`${site}/today/${afternoon}/open`, [])
  const after = await signAll(async ({ browser }) => {
    const seen = await browser.ask(await screen(afternoon!))
    const done = await browser.post(`${site}/sign/me`, [['ticket', hidden(seen, 'ticket')]])
    if (!done.includes('签到成功')) throw new Error('not signed')
  })
  console.log(shown('first time: scan, number, message, button', firstTimes))
  console.log(shown('every time after: scan, button', after))

  // Another day, everybody by roll: one page and one form.
  await school(moveDemonstrationDate, { body: { businessDate: '2022-02-28', time: '09:00' } })
  const next = await tablet.ask(`${site}/today`)
  const id = /today\/([0-9a-f-]{36})\/open/.exec(next)![1]!
  await tablet.post(`${site}/today/${id}/open`, [])
  const began = performance.now()
  const roll = await tablet.ask(`${site}/today/${id}/roll`)
  const everybody = [...roll.matchAll(/name="who"[^>]*value="([^"]+)"/g)].map((found) => ['who', found[1]!] as const)
  const called = await tablet.post(`${site}/today/${id}/roll`, everybody)
  console.log(`the roll of ${everybody.length}, two requests: ${(performance.now() - began).toFixed(0)} ms`)
  if (!called.includes(`已登记 ${people} 人`) || firstTimes.wallMs > FIVE_MINUTES_MS) process.exitCode = 1

  async function signAll(sign: (phone: (typeof phones)[number]) => Promise<void>) {
    const took: number[] = []
    const waiting = [...phones]
    const start = performance.now()
    await Promise.all(
      Array.from({ length: AT_ONCE }, async () => {
        for (let phone = waiting.shift(); phone; phone = waiting.shift()) {
          const from = performance.now()
          await sign(phone)
          took.push(performance.now() - from)
        }
      }),
    )
    return { wallMs: performance.now() - start, took: took.toSorted((a, b) => a - b) }
  }
} finally {
  await stage.close()
}

function shown(what: string, { wallMs, took }: { wallMs: number; took: readonly number[] }): string {
  const at = (share: number) => took[Math.min(took.length - 1, Math.floor(took.length * share))]!.toFixed(0)
  return `${what}: ${took.length} people in ${(wallMs / 1000).toFixed(1)} s of the server (aim: within 300 s with the people themselves), each ${at(0.5)} ms, p99 ${at(0.99)} ms`
}
