import { afterAll, beforeAll, expect, it } from 'vitest'
import { officialCalendar } from '../../../kernel/reference/public.ts'
import { addDays, civilDate } from '../../../kernel/values/public.ts'
import {
  askCheck,
  type GivenProvider,
  givenClass,
  givenProvider,
  givenTrainingHouse,
  planOf,
  sessionsOf,
  type TrainingHouse,
} from '../testing.ts'
import { timetableCheck } from './c04-timetable.ts'

let house: TrainingHouse
let school: GivenProvider
const check = timetableCheck({ calendar: officialCalendar })

beforeAll(async () => {
  house = await givenTrainingHouse()
  school = await house.within((tx) => givenProvider(tx, house.vault))
})
afterAll(() => house.close())

const asked = async (over: Parameters<typeof givenClass>[3]) => {
  const classId = await house.within((tx) => givenClass(tx, house.vault, school, over))
  return (await askCheck(house, check, classId))[0]!
}

it('passes the timetable of sample 01', async () => {
  expect(await asked({})).toMatchObject({ outcome: 'passed', zh: '10天,理论32课时(其中安全教育4课时),实操48课时' })
})

it('fails without a timetable', async () => {
  expect(await asked({ sessions: [] })).toMatchObject({ outcome: 'failed', zh: '还没有课程表,请先排课' })
})

it('fails with fewer hours of safety education than the county asks, and says how many there are and must be', async () => {
  const [first, ...rest] = sessionsOf(planOf(school))
  expect(await asked({ sessions: [{ ...first!, kind: 'theory' }, ...rest] })).toMatchObject({
    outcome: 'failed',
    zh: '安全教育课时为0,规定不少于4课时,请把相应课次的类型改为“安全教育”(计入理论课时)',
  })
})

it('says everything that is wrong, each once, with a session to look at', async () => {
  const [first, second, ...rest] = sessionsOf(planOf(school))
  const saturday = civilDate('2022-03-12')
  const { outcome, zh, evidence } = await asked({
    sessions: [{ ...first!, day: saturday }, { ...second!, day: saturday }, ...rest],
    plan: { theoryHours: 30 },
  })
  expect(outcome).toBe('failed')
  expect(zh).toBe('课程表理论共32课时,计划为30课时,请使两者一致;2022-03-12 是休息日或法定节假日,请写明排课理由或改期')
  expect(evidence).toMatchObject([{ kind: 'session' }])
})

it('keeps the first of very many faults, and says how many more there are', async () => {
  const [first] = sessionsOf(planOf(school))
  const sessions = Array.from({ length: 30 }, (_, at) => ({ ...first!, day: addDays(civilDate('2022-05-01'), at) }))
  const { zh } = await asked({ sessions, plan: { theoryHours: 120, practiceHours: 0 } })
  expect(zh.split(';')).toHaveLength(21)
  expect(zh).toMatch(/;还有 \d+ 处没有列出,请先改正以上各处$/)
})

it('asks the county’s own calendar: a Saturday it made a working day needs no reason', async () => {
  const [first, ...rest] = sessionsOf(planOf(school))
  const over = { sessions: [{ ...first!, day: civilDate('2022-03-12') }, ...rest] }
  expect((await asked(over)).outcome).toBe('failed')
  await house.within((tx) =>
    tx.db
      .insertInto('reference.calendar_changes')
      .values({
        district: tx.district,
        id: school.siteId,
        day: '2022-03-12',
        kind: 'workday',
        reason: '调休',
        changed_by: school.siteId,
      })
      .execute(),
  )
  expect((await asked(over)).outcome).toBe('passed')
})

it('cannot answer for a year without an official calendar, and is then unavailable, never passed', async () => {
  const plan = { startsOn: civilDate('2031-03-10'), endsOn: civilDate('2031-03-21') }
  const { outcome, zh } = await asked({ plan, sessions: sessionsOf(planOf(school, plan)) })
  expect([outcome, zh]).toEqual(['unavailable', '2031年的法定节假日安排尚未录入,不能计算工作日'])
})
