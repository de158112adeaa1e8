import type { FastifyInstance } from 'fastify'
import type * as argon2 from '@node-rs/argon2'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { giveCode, signIn, signOut, stepUp, whoAmI } from '../kernel/access/contract.ts'
import { MOST_WAITING } from '../kernel/access/passwords/hashing.ts'
import { changePassword } from '../kernel/access/passwords/contract.ts'
import {
  beginEnrolment,
  beginSecondFactor,
  confirmEnrolment,
  confirmSecondFactor,
  getSecondFactor,
  removeSecondFactor,
  renewRecoveryCodes,
  resetSecondFactor,
} from '../kernel/access/second-factor/contract.ts'
import { stepAt } from '../kernel/access/second-factor/totp.ts'
import {
  endOtherSessions,
  endOwnSession,
  endSessionsOf,
  getAccountSignIns,
  listOwnSessions,
  listSignIns,
} from '../kernel/access/sessions/contract.ts'
import { SIGN_IN } from '../kernel/access/tries/limits.ts'
import { saveAccount, setPassword } from '../kernel/access/public.ts'
import { savePersons } from '../kernel/people/public.ts'
import { listDistricts, saveDistrict } from '../kernel/reference/public.ts'
import { identityCheckDigit, newId } from '../kernel/values/public.ts'
import { vaultOf, newSigner } from '../platform/crypto/public.ts'
import { inDistrict } from '../platform/db/public.ts'
import { outsideInMemory } from '../kernel/record/sealing/outside.ts'
import { buildHouse } from './house.ts'
import { TestApp, TestBrowser } from './testing-browser.ts'
import { givenHouse, type TestHouse } from './testing.ts'

const PASSWORD = 'password-of-tests'

/** How often the library was asked to hash: it does all that it always does. */
const hashed = vi.hoisted(() => ({ times: 0 }))
vi.mock('@node-rs/argon2', async (original) => {
  const real = await original<typeof argon2>()
  const counting =
    <A extends unknown[], R>(work: (...given: A) => R) =>
    (...given: A): R => {
      hashed.times += 1
      return work(...given)
    }
  return { ...real, hash: counting(real.hash), verify: counting(real.verify) }
})

let house: TestHouse
beforeAll(async () => {
  house = await givenHouse()
})
afterAll(() => house.close())

const newBrowser = () => new TestBrowser(house.address)

async function signedIn(accountName: string, browser = newBrowser()): Promise<TestBrowser> {
  const came = await browser.call(signIn, { body: { accountName, password: PASSWORD } })
  expect(came.step).toBe('in')
  return browser
}

/** As whoever runs the database could: time that went by, counts of an hour that is over. */
async function inDatabase(statement: string, values: unknown[] = []): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: house.database.superuserUrl })
  await client.connect()
  try {
    return (await client.query(statement, values)).rows
  } finally {
    await client.end()
  }
}
const anHourLater = () => inDatabase("update access.tries set hour = hour - interval '1 hour'")

/** A second factor for whoever is signed in here. */
async function enrolled(browser: TestBrowser) {
  const begun = await browser.call(beginSecondFactor, { body: { password: PASSWORD } })
  const app = new TestApp(begun.key)
  const { recoveryCodes } = await browser.call(confirmSecondFactor, { body: { code: await app.code() } })
  return { app, recoveryCodes }
}

