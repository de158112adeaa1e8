import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { moveDemonstrationDate } from '../kernel/access/contract.ts'
import {
  applyReturnFile,
  demonstrationReturnFile,
  exportBatch,
  getBatch,
  listPayableClaims,
  listPayments,
  makeBatch,
  signBatch,
} from '../kernel/funds/batches/contract.ts'
import { listBudgetLines } from '../kernel/funds/budget/contract.ts'
import { claimQueue, getClaim } from '../kernel/funds/claims/contract.ts'
import { initialReview, secondReview } from '../kernel/funds/review/contract.ts'
import { walkTrail } from '../kernel/record/contract.ts'
import { uploadAttendance } from '../mechanisms/training/attendance/contract.ts'
import { classChoices, draftClass } from '../mechanisms/training/classes/contract.ts'
import { completeClass, musterOfClass } from '../mechanisms/training/completion/contract.ts'
import { uploadMarks } from '../mechanisms/training/evaluation/contract.ts'
import { approveClass, submitClass } from '../mechanisms/training/filing/contract.ts'
import { uploadRoster } from '../mechanisms/training/rosters/contract.ts'
import { putTimetable } from '../mechanisms/training/timetable/contract.ts'
import { Refusal } from '../platform/contract/public.ts'
import { givenHouse, LIANDU, type Someone, type TestHouse } from './testing.ts'

const sample = (name: string) => new Blob([readFileSync(new URL(`../../demo/samples/${name}`, import.meta.url))])
const WEEKDAYS = ['07', '08', '09', '10', '11', '14', '15', '16', '17', '18'].map((day) => `2022-03-${day}`)
const ROSTER = '01-花名册-规范.xlsx'
const FORTY = 40
const DUE = 37

let house: TestHouse
let school: Someone
let clerk: Someone
let reviewer: Someone
let approver: Someone
let finance: Someone
let classId = ''
let claimId = ''
let batchId = ''

beforeAll(async () => {
  house = await givenHouse()
  school = await house.as('school')
  clerk = await house.as('clerk')
  reviewer = await house.as('reviewer')
  approver = await house.as('approver')
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
    const choices = await school.call(classChoices)
    const site = choices.sites[0]!
    const agreed = choices.agreed.find((each) => each.occupation.name.zh.includes('养老护理员'))!
    const drafted = await school.call(draftClass, {
      body: {
        number: '2022年第3期',
        kind: 'EMPLOYMENT_SKILLS',
        occupationId: agreed.occupation.id,
        level: 'L5_JUNIOR',
        certificateKind: 'SKILL_LEVEL',
        siteId: site.id,
        roomId: site.rooms[0]!.id,
        instructorId: choices.instructors[0]!.id,
        startsOn: '2022-03-07',
        endsOn: '2022-03-18',
        theoryHours: 28,
        practiceHours: 52,
        capacity: 46,
        payee: 'person',
        fund: 'EMPLOYMENT_SUBSIDY_FUND',
      },
    })
    classId = drafted.id
    const halves = WEEKDAYS.flatMap((day) => [
      { day, from: '08:30', to: '11:30' },
      { day, from: '13:30', to: '16:30' },
    ])
    const sessions = halves.map((half, at) => ({
      ...half,
      classHours: 4,
      kind: at === 0 ? ('safety' as const) : at < 7 ? ('theory' as const) : ('practice' as const),
      roomId: site.rooms[0]!.id,
      instructorId: choices.instructors[0]!.id,
      reason: '',
    }))
    await school.call(putTimetable, { params: { classId }, body: { sessions } })
    const roster = await school.call(uploadRoster, {
      params: { classId },
      query: { fileName: ROSTER },
      file: sample(ROSTER),
    })
    expect(roster).toMatchObject({ outcome: 'imported', rowCount: FORTY })
  })

  it('is filed: submitted, already checked, approved', async () => {
    await school.call(submitClass, { params: { classId } })
    const filed = await clerk.call(approveClass, { params: { classId } })
    expect(JSON.stringify(filed)).toContain('"filed"')
  })

  it('is taught, marked and completed', async () => {
    await school.call(moveDemonstrationDate, { body: { businessDate: '2022-03-28' } })
    const attendance = await school.call(uploadAttendance, {
      params: { classId },
      query: { fileName: '05-考勤表.xlsx' },
      file: sample('05-考勤表.xlsx'),
    })
    expect(attendance.outcome).toBe('imported')
    const marks = await school.call(uploadMarks, {
      params: { classId },
      query: { fileName: '06-成绩登记表.xlsx', issuedOn: '2022-03-25' },
      file: sample('06-成绩登记表.xlsx'),
    })
    expect(marks.outcome).toBe('imported')
    await school.call(completeClass, { params: { classId } })
    const muster = await school.call(musterOfClass, { params: { classId } })
    expect(muster.people).toHaveLength(FORTY)
  })

  it('is due for 37 of the forty, ¥37,000, reserved; the registers that were not asked are named', async () => {
    const before = await budget()
    await house.outbox.drain(LIANDU)
    const queue = await clerk.call(claimQueue, { query: { duty: 'initial-review' } })
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
    expect(claim.unavailable.map((check) => [check.checkId, check.people, check.then])).toEqual(
      ['A03', 'A04', 'A06', 'A08'].map((id) => [id, FORTY, 'note']),
    )
    expect(claim.people.filter((person) => person.standing === 'refused').map((person) => person.position)).toEqual([
      6, 8, 12,
    ])
    const after = await budget()
    expect(BigInt(before.availableFen) - BigInt(after.availableFen)).toBe(3_700_000n)
    expect(after.reservedFen).toBe('3700000')
  })

  it('is passed by a first and a second person, never the same', async () => {
    const { contentSha256 } = await clerk.call(getClaim, { params: { claimId } })
    const pass = { params: { claimId }, body: { outcome: 'passed' as const, reasons: [], contentSha256 } }
    expect((await refusal(reviewer.call(secondReview, pass))).status).toBe(409)
    await clerk.call(initialReview, pass)
    expect((await clerk.call(getClaim, { params: { claimId } })).status).toBe('first-passed')
    await reviewer.call(secondReview, pass)
    expect(await budget()).toMatchObject({ reservedFen: '0', committedFen: '3700000' })
  })

  it('is batched, signed, exported, and paid by the return file, once', async () => {
    const payable = await finance.call(listPayableClaims)
    const batch = await finance.call(makeBatch, { body: { claimIds: [payable.lines[0]!.claims[0]!.id] } })
    batchId = batch.id
    expect(batch).toMatchObject({ lineCount: DUE, amountFen: '3700000', status: 'frozen' })
    await approver.call(signBatch, { params: { batchId }, body: { contentSha256: batch.contentSha256 } })
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
    expect((await finance.call(getBatch, { params: { batchId } })).batch.status).toBe('settled')
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
})
