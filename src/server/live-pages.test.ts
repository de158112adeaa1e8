import fastify, { type FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listAccounts } from '../kernel/access/accounts/contract.ts'
import { endScope, giveScope } from '../kernel/access/scopes/contract.ts'
import { moveDemonstrationDate } from '../kernel/access/contract.ts'
import { walkTrail } from '../kernel/record/contract.ts'
import { listClasses } from '../mechanisms/training/classes/contract.ts'
import { drawAttendance, liveOfClass, liveOfSession, openClassPhoto } from '../mechanisms/training/live/contract.ts'
import { deskThenBack } from '../platform/contract/public.ts'
import { demoCounties } from '../../demo/county.ts'
import { playFirstClasses } from '../../demo/play.ts'
import { listDistricts } from '../kernel/reference/public.ts'
import { vaultOf } from '../platform/crypto/public.ts'
import { answerProblems } from '../platform/http/public.ts'
import { serveFieldPages } from './field-pages.ts'
import { guardAnswers } from './headers.ts'
import { servePublicPages } from './public-pages.ts'
import { serveSignPages } from './sign-pages.ts'
import { givenHouse, LIANDU, type Someone, type TestHouse } from './testing.ts'

let house: TestHouse
let pages: FastifyInstance
let address = ''
let school: Someone
let teacher: Browserish
let sessionId = ''
let classId = ''

/** A browser: it keeps its cookies and sends forms as a browser does. */
class Browserish {
  readonly cookies = new Map<string, string>()
  readonly address: string
  constructor(address: string, cookie = '') {
    this.address = address
    if (cookie) this.keep(cookie)
  }
  private keep(line: string): void {
    const [name = '', value = ''] = line.split(';')[0]!.split(/=(.*)/s)
    this.cookies.set(name, value)
  }
  private async ask(
    path: string,
    init: RequestInit = {},
  ): Promise<{ status: number; html: string; to: string | null }> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const url = path.startsWith('http') ? path : `${this.address}${path}`
    const answer = await fetch(url, { ...init, redirect: 'manual', headers: { cookie, ...init.headers } })
    for (const line of answer.headers.getSetCookie()) this.keep(line)
    return { status: answer.status, html: await answer.text(), to: answer.headers.get('location') }
  }
  get = (path: string) => this.ask(path)
  token = ''
  async open(path: string) {
    const page = await this.get(path)
    this.token = /name="token" value="([^"]+)"/.exec(page.html)?.[1] ?? this.token
    return page
  }
  post(path: string, fields: Record<string, string>, headers: Record<string, string> = {}) {
    const body = new URLSearchParams({ token: this.token, ...fields }).toString()
    return this.ask(path, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/x-www-form-urlencoded', origin: this.address, ...headers },
    })
  }
  upload(path: string, bytes: Buffer) {
    const form = new FormData()
    form.set('token', this.token)
    form.set('photo', new Blob([new Uint8Array(bytes)], { type: 'image/png' }), '全班.png')
    return this.ask(path, { method: 'POST', body: form, headers: { origin: this.address } })
  }
}

const today = `/${LIANDU}/today`
const atTime = (time: string, businessDate = '2022-02-25') =>
  school.call(moveDemonstrationDate, { body: { businessDate, time } })

beforeAll(async () => {
  house = await givenHouse()
  school = await house.as('school')
  const county = demoCounties().find(({ district }) => district === LIANDU)!
  await playFirstClasses(house.app, county, 'password-of-tests')
  pages = fastify()
  guardAnswers(pages)
  answerProblems(pages, {}, 1024)
  const districts = await listDistricts(house.connection.db)
  const needs = { db: house.connection.db, vault: vaultOf(house.keys), districts }
  const lost = servePublicPages(pages, needs)
  serveSignPages(pages, { ...needs, sms: { send: async () => undefined } }, lost)
  serveFieldPages(pages, { ...needs, maxUploadBytes: 1024 * 1024, origin: null })
  address = await pages.listen({ port: 0, host: '127.0.0.1' })
  await atTime('08:58')
  teacher = new Browserish(address, (await house.as('teacher')).cookie)
  const page = await teacher.open(today)
  sessionId = /today\/([0-9a-f-]{36})\/open/.exec(page.html)![1]!
  classId = (await school.call(listClasses)).items.find(({ number }) => number === '2022年第2期')!.id
}, 120_000)
afterAll(async () => {
  await pages?.close()
  await house?.close()
})