describe('a session', () => {
  it('is listed with its device, and ends at the next request when its owner ends it elsewhere', async () => {
    const [here, there] = [await signedIn('clerk'), await signedIn('clerk')]
    const { sessions } = await here.call(listOwnSessions)
    const own = sessions.find((session) => session.isThis)!
    const other = sessions.find((session) => !session.isThis)!
    expect(sessions.filter((session) => session.isThis)).toHaveLength(1)
    expect(own.device.zh).toBe('其他设备')
    await here.call(endOwnSession, { params: { sessionId: other.id } })
    const [ended] = [await there.refusalOf(whoAmI), await here.call(whoAmI)]
    expect(ended.status).toBe(401)
    expect(await here.refusalOf(endOwnSession, { params: { sessionId: other.id } })).toMatchObject({ status: 404 })
  })

  it('is not ended by anybody else without the post for it', async () => {
    const [clerk, finance] = [await signedIn('clerk'), await signedIn('finance')]
    const own = (await clerk.call(listOwnSessions)).sessions.find((session) => session.isThis)!
    expect(await finance.refusalOf(endOwnSession, { params: { sessionId: own.id } })).toMatchObject({ status: 404 })
    await clerk.call(whoAmI)
  })

  it('ends with all others at once', async () => {
    const others = [await signedIn('reviewer'), await signedIn('reviewer'), await signedIn('reviewer')]
    const here = await signedIn('reviewer')
    expect((await here.call(endOtherSessions)).ended).toBe(3)
    for (const other of others) expect((await other.refusalOf(whoAmI)).status).toBe(401)
    await here.call(whoAmI)
  })

  it('is ended by the administrator with a reason, which is recorded', async () => {
    const [clerk, admin] = [await signedIn('clerk'), await signedIn('admin')]
    const { accountId } = await clerk.call(whoAmI)
    const { sessions } = await admin.call(getAccountSignIns, { params: { accountId } })
    expect(sessions.length).toBeGreaterThan(0)
    await admin.call(endSessionsOf, { params: { accountId }, body: { sessionId: null, reason: '电脑丢失' } })
    expect((await clerk.refusalOf(whoAmI)).status).toBe(401)
    const [act] = await inDatabase("select detail from record.acts where act = 'session.ended-by-another'")
    expect(act!.detail).toMatchObject({ reason: '电脑丢失' })
  })

  it('never begins under a token from before the sign-in', async () => {
    const browser = newBrowser()
    const planted = `331102.${'A'.repeat(43)}`
    browser.cookies.set('__Host-shanjiang', planted)
    await signedIn('clerk', browser)
    expect(browser.cookies.get('__Host-shanjiang')).not.toBe(planted)
    const attacker = newBrowser()
    attacker.cookies.set('__Host-shanjiang', planted)
    expect((await attacker.refusalOf(whoAmI)).status).toBe(401)
  })

  it('ends when another begins in the same browser', async () => {
    const browser = await signedIn('clerk')
    const before = browser.cookies.get('__Host-shanjiang')!
    await signedIn('finance', browser)
    const old = newBrowser()
    old.cookies.set('__Host-shanjiang', before)
    expect((await old.refusalOf(whoAmI)).status).toBe(401)
  })

  it('ends after an hour in which nothing was asked, and after twelve in any case', async () => {
    const [idle, long] = [await signedIn('auditor'), await signedIn('approver')]
    const age = (browser: TestBrowser, what: string) =>
      inDatabase(
        `update access.sessions set ${what} = now() - interval '61 minutes' where token_sha256 = sha256($1::bytea)`,
        [Buffer.from(browser.cookies.get('__Host-shanjiang')!)],
      )
    await age(idle, 'seen_at')
    await age(long, 'expires_at')
    expect((await idle.refusalOf(whoAmI)).status).toBe(401)
    expect((await long.refusalOf(whoAmI)).status).toBe(401)
  })

  it('writes when it was seen at most each few minutes, and not for what a page asks by itself', async () => {
    const browser = await signedIn('director')
    const seen = async () => {
      await new Promise((resolve) => setTimeout(resolve, 100))
      return String((await browser.call(listOwnSessions)).sessions.find((session) => session.isThis)!.seenAt)
    }
    const age = () =>
      inDatabase(
        "update access.sessions set seen_at = now() - interval '5 minutes' where token_sha256 = sha256($1::bytea)",
        [Buffer.from(browser.cookies.get('__Host-shanjiang')!)],
      )
    const first = await seen()
    expect(await seen()).toBe(first)
    await age()
    const ask = (headers: Record<string, string>) =>
      fetch(`${house.address}/331102/api/session`, { headers: { ...headers, cookie: browser.cookie } })
    await ask({ 'x-unattended': '1' })
    const [row] = await inDatabase(
      'select max(seen_at) as at from access.sessions where token_sha256 = sha256($1::bytea)',
      [Buffer.from(browser.cookies.get('__Host-shanjiang')!)],
    )
    expect(Date.now() - (row!.at as Date).getTime()).toBeGreaterThan(4 * 60_000)
    await ask({})
    expect(Date.now() - Date.parse(await seen())).toBeLessThan(60_000)
  })
})

