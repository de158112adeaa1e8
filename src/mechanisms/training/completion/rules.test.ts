import fc from 'fast-check'
import { beforeAll, expect, it } from 'vitest'
import { shippedParameters } from '../../../kernel/policy/testing.ts'
import { addDays, civilDate, weekday } from '../../../kernel/values/public.ts'
import { judgeAttendance, readAttendance } from '../attendance/rules.ts'
import { marksTermsOn } from '../evaluation/marks-terms.ts'
import { judgeMarks, readMarks } from '../evaluation/rules.ts'
import { AFTER_THE_CLASS, peopleOfSample, sampleGrid } from '../sheets/testing.ts'
import { ratioText } from './ratio.ts'
import {
  type AttendanceTerms,
  attendedOf,
  attendedRatio,
  type Completable,
  creditedMinutes,
  type Lines,
  obstaclesTo,
  shortfallsOf,
} from './rules.ts'

const DAYS = { startsOn: civilDate('2022-03-07'), endsOn: civilDate('2022-03-18') }
const PARAMETERS = shippedParameters('331102', DAYS.endsOn)
const TERMS: AttendanceTerms = { marks: PARAMETERS.get('attendance.marks').value }
const LINES: Lines = {
  attendance: PARAMETERS.get('attendance.personMinimum').value,
  marks: marksTermsOn(PARAMETERS).lines,
}
const MORNING = { id: 'am', startMinute: 510, endMinute: 690 }
const AFTERNOON = { id: 'pm', startMinute: 810, endMinute: 1020 }

const SESSIONS = Array.from({ length: 12 }, (_, at) => addDays(DAYS.startsOn, at))
  .filter((day) => weekday(day) <= 5)
  .flatMap((day) => [
    { id: `${day} am`, day, startMinute: 510, endMinute: 690 },
    { id: `${day} pm`, day, startMinute: 810, endMinute: 990 },
  ])

it('credits being late in full, and leave not at all, because the county says so', () => {
  expect(creditedMinutes(MORNING, { written: '√', credit: 'present' }, TERMS)).toBe(180)
  expect(creditedMinutes(MORNING, { written: '迟到', credit: 'late' }, TERMS)).toBe(180)
  expect(creditedMinutes(MORNING, { written: '请假', credit: 'leave' }, TERMS)).toBe(0)
  expect(creditedMinutes(MORNING, { written: '×', credit: 'absent' }, TERMS)).toBe(0)
  const strict = { marks: TERMS.marks.map((mark) => ({ ...mark, credited: mark.kind === 'present' })) }
  expect(creditedMinutes(MORNING, { written: '迟到', credit: 'late' }, strict)).toBe(0)
})

it('credits nothing without a sign', () => {
  expect(creditedMinutes(MORNING, undefined, TERMS)).toBe(0)
})

it('sums up sessions and minutes apart: half-days are not of one length', () => {
  const signs = new Map([['pm', { written: '√', credit: 'present' as const }]])
  expect(attendedOf([MORNING, AFTERNOON], signs, TERMS)).toEqual({
    plannedSessions: 2,
    attendedSessions: 1,
    plannedMinutes: 390,
    attendedMinutes: 210,
  })
})

it('never credits more than was planned', () => {
  const written = fc.constantFrom('√', '迟到', '请假', '×')
  const credit = fc.constantFrom('present', 'late', 'leave', 'absent' as const)
  fc.assert(
    fc.property(fc.array(fc.record({ written, credit }), { maxLength: 20 }), (signs) => {
      const bySession = new Map(signs.map((sign, at) => [SESSIONS[at]?.id ?? '', sign]))
      const attended = attendedOf(SESSIONS, bySession, TERMS)
      expect(attended.attendedMinutes).toBeLessThanOrEqual(attended.plannedMinutes)
      expect(attended.attendedSessions).toBeLessThanOrEqual(signs.length)
    }),
  )
})

it('meets the line at exactly four fifths, and never by rounding up', () => {
  const at = (attendedSessions: number, plannedSessions: number) =>
    shortfallsOf(
      { attended: { attendedSessions, plannedSessions, plannedMinutes: 1, attendedMinutes: 0 }, points: undefined },
      LINES,
    )
  expect(at(16, 20)).toEqual([])
  expect(at(15, 20)).toHaveLength(1)
  expect(at(7999, 10000)[0]?.sentence.zh).toContain('79.9%')
})

let results: { seq: number; ratio: string; below: string[] }[]

beforeAll(async () => {
  const class01 = await peopleOfSample()
  const attendance = readAttendance(await sampleGrid('05'), AFTER_THE_CLASS)
  const marks = readMarks(await sampleGrid('06'), AFTER_THE_CLASS)
  if ('unfit' in attendance || 'unfit' in marks) throw new Error('the samples are not read')
  const signs = judgeAttendance(attendance, { ...DAYS, sessions: SESSIONS, ...class01, ...TERMS }).value ?? []
  const marked =
    judgeMarks(marks, {
      ...class01,
      ...marksTermsOn(PARAMETERS),
      kind: 'SKILL_LEVEL',
      level: 'L5_JUNIOR',
      issuedOn: civilDate('2022-03-25'),
      known: new Map(),
    }).value ?? []
  results = class01.people.map(({ seq, enrolmentId }) => {
    const own = signs.filter((sign) => sign.enrolmentId === enrolmentId)
    const attended = attendedOf(SESSIONS, new Map(own.map((sign) => [sign.sessionId, sign])), TERMS)
    const points = marked.find((person) => person.enrolmentId === enrolmentId)?.points
    return {
      seq,
      ratio: ratioText(attendedRatio(attended)),
      below: shortfallsOf({ attended, points }, LINES).map(({ sentence }) => sentence.zh),
    }
  })
})

it('finds on the real sheets that no. 6 attended 9 of 20 half-days', () => {
  expect(results[5]).toEqual({ seq: 6, ratio: '9/20(45%)', below: ['出勤 9/20(45%),低于 80%'] })
})

it('finds on the real sheets that exactly 37 of forty meet both lines', () => {
  expect(results.filter(({ below }) => below.length === 0)).toHaveLength(37)
  expect(results.flatMap(({ seq, below }) => (below.length > 0 ? [[seq, ...below]] : []))).toEqual([
    [6, '出勤 9/20(45%),低于 80%'],
    [8, '理论成绩58分低于60分'],
    [12, '技能成绩缺考'],
  ])
})

const READY: Completable = {
  status: 'filed',
  endsOn: DAYS.endsOn,
  today: AFTER_THE_CLASS,
  hasAttendance: true,
  hasMarks: true,
  people: [{ seq: 1, isSigned: true, isMarked: true }],
}

it('lets a class be completed when it is filed, over, signed and marked', () => {
  expect(obstaclesTo(READY)).toEqual([])
})

it('says everything that keeps a class from being completed, not only the first', () => {
  const none = { ...READY, status: 'submitted' as const, today: DAYS.startsOn, hasAttendance: false, hasMarks: false }
  expect(obstaclesTo(none).map(({ zh }) => zh)).toEqual([
    '本班还没有备案',
    '班级 2022-03-18 才结束',
    '还没有导入考勤表',
    '还没有导入成绩登记表',
  ])
  const gaps = { ...READY, people: [{ seq: 3, isSigned: false, isMarked: false }] }
  expect(obstaclesTo(gaps)).toHaveLength(2)
})
