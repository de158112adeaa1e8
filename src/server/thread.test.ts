import { readFileSync } from 'node:fs'
import pg from 'pg'
import { lookUpSampleCertificates, planSampleClass, teachSampleClass } from '../../demo/sample-class.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { getLookUpGroup, openScreenshot } from '../kernel/credentials/look-ups/contract.ts'
import {
  applyReturnFile,
  checkPayments,
  demonstrationReturnFile,
  exportBatch,
  getBatch,
  listPayableClaims,
  listPayments,
  makeBatch,
  signBatch,
} from '../kernel/funds/batches/contract.ts'
import { listBudgetLines } from '../kernel/funds/budget/contract.ts'
import { getClaim, listClaims } from '../kernel/funds/claims/contract.ts'
import { importLedgerFile } from '../kernel/funds/history/contract.ts'
import { Claimable } from '../kernel/funds/public.ts'
import { publishDemoClaim } from '../../demo/claim-way.ts'
import { approval, confirmClaim, initialReview, secondReview } from '../kernel/funds/review/contract.ts'
import { listFacts } from '../kernel/policy/public.ts'
import { walkTrail } from '../kernel/record/contract.ts'
import { musterOfClass } from '../mechanisms/training/completion/contract.ts'
import { approveClass, submitClass } from '../mechanisms/training/filing/contract.ts'
import { Refusal } from '../platform/contract/public.ts'
import { inDistrict } from '../platform/db/public.ts'
import { subjectsOf } from '../kernel/funds/deciding/subjects.ts'
import { statementsOf } from '../platform/db/statements.ts'
import { givenHouse, LIANDU, QINGTIAN, type Someone, type TestHouse } from './testing.ts'

const FORTY = 40
const CERTIFIED = 38
const DUE = 37
/** Asked before payment: of everybody A03 A04 A06 A08 A15 B01 B01W B02 B03 B05 X01 X02 P01 P02 P03 P04 P06 P07, and H08 P08 P09 P10 of the class. */
const ASKED_TO_PAY = 18 * DUE + 4
/** Our own registers answer (A15, H08); no other office's list or letter has. */
const OWN_REGISTERS = DUE + 1

let house: TestHouse
let school: Someone
let clerk: Someone
let reviewer: Someone
let approver: Someone
let director: Someone
let deputy: Someone
let finance: Someone
let classId = ''
let claimId = ''
let dayAfter = ''
let batchId = ''

beforeAll(async () => {
  house = await givenHouse()
  school = await house.as('school')
  clerk = await house.as('clerk')
  reviewer = await house.as('reviewer')
  approver = await house.as('approver')
  director = await house.as('director')
  deputy = await house.as('deputy')
  finance = await house.as('finance')
})
afterAll(() => house.close())

const budget = async () => (await finance.call(listBudgetLines)).items[0]!
const refusal = async (asked: Promise<unknown>) => {
  const error = await asked.catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(Refusal)
  return (error as Refusal).problem
}

