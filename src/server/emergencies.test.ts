import pg from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { planSampleClass } from '../../demo/sample-class.ts'
import { whoAmI } from '../kernel/access/contract.ts'
import {
  countEmergencies,
  emergencyChoices,
  endEmergency,
  getEmergency,
  listEmergencies,
  reviewUse,
  takeEmergency,
} from '../kernel/access/emergencies/contract.ts'
import { NEVER_OPENED, opensBesides, whyNeverOpened } from '../kernel/access/emergencies/rules.ts'
import { insertReview } from '../kernel/access/emergencies/store.ts'
import { ALL_PERMISSIONS, PERMISSIONS_OF, permissionsOf, type Role } from '../kernel/access/permissions.ts'
import { countAwaitingNotice } from '../kernel/funds/public-notices/contract.ts'
import { listActs } from '../kernel/record/public.ts'
import { papersOf } from '../kernel/record/paper/contract.ts'
import { changeCalendar } from '../kernel/reference/contract.ts'
import { newId } from '../kernel/values/public.ts'
import { classQueue } from '../mechanisms/training/filing/contract.ts'
import { Refusal } from '../platform/contract/public.ts'
import { brokenConstraint, inDistrict } from '../platform/db/public.ts'
import { givenHouse, LIANDU, type Someone, type TestHouse } from './testing.ts'

let house: TestHouse
let owner: pg.Client
let [clerk, finance, reviewer, deputy, director, admin, auditor, school]: Someone[] = []
beforeAll(async () => {
  house = await givenHouse()
  ;[clerk, finance, reviewer, deputy, director, admin, auditor, school] = await Promise.all(
    ['clerk', 'finance', 'reviewer', 'deputy', 'director', 'admin', 'auditor', 'school'].map((name) => house.as(name)),
  )
  owner = new pg.Client({ connectionString: house.database.superuserUrl })
  await owner.connect()
}, 120_000)
afterEach(() => vi.useRealTimers())
afterAll(async () => {
  await owner.end()
  await house.close()
})

const refusal = async (asked: Promise<unknown>) => {
  const error = await asked.then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  expect(error).toBeInstanceOf(Refusal)
  return (error as Refusal).problem
}
const taking = (role: Role, over: object = {}) => ({
  body: { role, minutes: 30, reason: '经办出差,开班材料今天必须审核', ticket: 'GD-2026-118', ...over },
})
const of = (id: string) => ({ params: { emergencyId: id } })
const end = (by: Someone, id: string) => by.call(endEmergency, of(id))
const holiday = (reason: string) => ({
  params: { day: '2022-04-29' },
  body: { kind: 'workday' as const, reason },
})

