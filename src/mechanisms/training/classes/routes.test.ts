import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { savePersons } from '../../../kernel/people/public.ts'
import { officialCalendar } from '../../../kernel/reference/public.ts'
import { civilDate, identityCheckDigit, newId } from '../../../kernel/values/public.ts'
import { Refusal } from '../../../platform/contract/public.ts'
import { filingRoutes } from '../filing/routes.ts'
import { submitClass } from '../filing/contract.ts'
import {
  type GivenProvider,
  givenClass,
  givenPerson,
  givenProvider,
  givenSlotsTaken,
  givenTrainingHouse,
  planOf,
  sessionsOf,
  type TrainingHouse,
} from '../testing.ts'
import { askConflicts, putTimetable } from '../timetable/contract.ts'
import type { PlannedSession } from '../timetable/rules.ts'
import { timetableRoutes } from '../timetable/routes.ts'
import { timeText } from '../timetable/times.ts'
import { sessionTrail } from '../timetable/trail.ts'
import { changePlan, classChoices, draftClass, getClass, listClasses } from './contract.ts'
import { classRoutes } from './routes.ts'
import { classTrail } from './trail.ts'

let house: TrainingHouse
let school: GivenProvider
let rival: GivenProvider

beforeAll(async () => {
  house = await givenTrainingHouse((needs) => [
    ...classRoutes(needs),
    ...timetableRoutes({ calendar: officialCalendar }),
    ...filingRoutes(needs),
  ])
  school = await house.within((tx) => givenProvider(tx, house.vault))
  rival = await house.within((tx) => givenProvider(tx, house.vault))
})
afterAll(() => house.close())

async function refused(work: Promise<unknown>) {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  if (!(error instanceof Refusal)) throw new Error(`expected a refusal, got ${String(error)}`)
  return error.problem
}

const mine = () => house.as(school.actor)
const at = (classId: string) => ({ params: { classId } })
let drafted = 0
const plan = (over = {}) => ({ ...planOf(school), number: `2022年第${(drafted += 1)}期`, ...over })

/** Sessions as they travel. */
const asGiven = (sessions: readonly PlannedSession[]) =>
  sessions.map(({ startMinute, endMinute, ...rest }) => ({
    ...rest,
    from: timeText(startMinute),
    to: timeText(endMinute),
  }))

const sample = () => asGiven(sessionsOf(planOf(school)))

describe('a class is drafted', () => {
  it('under the provider’s own organisation, with the names of everything it uses', async () => {
    const made = await mine().call(draftClass, { body: plan({ number: '春季班' }) })
    expect(made).toMatchObject({
      status: 'draft',
      title: { zh: '春季班 养老护理员(五级/初级工)' },
      provider: { id: school.organisationId },
      kind: { name: { zh: '就业技能培训' } },
      fund: { name: { zh: '就业补助资金' } },
      instructor: { maskedName: '何*芳' },
      roster: null,
      filingNumber: null,
    })
  })

  it('is refused with everything that does not exist, all at once', async () => {
    const problem = await refused(
      mine().call(draftClass, {
        body: plan({
          kind: 'MAGIC',
          occupationId: '2022/炼丹师',
          level: 'L9',
          siteId: rival.siteId,
          instructorId: rival.instructorId,
          endsOn: '2022-03-01',
          theoryHours: 0,
          practiceHours: 0,
        }),
      }),
    )
    expect(problem.items.map((item) => item.at)).toEqual([
      'body.kind',
      'body.occupationId',
      'body.level',
      'body.siteId',
      'body.instructorId',
      'body.endsOn',
      'body.theoryHours',
    ])
  })

  it('has a number that its provider has not used', async () => {
    const body = plan()
    await mine().call(draftClass, { body })
    expect((await refused(mine().call(draftClass, { body }))).detail).toMatch(/已有同名的班级/)
  })

  it('may be changed while a draft, and not once submitted', async () => {
    const { id } = await mine().call(draftClass, { body: plan() })
    expect((await mine().call(changePlan, { ...at(id), body: plan({ capacity: 20 }) })).capacity).toBe(20)
    const submitted = await house.within((tx) => givenClass(tx, house.vault, school, { people: 10 }))
    await mine().call(submitClass, at(submitted))
    const problem = await refused(mine().call(changePlan, { ...at(submitted), body: plan() }))
    expect([problem.status, problem.detail]).toEqual([409, '班级目前是“待审核”状态,不能修改。请刷新后查看'])
    expect((await refused(mine().call(putTimetable, { ...at(submitted), body: { sessions: [] } }))).status).toBe(409)
  })

  it('offers what the provider’s agreements, sites and instructors allow', async () => {
    const choices = await mine().call(classChoices)
    expect(choices.agreed).toMatchObject([
      { occupation: { name: { zh: '养老护理员' } }, highestLevel: 'L3_SENIOR', siteId: school.siteId },
    ])
    expect(choices.sites.flatMap((site) => site.rooms)).toMatchObject([{ name: '一号教室', seats: 50 }])
  })

  it('is not there for another provider', async () => {
    const { id } = await mine().call(draftClass, { body: plan() })
    const stranger = house.as(rival.actor)
    const absent = await refused(stranger.call(getClass, at(newId())))
    expect(await refused(stranger.call(getClass, at(id)))).toEqual(absent)
    expect(await refused(stranger.call(changePlan, { ...at(id), body: plan() }))).toEqual(absent)
    expect(await refused(stranger.call(putTimetable, { ...at(id), body: { sessions: [] } }))).toEqual(absent)
    expect(await refused(stranger.call(askConflicts, { ...at(id), body: { sessions: [] } }))).toEqual(absent)
    expect((await stranger.call(listClasses)).items).toEqual([])
    expect((await stranger.call(listClasses, { query: { provider: school.organisationId } })).items).toEqual([])
  })
})