describe('a roster becomes money', () => {
  it('is planned, timetabled and given its roster by the school', async () => {
    const planned = await planSampleClass(school.call)
    classId = planned.classId
    expect(planned.people).toBe(FORTY)
  })

  it('is filed: submitted, already checked, approved', async () => {
    await school.call(submitClass, { params: { classId } })
    const filed = await clerk.call(approveClass, { params: { classId } })
    expect(JSON.stringify(filed)).toContain('"filed"')
  })

  it('is taught, marked and completed', async () => {
    await teachSampleClass(school.call, classId)
    const muster = await school.call(musterOfClass, { params: { classId } })
    expect(muster.people).toHaveLength(FORTY)
  })

  it('is due for 37 of the forty, ¥37,000, reserved; the registers that were not asked are named', async () => {
    const before = await budget()
    await house.outbox.drain(LIANDU)
    const queue = await clerk.call(listClaims, { query: { status: 'assembled' } })
    expect(queue.items).toHaveLength(1)
    claimId = queue.items[0]!.id
    const claim = await clerk.call(getClaim, { params: { claimId } })
    expect(claim).toMatchObject({
      headCount: DUE,
      refusedCount: 3,
      heldCount: 0,
      amountFen: '3700000',
      status: 'assembled',
    })
    expect(claim.unavailable.map((check) => [check.checkId, check.people, check.then])).toEqual([
      ...['A03', 'A04', 'A06', 'A08'].map((id) => [id, FORTY, 'note']),
      ['X02', CERTIFIED, 'note'],
      ...['B01', 'B01W', 'B02', 'B03'].map((id) => [id, FORTY, 'note']),
      ['B05', CERTIFIED, 'note'],
    ])
    const refused = claim.people.filter((person) => person.standing === 'refused')
    // What a condition and a check (D01) both measure by the county's line is told once.
    expect(refused.map(({ position, reasons }) => [position, reasons.map((reason) => reason.id)])).toEqual([
      [6, ['attendance']],
      [8, ['theory', 'certificate']],
      [12, ['practice', 'certificate']],
    ])
    const after = await budget()
    expect(BigInt(before.availableFen) - BigInt(after.availableFen)).toBe(3_700_000n)
    expect(after.reservedFen).toBe('3700000')
  })

  it('is in the hands of its trainees and its instructor, as a claim from before is once it is migrated', async () => {
    const client = new pg.Client({ connectionString: house.database.superuserUrl })
    const owner = new pg.Client({ connectionString: house.database.ownerUrl })
    await Promise.all([client.connect(), owner.connect()])
    const hands = async () => {
      const { rows } = await client.query(
        'select duty, person_id from funds.claim_hands where claim_id = $1 order by 1, 2',
        [claimId],
      )
      return rows as { duty: string }[]
    }
    const atFirst = await hands()
    expect(atFirst.filter(({ duty }) => duty === 'beneficiary')).toHaveLength(FORTY)
    expect(atFirst.filter(({ duty }) => duty === 'instruction')).toHaveLength(1)
    const { rows: recorded } = await client.query(
      `select distinct hand->>'duty' as duty, hand->>'personId' as person_id
       from policy.facts, jsonb_array_elements(body->'hands') hand order by 1`,
    )
    expect(recorded.map(({ duty }) => duty)).toEqual(['class.file', 'class.review', 'instruction'])
    expect(new Set(recorded.map(({ person_id }) => person_id)).size).toBe(3)
    await client.query('delete from funds.claim_hands')
    for (const name of [
      'kernel/funds/schema/202611252030-hands-and-ways-back',
      'mechanisms/training/schema/202611252032-instructors-have-claims-in-hand',
    ]) {
      const sql = readFileSync(new URL(`../${name}.sql`, import.meta.url), 'utf8')
      for (const statement of statementsOf(sql))
        if (/row level security|insert into/.test(statement)) await owner.query(statement)
    }
    expect(await hands()).toEqual(atFirst)
    await Promise.all([client.end(), owner.end()])
  })

  it('is confirmed by its school, passed by a first and a second person and approved by a third', async () => {
    const { contentSha256 } = await clerk.call(getClaim, { params: { claimId } })
    const pass = { params: { claimId }, body: { outcome: 'passed' as const, reasons: [], contentSha256 } }
    expect((await refusal(clerk.call(initialReview, pass))).status).toBe(409)
    await school.call(confirmClaim, { params: { claimId }, body: { outcome: 'confirmed', contentSha256 } })
    expect((await refusal(reviewer.call(secondReview, pass))).status).toBe(409)
    await clerk.call(initialReview, pass)
    expect((await clerk.call(getClaim, { params: { claimId } })).status).toBe('first-passed')
    await reviewer.call(secondReview, pass)
    expect(await budget()).toMatchObject({ reservedFen: '3700000', committedFen: '0' })
    await deputy.call(approval, pass)
    expect(await budget()).toMatchObject({ reservedFen: '0', committedFen: '3700000' })
  })

  it('is on public notice for five official working days, and payable by itself when they have passed', async () => {
    expect((await finance.call(listPayableClaims)).lines).toEqual([])
    dayAfter = await publishDemoClaim(clerk.call, claimId)
    expect((await refusal(finance.call(makeBatch, { body: { claimIds: [claimId] } }))).items[0]!.detail).toContain(
      '公示中',
    )
    await house.passTo(dayAfter)
    expect((await clerk.call(getClaim, { params: { claimId } })).status).toBe('payable')
  })

  it('is not paid before its certificates are looked up: everybody is named, and nothing is made', async () => {
    const [claim] = (await finance.call(listPayableClaims)).lines[0]!.claims
    const refused = await refusal(finance.call(makeBatch, { body: { claimIds: [claim!.id] } }))
    expect(refused).toMatchObject({ status: 409, code: 'checks-before-payment' })
    expect(refused.items).toHaveLength(DUE)
    expect(refused.items[0]!.detail).toMatch(/^序号 1 王\*:证书 S000033000001225000001 尚未查验/)
    const asked = await finance.call(checkPayments, { body: { claimIds: [claim!.id] } })
    expect(asked).toMatchObject({ asked: ASKED_TO_PAY, passed: 7 * DUE + 3 + OWN_REGISTERS })
    expect(asked.refused).toHaveLength(DUE)
  })

  it('has its certificates looked up by the clerk, with a screenshot', async () => {
    const params = { groupId: classId }
    const before = await clerk.call(getLookUpGroup, { params })
    expect(before.group.counts).toMatchObject({ certificates: CERTIFIED, waiting: CERTIFIED })
    expect(await lookUpSampleCertificates(clerk.call, classId)).toBe(CERTIFIED)
    const { group } = await clerk.call(getLookUpGroup, { params })
    expect(group.counts).toMatchObject({ waiting: 0, agreeing: CERTIFIED, differing: 0, missing: 0 })
  })

  it('keeps certificates and screenshots to their district', async () => {
    const elsewhere = await house.as('clerk', QINGTIAN)
    const params = { groupId: classId }
    const { screenshots } = await clerk.call(getLookUpGroup, { params })
    expect((await refusal(elsewhere.call(getLookUpGroup, { params }))).status).toBe(404)
    const opened = elsewhere.call(openScreenshot, { params: { screenshotId: screenshots[0]!.id } })
    expect((await refusal(opened)).status).toBe(404)
  })

  it('is batched, signed, exported, and paid by the return file, once', async () => {
    const payable = await finance.call(listPayableClaims)
    const batch = await finance.call(makeBatch, { body: { claimIds: [payable.lines[0]!.claims[0]!.id] } })
    batchId = batch.id
    expect(batch).toMatchObject({ lineCount: DUE, amountFen: '3700000', status: 'frozen' })
    const signing = { params: { batchId }, body: { contentSha256: batch.contentSha256 } }
    await approver.call(signBatch, signing)
    await director.call(signBatch, signing)
    const exported = await finance.call(exportBatch, { params: { batchId } })
    const again = await finance.call(exportBatch, { params: { batchId } })
    expect(again.file.sha256).toBe(exported.file.sha256)
    const file = (await finance.call(demonstrationReturnFile, { params: { batchId } })) as Blob
    const applied = await finance.call(applyReturnFile, { params: { batchId }, query: { fileName: '回盘.csv' }, file })
    expect(applied).toMatchObject({ paidCount: DUE, paidFen: '3700000', returnedCount: 0 })
    expect(
      (await refusal(finance.call(applyReturnFile, { params: { batchId }, query: { fileName: '回盘.csv' }, file })))
        .detail,
    ).toMatch(/已/)
    expect(await budget()).toMatchObject({ reservedFen: '0', committedFen: '0', paidFen: '3700000' })
    expect((await clerk.call(getClaim, { params: { claimId } })).status).toBe('paid')
    const detail = await finance.call(getBatch, { params: { batchId } })
    expect(detail.batch.status).toBe('settled')
    expect(detail.checks).toEqual({ asked: ASKED_TO_PAY, passed: 8 * DUE + 3 + OWN_REGISTERS })
  })

  it('can be walked back from the bank line to a sign on the sheet', async () => {
    const payments = await finance.call(listPayments, { params: { batchId } })
    let step = await finance.call(walkTrail, { params: { kind: 'payment', id: payments.items[0]!.id } })
    const walked = [step.kind]
    for (const kind of [
      'claim-line',
      'entitlement',
      'decision',
      'fact',
      'muster',
      'attendance-sign',
      'attendance-sheet',
    ]) {
      const next = step.restsOn.find((link) => link.kind === kind)
      expect(next, `from ${step.kind} to ${kind}`).toBeDefined()
      step = await finance.call(walkTrail, { params: { kind, id: next!.id } })
      walked.push(step.kind)
    }
    expect(walked.at(-1)).toBe('attendance-sheet')
    expect(JSON.stringify(step)).toContain('05-考勤表.xlsx')
  })

  it('has nothing against it in the past, once a ledger that covers it is imported and nobody is in it', async () => {
    const asked = () =>
      inDistrict(house.connection.db, LIANDU, async (tx) => {
        const facts = await listFacts(tx, classId, 'training.completed')
        const claimed = facts.map((fact) => ({ fact, body: Claimable.parse(fact.body) }))
        const subjects = subjectsOf(claimed, classId).filter((subject) => subject.kind === 'enrolment')
        const { results } = await house.integrity.run(tx, {
          moment: 'payment',
          groupId: classId,
          subjects,
          now: tx.now,
        })
        return results.filter((each) => /^B0[1-5]/.test(each.checkId) && each.outcome !== 'not-applicable')
      })
    expect(new Set((await asked()).map((each) => each.outcome))).toEqual(new Set(['unavailable']))
    const imported = await finance.call(importLedgerFile, {
      query: {
        fileName: '2019-2022年台账.csv',
        source: '区财政局 职业培训补贴台账',
        coversFrom: '2019-01-01',
        coversTo: dayAfter,
        families: 'TRAINING,UI_UPGRADE',
      },
      file: new Blob(['姓名,身份证号,职业(工种),等级,补贴金额,发放日期\r\n']),
    })
    expect(imported).toMatchObject({ outcome: 'imported', source: { rowCount: 0 } })
    const answers = await asked()
    expect(new Set(answers.map((each) => each.outcome))).toEqual(new Set(['passed']))
    expect(answers).toHaveLength(4 * FORTY + CERTIFIED)
  })
})
