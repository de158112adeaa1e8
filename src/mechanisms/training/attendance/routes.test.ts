import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { readGrid, textAt } from '../../../platform/office/public.ts'
import { newId } from '../../../kernel/values/public.ts'
import { completeClass, musterOfClass } from '../completion/contract.ts'
import {
  atOnce,
  atTime,
  givenClosingHouse,
  givenSampleClass,
  refusalOf,
  type SampleClass,
  sendAttendance,
  sendMarks,
} from '../completion/testing.ts'
import { csvOfGrid, sampleGrid, withCells, withoutRows } from '../sheets/testing.ts'
import { givenActor, givenClass, givenProvider, type TrainingHouse } from '../testing.ts'
import { attendanceUploads, openMarkedAttendance } from './contract.ts'
import { findLatestSheet, listSigns } from './store.ts'
import { attendanceTrails } from './trails.ts'

let house: TrainingHouse
let ofClass: SampleClass

beforeAll(async () => {
  house = await givenClosingHouse()
  ofClass = await givenSampleClass(house)
})
afterAll(() => house?.close())

const history = async () =>
  (await ofClass.someone.call(attendanceUploads, { params: { classId: ofClass.classId } })).items
const latest = () => house.within((tx) => findLatestSheet(tx, ofClass.classId))

it('is refused before the class’s last day, with the day', async () => {
  await atTime(house, '2022-03-17T23:30:00+08:00')
  expect(await refusalOf(sendAttendance(ofClass))).toMatchObject({
    status: 409,
    code: 'class-not-ended',
    detail: '班级 3 月 18 日才结束,请在结束当天或之后导入。',
  })
  await atTime(house, '2022-03-28T09:00:00+08:00')
})

it('is refused for a class that is not filed', async () => {
  const provider = await house.within((tx) => givenProvider(tx, house.vault))
  const classId = await house.within((tx) => givenClass(tx, house.vault, provider))
  const draft = { classId, provider, someone: house.as(provider.actor) }
  expect(await refusalOf(sendAttendance(draft))).toMatchObject({ status: 409, code: 'class-not-filed' })
})

it('is not found by another provider, nor may the bureau import it', async () => {
  const other = await house.within((tx) => givenProvider(tx, house.vault))
  const foreign = { ...ofClass, someone: house.as(other.actor) }
  expect(await refusalOf(sendAttendance(foreign))).toMatchObject({ status: 404 })
  const clerk = { ...ofClass, someone: house.as(givenActor('clerk')) }
  expect(await refusalOf(sendAttendance(clerk))).toMatchObject({ status: 403 })
})

it('says what is wrong with a file that is no attendance sheet, and keeps nothing of it', async () => {
  const html = Buffer.from('<html><table><tr><td>序号</td></tr></table></html>')
  expect(await refusalOf(sendAttendance(ofClass, html))).toMatchObject({ status: 422, code: 'sheet-html' })
  const other = Buffer.from('日期,金额\n2022-03-07,100\n')
  expect(await refusalOf(sendAttendance(ofClass, other))).toMatchObject({ status: 422, code: 'attendance-unfit' })
  expect(await history()).toEqual([])
})

it('imports nothing of a sheet with errors, and gives it back with each marked', async () => {
  const bad = withCells(withoutRows(await sampleGrid('05'), 13), { E9: 'ok', B5: '胡永平' })
  const outcome = await sendAttendance(ofClass, csvOfGrid(bad), '考勤 3399.0119_7706/1806-75.csv')
  expect(outcome).toMatchObject({ outcome: 'refused', version: null, rowCount: 39, hasMarkedWorkbook: true })
  expect(outcome.marks.map(({ seq, sheetRow, cell }) => [seq, sheetRow, cell])).toEqual([
    [null, 3, null],
    [2, 5, 'B5'],
    [6, 9, 'E9'],
  ])
  expect(await latest()).toBeUndefined()
  const [kept] = await history()
  expect(kept).toMatchObject({ outcome: 'refused', errors: 3, fileName: '考勤 ***.csv' })

  const params = { classId: ofClass.classId, uploadId: outcome.uploadId }
  const blob = (await ofClass.someone.call(openMarkedAttendance, { params })) as Blob
  const marked = await readGrid(new Uint8Array(await blob.arrayBuffer()), { maxRows: 100 })
  const problemOf = (row: number) => textAt(marked.rows.find((each) => each.row === row)!, 23)
  expect(problemOf(3)).toMatch(/^问题:花名册序号10/)
  expect(problemOf(5)).toBe('姓名与花名册不符')
  expect(problemOf(9)).toContain('E9(3月7日下午)的“ok”不认识')
})

