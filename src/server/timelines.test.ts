import { afterAll, beforeAll, expect, it } from 'vitest'
import { assembledClaim, approveDemoClaim } from '../../demo/claim-way.ts'
import { sampleFile } from '../../demo/sample-class.ts'
import { getClaim } from '../kernel/funds/claims/contract.ts'
import { uploadInsuredList } from '../kernel/people/insured/contract.ts'
import { listActs } from '../kernel/record/public.ts'
import { walkTrail } from '../kernel/record/contract.ts'
import {
  employerTimeline,
  openPersonTimeline,
  providerTimeline,
  timelineSubjects,
} from '../kernel/record/timelines/contract.ts'
import { inDistrict } from '../platform/db/public.ts'
import { personOfClaim } from '../kernel/funds/room.ts'
import { givenHouse, givenTaughtClass, LIANDU, QINGTIAN, type Someone, type TestHouse } from './testing.ts'

let house: TestHouse
let school: Someone
let clerk: Someone
let claim: Awaited<ReturnType<typeof claimNow>>

const claimNow = async (claimId: string) => clerk.call(getClaim, { params: { claimId } })

beforeAll(async () => {
  house = await givenHouse()
  school = await house.as('school')
  clerk = await house.as('clerk')
  await givenTaughtClass(house, school, clerk)
  const [reviewer, deputy] = [await house.as('reviewer'), await house.as('deputy')]
  const claimId = await assembledClaim(clerk.call)
  const by = { school: school.call, clerk: clerk.call, reviewer: reviewer.call, approver: deputy.call }
  await approveDemoClaim(by, claimId)
  await clerk.call(uploadInsuredList, {
    query: { fileName: '10-企业参保人员.csv', source: '莲都区社会保险中心', asOf: '2022-03-28' },
    file: sampleFile('10-企业参保人员.csv'),
  })
  await house.outbox.drain(LIANDU)
  claim = await claimNow(claimId)
}, 120_000)
afterAll(() => house.close())

it('tells of a provider its classes and claims, newest first, page by page, and every entry opens', async () => {
  const params = { organisationId: claim.organisationId }
  const whole = await school.call(providerTimeline, { params, query: { limit: 100 } })
  expect(whole.items.map(({ at }) => at)).toEqual(
    whole.items
      .map(({ at }) => at)
      .toSorted()
      .toReversed(),
  )
  const titles = whole.items.map(({ title }) => title.zh)
  expect(titles[0]).toBe(`申领单 ${claim.number}:待公示`)
  expect(titles.some((title) => title.endsWith(':已备案'))).toBe(true)
  const paged: string[] = []
  for (let after: string | undefined; ; ) {
    const page = await school.call(providerTimeline, { params, query: { limit: 3, ...(after ? { after } : {}) } })
    paged.push(...page.items.map(({ id }) => id))
    if (!page.next) break
    after = page.next
  }
  expect(paged).toEqual(whole.items.map(({ id }) => id))
  const onlyClaims = await school.call(providerTimeline, { params, query: { kind: 'claim' } })
  expect(new Set(onlyClaims.items.map(({ kind }) => kind))).toEqual(new Set(['claim']))
  for (const { opens } of whole.items)
    if (opens) expect((await school.call(walkTrail, { params: opens })).id).toBe(opens.id)
})

it('is a provider’s own to read, and the bureau’s; what only the bureau reads is no kind of a provider’s', async () => {
  const params = { organisationId: claim.organisationId }
  expect((await school.call(providerTimeline, { params })).kinds.map(({ kind }) => kind)).not.toContain('case')
  expect((await clerk.call(providerTimeline, { params })).kinds.map(({ kind }) => kind)).toContain('case')
  const other = (await clerk.call(timelineSubjects)).providers.find(({ id }) => id !== params.organisationId)
  if (other)
    await expect(school.call(providerTimeline, { params: { organisationId: other.id } })).rejects.toMatchObject({
      problem: { status: 404 },
    })
  expect((await school.call(timelineSubjects)).providers.map(({ id }) => id)).toEqual([params.organisationId])
  const elsewhere = await house.as('clerk', QINGTIAN)
  expect((await elsewhere.call(providerTimeline, { params })).items).toEqual([])
})

it('opens a person’s for a reason, which is recorded, and to nobody without the permission', async () => {
  const { decisionId } = claim.people[0]!
  const body = { claimId: claim.id, decisionId, reason: '核实本人反映的情况' }
  const { items } = await clerk.call(openPersonTimeline, { body })
  expect(items.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['class', 'claim']))
  expect(JSON.stringify(items)).not.toMatch(/(?<!\w)\d{17}[\dXx](?!\w)/)
  const acts = await inDistrict(house.connection.db, LIANDU, async (tx) => {
    const personId = await personOfClaim(tx, claim.id, decisionId)
    return listActs(tx, 'person', personId!)
  })
  expect(acts.filter(({ act }) => act === 'timeline.opened').map(({ detail }) => detail)).toMatchObject([
    { reason: body.reason },
  ])
  for (const name of ['school', 'finance'])
    await expect((await house.as(name)).call(openPersonTimeline, { body })).rejects.toMatchObject({
      problem: { status: 403 },
    })
  await expect(clerk.call(openPersonTimeline, { body: { ...body, reason: ' ' } })).rejects.toMatchObject({
    problem: { status: 400 },
  })
  const foreign = await house.as('clerk', QINGTIAN)
  await expect(foreign.call(openPersonTimeline, { body })).rejects.toMatchObject({ problem: { status: 404 } })
})

it('tells of an employer its insured lists, the staff that were trained, and the claims that speak of them', async () => {
  const { employers } = await clerk.call(timelineSubjects)
  expect(employers.length).toBeGreaterThan(0)
  const kinds = new Set<string>()
  for (const { uscc } of employers)
    for (const { kind } of (await clerk.call(employerTimeline, { params: { uscc } })).items) kinds.add(kind)
  expect([...kinds].toSorted()).toEqual(['claim', 'class', 'insured-list'])
  await expect(school.call(employerTimeline, { params: { uscc: employers[0]!.uscc } })).rejects.toMatchObject({
    problem: { status: 403 },
  })
})
