import { afterAll, beforeAll, expect, it } from 'vitest'
import { findCertificates } from '../../../kernel/credentials/public.ts'
import { credentialTrails } from '../../../kernel/credentials/room.ts'
import { latestMarks, listMarkSheets, listMarks } from '../../../kernel/marking/public.ts'
import { markingTrails, markSheetTeller } from '../../../kernel/marking/room.ts'
import { parametersOn } from '../../../kernel/policy/public.ts'
import type { TrailStep } from '../../../kernel/record/public.ts'
import { completeClass, musterOfClass } from '../completion/contract.ts'
import {
  atTime,
  givenClosingHouse,
  givenSampleClass,
  refusalOf,
  type SampleClass,
  sendAttendance,
  sendMarks,
} from '../completion/testing.ts'
import { completionTrails } from '../completion/trails.ts'
import { listRoster } from '../rosters/listing.ts'
import { csvOfGrid, sampleGrid, withCells } from '../sheets/testing.ts'
import { givenActor, givenClass, givenPerson, givenProvider, type TrainingHouse } from '../testing.ts'
import { updateStatus } from '../classes/store.ts'
import { assessmentOf, classAssessment } from './assessment.ts'
import { classCertificates } from './certificate-groups.ts'
import { marksUploads } from './contract.ts'

let house: TrainingHouse
let ofClass: SampleClass

beforeAll(async () => {
  house = await givenClosingHouse()
  ofClass = await givenSampleClass(house)
})
afterAll(() => house?.close())

const certificatesOf = async (seqs: readonly number[]) =>
  house.within(async (tx) => {
    const roster = await listRoster(tx, ofClass.classId)
    const ids = seqs.map((seq) => roster.find((entry) => entry.seq === seq)!.personId)
    const held = await findCertificates(tx, ids)
    return ids.map((id) => held.get(id)?.map(({ number }) => number) ?? [])
  })

const number = (seq: number) => `S0000330000012250000${String(seq).padStart(2, '0')}`

it('asks for a date of issue that can be: neither before the class ended nor after today', async () => {
  const refusal = (issuedOn: string) => refusalOf(sendMarks(ofClass, undefined, { issuedOn }))
  expect(await refusal('2022-03-17')).toMatchObject({
    status: 400,
    detail: expect.stringContaining('早于班级结束日期'),
  })
  expect(await refusal('2022-03-29')).toMatchObject({ status: 400, detail: expect.stringContaining('在今天') })
  expect(await refusal('')).toMatchObject({ status: 400 })
})

it('refuses marks for people who are not in the class, naming their rows, and keeps none of them', async () => {
  const provider = await house.within((tx) => givenProvider(tx, house.vault))
  const classId = await house.within(async (tx) => {
    const personIds = [await givenPerson(tx, house.vault, '雷小燕'), await givenPerson(tx, house.vault, '钟水木')]
    const id = await givenClass(tx, house.vault, provider, { personIds })
    await updateStatus(tx, id, { status: 'filed' })
    return id
  })
  const outcome = await sendMarks({ classId, provider, someone: house.as(provider.actor) })
  expect(outcome).toMatchObject({ outcome: 'refused', version: null })
  const foreign = outcome.marks.filter(({ sentence }) => sentence.zh === '不在本班花名册')
  expect(foreign).toHaveLength(40)
  expect(foreign[0]).toMatchObject({ seq: 1, sheetRow: 3, cell: 'C3', maskedName: '王*' })
  expect(outcome.marks.filter(({ sentence }) => sentence.zh.includes('不在表上'))).toHaveLength(2)
  expect(await house.within((tx) => latestMarks(tx, assessmentOf(classId)))).toBeUndefined()
})

it('keeps marks and certificates, told by the sheet and dated as asked', async () => {
  const outcome = await sendMarks(ofClass)
  expect(outcome).toMatchObject({ outcome: 'imported', version: 1 })
  const marks = await house.within((tx) => listMarks(tx, [outcome.uploadId]))
  expect(marks.size).toBe(40)
  expect(await certificatesOf([1, 8, 12])).toEqual([[number(1)], [], []])
  const { items } = await ofClass.someone.call(marksUploads, { params: { classId: ofClass.classId } })
  expect(items[0]).toMatchObject({ version: 1, current: true, issuedOn: '2022-03-25', errors: 0 })
})

it('does nothing twice for the same file and date, and a correction of the date is a new version', async () => {
  expect((await sendMarks(ofClass)).alreadyBy).not.toBeNull()
  expect(await sendMarks(ofClass, undefined, { issuedOn: '2022-03-24' })).toMatchObject({ version: 2, alreadyBy: null })
})

