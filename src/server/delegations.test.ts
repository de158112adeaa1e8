import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { moveDemonstrationDate, whoAmI } from '../kernel/access/contract.ts'
import {
  delegationChoices,
  endDelegation,
  giveDelegation,
  listDelegations,
} from '../kernel/access/delegations/contract.ts'
import { confirmDemoClaim, assembledClaim } from '../../demo/claim-way.ts'
import { planSampleClass, teachSampleClass } from '../../demo/sample-class.ts'
import { getClaim } from '../kernel/funds/claims/contract.ts'
import { approval, initialReview, secondReview } from '../kernel/funds/review/contract.ts'
import { listReviews } from '../kernel/funds/review/store.ts'
import { listActs } from '../kernel/record/public.ts'
import { approveClass, submitClass } from '../mechanisms/training/filing/contract.ts'
import { inDistrict } from '../platform/db/public.ts'
import { givenHouse, LIANDU, type Someone, type TestHouse } from './testing.ts'

let house: TestHouse
let [school, clerk, reviewer, approver, finance]: Someone[] = []
const people = new Map<string, string>()
beforeAll(async () => {
  house = await givenHouse()
  ;[school, clerk, reviewer, approver, finance] = await Promise.all(
    ['school', 'clerk', 'reviewer', 'approver', 'finance'].map((name) => house.as(name)),
  )
  const { deputies } = await approver!.call(delegationChoices)
  for (const { personId, posts } of deputies) people.set(posts[0]!, personId)
}, 120_000)
afterAll(() => house.close())

const refusedAs = (status: number, over = {}) => ({ problem: { status, ...over } })
const today = async () => (await clerk!.call(whoAmI)).businessDate
const give = async (by: Someone, absent: string, deputyPost: string, posts: string[], to = '2022-12-31') =>
  by.call(giveDelegation, {
    body: {
      absentPersonId: people.get(absent)!,
      deputyPersonId: people.get(deputyPost)!,
      posts: posts as ['clerk'],
      from: await today(),
      to,
      reason: '年休假',
    },
  })

