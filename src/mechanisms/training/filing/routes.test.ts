import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listLatestResults } from '../../../kernel/integrity/public.ts'
import { listActs } from '../../../kernel/record/public.ts'
import { newId } from '../../../kernel/values/public.ts'
import { Refusal } from '../../../platform/contract/public.ts'
import { brokenConstraint } from '../../../platform/db/public.ts'
import type { Actor } from '../../../platform/http/public.ts'
import { saveAccount } from '../../../kernel/access/public.ts'
import { getClass } from '../classes/contract.ts'
import { classRoutes } from '../classes/routes.ts'
import { findClass, insertEvent, listEvents } from '../classes/store.ts'
import {
  type GivenProvider,
  givenActor,
  givenClass,
  givenPerson,
  givenProvider,
  givenTrainingHouse,
  planOf,
  session,
  sessionsOf,
  type TrainingHouse,
} from '../testing.ts'
import { listHeldSlots, listSessions, takeSlots } from '../timetable/store.ts'
import { approveClass, classChecksOf, classQueue, returnClass, submitClass } from './contract.ts'
import { filingRoutes } from './routes.ts'
import { slotsOf } from './slots.ts'
import { takeInHand } from './store.ts'

let house: TrainingHouse
let school: GivenProvider
const clerk = givenActor('clerk')

beforeAll(async () => {
  house = await givenTrainingHouse((needs) => [...classRoutes(needs), ...filingRoutes(needs)])
  school = await house.within((tx) => givenProvider(tx, house.vault))
})

afterAll(() => house.close())

const given = (over: Parameters<typeof givenClass>[3] = {}, provider = school) =>
  house.within((tx) => givenClass(tx, house.vault, provider, over))

const at = (classId: string) => ({ params: { classId } })

/** The refusal's problem document; fails when nothing was refused. */
async function refused(work: Promise<unknown>) {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  if (!(error instanceof Refusal)) throw new Error(`expected a refusal, got ${String(error)}`)
  return error.problem
}

/** A provider of its own, so that its room and instructor are free. */
const freshSchool = (over: Parameters<typeof givenProvider>[2] = {}) =>
  house.within((tx) => givenProvider(tx, house.vault, over))

