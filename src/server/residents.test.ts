import { createHash } from 'node:crypto'
import fastify, { type FastifyInstance, type LightMyRequestResponse } from 'fastify'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import pg from 'pg'
import { assembledClaim, approveDemoClaim } from '../../demo/claim-way.ts'
import { getClaim } from '../kernel/funds/claims/contract.ts'
import { givenPng } from '../kernel/credentials/look-ups/testing.ts'
import {
  answerCorrection,
  countCorrections,
  decideCorrectionRequest,
  listCorrections,
  openCorrectionFile,
} from '../kernel/people/corrections/contract.ts'
import { openPersonTimeline } from '../kernel/record/timelines/contract.ts'
import { answerReport, countReports, listReports } from '../kernel/funds/reports/contract.ts'
import { findPhone, phoneLookup, indexPhones, savePersons } from '../kernel/people/public.ts'
import { listDistricts } from '../kernel/reference/public.ts'
import { newId } from '../kernel/values/public.ts'
import { vaultOf, type Vault } from '../platform/crypto/public.ts'
import { inDistrict } from '../platform/db/public.ts'
import { answerProblems } from '../platform/http/public.ts'
import type { Sms } from '../platform/sms/public.ts'
import { guardAnswers } from './headers.ts'
import { servePublicPages } from './public-pages.ts'
import { serveResidentPages } from './resident-pages.ts'
import { givenHouse, givenTaughtClass, LIANDU, QINGTIAN, type Someone, type TestHouse } from './testing.ts'

let house: TestHouse
let vault: Vault
let app: FastifyInstance
let owner: pg.Client
let clerk: Someone
let school: Someone
let claimId = ''
/** Somebody due on the claim, and their phone. */
let due = { personId: '', phone: '' }
let held: Sms[] = []

beforeAll(async () => {
  house = await givenHouse()
  vault = vaultOf(house.keys)
  clerk = await house.as('clerk')
  school = await house.as('school')
  await givenTaughtClass(house, school, clerk)
  claimId = await assembledClaim(clerk.call)
  owner = new pg.Client({ connectionString: house.database.superuserUrl })
  await owner.connect()
  const { rows } = await owner.query(
    `select p.id, p.phone_sealed from people.persons p join funds.claim_people c on c.person_id = p.id
     where c.claim_id = $1 and c.standing = 'due' and p.phone_sealed is not null order by c.position limit 1`,
    [claimId],
  )
  due = {
    personId: rows[0].id,
    phone: vault.openText(`people.persons.phone_sealed:${LIANDU}:${rows[0].id}`, rows[0].phone_sealed),
  }
  app = fastify()
  guardAnswers(app)
  answerProblems(app, {}, 1024)
  const districts = await listDistricts(house.connection.db)
  const needs = {
    db: house.connection.db,
    vault,
    districts,
    checks: house.integrity.checks,
    timelines: house.timelines,
  }
  const sms = { send: async (one: Sms) => void held.push(one) }
  const lost = servePublicPages(app, needs)
  serveResidentPages(app, { ...needs, sms }, lost)
  await app.ready()
}, 120_000)
afterAll(async () => {
  await app.close()
  await owner.end()
  await house.close()
})
/** An hour's counts and pauses begin anew, and so do the messages. */
beforeEach(async () => {
  held = []
  await owner.query('delete from access.tries')
  await owner.query("update access.resident_codes set asked_at = asked_at - interval '2 minutes'")
})

const ours = { origin: 'http://localhost', host: 'localhost', 'sec-fetch-site': 'same-origin' }