describe('somebody who takes a post in an emergency', () => {
  it('has it at once and in every open session, does what it opens, and each use is kept for another to review', async () => {
    expect((await refusal(finance!.call(classQueue, { query: {} }))).status).toBe(403)
    const { id } = await finance!.call(takeEmergency, taking('clerk'))
    expect(await finance!.call(whoAmI)).toMatchObject({ roles: ['finance'], emergency: { id, role: { zh: '经办岗' } } })
    await finance!.call(classQueue, { query: {} })
    await finance!.call(classQueue, { query: {} })
    // What the navigation counts by itself is in the record, and nobody need answer it.
    await finance!.call(countAwaitingNotice)
    await finance!.call(changeCalendar, holiday('防汛值班'))
    await finance!.call(changeCalendar, holiday('防汛值班,改期'))
    // What finance does by their own post is no use of it.
    await finance!.call(listEmergencies, { query: {} })
    const { used } = await director!.call(getEmergency, of(id))
    expect(used.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'GET /training/classes/queue',
      'PUT /reference/calendar/2022-04-29',
      'PUT /reference/calendar/2022-04-29',
    ])
    const acts = await inDistrict(house.connection.db, LIANDU, (tx) => listActs(tx, 'emergency', id))
    expect(acts.map(({ act }) => act)).toEqual(['emergency.taken', ...Array(5).fill('emergency.used')])
    expect(acts[4]!.detail).toMatchObject({ method: 'PUT', subject: '2022-04-29', permission: 'calendar.edit' })
    const { rows } = await owner.query(
      "select detail from record.acts where district = $1 and act like 'calendar%' and detail ? 'inEmergency'",
      [LIANDU],
    )
    expect(rows.length).toBe(2)
    await end(finance!, id)
  })

  it('keeps what a paper asked for, though the operation itself names no post', async () => {
    const { classId } = await planSampleClass(school!.call)
    const paper = { params: { kind: 'class', subjectId: classId } }
    expect((await refusal(admin!.call(papersOf, paper))).status).toBe(404)
    const { id } = await admin!.call(takeEmergency, taking('clerk'))
    await admin!.call(papersOf, paper)
    const { used } = await director!.call(getEmergency, of(id))
    expect(used.map(({ path }) => path)).toEqual([`/papers/of/class/${classId}`])
    await end(admin!, id)
    expect((await refusal(admin!.call(papersOf, paper))).status).toBe(404)
  })

  it('keeps nothing of what was refused', async () => {
    const { id } = await finance!.call(takeEmergency, taking('clerk'))
    const nowhere = { params: { day: '2022-04-29' }, body: { kind: null, reason: 'x' } }
    expect((await refusal(finance!.call(changeCalendar, nowhere))).status).toBe(400)
    expect((await director!.call(getEmergency, of(id))).used).toEqual([])
    await end(finance!, id)
  })

  it('has it until the very second, and not at it', async () => {
    const { id, until } = await finance!.call(takeEmergency, taking('clerk', { minutes: 1 }))
    vi.useFakeTimers({ toFake: ['Date'] })
    vi.setSystemTime(new Date(until).getTime() - 1)
    await finance!.call(classQueue, { query: {} })
    expect((await finance!.call(whoAmI)).emergency).toMatchObject({ id })
    vi.setSystemTime(new Date(until))
    expect((await refusal(finance!.call(classQueue, { query: {} }))).status).toBe(403)
    expect((await finance!.call(whoAmI)).emergency).toBeNull()
    expect(await director!.call(getEmergency, of(id))).toMatchObject({ state: 'over', uses: 1 })
    expect((await refusal(end(finance!, id))).code).toBe('emergency-over')
    vi.useRealTimers()
    await end(finance!, id)
  })

  it('ends it by a button, and a head ends anybody’s, but no colleague', async () => {
    const first = await finance!.call(takeEmergency, taking('clerk'))
    expect((await refusal(end(reviewer!, first.id))).detail).toBe('只有取用人本人、局领导或系统管理员可以结束它。')
    await end(finance!, first.id)
    expect((await refusal(finance!.call(classQueue, { query: {} }))).status).toBe(403)
    const second = await finance!.call(takeEmergency, taking('clerk'))
    await end(deputy!, second.id)
    expect((await refusal(finance!.call(classQueue, { query: {} }))).status).toBe(403)
    expect((await director!.call(getEmergency, of(second.id))).ended).not.toBeNull()
  })

  it('is told everything that keeps them from it at once, with what to do', async () => {
    const { id } = await finance!.call(takeEmergency, taking('clerk'))
    const { detail, items } = await refusal(finance!.call(takeEmergency, taking('auditor', { minutes: 45 })))
    expect(detail).toBe('没有取用,下面是全部原因。')
    expect(items.map((item) => item.detail)).toEqual([
      '“内审岗”不能紧急取用。请另选岗位。',
      '时长 45 分钟超过上限,请填 30 分钟以内。',
      '您已有一项紧急授权在使用中,请先结束它。',
    ])
    await end(finance!, id)
    expect((await refusal(clerk!.call(takeEmergency, taking('clerk')))).items[0]!.detail).toContain('没有您尚不具备')
    const short = await refusal(finance!.call(takeEmergency, taking('clerk', { reason: '急', ticket: '' })))
    expect(short.items.map((item) => item.detail)).toHaveLength(2)
    expect((await refusal(auditor!.call(takeEmergency, taking('clerk')))).status).toBe(403)
    expect((await refusal(school!.call(takeEmergency, taking('clerk')))).status).toBe(403)
  })

  it('is offered only what they lack and an emergency opens', async () => {
    const { roles, mostMinutes } = await finance!.call(emergencyChoices)
    expect(mostMinutes).toBe(30)
    const opens = roles.find(({ role }) => role === 'clerk')!.opens.map(({ zh }) => zh)
    expect(opens).toContain('审核开班')
    expect(opens).not.toContain('复核申领单')
    expect(roles.map(({ role }) => role)).not.toContain('finance')
  })
})

