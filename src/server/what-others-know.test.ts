import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sampleFile } from '../../demo/sample-class.ts'
import { getClaim, listClaims } from '../kernel/funds/claims/contract.ts'
import { listBudgetLines } from '../kernel/funds/budget/contract.ts'
import { importLedgerFile } from '../kernel/funds/history/contract.ts'
import { initialReview } from '../kernel/funds/review/contract.ts'
import { uploadInsuredList } from '../kernel/people/insured/contract.ts'
import {
  decideProposal,
  findRestrictable,
  proposeEnd,
  proposeRestriction,
} from '../kernel/people/restrictions/contract.ts'
import { classChecksOf } from '../mechanisms/training/filing/contract.ts'
import { rosterOfClass } from '../mechanisms/training/rosters/contract.ts'
import { ANSWERS, givenHouse, givenLetters, givenTaughtClass, LIANDU, type Someone, type TestHouse } from './testing.ts'

let house: TestHouse
let school: Someone
let clerk: Someone
let tell: Awaited<ReturnType<typeof givenLetters>>

beforeAll(async () => {
  house = await givenHouse()
  school = await house.as('school')
  clerk = await house.as('clerk')
  tell = await givenLetters(house, clerk, await givenTaughtClass(house, school, clerk))
}, 120_000)
afterAll(() => house.close())

const theClaim = async () => {
  const { items } = await clerk.call(listClaims, { query: { status: 'assembled' } })
  expect(items).toHaveLength(1)
  return clerk.call(getClaim, { params: { claimId: items[0]!.id } })
}
type Claim = Awaited<ReturnType<typeof theClaim>>
const standing = ({ people }: Claim, wanted: string) =>
  people.filter((person) => person.standing === wanted).map((person) => person.position)