/** A browser without scripts: it keeps cookies and sends the forms it is given. */
function givenBrowser(district = LIANDU, language = '') {
  const jar = new Map<string, string>()
  const keep = (answer: LightMyRequestResponse) => {
    for (const cookie of [answer.headers['set-cookie'] ?? []].flat()) {
      const [pair = ''] = cookie.split(';')
      const [name = '', value = ''] = pair.split('=', 2)
      if (value) jar.set(name, value)
      else jar.delete(name)
    }
    return answer
  }
  const cookie = () => [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
  const at = (path: string) => `/${district}${path}${language}`
  return {
    jar,
    get: async (path: string) => keep(await app.inject({ url: at(path), headers: { cookie: cookie() } })),
    post: async (path: string, form: Record<string, string>, headers: Record<string, string> = ours) =>
      keep(
        await app.inject({
          method: 'POST',
          url: at(path),
          headers: { ...headers, cookie: cookie(), 'content-type': 'application/x-www-form-urlencoded' },
          payload: new URLSearchParams(form).toString(),
        }),
      ),
  }
}
type Browser = ReturnType<typeof givenBrowser>

/** What a page hides in its form. */
const hidden = (page: LightMyRequestResponse): Record<string, string> =>
  Object.fromEntries(
    [...page.body.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)"/g)].map(([, name, value]) => [
      name!,
      value!.replaceAll('&#x27;', "'").replaceAll('&amp;', '&').replaceAll('&lt;', '<').replaceAll('&gt;', '>'),
    ]),
  )
const codeShown = (page: LightMyRequestResponse) => /验证码 (\d{6})/.exec(page.body)?.[1] ?? ''

async function askCode(browser: Browser, phone: string) {
  const form = hidden(await browser.get('/progress'))
  return browser.post('/sign-in/code', { ...form, phone })
}
async function signIn(browser: Browser, phone: string) {
  const page = await askCode(browser, phone)
  return browser.post('/sign-in/go', { ...hidden(page), code: codeShown(page) })
}
/** What differs between two visitors by itself: tokens, keys, the code shown in a demonstration. */
const uniform = (body: string) => body.replace(/value="[\w-]{20,}"/g, 'value').replace(/\d{6}/g, '000000')