describe('the instructor’s page', () => {
  it('asks who is nobody, or of the bureau, to sign in as an instructor, and shows them no session', async () => {
    const nobody = await new Browserish(address).get(today)
    expect(nobody.status).toBe(401)
    expect(nobody.html).toContain('请先登录')
    // From there one is brought back.
    expect(nobody.html).toContain(`href="${deskThenBack(LIANDU, today)}"`)
    const clerk = await new Browserish(address, (await house.as('clerk')).cookie).get(today)
    expect(clerk.status).toBe(403)
    const colleague = new Browserish(address, (await house.as('teacher-he')).cookie)
    expect((await colleague.get(today)).html).toContain('今天没有您的课')
    expect((await colleague.get(`${today}/${sessionId}`)).status).toBe(404)
  })

  it('reaches no further than the scope an administrator gave, from its day on', async () => {
    const admin = await house.as('admin')
    const accountId = (await admin.call(listAccounts, { query: { search: 'teacher' } })).items.find(
      ({ name }) => name === 'teacher',
    )!.id
    const params = { accountId }
    const give = (kind: 'class' | 'organisation', subjectId: string) =>
      admin.call(giveScope, { params, body: { kind, subjectId, from: '2026-01-01', to: null, reason: '只带这个班' } })
    const end = (scopeId: string) =>
      admin.call(endScope, { params: { ...params, scopeId }, body: { reason: '课已上完' } })
    const other = (await school.call(listClasses)).items.find(({ id }) => id !== classId)!
    const ofOther = await give('class', other.id)
    expect((await teacher.get(today)).html).toContain('今天没有您的课')
    expect((await teacher.get(`${today}/${sessionId}`)).status).toBe(404)
    const ofThis = await give('class', classId)
    expect((await teacher.get(`${today}/${sessionId}`)).status).toBe(200)
    await end(ofThis.id)
    await end(ofOther.id)
    expect((await teacher.get(`${today}/${sessionId}`)).status).toBe(404)
    await give('organisation', other.provider.id)
    expect((await teacher.get(`${today}/${sessionId}`)).status).toBe(200)
    const colleague = new Browserish(address, (await house.as('teacher-he')).cookie)
    expect((await colleague.get(`${today}/${sessionId}`)).status).toBe(404)
  })

  it('does nothing for a form of another site, of no page of ours, or of another browser', async () => {
    const open = `${today}/${sessionId}/open`
    const foreign = await teacher.post(open, {}, { origin: 'https://elsewhere.example' })
    expect(foreign.status).toBe(403)
    expect((await teacher.post(open, { token: 'x' })).status).toBe(403)
    const thief = new Browserish(address, `shanjiang=${teacher.cookies.get('shanjiang')}`)
    await thief.get(today)
    thief.token = teacher.token
    expect((await thief.post(open, {})).status).toBe(403)
    expect((await teacher.get(`${today}/${sessionId}`)).html).toContain('开始签到')
  })

  it('opens the session and tells a tablet whose clock is wrong', async () => {
    const wrongClock = String(Date.now() + 17 * 60_000)
    expect((await teacher.post(`${today}/${sessionId}/open`, { at: wrongClock })).status).toBe(303)
    const page = await teacher.open(`${today}/${sessionId}`)
    expect(page.html).toContain('本机时钟快 17 分钟')
    expect(page.html).toContain('已签 0 / 40')
    // Without a script the page renews itself; with one, a part of it does.
    expect(page.html).toMatch(/<noscript><meta http-equiv="refresh" content="\d+"\/><\/noscript>/i)
    const part = await teacher.get(`${today}/${sessionId}/screen`)
    expect(part.html).toMatch(/^<section class="screen">/)
    expect(part.html).not.toMatch(/[\u4e00-\u9fa5]{3}<\/a>/)
    expect(Buffer.byteLength(page.html)).toBeLessThan(60_000)
  })

  it('takes a photo of the class and opens it to the bureau, on record', async () => {
    const png = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    )
    expect((await teacher.upload(`${today}/${sessionId}/photo`, Buffer.from('nothing'))).status).toBe(422)
    expect((await teacher.upload(`${today}/${sessionId}/photo`, png)).to).toMatch(/done=photo/)
    const clerk = await house.as('clerk')
    const { photos } = await clerk.call(liveOfSession, { params: { classId, sessionId } })
    const opened = (await clerk.call(openClassPhoto, { params: { classId, photoId: photos[0]!.id } })) as Blob
    expect(Buffer.from(await opened.arrayBuffer()).equals(png)).toBe(true)
    const other = await house.as('jigong')
    await expect(other.call(openClassPhoto, { params: { classId, photoId: photos[0]!.id } })).rejects.toMatchObject({
      problem: { status: 404 },
    })
  })
})