describe('a plan that is changed under a roster', () => {
  it('has everybody on it judged again at once, and the class says what changed and how many do not pass', async () => {
    const id = await house.within((tx) =>
      givenClass(tx, house.vault, school, { people: 10, group: 'HARD_TO_EMPLOY', named: ['level'] }),
    )
    const before = await mine().call(getClass, at(id))
    expect(before.roster).toMatchObject({ changed: [], disowned: [], stopped: null })

    const capacity = await mine().call(changePlan, { ...at(id), body: plan({ capacity: 20 }) })
    expect(capacity.roster).toMatchObject({ changed: [], stopped: null })

    // The unemployment insurance fund does not pay for them.
    const fund = await mine().call(changePlan, { ...at(id), body: plan({ fund: 'UI_FUND' }) })
    expect(fund.roster).toMatchObject({
      changed: [{ zh: '资金由“就业补助资金”改为“失业保险基金”' }],
      disowned: [],
      stopped: 10,
    })
    const level = await mine().call(changePlan, { ...at(id), body: plan({ level: 'L4_INTERMEDIATE' }) })
    expect(level.roster).toMatchObject({
      changed: [],
      disowned: [{ zh: expect.stringMatching(/^花名册表头写的等级是“五级\/初级工”,计划已改为“四级\/中级工”/) }],
      stopped: 0,
    })
    // And back as it was: nothing has changed.
    expect((await mine().call(changePlan, { ...at(id), body: plan() })).roster).toMatchObject({
      changed: [],
      stopped: null,
    })
  })

  it('is not filed with somebody too old on the new first day, or with a roster that says the former level: each named', async () => {
    const provider = await house.within((tx) => givenProvider(tx, house.vault))
    const own = house.as(provider.actor)
    const id = await house.within(async (tx) => {
      const first17 = '33990119620320101'
      const old = await savePersons(tx, house.vault, [
        {
          id: newId(),
          name: '钟根土',
          identityNumber: first17 + identityCheckDigit(first17),
          sex: 'M',
          birthDate: '1962-03-20',
          phone: null,
        },
      ])
      const personIds = [...old.values()]
      for (let count = 0; count < 10; count += 1) personIds.push(await givenPerson(tx, house.vault))
      return givenClass(tx, house.vault, provider, { personIds, sessions: [], named: ['level'] })
    })
    const moved = { startsOn: civilDate('2022-03-21'), endsOn: civilDate('2022-04-01') }
    const changed = planOf(provider, { ...moved, level: 'L4_INTERMEDIATE' })
    const shown = await own.call(changePlan, { ...at(id), body: changed })
    expect(shown.roster!.stopped).toBe(1)
    await own.call(putTimetable, { ...at(id), body: { sessions: asGiven(sessionsOf(changed)) } })
    const { items } = await refused(own.call(submitClass, at(id)))
    expect(items.map((item) => item.at)).toEqual(['A02', 'C15'])
    expect(items[0]!.detail).toMatch(/^第1号 钟\*土:开班日 2022-03-21 已60周岁/)
    expect(items[1]!.detail).toMatch(/^花名册表头写的等级是“五级\/初级工”/)
  })
})