it('lets a correction swap two certificate numbers; the old sheet and its marks stay', async () => {
  const swapped = withCells(await sampleGrid('06'), {
    G3: number(2),
    G4: number(1),
    D10: '61',
    F10: '合格',
    G10: number(8),
  })
  const outcome = await sendMarks(ofClass, csvOfGrid(swapped))
  expect(outcome).toMatchObject({ outcome: 'imported', version: 3, marks: [] })
  expect(await certificatesOf([1, 2, 8])).toEqual([[number(2)], [number(1)], [number(8)]])
  const [newest, , oldest] = await house.within((tx) => listMarkSheets(tx, assessmentOf(ofClass.classId)))
  const theoryOf8 = async (sheetId: string) =>
    house.within(async (tx) => {
      const entry = (await listRoster(tx, ofClass.classId)).find(({ seq }) => seq === 8)!
      return (await listMarks(tx, [sheetId])).get(entry.enrolmentId)?.theory?.points
    })
  expect([await theoryOf8(oldest!.id), await theoryOf8(newest!.id)]).toEqual([58, 61])
})

it('refuses a certificate number that another class has told of already', async () => {
  const provider = await house.within((tx) => givenProvider(tx, house.vault))
  const { classId, sheet } = await house.within(async (tx) => {
    // The same two people again, in another class, with the numbers of the first.
    const [first, second] = await listRoster(tx, ofClass.classId)
    const stranger = await givenPerson(tx, house.vault)
    const id = await givenClass(tx, house.vault, provider, { personIds: [first!.personId, second!.personId, stranger] })
    await updateStatus(tx, id, { status: 'filed' })
    const grid = withCells(await sampleGrid('06'), { G3: number(2), G4: number(3) })
    return { classId: id, sheet: { ...grid, rows: grid.rows.slice(0, 4) } }
  })
  const outcome = await sendMarks({ classId, provider, someone: house.as(provider.actor) }, csvOfGrid(sheet))
  expect(outcome.marks.map(({ cell, sentence }) => [cell, sentence.zh])).toEqual([
    [null, expect.stringContaining('不在表上')],
    ['G3', '这个证书编号已经由另一个班登记过,请核对'],
    ['G4', '这个证书编号已经登记在另一人名下,请核对'],
  ])
})

it('is walked from the muster to a mark, its sheet and the certificate, and back', async () => {
  await atTime(house, '2022-03-28T09:00:00+08:00')
  await sendMarks(ofClass)
  await sendAttendance(ofClass)
  await ofClass.someone.call(completeClass, { params: { classId: ofClass.classId } })
  const { people } = await ofClass.someone.call(musterOfClass, { params: { classId: ofClass.classId } })
  const first = people.find(({ seq }) => seq === 1)!
  const assessments = [classAssessment]
  const trails = [
    ...completionTrails,
    ...markingTrails({ assessments }),
    ...credentialTrails({ tellers: [markSheetTeller(assessments)], groups: classCertificates, parametersOn }),
  ]
  const walk = (kind: string, id: string) =>
    house.within(async (tx) => (await trails.find((trail) => trail.kind === kind)!.describe(tx, id))!)
  const said = (step: TrailStep) => Object.fromEntries(step.says.map(({ label, value }) => [label.zh, value.zh]))

  const muster = await walk('muster', first.musterId!)
  expect(said(muster)).toMatchObject({ 学员: '王*', 出勤课次: '19/20(95%)', 出勤分钟数: '3420/3600' })
  expect(muster.restsOn.filter(({ kind }) => kind === 'attendance-sign')).toHaveLength(20)
  expect(muster.leadsTo.map(({ kind }) => kind)).toEqual(['fact'])
  const linkTo = (step: TrailStep, kind: string) => step.restsOn.find((link) => link.kind === kind)!
  const mark = await walk('mark', linkTo(muster, 'mark').id)
  expect(said(mark)).toMatchObject({ 考生: '王*', 考核项目: '理论成绩', 成绩: '90分', 登记表行号: '第3行' })
  expect(mark.leadsTo.map(({ id }) => id)).toEqual([first.musterId])
  const sheet = await walk('mark-sheet', linkTo(mark, 'mark-sheet').id)
  expect(said(sheet)).toMatchObject({ 版次: '第4版(现行)', 发证日期: '2022-03-25', 人数: '40' })
  const certificate = await walk('certificate', linkTo(muster, 'certificate').id)
  expect(said(certificate)).toMatchObject({ 持证人: '王*', 证书编号: number(1), 状态: '现行' })
  expect(certificate.leadsTo.map(({ id }) => id)).toEqual([first.musterId])
  for (const step of [muster, mark, sheet, certificate])
    expect(step).toMatchObject({ organisationId: ofClass.provider.organisationId })
})

it('may not be imported by the bureau', async () => {
  expect(await refusalOf(sendMarks({ ...ofClass, someone: house.as(givenActor('clerk')) }))).toMatchObject({
    status: 403,
  })
})