describe('signing in by phone and one-time code', () => {
  it('asks for a phone where the subsidy is looked at, and shows it once the code is given', async () => {
    const browser = givenBrowser()
    expect((await browser.get('/progress')).body).toContain('您的手机号')
    const signed = await signIn(browser, `+86 ${due.phone.slice(0, 3)} ${due.phone.slice(3)}`)
    expect([signed.statusCode, signed.headers.location]).toEqual([303, `/${LIANDU}/progress`])
    const page = await browser.get('/progress')
    expect(page.body).toContain('待机构确认')
    expect(page.body).toContain('1,000.00 元')
    expect(page.headers['cache-control']).toBe('no-store')
    expect(page.body).not.toMatch(/\d{17}[\dX]|(?<!\d)1[3-9]\d{9}(?!\d)/)
    expect(Buffer.byteLength(page.body)).toBeLessThan(30_000)
    // What went out says the code, once, and nothing of the person.
    expect(held).toHaveLength(1)
    expect(held[0]!.text).toMatch(/^验证码 \d{6}/)
  })

  it('brings back to the page that was asked for, and to no address outside', async () => {
    const through = async (marks: Record<string, string>, browser: Browser) => {
      const page = await browser.post('/sign-in/code', { ...marks, phone: due.phone })
      return (await browser.post('/sign-in/go', { ...hidden(page), code: codeShown(page) })).headers.location
    }
    const browser = givenBrowser()
    expect(await through(hidden(await browser.get('/my-information')), browser)).toBe(`/${LIANDU}/my-information`)
    await owner.query("update access.resident_codes set asked_at = asked_at - interval '2 minutes'")
    const misled = givenBrowser()
    const marks = { ...hidden(await misled.get('/my-information')), to: '//elsewhere.example/331102/' }
    expect(await through(marks, misled)).toBe(`/${LIANDU}/progress`)
  })

  it('answers the same whether the phone is known or not, and signs nobody in by an unknown one', async () => {
    const [known, stranger] = [givenBrowser(), givenBrowser()]
    const one = await askCode(known, due.phone)
    const other = await askCode(stranger, '19900000001')
    expect([one.statusCode, uniform(one.body)]).toEqual([other.statusCode, uniform(other.body)])
    expect(held.map(({ phone }) => phone)).toEqual([due.phone])
    const wrong = await known.post('/sign-in/go', { ...hidden(one), code: '000000' })
    const right = await stranger.post('/sign-in/go', { ...hidden(other), code: codeShown(other) })
    expect([right.statusCode, uniform(right.body)]).toEqual([wrong.statusCode, uniform(wrong.body)])
    expect((await stranger.get('/progress')).body).toContain('您的手机号')
  })

  it('takes a code once, within five minutes, in the browser’s own request, in its own district', async () => {
    const browser = givenBrowser()
    const page = await askCode(browser, due.phone)
    const form = { ...hidden(page), code: codeShown(page) }
    const foreign = givenBrowser(QINGTIAN)
    const marks = hidden(await foreign.get('/progress'))
    expect((await foreign.post('/sign-in/go', { ...form, ...marks })).statusCode).toBe(422)
    expect((await browser.post('/sign-in/go', { ...form, ask: 'another' })).statusCode).toBe(422)
    expect((await browser.post('/sign-in/go', form)).statusCode).toBe(303)
    // Used: the same code opens nothing a second time, to anybody.
    const second = givenBrowser()
    const theirs = hidden(await second.get('/progress'))
    expect((await second.post('/sign-in/go', { ...form, ...theirs })).statusCode).toBe(422)
    // The session is of one district.
    const session = browser.jar.get('__Host-shanjiang-resident')!
    foreign.jar.set('__Host-shanjiang-resident', session)
    expect((await foreign.get('/progress')).body).toContain('您的手机号')
    await owner.query("update access.resident_codes set asked_at = asked_at - interval '2 minutes'")
    const late = await askCode(givenBrowserOf(browser), due.phone)
    await owner.query('update access.resident_codes set expires_at = now()')
    const answer = await browser.post('/sign-in/go', { ...hidden(late), code: codeShown(late) })
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain('已经失效')
  })

  it('lets nobody guess: five tries a code, a pause between codes, few codes an hour', async () => {
    const browser = givenBrowser()
    const page = await askCode(browser, due.phone)
    const form = hidden(page)
    for (let guess = 0; guess < 5; guess += 1)
      expect((await browser.post('/sign-in/go', { ...form, code: '999999' })).statusCode).toBe(422)
    // The right one comes too late.
    expect((await browser.post('/sign-in/go', { ...form, code: codeShown(page) })).statusCode).toBe(422)
    const again = await askCode(browser, due.phone)
    expect([again.statusCode, again.body]).toEqual([429, expect.stringContaining('秒再获取')])
    for (let nth = 0; nth < 5; nth += 1) {
      await owner.query("update access.resident_codes set asked_at = asked_at - interval '2 minutes'")
      await askCode(browser, due.phone)
    }
    await owner.query("update access.resident_codes set asked_at = asked_at - interval '2 minutes'")
    const tooOften = await askCode(browser, due.phone)
    expect([tooOften.statusCode, tooOften.body]).toEqual([429, expect.stringContaining('次数太多')])
    for (let nth = 0; nth < 30; nth += 1) await askCode(browser, `1990000${String(1000 + nth)}`)
    expect((await askCode(browser, '19900009999')).statusCode).toBe(429)
  })

  it('keeps neither code nor phone nor session in clear', async () => {
    const browser = givenBrowser()
    const page = await askCode(browser, due.phone)
    const { rows } = await owner.query(
      "select (select string_agg(c::text, ' ') from access.resident_codes c) || (select string_agg(s::text, ' ') from access.resident_sessions s) as all",
    )
    const hex = (text: string) => Buffer.from(text).toString('hex')
    for (const secret of [codeShown(page), due.phone, hidden(page).ask!, browser.jar.get('__Host-shanjiang-form')!])
      for (const written of [secret, hex(secret)]) expect(rows[0].all).not.toContain(written)
  })

  it('asks who of several it is where a family shares a phone', async () => {
    const child = newId()
    await inDistrict(house.connection.db, LIANDU, async (tx) => {
      const identityNumber = '339901199001012356'
      const given = { id: child, name: '吴小燕', identityNumber, sex: 'F' as const, birthDate: '1990-01-01' }
      await savePersons(tx, vault, [{ ...given, phone: due.phone }])
    })
    const browser = givenBrowser()
    const page = await askCode(browser, due.phone)
    const who = await browser.post('/sign-in/go', { ...hidden(page), code: codeShown(page) })
    expect(who.body).toContain('身份证号最后四位')
    expect((await browser.post('/sign-in/go', { ...hidden(who), ending: '0000' })).statusCode).toBe(422)
    expect((await browser.post('/sign-in/go', { ...hidden(who), ending: '２３５６' })).statusCode).toBe(303)
    expect((await browser.get('/progress')).body).toContain('还没有补贴记录')
    await owner.query('update people.persons set phone_lookup = null where id = $1', [child])
    expect(await inDistrict(house.connection.db, LIANDU, (tx) => indexPhones(tx, vault))).toBe(false)
    const { rows } = await owner.query('select phone_lookup from people.persons where id = $1', [child])
    expect(rows[0].phone_lookup).toEqual(phoneLookup(vault, due.phone))
    await owner.query('update people.persons set phone_lookup = null, phone_sealed = null where id = $1', [child])
  })

  it('ends by signing out, after half an hour, and opens nothing of the console', async () => {
    const browser = givenBrowser()
    await signIn(browser, due.phone)
    const session = browser.jar.get('__Host-shanjiang-resident')!
    const asAccount = await house.app.inject({
      url: `/${LIANDU}/api/claims`,
      headers: { cookie: `__Host-shanjiang=${session}; __Host-shanjiang-resident=${session}` },
    })
    expect(asAccount.statusCode).toBe(401)
    const out = await browser.post('/sign-in/out', hidden(await browser.get('/progress')))
    expect(out.statusCode).toBe(303)
    browser.jar.set('__Host-shanjiang-resident', session)
    expect((await browser.get('/progress')).body).toContain('您的手机号')
    await owner.query("update access.resident_codes set asked_at = asked_at - interval '2 minutes'")
    await signIn(browser, due.phone)
    await owner.query("update access.resident_sessions set expires_at = now() - interval '1 second'")
    expect((await browser.get('/progress')).body).toContain('您的手机号')
  })

  it('takes no form from another site, nor one that was not asked for here', async () => {
    const browser = givenBrowser()
    const form = { ...hidden(await browser.get('/progress')), phone: due.phone }
    for (const headers of [
      { ...ours, origin: 'https://elsewhere.example' },
      { ...ours, 'sec-fetch-site': 'cross-site' },
      { ...ours, origin: 'null' },
    ])
      expect((await browser.post('/sign-in/code', form, headers)).statusCode).toBe(403)
    expect((await browser.post('/sign-in/code', { ...form, token: 'made-up' })).statusCode).toBe(403)
    expect((await givenBrowser().post('/sign-in/code', form)).statusCode).toBe(403)
    expect(held).toEqual([])
  })

  it('says what is wrong with a phone and loses nothing that was typed', async () => {
    const browser = givenBrowser()
    for (const [typed, problem] of [
      ['1380000', '应为11位'],
      ['', '手机号为空'],
      ['0578-2091234', '11 位的手机号'],
      ['<script>alert(1)</script>\0', '只能是数字'],
    ] as const) {
      const page = await browser.post('/sign-in/code', { ...hidden(await browser.get('/progress')), phone: typed })
      expect([page.statusCode, page.body]).toEqual([422, expect.stringContaining(problem)])
      expect(page.body).not.toContain('<script')
    }
    const kept = await browser.post('/sign-in/code', { ...hidden(await browser.get('/progress')), phone: '1380000' })
    expect(kept.body).toContain('value="1380000"')
  })
})

