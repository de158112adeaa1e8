import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import pg from 'pg'
import { type CheckResult, integrityOf } from '../../../integrity/public.ts'
import { saveCertificates } from '../../../credentials/public.ts'
import { listIdentityLookups } from '../../../people/public.ts'
import type { CheckSubject, Moment } from '../../../record/public.ts'
import { civilDate, newId, type SkillLevel } from '../../../values/public.ts'
import { type FundsDatabase, givenBudgetLine, givenFundsDatabase, givenPeople, NOW } from '../../testing.ts'
import { moveClaim } from '../../claims/move-claim.ts'
import { givenClaim } from '../../claims/testing.ts'
import { settlingNeeds } from '../../deciding/testing.ts'
import { insertPastPayments, type PastPayment } from '../payment-store.ts'
import { beginSource, endSource, insertPeople, withdrawSource } from '../source-store.ts'
import { historyChecks } from './checks.ts'

const CARER = '2022/养老护理员'
const integrity = integrityOf(historyChecks)

let funds: FundsDatabase
let looker: pg.Client
beforeAll(async () => {
  funds = await givenFundsDatabase()
  looker = new pg.Client({ connectionString: funds.database.superuserUrl })
  await looker.connect()
})
afterAll(async () => {
  await looker.end()
  await funds.close()
})
beforeEach(() => looker.query('truncate funds.history_sources cascade'))

type Paid = {
  personId: string
  family?: string
  occupationId?: string | null
  text?: string
  level?: SkillLevel | null
  on?: string
  certificateNo?: string
  amountFen?: bigint
}

let serial = 0
/** A ledger that covers everything, or a look-up of these people, with these payments. */
async function givenSource(
  paid: readonly Paid[],
  over: { from?: string; to?: string; families?: string[]; asked?: readonly string[]; now?: Date } = {},
): Promise<string> {
  serial += 1
  const id = newId()
  const { from = '2019-01-01', to = '2022-03-28', families = ['TRAINING', 'UI_UPGRADE', 'EVALUATION'], asked } = over
  await funds.within(async (tx) => {
    const lookups = await listIdentityLookups(
      tx,
      paid.map((each) => each.personId),
    )
    await beginSource(tx, {
      id,
      kind: asked ? 'province-lookup' : 'ledger',
      source: '区人社局台账',
      about: id,
      coversFrom: asked ? null : from,
      coversTo: to,
      families,
      fileId: null,
      fileName: '台账.xlsx',
      sha256: Buffer.from(String(serial)),
      group: asked ? { kind: 'class', id: newId(), title: { zh: '班', en: 'class' } } : null,
      columnsRead: [],
      accountId: newId(),
      businessAt: NOW,
    })
    const payments = paid.map(
      (each, at): PastPayment => ({
        row: at + 2,
        identityLookup: lookups.get(each.personId)!,
        family: each.family ?? 'TRAINING',
        occupationId: each.occupationId === undefined ? CARER : each.occupationId,
        occupationText: each.text ?? '养老护理员',
        level: each.level === undefined ? 'L5_JUNIOR' : each.level,
        certificateNo: each.certificateNo ?? null,
        amountFen: each.amountFen ?? 100_000n + BigInt(at),
        paid: { from: civilDate(each.on ?? '2021-05-20'), to: civilDate(each.on ?? '2021-05-20') },
        payee: 'organisation',
      }),
    )
    await insertPastPayments(tx, id, payments)
    await endSource(tx, id, { rowCount: paid.length, amountFen: 1n, doubts: [] })
    if (asked)
      await insertPeople(
        tx,
        id,
        asked.map((personId) => ({ personId, answer: 'nothing' as const })),
      )
  })
  return id
}

const person = async () => (await funds.within((tx) => givenPeople(tx, 1)))[0]!.personId

async function ask(
  personIds: readonly string[],
  over: Partial<CheckSubject> & { moment?: Moment; now?: Date; groupId?: string } = {},
): Promise<(checkId: string) => CheckResult> {
  const { moment = 'claim', now = NOW, groupId = newId(), ...subject } = over
  const subjects = personIds.map(
    (personId): CheckSubject => ({
      kind: 'enrolment',
      id: newId(),
      personId,
      occupationId: CARER,
      level: 'L5_JUNIOR',
      during: { from: civilDate('2022-03-07'), to: civilDate('2022-03-18') },
      ...subject,
    }),
  )
  const { results } = await funds.within((tx) => integrity.run(tx, { moment, groupId, subjects, now }))
  return (checkId) => results.find((each) => each.checkId === checkId)!
}