describe('a password', () => {
  it('is changed by whoever knows the old one; other sessions end, and the old one opens nothing', async () => {
    const [here, there] = [await signedIn('deputy'), await signedIn('deputy')]
    const wrongOld = await here.refusalOf(changePassword, {
      body: { oldPassword: 'not this one', password: 'four small ridges' },
    })
    expect(wrongOld).toMatchObject({ status: 422, code: 'wrong-password' })
    const weak = await here.refusalOf(changePassword, { body: { oldPassword: PASSWORD, password: 'deputy-7' } })
    expect(weak.items.map((item) => item.detail)).toEqual([
      expect.stringMatching(/^密码至少要有 10 个字/),
      expect.stringMatching(/不能有账号名/),
      expect.stringMatching(/太常见/),
    ])
    expect(
      (await here.call(changePassword, { body: { oldPassword: PASSWORD, password: 'four small ridges' } })).ended,
    ).toBe(1)
    expect((await there.refusalOf(whoAmI)).status).toBe(401)
    await here.call(whoAmI)
    const old = await newBrowser().refusalOf(signIn, { body: { accountName: 'deputy', password: PASSWORD } })
    expect(old).toMatchObject({ status: 401, code: 'wrong-name-or-password' })
    await newBrowser().call(signIn, { body: { accountName: 'deputy', password: 'four small ridges' } })
  })
})