/** Another window of the same browser. */
const givenBrowserOf = (browser: Browser): Browser => browser

describe('信息有误,我要反映', () => {
  it('asks one thing a page, keeps what is sent once, and the answer comes to the person', async () => {
    const browser = givenBrowser()
    await signIn(browser, due.phone)
    const page = await browser.get('/progress')
    const path = /href="\/\d+(\/report\/[0-9a-f-]{36})"/.exec(page.body)![1]!
    const first = await browser.get(path)
    expect(first.body).toContain('哪里不对')
    expect((await browser.post(path, hidden(first))).body).toContain('请选一项')
    const second = await browser.post(path, { ...hidden(first), kind: 'attendance' })
    expect(second.body).toContain('说说是什么情况')
    const said = '<b>3月8日</b>我在,卡号 6217009999990000123'
    const third = await browser.post(path, { ...hidden(second), said })
    expect(third.body).toContain('看一遍再提交')
    expect(third.body).not.toMatch(/<b>(?:<span[^>]*>)?3月8日/)
    expect(third.body).not.toContain('6217009999990000123')
    const done = await browser.post(path, { ...hidden(third), step: 'send' })
    expect(done.body).toContain('F-2022-0001')
    // Sent twice, by a double click or a reload, it is one report.
    expect((await browser.post(path, { ...hidden(third), step: 'send' })).body).toContain('F-2022-0001')
    expect(await clerk.call(countReports)).toEqual({ open: 1, overdue: 0 })
    const { items } = await clerk.call(listReports, { query: { state: 'open' } })
    expect(items).toHaveLength(1)
    expect(items[0]).toMatchObject({ kind: 'attendance', isOverdue: false, claim: { id: claimId } })
    const params = { reportId: items[0]!.id }
    const answer = { params, body: { answer: '核对了签到原件,3月8日下午已更正为出勤。' } }
    await expect((await house.as('finance')).call(answerReport, answer)).rejects.toMatchObject({
      problem: { status: 403 },
    })
    await expect((await house.as('clerk', QINGTIAN)).call(answerReport, answer)).rejects.toMatchObject({
      problem: { status: 404 },
    })
    await clerk.call(answerReport, answer)
    await expect(clerk.call(answerReport, answer)).rejects.toMatchObject({ problem: { status: 409 } })
    const told = await browser.get('/progress')
    expect(told.body).toContain('已更正为出勤')
    expect(told.body).not.toMatch(/经办岗 \S*\*/)
  })

  it('is of one’s own subsidies only', async () => {
    const browser = givenBrowser()
    await signIn(browser, due.phone)
    const { people } = await clerk.call(getClaim, { params: { claimId } })
    const others = people.map(({ decisionId }) => decisionId)
    let own = 0
    for (const id of others) {
      if ((await browser.get(`/report/${id}`)).statusCode === 200) own += 1
      else expect((await browser.get(`/progress/${id}`)).statusCode).toBe(404)
    }
    expect(own).toBe(1)
  })
})

