import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { getClaim } from '../kernel/funds/claims/contract.ts'
import { uploadInsuredList } from '../kernel/people/insured/contract.ts'
import { walkTrail } from '../kernel/record/contract.ts'
import {
  employerTimeline,
  openPersonTimeline,
  personTimeline,
  providerTimeline,
  timelineSubjects,
} from '../kernel/record/timelines/contract.ts'
import { listActs } from '../kernel/record/public.ts'
import { Refusal } from '../platform/contract/public.ts'
import { inDistrict } from '../platform/db/public.ts'
import { sampleFile } from '../../demo/sample-class.ts'
import { playStory, type Story, type Told } from './story/testing.ts'
import { givenHouse, LIANDU, QINGTIAN, type Someone, type TestHouse } from './testing.ts'

let house: TestHouse
let school: Someone
let clerk: Someone
let story: Story
let claim: { id: string; number: string; organisationId: string }

beforeAll(async () => {
  house = await givenHouse()
  story = await playStory(house)
  ;({ school, clerk } = story)
  await clerk.call(uploadInsuredList, {
    query: { fileName: '10-企业参保人员.csv', source: '莲都区社会保险中心', asOf: '2022-03-28' },
    file: sampleFile('10-企业参保人员.csv'),
  })
  await house.outbox.drain(LIANDU)
  claim = await clerk.call(getClaim, { params: { claimId: story.claimId } })
}, 240_000)
afterAll(() => house.close())

const REASON = '核实本人反映的情况'
const openedOf = async (whom: Told, by = clerk) =>
  (await by.call(openPersonTimeline, { body: { claimId: claim.id, decisionId: whom.decisionId, reason: REASON } }))
    .readingId
const pageOf = (
  whom: Told,
  reading: string | undefined,
  over: { kind?: string; after?: string; limit?: number } = {},
  by = clerk,
) =>
  by.call(personTimeline, {
    params: { claimId: claim.id, decisionId: whom.decisionId },
    query: { limit: 100, ...over, ...(reading ? { reading } : {}) },
  })
const wholeOf = async (whom: Told) => (await pageOf(whom, await openedOf(whom))).items
const titlesOf = async (whom: Told, kind: string) =>
  (await wholeOf(whom)).filter((entry) => entry.kind === kind).map(({ title }) => title.zh)
/** The records that these entries open, each once. */
const placesOf = (items: readonly { opens: { kind: string; id: string } | null }[]) => [
  ...new Map(items.flatMap(({ opens }) => (opens ? [[opens.id, opens] as const] : []))).values(),
]
const refusal = async (asked: Promise<unknown>) => {
  const error = await asked.catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(Refusal)
  return (error as Refusal).problem
}

describe('the timeline of a provider', () => {
  it('is told newest first, page by page, and every entry opens', async () => {
    const params = { organisationId: claim.organisationId }
    const whole = await school.call(providerTimeline, { params, query: { limit: 100 } })
    expect(whole.items.map(({ at }) => at)).toEqual(
      whole.items
        .map(({ at }) => at)
        .toSorted()
        .toReversed(),
    )
    const titles = whole.items.map(({ title }) => title.zh)
    expect(titles).toContain(`申领单 ${claim.number}:待公示`)
    expect(titles.some((title) => title.endsWith(':已备案'))).toBe(true)
    const paged: string[] = []
    for (let after: string | undefined; ; ) {
      const page = await school.call(providerTimeline, { params, query: { limit: 3, ...(after ? { after } : {}) } })
      paged.push(...page.items.map(({ id }) => id))
      if (!page.next) break
      after = page.next
    }
    expect(new Set(paged).size).toBe(paged.length)
    expect(paged).toEqual(whole.items.map(({ id }) => id))
    const onlyClaims = await school.call(providerTimeline, { params, query: { kind: 'claim' } })
    expect(new Set(onlyClaims.items.map(({ kind }) => kind))).toEqual(new Set(['claim']))
    for (const opens of placesOf(whole.items))
      expect((await school.call(walkTrail, { params: opens })).id).toBe(opens.id)
  })

  it('is its own to read, and the bureau’s; what only the bureau reads is no kind of a provider’s', async () => {
    const params = { organisationId: claim.organisationId }
    const ofBureau = ['case', 'override', 'restriction', 'objection', 'hold', 'account']
    const own = await school.call(providerTimeline, { params, query: { limit: 100 } })
    for (const kind of ofBureau) {
      expect(own.kinds.map((each) => each.kind)).not.toContain(kind)
      expect(own.items.map((each) => each.kind)).not.toContain(kind)
    }
    const all = await clerk.call(providerTimeline, { params, query: { limit: 100 } })
    for (const kind of [...ofBureau, 'class', 'claim', 'notice', 'recovery', 'document'])
      expect(
        all.items.map((each) => each.kind),
        kind,
      ).toContain(kind)
    for (const opens of placesOf(all.items)) expect((await clerk.call(walkTrail, { params: opens })).id).toBe(opens.id)
    const recoveries = (items: typeof own.items) => items.filter(({ kind }) => kind === 'recovery').length
    // That one was proposed is the bureau's own; that it was ordered, and what came back, is the provider's to read.
    expect([recoveries(own.items), recoveries(all.items)]).toEqual([2, 3])
    const other = (await clerk.call(timelineSubjects)).providers.find(({ id }) => id !== params.organisationId)
    if (other)
      await expect(school.call(providerTimeline, { params: { organisationId: other.id } })).rejects.toMatchObject({
        problem: { status: 404 },
      })
    expect((await school.call(timelineSubjects)).providers.map(({ id }) => id)).toEqual([params.organisationId])
    const elsewhere = await house.as('clerk', QINGTIAN)
    expect((await elsewhere.call(providerTimeline, { params })).items).toEqual([])
  })
})