describe('the list of classes', () => {
  it('is found by state, by part of the number and by the occupation’s name', async () => {
    await mine().call(draftClass, { body: plan({ number: '夜班-特别' }) })
    const found = async (query: object) => (await mine().call(listClasses, { query })).items.map((item) => item.number)
    expect(await found({ search: '夜班' })).toEqual(['夜班-特别'])
    expect(await found({ search: '养老', status: 'draft' })).toContain('夜班-特别')
    expect(await found({ search: '夜班', status: 'filed' })).toEqual([])
    expect(await found({ search: '100%' })).toEqual([])
  })

  it('is read page by page, newest first', async () => {
    const all = (await mine().call(listClasses)).items.map((item) => item.id)
    const first = await mine().call(listClasses, { query: { limit: 2 } })
    const second = await mine().call(listClasses, { query: { limit: 2, after: first.next! } })
    expect([...first.items, ...second.items].map((item) => item.id)).toEqual(all.slice(0, 4))
  })
})

describe('a timetable', () => {
  it('is replaced as a whole', async () => {
    const { id } = await mine().call(draftClass, { body: plan() })
    await mine().call(putTimetable, { ...at(id), body: { sessions: sample() } })
    const { sessions } = await mine().call(putTimetable, {
      ...at(id),
      body: { sessions: sample().slice(0, 3).reverse() },
    })
    expect(sessions.map((session) => `${session.day} ${session.from} ${session.roomName}`)).toEqual([
      '2022-03-07 08:30 一号教室',
      '2022-03-07 13:30 一号教室',
      '2022-03-08 08:30 一号教室',
    ])
    expect(sessions.map(({ kind }) => kind)).toEqual(['safety', 'practice', 'theory'])
    const shown = await mine().call(getClass, at(id))
    expect(shown.sessions).toEqual(sessions)
    expect(shown.safetyHoursMinimum).toBe(4)
  })

  it('is not kept with another provider’s room, or two sessions that begin together', async () => {
    const { id } = await mine().call(draftClass, { body: plan() })
    const [first, second] = sample()
    const problem = await refused(
      mine().call(putTimetable, {
        ...at(id),
        body: { sessions: [first!, { ...first!, roomId: rival.roomId }, { ...second!, to: '13:00' }] },
      }),
    )
    expect(problem.items.map((item) => item.at)).toEqual([
      'body.sessions.1',
      'body.sessions.1.roomId',
      'body.sessions.2.to',
    ])
    expect((await mine().call(getClass, at(id))).sessions).toEqual([])
  })

  it('is not kept when sessions overlap: every pair is named, and nothing is saved', async () => {
    const { id } = await mine().call(draftClass, { body: plan() })
    await mine().call(putTimetable, { ...at(id), body: { sessions: sample() } })
    const [first, ...rest] = sample()
    const problem = await refused(
      mine().call(putTimetable, {
        ...at(id),
        body: { sessions: [first!, ...rest, { ...first!, from: '11:00', to: '14:00' }] },
      }),
    )
    expect(problem.status).toBe(422)
    expect(problem.items.map((item) => [item.at, item.detail])).toEqual([
      [
        'body.sessions.20',
        '第21行(2022-03-07 11:00–14:00)与第1行(2022-03-07 08:30–11:30)时间重叠,一个班不能同时上两节课',
      ],
      [
        'body.sessions.20',
        '第21行(2022-03-07 11:00–14:00)与第2行(2022-03-07 13:30–16:30)时间重叠,一个班不能同时上两节课',
      ],
    ])
    expect((await mine().call(getClass, at(id))).sessions).toHaveLength(20)
  })

  it('has at most five hundred sessions, says so, and of many overlaps names the first and counts the rest', async () => {
    const { id } = await mine().call(draftClass, { body: plan() })
    const many = (count: number) => ({ ...at(id), body: { sessions: Array(count).fill(sample()[0]!) } })
    for (const operation of [putTimetable, askConflicts] as const) {
      const { items } = await refused(mine().call(operation, many(501)))
      expect(items.map(({ at: place, detail }) => [place, detail])).toEqual([
        ['body.sessions', '“课程表”最多 500 个课次,请合并课次或分班,收到的是有 501 项的列表。请改正后再提交。'],
      ])
    }
    const { items } = await refused(mine().call(putTimetable, many(500)))
    expect(items).toHaveLength(101)
    expect(items.at(-1)).toMatchObject({
      at: 'body.sessions',
      detail: '还有 124650 对课次时间重叠没有列出,请先改正以上各行',
    })
  })

  it('is asked about without leaving anything behind, and needs no idempotency key', async () => {
    const { id } = await mine().call(draftClass, { body: plan() })
    const keys = () =>
      house.within((tx) =>
        tx.db.selectFrom('http.idempotency_keys').select('key').where('district', '=', tx.district).execute(),
      )
    const before = await keys()
    await mine().call(askConflicts, { ...at(id), body: { sessions: sample() } })
    expect(await keys()).toEqual(before)
  })

  it('of two hundred and of five hundred identical sessions of a full class is answered in seconds and a few kilobytes', async () => {
    const provider = await house.within((tx) => givenProvider(tx, house.vault))
    const classId = await house.within((tx) => givenClass(tx, house.vault, provider, { people: 45, sessions: [] }))
    const [one] = asGiven(sessionsOf(planOf(provider)))
    for (const count of [200, 500]) {
      const begun = performance.now()
      const answer = await house.as(provider.actor).call(askConflicts, {
        ...at(classId),
        body: { sessions: Array(count).fill(one) },
      })
      expect(performance.now() - begun).toBeLessThan(3000)
      const clashes = answer.findings.filter(({ check }) => check !== 'C04')
      expect(clashes).toHaveLength(40)
      expect(clashes.length + answer.more).toBe((3 * (count * (count - 1))) / 2)
      expect(JSON.stringify(clashes).length).toBeLessThan(20_000)
    }
  })

  it('takes times on the half hour only', async () => {
    const { id } = await mine().call(draftClass, { body: plan() })
    const problem = await refused(
      mine().call(putTimetable, { ...at(id), body: { sessions: [{ ...sample()[0]!, from: '08:40' }] } }),
    )
    expect(problem.items.map((item) => item.at)).toEqual(['body.sessions.0.from'])
  })

  it('says while it is edited what stands against it, row by row, and saves nothing', async () => {
    const provider = await house.within((tx) => givenProvider(tx, house.vault))
    const own = house.as(provider.actor)
    const [first, ...rest] = sessionsOf(planOf(provider))
    const other = await house.within((tx) =>
      givenClass(tx, house.vault, provider, { plan: { number: '先到班' }, sessions: [first!] }),
    )
    await givenSlotsTaken(house, other)
    const { id } = await own.call(draftClass, { body: planOf(provider) })
    const saturday = { ...first!, day: civilDate('2022-03-12'), kind: 'practice' as const }
    const sessions = asGiven([first!, ...rest.slice(0, -1), saturday])
    const { findings, more } = await own.call(askConflicts, { ...at(id), body: { sessions } })
    expect(more).toBe(0)
    expect(findings.map(({ check, rows, sentence }) => [check, rows, sentence.zh])).toEqual([
      ['C04', [19], '2022-03-12 是休息日或法定节假日,请写明排课理由或改期'],
      ['C07', [0], '教室“一号教室”在 2022-03-07 08:30–11:30 已由本机构“先到班 养老护理员”班占用,请换教室或改时间'],
      ['C06', [0], '教师何*芳在 2022-03-07 08:30–11:30 已在本机构“先到班 养老护理员”班任课,请换教师或改时间'],
    ])
    expect((await own.call(getClass, at(id))).sessions).toEqual([])
  })
})

describe('the way from a session to the agreement', () => {
  it('can be walked, step by step', async () => {
    const classId = await house.within((tx) => givenClass(tx, house.vault, school, { people: 2 }))
    const ofClass = (await house.within((tx) => classTrail.describe(tx, classId)))!
    expect(ofClass.restsOn.map((link) => link.kind)).toEqual(['agreement', 'roster-import'])
    expect(ofClass.leadsTo).toHaveLength(20)
    const session = (await house.within((tx) => sessionTrail.describe(tx, ofClass.leadsTo[0]!.id)))!
    expect(session).toMatchObject({
      title: { zh: '课次 2022-03-07 08:30–11:30' },
      says: expect.arrayContaining([
        { label: { zh: '类型', en: 'Kind' }, value: { zh: '安全教育', en: 'Safety education' } },
      ]),
      restsOn: [{ kind: 'class', id: classId }],
      organisationId: school.organisationId,
    })
    expect(await house.within((tx) => classTrail.describe(tx, newId()))).toBeUndefined()
  })
})