describe('how far a subsidy is', () => {
  it('is told step by step in both languages, by posts and never by names', async () => {
    const [reviewer, deputy] = [await house.as('reviewer'), await house.as('deputy')]
    const by = { school: school.call, clerk: clerk.call, reviewer: reviewer.call, approver: deputy.call }
    await approveDemoClaim(by, claimId)
    const browser = givenBrowser()
    await signIn(browser, due.phone)
    const page = await browser.get('/progress')
    for (const told of ['待公示', '培训机构确认', '经办岗、复核岗', '局领导', '按财政进度', '依据'])
      expect(page.body).toContain(told)
    expect(page.body).not.toMatch(/null|undefined|\[object/)
    const english = givenBrowser(LIANDU, '?lang=en')
    for (const [name, value] of browser.jar) english.jar.set(name, value)
    expect((await english.get('/progress')).body).toContain('Public notice ahead')
  })

  it('is told as one timeline too, without what only the bureau reads', async () => {
    const browser = givenBrowser()
    await signIn(browser, due.phone)
    const page = await browser.get('/progress/record')
    for (const told of ['列入花名册', '申领单', '待公示']) expect(page.body).toContain(told)
    expect(page.body).not.toMatch(/比对函|疑点|\d{17}/)
    expect((await givenBrowser().get('/progress/record')).body).toContain('您的手机号')
  })

  it('tells somebody refused what stopped it, what to bring and by when', async () => {
    const { rows } = await owner.query(
      `select p.id, p.phone_sealed from people.persons p join funds.claim_people c on c.person_id = p.id
       where c.claim_id = $1 and c.standing = 'refused' and p.phone_sealed is not null order by c.position limit 1`,
      [claimId],
    )
    const place = `people.persons.phone_sealed:${LIANDU}:${rows[0].id}`
    const browser = givenBrowser()
    await signIn(browser, vault.openText(place, rows[0].phone_sealed))
    const page = await browser.get('/progress')
    for (const told of ['不予补贴', '请带:', '您的出勤没有达到规定', '办理']) expect(page.body).toContain(told)
    // What was counted is what is listed.
    const counted = /资料核对<small>.*?(\d+) 项/.exec(page.body)![1]
    expect(page.body).toContain(`看全部 ${counted} 项`)
    // The check that measures by the same rule is told too, before any that passed.
    expect(page.body.indexOf('“个人出勤率达到要求”没有通过')).toBeLessThan(page.body.indexOf('class="ok once"'))
    expect(page.body).toContain('“个人出勤率达到要求”没有通过')
  })
})

describe('every form of the public pages', () => {
  it('hides a token and a key, whichever pages lead to it, and does nothing without its token', async () => {
    const browser = givenBrowser()
    await signIn(browser, due.phone)
    const seen = new Set<string>()
    const forms = new Map<string, string>()
    const waiting = ['/', '/progress', '/sign-in']
    const below = `/${LIANDU}`
    const take = (body: string, from: string) => {
      for (const [form, opening] of body.matchAll(/<form([^>]*)>[\s\S]*?<\/form>/g)) {
        if (!/method="post"/i.test(opening!)) continue
        const action = /action="([^"]*)"/.exec(opening!)?.[1] ?? from
        forms.set(action, form)
      }
      for (const [, href] of body.matchAll(/<a[^>]*href="([^"#]*)"/g)) {
        const path = href!.replaceAll('&amp;', '&')
        if (path.startsWith(`${below}/`) && !path.includes('/console') && !path.includes('lang='))
          waiting.push(path.slice(below.length))
      }
    }
    for (let path = waiting.shift(); path !== undefined && seen.size < 60; path = waiting.shift()) {
      if (seen.has(path)) continue
      seen.add(path)
      take((await browser.get(path)).body, `${below}${path}`)
    }
    // Asking for a phone is only shown to whoever is not signed in.
    take((await givenBrowser().get('/progress')).body, `${below}/progress`)
    expect([...forms.keys()].length).toBeGreaterThanOrEqual(3)
    const wrong: string[] = []
    for (const [action, form] of forms) {
      if (!/type="hidden" name="token" value="[\w-]{43}"/.test(form)) wrong.push(`${action} hides no token`)
      if (!/type="hidden" name="key" value="[\w-]{22}"/.test(form)) wrong.push(`${action} hides no key`)
      const path = action.replaceAll('&amp;', '&').slice(below.length)
      const without = await browser.post(path, { key: 'x'.repeat(22), phone: due.phone })
      if (without.statusCode !== 403) wrong.push(`${action} without its token: ${without.statusCode}`)
    }
    expect(wrong).toEqual([])
  })

  it('shows what it looks like by styles that are named by hash alone', async () => {
    const page = await givenBrowser().get('/progress')
    const [, style] = /<style>([\s\S]*?)<\/style>/.exec(page.body)!
    const named = createHash('sha256').update(style!).digest('base64')
    expect(page.headers['content-security-policy']).toContain(`'sha256-${named}'`)
    expect(page.headers['content-security-policy']).not.toContain('unsafe')
    expect(page.body).not.toMatch(/ style=/)
  })
})