describe('without any history', () => {
  it('nobody is said never to have been subsidised: every check of the past is unavailable, and says what is missing', async () => {
    const of = await ask([await person()])
    for (const id of ['B01', 'B01W', 'B02', 'B03']) expect(of(id).outcome, id).toBe('unavailable')
    expect(of('B02').sentence.zh).toBe('本平台未见;2019-01-01 至 2022-03-28 的台账尚未导入,也未在省平台核对,无法确认')
    expect(of('B01').sentence.zh).toContain('2022-01-01 至 2022-03-28')
    expect(of('B05').outcome).toBe('not-applicable')
    expect(of('B08').outcome).toBe('not-applicable')
  })

  it('a person whose occupation nobody told is not known either', async () => {
    await givenSource([])
    const of = await ask([await person()], { occupationId: '', level: '' })
    expect(of('B02').outcome).toBe('unavailable')
  })
})

describe('with a ledger that covers everything', () => {
  it('silence is an answer: all of them pass, and say whose ledger', async () => {
    await givenSource([])
    const of = await ask([await person()])
    for (const id of ['B01', 'B01W', 'B02', 'B03']) expect(of(id).outcome, id).toBe('passed')
    expect(of('B02').sentence.zh).toBe('本平台和台账中未见(区人社局台账 2019-01-01 至 2022-03-28)')
  })

  it('no longer counts once it is withdrawn', async () => {
    const id = await givenSource([])
    await funds.within((tx) => withdrawSource(tx, { sourceId: id, reason: '传错', accountId: newId(), at: NOW }))
    expect((await ask([await person()]))('B02').outcome).toBe('unavailable')
  })

  it('of last years only leaves this year open, and its sentence says from when', async () => {
    await givenSource([], { to: '2021-12-31' })
    const of = await ask([await person()])
    expect(of('B01').outcome).toBe('unavailable')
    expect(of('B02').sentence.zh).toBe('本平台未见,截至 2021-12-31 已核对;此后的台账尚未导入,也未在省平台核对,无法确认')
  })

  it('of this year only asks for the ledgers before it', async () => {
    await givenSource([], { from: '2022-01-01' })
    const of = await ask([await person()])
    expect(of('B01').outcome).toBe('passed')
    expect(of('B02').sentence.zh).toBe('本平台未见;2022 年以前的台账尚未导入,也未在省平台核对,无法确认')
  })
})

describe('a look-up at the province', () => {
  it('is silence about exactly the people who were looked up, and for as long as it stands', async () => {
    const [asked, other] = [await person(), await person()]
    await givenSource([], { asked: [asked] })
    const [of, ofOther] = [await ask([asked]), await ask([other])]
    expect(of('B02')).toMatchObject({ outcome: 'passed', sentence: { zh: '本平台未见;已于 2022-03-28 在省平台核对' } })
    expect(ofOther('B02').outcome).toBe('unavailable')
    const later = (day: string) => ask([asked], { now: new Date(`${day}T01:00:00Z`) })
    expect((await later('2022-04-27'))('B02').outcome).toBe('passed')
    expect((await later('2022-04-28'))('B02').outcome).toBe('unavailable')
  })
})

describe('B01, the quota', () => {
  const thrice = (personId: string): Paid[] =>
    ['2022-01-05', '2022-01-06', '2022-02-07'].map((on, at) => ({
      personId,
      on,
      level: null,
      family: at === 1 ? 'UI_UPGRADE' : 'TRAINING',
    }))

  it('blocks the fourth of a year at claim and at payment; before that it only warns', async () => {
    const personId = await person()
    await givenSource(thrice(personId))
    for (const [moment, action] of [
      ['enrolment', 'flag'],
      ['filing', 'flag'],
      ['claim', 'block'],
      ['payment', 'block'],
    ] as const) {
      const of = await ask([personId], { moment })
      expect(of('B01')).toMatchObject({ outcome: 'failed', action })
      expect(of('B01').evidence).toHaveLength(3)
    }
  })

  it('fails whatever is not known', async () => {
    const personId = await person()
    await givenSource(thrice(personId), { from: '2022-01-01', to: '2022-02-28', families: ['TRAINING'] })
    expect((await ask([personId]))('B01').outcome).toBe('failed')
  })

  it('of a lifetime only tells in Zhejiang', async () => {
    const personId = await person()
    await givenSource(['2019-05-01', '2020-05-01', '2021-05-01'].map((on) => ({ personId, on, level: null })))
    const of = await ask([personId])
    expect(of('B01').outcome).toBe('passed')
    expect(of('B01W')).toMatchObject({ outcome: 'failed', action: 'flag' })
  })

  it('counts what this platform itself gives, but not the group that is asked about', async () => {
    await funds.within((tx) => givenBudgetLine(tx))
    const claim = await funds.within((tx) => givenClaim(tx, { people: 1 }, settlingNeeds()))
    const { rows } = await looker.query('select person_id from funds.claim_people where claim_id = $1', [claim.id])
    const personId = (rows[0] as { person_id: string }).person_id
    await givenSource(['2022-01-05', '2022-01-06'].map((on) => ({ personId, on, level: null })))
    expect((await ask([personId], { groupId: claim.groupId }))('B01').outcome).toBe('passed')
    const of = await ask([personId])
    expect(of('B01').outcome).toBe('failed')
    expect(of('B01').sentence.zh).toContain('本平台')
    expect(of('B01').evidence).toContainEqual(expect.objectContaining({ kind: 'claim', id: claim.id }))
    await funds.within((tx) => moveClaim(tx, claim, 'return', { personId: null, at: NOW }))
    expect((await ask([personId]))('B01').outcome).toBe('passed')
  })
})