describe('the review', () => {
  it('tells the heads at once, on their start page and by short message, and never who took it', async () => {
    const before = house.messages.length
    const calm = await director!.call(countEmergencies)
    const { id } = await deputy!.call(takeEmergency, taking('clerk', { reason: '局长外出,分管代为审核开班' }))
    expect(await director!.call(countEmergencies)).toMatchObject({ inForce: calm.inForce + 1 })
    expect(await finance!.call(countEmergencies)).toEqual({ inForce: 0, waiting: 0, overdue: 0 })
    const own = await deputy!.call(countEmergencies)
    expect(own.inForce).toBe(0)
    await vi.waitFor(() => expect(house.messages.length).toBeGreaterThan(before))
    const told = house.messages.slice(before)
    expect(told).toHaveLength(1)
    expect(told[0]!.text).toMatch(/^【山匠】.+于紧急情况下取用“经办岗”,至 \d\d:\d\d。/)
    await end(deputy!, id)
  })

  it('answers each use once, by another natural person, with a word', async () => {
    const { id } = await deputy!.call(takeEmergency, taking('clerk'))
    await deputy!.call(classQueue, { query: {} })
    await end(deputy!, id)
    const [use] = (await director!.call(getEmergency, of(id))).used
    const asked = { params: { emergencyId: id, useId: use!.id }, body: { justified: false, word: '当时经办在岗' } }
    expect((await refusal(deputy!.call(reviewUse, asked))).code).toBe('own-emergency')
    expect((await refusal(clerk!.call(reviewUse, asked))).status).toBe(403)
    await director!.call(reviewUse, asked)
    expect((await refusal(admin!.call(reviewUse, asked))).code).toBe('use-answered')
    expect(await deputy!.call(getEmergency, of(id))).toMatchObject({
      unanswered: 0,
      unjustified: 1,
      used: [{ review: { justified: false, word: '当时经办在岗' } }],
    })
  })

  it('is overdue after its hours, which the heads see, and who took it takes nothing until it is done', async () => {
    const { id } = await reviewer!.call(takeEmergency, taking('clerk'))
    await reviewer!.call(classQueue, { query: {} })
    await end(reviewer!, id)
    expect((await director!.call(getEmergency, of(id))).isOverdue).toBe(false)
    await owner.query("update access.emergencies set review_by = now() - interval '1 minute' where id = $1", [id])
    expect((await director!.call(countEmergencies)).overdue).toBe(1)
    expect((await director!.call(getEmergency, of(id))).isOverdue).toBe(true)
    const { items } = await refusal(reviewer!.call(takeEmergency, taking('clerk')))
    expect(items.map((item) => item.detail)).toEqual(['您以前的紧急授权有 1 条使用超期未复核,请先联系领导复核。'])
    const [use] = (await director!.call(getEmergency, of(id))).used
    const answer = { justified: true, word: '确有必要' }
    await director!.call(reviewUse, { params: { emergencyId: id, useId: use!.id }, body: answer })
    await end(reviewer!, (await reviewer!.call(takeEmergency, taking('clerk'))).id)
  })
})