describe('the timeline of a person', () => {
  it('tells of certificates as they were told of, and as public sites say', async () => {
    expect(await titlesOf(story.recovered, 'certificate')).toEqual([expect.stringMatching(/^登记.+证书$/)])
    expect(await titlesOf(story.recovered, 'look-up')).toEqual(['查验证书:查到,一致'])
  })

  it('tells of public notices on which they stood, of objections against them and of what was held', async () => {
    const notices = await titlesOf(story.recovered, 'notice')
    expect(notices).toHaveLength(2)
    expect(await titlesOf(story.recovered, 'objection')).toEqual([])
    expect(await titlesOf(story.cleared, 'objection')).toEqual([expect.stringMatching(/^对公示的异议 .+:电话$/)])
    const held = (await titlesOf(story.cleared, 'hold')).map((title) => title.split(':')[1])
    expect(held).toEqual(['异议已查清', '有异议,暂缓支付'])
    const dropped = (await titlesOf(story.dropped, 'hold')).map((title) => title.split(':')[1])
    expect(dropped).toEqual(['异议属实,不予支付', '有异议,暂缓支付'])
    // Somebody refused stands on no notice.
    expect(await titlesOf(story.dead, 'notice')).toEqual([])
  })

  it('tells of what other offices said, of the case about it and how it ended', async () => {
    expect(await titlesOf(story.dead, 'hit')).toEqual([expect.stringContaining('死亡')])
    expect((await titlesOf(story.dead, 'case')).map((title) => title.split(':')[1])).toEqual(['排除涉及人员', '立案'])
    expect(await titlesOf(story.recovered, 'hit')).toEqual([])
  })

  it('tells of what two people let go of theirs, and of nobody else’s', async () => {
    const told = (await titlesOf(story.insured, 'override')).map((title) => title.split(':').at(-1))
    expect(told).toEqual(['确认', '申请'])
    expect(await titlesOf(story.dead, 'override')).toEqual([])
  })

  it('tells of an account that was put right, of the payment that came back and of the one in its place', async () => {
    expect((await titlesOf(story.paidAgain, 'account')).map((title) => title.split(':')[1])).toEqual([
      '另一人确认更正',
      '提出更正',
    ])
    const paid = (await titlesOf(story.paidAgain, 'payment')).map((title) => title.split(':')[1])
    expect(paid.filter((state) => state === '已支付')).toHaveLength(1)
    expect(paid.filter((state) => state?.includes('退'))).toHaveLength(1)
  })

  it('tells of what is asked back and what came, and of restrictions with what was replied', async () => {
    expect((await titlesOf(story.recovered, 'recovery')).map((title) => title.split(':')[1])).toEqual([
      '到账',
      expect.any(String),
      expect.any(String),
    ])
    const restrictions = (await wholeOf(story.recovered)).filter(({ kind }) => kind === 'restriction')
    expect(restrictions.map(({ title }) => title.zh.split('):').at(-1))).toEqual([
      '申辩处理:维持',
      '申辩',
      '另一人确认限制',
      '提出限制',
    ])
    expect(restrictions[1]!.says?.zh).toBe('只缺了一天课,请求缩短期限。')
  })

  it('tells of what they reported and what they were answered', async () => {
    expect((await titlesOf(story.paidAgain, 'report')).map((title) => title.split(':')[1])).toEqual([
      '已答复',
      '收款的银行卡不对',
    ])
  })

  it('opens the record of each entry, tells no number in full, and page by page tells it all once', async () => {
    for (const whom of [story.recovered, story.insured]) {
      const reading = await openedOf(whom)
      const { items } = await pageOf(whom, reading)
      expect(JSON.stringify(items)).not.toMatch(/(?<!\w)\d{17}[\dXx](?!\w)|(?<![\w-])\d{16,19}(?!\w)/)
      for (const opens of placesOf(items)) expect((await clerk.call(walkTrail, { params: opens })).id).toBe(opens.id)
      const paged: string[] = []
      for (let after: string | undefined; ; ) {
        const page = await pageOf(whom, reading, { limit: 10, ...(after ? { after } : {}) })
        paged.push(...page.items.map(({ id }) => id))
        if (!page.next) break
        after = page.next
      }
      expect(paged).toEqual(items.map(({ id }) => id))
    }
  })
})