describe('a second factor', () => {
  it('is offered, asks for the password, and from its first code on for a code at each sign-in', async () => {
    const browser = await signedIn('finance')
    expect(await browser.call(getSecondFactor)).toMatchObject({ has: false, isDemanded: false })
    expect(await browser.refusalOf(beginSecondFactor, { body: { password: 'not this one' } })).toMatchObject({
      status: 422,
    })
    const { app, recoveryCodes } = await enrolled(browser)
    expect(recoveryCodes).toHaveLength(10)
    expect(new Set(recoveryCodes).size).toBe(10)

    const elsewhere = newBrowser()
    const came = await elsewhere.call(signIn, { body: { accountName: 'finance', password: PASSWORD } })
    expect(came).toMatchObject({ step: 'code', signedIn: null })
    // Half signed in is not signed in: the ticket is no session, whatever one does with it.
    elsewhere.cookies.set('__Host-shanjiang', came.ticket!)
    expect((await elsewhere.refusalOf(whoAmI)).status).toBe(401)
    elsewhere.cookies.clear()
    expect(await elsewhere.refusalOf(giveCode, { body: { ticket: came.ticket!, code: '000000' } })).toMatchObject({
      status: 401,
      code: 'wrong-code',
    })
    const code = await app.code()
    expect(await elsewhere.call(giveCode, { body: { ticket: came.ticket!, code } })).toMatchObject({ step: 'in' })
    await elsewhere.call(whoAmI)

    // The ticket is used up, and the code is, also with another ticket.
    expect(await newBrowser().refusalOf(giveCode, { body: { ticket: came.ticket!, code } })).toMatchObject({
      code: 'ticket-over',
    })
    const third = newBrowser()
    const again = await third.call(signIn, { body: { accountName: 'finance', password: PASSWORD } })
    expect(await third.refusalOf(giveCode, { body: { ticket: again.ticket!, code } })).toMatchObject({
      code: 'wrong-code',
    })

    // A recovery code stands in, once.
    const [recovery] = recoveryCodes
    await third.call(giveCode, { body: { ticket: again.ticket!, code: recovery!.toLowerCase() } })
    expect((await third.call(getSecondFactor)).recoveryCodesLeft).toBe(9)
    const fourth = newBrowser()
    const next = await fourth.call(signIn, { body: { accountName: 'finance', password: PASSWORD } })
    expect(await fourth.refusalOf(giveCode, { body: { ticket: next.ticket!, code: recovery! } })).toMatchObject({
      code: 'wrong-code',
    })
    const renewed = await third.call(renewRecoveryCodes)
    expect(await fourth.refusalOf(giveCode, { body: { ticket: next.ticket!, code: recoveryCodes[1]! } })).toMatchObject(
      {
        code: 'wrong-code',
      },
    )
    await fourth.call(giveCode, { body: { ticket: next.ticket!, code: renewed.recoveryCodes[0]! } })
  })

  it('keeps nothing of secret and codes in clear', async () => {
    const browser = await signedIn('director')
    const begun = await browser.call(beginSecondFactor, { body: { password: PASSWORD } })
    const app = new TestApp(begun.key)
    const { recoveryCodes } = await browser.call(confirmSecondFactor, { body: { code: await app.code() } })
    const rows = await inDatabase(
      'select f::text as row from access.second_factors f union all select c::text from access.recovery_codes c union all select k::text from http.idempotency_keys k',
    )
    const all = rows.map((row) => String(row.row)).join('\n')
    expect(all).not.toContain(recoveryCodes[0])
    expect(all).not.toContain(recoveryCodes[0]!.replace('-', ''))
    expect(all).not.toContain(begun.key.replaceAll(' ', ''))
  })

  it('is asked anew before an act of weight, where one has it, and the session goes on under a new token', async () => {
    const browser = await signedIn('reviewer')
    const { app } = await enrolled(browser)
    // Set up here, but given in no sign-in: what weighs asks for it.
    const asked = await browser.refusalOf(renewRecoveryCodes)
    expect(asked).toMatchObject({ status: 403, code: 'step-up-needed' })
    const before = browser.cookies.get('__Host-shanjiang')!
    expect(await browser.refusalOf(stepUp, { body: { code: '000000' } })).toMatchObject({ status: 422 })
    const code = await app.code()
    await browser.call(stepUp, { body: { code } })
    expect(await browser.refusalOf(stepUp, { body: { code } })).toMatchObject({ code: 'wrong-code' })
    await browser.call(renewRecoveryCodes)
    const old = newBrowser()
    old.cookies.set('__Host-shanjiang', before)
    expect((await old.refusalOf(whoAmI)).status).toBe(401)
    // Ten minutes later it is asked again.
    await inDatabase(
      "update access.sessions set second_factor_at = now() - interval '11 minutes' where ended_at is null",
    )
    expect(await browser.refusalOf(renewRecoveryCodes)).toMatchObject({ code: 'step-up-needed' })
  })

  it('is demanded before every operation that says so, and before no other', async () => {
    const flagged = house.routes.filter(({ endpoint }) => endpoint.fresh).map(({ endpoint }) => endpoint.path)
    expect(flagged.sort()).toMatchInlineSnapshot(`
      [
        "/batches/:batchId/bank-file",
        "/batches/:batchId/export",
        "/batches/:batchId/sign",
        "/claims/:claimId/approval",
        "/claims/:claimId/people/:decisionId/file",
        "/emergencies",
        "/payees/:claimLineId/corrections/:correctionId/decide",
        "/people/letters/:letterId/roster",
        "/policies/drafts/:draftId/answer",
        "/province/lists/:listId/file",
        "/public-notices/:noticeId/objections/:objectionId/objector",
        "/record/archives/:archiveId/file",
        "/recoveries/:recoveryId/decide",
        "/redecisions/:redecisionId/answer",
        "/second-factor/begin",
        "/second-factor/recovery-codes",
        "/second-factor/remove",
        "/sign-ins/accounts/:accountId/second-factor/reset",
        "/training/classes/:classId/attendance/uploads/:uploadId/marked-workbook",
        "/training/classes/:classId/marks/uploads/:uploadId/marked-workbook",
        "/training/classes/:classId/roster/imports/:importId/marked-workbook",
      ]
    `)
  })

  it('is reset by the administrator alone, for a reason; sessions end and the owner is told', async () => {
    const browser = await signedIn('approver')
    await enrolled(browser)
    const { accountId } = await browser.call(whoAmI)
    const reset = { params: { accountId }, body: { reason: '手机丢失,已当面核实' } }
    expect((await browser.refusalOf(resetSecondFactor, reset)).status).toBe(403)
    const admin = await signedIn('admin')
    const phones = await inDatabase(
      'select count(*)::int as n from people.persons p join access.accounts a on a.district = p.district and a.person_id = p.id where a.id = $1 and p.phone_sealed is not null',
      [accountId],
    )
    await admin.call(resetSecondFactor, reset)
    expect((await browser.refusalOf(whoAmI)).status).toBe(401)
    await signedIn('approver')
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(house.messages.filter(({ text }) => text.includes('动态口令已被系统管理员重置'))).toHaveLength(
      phones[0]!.n as number,
    )
    const [act] = await inDatabase("select detail from record.acts where act = 'second-factor.reset'")
    expect(act!.detail).toMatchObject({ reason: '手机丢失,已当面核实' })
  })

  it('is given up by its owner with password and code, where nobody demands it', async () => {
    const browser = await signedIn('approver')
    const { app } = await enrolled(browser)
    await browser.call(stepUp, { body: { code: await app.code() } })
    await browser.call(removeSecondFactor, { body: { password: PASSWORD } })
    expect((await (await signedIn('approver')).call(whoAmI)).hasSecondFactor).toBe(false)
  })
})

