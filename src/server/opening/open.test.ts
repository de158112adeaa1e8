import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { acceptInvitation, inviteAccount, listAccounts, openInvitation } from '../../kernel/access/accounts/contract.ts'
import { ROLES, type Role } from '../../kernel/access/public.ts'
import { beginEnrolment, confirmEnrolment } from '../../kernel/access/second-factor/contract.ts'
import { signIn, whoAmI } from '../../kernel/access/contract.ts'
import { outsideInMemory } from '../../kernel/record/sealing/outside.ts'
import { listDistricts } from '../../kernel/reference/public.ts'
import { civilDate, identityCheckDigit } from '../../kernel/values/public.ts'
import { Problem } from '../../platform/contract/public.ts'
import { newSigner, vaultOf } from '../../platform/crypto/public.ts'
import { buildHouse } from '../house.ts'
import { TestApp, TestBrowser } from '../testing-browser.ts'
import { givenHouse, LIANDU, type TestHouse } from '../testing.ts'
import { type Opened, openCounty } from './open.ts'
import { readinessOf } from './ready.ts'

const COUNTY = 331127
const NOW = new Date()
/** Of a division that is not assigned either, so nobody's, and not one of those that demonstrations use. */
const numbered = (first17: string) => first17 + identityCheckDigit(first17)
const numberedMadeUp = numbered('33990119820101003')
const ADMINISTRATORS = [
  { account: 'admin-lan', name: '蓝某', identityNumber: numbered('33990219800101001'), phone: '' },
  { account: 'admin-lei', name: '雷某', identityNumber: numbered('33990219810101002'), phone: '' },
]
const FILE = {
  district: COUNTY,
  bureau: { zh: '景宁畲族自治县人力资源和社会保障局', en: 'Jingning bureau' },
  division: {
    zh: '景宁畲族自治县',
    en: 'Jingning',
    towns: [{ zh: '红星街道', en: 'Hongxing Subdistrict', kind: 'street' }],
  },
  filingNumber: '',
  consultationPhone: '0578-0000000',
  supervisionPhone: '0578-0000001',
  administrators: ADMINISTRATORS,
}

let house: TestHouse
const needs = () => ({ db: house.connection.db, vault: vaultOf(house.keys) })
beforeAll(async () => {
  house = await givenHouse()
}, 120_000)
afterAll(() => house.close())

async function problemsOf(document: unknown): Promise<string[]> {
  const error = await openCounty(needs(), document, NOW).then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  if (!(error instanceof Problem)) throw new Error(`expected a refusal, got ${String(error)}`)
  return error.items.map(({ at, sentence }) => `${at}: ${sentence.zh}`)
}

describe('a county’s file', () => {
  it('is refused with everything that is wrong with it at once, and makes nothing', async () => {
    const before = (await listDistricts(house.connection.db)).length
    const said = await problemsOf({
      ...FILE,
      district: 999_900,
      division: undefined,
      administrators: [{ ...ADMINISTRATORS[0], identityNumber: '339901198001010010' }],
    })
    expect(said).toHaveLength(3)
    expect(said.join()).toMatch(/“999900”不是县级.*至少写两位管理员.*身份证号/s)
    expect(await problemsOf({ ...FILE, administrators: [ADMINISTRATORS[0], ADMINISTRATORS[0]] })).toEqual([
      'administrators.1.identityNumber: 两位管理员不能是同一个人',
      'administrators.1.account: 账号“admin-lan”写了两次',
    ])
    expect((await problemsOf({ ...FILE, division: undefined }))[0]).toContain('division')
    expect((await problemsOf({ ...FILE, district: LIANDU }))[0]).toContain('演示地区')
    expect((await problemsOf({ ...FILE, bureau: '景宁' }))[0]).toContain('bureau')
    const asInTheGuide = { ...FILE, filingNumber: '浙ICP备…号', consultationPhone: '0578-…', supervisionPhone: '12' }
    expect(await problemsOf(asInTheGuide)).toEqual([
      'filingNumber: “浙ICP备…号”里还有省略号,请写全;没有备案号的,留空',
      'consultationPhone: “0578-…”里还有省略号,请写全;没有备案号的,留空',
      'supervisionPhone: “12”不是能打通的电话号码,居民的每一页上都有它',
    ])
    const madeUp = { ...ADMINISTRATORS[0], identityNumber: numberedMadeUp }
    expect((await problemsOf({ ...FILE, administrators: [madeUp, ADMINISTRATORS[1]] }))[0]).toContain('演示用号码')
    expect(await listDistricts(house.connection.db)).toHaveLength(before)
  })
})