describe('reading a person’s timeline', () => {
  it('is a recorded act with its reason, which stands on the timeline itself', async () => {
    const whom = story.dropped
    const readingId = await openedOf(whom)
    const { reading, items } = await pageOf(whom, readingId)
    expect(reading.reason).toBe(REASON)
    expect(Date.parse(reading.until) - Date.now()).toBeGreaterThan(29 * 60_000)
    const acts = await inDistrict(house.connection.db, LIANDU, (tx) => listActs(tx, 'person', whom.personId))
    expect(acts.filter(({ id }) => id === readingId)).toMatchObject([
      { act: 'timeline.opened', detail: { reason: REASON, claimId: claim.id } },
    ])
    const told = items.find(({ id }) => id === readingId)
    expect(told?.says?.zh).toBe(`理由:${REASON}`)
    expect(told?.title.zh).toMatch(/查看了时间线$/)
  })

  it('is refused without one, whatever page or filter is asked for', async () => {
    for (const over of [{}, { kind: 'claim' }, { after: `1_${story.claimId}` }]) {
      const refused = await refusal(pageOf(story.dropped, undefined, over))
      expect(refused).toMatchObject({ status: 403, code: 'no-reading' })
      expect(refused.detail).toContain('写明理由')
    }
    expect(await refusal(pageOf(story.dropped, story.claimId))).toMatchObject({ code: 'no-reading' })
  })

  it('is one account’s, of one person', async () => {
    const reading = await openedOf(story.dropped)
    const auditor = await house.as('auditor')
    expect(await refusal(pageOf(story.dropped, reading, {}, auditor))).toMatchObject({ code: 'no-reading' })
    expect(await refusal(pageOf(story.cleared, reading))).toMatchObject({ code: 'no-reading' })
    expect((await pageOf(story.dropped, reading, { kind: 'claim' })).items.length).toBeGreaterThan(0)
  })

  it('runs out by the real clock', async () => {
    const reading = await openedOf(story.dropped)
    const owner = new pg.Client({ connectionString: house.database.superuserUrl })
    await owner.connect()
    const age = (minutes: number) =>
      owner.query(`update record.acts set recorded_at = now() - make_interval(mins => $2) where id = $1`, [
        reading,
        minutes,
      ])
    await age(29)
    await pageOf(story.dropped, reading)
    await age(31)
    expect(await refusal(pageOf(story.dropped, reading))).toMatchObject({ status: 403, code: 'no-reading' })
    await owner.end()
  })

  it('takes the permission, a reason, and the district', async () => {
    const { decisionId } = story.dropped
    const body = { claimId: claim.id, decisionId, reason: REASON }
    for (const name of ['school', 'finance'])
      expect(await refusal((await house.as(name)).call(openPersonTimeline, { body }))).toMatchObject({ status: 403 })
    expect(await refusal(clerk.call(openPersonTimeline, { body: { ...body, reason: ' ' } }))).toMatchObject({
      status: 400,
    })
    const foreign = await house.as('clerk', QINGTIAN)
    expect(await refusal(foreign.call(openPersonTimeline, { body }))).toMatchObject({ status: 404 })
  })
})

it('tells of an employer its insured lists, the staff that were trained, what other offices said, and their claims', async () => {
  const { employers } = await clerk.call(timelineSubjects)
  expect(employers.length).toBeGreaterThan(0)
  const kinds = new Set<string>()
  for (const { uscc } of employers)
    for (const { kind } of (await clerk.call(employerTimeline, { params: { uscc } })).items) kinds.add(kind)
  expect([...kinds].toSorted()).toEqual(['claim', 'class', 'hit', 'insured-list'])
  await expect(school.call(employerTimeline, { params: { uscc: employers[0]!.uscc } })).rejects.toMatchObject({
    problem: { status: 403 },
  })
})