it('imports one file that two people send at once only once, and tells the second who did', async () => {
  const colleague = house.as(givenActor('provider', { organisationId: ofClass.provider.organisationId }))
  const sent = await atOnce(house, ofClass, [
    () => sendAttendance(ofClass),
    () => sendAttendance({ ...ofClass, someone: colleague }),
  ])
  const outcomes = sent.flatMap((each) => (each.status === 'fulfilled' ? each.value : []))
  expect(outcomes.map(({ version }) => version)).toEqual([1, 1])
  expect(new Set(outcomes.map(({ uploadId }) => uploadId)).size).toBe(1)
  expect(outcomes.filter(({ alreadyBy }) => alreadyBy !== null)).toHaveLength(1)
  expect(await house.within((tx) => listSigns(tx, outcomes[0]!.uploadId))).toHaveLength(800)
})

it('takes a corrected sheet as version 2, and the old one stays as it was', async () => {
  const first = (await latest())!
  const corrected = withCells(await sampleGrid('05'), { D9: '√' })
  expect(await sendAttendance(ofClass, csvOfGrid(corrected))).toMatchObject({ outcome: 'imported', version: 2 })
  const second = (await latest())!
  expect(second.version).toBe(2)
  const [before, after] = await house.within(async (tx) => [
    await listSigns(tx, first.id),
    await listSigns(tx, second.id),
  ])
  const written = (signs: typeof before) =>
    signs?.find(({ sheetRow, sheetColumn }) => sheetRow === 9 && sheetColumn === 3)?.written
  expect([written(before), written(after)]).toEqual(['×', '√'])
  const { people } = await ofClass.someone.call(musterOfClass, { params: { classId: ofClass.classId } })
  expect(people.find(({ seq }) => seq === 6)?.attended?.attendedSessions).toBe(10)
  expect((await history()).map(({ version, current }) => [version, current])).toEqual([
    [2, true],
    [1, false],
    [null, false],
  ])
})

it('never lets a sign be changed or deleted by the application', async () => {
  const denied = { code: '42501' }
  for (const table of [
    'training.attendance_signs',
    'training.attendance_sheets',
    'training.musters',
    'marking.marks',
  ]) {
    const remove = sql`delete from ${sql.table(table)}`
    await expect(
      house.within((tx) => remove.execute(tx.db)),
      table,
    ).rejects.toMatchObject(denied)
  }
  const change = sql`update training.attendance_signs set credit = 'present'`
  await expect(house.within((tx) => change.execute(tx.db))).rejects.toMatchObject(denied)
})

it('is completed once when two people confirm at the same moment', async () => {
  await sendMarks(ofClass)
  const colleague = house.as(givenActor('provider', { organisationId: ofClass.provider.organisationId }))
  const params = { classId: ofClass.classId }
  const done = await atOnce(house, ofClass, [
    () => ofClass.someone.call(completeClass, { params }),
    () => colleague.call(completeClass, { params }),
  ])
  const refused = done.flatMap((each) => (each.status === 'rejected' ? Promise.reject(each.reason as Error) : []))
  expect(refused).toHaveLength(1)
  expect(await refusalOf(refused[0]!)).toMatchObject({ status: 409, code: 'class-completed' })
})

it('walks from a sign to its cell and its sheet, and on to the muster', async () => {
  const { people } = await ofClass.someone.call(musterOfClass, { params: { classId: ofClass.classId } })
  const sixth = people.find(({ seq }) => seq === 6)!
  const walk = (kind: string, id: string) =>
    house.within(async (tx) => (await attendanceTrails.find((trail) => trail.kind === kind)?.describe(tx, id))!)
  const sign = await walk('attendance-sign', sixth.signs[1]!.id)
  expect(sign.title.zh).toBe('3月7日下午 ×')
  expect(sign.organisationId).toBe(ofClass.provider.organisationId)
  const said = Object.fromEntries(sign.says.map(({ label, value }) => [label.zh, value.zh]))
  expect(said).toMatchObject({
    学员: '马*强',
    身份证号: '339901********8501',
    课次: '2022-03-07 13:30–16:30',
    表上所写: '×',
    记为: '缺勤',
    位置: '第9行 E列(E9)',
  })
  expect(sign.restsOn.map(({ kind }) => kind)).toEqual(['attendance-sheet', 'session'])
  expect(sign.leadsTo).toEqual([{ kind: 'muster', id: sixth.musterId, title: expect.anything() }])
  const sheet = await walk('attendance-sheet', sign.restsOn[0]!.id)
  expect(sheet.title.zh).toContain('第2版')
  expect(sheet.leadsTo.filter(({ kind }) => kind === 'muster')).toHaveLength(40)
  expect(sheet.leadsTo).toContainEqual(expect.objectContaining({ kind: 'attendance-sign', id: sign.id }))
  expect(await house.within((tx) => attendanceTrails[0]!.describe(tx, newId()))).toBeUndefined()
})