describe('a county that was made', () => {
  let opened: Opened
  let app: FastifyInstance
  let address = ''
  beforeAll(async () => {
    opened = await openCounty(needs(), FILE, NOW)
    const districts = await listDistricts(house.connection.db)
    const built = buildHouse({
      ...needs(),
      districts,
      maxUploadBytes: 1024,
      signer: newSigner(),
      outside: outsideInMemory(),
    })
    app = built.app
    address = await app.listen({ port: 0, host: '127.0.0.1' })
  })
  afterAll(() => app.close())

  it('is entered by its first administrator’s link, who sets password and second factor and invites the others', async () => {
    const browser = new TestBrowser(address, COUNTY)
    const token = opened.administrators[0]!.path.split('#')[1]!
    expect((await browser.call(openInvitation, { body: { token } })).accountName).toBe('admin-lan')
    const password = 'four small ridges over water'
    await browser.call(acceptInvitation, { body: { token, password } })
    const { step, ticket } = await browser.call(signIn, { body: { accountName: 'admin-lan', password } })
    expect(step).toBe('enrol')
    const { key } = await browser.call(beginEnrolment, { body: { ticket: ticket! } })
    await browser.call(confirmEnrolment, {
      body: { ticket: ticket!, code: await new TestApp(key).code() },
    })
    expect(await browser.call(whoAmI)).toMatchObject({ demonstration: false, roles: ['administrator'] })

    const clerk = { accountName: 'clerk', personName: '钟某', identityNumber: numbered('33990219820101003') }
    await browser.call(inviteAccount, {
      body: {
        ...clerk,
        organisationId: null,
        roles: ['clerk'],
        from: NOW.toISOString().slice(0, 10),
        to: null,
        reason: '县人社局任职文件',
      },
    })
    const accounts = (await browser.call(listAccounts, {})).items.map(({ name }) => name)
    expect(accounts.sort()).toEqual(['admin-lan', 'admin-lei', 'clerk'])

    // Somebody of a demonstration is nobody here.
    const refused = await browser.refusalOf(inviteAccount, {
      body: {
        ...clerk,
        accountName: 'made-up',
        identityNumber: numberedMadeUp,
        organisationId: null,
        roles: ['clerk'],
        from: NOW.toISOString().slice(0, 10),
        to: null,
        reason: '县人社局任职文件',
      },
    })
    expect(refused.items.map(({ at, detail }) => `${at} ${detail}`).join()).toMatch(
      /^identityNumber .*339901开头,是演示用号码,只能在演示区县使用。请填本人身份证上的号码$/,
    )
  })

  it('is not made twice', async () => {
    expect((await problemsOf(FILE))[0]).toContain('已经建立')
  })

  it('is not ready: what has no value, what is an example, and which posts nobody holds are named', async () => {
    const found = await readinessOf(house.connection.db, COUNTY, civilDate('2026-11-26'))
    expect(found.missing.map(({ name }) => name)).toEqual(expect.arrayContaining(['class.size', 'bank.batchFile']))
    expect(found.examples.map(({ name }) => name)).toContain('retirement.ages')
    const posts = found.posts.map(({ zh }) => zh)
    expect(posts).toContain(ROLES['finance' satisfies Role].zh)
    expect(posts).not.toContain(ROLES.administrator.zh)
    // The national default demands a second factor; Liandu’s demonstration does not.
    const said = async (district: number) =>
      (await readinessOf(house.connection.db, district, civilDate('2026-11-26'))).others.map(({ zh }) => zh).join()
    expect(await said(COUNTY)).not.toContain('动态口令')
    expect(await said(LIANDU)).toContain('动态口令')
  })
})