describe('standing in for somebody', () => {
  it('is said by the absent for themself and by a head for anybody, never by a colleague', async () => {
    expect((await clerk!.call(delegationChoices)).absent.map(({ personId }) => personId)).toEqual([people.get('clerk')])
    await expect(give(clerk!, 'reviewer', 'clerk', ['reviewer'])).rejects.toMatchObject(
      refusedAs(422, { code: 'delegation-refused' }),
    )
    await expect(house.as('auditor').then((auditor) => auditor.call(delegationChoices))).rejects.toMatchObject(
      refusedAs(403),
    )
    await expect(give(approver!, 'reviewer', 'clerk', ['finance', 'auditor'])).rejects.toMatchObject(
      refusedAs(422, {
        items: [
          expect.objectContaining({ detail: '请假人没有“财务岗”这个岗位,请去掉。' }),
          expect.objectContaining({ detail: '“内审岗”不能由他人代岗。' }),
        ],
      }),
    )
  })

  it('counts at once, in the open session too, and ends when it is ended', async () => {
    const { id } = await give(reviewer!, 'reviewer', 'clerk', ['reviewer'])
    expect(await clerk!.call(whoAmI)).toMatchObject({ roles: ['clerk', 'reviewer'] })
    expect((await clerk!.call(whoAmI)).permissions).toContain('override.confirm')
    const [listed] = (await clerk!.call(listDelegations)).items
    expect(listed).toMatchObject({ id, state: 'in-force', mayEnd: false })
    await expect(
      finance!.call(endDelegation, { params: { delegationId: id }, body: { reason: '提前回来' } }),
    ).rejects.toMatchObject(refusedAs(403))
    await approver!.call(endDelegation, { params: { delegationId: id }, body: { reason: '提前回来' } })
    expect(await clerk!.call(whoAmI)).toMatchObject({ roles: ['clerk'] })
    expect((await clerk!.call(listDelegations)).items[0]).toMatchObject({
      state: 'ended',
      ended: { reason: '提前回来' },
    })
    await expect(
      approver!.call(endDelegation, { params: { delegationId: id }, body: { reason: '提前回来' } }),
    ).rejects.toMatchObject(refusedAs(409, { code: 'delegation-over' }))
  })

  it('lets one person act twice nowhere, and what is done standing in says so', async () => {
    const { classId } = await planSampleClass(school!.call)
    await school!.call(submitClass, { params: { classId } })
    await clerk!.call(approveClass, { params: { classId } })
    await teachSampleClass(school!.call, classId)
    await house.outbox.drain(LIANDU)
    const claimId = await assembledClaim(clerk!.call)
    await confirmDemoClaim(school!.call, claimId)
    await give(reviewer!, 'reviewer', 'clerk', ['reviewer'])
    await give(approver!, 'deputy-director', 'approver', ['deputy-director'])
    const { contentSha256 } = await clerk!.call(getClaim, { params: { claimId } })
    const pass = { params: { claimId }, body: { outcome: 'passed' as const, reasons: [], contentSha256 } }
    await clerk!.call(initialReview, pass)
    // Who reviewed first stands in for the only reviewer, who is away: nobody can be drawn, and the lot says why.
    const [draw] = (await clerk!.call(getClaim, { params: { claimId } })).draws
    expect(draw).toMatchObject({ way: 'none', candidates: [] })
    expect(draw!.excluded.map(({ why }) => why.zh).sort()).toEqual([
      '已承担过本件的另一项职责,或本人与本件有关',
      '请假中',
    ])
    await expect(clerk!.call(secondReview, pass)).rejects.toMatchObject(refusedAs(409))

    // The reviewer is back, is drawn and passes; the head of the section approves in the deputy director's stead.
    const [last] = (await reviewer!.call(listDelegations)).items.filter(({ posts }) => posts[0]!.zh === '复核岗')
    await reviewer!.call(endDelegation, { params: { delegationId: last!.id }, body: { reason: '销假' } })
    await inDistrict(house.connection.db, LIANDU, (await import('./house.ts')).redrawReviewers)
    await reviewer!.call(secondReview, pass)
    expect(await approver!.call(approval, pass)).toEqual({ status: 'approved' })
    const reviews = await inDistrict(house.connection.db, LIANDU, (tx) => listReviews(tx, claimId))
    expect(reviews.map(({ duty, givenAs, delegationId }) => [duty, givenAs, delegationId !== null])).toEqual([
      ['initial-review', null, false],
      ['second-review', null, false],
      ['approval', 'deputy-director', true],
    ])
    const acts = await inDistrict(house.connection.db, LIANDU, (tx) => listActs(tx, 'claim', claimId))
    const given = acts.map(({ act, detail }) => [act, 'underDelegation' in (detail as object)])
    expect(given).toEqual(
      expect.arrayContaining([
        ['claim.approval.passed', true],
        ['claim.second-review.passed', false],
      ]),
    )
    const { history } = await clerk!.call(getClaim, { params: { claimId } })
    expect(history.at(-1)).toMatchObject({ duty: 'approval', standingIn: true })
  }, 60_000)

  it('is said by whoever holds the post, not by who only stands in for a head', async () => {
    await give(approver!, 'approver', 'finance', ['approver'])
    await expect(give(finance!, 'reviewer', 'clerk', ['reviewer'])).rejects.toMatchObject(
      refusedAs(422, { items: [expect.objectContaining({ detail: expect.stringMatching(/^只有请假人本人或/) })] }),
    )
  })

  it('is over after its last day', async () => {
    await clerk!.call(moveDemonstrationDate, { body: { businessDate: '2023-01-03' } })
    expect(await finance!.call(whoAmI)).toMatchObject({ roles: ['finance'] })
    expect((await clerk!.call(listDelegations)).items.every(({ state }) => state === 'ended')).toBe(true)
  })
})
