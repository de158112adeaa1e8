import { describe, expect, it } from 'vitest'
import { civilDate, type OfficialCalendar } from '../../../kernel/values/public.ts'
import { patternSessions } from './pattern.ts'
import { type PlannedSession, timetableFindings, type TimetablePlan, type TimetableTerms, totalsOf } from './rules.ts'
import { minuteOf } from './times.ts'

const terms: TimetableTerms = {
  minimumHours: [{ level: 'L5_JUNIOR', classHours: 40 }],
  safetyHoursMinimum: 4,
  practiceShareMinimum: { numerator: 1, denominator: 2 },
  classHourMinutes: 45,
  maxHoursPerDay: 8,
  earliestMinute: minuteOf('07:30'),
  latestMinute: minuteOf('21:30'),
  restDayNeedsReason: true,
}

const calendar: OfficialCalendar = {
  years: [2022],
  exceptions: new Map([
    [civilDate('2022-04-05'), 'holiday'],
    [civilDate('2022-04-02'), 'workday'],
  ]),
}

const plan: TimetablePlan = {
  level: 'L5_JUNIOR',
  startsOn: civilDate('2022-03-07'),
  endsOn: civilDate('2022-03-18'),
  theoryHours: 32,
  practiceHours: 48,
}

const halfDay = (from: string, to: string) => ({ startMinute: minuteOf(from), endMinute: minuteOf(to), classHours: 4 })

const sample = (over: Partial<TimetablePlan> = {}) =>
  patternSessions(
    {
      ...plan,
      ...over,
      safetyHours: 4,
      weekdays: [1, 2, 3, 4, 5],
      halfDays: [halfDay('08:30', '11:30'), halfDay('13:30', '16:30')],
      roomId: 'room',
      instructorId: 'instructor',
    },
    new Set(),
  )

const said = (sessions: readonly PlannedSession[], over: Partial<TimetablePlan> = {}) =>
  timetableFindings({ ...plan, ...over }, sessions, terms, calendar).map(({ sentence }) => sentence.zh)

/** The sample with its first session changed. */
const withFirst = (over: Partial<PlannedSession>) => {
  const [first, ...rest] = sample()
  return [{ ...first!, ...over }, ...rest]
}

describe('the class of sample 01', () => {
  it('is ten weekdays of two half-days, 80 class-hours, and breaks nothing', () => {
    expect(sample()).toHaveLength(20)
    expect(totalsOf(sample())).toEqual({ safety: 4, theory: 32, practice: 48, days: 10 })
    expect(said(sample())).toEqual([])
  })
})

describe('what a timetable may break', () => {
  it('says the hours when they are fewer than the level needs', () => {
    const short = { theoryHours: 12, practiceHours: 24 }
    expect(said(sample(short), short)).toEqual(['共36课时,五级/初级工不得少于40课时,请增加课次'])
  })

  it('asks no minimum of a level for which the county gives none', () => {
    const short = { theoryHours: 4, practiceHours: 4, level: 'L3_SENIOR' as const }
    expect(said(sample(short), short)).toEqual([])
  })

  it('needs its hours of safety education, which count as theory', () => {
    const without = sample().map((each) => ({
      ...each,
      kind: each.kind === 'safety' ? ('theory' as const) : each.kind,
    }))
    expect(said(without)).toEqual(['安全教育课时为0,规定不少于4课时,请把相应课次的类型改为“安全教育”(计入理论课时)'])
    expect(totalsOf(without)).toMatchObject({ safety: 0, theory: 32, practice: 48 })
  })

  it('needs its share of practice, exactly half being enough', () => {
    const half = { theoryHours: 40, practiceHours: 40 }
    expect(said(sample(half), half)).toEqual([])
    const less = { theoryHours: 44, practiceHours: 36 }
    expect(said(sample(less), less)).toEqual(['实操36课时,占总课时45%,不得低于50%'])
  })

  it('must add up to the plan in theory and in practice, and says both differences', () => {
    expect(said(sample(), { theoryHours: 30, practiceHours: 50 })).toEqual([
      '课程表理论共32课时,计划为30课时,请使两者一致',
      '课程表实操共48课时,计划为50课时,请使两者一致',
    ])
  })

  it('has no more hours a day than the county allows', () => {
    expect(said(withFirst({ classHours: 5, endMinute: minuteOf('12:30') }), { theoryHours: 33 })).toEqual([
      '2022-03-07 共9课时,每日不得超过8课时',
    ])
  })

  it('gives no more class-hours than a session has minutes for', () => {
    expect(said(withFirst({ endMinute: minuteOf('11:00') }))).toEqual([
      '2022-03-07 08:30–11:00 只有150分钟,4课时需要180分钟',
    ])
    expect(said(withFirst({ endMinute: minuteOf('12:00') }))).toEqual([])
  })

  it('keeps to the hours of the day', () => {
    expect(said(withFirst({ startMinute: minuteOf('19:00'), endMinute: minuteOf('22:00') }))).toEqual([
      '2022-03-07 19:00–22:00 不在规定的上课时段 07:30–21:30 内',
    ])
  })

  it('keeps to the dates of the class', () => {
    expect(said(withFirst({ day: civilDate('2022-03-04') }))).toEqual([
      '2022-03-04 08:30–11:30 不在开班期间 2022-03-07 至 2022-03-18 内',
    ])
  })

  it('needs a reason for a rest day, and takes any', () => {
    const saturday = civilDate('2022-03-12')
    expect(said(withFirst({ day: saturday }))).toEqual(['2022-03-12 是休息日或法定节假日,请写明排课理由或改期'])
    expect(said(withFirst({ day: saturday, reason: '学员均为在职人员' }))).toEqual([])
  })

  it('takes a worked Saturday for a working day and a holiday in the week for a rest day', () => {
    const spring = {
      startsOn: civilDate('2022-04-02'),
      endsOn: civilDate('2022-04-29'),
      theoryHours: 32,
      practiceHours: 48,
    }
    const moved = (day: string) => [
      { ...sample(spring)[0]!, day: civilDate(day) },
      ...sample(spring)
        .filter((each) => each.day !== '2022-04-05')
        .slice(1),
    ]
    const restDays = (day: string) => said(moved(day), spring).filter((sentence) => sentence.includes('休息日'))
    expect(restDays('2022-04-02')).toEqual([])
    expect(restDays('2022-04-05')).toHaveLength(1)
  })

  it('has no answer for a year whose calendar is not entered, which is said and is no fault', () => {
    const next = { startsOn: civilDate('2027-03-08'), endsOn: civilDate('2027-03-19') }
    const findings = timetableFindings({ ...plan, ...next }, sample(next), terms, calendar)
    expect(new Set(findings.map(({ answered, sentence }) => `${answered} ${sentence.zh}`))).toEqual(
      new Set(['false 2027年的法定节假日安排尚未录入,不能计算工作日']),
    )
  })

  it('names the rows it concerns, so that the page can show it there', () => {
    const findings = timetableFindings(
      plan,
      withFirst({ classHours: 9, endMinute: minuteOf('16:00') }),
      terms,
      calendar,
    )
    const long = findings.find(({ sentence }) => sentence.zh.includes('每日'))
    expect(long?.rows).toEqual([0, 1])
  })
})