describe('a class is filed', () => {
  it('goes to the queue already checked, and is approved with the county’s next filing number', async () => {
    const classId = await given({ people: 40 })
    const submitted = await house.as(school.actor).call(submitClass, at(classId))
    expect(submitted.status).toBe('submitted')

    const queue = await house.as(clerk).call(classQueue)
    const item = queue.items.find((each) => each.id === classId)!
    // C01 C03 C04 C06 C07 C14 C15 H01 of the class; A02 A18 A19 B09 C05 of each of the forty.
    expect(item.checks).toEqual({ passed: 8 + 5 * 40, failed: 0, unavailable: 0, tone: 'good' })
    expect(queue.waiting).toBe(1)

    const approved = await house.as(clerk).call(approveClass, at(classId))
    expect(approved).toMatchObject({ status: 'filed', filingNumber: 'K-2022-0001' })
    expect((await house.as(clerk).call(classQueue)).items).toEqual([])
    const shown = await house.as(school.actor).call(getClass, at(classId))
    expect(shown.events.map((event) => [event.what.zh, event.status])).toEqual([
      ['审核通过,已备案', 'filed'],
      ['提交开班申请', 'submitted'],
    ])
    const acts = await house.within((tx) => listActs(tx, 'class', classId))
    expect(acts.map((act) => [act.act, act.personId])).toEqual([
      ['class.submitted', school.actor.personId],
      ['class.filed', clerk.personId],
    ])
  })

  it('keeps every answer of the checks at filing and again at approval', async () => {
    const provider = await freshSchool()
    const classId = await given({ people: 12 }, provider)
    await house.as(provider.actor).call(submitClass, at(classId))
    await house.as(clerk).call(approveClass, at(classId))
    const [filing, approval] = await house.within(async (tx) => [
      await listLatestResults(tx, classId, 'filing'),
      await listLatestResults(tx, classId, 'approval'),
    ])
    // A02 is asked at filing only.
    expect(filing).toHaveLength(8 + 5 * 12)
    expect(approval).toHaveLength(8 + 4 * 12)
  })

  it('needs a timetable and a roster, and says both at once', async () => {
    const classId = await given({ sessions: [] })
    const problem = await refused(house.as(school.actor).call(submitClass, at(classId)))
    expect(problem.items.map((item) => item.detail)).toEqual(['还没有课程表', '还没有花名册'])
  })

  it('refuses with everything that blocks, takes nothing and stays a draft', async () => {
    const provider = await freshSchool({ highestLevel: 'L5_JUNIOR' })
    const classId = await given(
      {
        people: 9,
        group: 'FLEXIBLE',
        plan: { level: 'L4_INTERMEDIATE', theoryHours: 30 },
        sessions: sessionsOf(planOf(provider)),
      },
      provider,
    )
    const problem = await refused(house.as(provider.actor).call(submitClass, at(classId)))
    expect(problem.status).toBe(409)
    expect(new Set(problem.items.map((item) => item.at))).toEqual(new Set(['A18', 'C01', 'C03', 'C04']))
    const said = (check: string) => problem.items.filter((item) => item.at === check).map((item) => item.detail)
    expect(said('C03')).toEqual(['花名册9人,每班不得少于10人'])
    expect(said('C01')[0]).toMatch(/最高等级为五级\/初级工,本班为四级\/中级工/)
    expect(said('C04')[0]).toBe('课程表理论共32课时,计划为30课时,请使两者一致')
    expect(said('A18')).toHaveLength(9)
    expect(said('A18')[0]).toMatch(/^第1号 蓝\*英:人员类别“灵活就业人员”不在“就业补助资金”的补贴范围内/)
    const [shown, held] = await house.within(async (tx) => [
      await listLatestResults(tx, classId, 'filing'),
      await listHeldSlots(tx, { classId: newId(), resourceIds: [provider.roomId], days: ['2022-03-07'] }),
    ])
    expect(shown).toEqual([])
    expect(held).toEqual([])
    expect((await house.as(provider.actor).call(getClass, at(classId))).status).toBe('draft')
  })

  it('gives one of two classes submitted at once for the same room, and tells the other which class has it', async () => {
    const provider = await freshSchool()
    const second = await house.within((tx) => givenPerson(tx, house.vault, '潘立'))
    const instructorId = newId()
    await house.within((tx) =>
      tx.db
        .insertInto('training.instructors')
        .values({
          district: tx.district,
          id: instructorId,
          organisation_id: provider.organisationId,
          person_id: second,
        })
        .execute(),
    )
    const one = await given({ people: 10, plan: { number: '甲班' } }, provider)
    const other = await given({ people: 10, plan: { number: '乙班', instructorId } }, provider)
    const answers = await Promise.allSettled(
      [one, other].map((id) => house.as(provider.actor).call(submitClass, at(id))),
    )
    expect(answers.map((answer) => answer.status).sort()).toEqual(['fulfilled', 'rejected'])
    const lost = answers.findIndex((answer) => answer.status === 'rejected')
    const { problem } = (answers[lost] as PromiseRejectedResult).reason as Refusal
    expect(problem.items.map((item) => item.at)).toEqual(['C07'])
    expect(problem.items[0]!.detail).toMatch(
      new RegExp(
        `^教室“一号教室”在 2022-03-07 08:30–11:30、.* 等20个时段 已由本机构“${lost === 0 ? '乙班' : '甲班'} 养老护理员”班占用,请换教室或改时间$`,
      ),
    )
  })

  it('finds an instructor who teaches for another provider at that time, without naming the other’s class', async () => {
    const provider = await freshSchool()
    const rival = await freshSchool({ instructorPersonId: provider.instructorPersonId })
    await house
      .as(provider.actor)
      .call(submitClass, at(await given({ people: 10, plan: { number: '秘密班' } }, provider)))
    const classId = await given({ people: 10 }, rival)
    const problem = await refused(house.as(rival.actor).call(submitClass, at(classId)))
    expect(problem.items.map((item) => item.at)).toEqual(['C06'])
    expect(problem.items[0]!.detail).toMatch(/^教师何\*芳在 .*已在另一机构的班级任课/)
    expect(JSON.stringify(problem)).not.toContain('秘密班')
  })

  it('finds trainees who are in another class at that time, one by one', async () => {
    const [provider, rival] = [await freshSchool(), await freshSchool()]
    const personIds = await house.within(async (tx) => {
      const ids: string[] = []
      for (let count = 0; count < 10; count += 1) ids.push(await givenPerson(tx, house.vault))
      return ids
    })
    await house.as(provider.actor).call(submitClass, at(await given({ personIds }, provider)))
    const classId = await given({ personIds: personIds.slice(0, 2), people: 10 }, rival)
    const problem = await refused(house.as(rival.actor).call(submitClass, at(classId)))
    expect(problem.items.map((item) => [item.at, item.detail.slice(0, 8)])).toEqual([
      ['C05', '第1号 蓝*英:'],
      ['C05', '第2号 蓝*英:'],
    ])
  })

  it('does not let the person who submitted approve, whatever account they use', async () => {
    const provider = await freshSchool()
    const classId = await given({ people: 10 }, provider)
    await house.as(provider.actor).call(submitClass, at(classId))
    const sameWoman = givenActor('clerk', { personId: provider.actor.personId })
    const problem = await refused(house.as(sameWoman).call(approveClass, at(classId)))
    expect([problem.status, problem.detail]).toEqual([403, '班级由您本人提交,须由另一人审核'])
  })

  it('is checked again at approval, and not filed when what passed at first no longer does', async () => {
    const provider = await freshSchool()
    const classId = await given({ people: 10 }, provider)
    await house.as(provider.actor).call(submitClass, at(classId))
    await house.within((tx) =>
      tx.db
        .updateTable('training.classes')
        .set({ capacity: 5 })
        .where('district', '=', tx.district)
        .where('id', '=', classId)
        .execute(),
    )
    const problem = await refused(house.as(clerk).call(approveClass, at(classId)))
    expect(problem.items.map((item) => item.detail)).toEqual(['花名册10人,超过计划人数5人,请修改计划或花名册'])
    expect((await house.as(clerk).call(getClass, at(classId))).filingNumber).toBeNull()
  })
})