describe('the class of sample 01, as other offices answer one after another', () => {
  it('is claimed for 37 while four registers are not compared', async () => {
    expect(await theClaim()).toMatchObject({ number: 'S-2022-0001', headCount: 37, replaces: null })
    expect((await theClaim()).unavailable.map((check) => check.checkId)).toEqual(
      expect.arrayContaining(['A03', 'A04', 'A06', 'A08']),
    )
  })

  it('is claimed anew after every answer, each time telling who stands otherwise and which office said so', async () => {
    const told = [
      { number: 'S-2022-0001R2', heads: 36, changes: [[4, 'due', 'refused']] },
      { number: 'S-2022-0001R3', heads: 35, changes: [[10, 'due', 'refused']] },
      { number: 'S-2022-0001R4', heads: 34, changes: [[16, 'due', 'refused']] },
      {
        number: 'S-2022-0001R5',
        heads: 32,
        changes: [
          [21, 'due', 'held'],
          [25, 'due', 'held'],
        ],
      },
    ]
    for (const [at, answer] of ANSWERS.entries()) {
      await tell(answer.register)
      const claim = await theClaim()
      expect([claim.number, claim.headCount]).toEqual([told[at]!.number, told[at]!.heads])
      expect(claim.replaces?.because.zh).toMatch(/已回函$/)
      expect(claim.replaces?.changes.map(({ position, from, to }) => [position, from, to])).toEqual(told[at]!.changes)
    }
  })

  it('comes to the table of the samples: 32 due ¥32,000, 21 and 25 held, six refused, each with its reason', async () => {
    const claim = await theClaim()
    expect(claim.amountFen).toBe('3200000')
    expect(standing(claim, 'refused')).toEqual([4, 6, 8, 10, 12, 16])
    expect(standing(claim, 'held')).toEqual([21, 25])
    const reasons = new Map(
      claim.people.map(({ position, reasons: all }) => [position, all.map(({ sentence }) => sentence.zh).join(';')]),
    )
    const told: readonly (readonly [number, RegExp])[] = [
      [4, /自2021-03起领取养老待遇/],
      [6, /45%/],
      [8, /理论成绩为 58 分/],
      [10, /财政供养人员:莲都区某中学/],
      [12, /缺考/],
      [16, /登记死亡日期 2022-02-21/],
      [21, /培训期间在企业参保/],
      [25, /培训期间在企业参保/],
    ]
    for (const [position, reason] of told) expect(reasons.get(position)).toMatch(reason)
    const compared = ['A03', 'A04', 'A06', 'A08']
    expect(claim.unavailable.filter((check) => compared.includes(check.checkId))).toEqual([])
  })

  it('tells the school who did not pass and not what the offices know; the bureau reads both', async () => {
    const claim = await theClaim()
    const own = await school.call(getClaim, { params: { claimId: claim.id } })
    const reasonOf = (of: Claim, position: number) =>
      of.people.find((person) => person.position === position)!.reasons.map(({ sentence }) => sentence.zh)
    for (const position of [4, 10, 16, 21, 25]) {
      expect(reasonOf(own, position)).toEqual(['未通过,原因只告知本人:请学员本人带身份证到人社局查询'])
      expect(reasonOf(claim, position)).not.toEqual(reasonOf(own, position))
    }
    // What rests on the school's own sheets it is told in full.
    for (const position of [6, 8, 12]) expect(reasonOf(own, position)).toEqual(reasonOf(claim, position))
    const roster = await school.call(rosterOfClass, { params: { classId: own.groupId } })
    const everything = JSON.stringify([
      own,
      roster,
      await school.call(classChecksOf, { params: { classId: own.groupId } }),
    ])
    expect(everything).not.toMatch(/领取养老待遇\(|自2021-03|某中学|死亡日期|在企业参保:/)
  })

  it('holds reserved what the last claim asks for, and nothing of the earlier ones', async () => {
    const finance = await house.as('finance')
    const line = (await finance.call(listBudgetLines)).items[0]!
    expect(line.reservedFen).toBe('3200000')
  })

  it('is frozen since the register of deaths answered: number 16 had died and yet signed in', async () => {
    expect((await theClaim()).frozenBy?.sentence.zh).toMatch(/^本班有疑点处置单 Y-2022-0001 /)
  })

  it('cannot be passed by whoever still has the earlier claim before them', async () => {
    const claim = await theClaim()
    const former = await clerk.call(getClaim, { params: { claimId: claim.replaces!.id } })
    expect(former.replacedBy).toMatchObject({ id: claim.id, number: claim.number })
    const pass = { outcome: 'passed' as const, reasons: [], contentSha256: former.contentSha256 }
    await expect(clerk.call(initialReview, { params: { claimId: former.id }, body: pass })).rejects.toMatchObject({
      problem: { status: 409 },
    })
  })
})

describe('what else is told of people of a claim', () => {
  it('lets the past be known where last years’ ledgers cover it, also of people no ledger names', async () => {
    const unknown = ({ unavailable }: Claim) => unavailable.map((check) => check.checkId)
    expect(unknown(await theClaim())).toEqual(expect.arrayContaining(['B01', 'B02', 'B03']))
    const finance = await house.as('finance')
    const answer = await finance.call(importLedgerFile, {
      query: {
        fileName: '2012-2022年补贴台账.csv',
        source: '莲都区人社局补贴台账',
        coversFrom: '2012-01-01',
        coversTo: '2022-03-28',
        families: 'TRAINING,UI_UPGRADE,EVALUATION',
      },
      file: new Blob(['身份证号,补贴金额,发放日期,职业,等级\n']),
    })
    expect(answer.outcome).toBe('imported')
    await house.outbox.drain(LIANDU)
    const claim = await theClaim()
    expect(claim.replaces?.because.zh).toBe('历史领取记录有更新')
    expect([claim.headCount, claim.replaces?.changes]).toEqual([32, []])
    for (const check of ['B01', 'B02', 'B03']) expect(unknown(claim)).not.toContain(check)
  })

  it('changes nothing where an employer’s list says what the office had said already', async () => {
    const before = await theClaim()
    await clerk.call(uploadInsuredList, {
      query: { fileName: '10-企业参保人员.csv', asOf: '2022-03-28', source: '莲都区社会保险中心' },
      file: sampleFile('10-企业参保人员.csv'),
    })
    await house.outbox.drain(LIANDU)
    expect((await theClaim()).id).toBe(before.id)
  })

  it('refuses somebody whom two people have restricted, and pays them again once two have ended it', async () => {
    const approver = await house.as('approver')
    const { personId } = await clerk.call(findRestrictable, { body: { identityNumber: '339901197706180675' } })
    const restriction = await clerk.call(proposeRestriction, {
      body: {
        kind: 'restricted',
        personId,
        organisationId: null,
        reason: '以前年度骗取补贴',
        document: '莲人社监〔2022〕演示1号',
        clause: '第二十五条',
        from: '2022-01-01',
        to: null,
      },
    })
    await house.outbox.drain(LIANDU)
    expect(standing(await theClaim(), 'refused')).not.toContain(1)
    const decided = (proposalId: string) =>
      approver.call(decideProposal, {
        params: { restrictionId: restriction.id, proposalId },
        body: { outcome: 'confirmed', reason: '' },
      })
    await decided(restriction.proposals.at(-1)!.id)
    await house.outbox.drain(LIANDU)
    const refused = await theClaim()
    expect([refused.headCount, standing(refused, 'refused')]).toEqual([31, [1, 4, 6, 8, 10, 12, 16]])
    expect(refused.replaces?.because.zh).toBe('限制措施已确认')

    const ending = await clerk.call(proposeEnd, {
      params: { restrictionId: restriction.id },
      body: { endsOn: null, reason: '认定有误,予以撤销' },
    })
    await decided(ending.proposals.at(-1)!.id)
    await house.outbox.drain(LIANDU)
    expect((await theClaim()).headCount).toBe(32)
  })
})
