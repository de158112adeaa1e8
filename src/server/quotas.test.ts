import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { signIn, whoAmI } from '../kernel/access/contract.ts'
import { beginSecondFactor, confirmSecondFactor, resetSecondFactor } from '../kernel/access/second-factor/contract.ts'
import { listSignIns } from '../kernel/access/sessions/contract.ts'
import { keyOfTries } from '../kernel/access/signing-in.ts'
import { getAccount } from '../kernel/access/store.ts'
import { daily, SIGN_IN } from '../kernel/access/tries/limits.ts'
import { count } from '../kernel/access/tries/store.ts'
import { downloadLetterRoster } from '../kernel/people/letters/contract.ts'
import { exportFindings } from '../kernel/integrity/findings/contract.ts'
import { printPaper } from '../kernel/record/paper/contract.ts'
import { openPersonTimeline } from '../kernel/record/timelines/contract.ts'
import { revealObjector } from '../kernel/funds/public-notices/contract.ts'
import { newId } from '../kernel/values/public.ts'
import { vaultOf } from '../platform/crypto/public.ts'
import { inDistrict } from '../platform/db/public.ts'
import { TestApp, TestBrowser } from './testing-browser.ts'
import { givenHouse, LIANDU, type TestHouse } from './testing.ts'

const PASSWORD = 'password-of-tests'

let house: TestHouse
beforeAll(async () => {
  house = await givenHouse()
}, 120_000)
afterAll(() => house.close())

async function signedIn(accountName: string): Promise<TestBrowser> {
  const browser = new TestBrowser(house.address)
  await browser.call(signIn, { body: { accountName, password: PASSWORD } })
  return browser
}

/** As if somebody had shown or taken out so many today. */
async function given(browser: TestBrowser, what: 'reveal' | 'export', times: number): Promise<void> {
  const { accountId } = await browser.call(whoAmI)
  await inDistrict(house.connection.db, LIANDU, async (tx) => {
    const of = keyOfTries(vaultOf(house.keys), (await getAccount(tx, accountId)).personId)
    for (let nth = 0; nth < times; nth += 1) await count(tx, daily(what, 0), of)
  })
}

describe('a day’s quota', () => {
  it('lets the thirtieth reveal be and refuses the thirty-first, with when it goes on', async () => {
    const clerk = await signedIn('clerk')
    const asked = { params: { noticeId: newId(), objectionId: newId() }, body: { reason: '核实异议' } }
    await given(clerk, 'reveal', 29)
    // Let past the quota: there is no such objection. What came to nothing is not counted.
    expect((await clerk.refusalOf(revealObjector, asked)).status).toBe(404)
    expect((await clerk.refusalOf(revealObjector, asked)).status).toBe(404)
    await given(clerk, 'reveal', 1)
    const refused = await clerk.refusalOf(revealObjector, asked)
    expect(refused).toMatchObject({ status: 429, code: 'quota-reveal' })
    expect(refused.detail).toBe(
      '今天查看个人信息已到 30 次,明天 0:00 起可以再查看。确有急事请联系系统管理员,说明原因。',
    )
    // Exports are counted by themselves.
    expect((await clerk.refusalOf(downloadLetterRoster, { params: { letterId: newId() } })).status).toBe(404)
    // It is of the person, in every browser of theirs; who looks after sign-ins sees that somebody met the end.
    expect((await (await signedIn('clerk')).refusalOf(revealObjector, asked)).status).toBe(429)
    const { refused: met } = await (await signedIn('admin')).call(listSignIns)
    expect(met.reveal).toBe(2)
  })

  it('counts the reading of a person’s timeline and numbers printed in full as reveals, and a masked print as none', async () => {
    const reviewer = await signedIn('auditor')
    await given(reviewer, 'reveal', 30)
    const body = { claimId: newId(), decisionId: newId(), reason: '核实本人来电' }
    expect(await reviewer.refusalOf(openPersonTimeline, { body })).toMatchObject({ status: 429, code: 'quota-reveal' })
    const params = { kind: 'class', subjectId: newId(), form: 'roster' }
    const print = (full: boolean) => reviewer.refusalOf(printPaper, { params, body: { full, reason: '送银行开户' } })
    expect((await print(true)).status).toBe(429)
    expect((await print(false)).status).toBe(404)
  })

  it('counts the register of findings as an export', async () => {
    const auditor = await signedIn('auditor')
    await given(auditor, 'export', 50)
    expect(await auditor.refusalOf(exportFindings, { query: {} })).toMatchObject({ status: 429, code: 'quota-export' })
  })

  it('refuses the fifty-first export, and says how long until midnight', async () => {
    const clerk = await signedIn('clerk')
    await given(clerk, 'export', 50)
    const answer = await clerk.fetchWith(`${house.address}/${LIANDU}/api/people/letters/${newId()}/roster`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': newId() },
      body: '{}',
    })
    expect(answer.status).toBe(429)
    const seconds = Number(answer.headers.get('retry-after'))
    expect(seconds).toBeGreaterThan(0)
    expect(seconds).toBeLessThanOrEqual(86_400)
    expect(((await answer.json()) as { detail: string }).detail).toContain('明天 0:00 起可以再导出')
  })
})

describe('a short message to the owner', () => {
  const about = (what: string) => house.messages.filter(({ text }) => text.includes(what))

  it('goes out once when their account is shut to strangers, and tells the stranger nothing', async () => {
    const guess = () =>
      new TestBrowser(house.address).refusalOf(signIn, { body: { accountName: 'finance', password: 'wrong guess' } })
    for (let nth = 0; nth < SIGN_IN.password.most; nth += 1) await guess()
    expect(about('连续输错密码')).toHaveLength(0)
    const said = [await guess(), await guess()]
    await vi.waitFor(() => expect(about('连续输错密码')).toHaveLength(1))
    expect(about('连续输错密码')[0]!.text).toContain('陌生设备已暂停登录一小时')
    expect(said[0]!.code).toBe('wrong-name-or-password')
    expect(said[0]).toEqual(said[1])
  })

  it('goes out when the administrator resets their second factor', async () => {
    const reviewer = await signedIn('reviewer')
    const { accountId } = await reviewer.call(whoAmI)
    const begun = await reviewer.call(beginSecondFactor, { body: { password: PASSWORD } })
    await reviewer.call(confirmSecondFactor, { body: { code: await new TestApp(begun.key).code() } })
    const admin = await signedIn('admin')
    await admin.call(resetSecondFactor, { params: { accountId }, body: { reason: '手机丢失,已当面核实' } })
    await vi.waitFor(() => expect(about('动态口令已被系统管理员重置')).toHaveLength(1))
  })
})