describe('guessing', () => {
  it('is evaluated ten times an hour at most, however often and from wherever, and the owner’s own browser is not shut out', {
    timeout: 240_000,
  }, async () => {
    await anHourLater()
    const owner = await signedIn('school')
    await owner.call(signOut)
    const statuses = new Map<string, number>()
    const guess = async (password: string) => {
      const answer = await fetch(`${house.address}/331102/api/session`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ accountName: 'school', password }),
      })
      const { code } = (await answer.json()) as { code: string }
      const kind = `${answer.status} ${code}`
      statuses.set(kind, (statuses.get(kind) ?? 0) + 1)
      return answer.status
    }
    for (let round = 0; round < 20; round += 1)
      await Promise.all(Array.from({ length: 50 }, (_, at) => guess(`guess number ${round} ${at}`)))
    // Whatever came in time for being looked at: ten of an account, a hundred of an address; the rest is told to wait.
    expect([...statuses.keys()].sort().filter((kind) => !kind.startsWith('503'))).toEqual([
      '401 wrong-name-or-password',
      '429 address-too-often',
    ])
    expect(statuses.get('401 wrong-name-or-password')).toBeLessThanOrEqual(SIGN_IN.passwordOfAddress.most)
    const [evaluated] = await inDatabase(
      "select count from access.tries where what = 'password-by-account' order by count desc",
    )
    expect(Number(evaluated!.count)).toBeGreaterThan(SIGN_IN.password.most)

    // From elsewhere too, and with the right password: the same words as for a wrong one, and for a name of nobody.
    await inDatabase("delete from access.tries where what = 'password-by-address'")
    const right = await newBrowser().refusalOf(signIn, { body: { accountName: 'school', password: PASSWORD } })
    const nobody = await newBrowser().refusalOf(signIn, { body: { accountName: 'nobody', password: PASSWORD } })
    expect(right).toEqual(nobody)

    // The owner's own browser is let in, and is told.
    const came = await owner.call(signIn, { body: { accountName: 'school', password: PASSWORD } })
    expect(came.signedIn!.wrongTries!.count).toBeGreaterThan(SIGN_IN.password.most)
    const admin = await signedIn('admin')
    const { accounts, refused } = await admin.call(listSignIns)
    expect(accounts.find((account) => account.accountName === 'school')).toMatchObject({
      isShut: true,
      wrongTries: null,
    })
    expect(refused.password).toBeGreaterThan(0)
    expect(JSON.stringify(house.messages.map(({ text }) => text))).not.toMatch(/guess number/)

    await anHourLater()
    await signedIn('school')
  })

  it('hashes once for a name of nobody, a wrong password and a shut account alike', { timeout: 60_000 }, async () => {
    await anHourLater()
    // Beyond the most that is evaluated in an hour, the account is shut.
    const tries = SIGN_IN.password.most + 2
    for (const accountName of ['nobody-at-all', 'auditor']) {
      const counts: number[] = []
      for (let at = 0; at < tries; at += 1) {
        const before = hashed.times
        await newBrowser().refusalOf(signIn, { body: { accountName, password: 'a wrong password' } })
        counts.push(hashed.times - before)
      }
      expect(counts).toEqual(Array(tries).fill(1))
    }
    await anHourLater()
  })

  it('waits in a bounded queue: whoever comes beyond it is told when to come again', { timeout: 60_000 }, async () => {
    await anHourLater()
    const names = Array.from({ length: MOST_WAITING + 40 }, (_, at) => `nobody-${at}`)
    const answers = await Promise.all(
      names.map((accountName) =>
        fetch(`${house.address}/331102/api/session`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ accountName, password: 'whatever it is' }),
        }),
      ),
    )
    const busy = answers.filter((answer) => answer.status === 503)
    for (const answer of busy) expect(answer.headers.get('retry-after')).toBe('5')
    expect(answers.filter((answer) => answer.status !== 503 && answer.status !== 401)).toEqual([])
    await anHourLater()
  })

  it('of codes ends with the ticket after five, and with the account after ten', { timeout: 60_000 }, async () => {
    const browser = await signedIn('auditor')
    const { app } = await enrolled(browser)
    await anHourLater()
    let wrong = 0
    for (let ticket = 0; ticket < 3; ticket += 1) {
      const stranger = newBrowser()
      const came = await stranger.call(signIn, { body: { accountName: 'auditor', password: PASSWORD } })
      for (let at = 0; at < 6; at += 1) {
        const code = app.codeOf(stepAt(new Date()) - 1000 - at)
        const refused = await stranger.refusalOf(giveCode, { body: { ticket: came.ticket!, code } })
        if (refused.code === 'wrong-code') wrong += 1
        else expect(refused.code).toBe('ticket-over')
      }
    }
    expect(wrong).toBe(15)
    const stranger = newBrowser()
    const came = await stranger.call(signIn, { body: { accountName: 'auditor', password: PASSWORD } })
    const right = await stranger.refusalOf(giveCode, { body: { ticket: came.ticket!, code: await app.code() } })
    expect(right).toMatchObject({ status: 401, code: 'wrong-code' })
    // The owner's own browser is let in.
    const own = await browser.call(signIn, { body: { accountName: 'auditor', password: PASSWORD } })
    const done = await browser.call(giveCode, { body: { ticket: own.ticket!, code: await app.code() } })
    expect(done.signedIn!.wrongTries!.count).toBeGreaterThanOrEqual(16)
  })
})