describe('B02 and B03, repeats', () => {
  it('the same occupation and level fails, a higher level before fails, a lower one does not', async () => {
    const [same, higher, lower] = [await person(), await person(), await person()]
    await givenSource([
      { personId: same },
      { personId: higher, level: 'L3_SENIOR' },
      { personId: lower, level: 'L5_JUNIOR' },
    ])
    expect((await ask([same]))('B02')).toMatchObject({ outcome: 'failed', action: 'block' })
    expect((await ask([same]))('B02').sentence.zh).toBe(
      '同一职业、等级已享受过补贴:2021-05-20 养老护理员初级工 1,000.00 元(区人社局台账)',
    )
    expect((await ask([higher]))('B03').outcome).toBe('failed')
    expect((await ask([higher]))('B02').outcome).toBe('passed')
    const of = await ask([lower], { level: 'L4_INTERMEDIATE' })
    expect([of('B02').outcome, of('B03').outcome]).toEqual(['passed', 'passed'])
  })

  it('an occupation that is only a text is never taken for another one', async () => {
    const personId = await person()
    await givenSource([{ personId, occupationId: null, text: '老年人照护' }])
    const of = await ask([personId])
    expect(of('B02').outcome).toBe('unavailable')
    expect(of('B02').sentence.zh).toContain('老年人照护')
  })
})

describe('B05, one certificate', () => {
  const NUMBER = 'S000033000001225000777'
  async function givenCertificate(personId: string, number = NUMBER, issuedOn = '2022-03-25') {
    const id = newId()
    await looker.query('delete from credentials.certificates')
    await funds.within((tx) =>
      saveCertificates(tx, {
        toldBy: { kind: 'mark-sheet', id: newId() },
        certificates: [
          {
            id,
            personId,
            number,
            kind: 'SKILL_LEVEL',
            occupationId: CARER,
            level: 'L5_JUNIOR',
            issuedOn: civilDate(issuedOn),
          },
        ],
      }),
    )
    return id
  }

  it('claimed by the same person before, by another, or by nobody', async () => {
    const [one, another] = [await person(), await person()]
    const certificateId = await givenCertificate(one)
    await givenSource([])
    expect((await ask([one], { certificateId }))('B05').outcome).toBe('passed')
    await givenSource([{ personId: another, certificateNo: NUMBER, occupationId: null, text: '别的' }])
    expect((await ask([one], { certificateId }))('B05').sentence.zh).toMatch(/^同一证书编号已由另一人享受补贴/)
    await looker.query('truncate funds.history_sources cascade')
    await givenSource([{ personId: one, certificateNo: NUMBER, level: 'L4_INTERMEDIATE' }])
    expect((await ask([one], { certificateId }))('B05').sentence.zh).toMatch(/^这本证书已申领过补贴/)
    await looker.query('truncate funds.history_sources cascade')
    await givenSource([{ personId: one, certificateNo: NUMBER, family: 'EVALUATION' }])
    expect((await ask([one], { certificateId }))('B05').outcome).toBe('passed')
  })

  it('twice within one claim fails for both', async () => {
    const people = [await person(), await person()]
    const certificateId = await givenCertificate(people[0]!)
    expect((await ask(people, { certificateId }))('B05').outcome).toBe('failed')
  })

  it('B08: its deadline is twelve months in Zhejiang, the last day included', async () => {
    const personId = await person()
    const certificateId = await givenCertificate(personId, NUMBER, '2024-03-10')
    const on = (day: string) => ask([personId], { certificateId, now: new Date(`${day}T08:00:00Z`) })
    expect((await on('2025-03-10'))('B08').outcome).toBe('passed')
    expect((await on('2025-03-11'))('B08')).toMatchObject({
      outcome: 'failed',
      action: 'block',
      sentence: { zh: '证书 2024-03-10 核发,应在 2025-03-10 以前(含当日)申领,申领日是 2025-03-11' },
    })
  })
})