it('begins again, and does not fail, for what is no form at all', async () => {
  const answers: number[] = []
  for (const path of ['sign', 'sign/me', 'sign/not-me', 'sign/phone', 'sign/code']) {
    for (const [type, body] of [
      ['', ''],
      ['application/json', '{"token":5,"digits":[1]}'],
      ['application/json', 'null'],
    ]) {
      const headers = { origin: address, ...(type ? { 'content-type': type } : {}) }
      const sent = { method: 'POST', headers, ...(body ? { body } : {}) }
      answers.push((await fetch(`${address}/${LIANDU}/${path}`, sent)).status)
    }
  }
  expect(answers.filter((status) => status !== 403)).toEqual([])
})

describe('the trainee’s page', () => {
  const scanned = async () => /alt="([^"]+)"/.exec((await teacher.get(`${today}/${sessionId}`)).html)![1]!
  const hidden = (html: string, name: string) => new RegExp(`name="${name}" value="([^"]+)"`).exec(html)![1]!

  it('writes nothing when a code is only looked at, and knows nonsense', async () => {
    const phone = new Browserish(address)
    for (const code of ['x', '../../etc', 'A'.repeat(44), '%00'])
      expect([400, 404]).toContain((await phone.get(`/${LIANDU}/sign/${code}`)).status)
    const before = await school.call(liveOfClass, { params: { classId } })
    const page = await phone.open(await scanned())
    expect(page.html).toContain('您的手机号')
    expect(Buffer.byteLength(page.html)).toBeLessThanOrEqual(30_000)
    expect(await school.call(liveOfClass, { params: { classId } })).toEqual(before)
  })

  it('signs whom the message knows, remembers the phone for the class, and gives the ticket to nobody else', async () => {
    const phone = new Browserish(address)
    const seen = await phone.open(await scanned())
    const ticket = hidden(seen.html, 'ticket')
    // Seed 3 of the demonstration's people: the first phone of the roster.
    const asked = await phone.post(`/${LIANDU}/sign/phone`, { ticket, phone: '13910111000' })
    const code = /验证码 (\d{6})/.exec(asked.html)![1]!
    const ask = hidden(asked.html, 'ask')
    const thief = new Browserish(address)
    await thief.open(`/${LIANDU}/sign`)
    expect((await thief.post(`/${LIANDU}/sign/code`, { ticket, ask, code })).html).toContain('时间过久了')
    const done = await phone.post(`/${LIANDU}/sign/code`, { ticket, ask, code })
    expect(done.html).toContain('签到成功')
    expect([...phone.cookies.keys()].some((name) => name.includes(`class-${classId.slice(-12)}`))).toBe(true)
    // No session of a resident stays behind on it.
    expect(phone.cookies.get('shanjiang-resident')).toBeUndefined()
    const again = await phone.open(await scanned())
    expect(again.html).toContain('我来上课了,签到')
    expect((await phone.post(`/${LIANDU}/sign/me`, { ticket: hidden(again.html, 'ticket') })).html).toContain(
      '您已经签到',
    )
  })
})

it('closes with the last word to the provider: the sheet is drawn, and the live sign is walked to by its own people alone', async () => {
  await teacher.post(`${today}/${sessionId}/phase`, { to: 'closed' })
  expect((await teacher.get(`${today}/${sessionId}/screen`)).status).toBe(205)
  await atTime('10:00', '2022-03-11')
  expect(await school.call(drawAttendance, { params: { classId } })).toEqual({ outcome: 'drawn', version: 1 })
  const { people } = await school.call(liveOfSession, { params: { classId, sessionId } })
  const { signs } = people.find(({ seq }) => seq === 1)!
  const place = { params: { kind: 'live-sign', id: signs[0]!.id } }
  expect((await school.call(walkTrail, place)).restsOn).toMatchObject([{ kind: 'live-session' }])
  await expect((await house.as('jigong')).call(walkTrail, place)).rejects.toMatchObject({ problem: { status: 404 } })
  const clerk = await house.as('clerk')
  await expect(clerk.call(drawAttendance, { params: { classId } })).rejects.toMatchObject({ problem: { status: 403 } })
}, 60_000)
