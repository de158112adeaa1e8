import { beforeAll, expect, it } from 'vitest'
import type { Grid } from '../../../platform/office/public.ts'
import { shippedParameters } from '../../../kernel/policy/testing.ts'
import { addDays, type CivilDate, civilDate, weekday } from '../../../kernel/values/public.ts'
import { AFTER_THE_CLASS, peopleOfSample, sampleGrid, withCells, withoutRows } from '../sheets/testing.ts'
import { type AttendanceTerms, judgeAttendance, readAttendance } from './rules.ts'
import { readHeading, type SessionPlanned } from './session-columns.ts'

const DAYS = { startsOn: civilDate('2022-03-07'), endsOn: civilDate('2022-03-18') }

/** Ten weekdays, 08:30–11:30 and 13:30–16:30. */
const SESSIONS: SessionPlanned[] = Array.from({ length: 12 }, (_, at) => addDays(DAYS.startsOn, at))
  .filter((day) => weekday(day) <= 5)
  .flatMap((day) => [
    { id: `${day} am`, day, startMinute: 510, endMinute: 690 },
    { id: `${day} pm`, day, startMinute: 810, endMinute: 990 },
  ])

let sheet: Grid
let terms: AttendanceTerms

beforeAll(async () => {
  sheet = await sampleGrid('05')
  const marks = shippedParameters('331102', DAYS.endsOn).get('attendance.marks').value
  terms = { ...DAYS, sessions: SESSIONS, ...(await peopleOfSample()), marks }
})

function judge(grid: Grid, over: Partial<AttendanceTerms> = {}) {
  const read = readAttendance(grid, AFTER_THE_CLASS)
  if ('unfit' in read) throw new Error(read.unfit.en)
  return judgeAttendance(read, { ...terms, ...over })
}

const told = (grid: Grid, over: Partial<AttendanceTerms> = {}) =>
  judge(grid, over).problems.map(({ sheetRow, sentence }) => `${sheetRow}: ${sentence.zh}`)

it('reads forty people by twenty half-days, each sign with its very cell', () => {
  const judged = judge(sheet)
  expect(judged.problems).toEqual([])
  expect(judged.rowCount).toBe(40)
  expect(judged.value).toHaveLength(800)
  expect(judged.value?.find((sign) => sign.enrolmentId === 'enrolment-5' && sign.credit === 'absent')).toEqual({
    enrolmentId: 'enrolment-5',
    sessionId: '2022-03-18 am',
    written: '×',
    credit: 'absent',
    sheetRow: 8,
    sheetColumn: 21,
  })
  expect(judged.value?.filter((sign) => sign.enrolmentId === 'enrolment-6' && sign.credit !== 'absent')).toHaveLength(9)
})

it('names the cell of a mark nobody knows, and the marks that are known', () => {
  const [only, ...others] = told(withCells(sheet, { E9: 'ok' }))
  expect(others).toEqual([])
  expect(only).toMatch(/^9: E9\(3月7日下午\)的“ok”不认识,应为:√ .*迟到.*请假.*×/)
})

it('takes no blank for present or absent', () => {
  expect(told(withCells(sheet, { W43: null }))[0]).toMatch(/^43: W43\(3月18日下午\)没有填写/)
})

it('tells everything at once, in the order of the sheet', () => {
  const worse = withCells(withoutRows(sheet, 13), {
    B5: '胡永平',
    C6: '339901197706180675',
    C7: '339901199003071234',
    D9: '?',
  })
  const problems = told(worse)
  expect(problems).toHaveLength(5)
  expect(problems.join('\n')).toMatch(/^5: 姓名与花名册不符$/m)
  expect(problems.join('\n')).toMatch(/^6: 与表格第4行是同一人/m)
  expect(problems.join('\n')).toMatch(/^9: D9/m)
  expect(judge(worse).value).toBeNull()
})

it('says who of the roster is missing, and who is not on it', () => {
  expect(told(withoutRows(sheet, 13))).toEqual(['3: 花名册序号10 韩*艳 不在表上,请补上这一行'])
  const people = terms.people.filter((person) => person.seq !== 40)
  expect(told(sheet, { people })).toEqual(['43: 不在本班花名册'])
})

it('never repeats an identity number or a name in clear', () => {
  const told = JSON.stringify(judge(withCells(withoutRows(sheet, 13), { C6: '339901197706180675' })).problems)
  expect(told).not.toMatch(/\d{15}|韩彩艳/)
})

it('refuses a date without a session and a session without a column', () => {
  const problems = told(withCells(sheet, { V2: '3.21' }))
  expect(problems).toContain('3: 课程表上 3月21日上午没有课,请核对日期')
  expect(problems).toContain('3: 3月18日上午(08:30)有课,表上没有这一列,请补上')
})

it('refuses a day that stands on the sheet twice', () => {
  expect(told(withCells(sheet, { F2: '3.7' }))).toContain('3: 3月7日上午有两列,请只留一列')
})

it('explains a date that lost its zero when it was stored as a number', () => {
  const lost = { ...sheet, rows: sheet.rows.map((row) => (row.row === 2 ? numberAt(row, 9, '3.1') : row)) }
  expect(told(lost).join('\n')).toContain('3.10 会变成 3.1')
})

const numberAt = (row: Grid['rows'][number], column: number, text: string) => ({
  ...row,
  cells: row.cells.map((cell) => (cell.column === column ? { ...cell, text, raw: 'number' as const } : cell)),
})

it('counts one sign for every session of a half-day', () => {
  const [first, ...rest] = SESSIONS as [SessionPlanned, ...SessionPlanned[]]
  const sessions = [{ ...first, endMinute: 600 }, { ...first, id: 'second', startMinute: 600 }, ...rest]
  const judged = judge(sheet, { sessions })
  expect(judged.problems).toEqual([])
  expect(judged.value?.filter((sign) => sign.sheetRow === 4 && sign.sheetColumn === 3).map((s) => s.sessionId)).toEqual(
    [first.id, 'second'],
  )
})

it('wants a column of its own for an evening session', () => {
  const evening = { id: 'evening', day: DAYS.startsOn, startMinute: 18 * 60 + 30, endMinute: 20 * 60 + 30 }
  expect(told(sheet, { sessions: [...SESSIONS, evening] })).toEqual(['3: 3月7日晚上(18:30)有课,表上没有这一列,请补上'])
})

it('reads headings as offices write them, with the year of the class', () => {
  const read = (text: string, days = DAYS) => readHeading(text, days)
  expect(read('3.7上午')).toEqual({ day: '2022-03-07', half: 'morning' })
  expect(read('3月18日(周五) 下午')).toEqual({ day: '2022-03-18', half: 'afternoon' })
  expect(read('2022-03-07')).toEqual({ day: '2022-03-07', half: null })
  expect(read('备注')).toBeNull()
  expect(read('3.32上午')).toBe(false)
  const winter = { startsOn: civilDate('2022-12-26'), endsOn: civilDate('2023-01-06') }
  expect(read('1.4', winter)).toEqual({ day: '2023-01-04' as CivilDate, half: null })
})