describe('nobody reviews a class of their own', () => {
  const submittedBy = async (provider: GivenProvider, over: Parameters<typeof givenClass>[3] = { people: 10 }) => {
    const classId = await given(over, provider)
    await house.as(provider.actor).call(submitClass, at(classId))
    return classId
  }
  const returning = (classId: string) => ({ ...at(classId), body: { answers: [], reasons: ['授课计划未盖章'] } })

  /** What both reviews say to a clerk; the class stays submitted. */
  async function saidTo(reviewer: Actor, classId: string) {
    const someone = house.as(reviewer)
    const [approved, returned] = [
      await refused(someone.call(approveClass, at(classId))),
      await refused(someone.call(returnClass, returning(classId))),
    ]
    expect(returned).toEqual(approved)
    expect((await house.as(clerk).call(getClass, at(classId))).status).toBe('submitted')
    const { items } = await someone.call(classQueue, { query: { limit: 200 } })
    expect(items.find(({ id }) => id === classId)?.mayNot?.zh).toBe(approved.detail)
    return [approved.status, approved.code, approved.detail]
  }

  it('neither one she attends nor one she teaches', async () => {
    const provider = await freshSchool()
    const personIds = await house.within(async (tx) => {
      const ids: string[] = []
      for (let count = 0; count < 10; count += 1) ids.push(await givenPerson(tx, house.vault))
      return ids
    })
    const classId = await submittedBy(provider, { personIds })
    expect(await saidTo(givenActor('clerk', { personId: personIds[2]! }), classId)).toEqual([
      403,
      'own-class',
      '您本人在本班花名册中,须由另一人审核',
    ])
    expect(await saidTo(givenActor('clerk', { personId: provider.instructorPersonId }), classId)).toEqual([
      403,
      'own-class',
      '您本人是本班教师,须由另一人审核',
    ])
    expect((await house.as(clerk).call(approveClass, at(classId))).status).toBe('filed')
  })

  it('nor one she submitted, or of a provider that an account of hers belongs to, and hears every reason at once', async () => {
    const provider = await freshSchool()
    const personId = await house.within((tx) => givenPerson(tx, house.vault))
    const account = {
      personId,
      organisationId: provider.organisationId,
      roles: ['provider'],
      passwordHash: 'none',
    } as const
    const accountOf = async (id: string, activeTo: string | null) =>
      house.within((tx) => saveAccount(tx, { ...account, id, name: id, activeFrom: '2020-01-01', activeTo }))
    await accountOf(newId(), '2021-12-31')
    const sameWoman = givenActor('clerk', { personId })
    // She left the school last year.
    const first = await submittedBy(provider)
    expect((await house.as(sameWoman).call(returnClass, returning(first))).status).toBe('returned')

    await accountOf(newId(), null)
    await house.as({ ...provider.actor, personId }).call(submitClass, at(first))
    expect(await saidTo(sameWoman, first)).toEqual([
      403,
      'own-class',
      '班级由您本人提交,须由另一人审核;您有账号属于本班的培训机构,须由另一人审核',
    ])
  })

  it('which the key of the hands defends too, when nothing else does', async () => {
    const provider = await freshSchool()
    const classId = await submittedBy(provider)
    const broken = await house
      .within(async (tx) => {
        const [submission] = (await listEvents(tx, classId)).filter((event) => event.statusTo === 'submitted')
        await takeInHand(tx, submission!.id, provider.instructorPersonId)
      })
      .then(() => undefined, brokenConstraint)
    expect(broken).toBe('nobody_reviews_a_class_of_their_own')
    const withoutHand = await house
      .within((tx) =>
        insertEvent(tx, {
          id: newId(),
          classId,
          statusFrom: 'submitted',
          statusTo: 'filed',
          reasons: [],
          checks: null,
          accountId: clerk.accountId,
          personId: clerk.personId,
          businessAt: new Date(),
          submissionId: null,
        }),
      )
      .then(() => undefined, brokenConstraint)
    expect(withoutHand).toBe('a_review_of_a_class_has_its_hand')
  })

  it('nor one that goes through in somebody else’s hand', async () => {
    const provider = await freshSchool()
    const classId = await submittedBy(provider)
    const broken = await house
      .within(async (tx) => {
        const [submission] = (await listEvents(tx, classId)).filter((event) => event.statusTo === 'submitted')
        await insertEvent(tx, { ...submission!, id: newId(), statusTo: 'filed', submissionId: submission!.id })
      })
      .then(() => undefined, brokenConstraint)
    expect(broken).toBe('a_class_is_reviewed_in_that_duty')
  })
})