/** A form with a file, as a browser sends it. */
async function postPaper(browser: Browser, form: Record<string, string>, file: Buffer | null = null) {
  const boundary = 'of-a-test'
  const parts = Object.entries(form).map(
    ([name, value]) => `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  )
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="paper"; filename="${file ? 'a.png' : ''}"\r\n\r\n`
  const payload = Buffer.concat([
    Buffer.from(parts.join('') + head),
    file ?? Buffer.alloc(0),
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ])
  const cookie = [...browser.jar].map(([name, value]) => `${name}=${value}`).join('; ')
  const headers = { ...ours, cookie, 'content-type': `multipart/form-data; boundary=${boundary}` }
  return app.inject({ method: 'POST', url: `/${LIANDU}/my-information/correct`, headers, payload })
}

const numberIn = (page: LightMyRequestResponse) => /G-\d{4}-\d{4}/.exec(page.body)?.[0] ?? ''

describe('我的信息', () => {
  let browser: Browser
  const asks = async (form: Record<string, string>, file: Buffer | null = null) =>
    postPaper(
      browser,
      { ...hidden(await browser.get('/my-information/correct')), why: '户口本上不是这样', ...form },
      file,
    )
  const waiting = async (number: string, state: 'open' | 'second' | 'settled' = 'open') =>
    (await clerk.call(listCorrections, { query: { state } })).items.find((each) => each.number === number)!

  beforeAll(async () => {
    await owner.query('delete from access.tries')
    await owner.query("update access.resident_codes set asked_at = asked_at - interval '2 minutes'")
    browser = givenBrowser()
    await signIn(browser, due.phone)
  })

  it('tells whoever is signed in what is held of them, from where, what for and until when; and nobody else of it', async () => {
    expect((await givenBrowser().get('/my-information')).body).toContain('您的手机号')
    expect((await givenBrowser().get('/my-information/data')).body).toContain('您的手机号')
    const page = await browser.get('/my-information')
    for (const said of ['身份证号(前六后二)', '来自:', '花名册', '用途:', '审核补贴资格', '保存到:', '30年', '出勤'])
      expect(page.body).toContain(said)
    expect(page.body).not.toMatch(/(?<!\d)(\d{17}[\dX]|1\d{10})(?!\d)/)
    const { rows } = await owner.query('select name from people.persons where district = $1 and id <> $2', [
      LIANDU,
      due.personId,
    ])
    const own = await owner.query('select name from people.persons where id = $1', [due.personId])
    for (const { name } of rows) if (name !== own.rows[0].name) expect(page.body).not.toContain(`>${name}<`)
    expect(page.body).not.toContain('<script')
    expect(page.body.length).toBeLessThan(60_000)
  })

  it('tells who looked: the post, the day and for what, never a name', async () => {
    expect((await browser.get('/my-information')).body).toContain('还没有人查看过')
    const { people } = await clerk.call(getClaim, { params: { claimId } })
    const { rows } = await owner.query(
      'select decision_id from funds.claim_people where claim_id = $1 and person_id = $2',
      [claimId, due.personId],
    )
    expect(people.length).toBeGreaterThan(0)
    const body = { claimId, decisionId: rows[0].decision_id, reason: '核实本人来电反映' }
    await clerk.call(openPersonTimeline, { body: { ...body, aboutKind: 'claim', aboutId: claimId } })
    await clerk.call(openPersonTimeline, { body })
    const page = await browser.get('/my-information')
    expect(page.body).toContain('查看记录,为申领单')
    expect(page.body).toContain('查看记录,没有对应事项')
    expect(page.body).not.toContain('核实本人来电反映')
    expect((await browser.get('/my-information')).body).toMatch(/经办岗[^<]*查看记录/)
  })

  it('hands it out as a page and as data', async () => {
    const page = await browser.get('/my-information/page')
    expect(page.headers['content-disposition']).toMatch(/^attachment; filename="my-information-.*\.html"$/)
    expect(page.body).toContain('存有的信息')
    const data = await browser.get('/my-information/data')
    expect(data.headers['content-disposition']).toContain('.json')
    const read = JSON.parse(data.body)
    expect(read.held.length).toBeGreaterThan(8)
    expect(read.held[0]).toMatchObject({ what: '姓名', purpose: expect.any(String), keptUntil: expect.any(String) })
    expect(read.looked).toHaveLength(2)
    expect(data.body).not.toMatch(/(?<!\d)(\d{17}[\dX]|1\d{10})(?!\d)/)
  })

  it('says what is not right with a request, and keeps what was typed', async () => {
    for (const [form, problem] of [
      [{ shouldBe: '王婧' }, '请选择哪一项不对'],
      [{ item: 'other', shouldBe: ' ' }, '请写应该是什么'],
      [{ item: 'phone', shouldBe: '123' }, '11 位手机号'],
      [{ item: 'name', shouldBe: '见附件第2页' }, '请写您的姓名'],
      [{ item: 'education', shouldBe: '大专', why: '' }, '请写为什么'],
    ] as const) {
      const page = await asks(form)
      expect([page.statusCode, page.body.includes(problem), problem]).toEqual([422, true, problem])
      expect(page.body).toContain(`value="${form.shouldBe}"`)
    }
    const bad = await asks({ item: 'education', shouldBe: '大专' }, Buffer.from('no picture'))
    expect([bad.statusCode, bad.body.includes('附件不是完整的照片')]).toEqual([422, true])
    const foreign = await postPaper(givenBrowser(), { token: 'x', key: 'y', item: 'other', shouldBe: 'a', why: 'bb' })
    expect(foreign.statusCode).toBe(403)
    expect((await clerk.call(countCorrections)).open).toBe(0)
  })

  it('takes a request once, without long numbers, with its paper; one person answers it and the resident reads the answer', async () => {
    const form = hidden(await browser.get('/my-information/correct'))
    const asked = { ...form, item: 'education', shouldBe: '大专', why: '毕业证编号 339901199001011234 可查' }
    const first = await postPaper(browser, asked, givenPng(5))
    const number = numberIn(first)
    expect(first.statusCode).toBe(200)
    expect(numberIn(await postPaper(browser, asked, givenPng(5)))).toBe(number)
    const request = await waiting(number)
    expect(request).toMatchObject({ item: 'education', isOverdue: false, file: { mediaType: 'image/png' } })
    expect(request.why).not.toContain('330102')
    const params = { correctionId: request.id }
    expect(((await clerk.call(openCorrectionFile, { params })) as Blob).size).toBe(givenPng(5).length)
    expect(
      await clerk.call(answerCorrection, { params, body: { outcome: 'declined', answer: '请补毕业证原件' } }),
    ).toEqual({
      state: 'declined',
    })
    const page = await browser.get('/my-information')
    for (const said of [number, '不予更正', '请补毕业证原件']) expect(page.body).toContain(said)
    await expect(
      clerk.call(answerCorrection, { params, body: { outcome: 'declined', answer: '再答' } }),
    ).rejects.toMatchObject({ problem: { status: 409 } })
  })

  it('puts a name right only when a second person agrees, and then it is the name everywhere', async () => {
    const number = numberIn(await asks({ item: 'name', shouldBe: '欧阳更正' }))
    const params = { correctionId: (await waiting(number)).id }
    const answer = { params, body: { outcome: 'corrected' as const, answer: '已核对户口本,予以更正' } }
    expect(await clerk.call(answerCorrection, answer)).toEqual({ state: 'second' })
    expect((await browser.get('/my-information')).body).not.toContain('已核对户口本')
    const reviewer = await house.as('reviewer')
    await expect(
      reviewer.call(decideCorrectionRequest, { params, body: { verdict: 'declined', reason: '' } }),
    ).rejects.toMatchObject({ problem: { status: 422 } })
    await reviewer.call(decideCorrectionRequest, { params, body: { verdict: 'declined', reason: '户口本照片不清' } })
    expect((await waiting(number)).state).toBe('open')
    await clerk.call(answerCorrection, answer)
    await reviewer.call(decideCorrectionRequest, { params, body: { verdict: 'confirmed' } })
    const page = await browser.get('/my-information')
    expect(page.body).toContain('欧阳更正')
    expect(page.body).toContain('已核对户口本')
    expect((await waiting(number, 'settled')).maskedName).toMatch(/^欧/)
    await expect(
      owner.query(
        `insert into people.correction_decisions (district, request_id, nth, answered_by, decided_by, account_id, verdict, business_at)
         select district, request_id, nth, answered_by, answered_by, account_id, 'confirmed', now() from people.correction_answers
         where request_id = $1 and nth = 2`,
        [params.correctionId],
      ),
    ).rejects.toThrow(/two_people_correct_a_person/)
  })

  it('reaches somebody by the telephone two people put right, and no longer by the old one', async () => {
    const number = numberIn(await asks({ item: 'phone', shouldBe: '139 0000 4321' }))
    const request = await waiting(number)
    expect(request.shouldBe).toBe('139****4321')
    const params = { correctionId: request.id }
    await clerk.call(answerCorrection, { params, body: { outcome: 'corrected', answer: '已在窗口核对本人' } })
    await (await house.as('approver')).call(decideCorrectionRequest, { params, body: { verdict: 'confirmed' } })
    const phone = await inDistrict(house.connection.db, LIANDU, (tx) => findPhone(tx, vault, due.personId))
    expect(phone).toBe('13900004321')
    await owner.query('delete from access.tries')
    expect((await signIn(givenBrowser(), '13900004321')).statusCode).toBe(303)
    await owner.query("update access.resident_codes set asked_at = asked_at - interval '2 minutes'")
    expect((await signIn(givenBrowser(), due.phone)).statusCode).not.toBe(303)
  })
})