describe('a county that is no demonstration', () => {
  const COUNTY = 331127
  let app: FastifyInstance
  let address = ''
  beforeAll(async () => {
    const { db } = house.connection
    const vault = vaultOf(house.keys)
    await inDatabase(
      "insert into reference.divisions (code, name_zh, name_en, kind, parent_code) values ($1, '景宁县', 'Jingning', 'county', '331100')",
      [String(COUNTY)],
    )
    await saveDistrict(db, {
      district: COUNTY,
      divisionCode: String(COUNTY),
      demonstration: false,
      bureauZh: '景宁县人力资源和社会保障局',
      bureauEn: 'Jingning bureau',
      filingNumber: '',
      supervisionPhone: '0578-0000000',
      consultationPhone: '0578-0000000',
    })
    await inDistrict(db, COUNTY, async (tx) => {
      const identityNumber = `33990119800101001${identityCheckDigit('33990119800101001')}`
      const person = {
        id: newId(),
        name: '蓝某',
        identityNumber,
        sex: 'F' as const,
        birthDate: '1980-01-01',
        phone: '13800138000',
      }
      const personId = (await savePersons(tx, vault, [person])).get(identityNumber)!
      const id = newId()
      const account = {
        id,
        name: 'clerk',
        personId,
        organisationId: null,
        roles: ['clerk' as const],
        passwordHash: null,
      }
      await saveAccount(tx, { ...account, activeFrom: '2020-01-01', activeTo: null })
      await setPassword(tx, id, 'four small ridges')
    })
    const built = buildHouse({
      db,
      vault,
      districts: await listDistricts(db),
      maxUploadBytes: 1024 * 1024,
      signer: newSigner(),
      outside: outsideInMemory(),
      trustProxy: ['127.0.0.9'],
    })
    app = built.app
    address = await app.listen({ port: 0, host: '127.0.0.1' })
  })
  afterAll(() => app.close())

  const credentials = { accountName: 'clerk', password: 'four small ridges' }

  it('lets nobody of the bureau in without a second factor: after the password only its enrolment opens', async () => {
    const browser = new TestBrowser(address, COUNTY)
    const came = await browser.call(signIn, { body: credentials })
    expect(came).toMatchObject({ step: 'enrol', signedIn: null })
    expect([...browser.cookies]).toEqual([])
    expect((await browser.refusalOf(whoAmI)).status).toBe(401)
    expect(await browser.refusalOf(giveCode, { body: { ticket: came.ticket!, code: '123456' } })).toMatchObject({
      code: 'ticket-over',
    })
    const begun = await browser.call(beginEnrolment, { body: { ticket: came.ticket! } })
    const phone = new TestApp(begun.key)
    const wrong = await browser.refusalOf(confirmEnrolment, { body: { ticket: came.ticket!, code: phone.codeOf(1) } })
    expect(wrong).toMatchObject({ status: 422, code: 'wrong-code' })
    const done = await browser.call(confirmEnrolment, { body: { ticket: came.ticket!, code: await phone.code() } })
    expect(done.recoveryCodes).toHaveLength(10)
    expect(done.cameTo.signedIn).toMatchObject({ accountName: 'clerk', hasSecondFactor: true })
    await browser.call(whoAmI)
    expect(await browser.refusalOf(removeSecondFactor, { body: { password: 'four small ridges' } })).toMatchObject({
      status: 409,
      code: 'second-factor-demanded',
    })
    const next = await new TestBrowser(address, COUNTY).call(signIn, { body: credentials })
    expect(next.step).toBe('code')
  })

  const signInFrom = (remoteAddress: string, headers: Record<string, string>, district = COUNTY) =>
    app.inject({
      method: 'POST',
      url: `/${district}/api/session`,
      remoteAddress,
      headers: { 'content-type': 'application/json', 'accept-language': 'zh-CN', ...headers },
      payload: JSON.stringify(credentials),
    })

  it('takes no password over plain HTTP, and says what to do', async () => {
    const answer = await signInFrom('10.1.1.7', { host: 'county.example' })
    expect(answer.statusCode).toBe(403)
    expect(answer.json()).toMatchObject({ code: 'line-not-private', detail: expect.stringContaining('https://') })
    // Who only says so is not at this machine, nor behind TLS.
    const pretended: Record<string, string>[] = [
      { host: 'localhost' },
      { host: 'county.example', 'x-forwarded-proto': 'https' },
    ]
    for (const headers of pretended)
      expect((await signInFrom('10.1.1.7', headers)).json()).toMatchObject({ code: 'line-not-private' })
  })

  it('takes the word of the proxies that are named, and of no other', async () => {
    const headers = { host: 'county.example', 'x-forwarded-proto': 'https', 'x-forwarded-for': '10.1.1.7' }
    expect((await signInFrom('127.0.0.9', headers)).statusCode).toBe(200)
    expect((await signInFrom('127.0.0.8', headers)).json()).toMatchObject({ code: 'line-not-private' })
  })

  it('is unlike a demonstration, which takes it under a plain name and says that others can read along', async () => {
    const answer = await app.inject({
      method: 'POST',
      url: '/331102/api/session',
      remoteAddress: '10.1.1.7',
      headers: { 'content-type': 'application/json', host: '10.1.1.1:3310' },
      payload: JSON.stringify({ accountName: 'clerk', password: PASSWORD }),
    })
    expect(answer.statusCode).toBe(200)
    expect(answer.json()).toMatchObject({ signedIn: { unencrypted: true } })
    const cookies = [answer.headers['set-cookie']].flat().map(String)
    for (const cookie of cookies) {
      expect(cookie).toMatch(/^shanjiang[^;]*; Path=\/; HttpOnly; SameSite=Lax/)
      expect(cookie).not.toContain('Secure')
    }
  })
})

it('a cookie of a private line is for this host alone, over a private line alone, and no script reads it', async () => {
  const answer = await fetch(`${house.address}/331102/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ accountName: 'clerk', password: PASSWORD }),
  })
  const cookies = answer.headers.getSetCookie()
  expect(cookies.map((cookie) => cookie.split('=')[0])).toEqual(['__Host-shanjiang', '__Host-shanjiang-device'])
  for (const cookie of cookies) expect(cookie).toMatch(/; Path=\/; HttpOnly; SameSite=Lax; Max-Age=\d+; Secure$/)
})