describe('a class is returned', () => {
  it('goes back with all reasons at once, and its room is free for another class', async () => {
    const provider = await freshSchool()
    const classId = await given({ people: 10 }, provider)
    await house.as(provider.actor).call(submitClass, at(classId))
    await house
      .as(clerk)
      .call(returnClass, { ...at(classId), body: { answers: [], reasons: ['授课计划未盖章', '请补教师证书'] } })

    const shown = await house.as(provider.actor).call(getClass, at(classId))
    expect(shown.status).toBe('returned')
    expect(shown.events[0]).toMatchObject({
      status: 'returned',
      reasons: [{ zh: '授课计划未盖章' }, { zh: '请补教师证书' }],
    })
    const another = await given({ people: 10 }, provider)
    expect((await house.as(provider.actor).call(submitClass, at(another))).status).toBe('submitted')
    // And now the returned one meets it.
    expect(
      (await refused(house.as(provider.actor).call(submitClass, at(classId)))).items.map((item) => item.at),
    ).toEqual(['C06', 'C07'])
  })

  it('takes at least one reason', async () => {
    const provider = await freshSchool()
    const classId = await given({ people: 10 }, provider)
    await house.as(provider.actor).call(submitClass, at(classId))
    const problem = await refused(
      house.as(clerk).call(returnClass, { ...at(classId), body: { answers: [], reasons: [] } }),
    )
    expect(problem.detail).toMatch(/至少勾选或填写一条/)
  })

  it('takes a check’s answer as a reason only where it found something, and only of this class', async () => {
    const provider = await freshSchool()
    const classId = await given({ people: 10 }, provider)
    await house.as(provider.actor).call(submitClass, at(classId))
    const { answers } = await house.as(clerk).call(classChecksOf, at(classId))
    const passed = answers.find((answer) => answer.outcome === 'passed')!
    const problem = await refused(
      house.as(clerk).call(returnClass, { ...at(classId), body: { answers: [passed.id, newId()], reasons: [] } }),
    )
    expect(problem.items).toHaveLength(2)
  })
})

describe('what somebody else’s class looks like', () => {
  it('is not there for another provider, in every operation', async () => {
    const provider = await freshSchool()
    const classId = await given({ people: 10 }, provider)
    const stranger = house.as(givenActor('provider', { organisationId: school.organisationId }))
    const absent = await refused(stranger.call(getClass, at(newId())))
    for (const operation of [getClass, submitClass, classChecksOf]) {
      expect(await refused(stranger.call(operation, at(classId)))).toEqual(absent)
    }
  })
})