describe('what no emergency opens', () => {
  it('is everything that demands the second factor anew', async () => {
    const fresh = house.routes.map(({ endpoint }) => endpoint).filter(({ may, fresh: is }) => is && may !== 'signed-in')
    expect(fresh.length).toBeGreaterThan(9)
    const { id } = await admin!.call(takeEmergency, taking('clerk'))
    // Their permission is a reading one, which an emergency opens otherwise.
    const openedByReading = fresh.filter(({ may }) => whyNeverOpened(may) === undefined)
    expect(openedByReading.map(({ path }) => path.split('/').at(-1))).toEqual(Array(3).fill('marked-workbook'))
    const params = { classId: newId(), importId: newId(), uploadId: newId() }
    for (const endpoint of openedByReading)
      expect(await refusal(admin!.call(endpoint, { params }))).toMatchObject({
        status: 403,
        code: 'not-in-an-emergency',
      })
    await end(admin!, id)
  })

  it('is what moves money, signs, draws, gives roles or opens personal data, whatever the role', () => {
    for (const role of Object.keys(PERMISSIONS_OF) as Role[]) {
      const opens = opensBesides(role, new Set())
      expect(opens.filter((each) => /^(batch|recovery)\.(?!read)/.test(each))).toEqual([])
      for (const never of ['claim.approve', 'override.confirm', 'case.conclude', 'account.confirm', 'access.manage'])
        expect(opens).not.toContain(never)
    }
    expect(opensBesides('auditor', new Set())).toEqual([])
    expect(opensBesides('clerk', permissionsOf(['clerk']))).toEqual([])
  })

  it('is written down with a reason, and names only what there is', () => {
    for (const name of Object.keys(NEVER_OPENED))
      expect(
        [...ALL_PERMISSIONS].some((each) => (name.endsWith('.') ? each.startsWith(name) : each === name)),
        name,
      ).toBe(true)
  })
})

describe('the database’s own opinion', () => {
  async function given(over: object = {}) {
    const { rows } = await owner.query(
      "select id, person_id from access.accounts where district = $1 and name = 'finance'",
      [LIANDU],
    )
    return insert('access.emergencies', {
      district: LIANDU,
      id: newId(),
      account_id: rows[0].id,
      person_id: rows[0].person_id,
      role: 'clerk',
      reason: '直接写入数据库',
      ticket: 'GD-1',
      began_at: new Date(),
      until_at: new Date(Date.now() + 60 * 60_000 - 1),
      review_by: new Date(Date.now() + 86_400_000),
      ...over,
    })
  }
  const insert = (table: string, row: Record<string, unknown>) =>
    owner
      .query(
        `insert into ${table} (${Object.keys(row).join(', ')}) values (${Object.keys(row)
          .map((_, at) => `$${at + 1}`)
          .join(', ')})`,
        Object.values(row),
      )
      .then(() => undefined, brokenConstraint)

  it('knows no emergency of more than an hour, none that began long ago, and none for the auditor’s post', async () => {
    expect(await given({ until_at: new Date(Date.now() + 61 * 60_000) })).toBe('an_emergency_lasts_an_hour_at_most')
    const lastWeek = new Date(Date.now() - 7 * 86_400_000)
    const until = new Date(lastWeek.getTime() + 60_000)
    expect(await given({ began_at: lastWeek, until_at: until })).toBe('an_emergency_begins_when_it_is_taken')
    expect(await given({ role: 'auditor' })).toBe('roles_that_no_emergency_gives')
  })

  it('takes no use after its time, and no review by who used it, whatever the program says', async () => {
    const { id } = await finance!.call(takeEmergency, taking('clerk'))
    await finance!.call(classQueue, { query: {} })
    await end(finance!, id)
    const { rows } = await owner.query('select * from access.emergency_uses where emergency_id = $1', [id])
    const { recorded_at: _, ...use } = rows[0]
    const late = { ...use, id: newId(), reads: false, used_at: use.until_at }
    expect(await insert('access.emergency_uses', late)).toBe('nothing_is_used_after_its_time')
    const review = { useId: use.id, justified: true, word: '确有必要' }
    const self = { personId: use.person_id, accountId: newId() }
    const reviewed = (userPersonId: string) =>
      inDistrict(house.connection.db, LIANDU, (tx) => insertReview(tx, { ...review, userPersonId, by: self })).then(
        () => undefined,
        brokenConstraint,
      )
    expect(await reviewed(use.person_id)).toBe('nobody_reviews_their_own_emergency')
    // Nor by pretending that somebody else used it.
    expect(await reviewed(newId())).toBe('review_of_a_use')
  })

  it('changes and deletes nothing', async () => {
    for (const table of ['emergencies', 'emergency_ends', 'emergency_uses', 'emergency_reviews'])
      for (const verb of ['update', 'delete'])
        expect(
          (await owner.query(`select has_table_privilege('shanjiang_app', 'access.${table}', $1) as may`, [verb]))
            .rows[0].may,
        ).toBe(false)
  })
})