describe('the clerk’s queue', () => {
  it('shows the longest waiting first, page by page', async () => {
    const first = await house.as(clerk).call(classQueue, { query: { limit: 2 } })
    const seen = [...first.items]
    for (let after = first.next; after !== null; ) {
      const page = await house.as(clerk).call(classQueue, { query: { limit: 2, after } })
      seen.push(...page.items)
      after = page.next
    }
    expect(seen).toHaveLength(first.waiting)
    expect(new Set(seen.map((item) => item.id)).size).toBe(seen.length)
    const times = seen.map((item) => item.submittedAt!)
    expect(times).toEqual([...times].sort())
  })

  it('says beforehand who may not approve: whoever submitted the class, as the county keeps the two apart', async () => {
    const provider = await freshSchool()
    const classId = await given({ people: 30 }, provider)
    await house.as(provider.actor).call(submitClass, at(classId))
    const self = { ...clerk, personId: provider.actor.personId }
    const itemFor = async (actor: typeof clerk) =>
      (await house.as(actor).call(classQueue, { query: { limit: 200 } })).items.find(({ id }) => id === classId)
    expect((await itemFor(clerk))?.mayNot).toBeNull()
    const why = (await itemFor(self))?.mayNot?.zh
    expect(why).toContain('须由另一人审核')
    expect(await refused(house.as(self).call(approveClass, at(classId)))).toMatchObject({ status: 403, detail: why })
  })

  it('is the bureau’s alone', async () => {
    expect((await refused(house.as(school.actor).call(classQueue))).status).toBe(403)
  })
})

it('finds a class that its own timetable puts in two places at once', async () => {
  const provider = await freshSchool()
  const classId = await given(
    {
      people: 10,
      plan: { theoryHours: 0, practiceHours: 40 },
      sessions: [
        ...Array.from({ length: 9 }, (_, day) =>
          session(provider, `2022-03-${String(7 + day + (day >= 5 ? 2 : 0)).padStart(2, '0')}`, '08:30', '11:30'),
        ),
        session(provider, '2022-03-07', '10:30', '13:30'),
      ],
    },
    provider,
  )
  const problem = await refused(house.as(provider.actor).call(submitClass, at(classId)))
  const room = problem.items.find((item) => item.at === 'C07')!
  expect(room.detail).toMatch(/^本班的 2022-03-07 08:30–11:30 与 2022-03-07 10:30–13:30 时间重叠/)
})

it('cannot take a half hour of one class twice, whatever the checks say: the key of the slots gives it once', async () => {
  const provider = await freshSchool()
  const sessions = [
    session(provider, '2022-03-07', '08:30', '11:30'),
    session(provider, '2022-03-07', '11:00', '12:00', { roomId: (await freshSchool()).roomId }),
  ]
  const classId = await given({ sessions }, provider)
  const { wanted, taken } = await house.within(async (tx) => {
    const row = (await findClass(tx, classId))!
    const slots = await slotsOf(tx, row, await listSessions(tx, classId), [])
    return { wanted: slots.length, taken: await takeSlots(tx, classId, slots) }
  })
  // From 11:00 to 11:30 the class and its instructor are wanted twice.
  expect([wanted, taken]).toEqual([3 * (6 + 2), 3 * (6 + 2) - 2])
})

it('keeps a few lines of an answer, however many sessions overlap', async () => {
  const provider = await freshSchool()
  const sessions = Array.from({ length: 40 }, (_, at) =>
    session(provider, '2022-03-07', `${String(Math.floor(at / 2)).padStart(2, '0')}:${at % 2 ? '30' : '00'}`, '24:00'),
  )
  const classId = await given({ people: 10, sessions }, provider)
  const problem = await refused(house.as(provider.actor).call(submitClass, at(classId)))
  const said = (check: string) => problem.items.filter((item) => item.at === check).map((item) => item.detail)
  for (const check of ['C05', 'C06', 'C07']) {
    expect(said(check)[0]).toMatch(/;还有 770 处冲突没有列出,请先改正以上各处$/)
    expect(said(check)[0]!.length).toBeLessThan(1000)
  }
  expect(said('C05')).toHaveLength(10)
})
